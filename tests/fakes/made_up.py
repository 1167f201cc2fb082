"""Made-up prompts, guides and years of the daily prompt, for tests of the rules."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace
from datetime import date, timedelta
from uuid import UUID

from trustjournal.domain.ids import ServedPromptId
from trustjournal.domain.prompt import Intensity, Kind, Outcome, Prompt, ServedPrompt, Topic, View
from trustjournal.domain.selection import State, choose
from trustjournal.domain.settings import JournalSettings

FIRST_DAY = date(2024, 1, 1)

KINDS = (Kind.RESOURCE, Kind.PROCESS, Kind.RESOURCE, Kind.ACTION, Kind.PROCESS)


def prompt(
    prompt_id: str,
    *,
    intensity: Intensity = Intensity.LIGHT,
    kind: Kind = Kind.RESOURCE,
    topics: Sequence[Topic] = (),
    unit: str = "a",
) -> Prompt:
    """One prompt, plain except for what a test is about."""
    return Prompt(prompt_id, unit, intensity, kind, View.SELF, f"Words of {prompt_id}?", 4, frozenset(topics))


def full_guide(parts: int = 8, of_each_intensity: int = 5) -> dict[str, tuple[Prompt, ...]]:
    """As large as the guide is meant to become: each part with light, medium and deep prompts of all kinds.

    Some light ones are about childhood or work, some medium and all deep ones about old hurt.
    """
    guide: dict[str, tuple[Prompt, ...]] = {}
    for part in (f"part-{n}" for n in range(parts)):
        found: list[Prompt] = []
        for intensity in Intensity:
            for n in range(of_each_intensity):
                topics: list[Topic] = []
                if intensity is Intensity.DEEP or (intensity is Intensity.MEDIUM and n == 4):
                    topics.append(Topic.PAST_PAIN)
                if n == 2:
                    topics.append(Topic.CHILDHOOD if part in ("part-0", "part-1") else Topic.WORKPLACE)
                name = f"{part}.{intensity.name.lower()}-{n}"
                found.append(prompt(name, intensity=intensity, kind=KINDS[n % 5], topics=topics, unit=part))
        guide[part] = tuple(found)
    return guide


def served(
    shown: Prompt, day: date, outcome: Outcome = Outcome.SHOWN, *, intensity: Intensity | None = None
) -> ServedPrompt:
    """A prompt as it was shown on `day`."""
    number = int.from_bytes(f"{shown.id}{day.toordinal()}".encode()[-16:], "big")
    level = intensity or shown.intensity
    return ServedPrompt(ServedPromptId(UUID(int=number)), shown.id, shown.unit, level, day, shown.text, outcome)


def state(
    past: Sequence[ServedPrompt] = (), *, day: date = FIRST_DAY, vault: str = "a vault", **settings: object
) -> State:
    """A state in which nothing is special but what a test says; `settings` as in `JournalSettings`."""
    return State(vault, day, replace(JournalSettings(), **settings), tuple(past))  # type: ignore[arg-type]


@dataclass
class Year:
    """Days of prompts, drawn one after the other; each is written about unless `outcome_of` says otherwise."""

    guide: dict[str, tuple[Prompt, ...]]
    settings: JournalSettings
    vault: str = "a vault"
    outcome_of: Callable[[Prompt, date], Outcome] = lambda _prompt, _day: Outcome.WRITTEN
    served: list[ServedPrompt] = field(default_factory=list)
    drawn: list[Prompt | None] = field(default_factory=list)

    def live(self, days: int) -> Year:
        """Draw the next `days` days."""
        start = FIRST_DAY + timedelta(days=len(self.drawn))
        for day in (start + timedelta(days=n) for n in range(days)):
            yesterday = day - timedelta(days=1)
            now = State(self.vault, day, self.settings, tuple(self.served), last_visit=yesterday)
            found = choose(self.guide, now)
            self.drawn.append(found)
            if found is not None:
                self.served.append(served(found, day, self.outcome_of(found, day)))
        return self
