"""The desk that holds an opened vault: what it answers, what it counts, and that it lets go of the keys."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from tests.fakes.clock import FakeClock
from tests.fakes.journals import cheap_cost
from tests.fakes.keychain import KeychainInMemory
from trustjournal.app.vault_desk import VaultDesk
from trustjournal.domain.arrival import Arrival
from trustjournal.domain.settings import OthersMaySee
from trustjournal.domain.vault_task import VaultNews
from trustjournal.domain.way_in import WayInKind
from trustjournal.errors import (
    CancelledError,
    ComputerNotTrustedError,
    JournalMissingError,
    NoRecoveryCodeError,
    RecoveryCodeMistypedError,
    RecoveryCodeOfAnotherError,
    WrongPassphraseError,
)
from trustjournal.host.local_settings import LocalSettingsFile
from trustjournal.services.vault import VaultService
from trustjournal.storage.journal_keys import JournalKeys
from trustjournal.ui.kit.tasks import InlineTasks
from trustjournal.ui.prompt import requests as ask
from trustjournal.ui.prompt.requests import Request

PASSPHRASE = "four plain test words"


@dataclass
class Counter:
    """A desk, and what came over it."""

    desk: VaultDesk
    local: LocalSettingsFile
    folder: Path
    answers: list[object] = field(default_factory=list)
    refusals: list[Exception] = field(default_factory=list)
    handed: list[tuple[JournalKeys, Arrival]] = field(default_factory=list)
    given_up: int = 0

    def ask(self, *requests: Request) -> object:
        """Ask for each; the last answer, which is one to the last request."""
        for request in requests:
            self.answers.clear()
            self.refusals.clear()
            self.desk.do(request)
            assert not self.refusals, self.refusals
        return self.answers[-1] if self.answers else None

    def refusal(self, request: Request) -> Exception:
        """The error a request ends with."""
        self.refusals.clear()
        self.desk.do(request)
        (error,) = self.refusals
        return error


@pytest.fixture
def keychain() -> KeychainInMemory:
    return KeychainInMemory()


@pytest.fixture
def counter(qtbot: QtBot, tmp_path: Path, keychain: KeychainInMemory) -> Iterator[Counter]:
    local = LocalSettingsFile(tmp_path / "config" / "settings.json")
    vaults = VaultService(FakeClock(), keychain=keychain, cost=cheap_cost)
    desk = VaultDesk(InlineTasks(), local, lambda: vaults)
    counter = Counter(desk, local, tmp_path / "Journal")
    desk.answered.connect(counter.answers.append)
    desk.refused.connect(counter.refusals.append)
    desk.handed_over.connect(lambda keys, arrival: counter.handed.append((keys, arrival)))

    def gave_up() -> None:
        counter.given_up += 1

    desk.gave_up.connect(gave_up)
    counter.ask(ask.CreateRequest(counter.folder, PASSPHRASE))
    yield counter
    desk.wipe()


def test_a_new_journal_is_open_at_once_and_handed_over_with_the_answer_of_the_first_run(counter: Counter) -> None:
    (opened,) = counter.answers
    assert isinstance(opened, ask.VaultOpened)
    assert (opened.folder, opened.way_in) == (counter.folder, WayInKind.PASSPHRASE)
    counter.ask(ask.EnterRequest(VaultNews.CREATED, OthersMaySee.MAYBE))
    ((keys, arrival),) = counter.handed
    assert keys.folder == counter.folder
    assert any(keys.sqlcipher_key)
    assert arrival == Arrival(news=VaultNews.CREATED, generation=1, others_may_see=OthersMaySee.MAYBE)
    assert counter.local.read().journals == (counter.folder,)


def test_a_journal_is_known_as_soon_as_it_was_made(counter: Counter) -> None:
    assert counter.local.read().journals == (counter.folder,)


def test_wrong_passphrases_and_foreign_codes_are_counted_and_told_to_the_next_session(counter: Counter) -> None:
    code = counter.ask(ask.MakeCodeRequest())
    assert isinstance(code, ask.CodeMade)
    counter.ask(ask.KeepCodeRequest(code.code))
    other = counter.ask(ask.MakeCodeRequest())
    assert isinstance(other, ask.CodeMade)
    wrong = counter.refusal(ask.UnlockRequest(counter.folder, "wrong"))
    assert isinstance(wrong, WrongPassphraseError)
    foreign = counter.refusal(ask.RecoverRequest(counter.folder, other.code))
    assert isinstance(foreign, RecoveryCodeOfAnotherError)
    slip = counter.refusal(ask.RecoverRequest(counter.folder, code.code[:-1]))
    assert isinstance(slip, RecoveryCodeMistypedError)
    counter.ask(ask.RecoverRequest(counter.folder, code.code), ask.EnterRequest())
    ((_keys, arrival),) = counter.handed
    assert (arrival.way_in, arrival.failed_attempts) == (WayInKind.RECOVERY, 2), "a slip of the pen is no attempt"
    assert counter.local.read().failed_attempts == {}


def test_a_code_that_was_not_kept_opens_nothing(counter: Counter) -> None:
    made = counter.ask(ask.MakeCodeRequest())
    assert isinstance(made, ask.CodeMade)
    assert made.code not in repr(made)
    assert isinstance(counter.refusal(ask.RecoverRequest(counter.folder, made.code)), NoRecoveryCodeError)


def test_a_changed_passphrase_opens_and_the_old_one_does_not(counter: Counter) -> None:
    counter.ask(ask.ChangePassphraseRequest("other words"))
    assert isinstance(counter.refusal(ask.UnlockRequest(counter.folder, PASSPHRASE)), WrongPassphraseError)
    assert isinstance(counter.ask(ask.UnlockRequest(counter.folder, "other words")), ask.VaultOpened)


def test_a_trusted_computer_opens_the_journal_until_that_way_is_removed(
    counter: Counter, keychain: KeychainInMemory
) -> None:
    assert isinstance(counter.refusal(ask.ComputerRequest(counter.folder)), ComputerNotTrustedError)
    counter.ask(ask.UnlockRequest(counter.folder, PASSPHRASE))
    assert counter.ask(ask.TrustComputerRequest()) == ask.Done()
    opened = counter.ask(ask.ComputerRequest(counter.folder))
    assert isinstance(opened, ask.VaultOpened)
    assert opened.way_in is WayInKind.DEVICE
    (way,) = (way for way in opened.ways_in if way.kind is WayInKind.DEVICE)
    assert counter.local.read().trusted_ways == {way.id}
    counter.ask(ask.RemoveWayInRequest(way.id))
    assert counter.local.read().trusted_ways == frozenset()
    assert keychain.secrets == {}
    assert isinstance(counter.refusal(ask.ComputerRequest(counter.folder)), ComputerNotTrustedError)


def test_encrypting_anew_tells_how_far_it_is_and_keeps_this_computer_trusted(counter: Counter) -> None:
    counter.ask(ask.TrustComputerRequest())
    (before,) = counter.local.read().trusted_ways
    counter.ask(ask.ReEncryptRequest(PASSPHRASE))
    shares = [answer.done for answer in counter.answers if isinstance(answer, ask.Progress)]
    assert shares == sorted(shares)
    assert shares[-1] == 1.0
    assert isinstance(counter.answers[-1], ask.Done)
    (after,) = counter.local.read().trusted_ways
    assert after != before
    assert isinstance(counter.ask(ask.ComputerRequest(counter.folder)), ask.VaultOpened)


def test_encrypting_anew_can_be_stopped_and_leaves_everything_as_it_was(counter: Counter) -> None:
    files = {path.name: path.read_bytes() for path in counter.folder.iterdir()}
    stop = counter.desk.answered.connect(
        lambda answer: counter.desk.do(ask.CancelRequest()) if isinstance(answer, ask.Progress) else None
    )
    assert isinstance(counter.refusal(ask.ReEncryptRequest("new")), CancelledError)
    counter.desk.answered.disconnect(stop)
    after = {path.name: path.read_bytes() for path in counter.folder.iterdir()}
    assert after.keys() == files.keys()
    assert after["vault.tjkeys"] == files["vault.tjkeys"]
    counter.ask(ask.UnlockRequest(counter.folder, PASSPHRASE))


def test_a_moved_journal_is_known_in_its_new_place(counter: Counter, tmp_path: Path) -> None:
    counter.ask(ask.EnterRequest())
    moved = counter.ask(ask.MoveRequest(counter.folder, tmp_path / "Elsewhere"))
    assert moved == ask.Moved(tmp_path / "Elsewhere")
    assert counter.local.read().journals == (tmp_path / "Elsewhere",)
    counter.ask(ask.UnlockRequest(tmp_path / "Elsewhere", PASSPHRASE))


def test_a_journal_set_aside_can_be_put_back(counter: Counter) -> None:
    counter.ask(ask.DeleteRequest())
    assert not counter.folder.exists()
    (aside,) = counter.local.read().journals
    assert aside.exists(), "a killed program would leave a journal nobody can find"
    counter.ask(ask.PutBackRequest())
    assert counter.local.read().journals == (counter.folder,)
    counter.ask(ask.UnlockRequest(counter.folder, PASSPHRASE))


def test_a_journal_set_aside_is_deleted_when_that_is_confirmed(
    counter: Counter, tmp_path: Path, keychain: KeychainInMemory
) -> None:
    counter.ask(ask.TrustComputerRequest(), ask.DeleteRequest(), ask.DeleteForGoodRequest())
    assert [path.name for path in tmp_path.iterdir()] == ["config"]
    assert counter.local.read().journals == ()
    assert keychain.secrets == {}
    assert isinstance(counter.refusal(ask.UnlockRequest(counter.folder, PASSPHRASE)), JournalMissingError)


def test_a_journal_set_aside_is_deleted_when_another_is_opened(counter: Counter, tmp_path: Path) -> None:
    counter.ask(ask.DeleteRequest(), ask.CreateRequest(tmp_path / "Another", PASSPHRASE))
    assert sorted(path.name for path in tmp_path.iterdir()) == ["Another", "config"]


def test_giving_up_wipes_the_keys_and_asks_for_a_new_process(counter: Counter) -> None:
    vault = counter.desk._vault
    assert vault is not None
    assert any(vault._data_key)
    counter.ask(ask.GiveUpRequest())
    assert not any(vault._data_key)
    assert counter.given_up == 1
    with pytest.raises(RuntimeError):
        counter.desk.do(ask.EnterRequest())


def test_handing_over_leaves_no_data_key_at_the_desk(counter: Counter) -> None:
    vault = counter.desk._vault
    assert vault is not None
    counter.ask(ask.EnterRequest())
    assert not any(vault._data_key)
