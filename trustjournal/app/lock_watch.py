"""Everything that locks an open journal: the chord, time, a window that is put away, and what the computer says."""

from __future__ import annotations

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QWidget

from trustjournal.domain.settings import JournalSettings
from trustjournal.host.lock_signals import LockSignals
from trustjournal.ui.shell.away import AwayWatch
from trustjournal.ui.shell.idle import IdleWatch
from trustjournal.ui.shell.lock_chord import LockChord


class LockWatch(QObject):
    """Watches from `watch` on, as the settings want it; what the computer says is heard once `begin` was called."""

    lock_requested = Signal()

    _signalled = Signal()

    def __init__(self, window: QWidget, settings: JournalSettings, signals: LockSignals) -> None:
        super().__init__(window)
        self._signals = signals
        self._idle = IdleWatch(settings.idle_minutes, self)
        self._away = AwayWatch(window)
        self._chord = LockChord(self)
        for watch in (self._idle, self._away, self._chord):
            watch.lock_requested.connect(self.lock_requested)
        # It comes from threads that listen; what it leads to happens on the window's.
        self._signalled.connect(self.lock_requested, Qt.ConnectionType.QueuedConnection)
        self._follow_away(settings)

    def watch(self, app: QGuiApplication) -> None:
        """Watch the person and the windows."""
        self._idle.watch(app)
        self._away.watch(app)
        self._chord.watch(app)

    def begin(self) -> None:
        """Hear the computer too: to be called when the window is on the screen, as it costs imports and threads."""
        self._signals.begin(self._signalled.emit)

    def follow(self, settings: JournalSettings) -> None:
        """The person chose otherwise."""
        self._idle.set_idle_minutes(settings.idle_minutes)
        self._follow_away(settings)

    def _follow_away(self, settings: JournalSettings) -> None:
        self._away.follow(on_minimise=settings.lock_on_minimise, on_focus_loss=settings.lock_on_focus_loss)
