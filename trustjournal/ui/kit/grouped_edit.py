"""A field for a code in groups, which puts in the hyphens by itself."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtGui import QFontDatabase, QKeyEvent
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from trustjournal.ui.kit.secret_edit import SecretEdit


class GroupedEdit(SecretEdit):
    """Takes typing and pasting in any form, tidies it with `tidy`, and shows it in groups of `group_length`.

    `longest` is how many characters it takes, without hyphens.
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

    @override
    def forget(self) -> None:
        self._shown = ""
        super().forget()

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
        self._cursor_before = self.cursorPosition()
        super().keyPressEvent(event)
