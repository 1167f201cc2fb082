"""A deck of prompts as a file: JSON that docs/deck-format.md describes. What comes in is nobody's friend.

Nothing in a file is carried out, shown as anything but plain words, or guessed at: what is not in the description is
refused, with the place where it stands.
"""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from enum import Enum
from typing import Final, TypeVar

from trustjournal.domain.deck import (
    LONGEST_DECK_NAME,
    LONGEST_NOTE,
    LONGEST_OWN_PROMPT,
    MOST_DECK_MEGABYTES,
    MOST_MINUTES,
    MOST_PROMPTS,
    USUAL_MINUTES,
    Deck,
    OwnPrompt,
    has_words,
    is_hidden,
    one_line,
)
from trustjournal.domain.prompt import Intensity, Kind, Topic
from trustjournal.errors import DeckFileError, DeckProblem

FORMAT: Final = "trustjournal-deck"
VERSION: Final = 1
MOST_DECK_BYTES: Final = MOST_DECK_MEGABYTES * 1024 * 1024
"""More than the fullest deck takes in UTF-8."""

_INTENSITIES: Final = {intensity.name.lower(): intensity for intensity in Intensity}
_KINDS: Final = {kind.value: kind for kind in Kind}
_TOPICS: Final = {topic.value: topic for topic in Topic}
_BYTE_ORDER_MARK: Final = b"\xef\xbb\xbf"
_LONGEST_FOUND: Final = 40
_REQUIRED: Final = object()

E = TypeVar("E", bound=Enum)


def write_deck(deck: Deck) -> bytes:
    """The file for a deck: its name, and of each prompt all but its id; nothing of this journal or computer."""
    form = {
        "format": FORMAT,
        "version": VERSION,
        "name": deck.name,
        "prompts": [_form_of(prompt) for prompt in deck.prompts],
    }
    return (json.dumps(form, ensure_ascii=False, indent=2) + "\n").encode("utf-8")


def read_deck(data: bytes) -> Deck:
    """The deck in a file, off and not kept; raises DeckFileError with what is wrong, and in which prompt."""
    if len(data) > MOST_DECK_BYTES:
        raise DeckFileError(DeckProblem.TOO_MANY_BYTES)
    whole = _Table(_json(data), None)
    if whole.values.get("format") != FORMAT:
        raise DeckFileError(DeckProblem.NOT_A_DECK)
    _check_version(whole.values.get("version"))
    whole.take("format")
    whole.take("version")
    name = whole.words("name", LONGEST_DECK_NAME)
    prompts = whole.take("prompts")
    whole.end()
    if not isinstance(prompts, list) or not all(isinstance(one, dict) for one in prompts):
        raise DeckFileError(DeckProblem.WRONG_VALUE, found="prompts")
    if not prompts:
        raise DeckFileError(DeckProblem.NO_PROMPTS)
    if len(prompts) > MOST_PROMPTS:
        raise DeckFileError(DeckProblem.TOO_MANY_PROMPTS)
    return Deck(name, tuple(_prompt(_Table(one, number)) for number, one in enumerate(prompts, start=1)), is_on=False)


def _form_of(prompt: OwnPrompt) -> dict[str, object]:
    """The keys of a prompt; what is as usual is left out."""
    form: dict[str, object] = {"text": prompt.text, "intensity": prompt.intensity.name.lower()}
    if prompt.kind is not Kind.PROCESS:
        form["kind"] = prompt.kind.value
    if prompt.minutes != USUAL_MINUTES[prompt.intensity]:
        form["minutes"] = prompt.minutes
    if prompt.topics:
        form["topics"] = [topic.value for topic in sorted(prompt.topics)]
    if prompt.needs_person:
        form["about_someone"] = True
    if prompt.note:
        form["note"] = prompt.note
    return form


def _prompt(table: _Table) -> OwnPrompt:
    intensity = table.choice("intensity", _INTENSITIES, Intensity.LIGHT)
    prompt = OwnPrompt(
        text=table.words("text", LONGEST_OWN_PROMPT),
        intensity=intensity,
        kind=table.choice("kind", _KINDS, Kind.PROCESS),
        minutes=table.number("minutes", MOST_MINUTES, USUAL_MINUTES[intensity]),
        topics=table.choices("topics", _TOPICS),
        needs_person=table.flag("about_someone"),
        note=table.words("note", LONGEST_NOTE, ""),
    )
    table.end()
    return prompt


