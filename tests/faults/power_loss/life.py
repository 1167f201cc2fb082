"""A journal's life as a program of its own: what it says before and after each step is in the record too.

    python -m tests.faults.power_loss.life ROOT ROUNDS [KNOWN_BAD]

`KNOWN_BAD` names a mistake that is made on purpose, to see that the power cuts find it.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from datetime import UTC, date, datetime, time
from pathlib import Path
from uuid import UUID

from tests.faults.power_loss.state import JOURNAL, SAID, Life
from trustjournal.domain.entry import Entry
from trustjournal.domain.ids import EntryId
from trustjournal.domain.moment import Moment
from trustjournal.errors import CancelledError
from trustjournal.storage import atomic_file, database, key_file, re_encrypt, vault
from trustjournal.storage.database import open_database
from trustjournal.storage.entry_store import EntryStore
from trustjournal.storage.kdf import KdfParameters
from trustjournal.storage.key_file import KeyFile
from trustjournal.storage.open_vault import OpenVault
from trustjournal.storage.search_index import SearchIndex
from trustjournal.storage.trash_store import TrashStore

THROWN_AWAY = 10_000
"""From this number on, ids are of entries that are deleted for good."""
NOW = datetime(2026, 8, 1, 12, 0, tzinfo=UTC)


def cheap() -> KdfParameters:
    """The least Argon2id takes."""
    return KdfParameters(memory_kib=8, passes=1, lanes=1)


@dataclass
class Living:
    """Says what is about to be, does it, and says that it is."""

    root: Path
    said: int
    life: Life = field(default_factory=Life)

    @property
    def folder(self) -> Path:
        """Where the journal is."""
        return self.root / JOURNAL

    @contextmanager
    def step(self, **changes: object) -> Iterator[Life]:
        """One step in one journal's life; when the block ends, whoever waits is told that it is done."""
        after = replace(self.life, **changes)  # type: ignore[arg-type] # the names are those of its fields
        self._say("about to", after)
        yield after
        self._say("done", after)
        self.life = after

    def _say(self, what: str, life: Life) -> None:
        os.write(self.said, f"{what}\n{life.to_json()}\n\n".encode())

    def begin(self) -> None:
        """Make the journal, in a folder whose parents are made with it."""
        with self.step(passphrase="words 0") as after:
            vault.create_vault(self.folder, after.passphrase, now=NOW, cost=cheap).wipe()

    def unlock(self) -> OpenVault:
        """Open it by its passphrase, which also mends and tidies."""
        return vault.open_with_passphrase(self.folder, self.life.passphrase)

    def write(self, entries: int) -> None:
        """Open the journal as a session does, write in it, and replace what was written first."""
        with self.unlock() as opened:
            db = open_database(opened.keys())
            store = EntryStore(db, SearchIndex(db))
            for _ in range(entries):
                with self.step(entries=self.life.entries + 1) as after, db.transaction():
                    draft = store.save(first_words(after.entries))
                    store.save(replace(entry(after.entries), revision=draft.revision))
            db.close()

    def throw_away(self, number: int) -> None:
        """Delete an entry for good, with all that it leaves behind."""
        with self.unlock() as opened:
            db = open_database(opened.keys())
            store, trash = EntryStore(db, SearchIndex(db)), TrashStore(db)
            with self.step():
                with db.transaction():
                    store.save(thrown_away(number))
                    store.delete(thrown_away(number).id)
                trash.empty(thrown_away(number).id)
                while trash.tidy():
                    pass
            db.close()

    def change_the_ways_in(self, number: int) -> None:
        """Another passphrase, another recovery code, another computer, and the earlier computer no more."""
        with self.unlock() as opened:
            with self.step(passphrase=f"words {number}") as after:
                opened.change_passphrase(after.passphrase, now=NOW, cost=cheap)
            with self.step(recovery=f"{number:032x}") as after:
                opened.set_recovery(bytearray.fromhex(after.recovery), now=NOW)
            slot, secret = f"{number:08x}", f"{number:064x}"
            with self.step(devices={**self.life.devices, slot: secret}):
                opened.add_device(bytearray.fromhex(secret), slot_id=slot, now=NOW)
            for earlier in [slot_id for slot_id in self.life.devices if slot_id != slot]:
                with self.step(devices={slot: secret}):
                    opened.remove(earlier)

    def give_up_on_another_key(self) -> None:
        """Begin to encrypt everything anew, and stop half-way."""

        def stop(done: float) -> None:
            if done > 0.5:
                raise CancelledError

        with self.unlock() as opened, self.step():
            try:
                re_encrypt.re_encrypt(opened, "never to be", now=NOW, cost=cheap, devices={}, progress=stop)
            except CancelledError:
                return
            raise AssertionError("it could not be stopped")

    def encrypt_anew(self, number: int) -> None:
        """Another data key, another passphrase and another secret for the computer; the recovery code goes."""
        slot, secret = f"{number + 0x1000:08x}", f"{number + 0x1000:064x}"
        with (
            self.unlock() as opened,
            self.step(passphrase=f"words {number} again", recovery="", devices={slot: secret}) as after,
        ):
            re_encrypt.re_encrypt(
                opened, after.passphrase, now=NOW, cost=cheap, devices={slot: bytearray.fromhex(secret)}
            )


