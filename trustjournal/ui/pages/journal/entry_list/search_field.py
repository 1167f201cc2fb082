"""The field above the list: searches while somebody types, gives the list the keyboard, and forgets on Escape."""

from __future__ import annotations

from PySide6.QtCore import QRect, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QStyle, QToolButton, QWidget
from typing_extensions import override

from trustjournal.ui.kit.icons import Icons
from trustjournal.ui.kit.line_edit import LineEdit
from trustjournal.ui.kit.text_scale import scaled
from trustjournal.ui.kit.tokens import HIT_TARGET

PAUSE_MS = 90
"""Between two letters typed quickly nothing is searched."""


class SearchField(LineEdit):
    """One line that says what to look for."""

    query_changed = Signal(str)
    """What to look for now; empty: everything."""
    list_requested = Signal()
    """Down: take me to what was found."""
    help_requested = Signal()
    """Shift+F1, or the sign in the field: what can be searched for?"""
    focused = Signal()
    """It got the keyboard."""

    def __init__(self, icons: Icons, parent: QWidget | None = None) -> None:
        self._signs: tuple[QToolButton, ...] = ()  # Qt may ask for our size before we are built
        super().__init__(parent=parent, icon=icons.icon("search", colour_token="ink_soft", size=16))  # noqa: S106
        self.setPlaceholderText(self.tr("Search entries, people, tags…"))
        self.setAccessibleName(self.tr("Search entries"))
        self.setAccessibleDescription(self.tr("Shift+F1 says what can be searched for. Down goes to what was found."))
        self.cross = self._sign(icons, "close", self.tr("Search for nothing (Esc)"))
        self.cross.clicked.connect(self.clear)
        self.cross.hide()
        self.question = self._sign(icons, "help", self.tr("What you can search for (Shift+F1)"))
        self.question.clicked.connect(self.help_requested)
        self._signs = (self.question, self.cross)
        self._said = ""
        self._pause = QTimer(self, singleShot=True, interval=PAUSE_MS)
        self._pause.timeout.connect(self._say)
        self.textEdited.connect(self._on_text_edited)
        self.textChanged.connect(self._on_text_changed)

    @property
    def query(self) -> str:
        """What was last searched for."""
        return self._said

    def put(self, query: str) -> None:
        """Write a query into the field, as if it had been typed, and search for it."""
        self.setText(query)
        self._say()

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
            case Qt.Key.Key_F1 if event.modifiers() == Qt.KeyboardModifier.ShiftModifier:
                self.help_requested.emit()
            case _:
                super().keyPressEvent(event)

    @override
    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.focused.emit()

    def _on_text_edited(self) -> None:
        self._pause.start()

    def _sign(self, icons: Icons, icon: str, name: str) -> QToolButton:
        """Qt's own signs in a field do not grow with the letters."""
        sign = QToolButton(self)
        sign.setObjectName("in_field")
        sign.setIcon(icons.icon(icon, colour_token="ink_soft", size=16))  # noqa: S106
        sign.setAccessibleName(name)
        sign.setToolTip(name)
        sign.setCursor(Qt.CursorShape.PointingHandCursor)
        sign.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # there are keys for both
        return sign

    @override
    def _trailing_width(self) -> int:
        return self._sign_side() * sum(not sign.isHidden() for sign in self._signs)

    @override
    def _fit(self) -> None:
        super()._fit()
        side, end = self._sign_side(), self.width()
        gap = (self.height() - side) // 2
        for sign in self._signs:
            if not sign.isHidden():
                end -= side + (gap if end == self.width() else 0)
                sign.setGeometry(QStyle.visualRect(self.layoutDirection(), self.rect(), QRect(end, gap, side, side)))
            sign.setIconSize(QSize(scaled(16), scaled(16)))

    def _sign_side(self) -> int:
        return max(0, min(scaled(HIT_TARGET), self.height() - 4))

    def _on_text_changed(self, text: str) -> None:
        self.cross.setVisible(bool(text))
        self._fit()
        if not text:
            self._say()  # also the cross in the field was pressed

    def _say(self) -> None:
        self._pause.stop()
        if self.text() != self._said:
            self._said = self.text()
            self.query_changed.emit(self._said)
