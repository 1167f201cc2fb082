"""An opened vault: every way in opens the same journal, each change is whole, and nobody is locked out by one."""

from __future__ import annotations

import hashlib
import os
from collections.abc import Callable, Iterator
from datetime import timedelta
from pathlib import Path

import pytest

from tests.storage.conftest import NOW, PASSPHRASE, cheap
from trustjournal.domain.way_in import WayInKind
from trustjournal.errors import (
    ComputerNotTrustedError,
    JournalTooNewError,
    KeyFileChangedError,
    KeyFileTamperedError,
    LastWayInError,
    NoRecoveryCodeError,
    RecoveryCodeOfAnotherError,
    StorageFailedError,
    StorageFullError,
    StorageReadOnlyError,
    TrustJournalError,
    WorldError,
    WrongPassphraseError,
)
from trustjournal.storage import atomic_file, key_file, slots
from trustjournal.storage.kdf import KdfParameters
from trustjournal.storage.open_vault import OpenVault
from trustjournal.storage.vault import create_vault, open_with_device, open_with_passphrase, open_with_recovery

CODE, OTHER_CODE = bytes(range(16)), bytes(range(1, 17))
SECRET, OTHER_SECRET = bytes(range(32)), bytes(range(1, 33))
SLOT, OTHER_SLOT = "0000000d", "0000000e"
LATER = NOW + timedelta(days=1)


@pytest.fixture
def vault(folder: Path) -> Iterator[OpenVault]:
    """A new vault in `folder`; its passphrase is `PASSPHRASE`."""
    with create_vault(folder, PASSPHRASE, now=NOW, cost=cheap) as made:
        yield made


def kept(folder: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in folder.iterdir()}


def keyring(**secrets: bytes) -> Callable[[str], bytearray | None]:
    """What a keyring has for slots, as `vault` names them."""

    def secret_of(name: str) -> bytearray | None:
        found = next((secret for slot, secret in secrets.items() if name.endswith(f"-{slot.removeprefix('s')}")), None)
        return None if found is None else bytearray(found)

    return secret_of


THIS_COMPUTER = keyring(s0000000d=SECRET)


def opens(folder: Path, passphrase: str) -> bool:
    try:
        open_with_passphrase(folder, passphrase).wipe()
    except WrongPassphraseError:
        return False
    return True


# Getting in ---------------------------------------------------------------------------------------


def test_every_way_in_opens_the_same_journal_and_says_which_it_was(vault: OpenVault, folder: Path) -> None:
    vault.set_recovery(bytearray(CODE), now=NOW)
    vault.add_device(bytearray(SECRET), slot_id=SLOT, now=NOW)
    for opened, kind in (
        (open_with_passphrase(folder, PASSPHRASE), WayInKind.PASSPHRASE),
        (open_with_recovery(folder, bytearray(CODE)), WayInKind.RECOVERY),
        (open_with_device(folder, THIS_COMPUTER), WayInKind.DEVICE),
    ):
        with opened:
            assert opened.way_in is kind
            assert opened.content == vault.content
            one, other = opened.keys(), vault.keys()
            assert (one.sqlcipher_key, one.backup_key) == (other.sqlcipher_key, other.backup_key)
            assert (one.vault, one.salt, one.database) == (other.vault, other.salt, other.database)


def test_the_ways_in_say_when_they_were_made(vault: OpenVault) -> None:
    vault.set_recovery(bytearray(CODE), now=LATER)
    vault.add_device(bytearray(SECRET), slot_id=SLOT, now=LATER)
    assert [(way.kind, way.made_at) for way in vault.ways_in()] == [
        (WayInKind.PASSPHRASE, NOW),
        (WayInKind.RECOVERY, LATER),
        (WayInKind.DEVICE, LATER),
    ]
    assert vault.ways_in()[2].id == SLOT


def test_a_journal_without_a_code_a_code_of_another_and_no_trusted_computer_are_told_apart(
    vault: OpenVault, folder: Path
) -> None:
    with pytest.raises(NoRecoveryCodeError):
        open_with_recovery(folder, bytearray(CODE))
    vault.set_recovery(bytearray(CODE), now=NOW)
    with pytest.raises(RecoveryCodeOfAnotherError):
        open_with_recovery(folder, bytearray(OTHER_CODE))
    with pytest.raises(ComputerNotTrustedError):
        open_with_device(folder, THIS_COMPUTER)
    vault.add_device(bytearray(SECRET), slot_id=SLOT, now=NOW)
    for wrong in (keyring(), keyring(s0000000d=OTHER_SECRET), keyring(s0000000e=SECRET)):
        with pytest.raises(ComputerNotTrustedError):
            open_with_device(folder, wrong)


