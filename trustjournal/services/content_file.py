"""A file that ships with words, as it is read: each key is asked for by name and kind; what is left over is refused."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator
from enum import Enum
from pathlib import Path
from typing import TypeVar

from trustjournal.errors import ContentError

E = TypeVar("E", bound=Enum)


class ContentTable:
    """A table of such a file that remembers where it stands, so that an error can say it."""

    def __init__(self, values: dict[str, object], place: str) -> None:
        self._values = dict(values)
        self.place = place

    @classmethod
    def read(cls, file: Path) -> ContentTable:
        """The whole of `file`."""
        try:
            return cls(tomllib.loads(file.read_text(encoding="utf-8")), file.name)
        except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
            raise ContentError(f"{file.name}: {error}") from error

    def text(self, key: str, *, may_be_empty: bool = False) -> str:
        """A text that has to be there."""
        value = self._values.pop(key, None)
        if not isinstance(value, str) or not (may_be_empty or value.strip()):
            raise self.error(key, "is not a text")
        return value.strip()

    def optional_text(self, key: str) -> str | None:
        """A text that may be left out, but is not empty where it is there."""
        return self.text(key) if key in self._values else None

    def number(self, key: str) -> int:
        """A whole number above 0."""
        value = self._values.pop(key, None)
        if not isinstance(value, int) or isinstance(value, bool) or value < 1:
            raise self.error(key, "is not a whole number above 0")
        return value

    def optional_number(self, key: str) -> int | None:
        """A whole number above 0 that may be left out."""
        return self.number(key) if key in self._values else None

    def flag(self, key: str) -> bool:
        """True or false; false where it is left out."""
        value = self._values.pop(key, False)
        if not isinstance(value, bool):
            raise self.error(key, "is neither true nor false")
        return value

    def texts(self, key: str) -> tuple[str, ...]:
        """A list of texts, at least one."""
        value = self._values.pop(key, None)
        if (
            not isinstance(value, list)
            or not value
            or not all(isinstance(text, str) and text.strip() for text in value)
        ):
            raise self.error(key, "is not a list of texts")
        return tuple(text.strip() for text in value)

    def optional_texts(self, key: str) -> tuple[str, ...]:
        """A list of texts that may be left out or empty."""
        if self._values.get(key, []) == []:
            self._values.pop(key, None)
            return ()
        return self.texts(key)

    def choice(self, key: str, choices: dict[str, E]) -> E:
        """One of the words in `choices`."""
        return self._one_of(key, self._values.pop(key, None), choices)

    def choices(self, key: str, choices: dict[str, E]) -> tuple[E, ...]:
        """A list, that may be left out or empty, of the words in `choices`."""
        return tuple(self._one_of(key, word, choices) for word in self.optional_texts(key))

    def tables(self, key: str) -> Iterator[ContentTable]:
        """A list of tables, at least one."""
        value = self._values.pop(key, None)
        if not isinstance(value, list) or not value or not all(isinstance(table, dict) for table in value):
            raise self.error(key, "is not a list of tables")
        for number, table in enumerate(value, start=1):
            yield ContentTable(table, f"{self.place}: {key} {number}")

    def optional_tables(self, key: str) -> Iterator[ContentTable]:
        """A list of tables that may be left out."""
        return self.tables(key) if key in self._values else iter(())

    def end(self) -> None:
        """Refuse whatever was not asked for: a key written wrong would be lost without a word."""
        for key in self._values:
            raise self.error(key, "is not a key here")

    def error(self, key: str, what: str) -> ContentError:
        """The error that says what is wrong with `key` here."""
        return ContentError(f"{self.place}: {key} {what}")

    def _one_of(self, key: str, word: object, choices: dict[str, E]) -> E:
        if not isinstance(word, str) or word not in choices:
            raise self.error(key, f"is not one of {', '.join(choices)}")
        return choices[word]
