"""The page one writes on: head and text scroll as one sheet, in a column of at most 68 characters.

The text is a scrolling widget of its own, so that five megabytes need not be laid out at once. Here its scrolling is
joined to that of the head: first the head leaves at the top and the text grows by as much, then the text itself moves.
"""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QPoint, QRect, Qt, QTimer, Signal
from PySide6.QtGui import QMouseEvent, QResizeEvent, QShowEvent, QWheelEvent
from PySide6.QtWidgets import QApplication, QScrollBar, QStyle, QWidget
from typing_extensions import override

from trustjournal.domain.writing_look import WritingLook
from trustjournal.ui.kit.icons import Icons
from trustjournal.ui.kit.line_height import column_width
from trustjournal.ui.kit.theme import Theme
from trustjournal.ui.kit.tokens import S24
from trustjournal.ui.pages.journal.sheet.head import Head
from trustjournal.ui.pages.journal.sheet.line_room import fit_lines
from trustjournal.ui.pages.journal.sheet.state import TOP, Spot
from trustjournal.ui.pages.journal.sheet.zoom_wheel import ZoomWheel
from trustjournal.ui.parts.editor import Editor
from trustjournal.ui.parts.reading_font import reading_font

LONG_TEXT = 1_000_000
"""Characters. A text longer than this is laid out in pauses before the caret is put where it was."""
SETTLED_MS = 400
ROOM_BELOW = 120
"""Pixels under the last line, so that nobody writes at the very edge."""

ROOM_AROUND = 60
"""Pixels at 100 % text: what is to be seen is not at the very edge."""


