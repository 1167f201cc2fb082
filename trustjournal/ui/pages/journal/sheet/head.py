"""What stands over the text of an entry: its title, when it was written, whom and what it is about, what began it."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QObject, QRect, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QStyle, QVBoxLayout, QWidget
from typing_extensions import override

from trustjournal.domain.entry import LONGEST_TITLE, Entry
from trustjournal.domain.ids import PersonId
from trustjournal.domain.person import Person
from trustjournal.domain.writing_look import WritingLook
from trustjournal.ui.kit.button import Button
from trustjournal.ui.kit.chip import Chip
from trustjournal.ui.kit.flow_layout import FlowLayout
from trustjournal.ui.kit.labels import SoftLabel
from trustjournal.ui.kit.line_edit import LineEdit
from trustjournal.ui.kit.theme import Theme
from trustjournal.ui.kit.tokens import S4, S8, S16, S24, S32, Type
from trustjournal.ui.pages.journal.sheet.link_popover import LinkPopover
from trustjournal.ui.pages.journal.sheet.moment_popover import MomentPopover
from trustjournal.ui.parts.editor import clean_line
from trustjournal.ui.parts.entry_row import tag_label
from trustjournal.ui.parts.reading_font import reading_font

OVERHANG = 4
_LIKE_WORDS = """
#moment { padding-left: 3px; padding-right: 3px; }
#moment:focus { padding-left: 2px; padding-right: 2px; }
"""
"""The button of the date stands among words, so it is no wider than its own."""


class TitleField(LineEdit):
    """One line in the large serif; Enter and Down go on to the text."""

    text_requested = Signal()
    left = Signal()

    def __init__(self, placeholder: str) -> None:
        super().__init__(placeholder)
        self.setProperty("bare", True)  # noqa: FBT003
        self.setMaxLength(LONGEST_TITLE)
        self.setTextMargins(-2, 0, -2, 0)  # a field keeps two pixels to itself; the title lines up with the text

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


class Head(QWidget):
    """Shows and changes everything about an entry but its text."""

    moment_changed = Signal(object)
    """A `Moment`."""
    people_changed = Signal(object)
    """A tuple of `PersonId`."""
    tags_changed = Signal(object)
    """A tuple of tags."""
    link_chosen = Signal(object)
    """A `Link` to add."""
    focus_entered = Signal(object)
    """A widget of this head got the keyboard: it should be in sight."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._look = WritingLook()
        self._entry: Entry | None = None
        self._people: Sequence[Person] = ()
        self._tags: Sequence[str] = ()
        self._chips: list[Chip] = []
        self._shown: object = None
        self.title = TitleField(self.tr("Title, if you like"))
        self.title.setAccessibleName(self.tr("Title"))
        self.moment = Button("", "quiet")
        self.moment.setObjectName("moment")
        self.moment.setStyleSheet(_LIKE_WORDS)
        self.add_chip = Chip(self.tr("+ add"), clickable=True)
        _face(self.add_chip).setAccessibleName(self.tr("Add a person or a tag"))
        self._meta = QWidget()
        self._flow = FlowLayout(self._meta, gap=S8 - 2, row_gap=S4)
        self._quote = _Quote(theme)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, S32, 0, S16)
        column.setSpacing(S8)
        self._insets = [QHBoxLayout(), QHBoxLayout()]
        for inset, widget in zip(self._insets, (self.title, self._quote), strict=True):
            inset.addWidget(widget)
        column.addLayout(self._insets[0])
        column.addWidget(self._meta)
        column.addLayout(self._insets[1])
        self._flow.addWidget(self.moment)
        self._flow.addWidget(self.add_chip)
        for widget in (self.title, self.moment, self.add_chip):
            self._watch(widget)
        self.moment.clicked.connect(self.change_moment)
        self.add_chip.clicked.connect(self.add_link)
        theme.changed.connect(self._adopt_theme)
        self._adopt_theme()

    # Showing ----------------------------------------------------------------------------------

    def set_names(self, people: Sequence[Person], tags: Sequence[str]) -> None:
        """Say whom and what an entry can be linked to."""
        self._people, self._tags = people, tags

    def show_entry(self, entry: Entry, moment: str, quotation: str, closing: str) -> None:
        """Show what is around the words of `entry`; its title is left alone."""
        self._entry = entry
        self.moment.setText(moment)
        self.moment.setAccessibleName(self.tr("Written {moment}. Change date and time").format(moment=moment))
        self._quote.set_text(quotation, closing)
        names = {person.id: person.name for person in self._people}
        chips = (tuple((one, names[one]) for one in entry.people if one in names), entry.tags)
        if chips != self._shown:
            self._shown = chips
            self._make_chips(*chips)

    def _make_chips(self, people: Sequence[tuple[PersonId, str]], tags: Sequence[str]) -> None:
        had_keyboard = any(chip.isAncestorOf(self.focusWidget()) for chip in self._chips)
        for chip in self._chips:
            self._flow.removeWidget(chip)
            chip.hide()
            chip.deleteLater()
        self._chips = []
        for person, name in people:
            chip = self._new_chip(name)
            chip.removed.connect(lambda person=person: self._remove_person(person))
        for tag in tags:
            chip = self._new_chip(tag_label(tag))
            _face(chip).setAccessibleName(self.tr("Remove tag {tag}").format(tag=tag))
            chip.removed.connect(lambda tag=tag: self._remove_tag(tag))
        self._flow.removeWidget(self.add_chip)
        self._flow.addWidget(self.add_chip)
        before: QWidget = self.moment
        for chip in (*self._chips, self.add_chip):
            chip.setFocusPolicy(Qt.FocusPolicy.StrongFocus)  # without one, Qt does not move it in the order
            QWidget.setTabOrder(before, chip)
            before = chip
        if had_keyboard:
            self.add_chip.setFocus()

    def _new_chip(self, text: str) -> Chip:
        chip = Chip(text, removable=True)
        self._flow.addWidget(chip)
        self._chips.append(chip)
        self._watch(chip)
        return chip

    # Changing ---------------------------------------------------------------------------------

    def change_moment(self) -> None:
        """Offer another date and time."""
        if self._entry is not None:
            popover = MomentPopover(self.moment, self._theme, self._entry.moment)
            popover.moment_changed.connect(self.moment_changed)
            popover.open_below()

    def add_link(self) -> None:
        """Offer people and tags to add."""
        if self._entry is not None:
            linked = set(self._entry.people)
            people = [person for person in self._people if person.id not in linked]
            tags = [tag for tag in self._tags if tag not in self._entry.tags]
            popover = LinkPopover(self.add_chip, self._theme, people, tags)
            popover.link_chosen.connect(self.link_chosen)
            popover.open_below()

    def quotation(self) -> str:
        """The prompt that is quoted; empty where there is none."""
        return self._quote.text()

    def closing(self) -> str:
        """How the prompt is to be closed; empty where nothing is said about it."""
        return self._quote.closing()

    def chips(self) -> Sequence[Chip]:
        """The chips of people and tags, in their order."""
        return self._chips

    def set_title(self, title: str) -> None:
        """Put a title into its field; typing before this can't be undone any more."""
        self.title.setText(clean_line(title))
        self.title.setCursorPosition(0)

    def _remove_person(self, person: PersonId) -> None:
        if self._entry is not None:
            self.people_changed.emit(tuple(one for one in self._entry.people if one != person))

    def _remove_tag(self, tag: str) -> None:
        if self._entry is not None:
            self.tags_changed.emit(tuple(one for one in self._entry.tags if one != tag))

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
        _face(widget).installEventFilter(self)

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.FocusIn and isinstance(watched, QWidget):
            self.focus_entered.emit(watched)
        return super().eventFilter(watched, event)


def _face(widget: QWidget) -> QWidget:
    """What of a widget gets the keyboard."""
    return widget.focusProxy() or widget


class _Quote(QWidget):
    """The prompt, and how to close it, beside a bar on the side the lines begin on."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._label = SoftLabel(small=True)
        self._closing = SoftLabel(small=True)
        column = QVBoxLayout(self)
        column.setContentsMargins(S16, S8, S24, 0)
        column.setSpacing(S4)
        column.addWidget(self._label)
        column.addWidget(self._closing)
        self.hide()
        theme.changed.connect(self.update)

    def text(self) -> str:
        return self._label.text()

    def closing(self) -> str:
        return self._closing.text()

    def set_text(self, text: str, closing: str) -> None:
        self._label.setText(text)
        self._closing.setText(closing)
        self._closing.setVisible(bool(closing))
        self.setVisible(bool(text))

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        where = QRect(0, S8 - 2, 3, self.height() - S8 + 2)
        painter.fillRect(QStyle.visualRect(self.layoutDirection(), self.rect(), where), self._theme.colour("trust"))
        painter.end()
