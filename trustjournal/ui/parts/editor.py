"""The sheet a person writes on: plain text in a serif, with room between the lines, and nothing that reaches outside.

A stock rich-text widget opens files and network paths named in what is pasted into it. This one takes plain text only,
gives out plain text only, and answers every request for a picture or a style sheet with nothing.

`QTextEdit` and not `QPlainTextEdit`, because only it knows a line height and scrolls by pixels. It is as fast where it
matters (end of 100,000 words: about 1 ms a key), provided that a long text is poured into a document nobody shows yet:
into a shown one, 5 MB take three seconds, because every step is laid out at once.
"""

from __future__ import annotations

import re

from PySide6.QtCore import QByteArray, QMimeData, Qt, QUrl, Signal
from PySide6.QtGui import (
    QFocusEvent,
    QKeyEvent,
    QTextBlockFormat,
    QTextCursor,
    QTextDocument,
    QTextFrameFormat,
    QTextOption,
    QWheelEvent,
)
from PySide6.QtWidgets import QAbstractScrollArea, QFrame, QTextEdit, QWidget
from typing_extensions import override

from trustjournal.ui.kit.line_edit import PRIVATE_INPUT
from trustjournal.ui.kit.line_height import column_width, line_height_percent

LINE_HEIGHT = 1.7
"""Lines are this many letter sizes apart."""
COLUMN_CHARACTERS = 68
TAB_LETTERS = 2
"""A tab is this many letter sizes wide."""

_LINE_ENDS = ("\r\n", "\r", "\v", "\f", "\x85", "\u2028", "\u2029")
_NO_TEXT = re.compile("[\x00-\x08\x0e-\x1f\x7f\ud800-\udfff\ufdd0-\ufdef\ufffc\ufffe\uffff]")


def clean_text(text: str) -> str:
    """The text with one kind of line end, and without characters that are no text (null, halves of a character, …)."""
    for line_end in _LINE_ENDS:  # nine times as fast as a pattern, at 5 MB
        text = text.replace(line_end, "\n")
    return _NO_TEXT.sub("", text)


def clean_line(text: str) -> str:
    """The text as one line: line ends and tabs become spaces."""
    return re.sub(r"[\n\t]+", " ", clean_text(text))


class SilentDocument(QTextDocument):
    """A document that loads nothing: no picture, no style sheet, from nowhere."""

    @override
    def loadResource(self, type: int, name: QUrl | str) -> object:
        return QByteArray(b"")  # none at all would send Qt to look for a file of that name


