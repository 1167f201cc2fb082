"""The sheet a person writes on: Markdown exactly as typed, dressed while it is written.

The signs of the markup are dimmed and never hidden. Hiding them on lines the caret is not on was measured on 2,000
paragraphs of 20 to 120 words with one to three bold places: in 79 % words jump to another line as the caret comes or
goes, and in 11 % the paragraph changes its height and everything below moves. Nobody can point at a word that moves
away.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QEvent, QPointF, Qt, QTimer, Signal
from PySide6.QtGui import QMouseEvent, QPainter, QPaintEvent, QResizeEvent, QTextBlock
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from trustjournal.ui.kit.theme import Theme
from trustjournal.ui.parts.editor.backdrop import Backdrop
from trustjournal.ui.parts.editor.beside_picture import out_of_mark, to_line_of_its_own
from trustjournal.ui.parts.editor.clean import units
from trustjournal.ui.parts.editor.document import SilentDocument
from trustjournal.ui.parts.editor.looks import Looks
from trustjournal.ui.parts.editor.mark_painter import MarkPainter
from trustjournal.ui.parts.editor.marks import MarkLayer, Marks
from trustjournal.ui.parts.editor.pictures import HIGHEST, Pictures, PictureSource
from trustjournal.ui.parts.editor.plain_edit import ROOM_BESIDE, PlainEdit
from trustjournal.ui.parts.editor.pointer import Pointer, link_in
from trustjournal.ui.parts.editor.styler import PICTURE, Styler, painted, read_block

SETTLED_MS = 250
"""After so long without a key or scrolling, whoever looks at what is seen may look."""


class Editor(PlainEdit):
    """A field for Markdown that shows what it means, with marks for what was found, and the journal's own pictures."""

    view_changed = Signal()
    """The text was edited, scrolled or replaced, and has been at rest since: `visible_text_range` may be new."""
    link_activated = Signal(str)
    """The person wants to go where a link points. Nothing was opened."""
    picture_activated = Signal(str)
    """The person wants to see a picture of the journal; its id."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._marks = Marks()
        self._mark_painter = MarkPainter(self, theme, self._marks)
        self._pictures = Pictures()
        self._backdrop = Backdrop(self, theme, self._pictures)
        self._pointer = Pointer(
            self,
            self._backdrop,
            tick=self._tick,
            show_picture=self.picture_activated.emit,
            follow_link=self.link_activated.emit,
        )
        self._styler = Styler(self, seen=self.visible_text_range, hold_still=self._hold_still)
        self._placeholder = ""
        self._caret_was_on_picture = False
        self._settled = QTimer(self, singleShot=True, interval=SETTLED_MS)
        self._settled.timeout.connect(self.view_changed)
        self._resized = QTimer(self, singleShot=True, interval=0)
        """Qt resizes in the middle of laying out, when nobody can say yet what is seen."""
        self._resized.timeout.connect(self._on_view_moved)
        self.verticalScrollBar().valueChanged.connect(self._on_view_moved)
        self.cursorPositionChanged.connect(self._on_cursor_position_changed)
        theme.changed.connect(self._adopt_theme)
        self.viewport().setMouseTracking(True)
        self.set_text("")

    # The text ---------------------------------------------------------------------------------

    @override
    def set_text(self, text: str) -> None:
        self._marks.forget()
        super().set_text(text)
        self._settled.start()

    @override
    def _prepare(self, document: SilentDocument) -> None:
        self._styler.dress(document, self._looks())

    @override
    def _follow(self, position: int, removed: int, added: int) -> None:
        self._styler.follow(position, removed, added)
        if self._marks.follow(position, removed, added):
            self.viewport().update()
        self._settled.start()

    @override
    def _will_write(self) -> None:
        cursor = self.textCursor()
        if not self.isReadOnly() and to_line_of_its_own(cursor):
            self.setTextCursor(cursor)

    @override
    def _will_break_line(self) -> None:
        cursor = self.textCursor()
        if not self.isReadOnly() and out_of_mark(cursor):
            self.setTextCursor(cursor)

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
        if ranges or self.marks(layer):
            self._marks.put(layer, ranges)
            self.viewport().update()

    def marks(self, layer: MarkLayer) -> Sequence[tuple[int, int]]:
        """What a layer marks now."""
        return self._marks.between(-1, self._document.characterCount()).get(layer, ())

    def _line_at(self, y: int) -> tuple[int, int]:
        place = QPointF(self.viewport().width() / 2, y + self.verticalScrollBar().value())
        position = max(0, self._document.documentLayout().hitTest(place, Qt.HitTestAccuracy.FuzzyHit))
        block = self._document.findBlock(position)
        line = block.layout().lineForTextPosition(position - block.position())
        start = block.position() + (line.textStart() if line.isValid() else 0)
        return start, start + (line.textLength() if line.isValid() else 0)

    def _on_view_moved(self) -> None:
        self._settled.start()
        self._styler.dress_seen()

    # The look ---------------------------------------------------------------------------------

    def _looks(self) -> Looks:
        return Looks(self._theme, self.font(), self._pictures)

    def _adopt_theme(self) -> None:
        self._pictures.highest = self._theme.sp(HIGHEST)
        self._styler.dress_anew(self._looks())
        self.viewport().update()

    def _hold_still(self) -> Callable[[], None]:
        """Keep the first line in sight where it is while heights above it change."""
        bar = self.verticalScrollBar()
        first = self._document.findBlock(self.visible_text_range()[0])
        place = first.layout().position().y() - bar.value()

        def go_on() -> None:
            moved = round(first.layout().position().y() - place) - bar.value()
            if moved and bar.value() > 0:
                bar.setValue(bar.value() + moved)

        return go_on

    @override
    def changeEvent(self, e: QEvent) -> None:
        super().changeEvent(e)
        if e.type() == QEvent.Type.FontChange:
            self._styler.dress_anew(self._looks())

    @override
    def resizeEvent(self, e: QResizeEvent) -> None:
        super().resizeEvent(e)
        self._pictures.column = self.viewport().width() - 2 * ROOM_BESIDE
        self._styler.dress_pictures()
        self._resized.start()

    @override
    def setPlaceholderText(self, placeholderText: str) -> None:
        """Say what an empty text is for. Painted here, because Qt would paint it beside where the lines begin."""
        self._placeholder = placeholderText
        self.viewport().update()

    @override
    def placeholderText(self) -> str:
        return self._placeholder

    @override
    def paintEvent(self, e: QPaintEvent) -> None:
        blocks = self._backdrop.blocks_in(e.rect())
        painter = QPainter(self.viewport())
        self._backdrop.paint_below(painter, blocks)
        self._mark_painter.paint_below(painter, e.rect())
        if self._placeholder and self._document.isEmpty() and not self.textCursor().block().layout().preeditAreaText():
            painter.setPen(self.palette().placeholderText().color())
            area = self.viewport().rect().adjusted(ROOM_BESIDE, 0, -ROOM_BESIDE, 0)
            painter.drawText(area, Qt.AlignmentFlag.AlignTop | Qt.TextFlag.TextWordWrap, self._placeholder)
        painter.end()
        super().paintEvent(e)
        painter.begin(self.viewport())
        self._mark_painter.paint_above(painter, e.rect())
        self._backdrop.paint_above(painter, blocks)
        painter.end()

    # Tasks, links and pictures ----------------------------------------------------------------

    def toggle_checkbox(self) -> bool:
        """Tick the task on the caret's line, or untick it, as one step to undo; returns whether there was one."""
        return self._tick(self.textCursor().block())

    def activate_link(self) -> bool:
        """Ask to go where the link at the caret points; returns whether there was one."""
        target = link_in(self.textCursor().block(), self.textCursor().positionInBlock())
        if target:
            self.link_activated.emit(target)
        return bool(target)

    def set_picture_source(self, source: PictureSource | None) -> None:
        """Say where pictures come from. A line that holds only `![words](tj:id)` is shown as that picture."""
        self._pictures.source = source
        self.refresh_pictures()

    def picture_at(self, position: int) -> str:
        """The id of the picture of the journal that stands on a position's line; empty where there is none."""
        return read_block(self._document.findBlock(position)).picture

    def refresh_pictures(self) -> None:
        """Pictures that were not there are there now."""
        self._styler.dress_pictures()
        self.viewport().update()

    def _tick(self, block: QTextBlock) -> bool:
        checkbox = read_block(block).checkbox
        if checkbox is None:
            return False
        place = block.position() + units(block.text()[: checkbox.start]) + 1
        self.replace_range(place, place + 1, " " if checkbox.is_ticked else "x")
        return True

    def _on_cursor_position_changed(self) -> None:
        """A picture shows its line while the caret is on it."""
        is_on_picture = bool(painted(self.textCursor().block()) & PICTURE)
        if is_on_picture or self._caret_was_on_picture:
            self.viewport().update()
        self._caret_was_on_picture = is_on_picture

    @override
    def mousePressEvent(self, e: QMouseEvent) -> None:
        if not self._pointer.press(e):
            super().mousePressEvent(e)

    @override
    def mouseReleaseEvent(self, e: QMouseEvent) -> None:
        if not self._pointer.release(e):
            super().mouseReleaseEvent(e)

    @override
    def mouseDoubleClickEvent(self, e: QMouseEvent) -> None:
        if not self._pointer.double_click(e):
            super().mouseDoubleClickEvent(e)

    @override
    def mouseMoveEvent(self, e: QMouseEvent) -> None:
        if e.buttons():
            super().mouseMoveEvent(e)
        self._pointer.hover(e)
