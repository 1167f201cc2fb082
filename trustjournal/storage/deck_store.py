"""Keeps a person's own prompts and the decks they are in."""

from __future__ import annotations

from collections import defaultdict
from typing import Final
from uuid import UUID

from trustjournal.domain.deck import Deck, OwnPrompt
from trustjournal.domain.ids import DeckId, OwnPromptId
from trustjournal.domain.prompt import Intensity, Kind, Topic
from trustjournal.storage.database import Database
from trustjournal.storage.records import DECK, OWN_PROMPT, Content, Records
from trustjournal.storage.texts import storable

_KINDS: Final = {kind.value: kind for kind in Kind}
_TOPICS: Final = {topic.value: topic for topic in Topic}


class DeckStore:
    """Decks in the order they were made, each with its prompts in the order they were added.

    A deleted deck takes its prompts out of sight with it, and brings them back. What only a newer version of the
    program knows of a prompt (a topic, what it works with) is left out here, and kept until the prompt is changed.
    """

    def __init__(self, db: Database) -> None:
        self._db = db
        self._records = Records(db)

    def all(self) -> tuple[Deck, ...]:
        """Every deck that is not deleted, with its prompts that are not deleted."""
        prompts = self._prompts()
        rows = self._db.rows("SELECT id, name, is_on FROM deck WHERE deleted_at IS NULL ORDER BY n")
        return tuple(
            Deck(name, tuple(prompts.get(id_, ())), bool(is_on), DeckId(UUID(bytes=id_))) for id_, name, is_on in rows
        )

    def save_deck(self, id_: DeckId, name: str, *, is_on: bool) -> None:
        """Keep a new deck, or another name or another position of its switch."""
        content: Content = {"name": storable(name), "is_on": int(is_on)}
        with self._db.transaction():
            if self._records.head(DECK, id_) is None:
                self._records.add(DECK, id_, content)
            else:
                self._records.change(DECK, id_, content)

    def delete_deck(self, id_: DeckId) -> None:
        """Delete a deck so that it can be brought back; deleting what is not there does nothing."""
        with self._db.transaction():
            head = self._records.head(DECK, id_)
            if head is not None and not head.is_deleted:
                self._records.bury(DECK, id_)

    def undo_delete_deck(self, id_: DeckId) -> None:
        """Bring a deleted deck back, with the prompts it had."""
        with self._db.transaction():
            self._records.revive(DECK, id_)

    def save_prompt(self, id_: OwnPromptId, prompt: OwnPrompt, deck: DeckId) -> None:
        """Keep a new prompt, or one that was changed or went into another deck."""
        content: Content = {
            "deck": deck.bytes,
            "text": storable(prompt.text),
            "intensity": int(prompt.intensity),
            "works_with": prompt.kind.value,
            "minutes": prompt.minutes,
            "needs_person": int(prompt.needs_person),
            "note": storable(prompt.note),
            "topics": [topic.value for topic in sorted(prompt.topics)],
        }
        with self._db.transaction():
            if self._records.head(OWN_PROMPT, id_) is None:
                self._records.add(OWN_PROMPT, id_, content)
            else:
                self._records.change(OWN_PROMPT, id_, content)

    def delete_prompt(self, id_: OwnPromptId) -> None:
        """Delete a prompt so that it can be brought back; deleting what is not there does nothing."""
        with self._db.transaction():
            head = self._records.head(OWN_PROMPT, id_)
            if head is not None and not head.is_deleted:
                self._records.bury(OWN_PROMPT, id_)

    def undo_delete_prompt(self, id_: OwnPromptId) -> None:
        """Bring a deleted prompt back."""
        with self._db.transaction():
            self._records.revive(OWN_PROMPT, id_)

    def _prompts(self) -> dict[bytes, list[OwnPrompt]]:
        """Every prompt by the id of its deck."""
        topics: dict[bytes, list[Topic]] = defaultdict(list)
        for id_, topic in self._db.rows("SELECT own_prompt, topic FROM own_prompt_topic"):
            if topic in _TOPICS:
                topics[id_].append(_TOPICS[topic])
        found: dict[bytes, list[OwnPrompt]] = defaultdict(list)
        for id_, deck, text, intensity, works_with, minutes, needs_person, note in self._db.rows(
            "SELECT id, deck, text, intensity, works_with, minutes, needs_person, note FROM own_prompt"
            " WHERE deleted_at IS NULL ORDER BY n"
        ):
            found[deck].append(
                OwnPrompt(
                    text=text,
                    intensity=Intensity(intensity),
                    kind=_KINDS.get(works_with, Kind.PROCESS),
                    minutes=minutes,
                    topics=frozenset(topics[id_]),
                    needs_person=bool(needs_person),
                    note=note,
                    id=OwnPromptId(UUID(bytes=id_)),
                )
            )
        return found