def test_the_keyring_is_asked_for_the_journal_and_the_slot_and_its_secret_is_wiped(
    vault: OpenVault, folder: Path
) -> None:
    vault.add_device(bytearray(SECRET), slot_id=SLOT, now=NOW)
    asked, given = [], bytearray(SECRET)

    def secret_of(name: str) -> bytearray:
        asked.append(name)
        return given

    open_with_device(folder, secret_of).wipe()
    assert asked == [f"{vault.content.vault}-{SLOT}"]
    assert given == bytes(32)


def test_a_secret_of_one_kind_of_way_in_does_not_open_another_kind(vault: OpenVault, folder: Path) -> None:
    vault.set_recovery(bytearray(CODE), now=NOW)
    assert not opens(folder, CODE.decode("latin-1"))
    with pytest.raises(ComputerNotTrustedError):
        open_with_device(folder, lambda _name: bytearray(CODE))


# Changing the passphrase --------------------------------------------------------------------------


def test_a_changed_passphrase_opens_and_the_old_one_does_not(vault: OpenVault, folder: Path) -> None:
    before = vault.keys()
    vault.change_passphrase("another one", now=LATER, cost=cheap)
    assert opens(folder, "another one")
    assert not opens(folder, PASSPHRASE)
    assert vault.keys().sqlcipher_key == before.sqlcipher_key


@pytest.mark.parametrize("lost", key_file.NAMES)
def test_after_a_change_the_old_passphrase_opens_neither_copy_of_the_key_file(
    vault: OpenVault, folder: Path, lost: str
) -> None:
    vault.change_passphrase("another one", now=NOW, cost=cheap)
    (folder / lost).unlink()
    assert not opens(folder, PASSPHRASE)
    assert opens(folder, "another one")


def test_a_changed_passphrase_leaves_code_and_computers_as_they_were(vault: OpenVault, folder: Path) -> None:
    vault.set_recovery(bytearray(CODE), now=NOW)
    vault.add_device(bytearray(SECRET), slot_id=SLOT, now=NOW)
    vault.change_passphrase("another one", now=LATER, cost=cheap)
    open_with_recovery(folder, bytearray(CODE)).wipe()
    open_with_device(folder, THIS_COMPUTER).wipe()
    assert len(vault.content.slots_of(WayInKind.PASSPHRASE)) == 1


def test_a_journal_opened_by_its_code_gets_a_new_passphrase(vault: OpenVault, folder: Path) -> None:
    vault.set_recovery(bytearray(CODE), now=NOW)
    with open_with_recovery(folder, bytearray(CODE)) as recovered:
        recovered.change_passphrase("found again", now=LATER, cost=cheap)
    assert opens(folder, "found again")
    assert not opens(folder, PASSPHRASE)


def test_the_new_passphrase_costs_what_this_computer_measures_and_not_what_the_file_said(vault: OpenVault) -> None:
    vault.change_passphrase("another one", now=NOW, cost=lambda: KdfParameters(128, 2, 1))
    (slot,) = vault.content.slots_of(WayInKind.PASSPHRASE)
    assert isinstance(slot.kdf, slots.Argon2)
    assert slot.kdf.parameters == KdfParameters(128, 2, 1)


def test_salts_and_nonces_are_new_each_time_also_for_the_same_passphrase(vault: OpenVault) -> None:
    seen = set()
    for _ in range(3):
        vault.change_passphrase(PASSPHRASE, now=NOW, cost=cheap)
        (slot,) = vault.content.slots
        seen.add((slot.id, slot.kdf.salt, slot.nonce))
    assert [len(set(part)) for part in zip(*seen, strict=True)] == [3, 3, 3]


# The recovery code and computers ------------------------------------------------------------------


