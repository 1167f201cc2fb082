"""Numbers somebody keeps to call when they need help: a friend, a doctor, a line they trust."""

from __future__ import annotations

from dataclasses import replace
from uuid import uuid4

from trustjournal.domain.change import Announce, Changed
from trustjournal.domain.help import OwnNumber, has_digits
from trustjournal.domain.ids import OwnNumberId
from trustjournal.storage.own_number_store import OwnNumberStore


class OwnNumberService:
    """Adds, changes and deletes one's own numbers."""

    def __init__(self, store: OwnNumberStore, *, announce: Announce) -> None:
        self._store = store
        self._announce = announce

    def all(self) -> tuple[OwnNumber, ...]:
        """Every number, in the order they were added."""
        return self._store.all()

    def add(self, name: str, number: str, note: str = "") -> OwnNumber:
        """Keep one more; raises TooLongError, and ValueError where the name is empty or the number has no digit."""
        return self._keep(OwnNumber(OwnNumberId(uuid4()), name, number, note))

    def change(self, one: OwnNumber, name: str, number: str, note: str) -> OwnNumber:
        """Keep one as it is now; raises as `add` does."""
        return self._keep(replace(one, name=name, number=number, note=note))

    def delete(self, one: OwnNumber) -> None:
        """Delete one, so that it can be brought back."""
        self._store.delete(one.id)
        self._announce(Changed.OWN_NUMBERS)

    def undo_delete(self, one: OwnNumber) -> None:
        """Bring a deleted one back to its place."""
        self._store.undo_delete(one.id)
        self._announce(Changed.OWN_NUMBERS)

    def _keep(self, one: OwnNumber) -> OwnNumber:
        if not (one.name.strip() and has_digits(one.number)):
            raise ValueError("a number needs a name and digits")
        kept = self._store.save(one)
        self._announce(Changed.OWN_NUMBERS)
        return kept
