"""Unlocking with this computer: a convenience that is off, can be taken back, and is never the only way in."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from typing_extensions import override

from tests.conftest import PASSPHRASE
from tests.fakes.clock import FakeClock
from tests.fakes.journals import cheap_cost
from tests.fakes.keychain import HOSTILE, DenyingRing, KeychainInMemory, RingInMemory, over
from trustjournal.domain.keychain import Keychain
from trustjournal.domain.way_in import WayInKind
from trustjournal.errors import (
    ComputerNotTrustedError,
    KeychainMissingError,
    KeychainRefusedError,
    KeyFileChangedError,
    LastWayInError,
)
from trustjournal.services.vault import VaultService
from trustjournal.storage.journal_keys import JournalKeys

NO_KEYRING_TO_USE = (KeychainMissingError, KeychainRefusedError)
NO_WAY_IN = (*NO_KEYRING_TO_USE, ComputerNotTrustedError)


def _service(keychain: Keychain | None) -> VaultService:
    return VaultService(FakeClock(), keychain=keychain, cost=cheap_cost)


def _trusted(folder: Path, keychain: Keychain) -> str:
    """Trust the computer of this keychain; the id of its way in."""
    service = _service(keychain)
    with service.open(folder, PASSPHRASE) as vault:
        return service.trust_this_computer(vault)


def _opens(folder: Path, keychain: Keychain | None) -> bool:
    try:
        with _service(keychain).open_with_computer(folder) as vault:
            assert vault.way_in is WayInKind.DEVICE
            return True
    except ComputerNotTrustedError:
        return False


def test_no_computer_is_trusted_until_the_person_says_so(keys: JournalKeys) -> None:
    keychain = KeychainInMemory()
    assert not _service(keychain).look_at(keys.folder).has(WayInKind.DEVICE)
    assert not _opens(keys.folder, keychain)
    assert keychain.calls == []


def test_a_trusted_computer_opens_the_same_journal_as_the_passphrase(keys: JournalKeys) -> None:
    keychain = KeychainInMemory()
    _trusted(keys.folder, keychain)
    assert _service(None).look_at(keys.folder).has(WayInKind.DEVICE)
    with _service(keychain).open_with_computer(keys.folder) as vault:
        again = vault.keys()
    assert (again.sqlcipher_key, again.vault, again.database) == (keys.sqlcipher_key, keys.vault, keys.database)


def test_the_keyring_has_the_secret_before_the_journal_knows_of_it(keys: JournalKeys) -> None:
    class Watched(KeychainInMemory):
        slots_then: int | None = None

        @override
        def keep(self, name: str, secret: bytearray) -> None:
            self.slots_then = len(_service(None).look_at(keys.folder).ways_in)
            super().keep(name, secret)

    keychain = Watched()
    way_in = _trusted(keys.folder, keychain)
    assert keychain.slots_then == 1
    assert [way.id for way in _service(None).look_at(keys.folder).ways_in][1:] == [way_in]


def test_the_keyring_is_told_a_name_that_says_nothing_and_a_secret_that_is_wiped(keys: JournalKeys) -> None:
    class Holding(KeychainInMemory):
        seen: bytearray = bytearray()

        @override
        def keep(self, name: str, secret: bytearray) -> None:
            super().keep(name, secret)
            self.seen = secret

        @override
        def read(self, name: str) -> bytearray | None:
            self.seen = super().read(name) or bytearray()
            return self.seen

    keychain = Holding()
    way_in = _trusted(keys.folder, keychain)
    assert keychain.seen == bytes(32)
    [(name, secret)] = keychain.secrets.items()
    assert name == f"{keys.vault}-{way_in}"
    assert re.fullmatch(r"[0-9a-f-]+", name)
    assert len(secret) == 32
    assert secret != bytes(32)
    assert _opens(keys.folder, keychain)
    assert keychain.seen == bytes(32)


def test_what_the_keyring_keeps_is_in_no_file_of_the_journal(keys: JournalKeys) -> None:
    keychain = KeychainInMemory()
    _trusted(keys.folder, keychain)
    [secret] = keychain.secrets.values()
    for path in keys.folder.iterdir():
        content = path.read_bytes()
        assert secret not in content
        assert secret.hex().encode() not in content


def test_where_the_journal_cannot_take_the_way_in_the_keyring_forgets_it_again(keys: JournalKeys) -> None:
    keychain = KeychainInMemory()
    service = _service(keychain)
    with service.open(keys.folder, PASSPHRASE) as vault, service.open(keys.folder, PASSPHRASE) as elsewhere:
        service.change_passphrase(elsewhere, "four other test words")
        with pytest.raises(KeyFileChangedError):
            service.trust_this_computer(vault)
    assert [call.split()[0] for call in keychain.calls] == ["keep", "forget"]
    assert not keychain.secrets
    assert not service.look_at(keys.folder).has(WayInKind.DEVICE)


@pytest.mark.parametrize("kind", HOSTILE)
def test_a_hostile_keyring_is_not_trusted_and_the_journal_stays_as_it_was(keys: JournalKeys, kind: str) -> None:
    service = _service(HOSTILE[kind]())
    before = (keys.folder / "vault.tjkeys").read_bytes()
    with service.open(keys.folder, PASSPHRASE) as vault, pytest.raises(NO_KEYRING_TO_USE):
        service.trust_this_computer(vault)
    assert (keys.folder / "vault.tjkeys").read_bytes() == before
    assert service.unlock(keys.folder, PASSPHRASE).vault == keys.vault


@pytest.mark.parametrize("kind", HOSTILE)
def test_a_keyring_that_turned_hostile_leads_to_the_passphrase(keys: JournalKeys, kind: str) -> None:
    _trusted(keys.folder, KeychainInMemory())
    service = _service(HOSTILE[kind]())
    with pytest.raises(NO_WAY_IN):
        service.open_with_computer(keys.folder)
    assert service.unlock(keys.folder, PASSPHRASE).vault == keys.vault


@pytest.mark.parametrize("text", ["A" * 43 + "=", "", "no secret of ours"])
def test_a_keyring_that_gives_another_secret_than_it_took_opens_nothing(keys: JournalKeys, text: str) -> None:
    ring = RingInMemory()
    _trusted(keys.folder, over(ring))
    assert _opens(keys.folder, over(ring))
    ring.kept = dict.fromkeys(ring.kept, text)
    with pytest.raises((ComputerNotTrustedError, KeychainRefusedError)):
        _service(over(ring)).open_with_computer(keys.folder)
    assert _service(None).unlock(keys.folder, PASSPHRASE).vault == keys.vault


def test_without_a_keyring_nothing_about_it_can_be_done_and_nothing_else_is_lost(keys: JournalKeys) -> None:
    _trusted(keys.folder, KeychainInMemory())
    service = _service(None)
    with pytest.raises(KeychainMissingError):
        service.open_with_computer(keys.folder)
    with service.open(keys.folder, PASSPHRASE) as vault, pytest.raises(KeychainMissingError):
        service.trust_this_computer(vault)


def test_a_computer_is_never_the_only_way_in(keys: JournalKeys) -> None:
    keychain = KeychainInMemory()
    way_in = _trusted(keys.folder, keychain)
    service = _service(keychain)
    passphrase = next(way.id for way in service.look_at(keys.folder).ways_in if way.kind is WayInKind.PASSPHRASE)
    with service.open_with_computer(keys.folder) as vault, pytest.raises(LastWayInError):
        service.remove_way_in(vault, passphrase)
    assert service.unlock(keys.folder, PASSPHRASE).vault == keys.vault
    assert _opens(keys.folder, keychain)
    assert way_in in {way.id for way in service.look_at(keys.folder).ways_in}


def test_trust_is_taken_back_in_the_journal_and_in_the_keyring(keys: JournalKeys) -> None:
    keychain = KeychainInMemory()
    way_in = _trusted(keys.folder, keychain)
    service = _service(keychain)
    with service.open(keys.folder, PASSPHRASE) as vault:
        service.remove_way_in(vault, way_in)
    assert not service.look_at(keys.folder).has(WayInKind.DEVICE)
    assert not keychain.secrets
    assert not _opens(keys.folder, keychain)


def test_closing_another_kind_of_way_in_does_not_bother_the_keyring(keys: JournalKeys) -> None:
    keychain = KeychainInMemory()
    service = _service(keychain)
    with service.open(keys.folder, PASSPHRASE) as vault:
        service.keep_code(vault, service.new_code())
        code = next(way.id for way in service.look_at(keys.folder).ways_in if way.kind is WayInKind.RECOVERY)
        service.remove_way_in(vault, code)
    assert not service.look_at(keys.folder).has(WayInKind.RECOVERY)
    assert keychain.calls == []


def test_a_keyring_that_will_not_forget_does_not_keep_the_way_in_open(keys: JournalKeys) -> None:
    ring = RingInMemory()
    way_in = _trusted(keys.folder, over(ring))
    denying = DenyingRing()
    denying.kept = ring.kept
    service = _service(over(denying))
    with service.open(keys.folder, PASSPHRASE) as vault:
        service.remove_way_in(vault, way_in)
    assert ring.kept, "this test needs an entry that stayed"
    assert not _opens(keys.folder, over(ring))


def test_an_entry_that_was_removed_from_the_keyring_leads_to_the_passphrase(keys: JournalKeys) -> None:
    keychain = KeychainInMemory()
    _trusted(keys.folder, keychain)
    keychain.secrets.clear()
    assert not _opens(keys.folder, keychain)
    assert _service(keychain).unlock(keys.folder, PASSPHRASE).vault == keys.vault


def test_an_entry_whose_way_in_was_closed_elsewhere_opens_nothing(keys: JournalKeys) -> None:
    keychain = KeychainInMemory()
    way_in = _trusted(keys.folder, keychain)
    elsewhere = _service(KeychainInMemory())
    with elsewhere.open(keys.folder, PASSPHRASE) as vault:
        elsewhere.remove_way_in(vault, way_in)
    assert keychain.secrets
    assert not _opens(keys.folder, keychain)


def test_a_journal_on_a_stick_opens_on_each_of_two_trusted_computers_and_on_no_third(keys: JournalKeys) -> None:
    home, work, library = KeychainInMemory(), KeychainInMemory(), KeychainInMemory()
    at_home = _trusted(keys.folder, home)
    at_work = _trusted(keys.folder, work)
    assert at_home != at_work
    assert [_opens(keys.folder, keychain) for keychain in (home, work, library)] == [True, True, False]
    with _service(work).open_with_computer(keys.folder) as vault:
        _service(work).remove_way_in(vault, at_home)
    assert [_opens(keys.folder, keychain) for keychain in (home, work, library)] == [False, True, False]


def test_two_journals_trust_one_computer_each_for_itself(
    keys: JournalKeys, vaults: VaultService, tmp_path: Path
) -> None:
    keychain = KeychainInMemory()
    other = vaults.create(tmp_path / "other", PASSPHRASE)
    _trusted(keys.folder, keychain)
    assert not _opens(other.folder, keychain)
    way_in = _trusted(other.folder, keychain)
    with _service(keychain).open(other.folder, PASSPHRASE) as vault:
        _service(keychain).remove_way_in(vault, way_in)
    assert _opens(keys.folder, keychain)


def test_a_new_passphrase_leaves_a_trusted_computer_trusted(keys: JournalKeys) -> None:
    keychain = KeychainInMemory()
    _trusted(keys.folder, keychain)
    service = _service(keychain)
    with service.open_with_computer(keys.folder) as vault:
        service.change_passphrase(vault, "four other test words")
    assert _opens(keys.folder, keychain)
    assert service.unlock(keys.folder, "four other test words").vault == keys.vault


def test_encrypting_anew_gives_this_computer_a_new_secret_and_no_other_one(keys: JournalKeys) -> None:
    here, elsewhere = KeychainInMemory(), KeychainInMemory()
    way_in = _trusted(keys.folder, here)
    _trusted(keys.folder, elsewhere)
    [old] = here.secrets.values()
    service = _service(here)
    with service.open(keys.folder, PASSPHRASE) as vault:
        new = service.re_encrypt(vault, PASSPHRASE, trusted=way_in, progress=lambda _: None)
    assert new not in (None, way_in)
    [kept] = here.secrets.values()
    assert kept != old
    assert _opens(keys.folder, here)
    assert not _opens(keys.folder, elsewhere)


@pytest.mark.parametrize("kind", HOSTILE)
def test_a_hostile_keyring_stops_no_encrypting_anew(keys: JournalKeys, kind: str) -> None:
    way_in = _trusted(keys.folder, KeychainInMemory())
    service = _service(HOSTILE[kind]())
    with service.open(keys.folder, PASSPHRASE) as vault:
        assert service.re_encrypt(vault, PASSPHRASE, trusted=way_in, progress=lambda _: None) is None
    assert not service.look_at(keys.folder).has(WayInKind.DEVICE)
    assert service.unlock(keys.folder, PASSPHRASE).vault == keys.vault
