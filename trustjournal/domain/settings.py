"""Settings kept inside the journal. A setting is declared once: here, with its type and default."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from datetime import date, timedelta
from enum import StrEnum
from typing import Final

from trustjournal.domain.memory import OnThisDay
from trustjournal.domain.prompt import Intensity, Topic
from trustjournal.domain.writing_look import WritingLook


class OthersMaySee(StrEnum):
    """The answer to whether somebody who worries the person could see this computer."""

    NOT_ASKED = "not-asked"
    NO = "no"
    MAYBE = "maybe"
    YES = "yes"


ACUTE_FOR: Final = timedelta(weeks=4)
"""After something happened, prompts stay short and light for so long, unless another day is chosen."""

IDLE_MINUTES_IF_SEEN = 2
"""The idle time after which the journal locks, for somebody whose screen others may see."""


@dataclass(frozen=True, slots=True)
class JournalSettings:
    """What a person has chosen for this journal."""

    ceiling: Intensity = Intensity.LIGHT
    past_pain_prompts: bool = field(default=False, repr=False)
    """Off until chosen: *no past-trauma prompts*."""
    topics_off: frozenset[Topic] = field(default=frozenset(), repr=False)
    parts_off: frozenset[str] = field(default=frozenset(), repr=False)
    """Ids of the parts of the guide no day's prompt comes from."""
    acute_until: date | None = field(default=None, repr=False)
    """Something happened lately: up to this day only short and light prompts come up."""
    idle_minutes: int = 5
    medium_offered: bool = False
    """Whether prompts may go deeper was asked and answered, or chosen unasked: it is not asked again."""
    others_may_see: OthersMaySee = field(default=OthersMaySee.NOT_ASKED, repr=False)
    lock_on_minimise: bool = False
    lock_on_focus_loss: bool = False
    hide_from_capture: bool = False
    """Ask the system to leave the window out of screenshots and recordings, where it can."""
    recovery_tried_on: date | None = None
    """When the recovery code was last typed from paper and opened the journal."""
    spell_check: bool = True
    spell_languages: tuple[str, ...] = ()
    """As in `en_GB`; none: what fits the system's language."""
    on_this_day: OnThisDay = OnThisDay.NEVER
    """Which entries of earlier years may come back on their day."""
    help_country: str = field(default="", repr=False)
    """The country whose help numbers are shown, by its id in their file; empty: none was chosen."""
    writing: WritingLook = field(default_factory=WritingLook)
    reading: WritingLook = field(default_factory=WritingLook)
    """The guide's letters; there is no caret whose line could stay."""

    def is_acute(self, day: date) -> bool:
        """Whether prompts are to be short and light on this day, because something happened lately."""
        return self.acute_until is not None and day <= self.acute_until

    def seen_by_others(self, answer: OthersMaySee) -> JournalSettings:
        """The settings after the question was answered, with what follows from it; what was chosen otherwise stays."""
        if answer not in (OthersMaySee.MAYBE, OthersMaySee.YES):
            return replace(self, others_may_see=answer)
        return replace(
            self,
            others_may_see=answer,
            idle_minutes=min(self.idle_minutes, IDLE_MINUTES_IF_SEEN),
            lock_on_minimise=True,
            hide_from_capture=True,
        )
