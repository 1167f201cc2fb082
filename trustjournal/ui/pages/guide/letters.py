"""The letters the guide is read in: those the person chose, in the sizes of what they are for."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtGui import QFont

from trustjournal.domain.writing_look import Face, WritingLook
from trustjournal.ui.kit.theme import Theme
from trustjournal.ui.kit.tokens import Type
from trustjournal.ui.parts.reading_font import reading_font
from trustjournal.ui.parts.reading_text import ReadingFonts

IDEA_SIZE, HEADING_SIZE = 15, 18


@dataclass(frozen=True, slots=True)
class Letters:
    """Fonts for what is read: text with its headings, key ideas, and prompts, which are in the program's own face."""

    text: ReadingFonts
    idea: ReadingFonts
    prompt: QFont
    note: QFont


def letters(theme: Theme, look: WritingLook) -> Letters:
    """The letters of a look."""
    plain = WritingLook(look.zoom_percent, Face.SYSTEM.value)
    idea = reading_font(theme, look, IDEA_SIZE)
    heading = reading_font(theme, look, HEADING_SIZE, Type.STRONG)
    return Letters(
        text=ReadingFonts(reading_font(theme, look), heading),
        idea=ReadingFonts(idea, idea),
        prompt=reading_font(theme, plain, Type.BASE),
        note=reading_font(theme, plain, Type.SECTION),
    )
