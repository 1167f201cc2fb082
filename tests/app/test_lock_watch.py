"""Whatever happens that should lock the journal comes out of one signal, as the settings want it."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from dataclasses import dataclass, field

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from tests.fakes.lock_signals import FakeLockSignals
from trustjournal.app.lock_watch import LockWatch
from trustjournal.domain.settings import JournalSettings


@dataclass
class Scene:
    window: QWidget
    signals: FakeLockSignals
    watch: LockWatch
    threads: list[int] = field(default_factory=list)
    """On which thread it was asked to lock, each time."""


@pytest.fixture
def scene(qtbot: QtBot, qapp: QApplication) -> Iterator[Scene]:
    window = QWidget()
    qtbot.addWidget(window)
    signals = FakeLockSignals()
    scene = Scene(window, signals, LockWatch(window, JournalSettings(), signals))
    scene.watch.watch(qapp)
    scene.watch.lock_requested.connect(lambda: scene.threads.append(threading.get_ident()))
    window.show()
    window.activateWindow()
    qtbot.waitUntil(lambda: qapp.focusWindow() is window.windowHandle())
    yield scene
    qapp.applicationStateChanged.emit(Qt.ApplicationState.ApplicationActive)


def test_the_computer_is_heard_from_the_beginning_on_and_not_before(scene: Scene, qtbot: QtBot) -> None:
    assert scene.signals.lock is None
    scene.watch.begin()
    scene.signals.tell()
    assert scene.threads == [], "this thread was not asked yet, and no other may be"
    qtbot.waitUntil(lambda: scene.threads == [threading.get_ident()])


def test_the_chord_locks(scene: Scene, qapp: QApplication) -> None:
    QTest.keyClick(qapp.focusWindow(), Qt.Key.Key_L, Qt.KeyboardModifier.ControlModifier)
    assert len(scene.threads) == 1


def test_idle_time_locks(scene: Scene, qtbot: QtBot) -> None:
    scene.watch.follow(JournalSettings(idle_minutes=0))
    qtbot.waitUntil(lambda: len(scene.threads) == 1)


def test_a_minimised_window_locks_where_that_was_chosen(scene: Scene) -> None:
    scene.window.showMinimized()
    scene.window.showNormal()
    assert scene.threads == []
    scene.watch.follow(JournalSettings(lock_on_minimise=True))
    scene.window.showMinimized()
    assert len(scene.threads) == 1


def test_what_was_chosen_before_counts_from_the_start(qtbot: QtBot) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    watch = LockWatch(window, JournalSettings(lock_on_minimise=True), FakeLockSignals())
    window.show()
    with qtbot.waitSignal(watch.lock_requested):
        window.showMinimized()
