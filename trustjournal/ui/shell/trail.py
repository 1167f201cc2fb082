"""Where somebody has been: what Back and Forward go through. Plain Python."""

from __future__ import annotations

from trustjournal.domain.place import Place

LONGEST = 100
"""Places remembered behind the present one."""


class Trail:
    """The places visited, and which of them is the present one."""

    def __init__(self) -> None:
        self._places: list[Place] = []
        self._here = -1

    @property
    def here(self) -> Place | None:
        """The present place; None before the first one."""
        return self._places[self._here] if self._places else None

    @property
    def can_go_back(self) -> bool:
        """Whether something is behind."""
        return self._here > 0

    @property
    def can_go_forward(self) -> bool:
        """Whether somebody went back before."""
        return self._here < len(self._places) - 1

    def go(self, place: Place) -> None:
        """A new place; what was ahead is forgotten. The same page and item again is no new place."""
        here = self.here
        if here is not None and (here.page, here.item) == (place.page, place.item):
            self._places[self._here] = place
            return
        del self._places[self._here + 1 :]
        self._places.append(place)
        del self._places[: -LONGEST - 1]
        self._here = len(self._places) - 1

    def note(self, place: Place) -> None:
        """The present place as it is left: its cursor, its scroll position, or the item it became."""
        if self._places:
            self._places[self._here] = place

    def back(self) -> Place | None:
        """The place before, which becomes the present one."""
        return self._step(-1) if self.can_go_back else None

    def forward(self) -> Place | None:
        """The place that Back came from."""
        return self._step(1) if self.can_go_forward else None

    def _step(self, by: int) -> Place:
        self._here += by
        return self._places[self._here]
