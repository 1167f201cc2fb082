"""The key of Help where the window's own shortcut does not reach: over a dialog, and while a menu has the keyboard."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QGuiApplication, QKeyEvent, QWindow
from PySide6.QtWidgets import QApplication
from typing_extensions import override


class HelpKey(QObject):
    """Hears F1 at every window while a menu or a dialog is over the page; else the window hears it itself."""

    help_requested = Signal()

    def watch(self, app: QGuiApplication) -> None:
        """Listen at whatever window the keys come in."""
        app.focusWindowChanged.connect(self._on_app_focus_window_changed)
        self._on_app_focus_window_changed(app.focusWindow())

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if not isinstance(event, QKeyEvent) or event.type() != QEvent.Type.KeyPress:
            return False
        if event.key() != Qt.Key.Key_F1 or event.modifiers() != Qt.KeyboardModifier.NoModifier:
            return False
        if QApplication.activePopupWidget() is None and QApplication.activeModalWidget() is None:
            return False
        self.help_requested.emit()
        return True

    def _on_app_focus_window_changed(self, window: QWindow | None) -> None:
        if window is not None:
            window.installEventFilter(self)