def _json(data: bytes) -> dict[str, object]:
    try:
        found = json.loads(
            data.removeprefix(_BYTE_ORDER_MARK).decode("utf-8"),
            object_pairs_hook=_without_doubles,
            parse_constant=_no_number,
            parse_float=_no_number,
        )
    except (ValueError, RecursionError):  # bad UTF-8 and bad JSON are ValueErrors, and so is a number without end
        raise DeckFileError(DeckProblem.NOT_A_DECK) from None
    if not isinstance(found, dict):
        raise DeckFileError(DeckProblem.NOT_A_DECK)
    return found


def _without_doubles(pairs: Sequence[tuple[str, object]]) -> dict[str, object]:
    """Of a key that is there twice each reader takes another one."""
    table: dict[str, object] = {}
    for key, value in pairs:
        if key in table:
            raise DeckFileError(DeckProblem.KEY_TWICE, found=_shown(key))
        table[key] = value
    return table


def _no_number(_text: str) -> None:
    """Numbers in a deck are whole; any other becomes what no key can have."""


def _check_version(version: object) -> None:
    if not isinstance(version, int) or isinstance(version, bool) or version < 1:
        raise DeckFileError(DeckProblem.NOT_A_DECK)
    if version > VERSION:
        raise DeckFileError(DeckProblem.NEWER)


def _shown(key: str) -> str:
    """A key of a file, short and harmless enough to be shown."""
    return one_line(key[:_LONGEST_FOUND])


class _Table:
    """The keys of the file, or of one prompt: each is asked for, and what is left over is refused."""

    def __init__(self, values: Mapping[str, object], prompt: int | None) -> None:
        self.values = dict(values)
        self._prompt = prompt

    def take(self, key: str, default: object = _REQUIRED) -> object:
        value = self.values.pop(key, default)
        if value is _REQUIRED:
            raise self._error(DeckProblem.MISSING_KEY, key)
        return value

    def words(self, key: str, longest: int, default: object = _REQUIRED) -> str:
        """Words in one line; they have to say something where they have to be there."""
        value = self.take(key, default)
        if not isinstance(value, str):
            raise self._error(DeckProblem.WRONG_VALUE, key)
        if any(map(is_hidden, value)):
            raise self._error(DeckProblem.HIDDEN_CHARACTERS, key)
        line = one_line(value)
        if len(line) > longest:
            raise self._error(DeckProblem.TOO_LONG, key)
        if default is _REQUIRED and not has_words(line):
            raise self._error(DeckProblem.NO_WORDS, key)
        return line

    def number(self, key: str, most: int, default: int) -> int:
        value = self.take(key, default)
        if not isinstance(value, int) or isinstance(value, bool) or not 1 <= value <= most:
            raise self._error(DeckProblem.WRONG_VALUE, key)
        return value

    def flag(self, key: str) -> bool:
        value = self.take(key, default=False)
        if not isinstance(value, bool):
            raise self._error(DeckProblem.WRONG_VALUE, key)
        return value

    def choice(self, key: str, choices: Mapping[str, E], default: E) -> E:
        return self._one_of(key, self.take(key), choices) if key in self.values else default

    def choices(self, key: str, choices: Mapping[str, E]) -> frozenset[E]:
        value = self.take(key, [])
        if not isinstance(value, list) or len(value) > len(choices):
            raise self._error(DeckProblem.WRONG_VALUE, key)
        return frozenset(self._one_of(key, one, choices) for one in value)

    def end(self) -> None:
        """Refuse what was not asked for: it would be lost without a word."""
        for key in self.values:
            raise self._error(DeckProblem.UNKNOWN_KEY, key)

    def _one_of(self, key: str, value: object, choices: Mapping[str, E]) -> E:
        if not isinstance(value, str) or value not in choices:
            raise self._error(DeckProblem.WRONG_VALUE, key)
        return choices[value]

    def _error(self, problem: DeckProblem, key: str) -> DeckFileError:
        return DeckFileError(problem, prompt=self._prompt, found=_shown(key))
