"""What is read at length and holds several texts: tells where the reader's cursor is in any of them."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QRect, Signal
from PySide6.QtWidgets import QWidget

from trustjournal.ui.parts.reading_text import ReadingText


class ReadingView(QWidget):
    """A widget with texts to read in it."""

    cursor_moved = Signal(object)
    """A rectangle in this widget that the reader's cursor is in."""

    def reading(self, name: str = "") -> ReadingText:
        """A new text, to be put in here; `name` is what a screen reader calls it."""
        text = ReadingText()
        text.setAccessibleName(name)
        text.cursor_moved.connect(lambda where: self.cursor_moved.emit(self.in_here(text, where)))
        return text

    def in_here(self, widget: QWidget, where: QRect) -> QRect:
        """A rectangle of a widget in here, seen from here."""
        return QRect(widget.mapTo(self, where.topLeft()), where.size())


def untranslated_words() -> str:
    """Why a text is in another language than the rest of the program."""
    return QCoreApplication.translate("ReadingView", "This text is in English, because it is not translated yet.")
