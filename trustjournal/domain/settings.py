"""Settings kept inside the journal. A setting is declared once: here, with its type and default."""

from __future__ import annotations

from dataclasses import dataclass

from trustjournal.domain.prompt import Intensity, Topic


@dataclass(frozen=True, slots=True)
class JournalSettings:
    """What a person has chosen for this journal."""

    ceiling: Intensity = Intensity.LIGHT
    past_pain_prompts: bool = False
    """Off until chosen: *no past-trauma prompts*."""
    topics_off: frozenset[Topic] = frozenset()
    idle_minutes: int = 5
    medium_offered: bool = False
    """Whether prompts may go deeper was asked and answered, or chosen unasked: it is not asked again."""
