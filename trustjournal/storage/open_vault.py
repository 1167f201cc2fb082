"""A vault that was opened by one of its ways in: the data key in hand, and what can be done to the ways in with it.

It lives in the prompt life only. Every change is one replaced key file: whoever reads it sees the old or the new one.
"""

from __future__ import annotations

from contextlib import suppress
from datetime import datetime
from pathlib import Path
from types import TracebackType
from typing import Self

from trustjournal.domain.way_in import WayIn, WayInKind
from trustjournal.errors import KeyFileChangedError, LastWayInError, WorldError
from trustjournal.storage import key_file
from trustjournal.storage.journal_keys import JournalKeys
from trustjournal.storage.kdf import Cost, calibrated
from trustjournal.storage.key_file import KeyFile
from trustjournal.storage.secret_bytes import wipe
from trustjournal.storage.slots import (
    BACKUP_KEY,
    DATABASE_KEY,
    KeySlot,
    open_with_passphrase,
    open_with_secret,
    passphrase_slot,
    prove_it_opens,
    secret_slot,
    subkey,
)

_OPENS_WITHOUT_A_COMPUTER = frozenset({WayInKind.PASSPHRASE, WayInKind.RECOVERY})


class OpenVault:
    """The keys of one journal. Use it in a `with` block, or `wipe` it: the data key is in its memory."""

    def __init__(self, folder: Path, content: KeyFile, data_key: bytearray, way_in: WayInKind) -> None:
        self.folder = folder
        self.content = content
        """The key file as it is on the disk."""
        self.way_in = way_in
        """What opened it."""
        self._data_key = data_key

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.wipe()

    def wipe(self) -> None:
        """Overwrite the data key; nothing more can be done with this vault."""
        wipe(self._data_key)

    def ways_in(self) -> tuple[WayIn, ...]:
        """Everything that opens it now."""
        return self.content.ways_in()

    def keys(self) -> JournalKeys:
        """What the session needs: two keys of their own, from which the data key cannot be worked out."""
        content = self.content
        return JournalKeys(
            self.folder, content.database, content.vault, subkey(self._data_key, DATABASE_KEY), content.salt,
            subkey(self._data_key, BACKUP_KEY),
        )  # fmt: skip

    def change_passphrase(self, passphrase: str, *, now: datetime, cost: Cost = calibrated) -> None:
        """Let `passphrase` open the journal from now on, and no earlier one.

        The new slot is opened again before anything is written. Raises KeyFileChangedError, NotEnoughMemoryError,
        StorageReadOnlyError, StorageFullError, StorageFailedError; the ways in are as they were then.
        """
        slot = passphrase_slot(
            passphrase, self._data_key, vault=self.content.vault, key_id=self.content.key_id, parameters=cost(), now=now
        )
        prove_it_opens(open_with_passphrase(slot, passphrase, vault=self.content.vault), self._data_key)
        self._write((slot, *self._slots_but(WayInKind.PASSPHRASE)))

    def set_recovery(self, secret: bytearray, *, now: datetime) -> None:
        """Let the recovery code of `secret` (16 bytes) open the journal, and no earlier code; raises as above.

        Where no more ways in fit into the key file, the computer that was trusted first is trusted no more.
        """
        slot = self._secret_slot(WayInKind.RECOVERY, secret, None, now)
        self._write((*self._slots_but(WayInKind.RECOVERY), slot))

    def add_device(self, secret: bytearray, *, slot_id: str, now: datetime) -> None:
        """Let a computer that keeps `secret` (32 bytes) in its keyring open the journal; all else as `set_recovery`."""
        slot = self._secret_slot(WayInKind.DEVICE, secret, slot_id, now)
        self._write((*self.content.slots, slot))

    def remove(self, slot_id: str) -> None:
        """Close one way in; one that is not there is closed already.

        Raises LastWayInError where only computers could open the journal after that, and as above.
        """
        left = tuple(slot for slot in self.content.slots if slot.id != slot_id)
        if not any(slot.type in _OPENS_WITHOUT_A_COMPUTER for slot in left):
            raise LastWayInError("no passphrase and no recovery code would be left")
        if len(left) < len(self.content.slots):
            self._write(left)

    def adopt(self, content: KeyFile, data_key: bytearray) -> None:
        """The journal has another data key now, which `content` on the disk holds: forget the old one."""
        self._prove_genuine(content, data_key)
        old, self._data_key, self.content = self._data_key, data_key, content
        wipe(old)

    def prove_current(self) -> None:
        """Raise KeyFileChangedError if the key file on the disk is not the one these changes begin from."""
        # A wiped key must never seal a key file: nobody could open what it says.
        self._prove_genuine(self.content, self._data_key)
        if not key_file.is_current(self.folder, self.content):
            raise KeyFileChangedError("the key file was changed or removed meanwhile")

    def _slots_but(self, kind: WayInKind) -> tuple[KeySlot, ...]:
        return tuple(slot for slot in self.content.slots if slot.type is not kind)

    def _secret_slot(self, kind: WayInKind, secret: bytearray, slot_id: str | None, now: datetime) -> KeySlot:
        vault, key_id = self.content.vault, self.content.key_id
        slot = secret_slot(kind, secret, self._data_key, vault=vault, key_id=key_id, now=now, slot_id=slot_id)
        prove_it_opens(open_with_secret(slot, secret, vault=vault), self._data_key)
        return slot

    def _prove_genuine(self, content: KeyFile, data_key: bytearray) -> None:
        if not content.is_genuine(data_key):
            raise RuntimeError("this key file was not sealed with this data key")

    def _write(self, slots: tuple[KeySlot, ...]) -> None:
        self.prove_current()
        content = self.content
        changed = KeyFile(content.vault, content.generation + 1, content.key_id, content.salt, _fitting(slots))
        sealed = changed.sealed(self._data_key)
        key_file.replace_first_copy(self.folder, sealed)
        self.content = sealed
        with suppress(WorldError):
            # The change is made: the first copy counts. An older second one is written again at the next unlock.
            key_file.mend_copies(self.folder, sealed)


def _fitting(slots: tuple[KeySlot, ...]) -> tuple[KeySlot, ...]:
    """Without the computers that were trusted first, where there are more ways in than a key file may hold."""
    too_many = max(0, len(slots) - key_file.MOST_SLOTS)
    dropped = [slot for slot in slots if slot.type is WayInKind.DEVICE][:too_many]
    return tuple(slot for slot in slots if slot not in dropped)
