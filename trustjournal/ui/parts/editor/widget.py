"""The sheet a person writes on: plain text in a serif, with room between the lines, and nothing that reaches outside.

A stock rich-text widget opens files and network paths named in what is pasted into it. This one takes plain text only,
gives out plain text only, and answers every request for a picture or a style sheet with nothing.

`QTextEdit` and not `QPlainTextEdit`, because only it knows a line height and scrolls by pixels. It is as fast where it
matters (end of 100,000 words: about 1 ms a key), provided that a long text is poured into a document nobody shows yet:
into a shown one, 5 MB take three seconds, because every step is laid out at once.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QByteArray, QMimeData, QPointF, QRect, Qt, QTimer, QUrl, Signal
from PySide6.QtGui import (
    QContextMenuEvent,
    QFocusEvent,
    QKeyEvent,
    QKeySequence,
    QResizeEvent,
    QTextCursor,
    QWheelEvent,
)
from PySide6.QtWidgets import QAbstractScrollArea, QFrame, QMenu, QTextEdit, QWidget
from typing_extensions import override

from trustjournal.ui.kit.line_edit import PRIVATE_INPUT
from trustjournal.ui.kit.line_height import column_width
from trustjournal.ui.kit.theme import Theme
from trustjournal.ui.parts.editor.clean import clean_text
from trustjournal.ui.parts.editor.document import SilentDocument, empty_document, paragraph_format
from trustjournal.ui.parts.editor.marks import MarkLayer, Marks

COLUMN_CHARACTERS = 68
SETTLED_MS = 250
"""After so long without a key or scrolling, whoever looks at what is seen may look."""


@dataclass(frozen=True)
class MenuRequest:
    """A menu about to open, and the position in the text it was asked for at."""

    menu: QMenu
    position: int


class Editor(QTextEdit):
    """Plain text of any length, each paragraph running in the direction of its own script.

    Tab writes a tab, as writers expect; Shift+Tab leaves the text backwards, Ctrl+Tab forwards. Every position is
    counted in UTF-16 units, as Qt does.
    """

    edited = Signal()
    """The person changed the text (not: a text was put in to be shown)."""
    left = Signal()
    """The keyboard went elsewhere."""
    wheel_turned = Signal(object)
    """A wheel event, for whoever scrolls the page this text is a part of."""
    view_changed = Signal()
    """The text was edited, scrolled or replaced, and has been at rest since: `visible_text_range` may be new."""
    scroll_requested = Signal(int)
    """A position that should come into sight, for whoever scrolls the page this text is a part of."""
    menu_requested = Signal(object)
    """A `MenuRequest`: entries can be added before the menu opens."""
    link_activated = Signal(str)
    """The person wants to go where a link points. Nothing was opened."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.key_filter: Callable[[QKeyEvent], bool] | None = None
        """Asked first about every key; true: it is done with."""
        self.paste_handler: Callable[[QMimeData], bool] | None = None
        """Asked first about everything pasted or dropped; true: it is done with."""
        self.can_paste: Callable[[QMimeData], bool] | None = None
        """Whether `paste_handler` takes what is no plain text."""
        self._marks = Marks(theme)
        self._marked = (0, 0)
        """Between these positions, marks are handed to Qt."""
        self._document = SilentDocument(self)
        self.setDocument(self._document)
        self.setAcceptRichText(False)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setInputMethodHints(PRIVATE_INPUT | Qt.InputMethodHint.ImhMultiLine)
        self._room_below = 0
        self._settled = QTimer(self, singleShot=True, interval=SETTLED_MS)
        self._settled.timeout.connect(self.view_changed)
        self.verticalScrollBar().valueChanged.connect(self._on_view_moved)
        theme.changed.connect(self._adopt_theme)
        self.set_text("")

    # The text ---------------------------------------------------------------------------------

    def set_text(self, text: str) -> None:
        """Show a text; typing before this can't be undone any more."""
        document = empty_document(self, self.font(), room_beside=0, room_below=self._room_below)
        cursor = QTextCursor(document)
        cursor.setBlockFormat(paragraph_format(self.font()))
        cursor.insertText(clean_text(text))
        document.setUndoRedoEnabled(True)
        document.setModified(False)
        self._marks.forget()
        self.setExtraSelections([])
        old, self._document = self._document, document
        self.setDocument(document)
        document.contentsChange.connect(self._on_document_contents_change)
        old.deleteLater()
        self._settled.start()

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
        anchor, position = self.selection()
        cursor = self._cursor(start, end)
        start, end = cursor.selectionStart(), cursor.selectionEnd()
        added = _units(text)

        def moved(place: int) -> int:
            if place <= start:
                return place
            return place + added - (end - start) if place >= end else min(place, start + added)

        cursor.beginEditBlock()
        cursor.insertText(text)
        cursor.endEditBlock()
        self.set_selection(moved(anchor), moved(position))

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

    # What is seen and marked ------------------------------------------------------------------

    def visible_text_range(self) -> tuple[int, int]:
        """The first and the last position of the lines that can be seen."""
        viewport = self.viewport().rect()
        return self._line_at(viewport.top())[0], self._line_at(viewport.bottom())[1]

    def set_marks(self, layer: MarkLayer, ranges: Sequence[tuple[int, int]]) -> None:
        """Mark ranges of the text, in place of what this layer marked before.

        They move along with the text while it is edited. A mark goes when something is written into it (in the layer of
        spelling: also right before or after it). A new text has none.
        """
        self._marks.put(layer, ranges)
        self._show_marks()

    def marks(self, layer: MarkLayer) -> Sequence[tuple[int, int]]:
        """What a layer marks now."""
        return self._marks.between(-1, self._document.characterCount()).get(layer, ())

    def _line_at(self, y: int) -> tuple[int, int]:
        place = QPointF(self.viewport().width() / 2, y + self.verticalScrollBar().value())
        position = self._document.documentLayout().hitTest(place, Qt.HitTestAccuracy.FuzzyHit)
        block = self._document.findBlock(max(0, position))
        line = block.layout().lineForTextPosition(max(0, position) - block.position())
        start = block.position() + (line.textStart() if line.isValid() else 0)
        return start, start + (line.textLength() if line.isValid() else 0)

    def _show_marks(self) -> None:
        """Hand over what is marked on this screen, the one before and the one after it."""
        first, last = self.visible_text_range()
        screen = last - first
        self._marked = (max(0, first - screen), last + screen)
        self.setExtraSelections(self._marks.selections(self._document, *self._marked))

    def _on_view_moved(self) -> None:
        self._settled.start()
        first, last = self.visible_text_range()
        if first < self._marked[0] or last > self._marked[1]:
            self._show_marks()

    def _on_document_contents_change(self, position: int, removed: int, added: int) -> None:
        if not removed and not added:
            return
        if self._marks.follow(position, removed, added):
            QTimer.singleShot(0, self, self._show_marks)  # not while Qt is at work on the text
        self._settled.start()
        self.edited.emit()

    def _adopt_theme(self) -> None:
        self._show_marks()

    # What comes in and goes out is plain ------------------------------------------------------

    @override
    def canInsertFromMimeData(self, source: QMimeData) -> bool:
        if self.can_paste is not None and self.can_paste(source):
            return True
        return source.hasText() and not any(url.isLocalFile() for url in source.urls())

    @override
    def insertFromMimeData(self, source: QMimeData) -> None:
        if self.paste_handler is not None and self.paste_handler(source):
            return
        if source.hasText() and not any(url.isLocalFile() for url in source.urls()):
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
        if self.viewportMargins().left() != leading or self.viewportMargins().right() != trailing:
            self.setViewportMargins(leading, 0, trailing, 0)

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
        elif e.matches(QKeySequence.StandardKey.InsertLineSeparator):
            self.textCursor().insertBlock()  # Qt would write a character of its own, which is no line end to others
            self.ensureCursorVisible()
        else:
            super().keyPressEvent(e)

    @override
    def wheelEvent(self, e: QWheelEvent) -> None:
        self.wheel_turned.emit(e)

    @override
    def resizeEvent(self, e: QResizeEvent) -> None:
        super().resizeEvent(e)
        self._on_view_moved()

    @override
    def focusOutEvent(self, e: QFocusEvent) -> None:
        super().focusOutEvent(e)
        if e.reason() != Qt.FocusReason.PopupFocusReason:
            self.left.emit()


def _units(text: str) -> int:
    return len(text) if text.isascii() else len(text.encode("utf-16-le")) // 2
