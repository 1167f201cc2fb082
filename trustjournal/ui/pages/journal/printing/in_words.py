"""Puts what is known about an entry into the words of the person's language, for a text file."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from trustjournal.domain.paper import MarkdownEntry, PaperEntry
from trustjournal.ui.pages.journal.sheet.words import moment_label
from trustjournal.ui.parts.feeling_words import feeling_word_label
from trustjournal.ui.parts.when import day_words, time_words


def in_words(entry: PaperEntry, zone_here: str) -> MarkdownEntry:
    """The day is the heading of an entry without a title; the zone is named where it is not the one here."""
    translate = QCoreApplication.translate
    moment, title = entry.moment, entry.title.strip()
    if title:
        when = moment_label(moment, zone_here)
    else:
        when = time_words(moment) if moment.zone == zone_here else f"{time_words(moment)} ({moment.zone})"
    return MarkdownEntry(
        heading=title or day_words(moment.day),
        about=(
            when,
            *entry.people,
            *(f"#{tag}" for tag in entry.tags),  # without the signs for direction that a window needs
            *map(feeling_word_label, entry.feelings),
            *([translate("MarkdownWindow", "starred")] if entry.is_starred else []),
        ),
        prompt=entry.prompt,
        text=entry.text,
        photo=translate("MarkdownWindow", "Photo"),
    )
