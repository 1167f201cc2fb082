"""The field above the list: searches while somebody types, gives the list the keyboard, and forgets on Escape."""

from __future__ import annotations

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from trustjournal.ui.kit.icons import Icons
from trustjournal.ui.kit.line_edit import LineEdit

PAUSE_MS = 90
"""Between two letters typed quickly nothing is searched."""


class SearchField(LineEdit):
    """One line that says what to look for."""

    query_changed = Signal(str)
    """What to look for now; empty: everything."""
    list_requested = Signal()
    """Down: take me to what was found."""

    def __init__(self, icons: Icons, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent, icon=icons.icon("search", colour_token="ink_soft", size=16))  # noqa: S106
        self.setPlaceholderText(self.tr("Search entries…"))
        self.setAccessibleName(self.tr("Search entries"))
        self.setClearButtonEnabled(True)
        self._said = ""
        self._pause = QTimer(self, singleShot=True, interval=PAUSE_MS)
        self._pause.timeout.connect(self._say)
        self.textEdited.connect(self._on_text_edited)
        self.textChanged.connect(self._on_text_changed)

    def set_query(self, query: str) -> None:
        """Show a query that came from elsewhere; what is typed at this moment is left alone."""
        if query != self._said:
            self._said = query
            self.setText(query)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        match event.key():
            case Qt.Key.Key_Escape if self.text():
                self.clear()
                self._say()
            case Qt.Key.Key_Down:
                self._say()
                self.list_requested.emit()
            case Qt.Key.Key_Return | Qt.Key.Key_Enter:
                self._say()
            case _:
                super().keyPressEvent(event)

    def _on_text_edited(self) -> None:
        self._pause.start()

    def _on_text_changed(self, text: str) -> None:
        if not text:
            self._say()  # also the cross in the field was pressed

    def _say(self) -> None:
        self._pause.stop()
        if self.text() != self._said:
            self._said = self.text()
            self.query_changed.emit(self._said)
