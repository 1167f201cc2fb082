"""Puts another text in the place of the one on the sheet."""

from __future__ import annotations

from typing import Final

from trustjournal.domain.difference import changed_range
from trustjournal.ui.pages.journal.sheet.paper import Paper
from trustjournal.ui.pages.journal.sheet.state import TOP
from trustjournal.ui.parts.editor import clean_text
from trustjournal.ui.parts.editor.clean import units

_MOST_IN_SIGHT: Final = 200_000
"""Characters: more in one step would be laid out at once, for seconds."""


def put_text(paper: Paper, text: str) -> None:
    """Replace what differs, as one step to undo; a text that is very long comes up as if it had just been opened."""
    old, text = paper.text.text(), clean_text(text)
    start, end, new_end = changed_range(old, text)
    if new_end - start > _MOST_IN_SIGHT:
        paper.put_words(paper.head.title.text(), text, TOP)
    elif end > start or new_end > start:
        first = units(old[:start])
        paper.text.replace_range(first, first + units(old[start:end]), text[start:new_end])
