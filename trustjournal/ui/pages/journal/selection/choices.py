"""Asks which tag or which person all picked entries shall have."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from trustjournal.domain.person import LONGEST_NAME, Person
from trustjournal.ui.kit.theme import Theme
from trustjournal.ui.pages.journal.sheet.token_popover import TokenPopover
from trustjournal.ui.parts.entry_row import tag_label
from trustjournal.ui.parts.person_words import role_label

MOST_OFFERED = 10


class TagChoice(TokenPopover):
    """A tag the journal knows, or a new one."""

    tag_chosen = Signal(str)

    def __init__(self, anchor: QWidget, theme: Theme, tags: Sequence[str]) -> None:
        super().__init__(
            anchor,
            theme,
            name=self.tr("Add a tag to the selected entries"),
            placeholder=self.tr("Tag"),
            label=self.tr("Tag to add"),
            longest=LONGEST_NAME,
        )
        self._tags = list(tags)
        self.offer()

    @override
    def offers_for(self, typed: str) -> Sequence[tuple[str, object]]:
        word = " ".join(typed.lstrip("#").split())
        folded = word.casefold()
        fitting = [tag for tag in self._tags if folded in tag.casefold()]
        offers: list[tuple[str, object]] = [(tag_label(tag), tag) for tag in fitting[:MOST_OFFERED]]
        if word and folded not in {tag.casefold() for tag in self._tags}:
            offers.append((self.tr("New tag {tag}").format(tag=tag_label(word)), word))
        return offers

    @override
    def take(self, chosen: object) -> None:
        self.close()
        self.tag_chosen.emit(str(chosen))


class PersonChoice(TokenPopover):
    """Somebody the journal knows."""

    person_chosen = Signal(object)
    """A `Person`."""

    def __init__(self, anchor: QWidget, theme: Theme, people: Sequence[Person]) -> None:
        super().__init__(
            anchor,
            theme,
            name=self.tr("Link the selected entries to a person"),
            placeholder=self.tr("Person"),
            label=self.tr("Person to link to"),
            longest=LONGEST_NAME,
        )
        self._people = list(people)
        self.offer()

    @override
    def offers_for(self, typed: str) -> Sequence[tuple[str, object]]:
        folded = " ".join(typed.split()).casefold()
        fitting = [person for person in self._people if folded in person.name.casefold()]
        return [(f"{person.name} · {role_label(person.role)}", person) for person in fitting[:MOST_OFFERED]]

    @override
    def take(self, chosen: object) -> None:
        self.close()
        self.person_chosen.emit(chosen)
