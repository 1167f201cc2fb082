"""What a person's choices let come up. They are absolute: nothing that follows from them ever gives way."""

from __future__ import annotations

from datetime import date

from trustjournal.domain.prompt import Intensity, Prompt, Topic
from trustjournal.domain.settings import JournalSettings

MEDIUM_OFFERED_FROM = 5
"""With so many entries somebody knows what writing here is like, and can be asked whether it may go deeper."""


def is_allowed(prompt: Prompt, settings: JournalSettings, hidden: frozenset[str] = frozenset()) -> bool:
    """Whether a person's choices let this prompt be offered at all, here or on a page of the guide."""
    if prompt.id in hidden or prompt.topics & settings.topics_off:
        return False
    return settings.past_pain_prompts or Topic.PAST_PAIN not in prompt.topics


def highest_unasked(settings: JournalSettings, day: date) -> Intensity:
    """How deep a prompt may go that nobody asked for on this day: never deep, and light after something happened."""
    return Intensity.LIGHT if settings.is_acute(day) else min(settings.ceiling, Intensity.MEDIUM)


def may_come_up(prompt: Prompt, part: str, settings: JournalSettings, day: date, hidden: frozenset[str]) -> bool:
    """Whether a prompt of this part can be the one a day begins with, as far as the person's choices go."""
    return (
        part not in settings.parts_off
        and is_allowed(prompt, settings, hidden)
        and prompt.intensity <= highest_unasked(settings, day)
        and not (settings.is_acute(day) and Topic.PAST_PAIN in prompt.topics)
    )


def may_come_up_again(prompt: Prompt, part: str, settings: JournalSettings, day: date, hidden: frozenset[str]) -> bool:
    """The same for one the person asked to be asked again: then it may be deeper than the ceiling."""
    if settings.is_acute(day):
        return may_come_up(prompt, part, settings, day, hidden)
    return part not in settings.parts_off and is_allowed(prompt, settings, hidden)


def offers_medium(settings: JournalSettings, entries: int, day: date) -> bool:
    """Whether to ask, once, if prompts may go a little deeper than light; not while something is still fresh."""
    if settings.is_acute(day):
        return False
    return settings.ceiling is Intensity.LIGHT and not settings.medium_offered and entries >= MEDIUM_OFFERED_FROM
