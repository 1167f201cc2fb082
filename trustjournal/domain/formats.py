"""What the words and lines at the caret are, for buttons that show it."""

from __future__ import annotations

from trustjournal.domain.line_commands import lines_are
from trustjournal.domain.markup_spans import INLINE, Format
from trustjournal.domain.passage import Passage
from trustjournal.domain.word_commands import link_at, words_have

_OF_LINES = (
    Format.HEADING_1,
    Format.HEADING_2,
    Format.HEADING_3,
    Format.BULLETS,
    Format.NUMBERS,
    Format.BOXES,
    Format.QUOTE,
)


def formats_at(passage: Passage) -> frozenset[Format]:
    """Every format that all of the selection has."""
    found = {wanted for wanted, (style, _) in INLINE.items() if words_have(passage, style)}
    found |= {wanted for wanted in _OF_LINES if lines_are(passage, wanted)}
    if link_at(passage) is not None:
        found.add(Format.LINK)
    return frozenset(found)
