"""A sentence that says what just happened, with at most one thing to do about it."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, QPoint, QRect, QRectF, Qt, QTimer
from PySide6.QtGui import (
    QAccessible,
    QAccessibleAnnouncementEvent,
    QEnterEvent,
    QGuiApplication,
    QKeySequence,
    QShortcut,
)
from PySide6.QtWidgets import QApplication, QFrame, QHBoxLayout, QSizePolicy, QWidget
from typing_extensions import override

from trustjournal.ui.kit.button import Button, IconButton
from trustjournal.ui.kit.icons import Icons
from trustjournal.ui.kit.labels import PlainLabel
from trustjournal.ui.kit.text_scale import scaled
from trustjournal.ui.kit.tokens import S8, S24, S32

SHOWN_MS = 8000
_UNDER_BARS = 2 * S32
"""At 100 % text: a page's bar of tools at the upper edge stays free."""
_TAKES_WORDS = Qt.WidgetAttribute.WA_InputMethodEnabled


class Toast(QFrame):
    """Lies over the lower edge of `parent` for eight seconds; with something to do about it, until it is dismissed.

    It makes way for the line somebody writes on, and lies over the upper edge then.
    Nobody has to hurry: an offer stays, and Undo's own key takes an offer to undo wherever no text has something of its
    own to undo.
    A message without one waits while the mouse or the keyboard is on it. A toast never takes the focus, and is read
    out by screen readers. A new message takes the place of the one before it.
    """

    def __init__(self, parent: QWidget, icons: Icons) -> None:
        super().__init__(parent)
        self._window = parent
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._on_action: Callable[[], None] | None = None
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        self._sentence = PlainLabel(wrap=True)
        self._sentence.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        self._action = Button("", "quiet")
        self._action.clicked.connect(self._on_action_clicked)
        # Owned by the button, so that it works only while the offer is in sight.
        self._undo_keys = QShortcut(QKeySequence(QKeySequence.StandardKey.Undo), self._action, self._action.click)
        self._close = IconButton(icons.icon("close", "ink_soft", size=16), self.tr("Dismiss"))
        self._close.clicked.connect(self.dismiss)
        for button in (self._action, self._close):
            button.setFocusPolicy(Qt.FocusPolicy.TabFocus)  # a click leaves the keyboard where it is
        row.addWidget(self._sentence, 1)
        row.addWidget(self._action)
        row.addWidget(self._close)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(SHOWN_MS)
        self._timer.timeout.connect(self._on_timer_timeout)
        parent.installEventFilter(self)
        QGuiApplication.inputMethod().cursorRectangleChanged.connect(self._on_caret_moved)
        self.hide()

    @property
    def sentence(self) -> str:
        """What the toast says, or said last."""
        return self._sentence.text()

    def show_message(
        self,
        text: str,
        action_text: str | None = None,
        on_action: Callable[[], None] | None = None,
        *,
        is_undo: bool = True,
    ) -> None:
        """Say `text`; with `action_text`, offer one thing to do (`on_action`), by the key of Undo if it is one."""
        self._on_action = on_action
        self._undo_keys.setEnabled(is_undo)
        keys = self._undo_keys.key().toString(QKeySequence.SequenceFormat.NativeText)
        self._action.set_hint(keys if is_undo else "")
        self._sentence.setText(text)
        self._action.setText(action_text or "")
        self._action.setVisible(action_text is not None)
        self._place()
        self.show()
        self.raise_()
        self._wait()
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, text))

    def dismiss(self) -> None:
        """Take the message away now."""
        if self.isHidden():
            return
        self._timer.stop()
        self._on_action = None
        self.hide()
        self._sentence.setText("")

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self._window and event.type() == QEvent.Type.Resize and self.isVisible():
            self._place()
        return super().eventFilter(watched, event)

    @override
    def enterEvent(self, event: QEnterEvent) -> None:
        super().enterEvent(event)
        self._timer.stop()

    @override
    def leaveEvent(self, event: QEvent) -> None:
        super().leaveEvent(event)
        if self.isVisible():
            self._wait()

    def _wait(self) -> None:
        if self._action.isHidden():
            self._timer.start()
        else:
            self._timer.stop()

    def _on_timer_timeout(self) -> None:
        if self._close.hasFocus():
            self._timer.start()
        else:
            self.dismiss()

    def _on_action_clicked(self) -> None:
        on_action = self._on_action
        self.dismiss()
        if on_action is not None:
            on_action()

    def _place(self) -> None:
        parent = self._window
        width = min(scaled(560), parent.width() - 2 * S24, self.sizeHint().width())
        height = max(self.sizeHint().height(), self.heightForWidth(width))
        self.setGeometry((parent.width() - width) // 2, self._lowest(height), width, height)
        self.setLayoutDirection(parent.layoutDirection())
        self._make_way()

    def _lowest(self, height: int) -> int:
        return self._window.height() - height - S32

    def _make_way(self) -> None:
        """Go to the other edge, if the line somebody writes on is below this one and would not be there."""
        line, here = self._written_line(), self.geometry()
        there = QRect(here)
        there.moveTop(scaled(_UNDER_BARS) if here.top() > self._window.height() // 2 else self._lowest(here.height()))
        if line.intersects(here) and not line.intersects(there):
            self.setGeometry(there)

    def _written_line(self) -> QRect:
        """Where in the parent somebody writes, over the whole width of the field; empty where nobody does."""
        field = QApplication.focusWidget()
        if field is None or not self._window.isAncestorOf(field) or not field.testAttribute(_TAKES_WORDS):
            return QRect()
        caret = QRectF(field.inputMethodQuery(Qt.InputMethodQuery.ImCursorRectangle)).toRect()
        place = field.mapTo(self._window, QPoint(0, caret.top()))
        return QRect(place.x(), place.y() - S8, field.width(), caret.height() + 2 * S8)

    def _on_caret_moved(self) -> None:
        if self.isVisible() and not self.underMouse():
            self._make_way()
