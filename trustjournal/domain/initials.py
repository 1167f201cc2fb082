"""Shortens the names of people, for a page that somebody else may see."""

from __future__ import annotations

import re
from collections.abc import Sequence

_INITIALS = re.compile(r"(?:[^\W\d_]\.)+")


def initials_of(name: str) -> str:
    """The first letter of each word of a name, such as “A. M.” for Aunt May; what is an initial already stays one."""
    return " ".join(word if _INITIALS.fullmatch(word) else f"{word[0].upper()}." for word in name.split())


def with_initials(text: str, names: Sequence[str]) -> str:
    """The text with each of `names` shortened, in whatever case it is written and only where it is a whole word.

    A nickname, a slip of the pen or half of a name stays: only what the journal knows can be shortened.
    """
    known = {_key(name): initials_of(name) for name in names if not _is_short(name)}
    if not known:
        return text
    written = known.keys() | {" ".join(name.split()).rstrip(".") for name in names if not _is_short(name)}
    longest_first = sorted(written, key=len, reverse=True)  # as the name is written, too: “ß” is “ss” to a key
    choices = "|".join(r"\s+".join(map(re.escape, name.split())) for name in longest_first)
    # A dot behind a name, its own or that of the sentence, is one with the dot of the initial.
    pattern = re.compile(rf"(?<!\w)(?:{choices})(?!\w)\.?", re.IGNORECASE)
    return pattern.sub(lambda found: known.get(_key(found[0]), initials_of(found[0])), text)


def _key(name: str) -> str:
    return " ".join(name.split()).rstrip(".").casefold()


def _is_short(name: str) -> bool:
    """Whether a name says no more than its initials: one letter would be found in any text, as the “a” of “a coat”."""
    return all(len(word.rstrip(".")) < 2 or _INITIALS.fullmatch(word) for word in name.split())
