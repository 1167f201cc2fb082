"""Decides when the soft landing is shown: once a few lines were written to a deep prompt, until it is put away.

Nothing of it is kept: an entry that is only read again shows none.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Final

from trustjournal.domain.guide import Guide
from trustjournal.domain.ids import EntryId
from trustjournal.domain.prompt import Intensity
from trustjournal.domain.word_count import count_words
from trustjournal.ui.pages.journal.sheet.state import JournalState

FROM_WORDS: Final = 40
"""Who has written less is still arriving."""


@dataclass(frozen=True, slots=True)
class Landing:
    """What is shown under the text."""

    has_step: bool
    """The prompt says how to close it, and that stands under it above the text."""


class LandingPresenter:
    """Follows what is on the sheet."""

    def __init__(self, guide: Guide, show: Callable[[Landing | None], None]) -> None:
        self._guide = guide
        self._show = show
        self._entry: EntryId | None = None
        self._is_written = False
        self._put_away: set[EntryId] = set()
        self._shown: Landing | None = None

    def follow(self, state: JournalState) -> None:
        """The sheet shows something else, or something was typed."""
        entry = state.sheet.entry if state.sheet is not None else None
        if entry is None or entry.id != self._entry:
            self._entry, self._is_written = (entry.id if entry is not None else None), False
            self._say(None)
        self._is_written = self._is_written or state.is_dirty
        is_for_it = (
            entry is not None
            and entry.prompt is not None
            and entry.prompt.intensity is Intensity.DEEP
            and self._is_written
            and entry.id not in self._put_away
            and (self._shown is not None or count_words(entry.text) >= FROM_WORDS)
        )
        if entry is None or entry.prompt is None or not is_for_it:
            self._say(None)
            return
        prompt = self._guide.prompt(entry.prompt.prompt_id)
        self._say(Landing(has_step=prompt is not None and prompt.close_step is not None))

    def put_away(self) -> None:
        """Not for this entry any more, until the journal is opened again."""
        if self._entry is not None:
            self._put_away.add(self._entry)
        self._say(None)

    def _say(self, landing: Landing | None) -> None:
        if landing != self._shown:
            self._shown = landing
            self._show(landing)
