"""Asks what goes into a Markdown file, and where to."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from functools import partial
from pathlib import Path

from PySide6.QtCore import QLocale
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from trustjournal.domain.ids import EntryId
from trustjournal.domain.paper import MarkdownEntry, PaperEntry
from trustjournal.services.paper import PaperService
from trustjournal.services.plain_copies import PlainCopyService
from trustjournal.ui.kit.button import Button
from trustjournal.ui.kit.dialogs import Dialogs
from trustjournal.ui.kit.tasks import Tasks
from trustjournal.ui.kit.theme import Theme
from trustjournal.ui.pages.journal.printing.choice_window import ChoiceWindow
from trustjournal.ui.pages.journal.printing.in_words import in_words
from trustjournal.ui.pages.journal.printing.presenter import WriteFile


class MarkdownWindow(ChoiceWindow):
    """Saves entries as one Markdown file."""

    def __init__(
        self,
        parent: QWidget,
        theme: Theme,
        *,
        paper: PaperService,
        copies: PlainCopyService,
        tasks: Tasks,
        aside: Tasks,
        dialogs: Dialogs,
        these: tuple[EntryId, ...],
        today: date,
        zone_here: str,
    ) -> None:
        self.save_button = Button(self.tr("Choose where…"), "primary")
        super().__init__(
            parent,
            theme,
            heading=self.tr("Save as Markdown"),
            question=self.tr("What to save"),
            warning=self.tr(
                "The file is a plain one outside the journal. It is not encrypted: whoever uses this computer may find "
                "it and read it. Photos and files are not in it; of a photo, only the words about it are."
            ),
            ways=(self.save_button,),
            paper=paper,
            tasks=tasks,
            aside=aside,
            these=these,
            today=today,
            pictures=False,
        )
        self._copies = copies
        self._dialogs = dialogs
        self._today = today
        self._zone_here = zone_here
        self.save_button.clicked.connect(self._on_save_clicked)

    @override
    def done_words(self, count: int) -> str:
        words = self.tr("%n entry(s) saved. The file is not encrypted.", "", count)
        return words.replace(str(count), QLocale().toString(count))

    def _on_save_clicked(self) -> None:
        title = self.tr("Where should the file be saved? Whoever has it can read it.")
        # The proposed name says nothing of what is in it.
        self._dialogs.ask_where_to_save(self, title, f"{self._today.isoformat()}.md", self._save)

    def _save(self, path: Path) -> None:
        entries = _Entries(self._zone_here)

        def drawn() -> WriteFile:
            return partial(self._copies.write_markdown, path, entries.worded)

        self.presenter.begin(entries, drawn)


class _Entries:
    """Gathers entries in words; they become a text only where the file is written, away from the window's thread."""

    def __init__(self, zone_here: str) -> None:
        self._zone_here = zone_here
        self.worded: list[MarkdownEntry] = []

    @property
    def pages(self) -> int:
        return len(self.worded)

    def draw(self, entries: Sequence[PaperEntry]) -> None:
        self.worded += [in_words(entry, self._zone_here) for entry in entries]

    def end(self) -> None:
        """Nothing is open."""
