"""The self-test tells the truth, leaves nothing behind, and never touches an open journal."""

from __future__ import annotations

import tempfile
import threading
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.fakes.journals import cheap_cost
from trustjournal.app import own_process
from trustjournal.app import self_test as module
from trustjournal.app.own_process import OwnProcess
from trustjournal.app.self_test import SelfTest
from trustjournal.domain.proof import PathKind, ProcessProof, WrittenFile
from trustjournal.domain.protection import Protection, Standing
from trustjournal.domain.self_test import Check, CheckResult
from trustjournal.host.hardening import Hardening
from trustjournal.host.hardening.everywhere import WrittenPaths
from trustjournal.services.vault import VaultService


@pytest.fixture(autouse=True)
def cheap(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Path:
    """No time for the key, and a place for what is temporary that can be looked at."""
    place = tmp_path / "temporary"
    place.mkdir()
    monkeypatch.setattr(tempfile, "tempdir", str(place))
    monkeypatch.setattr(module, "VaultService", lambda clock: VaultService(clock, cost=cheap_cost))
    monkeypatch.setattr(module, "_made_up_word", lambda: "kittiwakeaaaa")
    return place


def _failed(results: tuple[CheckResult, ...]) -> list[Check]:
    return [result.check for result in results if not result.holds]


def test_every_check_is_run_in_order_and_holds(cheap: Path) -> None:
    results = SelfTest(tuple).run()
    assert [result.check for result in results] == list(Check)
    assert _failed(results) == []
    facts = {result.check: result.facts for result in results}
    assert int(facts[Check.ENCRYPTED_AT_REST]["bytes"]) > 10_000
    assert list(cheap.iterdir()) == []


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16-le"])
@pytest.mark.parametrize("word", ["kittiwake", "Kittiwake"])
@pytest.mark.parametrize("before", [0, module.PIECE - 5])
def test_the_word_in_a_file_that_was_written_is_found(tmp_path: Path, word: str, encoding: str, before: int) -> None:
    file = tmp_path / "trace"
    file.write_bytes(b"." * before + f"{word}aaaa".encode(encoding) + b".")
    results = SelfTest(lambda: (str(file),)).run()
    assert _failed(results) == [Check.NOTHING_ELSEWHERE]


def test_files_that_are_gone_folders_and_devices_are_passed_over(tmp_path: Path) -> None:
    there = tmp_path / "there"
    there.write_bytes(b"words")
    (result,) = [
        result
        for result in SelfTest(lambda: (str(tmp_path / "gone"), str(tmp_path), "/dev/null", str(there))).run()
        if result.check is Check.NOTHING_ELSEWHERE
    ]
    assert result.holds
    assert result.facts == {"files": 1}


def test_a_word_that_reaches_the_journals_folder_in_clear_is_found(monkeypatch: pytest.MonkeyPatch) -> None:
    make = module._Trial.make

    def make_and_leak(trial: module._Trial) -> module.Facts:
        facts = make(trial)
        (trial._folder / "draft").write_text(trial._canary)
        return facts

    monkeypatch.setattr(module._Trial, "make", make_and_leak)
    assert Check.ENCRYPTED_AT_REST in _failed(SelfTest(tuple).run())


def test_a_stopped_test_leaves_nothing_at_once_and_tells_no_more(cheap: Path) -> None:
    test = SelfTest(tuple)
    results = test.results()
    assert next(results).check is Check.PROGRAM_FILES
    assert next(results).check is Check.KEY_DERIVATION
    assert list(cheap.iterdir())
    test.stop()
    assert list(cheap.iterdir()) == []
    assert list(results) == []
    assert list(cheap.iterdir()) == []


def test_one_that_is_stopped_amid_a_check_on_its_own_thread_ends_by_itself(
    cheap: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    is_amid, may_go_on = threading.Event(), threading.Event()
    unlock = VaultService.unlock

    def wait(service: VaultService, folder: Path, passphrase: str) -> object:
        is_amid.set()
        may_go_on.wait()
        return unlock(service, folder, passphrase)

    monkeypatch.setattr(VaultService, "unlock", wait)
    test, told = SelfTest(tuple), list[CheckResult]()
    thread = threading.Thread(target=lambda: told.extend(test.run()))
    thread.start()
    is_amid.wait()
    test.stop()
    may_go_on.set()
    thread.join()
    assert _failed(tuple(told)) == [Check.KEY_DERIVATION]
    assert len(told) == 2
    assert list(cheap.iterdir()) == []


def test_what_is_made_anew_while_it_is_stopped_goes_before_another_key_is_derived(
    cheap: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    test, derived = SelfTest(tuple), list[str]()
    create = VaultService.create

    def stop_and_create(service: VaultService, folder: Path, passphrase: str) -> object:
        test.stop()
        return create(service, folder, passphrase)

    monkeypatch.setattr(VaultService, "create", stop_and_create)
    monkeypatch.setattr(VaultService, "unlock", lambda *_: derived.append("a second key"))
    assert _failed(test.run()) == [Check.KEY_DERIVATION]
    assert derived == []
    assert list(cheap.iterdir()) == []


def test_stopping_before_it_begins_begins_nothing(cheap: Path) -> None:
    test = SelfTest(tuple)
    test.stop()
    assert test.run() == ()
    assert list(cheap.iterdir()) == []


def test_the_open_journal_is_never_opened_a_second_time(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """SQLite would lose its locks on a file that this process opens and closes beside it."""
    journal, export = tmp_path / "journal.tjdb", tmp_path / "export"
    for file in (journal, export):
        file.write_bytes(b"words")
    proof = ProcessProof(
        (),
        (),
        (),
        (
            WrittenFile(PathKind.JOURNAL, str(journal), is_there=True),
            WrittenFile(PathKind.ELSEWHERE, str(export), is_there=True),
        ),
        is_all_written=True,
    )
    monkeypatch.setattr(own_process, "take_proof", lambda *_, **__: proof)
    opened: list[Path] = []
    look: Callable[[Path, tuple[bytes, ...]], bool] = module._holds_any

    def noted(path: Path, forms: tuple[bytes, ...]) -> bool:
        opened.append(path)
        return look(path, forms)

    monkeypatch.setattr(module, "_holds_any", noted)
    hardening = Hardening([], _NoMeasure(), WrittenPaths())
    process = OwnProcess(hardening, journal=tmp_path, own=())
    assert _failed(process.self_test().run()) == []
    assert opened == [export]


def test_a_process_that_ends_amid_a_test_leaves_nothing(cheap: Path, tmp_path: Path) -> None:
    process = OwnProcess(Hardening([], _NoMeasure(), WrittenPaths()), journal=tmp_path, own=())
    process.end()
    results = process.self_test().results()
    next(results)
    next(results)
    process.end()
    assert list(cheap.iterdir()) == []
    assert list(results) == []


class _NoMeasure:
    """A measure that does nothing."""

    name = Protection.CLOSED_MEMORY

    def apply(self) -> None:
        """As in `LiftableMeasure`."""

    def lift(self) -> None:
        """As in `LiftableMeasure`."""

    def state(self) -> Standing:
        """As in `LiftableMeasure`."""
        return Standing.OFF
