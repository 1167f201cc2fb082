"""Links an entry to people, gives it tags and says how it felt: one field that completes all, and makes what is new."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from trustjournal.domain.person import LONGEST_NAME, Person
from trustjournal.ui.kit.theme import Theme
from trustjournal.ui.pages.journal.sheet.link import Link
from trustjournal.ui.pages.journal.sheet.token_popover import TokenPopover
from trustjournal.ui.parts.entry_row import tag_label
from trustjournal.ui.parts.feeling_words import LONGEST_WORD, feeling_word_label
from trustjournal.ui.parts.person_words import role_label

MOST_OFFERED = 8


class LinkPopover(TokenPopover):
    """A `#` before the word offers tags only."""

    link_chosen = Signal(object)
    """A `Link`."""

    def __init__(
        self, anchor: QWidget, theme: Theme, people: Sequence[Person], tags: Sequence[str], feelings: Sequence[str]
    ) -> None:
        super().__init__(
            anchor,
            theme,
            name=self.tr("Add a person, a tag or a feeling"),
            placeholder=self.tr("Person, #tag or feeling"),
            label=self.tr("Person, tag or feeling to add"),
            longest=LONGEST_NAME,
        )
        self._people = [person for person in people if not person.is_archived]
        self._tags = list(tags)
        self._feelings = {word: feeling_word_label(word) for word in feelings}
        self.offer()

    @override
    def offers_for(self, typed: str) -> Sequence[tuple[str, object]]:
        only_tags, word = typed.startswith("#"), " ".join(typed.lstrip("#").split())
        folded = word.casefold()
        people = {} if only_tags else {person.name: person for person in self._people}
        feelings = {} if only_tags else {label: one for one, label in self._feelings.items()}
        offers: list[tuple[str, object]] = []
        for name in _fitting(people, folded):
            offers.append((f"{name} · {role_label(people[name].role)}", Link(person=people[name].id)))
        offers += [(tag_label(tag), Link(tag=tag)) for tag in _fitting(self._tags, folded)]
        for label in _fitting(feelings, folded):
            offers.append((self.tr("{word} · feeling").format(word=label), Link(feeling=feelings[label])))
        made: list[tuple[str, object]] = []
        if word and not _has(self._tags, folded):
            made.append((self.tr("New tag {tag}").format(tag=tag_label(word)), Link(tag=word)))
        if word and not only_tags and not _has(people, folded):
            made.append((self.tr("New person “{name}”").format(name=word), Link(new_person=word)))
        offers += reversed(made) if word[:1].isupper() else made  # names begin with a capital letter
        if word and not only_tags and not _has(feelings, folded) and len(word) <= LONGEST_WORD:
            offers.append((self.tr("Feeling “{word}”, in my own words").format(word=word), Link(feeling=word)))
        return offers

    @override
    def take(self, chosen: object) -> None:
        assert isinstance(chosen, Link)
        self._people = [one for one in self._people if one.id != chosen.person]
        self._tags = [tag for tag in self._tags if tag != chosen.tag]
        self._feelings.pop(chosen.feeling or "", None)
        self.link_chosen.emit(chosen)


def _fitting(words: Iterable[str], folded: str) -> list[str]:
    """The words that have these letters, those that begin with them first."""
    fitting = [word for word in words if folded in word.casefold()]
    return sorted(fitting, key=lambda word: not word.casefold().startswith(folded))[:MOST_OFFERED]


def _has(words: Iterable[str], folded: str) -> bool:
    return folded in {word.casefold() for word in words}
