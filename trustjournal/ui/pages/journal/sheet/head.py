"""What stands over the text of an entry: its title, the row of what is said about it, and the prompt that began it."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget
from typing_extensions import override

from trustjournal.domain.entry import LONGEST_TITLE, Entry
from trustjournal.domain.writing_look import WritingLook
from trustjournal.ui.kit.chip import Chip
from trustjournal.ui.kit.icons import Icons
from trustjournal.ui.kit.line_edit import LineEdit
from trustjournal.ui.kit.theme import Theme
from trustjournal.ui.kit.tokens import S8, S16, S32, Type
from trustjournal.ui.pages.journal.sheet.meta_row import OVERHANG, MetaRow
from trustjournal.ui.pages.journal.sheet.quote import Quote
from trustjournal.ui.parts.editor import clean_line
from trustjournal.ui.parts.reading_font import reading_font


class TitleField(LineEdit):
    """One line in the large serif; Enter and Down go on to the text."""

    text_requested = Signal()
    left = Signal()

    def __init__(self, placeholder: str) -> None:
        super().__init__(placeholder)
        self.setProperty("bare", True)  # noqa: FBT003
        self.setMaxLength(LONGEST_TITLE)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Down):
            self.text_requested.emit()
        else:
            super().keyPressEvent(event)

    @override
    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        if event.reason() != Qt.FocusReason.PopupFocusReason:
            self.left.emit()

    @override
    def _fit(self) -> None:
        self.setTextMargins(-2, 0, -2, 0)  # a field keeps two pixels to itself; the title lines up with the text


class Head(QWidget):
    """Shows and changes everything about an entry but its text."""

    focus_entered = Signal(object)
    """A widget of this head got the keyboard: it should be in sight."""

    def __init__(self, theme: Theme, icons: Icons, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._look = WritingLook()
        self.title = TitleField(self.tr("Title, if you like"))
        self.title.setAccessibleName(self.tr("Title"))
        self.meta = MetaRow(theme, icons)
        self.moment, self.add_chip = self.meta.moment, self.meta.add_chip
        self.quote = Quote(theme)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, S32, 0, S16)
        column.setSpacing(S8)
        self._insets = [QHBoxLayout(), QHBoxLayout()]
        for inset, widget in zip(self._insets, (self.title, self.quote), strict=True):
            inset.addWidget(widget)
        column.addLayout(self._insets[0])
        column.addWidget(self.meta)
        column.addLayout(self._insets[1])
        for widget in (self.title, self.moment, self.meta.star, self.add_chip):
            self._watch(widget)
        self.meta.chips_made.connect(self._on_meta_chips_made)
        theme.changed.connect(self._adopt_theme)
        self._adopt_theme()

    # Showing ----------------------------------------------------------------------------------

    def show_entry(self, entry: Entry, moment: str, quotation: str, closing: str) -> None:
        """Show what is around the words of `entry`; its title is left alone."""
        self.quote.set_text(quotation, closing)
        self.meta.show_entry(entry, moment)

    def quotation(self) -> str:
        """The prompt that is quoted; empty where there is none."""
        return self.quote.text()

    def closing(self) -> str:
        """How the prompt is to be closed; empty where nothing is said about it."""
        return self.quote.closing()

    def chips(self) -> Sequence[Chip]:
        """The chips of people, tags, feelings and marks, in their order."""
        return self.meta.chips

    def set_title(self, title: str) -> None:
        """Put a title into its field; typing before this can't be undone any more."""
        self.title.setText(clean_line(title))
        self.title.setCursorPosition(0)

    def _on_meta_chips_made(self) -> None:
        for chip in self.meta.chips:
            self._watch(chip)

    # The look ---------------------------------------------------------------------------------

    def needed_height(self, width: int) -> int:
        """How high everything is in a column of this width."""
        layout = self.layout()
        assert layout is not None
        return layout.totalHeightForWidth(width) if layout.hasHeightForWidth() else layout.sizeHint().height()

    def set_look(self, look: WritingLook) -> None:
        """Let the title have the letters of the text."""
        self._look = look
        self._adopt_theme()

    def overhang(self) -> int:
        """So far the head reaches over the edge of the column, for the button of the date to line up by its words."""
        return OVERHANG

    def _adopt_theme(self) -> None:
        for inset in self._insets:
            if self.isLeftToRight():
                inset.setContentsMargins(self.overhang(), 0, 0, 0)
            else:
                inset.setContentsMargins(0, 0, self.overhang(), 0)
        self.title.setFont(reading_font(self._theme, self._look, Type.READING_TITLE, Type.STRONG))
        self.title.setMinimumHeight(round(self.title.fontMetrics().height() * 1.1))

    @override
    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LayoutDirectionChange:
            self._adopt_theme()

    def _watch(self, widget: QWidget) -> None:
        MetaRow.face(widget).installEventFilter(self)

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.FocusIn and isinstance(watched, QWidget):
            self.focus_entered.emit(watched)
        return super().eventFilter(watched, event)
