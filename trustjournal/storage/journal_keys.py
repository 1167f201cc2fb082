"""What opens a journal's database, and nothing else: the part of the keys that the session gets."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path

from trustjournal.storage.secret_bytes import wipe


@dataclass(eq=False)
class JournalKeys:
    """What the session needs to open a journal. `wipe` it when the database is open."""

    folder: Path = field(repr=False)
    database: str
    vault: str
    sqlcipher_key: bytearray = field(repr=False)
    salt: bytes = field(repr=False)
    backup_key: bytearray = field(repr=False)

    def wipe(self) -> None:
        """Overwrite both keys."""
        wipe(self.sqlcipher_key, self.backup_key)
