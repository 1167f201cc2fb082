"""Words of an entry to be read and not written: it holds plain text, loads nothing, and can mark what changed."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from PySide6.QtCore import QByteArray, QMimeData, Qt, QUrl
from PySide6.QtGui import (
    QAccessible,
    QAccessibleAnnouncementEvent,
    QColor,
    QFont,
    QResizeEvent,
    QTextCharFormat,
    QTextCursor,
)
from PySide6.QtWidgets import QFrame, QTextEdit, QWidget
from typing_extensions import override

from trustjournal.domain.difference import Change, Stretch
from trustjournal.ui.kit.line_height import column_width
from trustjournal.ui.kit.private_copy import private_copy
from trustjournal.ui.kit.theme import Theme
from trustjournal.ui.kit.tokens import S24, Type
from trustjournal.ui.parts.editor import clean_text
from trustjournal.ui.parts.editor.clean import units
from trustjournal.ui.parts.editor.document import SilentDocument, empty_document, paragraph_format

COLUMN_CHARACTERS = 68
ROOM_BELOW = 60
BETWEEN = "\u2009"
"""A thin space between what was removed and what stands there instead: without it they read as one word."""


@dataclass(frozen=True, slots=True)
class Place:
    """Where something changed: positions in the reader, and what it was and is."""

    start: int
    end: int
    removed: str = field(repr=False)
    added: str = field(repr=False)


class Reader(QTextEdit):
    """A title and a text, with what was added underlined and what was removed struck through."""

    def __init__(self, theme: Theme, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._shown: tuple[Sequence[Stretch], Sequence[Stretch]] = ((), ())
        self.places: tuple[Place, ...] = ()
        """Where something changed, in reading order."""
        self._document = SilentDocument(self)
        self.setDocument(self._document)
        self.setReadOnly(True)
        self.setUndoRedoEnabled(False)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setProperty("bare", True)  # noqa: FBT003
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        self.setTabChangesFocus(True)
        self.setAccessibleName(name)
        theme.changed.connect(self._show_again)

    def show_words(self, title: str, text: str) -> None:
        """Show words in which nothing is marked."""
        self.show_difference(
            (Stretch(Change.KEPT, title),) if title else (), (Stretch(Change.KEPT, text),) if text else ()
        )

    def show_difference(self, title: Sequence[Stretch], text: Sequence[Stretch]) -> None:
        """Show a title and a text with what was added and removed."""
        if (title, text) != self._shown:
            self._shown = (title, text)
            self._show_again()

    def go_to(self, place: Place, spoken: str) -> None:
        """Bring a change into sight, mark it, and say it."""
        mark = QTextEdit.ExtraSelection()
        cursor = QTextCursor(self.document())
        cursor.setPosition(place.start)
        self.setTextCursor(cursor)
        cursor.setPosition(place.end, QTextCursor.MoveMode.KeepAnchor)
        # The stub has no attributes for the two fields of the struct.
        mark.cursor, mark.format = cursor, self._mark()
        self.setExtraSelections([mark])
        self.ensureCursorVisible()
        top = self.cursorRect().top()
        self.verticalScrollBar().setValue(self.verticalScrollBar().value() + top - self.viewport().height() // 4)
        if QAccessible.isActive():
            QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, spoken))

    def _show_again(self) -> None:
        title, text = self._shown
        serif = self._theme.serif_font()
        document = empty_document(self, serif, room_beside=0, room_below=self._theme.sp(ROOM_BELOW))
        cursor = QTextCursor(document)
        cursor.beginEditBlock()
        places: list[Place] = []
        if title:
            large = self._theme.serif_font(Type.READING_TITLE, Type.STRONG)
            cursor.setBlockFormat(paragraph_format(large))
            places += self._insert(cursor, title, large)
            cursor.insertBlock(paragraph_format(serif), QTextCharFormat())
        cursor.setBlockFormat(paragraph_format(serif))
        places += self._insert(cursor, text, serif)
        cursor.endEditBlock()
        self.places = tuple(places)
        old, self._document = self._document, document
        self.setExtraSelections([])
        self.setDocument(document)
        old.deleteLater()

    def _insert(self, cursor: QTextCursor, stretches: Sequence[Stretch], font: QFont) -> list[Place]:
        places: list[Place] = []
        for place, stretch in enumerate(stretches):
            words = clean_text(stretch.text)
            follows = place > 0 and stretches[place - 1].change is Change.REMOVED
            if (
                follows
                and stretch.change is Change.ADDED
                and not words[:1].isspace()
                and not places[-1].removed[-1:].isspace()
            ):
                cursor.insertText(BETWEEN, self._format(Change.KEPT, font))
            start = cursor.position()
            is_replaced = stretch.change is Change.REMOVED and place + 1 < len(stretches)
            if is_replaced and stretches[place + 1].change is Change.ADDED:
                words = words.rstrip("\n") or words  # what stands there instead goes on in the same line
            cursor.insertText(words, self._format(stretch.change, font))
            if stretch.change is Change.KEPT:
                continue
            if stretch.change is Change.ADDED and follows:
                before = places.pop()
                places.append(Place(before.start, start + units(words), before.removed, words))
            elif stretch.change is Change.ADDED:
                places.append(Place(start, start + units(words), "", words))
            else:
                places.append(Place(start, start + units(words), words, ""))
        return places

    def _format(self, change: Change, font: QFont) -> QTextCharFormat:
        look, palette = QTextCharFormat(), self._theme.palette
        look.setFont(font)
        look.setForeground(QColor(palette.ink))
        if change is Change.ADDED:
            look.setForeground(QColor(palette.trust_text))
            look.setFontUnderline(True)
        elif change is Change.REMOVED:
            look.setForeground(QColor(palette.broken))
            look.setFontStrikeOut(True)
        return look

    def _mark(self) -> QTextCharFormat:
        look = QTextCharFormat()
        look.setBackground(QColor(self._theme.palette.mood_wash))
        return look

    # It gives out plain text and reaches for nothing -----------------------------------------

    @override
    def createMimeDataFromSelection(self) -> QMimeData:
        return private_copy(clean_text(self.textCursor().selectedText()))

    @override
    def loadResource(self, type: int, name: QUrl | str) -> object:
        return QByteArray(b"")

    @override
    def resizeEvent(self, e: QResizeEvent) -> None:
        self._fit()  # first: a change of the margins from inside brings no second event, and lines would be too long
        super().resizeEvent(e)

    def _fit(self) -> None:
        """Keep the lines to a column that can be read."""
        least = self._theme.sp(S24)
        room = self.width() - self.verticalScrollBar().sizeHint().width()
        side = max(least, (room - column_width(self._theme.serif_font(), COLUMN_CHARACTERS)) // 2)
        if self.viewportMargins().left() != side:
            self.setViewportMargins(side, least, side, 0)