class Editor(QTextEdit):
    """Plain text of any length, each paragraph running in the direction of its own script.

    Tab writes a tab, as writers expect; Shift+Tab leaves the text backwards, Ctrl+Tab forwards.
    """

    edited = Signal()
    """The person changed the text (not: a text was put in to be shown)."""
    left = Signal()
    """The keyboard went elsewhere."""
    wheel_turned = Signal(object)
    """A wheel event, for whoever scrolls the page this text is a part of."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._document = SilentDocument(self)
        self.setDocument(self._document)
        self.setAcceptRichText(False)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setInputMethodHints(PRIVATE_INPUT | Qt.InputMethodHint.ImhMultiLine)
        self._room_below = 0
        self.set_text("")

    # The text ---------------------------------------------------------------------------------

    def set_text(self, text: str) -> None:
        """Show a text; typing before this can't be undone any more."""
        document = SilentDocument(self)
        document.setUndoRedoEnabled(False)
        document.setDefaultFont(self.font())
        document.setDocumentMargin(0)
        option = QTextOption()
        option.setTextDirection(Qt.LayoutDirection.LayoutDirectionAuto)
        option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        option.setTabStopDistance(TAB_LETTERS * self.fontMetrics().height())
        document.setDefaultTextOption(option)
        frame = QTextFrameFormat(document.rootFrame().frameFormat())
        frame.setBottomMargin(self._room_below)
        document.rootFrame().setFrameFormat(frame)
        cursor = QTextCursor(document)
        block = QTextBlockFormat()
        percent = line_height_percent(self.font(), LINE_HEIGHT)
        block.setLineHeight(percent, QTextBlockFormat.LineHeightTypes.ProportionalHeight.value)
        cursor.setBlockFormat(block)
        cursor.insertText(clean_text(text))
        document.setUndoRedoEnabled(True)
        document.setModified(False)
        old, self._document = self._document, document
        self.setDocument(document)
        document.contentsChange.connect(self._on_document_contents_change)
        old.deleteLater()

    def text(self) -> str:
        """The text exactly as it was typed, with a newline after each paragraph but the last.

        `toPlainText` would turn spaces that do not break, as French writes them before a colon, into plain ones.
        """
        return clean_text(self._document.toRawText())

    def cursor_position(self) -> int:
        """Where the caret stands: characters (UTF-16 units) before it."""
        return self.textCursor().position()

    def set_cursor_position(self, position: int) -> None:
        """Put the caret somewhere, as near as the text allows."""
        cursor = self.textCursor()
        cursor.setPosition(max(0, min(position, self._document.characterCount() - 1)))
        self.setTextCursor(cursor)

    def set_room_below(self, pixels: int) -> None:
        """Free room under the last line of texts shown from now on, so that nobody writes at the very edge."""
        self._room_below = pixels

    def set_margins(self, leading: int, trailing: int) -> None:
        """Room beside the column; a click there still goes to the line beside it."""
        if self.isRightToLeft():
            leading, trailing = trailing, leading
        if self.viewportMargins().left() != leading or self.viewportMargins().right() != trailing:
            self.setViewportMargins(leading, 0, trailing, 0)

    def column_width(self) -> int:
        """How wide a column of 68 characters is in the current font."""
        return column_width(self.font(), COLUMN_CHARACTERS)

    # What comes in and goes out is plain ------------------------------------------------------

    @override
    def canInsertFromMimeData(self, source: QMimeData) -> bool:
        return source.hasText() and not any(url.isLocalFile() for url in source.urls())

    @override
    def insertFromMimeData(self, source: QMimeData) -> None:
        if self.canInsertFromMimeData(source):
            self.textCursor().insertText(clean_text(source.text()))
            self.ensureCursorVisible()

    @override
    def createMimeDataFromSelection(self) -> QMimeData:
        data = QMimeData()
        data.setText(clean_text(self.textCursor().selectedText()))
        return data

    @override
    def loadResource(self, type: int, name: QUrl | str) -> object:
        return QByteArray(b"")

    # Being part of a page ---------------------------------------------------------------------

    @override
    def focusNextPrevChild(self, next: bool) -> bool:
        """Asked for by Tab and by Shift+Tab."""
        return False if next else QAbstractScrollArea.focusNextPrevChild(self, False)  # noqa: FBT003

    @override
    def keyPressEvent(self, e: QKeyEvent) -> None:
        is_tab = e.key() in (Qt.Key.Key_Tab, Qt.Key.Key_Backtab)
        if is_tab and e.modifiers() & Qt.KeyboardModifier.ControlModifier:
            is_forwards = e.key() == Qt.Key.Key_Tab and not e.modifiers() & Qt.KeyboardModifier.ShiftModifier
            QAbstractScrollArea.focusNextPrevChild(self, is_forwards)
        else:
            super().keyPressEvent(e)

    @override
    def wheelEvent(self, e: QWheelEvent) -> None:
        self.wheel_turned.emit(e)

    @override
    def focusOutEvent(self, e: QFocusEvent) -> None:
        super().focusOutEvent(e)
        if e.reason() != Qt.FocusReason.PopupFocusReason:
            self.left.emit()

    def _on_document_contents_change(self, _position: int, removed: int, added: int) -> None:
        if removed or added:
            self.edited.emit()
