"""Links an entry to a person or gives it a tag: one field that completes both, and makes what is not there yet."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QListWidget, QListWidgetItem, QWidget
from typing_extensions import override

from trustjournal.domain.ids import PersonId
from trustjournal.domain.person import LONGEST_NAME, Person
from trustjournal.ui.kit.line_edit import LineEdit
from trustjournal.ui.kit.popover import Popover
from trustjournal.ui.kit.text_scale import scaled
from trustjournal.ui.kit.theme import Theme
from trustjournal.ui.kit.tokens import S4
from trustjournal.ui.parts.editor import clean_line
from trustjournal.ui.parts.entry_row import tag_label
from trustjournal.ui.parts.person_words import role_label

MOST_OFFERED = 8
MOST_SEEN = 7


@dataclass(frozen=True, slots=True)
class Link:
    """What was chosen: a person, a tag, or the name of somebody new."""

    person: PersonId | None = None
    tag: str | None = field(default=None, repr=False)
    new_person: str | None = field(default=None, repr=False)


class LinkPopover(Popover):
    """Type, go down to what is meant, Enter. A `#` before the word offers tags only."""

    link_chosen = Signal(object)
    """A `Link`."""

    def __init__(self, anchor: QWidget, theme: Theme, people: Sequence[Person], tags: Sequence[str]) -> None:
        super().__init__(anchor, theme)
        self._people = [person for person in people if not person.is_archived]
        self._tags = list(tags)
        self.setAccessibleName(self.tr("Add a person or a tag"))
        self.field = LineEdit(self.tr("Person or #tag"), label=self.tr("Person or tag to add"))
        self.field.setMaxLength(LONGEST_NAME)
        self.offers = QListWidget()
        self.offers.setAccessibleName(self.tr("What can be added"))
        self.offers.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.offers.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.offers.setTextElideMode(Qt.TextElideMode.ElideRight)
        self.column.addWidget(self.field)
        self.column.addWidget(self.offers)
        self.setFixedWidth(scaled(280))
        self.field.textChanged.connect(self._offer)
        self.field.installEventFilter(self)
        self.offers.itemClicked.connect(self._choose)
        self.offers.currentItemChanged.connect(self._on_offers_current_item_changed)
        self.setFocusProxy(self.field)
        self.field.setFocus()
        self._offer()

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self.field and isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            row = self.offers.currentRow()
            match event.key():
                case Qt.Key.Key_Down:
                    self.offers.setCurrentRow(min(row + 1, self.offers.count() - 1))
                    return True
                case Qt.Key.Key_Up:
                    self.offers.setCurrentRow(max(row - 1, 0))
                    return True
                case Qt.Key.Key_Return | Qt.Key.Key_Enter:
                    self._choose(self.offers.currentItem())
                    return True
        return super().eventFilter(watched, event)

    def _offer(self) -> None:
        typed = clean_line(self.field.text()).strip()
        only_tags, word = typed.startswith("#"), typed.lstrip("#").strip()
        folded = word.casefold()
        self.offers.clear()
        people = [] if only_tags else [one for one in self._people if folded in one.name.casefold()]
        tags = [tag for tag in self._tags if folded in tag.casefold()]
        for person in sorted(people, key=lambda one: not one.name.casefold().startswith(folded))[:MOST_OFFERED]:
            self._add(f"{person.name} · {role_label(person.role)}", Link(person=person.id))
        for tag in sorted(tags, key=lambda one: not one.casefold().startswith(folded))[:MOST_OFFERED]:
            self._add(tag_label(tag), Link(tag=tag))
        if word and folded not in {tag.casefold() for tag in self._tags}:
            self._add(self.tr("New tag {tag}").format(tag=tag_label(word)), Link(tag=word))
        if word and not only_tags and folded not in {one.name.casefold() for one in self._people}:
            self._add(self.tr("New person “{name}”").format(name=word), Link(new_person=word))
        self.offers.setCurrentRow(0)
        rows = min(self.offers.count(), MOST_SEEN)
        self.offers.setVisible(rows > 0)
        if rows:
            self.offers.doItemsLayout()
            last = self.offers.visualItemRect(self.offers.item(rows - 1))
            self.offers.setFixedHeight(last.bottom() + 1 + 2 * self.offers.frameWidth() + S4)
        self.adjustSize()

    def _add(self, text: str, link: Link) -> None:
        item = QListWidgetItem(text)
        item.setData(Qt.ItemDataRole.UserRole, link)
        self.offers.addItem(item)

    def _choose(self, item: QListWidgetItem | None) -> None:
        if item is not None:
            self.link_chosen.emit(item.data(Qt.ItemDataRole.UserRole))
            self.close()

    def _on_offers_current_item_changed(self, item: QListWidgetItem | None) -> None:
        self.field.setAccessibleDescription(item.text() if item is not None else "")
