"""A field for a code in groups, which puts in the hyphens by itself."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtGui import QContextMenuEvent, QFontDatabase, QKeyEvent, QKeySequence, QMouseEvent
from PySide6.QtWidgets import QApplication, QMenu, QWidget
from typing_extensions import override

from trustjournal.ui.kit.line_edit import LineEdit


class GroupedEdit(LineEdit):
    """Takes typing and pasting in any form, tidies it with `tidy`, and shows it in groups of `group_length`.

    `longest` is how many characters it takes, without hyphens. As with a passphrase nothing goes to the clipboard.
    """

    def __init__(
        self,
        tidy: Callable[[str], str],
        *,
        group_length: int,
        longest: int,
        label: str = "",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__("", parent, label=label, large=True)
        self._tidy = tidy
        self._group_length = group_length
        self._longest = longest
        self._shown = ""
        self._cursor_before = 0
        self.setLayoutDirection(Qt.LayoutDirection.LeftToRight)  # a code is read in one direction everywhere
        self.setInputMethodHints(
            self.inputMethodHints()
            | Qt.InputMethodHint.ImhPreferUppercase
            | Qt.InputMethodHint.ImhNoAutoUppercase
            | Qt.InputMethodHint.ImhPreferLatin
        )
        font = QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont)
        self.setStyleSheet(f'font-family: "{font.family()}";')
        self.textEdited.connect(self._on_text_edited)

    def code(self) -> str:
        """What is typed, tidied and without hyphens."""
        return self._tidy(self.text())

    def forget(self) -> None:
        """Empty the field, with nothing left to undo."""
        self._shown = ""
        self.setText("")

    def _on_text_edited(self, text: str) -> None:
        """Show it in groups; the cursor stays behind the character it was behind."""
        cursor = self.cursorPosition()
        before = len(self._tidy(text[:cursor]))
        code = self._tidy(text)
        is_hyphen_taken = len(text) == len(self._shown) - 1 and self._shown[cursor : cursor + 1] == "-"
        if is_hyphen_taken and code == self._tidy(self._shown):  # what was to go is the character beyond the hyphen
            before -= cursor < self._cursor_before
            code = code[:before] + code[before + 1 :]
        code = code[: self._longest]
        shown = self._in_groups(code)
        self._shown = shown
        if shown != text:
            self.setText(shown)
        before = min(before, len(code))
        place = before + max(0, before - 1) // self._group_length if before else 0
        self.setCursorPosition(min(place, len(shown)))

    def _in_groups(self, code: str) -> str:
        length = self._group_length
        return "-".join(code[at : at + length] for at in range(0, len(code), length))

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        keys = QKeySequence.StandardKey
        if any(event.matches(key) for key in (keys.Undo, keys.Redo, keys.Copy, keys.Cut)):
            event.accept()
            return
        self._cursor_before = self.cursorPosition()
        super().keyPressEvent(event)

    @override
    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton and self.hasSelectedText():
            event.accept()  # the field would offer marked text to other programs here
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
