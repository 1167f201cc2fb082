"""Shortens the names of people, for a page that somebody else may see."""

from __future__ import annotations

import re
from collections.abc import Sequence


def initials_of(name: str) -> str:
    """The first letter of each word of a name, such as “A. M.” for Aunt May."""
    return " ".join(f"{word[0].upper()}." for word in name.split())


def with_initials(text: str, names: Sequence[str]) -> str:
    """The text with each of `names` shortened, in whatever case it is written and only where it is a whole word.

    A nickname, a slip of the pen or half of a name stays: only what the journal knows can be shortened.
    """
    known = {" ".join(name.split()).casefold(): initials_of(name) for name in names if name.strip()}
    if not known:
        return text
    longest_first = sorted(known, key=len, reverse=True)
    choices = "|".join(r"\s+".join(map(re.escape, name.split())) for name in longest_first)
    pattern = re.compile(rf"(?<!\w)(?:{choices})(?!\w)", re.IGNORECASE)
    return pattern.sub(lambda found: known.get(" ".join(found[0].split()).casefold(), initials_of(found[0])), text)