def entry(number: int) -> Entry:
    """The entry of that number; its text says which, and reaches over several pages of the database."""
    moment = Moment.on_the_wall(date(2026, 1, 1), time(number // 60 % 24, number % 60), "Europe/Rome")
    return Entry(EntryId(UUID(int=number)), moment, f"title {number}", f"entry {number} " * (20 + number * 97 % 900))


def first_words(number: int) -> Entry:
    """What the entry of that number said before: a version of it."""
    return replace(entry(number), text=f"first words {number} " * (10 + number * 53 % 300))


def thrown_away(number: int) -> Entry:
    """An entry that is deleted for good."""
    return replace(entry(number), id=EntryId(UUID(int=THROWN_AWAY + number)))


def without_syncing_folders() -> None:
    """Names are never made to last."""
    for name, module in list(sys.modules.items()):
        if name.startswith("trustjournal.storage.") and hasattr(module, "sync_folder"):
            module.sync_folder = lambda _folder: None  # type: ignore[attr-defined] # on purpose


def without_syncing_key_files() -> None:
    """A key file is renamed into place before the disk was asked to keep its bytes."""
    atomic_file.sync = lambda _descriptor: None  # type: ignore[assignment] # on purpose


def without_syncing_saves() -> None:
    """A save is acknowledged while the disk may still lose it."""
    database._SETTINGS = tuple(  # type: ignore[misc, assignment] # on purpose
        setting.replace("synchronous = EXTRA", "synchronous = OFF") for setting in database._SETTINGS
    )


def with_the_old_database_deleted_early() -> None:
    """The old database goes when the copy is ready, before the key file names the copy."""
    replace_first_copy = key_file.replace_first_copy

    def delete_then_replace(folder: Path, key_file: KeyFile) -> None:
        for path in folder.glob("journal-*.tjdb"):
            if path.name != key_file.database and (folder / key_file.database).exists():
                path.unlink()
        replace_first_copy(folder, key_file)

    key_file.replace_first_copy = delete_then_replace


KNOWN_BAD: dict[str, Callable[[], None]] = {
    "saves are acknowledged before they are synced": without_syncing_saves,
    "key files are renamed before they are synced": without_syncing_key_files,
    "folders are never synced": without_syncing_folders,
    "the old database is deleted before the key file names the new one": with_the_old_database_deleted_early,
}


def main(root: Path, rounds: int, known_bad: str | None) -> None:
    """Live."""
    if known_bad is not None:
        KNOWN_BAD[known_bad]()
    living = Living(root, os.open(root / SAID, os.O_WRONLY | os.O_CREAT | os.O_APPEND, 0o600))
    living.begin()
    for number in range(1, rounds + 1):
        living.write(3)
        living.change_the_ways_in(number)
        living.write(2)
        living.throw_away(number)
        if number % 3 == 1:
            living.give_up_on_another_key()
        living.encrypt_anew(number)
    living.write(2)


if __name__ == "__main__":
    main(Path(sys.argv[1]), int(sys.argv[2]), sys.argv[3] if len(sys.argv) > 3 else None)
