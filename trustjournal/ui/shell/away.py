"""Notices that the window was put away: minimised, or left for another program."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QDialog, QWidget
from typing_extensions import override

FOCUS_LOSS_MS = 10_000
"""Somebody looks something up, answers a message and is back."""


class AwayWatch(QObject):
    """Asks to lock when `window` is minimised, or when no window of ours had the keyboard for ten seconds.

    Each only if `follow` said so. A file or print dialog of the system may belong to another program: while any dialog
    of ours is open nobody is away, and the seconds count anew once it is closed.
    """

    lock_requested = Signal()

    def __init__(self, window: QWidget, *, focus_loss_ms: int = FOCUS_LOSS_MS) -> None:
        super().__init__(window)
        self._state = Qt.ApplicationState.ApplicationActive
        self._on_minimise = False
        self._on_focus_loss = False
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(focus_loss_ms)
        self._timer.timeout.connect(self._on_timer_timeout)
        window.installEventFilter(self)

    def watch(self, app: QGuiApplication) -> None:
        """Listen to whether one of our windows has the keyboard."""
        app.applicationStateChanged.connect(self._on_app_state_changed)
        self._on_app_state_changed(app.applicationState())

    def follow(self, *, on_minimise: bool, on_focus_loss: bool) -> None:
        """What counts as being away from now on."""
        self._on_minimise = on_minimise
        self._on_focus_loss = on_focus_loss
        self._on_app_state_changed(self._state)

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        is_minimised = (
            event.type() == QEvent.Type.WindowStateChange and isinstance(watched, QWidget) and watched.isMinimized()
        )
        if is_minimised and self._on_minimise:
            self.lock_requested.emit()
        return False

    def _on_app_state_changed(self, state: Qt.ApplicationState) -> None:
        self._state = state
        if state == Qt.ApplicationState.ApplicationActive or not self._on_focus_loss:
            self._timer.stop()
        elif not self._timer.isActive():
            self._timer.start()

    def _on_timer_timeout(self) -> None:
        if _is_dialog_open():
            self._timer.start()
        else:
            self.lock_requested.emit()


def _is_dialog_open() -> bool:
    # Qt counts a dialog the system shows in its place as visible.
    return any(isinstance(window, QDialog) and window.isVisible() for window in QApplication.topLevelWidgets())
