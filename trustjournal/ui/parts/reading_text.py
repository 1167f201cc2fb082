"""A stretch of the guide to read: a serif column as tall as its text, that can be selected and loads nothing.

The text is put in as plain words, block by block, so nothing in it can be read as markup.
"""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QMargins, QRect, QSize, Qt, QUrl, Signal
from PySide6.QtGui import (
    QColor,
    QFont,
    QFontMetricsF,
    QKeyEvent,
    QResizeEvent,
    QTextBlockFormat,
    QTextCharFormat,
    QTextCursor,
    QTextListFormat,
    QTextOption,
    QWheelEvent,
)
from PySide6.QtWidgets import QFrame, QSizePolicy, QTextEdit, QWidget
from typing_extensions import override

from trustjournal.domain.guide_text import Block, Voice
from trustjournal.ui.kit.line_height import line_height_percent

CHARACTERS_A_LINE = 66
"""A little under the 68 a line may have at most, for lines vary."""

_LINE_HEIGHT = 1.68
"""From one line to the next, as a multiple of the letter size."""
_HEADING_LINE_HEIGHT = 1.4


@dataclass(frozen=True, slots=True)
class ReadingFonts:
    """The faces a text is set in."""

    text: QFont
    heading: QFont


class ReadingText(QTextEdit):
    """Read-only words. Scrolling keys and the wheel are left to the page around it."""

    cursor_moved = Signal(object)
    """The rectangle of the text cursor, in this widget, while one selects with the keyboard."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("bare", "true")
        self.setReadOnly(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        self.setWordWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        self.setViewportMargins(QMargins(0, 0, 0, 0))
        self.document().setDocumentMargin(0)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.viewport().setAutoFillBackground(False)
        self.setUndoRedoEnabled(False)
        self.document().documentLayout().documentSizeChanged.connect(self._on_document_size_changed)
        self.cursorPositionChanged.connect(self._on_cursor_moved)

    def set_blocks(self, blocks: tuple[Block, ...], fonts: ReadingFonts) -> None:
        """Set these blocks, replacing what was there."""
        document = self.document()
        document.clear()
        document.setDefaultFont(fonts.text)
        cursor = QTextCursor(document)
        document.setIndentWidth(QFontMetricsF(fonts.text).height())
        for number, block in enumerate(blocks):
            font = fonts.heading if block.voice is Voice.HEADING else fonts.text
            block_format = self._block_format(block.voice, font, is_first=number == 0)
            char_format = QTextCharFormat()
            char_format.setFont(font)
            if number == 0:
                cursor.setBlockFormat(block_format)
                cursor.setBlockCharFormat(char_format)
            else:
                cursor.insertBlock(block_format, char_format)
            if block.voice is Voice.POINT:
                points = QTextListFormat()
                points.setStyle(QTextListFormat.Style.ListDisc)
                points.setIndent(1)
                cursor.createList(points)
            cursor.insertText(block.text, char_format)
        self.moveCursor(QTextCursor.MoveOperation.Start)
        self._on_document_size_changed()

    def mark(self, block: int, start: int, end: int, colour: QColor) -> QRect:
        """Lay a colour under some letters of a block, and under nothing else; returns where they begin, in here."""
        cursor = QTextCursor(self.document().findBlockByNumber(block))
        begins = cursor.position()
        cursor.setPosition(begins + start)
        where = self.cursorRect(cursor)
        cursor.setPosition(begins + end, QTextCursor.MoveMode.KeepAnchor)
        mark = QTextEdit.ExtraSelection()
        look = QTextCharFormat()
        look.setBackground(colour)
        mark.cursor, mark.format = cursor, look
        self.setExtraSelections([mark])
        return where

    def unmark(self) -> None:
        """Mark nothing."""
        self.setExtraSelections([])

    @override
    def loadResource(self, type: int, name: QUrl | str) -> object:
        """Nothing is ever loaded: the guide is words alone."""
        return None

    @override
    def sizeHint(self) -> QSize:
        return QSize(super().sizeHint().width(), self._height())

    @override
    def minimumSizeHint(self) -> QSize:
        return QSize(80, self._height())

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._on_document_size_changed()

    @override
    def wheelEvent(self, event: QWheelEvent) -> None:
        event.ignore()

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        is_plain = not event.modifiers() & (Qt.KeyboardModifier.ShiftModifier | Qt.KeyboardModifier.ControlModifier)
        scrolling = (
            Qt.Key.Key_Up,
            Qt.Key.Key_Down,
            Qt.Key.Key_PageUp,
            Qt.Key.Key_PageDown,
            Qt.Key.Key_Home,
            Qt.Key.Key_End,
            Qt.Key.Key_Space,
        )
        if is_plain and Qt.Key(event.key()) in scrolling:
            event.ignore()
            return
        super().keyPressEvent(event)

    def _height(self) -> int:
        return max(1, round(self.document().size().height()) + 1)

    def _on_document_size_changed(self, *_: object) -> None:
        if self.height() != self._height():
            self.setFixedHeight(self._height())

    def _on_cursor_moved(self) -> None:
        if self.hasFocus():
            self.cursor_moved.emit(self.cursorRect())

    @staticmethod
    def _block_format(voice: Voice, font: QFont, *, is_first: bool) -> QTextBlockFormat:
        shape = QTextBlockFormat()
        size = font.pixelSize()
        percent = line_height_percent(font, _HEADING_LINE_HEIGHT if voice is Voice.HEADING else _LINE_HEIGHT)
        shape.setLineHeight(percent, QTextBlockFormat.LineHeightTypes.ProportionalHeight.value)
        if voice is Voice.HEADING:
            shape.setHeadingLevel(3)
            shape.setTopMargin(0 if is_first else size * 0.9)
            shape.setBottomMargin(size * 0.5)
        elif voice is Voice.POINT:
            shape.setBottomMargin(size * 0.4)
        else:
            shape.setBottomMargin(size * 0.9)
        return shape
