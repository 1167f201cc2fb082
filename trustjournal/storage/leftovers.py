"""Takes away what deleting for good leaves behind.

The full-text index only notes that an entry is gone: its words, with their places, stay until the parts of the index
they are in are merged some day. And what is free in the file stays the file's. Both are done in small steps, so that
saves come between; a mark says that they are not done yet, should the program end before.
"""

from __future__ import annotations

from typing import Final

from trustjournal.storage.database import Database
from trustjournal.storage.settings_store import SettingsStore

_MARK: Final = "leftovers"
_MERGED_AT_ONCE: Final = 50
"""Pages of the index: about 50 ms."""
_GIVEN_BACK_AT_ONCE: Final = 256
"""Pages of the file: a megabyte."""


class Leftovers:
    """Call `expect` where something was deleted for good, and then `step` until it says that nothing is left."""

    def __init__(self, db: Database) -> None:
        self._db = db
        self._settings = SettingsStore(db)
        self._is_merging = False

    def expect(self) -> None:
        """There is something left now; inside the transaction that deletes."""
        self._settings.put(_MARK, True)  # noqa: FBT003 - a value
        self._is_merging = False

    def step(self) -> bool:
        """Do a little; whether there is more to do."""
        if self._settings.get(_MARK) is not True:
            return False
        with self._db.transaction():
            if self._merge():
                return True
            if self._give_back():
                return True
            self._settings.put(_MARK, False)  # noqa: FBT003 - a value
        return False

    def _merge(self) -> bool:
        """The first time a negative number: all parts of the index become one, those that seem in order too."""
        pages = _MERGED_AT_ONCE if self._is_merging else -_MERGED_AT_ONCE
        before = self._changes()
        self._db.write("INSERT INTO search (search, rank) VALUES ('merge', ?)", (pages,))
        self._is_merging = True
        return self._changes() - before > 1  # fewer: nothing was left to merge, as SQLite's manual says

    def _give_back(self) -> bool:
        self._db.rows(f"PRAGMA incremental_vacuum ({_GIVEN_BACK_AT_ONCE})")
        (free,) = self._db.row("PRAGMA freelist_count") or (0,)
        return bool(free)

    def _changes(self) -> int:
        (changes,) = self._db.row("SELECT total_changes()") or (0,)
        return int(changes)
