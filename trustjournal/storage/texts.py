"""Small things done to texts before they are kept."""

from __future__ import annotations

import unicodedata
from typing import Final

from trustjournal.domain.plain_words import plain_words

_EXCERPT: Final = 200


def storable(text: str) -> str:
    """`text` with half surrogate pairs, which no encoding can hold, joined or replaced; all else untouched."""
    try:
        text.encode("utf-8")
    except UnicodeEncodeError:
        return text.encode("utf-16", "surrogatepass").decode("utf-16", "replace")
    return text


def name_key(name: str) -> str:
    """What two names have in common that differ only in case, spacing or how an accent is encoded."""
    return " ".join(unicodedata.normalize("NFC", unicodedata.normalize("NFC", name).casefold()).split())


def excerpt_of(text: str) -> str:
    """The beginning of a text in one line, for lists, without the signs of Markdown."""
    line = plain_words(text[: 4 * _EXCERPT])
    if len(line) <= _EXCERPT and len(text) <= 4 * _EXCERPT:
        return line
    return line[:_EXCERPT].rstrip() + "…"
