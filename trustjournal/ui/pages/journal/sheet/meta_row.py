"""The row under the title: when it was written, whether it is starred, whom and what it is about, how it felt."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from functools import partial

from PySide6.QtCore import Qt, Signal, SignalInstance
from PySide6.QtWidgets import QWidget

from trustjournal.domain.entry import Entry
from trustjournal.ui.kit.button import Button, IconButton
from trustjournal.ui.kit.chip import Chip, ChipKind
from trustjournal.ui.kit.flow_layout import FlowLayout
from trustjournal.ui.kit.icons import Icons
from trustjournal.ui.kit.theme import Theme
from trustjournal.ui.kit.tokens import S4, S8
from trustjournal.ui.pages.journal.sheet.link_popover import LinkPopover
from trustjournal.ui.pages.journal.sheet.moment_popover import MomentPopover
from trustjournal.ui.pages.journal.sheet.state import Known
from trustjournal.ui.parts.entry_row import tag_label
from trustjournal.ui.parts.feeling_words import feeling_word_label

_LIKE_WORDS = """
#moment { padding-left: 3px; padding-right: 3px; }
#moment:focus { padding-left: 2px; padding-right: 2px; }
"""
"""The button of the date stands among words, so it is no wider than its own."""
OVERHANG = 4
"""So far the row reaches over the edge of the column, for the button of the date to line up by its words."""


@dataclass(frozen=True, slots=True)
class _Item:
    """A chip: its words, its colour, and what taking it away does."""

    words: str = field(repr=False)
    spoken: str = field(repr=False)
    kind: ChipKind
    remove: Callable[[], None] = field(compare=False)


class MetaRow(QWidget):
    """Shows an entry's marks as chips that can be taken away, and offers more."""

    moment_changed = Signal(object)
    """A `Moment`."""
    people_changed = Signal(object)
    """A tuple of `PersonId`."""
    tags_changed = Signal(object)
    """A tuple of tags."""
    feelings_changed = Signal(object)
    """A tuple of feeling words."""
    star_changed = Signal(bool)
    draft_changed = Signal(bool)
    therapy_changed = Signal(bool)
    link_chosen = Signal(object)
    """A `Link` to add."""
    chips_made = Signal()
    """Other chips stand in the row now."""

    def __init__(self, theme: Theme, icons: Icons, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._entry: Entry | None = None
        self._known = Known()
        self._items: tuple[_Item, ...] = ()
        self.chips: list[Chip] = []
        self._star_icons = (icons.icon("star", "ink_soft", size=16), icons.icon("star-filled", size=16))
        self.moment = Button("", "quiet")
        self.moment.setObjectName("moment")
        self.moment.setStyleSheet(_LIKE_WORDS)
        self.star = IconButton(self._star_icons[0], self.tr("Star this entry (Ctrl+D)"), checkable=True)
        self.add_chip = Chip(self.tr("+ add"), clickable=True)
        self.face(self.add_chip).setAccessibleName(self.tr("Add a person, a tag or a feeling"))
        self._flow = FlowLayout(self, gap=S8 - 2, row_gap=S4, indent=OVERHANG)
        for widget in (self.moment, self.star, self.add_chip):
            self._flow.addWidget(widget)
        self.moment.clicked.connect(self.change_moment)
        self.star.clicked.connect(self.star_changed)
        self.add_chip.clicked.connect(self.add_link)

    @staticmethod
    def face(widget: QWidget) -> QWidget:
        """What of a widget gets the keyboard."""
        return widget.focusProxy() or widget

    def set_known(self, known: Known) -> None:
        """Say whom and what an entry can be linked to."""
        self._known = known

    def show_entry(self, entry: Entry, moment: str) -> None:
        """Show what is said about `entry`."""
        self._entry = entry
        self.moment.setText(moment)
        self.moment.setAccessibleName(self.tr("Written {moment}. Change date and time").format(moment=moment))
        self.star.setChecked(entry.is_starred)
        self.star.setIcon(self._star_icons[entry.is_starred])
        items = tuple(self._items_of(entry))
        if items != self._items:
            self._items = items
            self._make_chips()

    def _items_of(self, entry: Entry) -> list[_Item]:
        names = {person.id: person.name for person in self._known.people}
        items = [
            _Item(names[one], "", "plain", partial(self._emit_without, self.people_changed, entry.people, one))
            for one in entry.people
            if one in names
        ]
        for tag in entry.tags:
            spoken = self.tr("Remove tag {tag}").format(tag=tag)
            remove = partial(self._emit_without, self.tags_changed, entry.tags, tag)
            items.append(_Item(tag_label(tag), spoken, "plain", remove))
        for word in entry.feelings:
            label = feeling_word_label(word)
            spoken = self.tr("Remove feeling {word}").format(word=label)
            remove = partial(self._emit_without, self.feelings_changed, entry.feelings, word)
            items.append(_Item(label, spoken, "mood", remove))
        if entry.is_draft:
            items.append(_Item(self.tr("not finished yet"), "", "plain", lambda: self.draft_changed.emit(False)))  # noqa: FBT003
        if entry.is_for_therapy:
            items.append(_Item(self.tr("for therapy"), "", "plain", lambda: self.therapy_changed.emit(False)))  # noqa: FBT003
        return items

    def _make_chips(self) -> None:
        had_keyboard = any(chip.isAncestorOf(self.focusWidget()) for chip in self.chips)
        for chip in self.chips:
            self._flow.removeWidget(chip)
            chip.hide()
            chip.deleteLater()
        self.chips = []
        for item in self._items:
            chip = Chip(item.words, item.kind, removable=True)
            if item.spoken:
                self.face(chip).setAccessibleName(item.spoken)
            chip.removed.connect(item.remove)
            self._flow.addWidget(chip)
            self.chips.append(chip)
        self._flow.removeWidget(self.add_chip)
        self._flow.addWidget(self.add_chip)
        before: QWidget = self.star
        for chip in (*self.chips, self.add_chip):
            chip.setFocusPolicy(Qt.FocusPolicy.StrongFocus)  # without one, Qt does not move it in the order
            QWidget.setTabOrder(before, chip)
            before = chip
        if had_keyboard:
            self.add_chip.setFocus()
        self.chips_made.emit()

    # Changing ---------------------------------------------------------------------------------

    def change_moment(self) -> None:
        """Offer another date and time."""
        if self._entry is not None:
            popover = MomentPopover(self.moment, self._theme, self._entry.moment)
            popover.moment_changed.connect(self.moment_changed)
            popover.open_below()

    def add_link(self) -> None:
        """Offer people, tags and feelings to add."""
        if self._entry is not None:
            linked = set(self._entry.people)
            popover = LinkPopover(
                self.add_chip,
                self._theme,
                [person for person in self._known.people if person.id not in linked],
                [tag for tag in self._known.tags if tag not in self._entry.tags],
                [word for word in self._known.feelings if word not in self._entry.feelings],
            )
            popover.link_chosen.connect(self.link_chosen)
            popover.open_below()

    @staticmethod
    def _emit_without(signal: SignalInstance, ones: Sequence[object], gone: object) -> None:
        signal.emit(tuple(one for one in ones if one != gone))
