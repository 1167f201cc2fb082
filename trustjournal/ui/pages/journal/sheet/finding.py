"""Finding and replacing in the entry on the sheet: the strip, what looks, and the keys."""

from __future__ import annotations

import sys
from collections.abc import Callable

from PySide6.QtCore import QLocale, QObject, Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QApplication, QWidget

from trustjournal.domain.find_in_text import Looking
from trustjournal.ui.kit.icons import Icons
from trustjournal.ui.kit.theme import Theme
from trustjournal.ui.pages.journal.sheet.find_bar import FindBar
from trustjournal.ui.pages.journal.sheet.finder import Finder
from trustjournal.ui.parts.editor import Editor, LastStep
from trustjournal.ui.parts.page import ToastMessage

REPLACE_KEYS = "Ctrl+Alt+F" if sys.platform == "darwin" else "Ctrl+H"
"""Where the standard key hides the program, another."""


class FindingInEntry(QObject):
    """Puts the strip and what looks together. The keys are heard anywhere on the sheet."""

    toast_requested = Signal(object)
    toast_over = Signal(object)
    """A `ToastMessage`."""

    def __init__(self, sheet: QWidget, editor: Editor, theme: Theme, icons: Icons) -> None:
        super().__init__(sheet)
        self._editor = editor
        self.bar = FindBar(theme, icons)
        self.finder = Finder(editor)
        self.step_instead: Callable[[bool], bool] | None = None
        """While the strip is away, the keys that go on first ask this one to; True: it did."""
        self._close_keys = _heard_in(sheet, "Esc", self.close)
        self._close_keys.setEnabled(False)
        _heard_in(sheet, REPLACE_KEYS, self.ask_to_replace)
        _heard_in(sheet, "F3", lambda: self._go(back=False))
        _heard_in(sheet, "Shift+F3", lambda: self._go(back=True))
        self.finder.state_changed.connect(self.bar.show_state)
        self.bar.looking_changed.connect(self._on_bar_looking_changed)
        self.bar.step_requested.connect(lambda back: self.finder.go(back=back))
        self.bar.replace_requested.connect(self.finder.replace)
        self.bar.replace_all_requested.connect(self._on_bar_replace_all_requested)
        self.bar.close_requested.connect(self.close)

    def is_meant(self) -> bool:
        """Whether somebody who wants to find something means this entry: the text or the strip has the keyboard."""
        focus = QApplication.focusWidget()
        return focus is not None and (focus is self._editor or self.bar.isAncestorOf(focus))

    def ask(self, *, replacing: bool = False) -> None:
        """Come up, with what is selected in a line as the words to look for."""
        selected = self._editor.textCursor().selectedText()
        is_in_line = 0 < len(selected) <= self.bar.field.maxLength() and "\u2029" not in selected
        self.bar.ask(selected if is_in_line else "", replacing=replacing)
        self._close_keys.setEnabled(True)
        self.finder.look_for(self.bar.looking())
        self.finder.open()

    def ask_to_replace(self) -> None:
        """Come up with a second field."""
        self.ask(replacing=True)

    def close(self) -> None:
        """Go away; the keyboard goes back to the text, with the caret at the hit."""
        if self.bar.isHidden():
            return
        self._close_keys.setEnabled(False)
        self.bar.hide()
        self.finder.close()
        self._editor.setFocus(Qt.FocusReason.OtherFocusReason)

    def _go(self, *, back: bool) -> None:
        if self.bar.isHidden() and self.step_instead is not None and self.step_instead(back):
            return
        if self.finder.has_words:
            self.finder.go(back=back)
        else:
            self.ask()

    def _on_bar_looking_changed(self, looking: Looking) -> None:
        self.finder.look_for(looking)

    def _on_bar_replace_all_requested(self, by: str) -> None:
        count, put_back = self.finder.replace_all(by)
        if count:
            words = self.tr("Replaced {count}.").format(count=QLocale().toString(count))
            message = ToastMessage(words, self.tr("Undo"), put_back)
            LastStep(self._editor).undone.connect(lambda: self.toast_over.emit(message))
            self.toast_requested.emit(message)


def _heard_in(sheet: QWidget, keys: str, do: Callable[[], None]) -> QShortcut:
    shortcut = QShortcut(QKeySequence(keys), sheet)
    shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
    shortcut.activated.connect(do)
    return shortcut