def test_a_new_recovery_code_takes_the_place_of_the_old_one(vault: OpenVault, folder: Path) -> None:
    vault.set_recovery(bytearray(CODE), now=NOW)
    vault.set_recovery(bytearray(OTHER_CODE), now=LATER)
    open_with_recovery(folder, bytearray(OTHER_CODE)).wipe()
    with pytest.raises(RecoveryCodeOfAnotherError):
        open_with_recovery(folder, bytearray(CODE))
    assert len(vault.content.slots_of(WayInKind.RECOVERY)) == 1


def test_a_way_in_can_be_closed_and_the_others_stay(vault: OpenVault, folder: Path) -> None:
    vault.set_recovery(bytearray(CODE), now=NOW)
    vault.add_device(bytearray(SECRET), slot_id=SLOT, now=NOW)
    vault.add_device(bytearray(OTHER_SECRET), slot_id=OTHER_SLOT, now=NOW)
    vault.remove(SLOT)
    with pytest.raises(ComputerNotTrustedError):
        open_with_device(folder, THIS_COMPUTER)
    open_with_device(folder, keyring(s0000000e=OTHER_SECRET)).wipe()
    (code,) = vault.content.slots_of(WayInKind.RECOVERY)
    vault.remove(code.id)
    with pytest.raises(NoRecoveryCodeError):
        open_with_recovery(folder, bytearray(CODE))
    assert opens(folder, PASSPHRASE)


def test_closing_what_is_closed_already_changes_nothing(vault: OpenVault, folder: Path) -> None:
    before = kept(folder)
    vault.remove("00000000")
    assert kept(folder) == before


def test_what_only_a_computer_could_open_is_never_what_is_left(vault: OpenVault, folder: Path) -> None:
    vault.add_device(bytearray(SECRET), slot_id=SLOT, now=NOW)
    (passphrase,) = vault.content.slots_of(WayInKind.PASSPHRASE)
    before = kept(folder)
    with pytest.raises(LastWayInError):
        vault.remove(passphrase.id)
    assert kept(folder) == before
    vault.set_recovery(bytearray(CODE), now=NOW)
    vault.remove(passphrase.id)  # the code is left
    open_with_recovery(folder, bytearray(CODE)).wipe()
    (code,) = vault.content.slots_of(WayInKind.RECOVERY)
    with pytest.raises(LastWayInError):
        vault.remove(code.id)


def test_more_ways_in_than_a_key_file_holds_push_out_the_first_computers_and_lock_nobody_out(
    vault: OpenVault, folder: Path
) -> None:
    for number in range(key_file.MOST_SLOTS + 3):
        vault.add_device(bytearray([number]) * 32, slot_id=f"{number:08x}", now=NOW)
    vault.set_recovery(bytearray(CODE), now=NOW)
    assert len(vault.content.slots) == key_file.MOST_SLOTS
    assert opens(folder, PASSPHRASE)
    open_with_recovery(folder, bytearray(CODE)).wipe()
    open_with_device(folder, lambda name: bytearray([18]) * 32 if name.endswith("-00000012") else None).wipe()
    with pytest.raises(ComputerNotTrustedError):
        open_with_device(folder, lambda name: bytearray(32) if name.endswith("-00000000") else None)


@pytest.mark.parametrize("slot_id", ["", "0", "XXXXXXXX", "0000000D", SLOT])
def test_a_key_file_that_nobody_could_read_again_is_not_written(vault: OpenVault, folder: Path, slot_id: str) -> None:
    vault.add_device(bytearray(SECRET), slot_id=SLOT, now=NOW)
    before = kept(folder)
    with pytest.raises(ValueError, match=r"^(text|slot ids)$"):
        vault.add_device(bytearray(SECRET), slot_id=slot_id or " ", now=NOW)
    assert kept(folder) == before
    assert opens(folder, PASSPHRASE)


def every_change(vault: OpenVault, code: bytes = CODE) -> list[Callable[[], None]]:
    """Each way to change the ways in."""
    return [
        lambda: vault.change_passphrase("another one", now=NOW, cost=cheap),
        lambda: vault.set_recovery(bytearray(code), now=NOW),
        lambda: vault.add_device(bytearray(SECRET), slot_id=SLOT, now=NOW),
    ]


