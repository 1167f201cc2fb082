"""Making a journal, getting into one, and changing the ways in. Runs in the prompt life.

The floor below is imported when it is needed: the unlock screen's first frame does not wait for cryptography.
"""

from __future__ import annotations

import secrets
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from trustjournal.domain import recovery_code
from trustjournal.domain.clock import Clock
from trustjournal.domain.keychain import Keychain
from trustjournal.domain.way_in import WayIn, WayInKind
from trustjournal.errors import KeychainMissingError, RecoveryCodeOfAnotherError, WorldError

if TYPE_CHECKING:
    from trustjournal.storage.journal_keys import JournalKeys
    from trustjournal.storage.kdf import Cost
    from trustjournal.storage.open_vault import OpenVault

DEVICE_SECRET_BYTES = 32


@dataclass(frozen=True, slots=True)
class Outlook:
    """What shows of a journal without any key. `obstacle` is what stands in the way of opening it, if anything."""

    obstacle: WorldError | None = None
    ways_in: tuple[WayIn, ...] = ()

    def has(self, kind: WayInKind) -> bool:
        """Whether the journal has a way in of that kind."""
        return any(way.kind is kind for way in self.ways_in)


class VaultService:
    """Creates and opens journals and changes what opens them.

    `keychain` is the computer's keyring; without one nothing about it can be done. `cost` chooses how dear guessing
    is; only tests bring their own.
    """

    def __init__(self, clock: Clock, *, keychain: Keychain | None = None, cost: Cost | None = None) -> None:
        self._clock = clock
        self._keychain = keychain
        self._own_cost = cost

    # Getting in -----------------------------------------------------------------------------------

    def make(self, folder: Path, passphrase: str) -> OpenVault:
        """Make a journal in `folder`; raises as `storage.vault.create_vault` does."""
        from trustjournal.storage.vault import create_vault

        return create_vault(folder, passphrase, now=self._clock.now(), cost=self._cost())

    def create(self, folder: Path, passphrase: str) -> JournalKeys:
        """As `make`, for whoever only opens it."""
        with self.make(folder, passphrase) as vault:
            return vault.keys()

    def open(self, folder: Path, passphrase: str) -> OpenVault:
        """The vault in `folder`; raises as `storage.vault.open_with_passphrase` does."""
        from trustjournal.storage.vault import open_with_passphrase

        return open_with_passphrase(folder, passphrase)

    def unlock(self, folder: Path, passphrase: str) -> JournalKeys:
        """As `open`, for whoever only opens the journal."""
        with self.open(folder, passphrase) as vault:
            return vault.keys()

    def open_with_code(self, folder: Path, typed: str) -> OpenVault:
        """The vault in `folder`, by its recovery code as typed.

        Raises RecoveryCodeMistypedError, and as `storage.vault.open_with_recovery` does.
        """
        from trustjournal.storage.secret_bytes import wiped_after
        from trustjournal.storage.vault import open_with_recovery

        secret = recovery_code.read(typed)
        with wiped_after(secret):
            return open_with_recovery(folder, secret)

    def open_with_computer(self, folder: Path) -> OpenVault:
        """The vault in `folder`, by what this computer's keyring holds.

        Raises KeychainMissingError, KeychainRefusedError, and as `storage.vault.open_with_device` does.
        """
        from trustjournal.storage.vault import open_with_device

        return open_with_device(folder, self._require_keychain().read)

    def look_at(self, folder: Path) -> Outlook:
        """What shows of the journal in `folder` without a key."""
        from trustjournal.storage.vault import read_key_file

        try:
            content = read_key_file(folder)
        except WorldError as error:
            return Outlook(error)
        return Outlook(ways_in=content.ways_in())

    # Changing the ways in -------------------------------------------------------------------------

    def change_passphrase(self, vault: OpenVault, passphrase: str) -> None:
        """Only `passphrase` opens the journal from now on (and the other ways in); raises as the vault does."""
        vault.change_passphrase(passphrase, now=self._clock.now(), cost=self._cost())

    def new_code(self) -> str:
        """A fresh recovery code, which opens nothing until it is kept."""
        return recovery_code.spell(secrets.token_bytes(recovery_code.SECRET_BYTES))

    def keep_code(self, vault: OpenVault, code: str) -> None:
        """Let `code` open the journal instead of any earlier one, and prove that it does with what is on the disk."""
        from trustjournal.storage.secret_bytes import wiped_after

        secret = recovery_code.read(code)
        with wiped_after(secret):
            vault.set_recovery(secret, now=self._clock.now())
        self.try_code(vault, code)

    def try_code(self, vault: OpenVault, typed: str) -> None:
        """The drill: raises as `open_with_code` does unless `typed` opens this journal now."""
        with self.open_with_code(vault.folder, typed) as opened:
            if opened.content.vault != vault.content.vault:
                raise RecoveryCodeOfAnotherError("the code opened another journal")

    def trust_this_computer(self, vault: OpenVault) -> str:
        """Let this computer's keyring open the journal; the id of the new way in.

        The secret is written and read back before the journal knows of it.
        Raises KeychainMissingError, KeychainRefusedError, and as the vault does.
        """
        from trustjournal.storage.secret_bytes import wiped_after

        slot_id, secret = self._put_in_keychain(vault)
        with wiped_after(secret), self._forgotten_on_failure(vault, slot_id):
            vault.add_device(secret, slot_id=slot_id, now=self._clock.now())
        return slot_id

    def remove_way_in(self, vault: OpenVault, way_in: str) -> None:
        """Close a way in, and have this computer forget the secret that belonged to it; raises as the vault does."""
        is_a_computer = any(slot.id == way_in and slot.type is WayInKind.DEVICE for slot in vault.content.slots)
        vault.remove(way_in)
        if is_a_computer:  # else the system might ask the person to unlock a keyring that has nothing to do with it
            self._forget(vault.content.vault, way_in)

    def re_encrypt(
        self, vault: OpenVault, passphrase: str, *, trusted: str | None, progress: Callable[[float], None]
    ) -> str | None:
        """Encrypt the journal anew; `trusted` is this computer's way in, if it has one, and the answer its new one.

        `progress` hears how far it is, from 0 to 1; what it raises stops the work and leaves all as it was. The
        recovery code of before opens nothing afterwards, nor do other computers. Raises as `storage.re_encrypt` does.
        """
        from trustjournal.storage.re_encrypt import re_encrypt
        from trustjournal.storage.secret_bytes import wipe

        devices: dict[str, bytearray] = {}
        if trusted is not None:
            with suppress(WorldError):  # a keyring that will not does not stop this: it is then no way in any more
                slot_id, secret = self._put_in_keychain(vault)
                devices[slot_id] = secret
        try:
            with self._forgotten_on_failure(vault, *devices):
                re_encrypt(
                    vault, passphrase, now=self._clock.now(), cost=self._cost(), devices=devices, progress=progress
                )
        finally:
            wipe(*devices.values())
        if trusted is not None:
            self._forget(vault.content.vault, trusted)
        return next(iter(devices), None)

    # Journals as folders --------------------------------------------------------------------------

    def move(self, folder: Path, destination: Path, *, progress: Callable[[float], None]) -> None:
        """Keep the journal in another folder; raises as `storage.journal_folder.move_journal` does."""
        from trustjournal.storage.journal_folder import move_journal

        move_journal(folder, destination, progress=progress)

    def set_aside(self, folder: Path) -> Path:
        """Take a journal out of its place, to be put back or deleted; where it is meanwhile."""
        from trustjournal.storage.journal_folder import set_aside

        return set_aside(folder)

    def put_back(self, aside: Path, folder: Path) -> None:
        """Undo `set_aside`; raises JournalExistsError where something has taken its place."""
        from trustjournal.storage.journal_folder import put_back

        put_back(aside, folder)

    def delete(self, vault_name: str, ways_in: Iterable[str], folder: Path) -> None:
        """Delete the journal in `folder` for good, and what this computer's keyring has of it."""
        from trustjournal.storage.journal_folder import delete_journal

        delete_journal(folder)
        for way_in in ways_in:
            self._forget(vault_name, way_in)

    # ----------------------------------------------------------------------------------------------

    def _cost(self) -> Cost:
        from trustjournal.storage.kdf import calibrated

        return self._own_cost or calibrated

    def _require_keychain(self) -> Keychain:
        if self._keychain is None:
            raise KeychainMissingError("no keyring was given")
        return self._keychain

    def _put_in_keychain(self, vault: OpenVault) -> tuple[str, bytearray]:
        from trustjournal.storage.secret_bytes import wipe
        from trustjournal.storage.vault import device_name

        slot_id, secret = secrets.token_hex(4), bytearray(secrets.token_bytes(DEVICE_SECRET_BYTES))
        try:
            self._require_keychain().keep(device_name(vault.content.vault, slot_id), secret)
        except BaseException:
            wipe(secret)
            raise
        return slot_id, secret

    @contextmanager
    def _forgotten_on_failure(self, vault: OpenVault, *slot_ids: str) -> Iterator[None]:
        try:
            yield
        except BaseException:
            for slot_id in slot_ids:
                self._forget(vault.content.vault, slot_id)
            raise

    def _forget(self, vault_name: str, slot_id: str) -> None:
        from trustjournal.storage.vault import device_name

        if self._keychain is not None:
            with suppress(WorldError):  # the slot is gone: what the keyring still has opens nothing
                self._keychain.forget(device_name(vault_name, slot_id))
