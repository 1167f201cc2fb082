"""A prompt: one question to write from, and what is known about it."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from enum import IntEnum, StrEnum

from trustjournal.domain.ids import EntryId, ServedPromptId


class Intensity(IntEnum):
    """How close to the bone a prompt goes. Ordered, so that a ceiling can be compared."""

    LIGHT = 1
    MEDIUM = 2
    DEEP = 3


class View(StrEnum):
    """Where the writer stands."""

    SELF = "self"
    STEP_BACK = "step-back"
    FUTURE = "future"
    OTHER = "other"


class Kind(StrEnum):
    """What a prompt works with: strengths and calm, noticing and rethinking, or one small act."""

    RESOURCE = "resource"
    PROCESS = "process"
    ACTION = "action"


class Topic(StrEnum):
    """Subjects a person can switch off for good."""

    CHILDHOOD = "childhood"
    FAMILY = "family"
    PARENTS = "parents"
    INFIDELITY = "infidelity"
    SEX = "sex"
    VIOLENCE = "violence"
    DEATH = "death"
    ADDICTION = "addiction"
    MONEY = "money"
    FAITH = "faith"
    CHILDREN = "children"
    WORKPLACE = "workplace"
    BREAK_UP = "break-up"
    BODY_HEALTH = "body-health"
    PAST_PAIN = "past-pain"
    """Touches on old hurt: what the one switch *no past-trauma prompts* leaves out."""


@dataclass(frozen=True, slots=True)
class Prompt:
    """A prompt of the guide or of one's own. `id` is stable for ever; `needs_person` where it is about somebody."""

    id: str
    unit: str
    intensity: Intensity
    kind: Kind
    view: View
    text: str = field(repr=False)
    minutes: int
    topics: frozenset[Topic] = frozenset()
    needs_person: bool = False
    close_step: str | None = None
    content_note: str | None = field(default=None, repr=False)


class Outcome(StrEnum):
    """What became of a prompt that was shown."""

    SHOWN = "shown"
    """As the day's prompt."""
    CHOSEN = "chosen"
    """Taken from a page of the guide, and not written about so far: the daily draw takes no notice of it."""
    WRITTEN = "written"
    SWAPPED = "swapped"
    SKIPPED = "skipped"
    NOT_FOR_ME = "not-for-me"


@dataclass(frozen=True, slots=True)
class ServedPrompt:
    """A prompt as it was shown on one day, with its wording then, so that rewording the guide changes no old page."""

    id: ServedPromptId
    prompt_id: str
    unit: str
    intensity: Intensity
    day: date
    wording: str = field(repr=False)
    outcome: Outcome = Outcome.SHOWN


@dataclass(frozen=True, slots=True)
class PlannedPrompt:
    """A prompt to be asked again, from the day `due` on; `wording` is the one that was seen when it was planned."""

    prompt_id: str
    unit: str
    wording: str = field(repr=False)
    due: date


@dataclass(frozen=True, slots=True)
class Answer:
    """An entry that was written from a prompt, and the day it is about."""

    entry: EntryId
    day: date