def test_a_slot_that_does_not_hold_the_data_key_is_not_written(
    vault: OpenVault, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = kept(folder)
    for opener in ("open_with_passphrase", "open_with_secret"):
        monkeypatch.setattr(f"trustjournal.storage.open_vault.{opener}", lambda *_, **__: bytearray(32))
    for change in every_change(vault):
        with pytest.raises(RuntimeError):
            change()
    assert kept(folder) == before


# What else may have happened to the key file ------------------------------------------------------


def test_a_change_begins_from_the_key_file_that_is_there_or_not_at_all(vault: OpenVault, folder: Path) -> None:
    with open_with_passphrase(folder, PASSPHRASE) as other:
        other.set_recovery(bytearray(CODE), now=NOW)
    before = kept(folder)
    for change in every_change(vault, OTHER_CODE):
        with pytest.raises(KeyFileChangedError):
            change()
    assert kept(folder) == before


def test_a_key_file_that_is_gone_or_newer_is_not_written_over(vault: OpenVault, folder: Path) -> None:
    whole = {name: (folder / name).read_bytes() for name in key_file.NAMES}
    for data in (None, b"damaged"):
        for name in key_file.NAMES:
            (folder / name).unlink(missing_ok=True)
            if data is not None:
                (folder / name).write_bytes(data)
        before = kept(folder)
        with pytest.raises(KeyFileChangedError):
            vault.change_passphrase("another one", now=NOW, cost=cheap)
        assert kept(folder) == before
    for name, data in whole.items():
        (folder / name).write_bytes(data)
    vault.change_passphrase("another one", now=NOW, cost=cheap)


def test_a_copy_of_a_newer_format_is_neither_opened_nor_written_over(vault: OpenVault, folder: Path) -> None:
    line = (folder / key_file.NAMES[1]).read_bytes().split(b"\n")[0].replace(b'"version":1', b'"version":2')
    newer = line + b"\n" + hashlib.sha256(line).hexdigest().encode() + b"\n"
    (folder / key_file.NAMES[1]).write_bytes(newer)
    attempts: list[Callable[[], OpenVault]] = [
        lambda: open_with_passphrase(folder, PASSPHRASE),
        lambda: open_with_recovery(folder, bytearray(CODE)),
        lambda: open_with_device(folder, THIS_COMPUTER),
    ]
    for attempt in attempts:
        with pytest.raises(JournalTooNewError):
            attempt()
    with pytest.raises(KeyFileChangedError):
        vault.change_passphrase("another one", now=NOW, cost=cheap)
    assert (folder / key_file.NAMES[1]).read_bytes() == newer


def test_a_key_file_put_back_from_before_a_change_is_told_as_such_by_its_passphrase_only(
    vault: OpenVault, folder: Path
) -> None:
    older = {name: (folder / name).read_bytes() for name in key_file.NAMES}
    vault.change_passphrase("another one", now=NOW, cost=cheap)
    for name, data in older.items():
        (folder / name).write_bytes(data)
    # Nothing in the folder can know: it is said when the passphrase is changed, and a new data key is the remedy.
    assert opens(folder, PASSPHRASE)
    assert not opens(folder, "another one")


def test_another_journals_slot_in_this_key_file_opens_nothing(vault: OpenVault, folder: Path, tmp_path: Path) -> None:
    with create_vault(tmp_path / "other", "other words", now=NOW, cost=cheap) as other:
        foreign = other.content.slots[0]
    mixed = key_file.KeyFile(
        vault.content.vault, 9, vault.content.key_id, vault.content.salt,
        (slots.KeySlot(foreign.id, foreign.type, vault.content.key_id, foreign.created, foreign.kdf, foreign.nonce,
                       foreign.wrapped), *vault.content.slots), vault.content.mac,
    )  # fmt: skip
    key_file.write_to(folder, mixed)
    assert not opens(folder, "other words")
    with pytest.raises(KeyFileTamperedError):
        open_with_passphrase(folder, PASSPHRASE)


# A disk that will not -----------------------------------------------------------------------------

FAULTS = [(28, StorageFullError), (30, StorageReadOnlyError), (13, StorageReadOnlyError), (5, StorageFailedError)]


def failing(monkeypatch: pytest.MonkeyPatch, copy: str, code: int) -> None:
    """Let `copy` of the key file fail to be written."""
    replace = atomic_file._replace

    def refuse(source: Path, target: Path) -> None:
        if target.name == copy:
            raise OSError(code, os.strerror(code))
        replace(source, target)

    monkeypatch.setattr("trustjournal.storage.atomic_file._replace", refuse)


@pytest.mark.parametrize(("code", "error"), FAULTS)
def test_where_the_first_copy_cannot_be_written_everything_is_as_it_was(
    vault: OpenVault, folder: Path, monkeypatch: pytest.MonkeyPatch, code: int, error: type[WorldError]
) -> None:
    before = kept(folder)
    failing(monkeypatch, key_file.NAMES[0], code)
    with pytest.raises(error):
        vault.change_passphrase("another one", now=NOW, cost=cheap)
    assert kept(folder) == before
    monkeypatch.undo()
    assert opens(folder, PASSPHRASE)
    assert not opens(folder, "another one")
    vault.change_passphrase("another one", now=NOW, cost=cheap)  # and it can be tried again
    assert opens(folder, "another one")


@pytest.mark.parametrize(("code", "error"), FAULTS)
def test_where_only_the_second_copy_cannot_be_written_the_change_is_made_and_mended_later(
    vault: OpenVault, folder: Path, monkeypatch: pytest.MonkeyPatch, code: int, error: type[WorldError]
) -> None:
    failing(monkeypatch, key_file.NAMES[1], code)
    vault.change_passphrase("another one", now=NOW, cost=cheap)
    assert not opens(folder, PASSPHRASE)
    assert opens(folder, "another one")
    monkeypatch.undo()
    assert (folder / key_file.NAMES[1]).read_bytes() != (folder / key_file.NAMES[0]).read_bytes()
    assert opens(folder, "another one")
    assert (folder / key_file.NAMES[1]).read_bytes() == (folder / key_file.NAMES[0]).read_bytes()
    (folder / key_file.NAMES[0]).unlink()
    assert not opens(folder, PASSPHRASE)


def test_a_fault_after_the_rename_is_no_failure(
    vault: OpenVault, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(_folder: Path) -> None:
        raise OSError(5, "input/output error")

    monkeypatch.setattr("trustjournal.storage.atomic_file.sync_folder", refuse)
    vault.change_passphrase("another one", now=NOW, cost=cheap)
    monkeypatch.undo()
    assert opens(folder, "another one")
    assert not opens(folder, PASSPHRASE)
    vault.set_recovery(bytearray(CODE), now=NOW)  # the vault knows what is on the disk


def test_a_disk_that_cannot_be_written_does_not_keep_anybody_from_opening(
    vault: OpenVault, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (folder / key_file.NAMES[1]).unlink()
    failing(monkeypatch, key_file.NAMES[1], 30)
    assert opens(folder, PASSPHRASE)


# Secrets ------------------------------------------------------------------------------------------


def test_the_data_key_is_overwritten_when_the_vault_is_left(folder: Path) -> None:
    with create_vault(folder, PASSPHRASE, now=NOW, cost=cheap) as vault:
        data_key = vault._data_key
        assert any(data_key)
    assert not any(data_key)


@pytest.mark.parametrize("attempt", [open_with_passphrase, open_with_recovery])
def test_a_vault_whose_seal_is_broken_is_not_handed_out(
    vault: OpenVault, folder: Path, attempt: Callable[..., OpenVault]
) -> None:
    vault.set_recovery(bytearray(CODE), now=NOW)
    broken = key_file.KeyFile(
        vault.content.vault, 99, vault.content.key_id, vault.content.salt, vault.content.slots, bytes(32)
    )
    key_file.write_to(folder, broken)
    with pytest.raises(KeyFileTamperedError):
        attempt(folder, PASSPHRASE if attempt is open_with_passphrase else bytearray(CODE))


def test_a_wiped_vault_writes_no_key_file(vault: OpenVault, folder: Path) -> None:
    before = kept(folder)
    vault.wipe()
    changes = every_change(vault)
    changes.append(lambda: vault.remove(vault.content.slots[0].id))
    for change in changes:
        with pytest.raises((RuntimeError, TrustJournalError)):
            change()
    assert kept(folder) == before
    assert opens(folder, PASSPHRASE)


def test_a_vault_shows_no_key_when_printed(vault: OpenVault) -> None:
    for text in (repr(vault), str(vault), repr(vault.content)):
        assert vault._data_key.hex() not in text
        assert repr(bytes(vault._data_key)) not in text