class Paper(QWidget):
    """One sheet: `head` above, `text` below, one scroll bar."""

    zoom_requested = Signal(int)
    """Letters larger by so many steps."""

    def __init__(self, theme: Theme, icons: Icons, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._look = WritingLook()
        self.head = Head(theme, icons, self)
        self.text = Editor(theme, self)
        self.text.set_room_below(ROOM_BELOW)
        self.text.setProperty("bare", True)  # noqa: FBT003
        self.text.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.text.setAccessibleName(self.tr("Text of the entry"))
        self.text.setAccessibleDescription(
            self.tr(
                "Tab writes a tab, Shift+Tab leaves the text; in a list they move an item in and out. "
                "Ctrl+Tab always leaves the text forwards, Ctrl+Shift+Tab backwards."
            )
        )
        self.text.setPlaceholderText(self.tr("Write here."))
        self.bar = QScrollBar(Qt.Orientation.Vertical, self)
        self.bar.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._inner = self.text.verticalScrollBar()
        self._head_height = 0
        self._gone = 0
        """So many pixels of the head have left at the top."""
        self._lifted = 0
        """So many pixels the end of the text stands higher than its end needs: only for a typewriter."""
        self._is_moving = False
        self._zoom_wheel = ZoomWheel()
        self._wanted: Spot | None = None
        self._settled = QTimer(self, singleShot=True, interval=SETTLED_MS)
        self._settled.timeout.connect(self._on_settled_timeout)
        self.head.installEventFilter(self)
        self.head.focus_entered.connect(self._on_head_focus_entered)
        self.head.title.text_requested.connect(self._on_title_text_requested)
        self.text.wheel_turned.connect(self._on_text_wheel_turned)
        self.text.edited.connect(self._forget_wanted)
        self.text.scroll_requested.connect(self.bring_into_sight)
        self.text.cursorPositionChanged.connect(self._on_text_cursor_position_changed)
        self._inner.valueChanged.connect(self._on_inner_value_changed)
        self._inner.rangeChanged.connect(self._on_inner_range_changed)
        self.bar.valueChanged.connect(self._on_bar_value_changed)
        theme.changed.connect(self._adopt_theme)
        self._adopt_theme()

    # A sheet ----------------------------------------------------------------------------------

    def put_words(self, title: str, text: str, spot: Spot) -> None:
        """Show an entry's words with the caret and the scrolling where they were."""
        self.head.set_title(title)
        self.text.set_text(text)
        self._wanted = None
        self._fit_head()
        self._place(0, 0)
        if len(text) <= LONG_TEXT and self.isVisible():
            self._go_to(spot)
        elif spot != TOP:
            # Nobody knows yet how wide the sheet will be; or going there at once would lay out everything before
            # it, for seconds.
            self._wanted = spot
            self._settled.start(SETTLED_MS)

    def spot(self) -> Spot:
        """Where the caret and the scrolling are."""
        if self._wanted is not None:
            return self._wanted
        return Spot(self.text.cursor_position(), self.scroll_value(), in_title=self.head.title.hasFocus())

    def focus_words(self, *, in_title: bool) -> None:
        """Give the keyboard to the title or to the text."""
        (self.head.title if in_title else self.text).setFocus(Qt.FocusReason.OtherFocusReason)

    def _go_to(self, spot: Spot) -> None:
        self.text.set_cursor_position(spot.cursor)
        self.scroll_to(spot.scroll)

    def _on_settled_timeout(self) -> None:
        """A long text has been laid out to its end, in pauses, or the sheet has come into sight."""
        if not self.isVisible():
            return
        wanted, self._wanted = self._wanted, None
        if wanted is not None:
            self._go_to(wanted)

    def _forget_wanted(self) -> None:
        self._wanted = None

    # Scrolling --------------------------------------------------------------------------------

    def scroll_value(self) -> int:
        """How far the sheet is scrolled, in pixels."""
        return self._gone + self._inner.value() + self._lifted

    def scroll_to(self, value: int) -> None:
        """Scroll to so many pixels."""
        gone = max(0, min(value, self._head_height, self._furthest() + self._most_lifted()))
        self._place(gone, max(0, value - gone))

    def bring_into_sight(self, position: int) -> None:
        """Scroll so that a position of the text is seen, with some lines around it; not where it is seen already."""
        self._forget_wanted()
        y, room = self._y_of(position), min(self._theme.sp(ROOM_AROUND), self.height() // 3)
        if not room < y < self.height() - room:
            self.scroll_to(self.scroll_value() + y - self.height() // 3)

    def _y_of(self, position: int) -> int:
        """Where the middle of a position's line is, from the top of the sheet."""
        return self.text.rect_of(position).center().y() + self.text.y()

    def _furthest(self) -> int:
        if self._inner.maximum() > 0:
            return self._gone + self._inner.maximum()
        if self.text.document().characterCount() > LONG_TEXT:
            return self._gone  # not laid out yet; asking for its size would do that, all at once
        return max(0, self._head_height + round(self.text.document().size().height()) - self.height())

    def _most_lifted(self) -> int:
        return self.height() // 2 if self._look.typewriter else 0

    def _place(self, gone: int, inner: int) -> None:
        self._is_moving = True
        self._gone, self._lifted = gone, 0
        self._lay_out()
        self._inner.setValue(inner)
        self._lifted = max(0, min(inner - self._inner.value(), self._most_lifted()))
        if self._lifted:
            self._lay_out()
        self._is_moving = False
        self._show_on_bar()

    def _show_on_bar(self) -> None:
        self._is_moving = True
        value = self.scroll_value()
        furthest = max(value, self._furthest() + self._most_lifted())
        self.bar.setRange(0, furthest)
        self.bar.setPageStep(self.height())
        self.bar.setSingleStep(2 * self.text.fontMetrics().height())
        self.bar.setValue(value)
        self.bar.setVisible(furthest > 0)
        self._is_moving = False

    def _on_bar_value_changed(self, value: int) -> None:
        if not self._is_moving:
            self._forget_wanted()
            self.scroll_to(value)

    def _on_inner_value_changed(self, value: int) -> None:
        """The text moved by itself: the caret went out of sight, or a selection is drawn past the edge."""
        if self._is_moving:
            return
        room = self._head_height - self._gone
        if value > 0 and room > 0:
            self._place(self._gone + min(value, room), value - min(value, room))
        elif value == 0 and self._gone > 0 and self._caret_bottom() + self._head_height < self.height():
            self._place(0, 0)  # back at the top: the head belongs to it
        elif self._lifted and value < self._inner.maximum():
            self._place(self._gone, value)
        else:
            self._show_on_bar()

    def _on_inner_range_changed(self) -> None:
        if self._wanted is not None and self._settled.isActive():
            self._settled.start()
        if not self._is_moving:
            self._show_on_bar()
            self._on_text_cursor_position_changed()  # what was written is laid out only now

    def _on_text_wheel_turned(self, event: QWheelEvent) -> None:
        if self._zoom_wheel.is_meant(event):
            if steps := self._zoom_wheel.steps(event):
                self.zoom_requested.emit(steps)
            event.accept()
        else:
            QApplication.sendEvent(self.bar, event)

    def _on_text_cursor_position_changed(self) -> None:
        """Typewriter: the line of the caret stays in the middle, but not under the mouse."""
        if self._look.typewriter and self.text.hasFocus() and not QApplication.mouseButtons():
            self.scroll_to(self.scroll_value() + self._y_of(self.text.cursor_position()) - self.height() // 2)

    def _on_head_focus_entered(self, widget: QWidget) -> None:
        top = widget.mapTo(self, QPoint(0, 0)).y()
        if top < 0:
            self._place(max(0, self._gone + top - S24), 0)

    def _on_title_text_requested(self) -> None:
        self.text.setFocus(Qt.FocusReason.TabFocusReason)

    def _caret_bottom(self) -> int:
        return self.text.cursorRect().bottom()

    # Places -----------------------------------------------------------------------------------

    def _fit_head(self) -> None:
        self._head_height = self._needed_head_height()
        self._gone = min(self._gone, self._head_height)

    def _needed_head_height(self) -> int:
        return self.head.needed_height(self._column() + self.head.overhang())

    def _column(self) -> int:
        room = self.width() - self.bar.sizeHint().width() - 2 * self._theme.sp(S24)
        return max(80, min(column_width(self.text.font(), self._look.width.characters), room))

    def _lay_out(self) -> None:
        whole = self.rect()
        bar_width, column = self.bar.sizeHint().width(), self._column()
        side = max(self._theme.sp(S24), (whole.width() - bar_width - column) // 2)
        top = self._head_height - self._gone

        def place(widget: QWidget, left: int, y: int, width: int, height: int) -> None:
            widget.setGeometry(QStyle.visualRect(self.layoutDirection(), whole, QRect(left, y, width, height)))

        rest = whole.width() - bar_width - side - column
        self.text.set_margins(side, rest)
        over = self.head.overhang()
        place(self.head, side - over, -self._gone, column + over, self._head_height)
        place(self.text, 0, top - self._lifted, whole.width() - bar_width, max(1, whole.height() - top))
        place(self.bar, whole.width() - bar_width, 0, bar_width, whole.height())
        self.bar.raise_()

    def set_look(self, look: WritingLook) -> None:
        """Take on other letters or another width; the caret, or what is read, stays where it is seen."""
        if look == self._look:
            return
        self._look = look
        caret = self.text.cursor_position()
        was_at_top = self.scroll_value() == 0
        held = caret if 0 <= self._y_of(caret) < self.height() else self.text.visible_text_range()[0]
        before = self._y_of(held)
        self.head.set_look(look)
        head = self.head.layout()
        assert head is not None
        head.activate()  # or it would say only later how high it is now
        self._adopt_theme()
        after = self._y_of(held)
        if not was_at_top or after >= self.height():
            self.scroll_to(self.scroll_value() + after - before)
        self._on_text_cursor_position_changed()

    def _adopt_theme(self) -> None:
        font = reading_font(self._theme, self._look)
        if font.families() != self.text.font().families():
            self.text.setFont(font)
            fit_lines(self.text.document(), self.text.font())
        else:
            self.text.setFont(font)
        self._fit()

    def _fit(self) -> None:
        value = self.scroll_value()
        self._fit_head()
        self.scroll_to(value)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    @override
    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._adopt_theme()  # dressed for the first time, a widget gets back the font it had before
        if self._wanted is not None:
            self._settled.start(SETTLED_MS if self.text.document().characterCount() > LONG_TEXT else 0)

    @override
    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LayoutDirectionChange:
            self._fit()

    @override
    def wheelEvent(self, event: QWheelEvent) -> None:
        self._on_text_wheel_turned(event)

    @override
    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Under the end of the text, where there is nothing."""
        if event.position().y() > self.text.geometry().bottom():
            self.text.setFocus(Qt.FocusReason.MouseFocusReason)

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        is_request = watched is self.head and event.type() == QEvent.Type.LayoutRequest
        if is_request and self._needed_head_height() != self._head_height:
            self._fit()
        return super().eventFilter(watched, event)
