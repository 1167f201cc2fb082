"""The buttons that dress words and lines. As many are there as there is room for; all of them are in the menu too."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QAction, QKeyEvent, QKeySequence, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget
from typing_extensions import override

from trustjournal.domain.line_commands import HEADINGS
from trustjournal.domain.markup_spans import Format
from trustjournal.ui.kit.button import IconButton
from trustjournal.ui.kit.icons import Icons
from trustjournal.ui.kit.tokens import S4
from trustjournal.ui.pages.journal.sheet.writing_actions import WritingActions
from trustjournal.ui.parts.editor import Editor

SHOWN = (
    (Format.BOLD, "bold"),
    (Format.ITALIC, "italic"),
    (Format.HEADING_2, "heading"),
    (Format.BULLETS, "list"),
    (Format.BOXES, "checkbox"),
    (Format.QUOTE, "quote"),
    (Format.STRIKE, "strike"),
    (Format.LINK, "link"),
    (Format.CODE, "code"),
)
"""In their order; where room is short, the last go first."""


class FormatBar(QWidget):
    """One stop of the Tab key; the arrow keys go from button to button. A press gives the keyboard to the text."""

    def __init__(self, editor: Editor, actions: WritingActions, icons: Icons, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._editor = editor
        self._actions = actions
        self._stop = 0
        self._is_quiet = False
        self.setAccessibleName(self.tr("Format"))
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(S4)
        self.buttons: dict[Format, _FormatButton] = {}
        for wanted, icon in SHOWN:
            action = actions.formats[wanted]
            do = actions.toggle_heading if wanted is Format.HEADING_2 else action.trigger
            button = _FormatButton(self, action, icons, icon)
            button.clicked.connect(lambda _checked, do=do: self._press(do))
            row.addWidget(button)
            self.buttons[wanted] = button
        row.addStretch(1)
        actions.formats_changed.connect(self._show_formats)
        self._show_stop()

    def set_quiet(self, *, quiet: bool) -> None:
        """In focus mode there is nothing to press; the keys and the menu still do it all."""
        self._is_quiet = quiet
        self._fit()

    def go(self, steps: int) -> None:
        """Give the keyboard to the button so many places further on, round and round."""
        shown = self._shown()
        now = next((index for index, button in enumerate(shown) if button.hasFocus()), 0)
        button = shown[(now + steps) % len(shown)]
        self._stop = list(self.buttons.values()).index(button)
        self._show_stop()
        button.setFocus(Qt.FocusReason.TabFocusReason)

    def _press(self, do: Callable[[], object]) -> None:
        self._editor.setFocus(Qt.FocusReason.OtherFocusReason)
        do()
        self._show_formats()

    def _show_formats(self) -> None:
        for wanted, button in self.buttons.items():
            is_heading = wanted is Format.HEADING_2 and any(self._actions.has(one) for one in HEADINGS)
            button.setChecked(is_heading or self._actions.has(wanted))

    def _shown(self) -> list[_FormatButton]:
        return [button for button in self.buttons.values() if not button.isHidden()]

    def _show_stop(self) -> None:
        for index, button in enumerate(self.buttons.values()):
            # Not by a click: the words that are meant stay selected in the text.
            button.setFocusPolicy(Qt.FocusPolicy.TabFocus if index == self._stop else Qt.FocusPolicy.NoFocus)

    def _fit(self) -> None:
        """Show as many buttons as there is room for."""
        room = -1 if self._is_quiet else self.width()
        for index, button in enumerate(self.buttons.values()):
            room -= button.sizeHint().width() + (S4 if index else 0)
            button.setVisible(room >= 0)
        shown = len(self._shown())
        if self._stop >= shown:
            self._stop = 0
            self._show_stop()

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    @override
    def minimumSizeHint(self) -> QSize:
        return QSize(0, super().minimumSizeHint().height())


class _FormatButton(IconButton):
    """One of them: pressed in where the caret is in such words."""

    def __init__(self, bar: FormatBar, action: QAction, icons: Icons, icon: str) -> None:
        super().__init__(icons.icon(icon), action.text(), checkable=True)
        self._bar = bar
        keys = action.shortcut().toString(QKeySequence.SequenceFormat.NativeText)
        self.setToolTip(self.tr("{words} ({keys})").format(words=action.text(), keys=keys))

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        is_rtl = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
        match event.key():
            case Qt.Key.Key_Left:
                self._bar.go(1 if is_rtl else -1)
            case Qt.Key.Key_Right:
                self._bar.go(-1 if is_rtl else 1)
            case _:
                super().keyPressEvent(event)
