"""The privacy page shows what the process tells, keeps looking while it is seen, and runs the self-test safely."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field, fields, replace

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QWidget

from tests.fakes.stepped_tasks import SteppedTasks
from tests.fakes.surroundings import FakeSelfTest, made_up_proof, results
from trustjournal.domain.place import Place
from trustjournal.domain.proof import OpenSocket, PathKind, ProcessProof, SocketReach, WrittenFile
from trustjournal.domain.protection import Protection, Standing
from trustjournal.domain.self_test import Check
from trustjournal.errors import StorageFullError
from trustjournal.host.local_settings import LocalSettings
from trustjournal.ui.kit.icons import Icons
from trustjournal.ui.kit.tasks import InlineTasks, Tasks
from trustjournal.ui.kit.theme import Theme
from trustjournal.ui.pages.privacy import build_privacy_page
from trustjournal.ui.pages.privacy.page import PrivacyPage
from trustjournal.ui.pages.privacy.words import check_words, protection_words, standing_words
from trustjournal.ui.parts.refusal import Refusal

NOTHING = ProcessProof((), (), (), (), is_all_written=True)


@dataclass
class Scene:
    """The page and what stands behind it; `proof` is what the process tells the next time it is asked."""

    page: PrivacyPage = field(init=False)
    proof: ProcessProof = field(default_factory=made_up_proof)
    looks: int = 0
    tests: list[FakeSelfTest] = field(default_factory=list)

    def look(self) -> ProcessProof:
        """Counts how often it was asked."""
        self.looks += 1
        return self.proof

    def make_test(self) -> FakeSelfTest:
        """Remembers each test."""
        self.tests.append(FakeSelfTest())
        return self.tests[-1]

    def show(self, proof: ProcessProof) -> None:
        """Let the process tell something else, and look."""
        self.proof = proof
        self.page.visit(Place("privacy"))


@pytest.fixture
def build(theme: Theme, icons: Icons) -> Iterator[Callable[[Tasks], Scene]]:
    pages: list[PrivacyPage] = []

    def build_with(tasks: Tasks) -> Scene:
        scene = Scene()
        scene.page = build_privacy_page(
            read_proof=scene.look,
            make_self_test=scene.make_test,
            self_test_tasks=tasks,
            settings_file="/home/somebody/settings.json",
            theme=theme,
            icons=icons,
        )
        pages.append(scene.page)
        scene.page.resize(900, 700)
        return scene

    yield build_with
    for page in pages:
        page.hide()
        page.deleteLater()
        QApplication.sendPostedEvents(page, QEvent.Type.DeferredDelete)


@pytest.fixture
def scene(build: Callable[[Tasks], Scene]) -> Scene:
    scene = build(InlineTasks())
    scene.page.show()
    return scene


def _words(widget: QWidget) -> str:
    QApplication.processEvents()
    return " ".join(label.text() for label in widget.findChildren(QLabel) if label.isVisible())


# What it has open -----------------------------------------------------------------------------------


def test_no_connection_to_the_internet_is_shown_as_none(scene: Scene) -> None:
    assert scene.page.now.internet.standing == "0"
    assert "nothing this program would need one for" in scene.page.now.internet.sentence


def test_a_connection_to_the_internet_is_called_wrong(scene: Scene) -> None:
    scene.show(replace(scene.proof, sockets=(OpenSocket(SocketReach.INTERNET),)))
    assert scene.page.now.internet.standing == "1"
    assert "This should not be" in scene.page.now.internet.sentence
    assert scene.page.now.local.standing == "0"


def test_a_connection_of_a_third_kind_is_not_kept_back(scene: Scene) -> None:
    assert scene.page.now.elsewhere.isHidden()
    scene.show(replace(scene.proof, sockets=(OpenSocket(SocketReach.ELSEWHERE),)))
    assert not scene.page.now.elsewhere.isHidden()
    assert scene.page.now.elsewhere.standing == "1"
    assert scene.page.now.internet.standing == scene.page.now.local.standing == "0"


def test_a_system_that_does_not_tell_is_not_taken_for_good_news(scene: Scene) -> None:
    scene.show(replace(NOTHING, sockets=None, files=None))
    for row in (scene.page.now.internet, scene.page.now.local, scene.page.now.files):
        assert row.standing == "this system does not tell"


def test_connections_inside_the_computer_are_named_by_who_is_there(scene: Scene) -> None:
    assert scene.page.now.local.standing == "3"
    assert scene.page.now.local.sentence == "the screen: 1 · the desktop (D-Bus): 1 · parts of this program: 1"


def test_open_files_are_counted_by_place_and_pipes_are_none(scene: Scene) -> None:
    assert scene.page.now.files.standing == "2"
    assert scene.page.now.files.sentence == "This journal: 1 · The program itself: 1"


# What it has written --------------------------------------------------------------------------------


def test_what_was_written_is_listed_by_place_with_its_path(scene: Scene) -> None:
    places = scene.page.written.places
    assert "/ημερ/α.β" in _words(places[PathKind.JOURNAL])
    assert "/ρυθμ/β (gone again)" in _words(places[PathKind.SETTINGS])
    assert places[PathKind.SYSTEM].isHidden()


def test_of_very_many_files_the_newest_are_listed_and_the_rest_counted(scene: Scene) -> None:
    words = _words(scene.page.written.places[PathKind.ELSEWHERE])
    assert "14" in words
    assert "2 more are not listed." in words
    assert "/αλλού/13" in words
    assert "/αλλού/1\n" not in words


def test_a_path_that_was_selected_stays_selected_while_nothing_is_new(scene: Scene) -> None:
    place = scene.page.written.places[PathKind.JOURNAL]
    label = next(label for label in place.findChildren(QLabel) if "/ημερ" in label.text())
    label.setSelection(0, 4)
    scene.show(made_up_proof())
    assert label.selectedText() == "/ημε"
    scene.show(replace(scene.proof, written=(WrittenFile(PathKind.JOURNAL, "/ημερ/δ", is_there=True),)))
    assert label.text() == "/ημερ/δ"


def test_it_says_when_nothing_was_written_and_when_not_all_is_known(scene: Scene) -> None:
    assert "more files than are remembered" in _words(scene.page.written)
    scene.show(NOTHING)
    assert "Nothing so far." in _words(scene.page.written)
    assert "more files than are remembered" not in _words(scene.page.written)


# What protects it -----------------------------------------------------------------------------------


def test_every_protection_says_what_it_is_for_and_how_it_stands(scene: Scene) -> None:
    for protection, standing in scene.proof.protections:
        row = scene.page.protection.rows[protection]
        assert row.standing == standing_words(standing)
        assert row.sentence == protection_words(protection)[1] != ""


def test_protections_have_different_names_and_standings_different_words(scene: Scene) -> None:
    assert len({protection_words(protection)[0] for protection in Protection}) == len(Protection)
    assert len({standing_words(standing) for standing in Standing}) == len(Standing)


def test_it_says_what_no_protection_helps_against(scene: Scene) -> None:
    assert "None of this helps against somebody who controls this computer itself" in _words(scene.page.protection)


# What is kept in clear, and backups -----------------------------------------------------------------

TOLD_AS = {
    "journals": "the names and folders of your journals",
    "theme": "colours",
    "language": "language",
    "text_percent": "text size",
    "window": "where the window was",
    "device": "a random name for this computer",
    "trusted_ways": "which ways in belong to this computer",
    "failed_attempts": "how many attempts to unlock have failed",
    "help_before_unlocking": "whether the unlock screen leads to help",
}


def test_everything_that_is_kept_in_clear_is_on_the_list(scene: Scene) -> None:
    assert set(TOLD_AS) == {one.name for one in fields(LocalSettings)}, "a setting in clear that the page does not name"
    words = _words(scene.page)
    for words_of_it in TOLD_AS.values():
        assert words_of_it in words
    assert "/home/somebody/settings.json" in words


def test_it_does_not_claim_backups_that_are_not_there(scene: Scene) -> None:
    assert "There are no automatic backups yet, so none was checked." in _words(scene.page)


# Looking again --------------------------------------------------------------------------------------


def test_it_looks_again_while_it_is_seen_and_never_while_it_is_not(build: Callable[[Tasks], Scene]) -> None:
    scene = build(InlineTasks())
    assert not scene.page._timer.isActive()
    scene.page.show()
    assert scene.page._timer.isActive()
    assert scene.page._timer.interval() == 2_000
    before = scene.looks
    scene.proof = replace(NOTHING, sockets=(OpenSocket(SocketReach.INTERNET),))
    scene.page._timer.timeout.emit()
    assert scene.looks == before + 1
    assert scene.page.now.internet.standing == "1"
    scene.page.hide()
    assert not scene.page._timer.isActive()


# The self-test --------------------------------------------------------------------------------------


def test_by_keyboard_the_test_begins_and_each_check_is_told_in_words(scene: Scene) -> None:
    QTest.keyClick(scene.page.first_focus(), Qt.Key.Key_Return)
    assert scene.page.self_test.summary.text() == "Everything holds on this computer."
    told = [(row.name, row.standing, row.sentence) for row in scene.page.self_test.rows]
    assert told == [(name, "holds", sentence) for name, sentence in map(check_words, results())]
    assert "SQLCipher 4.6.1." in _words(scene.page.self_test)


def test_a_check_that_does_not_hold_is_told_plainly_and_says_no_detail(build: Callable[[Tasks], Scene]) -> None:
    tasks = SteppedTasks()
    scene = build(tasks)
    scene.page.show()
    scene.page.self_test.start.click()
    scene.tests[0].answer = tuple(
        replace(result, problem="detail for developers") for result in results(Check.CIPHER, Check.SEARCH)
    )
    tasks.all()
    assert scene.page.self_test.summary.text().startswith("2 checks did not hold.")
    failed = [row.name for row in scene.page.self_test.rows if row.standing == "does not hold"]
    assert failed == ["Encryption", "Search"]
    assert "detail for developers" not in _words(scene.page)


def test_a_second_wish_while_it_runs_starts_no_second_test(build: Callable[[Tasks], Scene]) -> None:
    tasks = SteppedTasks()
    scene = build(tasks)
    scene.page.show()
    scene.page.self_test.start.click()
    scene.page.self_test.start.click()
    assert scene.page.self_test.summary.text() == "Testing. This takes a few seconds…"
    assert len(scene.tests) == tasks.waiting == 1


def test_leaving_the_page_stops_the_test_and_nothing_is_told_of_it(build: Callable[[Tasks], Scene]) -> None:
    stepped = SteppedTasks()
    scene = build(stepped)
    scene.page.show()
    scene.page.self_test.start.click()
    scene.page.settle()
    assert scene.tests[0].is_stopped
    assert scene.page.self_test.summary.text() == ""
    stepped.all()
    assert scene.page.self_test.rows == []
    scene.page.self_test.start.click()
    stepped.all()
    assert scene.page.self_test.summary.text() == "Everything holds on this computer."


def test_leaving_a_page_without_a_test_is_nothing_special(scene: Scene) -> None:
    scene.page.self_test.start.click()
    scene.page.settle()
    assert not scene.tests[0].is_stopped
    assert scene.page.self_test.summary.text() == "Everything holds on this computer."


def test_a_test_that_cannot_run_says_why(scene: Scene, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(_: FakeSelfTest) -> None:
        raise StorageFullError

    monkeypatch.setattr(FakeSelfTest, "run", refuse)
    scene.page.self_test.start.click()
    refusal = scene.page.findChild(Refusal)
    assert refusal is not None
    assert refusal.title == "The disk is full"
    assert scene.page.self_test.summary.text() == ""
