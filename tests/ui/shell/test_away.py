"""A window that was put away: the journal asks to be locked, if that was chosen."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QDialog, QWidget
from pytestqt.qtbot import QtBot

from trustjournal.ui.shell.away import FOCUS_LOSS_MS, AwayWatch

ACTIVE, AWAY = Qt.ApplicationState.ApplicationActive, Qt.ApplicationState.ApplicationInactive


@dataclass
class Scene:
    """The ten seconds last no time, so that they are over with the next events."""

    app: QApplication
    window: QWidget
    watch: AwayWatch
    asked: list[bool] = field(default_factory=list)

    def turn(self, state: Qt.ApplicationState) -> None:
        self.app.applicationStateChanged.emit(state)

    def time_passes(self) -> None:
        for _ in range(3):
            self.app.processEvents()


@pytest.fixture
def scene(qtbot: QtBot, qapp: QApplication) -> Iterator[Scene]:
    window = QWidget()
    qtbot.addWidget(window)
    window.show()
    window.activateWindow()
    qtbot.waitUntil(lambda: qapp.applicationState() == ACTIVE)
    scene = Scene(qapp, window, AwayWatch(window, focus_loss_ms=0))
    scene.watch.watch(qapp)
    scene.watch.lock_requested.connect(lambda: scene.asked.append(True))
    yield scene
    scene.turn(ACTIVE)


def test_by_default_nothing_locks(scene: Scene) -> None:
    scene.turn(AWAY)
    scene.window.showMinimized()
    scene.time_passes()
    assert scene.asked == []


def test_minimised_locks_at_once(scene: Scene) -> None:
    scene.watch.follow(on_minimise=True, on_focus_loss=False)
    scene.window.showMinimized()
    assert scene.asked == [True]


def test_other_changes_of_the_window_lock_nothing(scene: Scene) -> None:
    scene.watch.follow(on_minimise=True, on_focus_loss=True)
    scene.window.showMaximized()
    scene.window.showNormal()
    scene.time_passes()
    assert scene.asked == []


def test_another_program_in_front_locks_after_ten_seconds(scene: Scene) -> None:
    scene.watch.follow(on_minimise=False, on_focus_loss=True)
    scene.turn(AWAY)
    assert scene.asked == []
    scene.time_passes()
    assert scene.asked == [True]
    assert FOCUS_LOSS_MS == 10_000


def test_somebody_who_is_back_in_time_is_not_locked_out(scene: Scene) -> None:
    scene.watch.follow(on_minimise=False, on_focus_loss=True)
    scene.turn(AWAY)
    scene.turn(ACTIVE)
    scene.time_passes()
    assert scene.asked == []


def test_a_dialog_of_ours_may_be_another_programs_window(scene: Scene) -> None:
    scene.watch.follow(on_minimise=False, on_focus_loss=True)
    dialog = QDialog(scene.window)
    dialog.open()
    scene.turn(AWAY)
    scene.time_passes()
    assert scene.asked == []
    dialog.reject()
    scene.time_passes()
    assert scene.asked == [True]


def test_what_is_chosen_counts_from_then_on(scene: Scene) -> None:
    scene.turn(AWAY)
    scene.watch.follow(on_minimise=False, on_focus_loss=True)
    scene.watch.follow(on_minimise=False, on_focus_loss=False)
    scene.time_passes()
    assert scene.asked == []
    scene.watch.follow(on_minimise=False, on_focus_loss=True)
    scene.time_passes()
    assert scene.asked == [True]
