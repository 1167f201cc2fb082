"""Remembers what services announced."""

from __future__ import annotations

from trustjournal.domain.change import Changed


class Announcements:
    """A change feed nobody listens to; `taken` gives what came since it was last asked."""

    def __init__(self) -> None:
        self._heard: list[Changed] = []

    def __call__(self, changed: Changed) -> None:
        """As `Announce`."""
        self._heard.append(changed)

    def taken(self) -> list[Changed]:
        """What was announced since the last time, in order."""
        heard, self._heard = self._heard, []
        return heard
