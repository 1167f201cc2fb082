"""A field for what other programs must not get: what is typed in it leaves it by no clipboard and no undo."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QContextMenuEvent, QKeyEvent, QKeySequence, QMouseEvent
from PySide6.QtWidgets import QApplication, QMenu
from typing_extensions import override

from trustjournal.ui.kit.line_edit import LineEdit


class SecretEdit(LineEdit):
    """Keeps no way to undo, and puts nothing on the clipboard or in the selection other programs can paste."""

    def forget(self) -> None:
        """Empty the field, with nothing left to undo."""
        self.setText("")

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        keys = QKeySequence.StandardKey
        if any(event.matches(key) for key in (keys.Undo, keys.Redo, keys.Copy, keys.Cut)):
            event.accept()
            return
        super().keyPressEvent(event)

    @override
    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        # The field would offer marked text to other programs here (the X11 primary selection).
        if event.button() == Qt.MouseButton.LeftButton and self.hasSelectedText():
            event.accept()
            return
        super().mouseReleaseEvent(event)

    @override
    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        paste = menu.addAction(self.tr("Paste"))
        paste.setEnabled(bool(QApplication.clipboard().text()))
        paste.triggered.connect(self.paste)
        clear = menu.addAction(self.tr("Clear"))
        clear.setEnabled(bool(self.text()))
        clear.triggered.connect(self.forget)
        menu.popup(event.globalPos())
