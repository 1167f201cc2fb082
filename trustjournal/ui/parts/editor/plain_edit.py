"""A field for plain text of any length, which takes nothing else, gives out nothing else, and reaches for nothing.

A stock rich-text widget opens files and network paths named in what is pasted into it. This one takes plain text only,
gives out plain text only, and answers every request for a picture or a style sheet with nothing.

`QTextEdit` and not `QPlainTextEdit`, because only it knows a line height and scrolls by pixels. It is as fast where it
matters (end of 100,000 words: 0.3 ms a key), provided that a long text is poured into a document nobody shows yet:
into a shown one, 5 MB take three seconds, because every step is laid out at once.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QByteArray, QMimeData, QRect, Qt, QUrl, Signal
from PySide6.QtGui import (
    QContextMenuEvent,
    QFocusEvent,
    QInputMethodEvent,
    QKeyEvent,
    QKeySequence,
    QTextCursor,
    QWheelEvent,
)
from PySide6.QtWidgets import QAbstractScrollArea, QFrame, QMenu, QTextEdit, QWidget
from typing_extensions import override

from trustjournal.ui.kit.line_edit import PRIVATE_INPUT
from trustjournal.ui.kit.line_height import column_width
from trustjournal.ui.kit.tokens import S16
from trustjournal.ui.parts.editor.clean import clean_text, units
from trustjournal.ui.parts.editor.document import SilentDocument, empty_document, paragraph_format

COLUMN_CHARACTERS = 68
ROOM_BESIDE = S16
"""Pixels inside the field on both sides of the lines, for what stands beside them."""


@dataclass(frozen=True)
class MenuRequest:
    """A menu about to open, and the position in the text it was asked for at."""

    menu: QMenu
    position: int


_NEW_LINES = (QKeySequence.StandardKey.InsertLineSeparator, QKeySequence.StandardKey.InsertParagraphSeparator)
"""For the first, Qt would write a sign of its own, which is no line end to anybody else. For the second, on an empty
line, it would write nothing and take away the room between lines: it takes the room for a look to get rid of."""


class PlainEdit(QTextEdit):
    """Plain text, each paragraph running in the direction of its own script.

    Tab writes a tab, as writers expect; Shift+Tab leaves the text backwards, Ctrl+Tab forwards. Every position is
    counted in UTF-16 units, as Qt does.
    """

    edited = Signal()
    """The person changed the text (not: a text was put in to be shown)."""
    left = Signal()
    """The keyboard went elsewhere."""
    wheel_turned = Signal(object)
    """A wheel event, for whoever scrolls the page this text is a part of."""
    scroll_requested = Signal(int)
    """A position that should come into sight, for whoever scrolls the page this text is a part of."""
    menu_requested = Signal(object)
    """A `MenuRequest`: entries can be added before the menu opens."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.key_filter: Callable[[QKeyEvent], bool] | None = None
        """Asked first about every key; true: it is done with."""
        self.paste_handler: Callable[[QMimeData], bool] | None = None
        """Asked first about everything pasted or dropped; true: it is done with."""
        self.can_paste: Callable[[QMimeData], bool] | None = None
        """Whether `paste_handler` takes what is no plain text."""
        self._room_below = 0
        self._document = SilentDocument(self)
        self.setDocument(self._document)
        self.setAcceptRichText(False)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setInputMethodHints(PRIVATE_INPUT | Qt.InputMethodHint.ImhMultiLine)

    # The text ---------------------------------------------------------------------------------

    def set_text(self, text: str) -> None:
        """Show a text; typing before this can't be undone any more."""
        document = empty_document(self, self.font(), room_beside=ROOM_BESIDE, room_below=self._room_below)
        cursor = QTextCursor(document)
        cursor.beginEditBlock()
        cursor.setBlockFormat(paragraph_format(self.font()))
        cursor.insertText(clean_text(text))
        self._prepare(document)
        cursor.endEditBlock()
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

    def replace_range(self, start: int, end: int, text: str) -> None:
        """Put a text in the place of what is between two positions, as one step to undo.

        The caret stays where it was; was it inside, it stays as far from the start as the new text allows.
        """
        text = clean_text(text)
        cursor = self._cursor(start, end)
        start, end = cursor.selectionStart(), cursor.selectionEnd()
        added = units(text)

        def moved(place: int) -> int:
            if place <= start:
                return place
            return place + added - (end - start) if place >= end else min(place, start + added)

        anchor, position = (moved(place) for place in self.selection())
        cursor.beginEditBlock()
        cursor.insertText(text)
        cursor.endEditBlock()
        if self.selection() != (anchor, position):  # to set it would also scroll there
            self.set_selection(anchor, position)

    def put_in(self, text: str) -> None:
        """Put a text where the caret is, in the place of what is selected."""
        self._will_break_line()
        self._will_write()
        self.textCursor().insertText(clean_text(text))
        self.ensureCursorVisible()

    def _will_write(self) -> None:
        """Something is about to be written at the caret."""

    def _will_break_line(self) -> None:
        """The line is about to be broken at the caret, or perhaps."""

    def _prepare(self, document: SilentDocument) -> None:
        """Do something to a text before it is shown."""

    def _follow(self, position: int, removed: int, added: int) -> None:
        """Follow a change of the text, before Qt lays it out."""

    def _on_document_contents_change(self, position: int, removed: int, added: int) -> None:
        if removed or added:
            self._follow(position, removed, added)
            self.edited.emit()

    # The caret --------------------------------------------------------------------------------

    def cursor_position(self) -> int:
        """Where the caret stands: characters (UTF-16 units) before it."""
        return self.textCursor().position()

    def set_cursor_position(self, position: int) -> None:
        """Put the caret somewhere, as near as the text allows."""
        self.set_selection(position, position)

    def selection(self) -> tuple[int, int]:
        """Where the selection was begun and where the caret is; the same where nothing is selected."""
        cursor = self.textCursor()
        return cursor.anchor(), cursor.position()

    def set_selection(self, anchor: int, position: int) -> None:
        """Select from a place to another, where the caret will be; as near as the text allows."""
        self.setTextCursor(self._cursor(anchor, position))

    def scroll_into_view(self, position: int) -> None:
        """Ask for a position to be brought into sight; the caret stays."""
        self.scroll_requested.emit(position)

    def rect_of(self, position: int) -> QRect:
        """Where a caret at a position would be, in the coordinates of the viewport."""
        return self.cursorRect(self._cursor(position, position))

    def _cursor(self, anchor: int, position: int) -> QTextCursor:
        last = self._document.characterCount() - 1
        cursor = QTextCursor(self._document)
        cursor.setPosition(max(0, min(anchor, last)))
        cursor.setPosition(max(0, min(position, last)), QTextCursor.MoveMode.KeepAnchor)
        return cursor

    # What comes in and goes out is plain ------------------------------------------------------

    @override
    def canInsertFromMimeData(self, source: QMimeData) -> bool:
        return _is_plain(source) or (self.can_paste is not None and self.can_paste(source))

    @override
    def insertFromMimeData(self, source: QMimeData) -> None:
        self._will_break_line()
        if self.paste_handler is not None and self.paste_handler(source):
            return
        if _is_plain(source):
            self.put_in(source.text())

    @override
    def createMimeDataFromSelection(self) -> QMimeData:
        data = QMimeData()
        data.setText(clean_text(self.textCursor().selectedText()))
        return data

    @override
    def loadResource(self, type: int, name: QUrl | str) -> object:
        return QByteArray(b"")

    @override
    def contextMenuEvent(self, e: QContextMenuEvent) -> None:
        menu = self.createStandardContextMenu()
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        by_key = e.reason() == QContextMenuEvent.Reason.Keyboard
        position = self.cursor_position() if by_key else self.cursorForPosition(e.pos()).position()
        self.menu_requested.emit(MenuRequest(menu, position))
        menu.popup(self.viewport().mapToGlobal(self.cursorRect().bottomLeft()) if by_key else e.globalPos())

    # Being part of a page ---------------------------------------------------------------------

    def set_room_below(self, pixels: int) -> None:
        """Free room under the last line of texts shown from now on, so that nobody writes at the very edge."""
        self._room_below = pixels

    def set_margins(self, leading: int, trailing: int) -> None:
        """Room beside the column; a click there still goes to the line beside it."""
        if self.isRightToLeft():
            leading, trailing = trailing, leading
        left, right = max(0, leading - ROOM_BESIDE), max(0, trailing - ROOM_BESIDE)
        if self.viewportMargins().left() != left or self.viewportMargins().right() != right:
            self.setViewportMargins(left, 0, right, 0)

    def column_width(self) -> int:
        """How wide a column of 68 characters is in the current font."""
        return column_width(self.font(), COLUMN_CHARACTERS)

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
        elif self.key_filter is not None and self.key_filter(e):
            e.accept()
        elif any(map(e.matches, _NEW_LINES)) and not self.isReadOnly():
            self._will_break_line()
            self.textCursor().insertBlock()
            self.ensureCursorVisible()
        else:
            if _writes(e):
                self._will_write()
            super().keyPressEvent(e)

    @override
    def inputMethodEvent(self, arg__1: QInputMethodEvent) -> None:
        is_begun = bool(self.textCursor().block().layout().preeditAreaText())
        if not is_begun and (arg__1.preeditString() or arg__1.commitString()):
            self._will_write()
        super().inputMethodEvent(arg__1)

    @override
    def wheelEvent(self, e: QWheelEvent) -> None:
        self.wheel_turned.emit(e)

    @override
    def focusOutEvent(self, e: QFocusEvent) -> None:
        super().focusOutEvent(e)
        if e.reason() != Qt.FocusReason.PopupFocusReason:
            self.left.emit()


def _writes(event: QKeyEvent) -> bool:
    """Whether a key writes something, as Qt sees it: with Control alone none does."""
    modifiers = event.modifiers() & ~Qt.KeyboardModifier.ShiftModifier
    text = event.text()
    return modifiers != Qt.KeyboardModifier.ControlModifier and (text == "\t" or (bool(text) and text.isprintable()))


def _is_plain(source: QMimeData) -> bool:
    return source.hasText() and not any(url.isLocalFile() for url in source.urls())
