"""A person's own prompts: made, grouped in decks, given to the daily draw, and taken in from a file or put into one."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from uuid import uuid4

from trustjournal.domain.change import Announce, Changed
from trustjournal.domain.deck import (
    LONGEST_DECK_NAME,
    LONGEST_NOTE,
    LONGEST_OWN_PROMPT,
    MOST_DECKS,
    MOST_PROMPTS,
    Deck,
    DeckLook,
    OwnPrompt,
    has_words,
    look_at,
    one_line,
    wording_key,
)
from trustjournal.domain.ids import DeckId, OwnPromptId
from trustjournal.domain.prompt import Prompt
from trustjournal.errors import (
    DeckFileError,
    DeckProblem,
    DecksFullError,
    FileTooLargeError,
    NameTakenError,
    TooLongError,
)
from trustjournal.exchange.deck_file import read_deck, write_deck
from trustjournal.exchange.plain_files import read_file, write_file
from trustjournal.storage.database import Database
from trustjournal.storage.deck_store import DeckStore
from trustjournal.storage.prompt_store import PromptStore


def read_deck_file(path: Path) -> Deck:
    """The deck in a file; nothing is kept. Raises DeckFileError, FileUnreadableError, FileEmptyError."""
    try:
        return read_deck(read_file(path))
    except FileTooLargeError:
        raise DeckFileError(DeckProblem.TOO_MANY_BYTES) from None


def write_deck_file(path: Path, deck: Deck) -> None:
    """Put a deck into a file that anybody who has it can read; raises as `plain_files.write_file` does."""
    write_file(path, [write_deck(deck)])


class DeckService:
    """Keeps decks and prompts. What is deleted can be brought back."""

    def __init__(self, database: Database, store: DeckStore, prompts: PromptStore, *, announce: Announce) -> None:
        self._database = database
        self._store = store
        self._prompts = prompts
        self._announce = announce

    def all(self) -> tuple[Deck, ...]:
        """Every deck with its prompts, in the order they were made."""
        return self._store.all()

    def for_the_draw(self) -> tuple[Prompt, ...]:
        """The prompts of every deck that is on."""
        return tuple(prompt.as_prompt() for deck in self._store.all() if deck.is_on for prompt in deck.prompts)

    def hidden(self) -> frozenset[str]:
        """Ids of prompts marked *not for me*, which no draw takes."""
        return self._prompts.hidden()

    # Decks ------------------------------------------------------------------------------------

    def save(self, deck: Deck) -> Deck:
        """Keep a new deck without its prompts, or another name or another position of its switch, as kept.

        Raises NameTakenError, TooLongError, DecksFullError, and ValueError for a name without words.
        """
        name = _checked(deck.name, LONGEST_DECK_NAME)
        with self._database.transaction():
            others = [one for one in self._store.all() if one.id != deck.id]
            if any(wording_key(one.name) == wording_key(name) for one in others):
                raise NameTakenError("a deck has that name already")
            kept = self._keep(replace(deck, name=name), len(others))
        self._announce(Changed.PROMPTS)
        return kept

    def delete(self, id_: DeckId) -> None:
        """Delete a deck with its prompts, so that both can be brought back."""
        self._store.delete_deck(id_)
        self._announce(Changed.PROMPTS)

    def undo_delete(self, id_: DeckId) -> None:
        """Bring a deleted deck back with its prompts."""
        self._store.undo_delete_deck(id_)
        self._announce(Changed.PROMPTS)

    # Prompts ----------------------------------------------------------------------------------

    def save_prompt(self, prompt: OwnPrompt, deck: DeckId) -> OwnPrompt:
        """Keep a new prompt, or one that was changed or goes into another deck, as kept.

        Raises TooLongError, DecksFullError where the deck is full, LookupError where it is gone, and ValueError for
        a prompt without words.
        """
        kept = replace(
            prompt,
            id=prompt.id or OwnPromptId(uuid4()),
            text=_checked(prompt.text, LONGEST_OWN_PROMPT),
            note=_checked(prompt.note, LONGEST_NOTE) if prompt.note.strip() else "",
        )
        assert kept.id is not None
        with self._database.transaction():
            goal = next((one for one in self._store.all() if one.id == deck), None)
            if goal is None:
                raise LookupError("no such deck")
            if sum(1 for one in goal.prompts if one.id != kept.id) >= MOST_PROMPTS:
                raise DecksFullError("the deck is full")
            self._store.save_prompt(kept.id, kept, deck)
        self._announce(Changed.PROMPTS)
        return kept

    def delete_prompt(self, id_: OwnPromptId) -> None:
        """Delete a prompt, so that it can be brought back. Entries begun from it keep its words."""
        self._store.delete_prompt(id_)
        self._announce(Changed.PROMPTS)

    def undo_delete_prompt(self, id_: OwnPromptId) -> None:
        """Bring a deleted prompt back."""
        self._store.undo_delete_prompt(id_)
        self._announce(Changed.PROMPTS)

    # Files ------------------------------------------------------------------------------------

    def look(self, file: Deck) -> DeckLook:
        """What adding the deck of a file would do; nothing is added."""
        decks = self._store.all()
        here = (prompt.text for deck in decks for prompt in deck.prompts)
        return look_at(file, here, (deck.name for deck in decks))

    def take_in(self, file: Deck) -> Deck:
        """Add the prompts of a file that are not here yet, as a new deck that is off; raises DecksFullError.

        Raises ValueError where there is nothing to add.
        """
        with self._database.transaction():
            look = self.look(file)
            if not look.new:
                raise ValueError("every prompt is here already")
            kept = self._keep(Deck(look.name, is_on=False), len(self._store.all()))
            assert kept.id is not None
            for prompt in look.new:
                self._store.save_prompt(OwnPromptId(uuid4()), prompt, kept.id)
        self._announce(Changed.PROMPTS)
        return kept

    def _keep(self, deck: Deck, others: int) -> Deck:
        if others >= MOST_DECKS:
            raise DecksFullError("there are too many decks")
        kept = replace(deck, id=deck.id or DeckId(uuid4()))
        assert kept.id is not None
        self._store.save_deck(kept.id, kept.name, is_on=kept.is_on)
        return kept


def _checked(text: str, longest: int) -> str:
    line = one_line(text)
    if not has_words(line):
        raise ValueError("there are no words")
    if len(line) > longest:
        raise TooLongError("a deck or a prompt is too long")
    return line
