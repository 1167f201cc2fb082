"""An open journal and its ways out: the page is covered first, then words are stored and the journal is closed."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from uuid import UUID

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QLineEdit, QMenu, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot
from typing_extensions import override

from tests.fakes.clock import FakeClock
from tests.fakes.lock_signals import FakeLockSignals
from tests.fakes.stepped_tasks import SteppedTasks
from trustjournal.app.appearance import Appearance
from trustjournal.app.boot import LifeOrder
from trustjournal.app.control import Line, LineBuffer, Word, receive
from trustjournal.app.life import LifeLine
from trustjournal.app.lock_watch import LockWatch
from trustjournal.app.session import ChangeFeed, Session
from trustjournal.domain.change import Changed
from trustjournal.domain.clock import moment_now
from trustjournal.domain.entry import Entry
from trustjournal.domain.ids import EntryId
from trustjournal.domain.settings import JournalSettings
from trustjournal.domain.vault_task import TaskOrder, VaultTask
from trustjournal.errors import StorageFullError
from trustjournal.host.local_settings import LocalSettingsFile
from trustjournal.host.resources import resources_folder
from trustjournal.services.journal import Journal
from trustjournal.ui.kit.icons import Icons
from trustjournal.ui.kit.theme import Theme
from trustjournal.ui.parts.page import Page
from trustjournal.ui.parts.save_keeper import SaveKeeper
from trustjournal.ui.shell.window import SessionWindow

WORDS = "words nobody has stored yet"
PATIENCE_MS = 20_000
"""After which something that waits for a person gives up, so that its test fails and does not hang."""


class Sheet(Page):
    """A page with one field, whose words it hands over when it is told to settle."""

    name = "journal"
    icon_name = "journal"

    def __init__(self, hand_over: Callable[[str], None]) -> None:
        super().__init__()
        self._hand_over = hand_over
        self.is_broken = False
        self.paper = QLineEdit()
        self.paper.setAccessibleName("words")
        QVBoxLayout(self).addWidget(self.paper)

    @override
    def title(self) -> str:
        return "Journal"

    @override
    def settle(self) -> None:
        if self.is_broken:
            raise ValueError
        if self.paper.text():
            self._hand_over(self.paper.text())

    @override
    def first_focus(self) -> QWidget:
        return self.paper


class Shelf:
    """Stores what the journal stores, unless the disk is full."""

    def __init__(self, journal: Journal) -> None:
        self._journal = journal
        self.is_full = False

    def save(self, entry: Entry) -> Entry:
        if self.is_full:
            raise StorageFullError
        return self._journal.writing.save(entry)


@dataclass
class Scene:
    app: QApplication
    session: Session
    window: SessionWindow
    sheet: Sheet
    shelf: Shelf
    tasks: SteppedTasks
    signals: FakeLockSignals
    journal: Journal
    feed: ChangeFeed
    heard: int
    """Where the supervisor reads what the session says."""

    @property
    def is_covered(self) -> bool:
        return self.window.cover_pane.isVisible() and not self.sheet.isVisible()

    def said(self) -> list[Line]:
        """What the session said since the last time."""
        os.set_blocking(self.heard, False)
        return list(receive(self.heard, LineBuffer()) or ())

    def press_the_chord(self) -> None:
        QTest.keyClick(self.app.focusWindow(), Qt.Key.Key_L, Qt.KeyboardModifier.ControlModifier)


@pytest.fixture
def scene(qtbot: QtBot, qapp: QApplication, journal: Journal, clock: FakeClock, tmp_path: Path) -> Iterator[Scene]:
    theme = Theme(resources_folder() / "styles")
    theme.set_choice("light")
    theme.apply(qapp)
    icons = Icons(resources_folder() / "icons", theme)
    tasks, shelf = SteppedTasks(), Shelf(journal)
    keeper = SaveKeeper(shelf.save, tasks)
    entry_id = EntryId(UUID(int=1))
    sheet = Sheet(lambda text: keeper.put(Entry(entry_id, moment_now(clock), "", text)))
    window = SessionWindow(theme, icons, [sheet], [], journal_name="Personal", keeper=keeper)
    qtbot.addWidget(window, before_close_func=lambda window: window.leave())
    heard, say = os.pipe()
    hear, supervisor = os.pipe()
    signals, feed = FakeLockSignals(), ChangeFeed()
    watch = LockWatch(window, JournalSettings(), signals)
    watch.watch(qapp)
    session = Session(
        Appearance(qapp, theme, icons),
        LifeLine(LifeOrder("session", hear, say, -1)),
        LocalSettingsFile(tmp_path / "settings.json"),
        tasks,
        journal,
        feed,
        keeper,
        window,
        watch,
    )
    session.show((), None)
    qtbot.waitUntil(lambda: signals.lock is not None)
    qtbot.waitUntil(lambda: qapp.focusWidget() is sheet.paper)
    scene = Scene(qapp, session, window, sheet, shelf, tasks, signals, journal, feed, heard)
    assert scene.said() == [Line(Word.PAINTED)]
    yield scene
    for descriptor in (heard, say, hear, supervisor):
        os.close(descriptor)


def stored(journal: Journal) -> list[str]:
    return [entry.text for one in journal.finding.newest(9) if (entry := journal.writing.entry(one.id)) is not None]


def by_chord(scene: Scene, _qtbot: QtBot) -> None:
    scene.press_the_chord()


def by_button(scene: Scene, _qtbot: QtBot) -> None:
    scene.window.rail.lock.click()


def by_the_computer(scene: Scene, qtbot: QtBot) -> None:
    scene.signals.tell()
    qtbot.waitUntil(lambda: scene.is_covered)


def by_minimising(scene: Scene, _qtbot: QtBot) -> None:
    scene.journal.choices.change(JournalSettings(lock_on_minimise=True))
    scene.feed.changed.emit(Changed.SETTINGS)
    scene.tasks.all()
    scene.window.showMinimized()


def by_idling(scene: Scene, qtbot: QtBot) -> None:
    scene.journal.choices.change(JournalSettings(idle_minutes=1))
    scene.feed.changed.emit(Changed.SETTINGS)
    scene.tasks.all()
    watch = scene.window.findChild(LockWatch)
    assert watch is not None
    watch.follow(JournalSettings(idle_minutes=0))
    qtbot.waitUntil(lambda: scene.is_covered)


@pytest.mark.parametrize("lock", [by_chord, by_button, by_the_computer, by_minimising, by_idling])
def test_whatever_locks_covers_first_then_stores_then_closes_then_says_so(
    scene: Scene, qtbot: QtBot, lock: Callable[[Scene, QtBot], None]
) -> None:
    scene.sheet.paper.setText(WORDS)
    lock(scene, qtbot)
    assert scene.window.cover_pane.isVisibleTo(scene.window)
    assert not scene.sheet.isVisible()
    assert stored(scene.journal) == []
    scene.tasks.step()
    assert stored(scene.journal) == [WORDS]
    assert scene.said() == []
    scene.tasks.all()
    with pytest.raises(Exception, match="closed"):
        scene.journal.finding.newest(1)
    assert scene.said() == [Line(Word.LOCKING)]
    assert not scene.signals.has_ended, "sleep waits until the process has ended and its memory is gone"


def test_words_that_cannot_be_stored_keep_the_window_covered_and_say_why(scene: Scene, qtbot: QtBot) -> None:
    scene.sheet.paper.setText(WORDS)
    scene.shelf.is_full = True
    by_the_computer(scene, qtbot)
    scene.tasks.all()
    assert scene.is_covered
    assert "disk is full" in scene.window.cover_pane.refusal.title
    by_the_computer(scene, qtbot)
    assert scene.tasks.waiting == 0
    assert scene.said() == []
    scene.shelf.is_full = False
    scene.window.cover_pane.retry.click()
    scene.tasks.all()
    assert scene.said() == [Line(Word.LOCKING)]


def test_after_going_back_to_the_page_it_can_be_locked_again(scene: Scene) -> None:
    scene.sheet.paper.setText(WORDS)
    scene.shelf.is_full = True
    scene.press_the_chord()
    scene.tasks.all()
    scene.window.cover_pane.go_back.click()
    assert scene.sheet.paper.hasFocus()
    scene.shelf.is_full = False
    scene.press_the_chord()
    scene.tasks.all()
    assert scene.said() == [Line(Word.LOCKING)]


def test_a_page_that_cannot_hand_over_its_words_is_a_save_that_failed(scene: Scene, qtbot: QtBot) -> None:
    scene.sheet.is_broken = True
    with qtbot.captureExceptions() as mistakes:
        scene.press_the_chord()
    assert [kind for kind, _error, _trace in mistakes] == [ValueError]
    assert scene.is_covered
    assert scene.window.cover_pane.retry.isVisible()
    scene.sheet.is_broken = False
    scene.sheet.paper.setText(WORDS)
    scene.window.cover_pane.retry.click()
    scene.tasks.step()
    assert stored(scene.journal) == [WORDS]
    scene.tasks.all()
    assert scene.said() == [Line(Word.LOCKING)]


def test_a_vault_task_is_named_when_it_locks_and_forgotten_when_it_does_not(scene: Scene) -> None:
    order = TaskOrder(VaultTask.RE_ENCRYPT)
    scene.sheet.paper.setText(WORDS)
    scene.shelf.is_full = True
    scene.session.leave_for(order)
    scene.tasks.all()
    scene.window.cover_pane.go_back.click()
    scene.shelf.is_full = False
    scene.press_the_chord()
    scene.tasks.all()
    assert scene.said() == [Line(Word.LOCKING)]


def test_locking_behind_another_program_asks_whoever_follows_to_leave_it_the_keyboard(
    scene: Scene, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(QGuiApplication, "focusWindow", lambda: None)
    scene.window.lock_requested.emit()
    scene.tasks.all()
    assert scene.said() == [Line(Word.BEHIND), Line(Word.LOCKING)]


# Whatever is in front ------------------------------------------------------------------------------


def test_the_chord_locks_from_a_dialog_that_is_waited_for(scene: Scene, qtbot: QtBot) -> None:
    dialog = QDialog(scene.window)

    def press() -> None:
        qtbot.waitUntil(lambda: scene.app.focusWindow() is dialog.windowHandle())
        scene.press_the_chord()

    QTimer.singleShot(0, press)
    QTimer.singleShot(PATIENCE_MS, dialog, dialog.reject)
    assert dialog.exec() == QDialog.DialogCode.Rejected.value
    assert scene.is_covered
    scene.tasks.all()
    assert scene.said() == [Line(Word.LOCKING)]


def test_the_chord_locks_from_a_menu_that_is_waited_for(scene: Scene) -> None:
    menu = QMenu(scene.window)
    menu.addAction("Something")
    QTimer.singleShot(0, scene.press_the_chord)
    QTimer.singleShot(PATIENCE_MS, menu, menu.close)
    assert menu.exec(scene.window.mapToGlobal(scene.window.rect().center())) is None
    assert scene.is_covered


def test_the_chord_locks_in_focus_mode(scene: Scene) -> None:
    scene.window.toggle_quiet()
    scene.press_the_chord()
    assert scene.is_covered
    scene.tasks.all()
    assert scene.said() == [Line(Word.LOCKING)]
