"""A year of the daily prompt with the guide as it ships, told in one line for each of several settings.

Somebody opens the journal on 365 days and writes about every prompt. *off the mix* are the days on which the last six
prompts were not two that strengthen, two that notice or rethink and one act, with at most one about past pain.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta
from pathlib import Path
from uuid import UUID

from trustjournal.domain.ids import ServedPromptId
from trustjournal.domain.prompt import Intensity, Kind, Outcome, Prompt, ServedPrompt, Topic
from trustjournal.domain.selection import LEAST_OF, MIX_OVER, MOST_PAST_PAIN, State, can_come_up, choose
from trustjournal.domain.settings import JournalSettings
from trustjournal.services.guide_reader import read_guide

FIRST_DAY = date(2026, 1, 1)
DAYS = 365
VAULT = "a year"

_MEDIUM = Intensity.MEDIUM
COLUMNS = (
    "in the bags", "served", "distinct", "strengthen", "notice", "act", "medium", "past pain", "parts", "repeats",
    "least gap", "off the mix", "blank",
)  # fmt: skip


@dataclass
class Year:
    """Day after day, and what came."""

    guide: Mapping[str, Sequence[Prompt]]
    settings: JournalSettings
    served: list[ServedPrompt] = field(default_factory=list)
    prompts: list[Prompt] = field(default_factory=list)
    could_come_up: int = 0

    def live(self) -> Year:
        """Let it go by."""
        for day in (FIRST_DAY + timedelta(days=n) for n in range(DAYS)):
            state = State(VAULT, day, self.settings, tuple(self.served), last_visit=day - timedelta(days=1))
            if day == FIRST_DAY:
                self.could_come_up = sum(map(len, can_come_up(self.guide, state).values()))
            found = choose(self.guide, state)
            if found is not None:
                self.prompts.append(found)
                id_ = ServedPromptId(UUID(int=len(self.served)))
                self.served.append(
                    ServedPrompt(id_, found.id, found.unit, found.intensity, day, found.text, Outcome.WRITTEN)
                )
        return self

    def numbers(self) -> tuple[int | str, ...]:
        """One for each of `COLUMNS`."""
        kinds = Counter(p.kind for p in self.prompts)
        part_of = {p.id: part for part, of_part in self.guide.items() for p in of_part}
        distinct = len({p.id for p in self.prompts})
        return (
            self.could_come_up, len(self.prompts), distinct,
            kinds[Kind.RESOURCE], kinds[Kind.PROCESS], kinds[Kind.ACTION],
            sum(p.intensity is _MEDIUM for p in self.prompts), sum(Topic.PAST_PAIN in p.topics for p in self.prompts),
            len({part_of[p.id] for p in self.prompts}), len(self.prompts) - distinct, min(self._gaps(), default="-"),
            self._off_the_mix(), DAYS - len(self.prompts),
        )  # fmt: skip

    def _gaps(self) -> list[int]:
        last: dict[str, date] = {}
        gaps = []
        for one in self.served:
            if one.prompt_id in last:
                gaps.append((one.day - last[one.prompt_id]).days)
            last[one.prompt_id] = one.day
        return gaps

    def _off_the_mix(self) -> int:
        sixes = (self.prompts[n : n + MIX_OVER] for n in range(len(self.prompts) - MIX_OVER + 1))
        return sum(
            any([p.kind for p in six].count(kind) < least for kind, least in LEAST_OF.items())
            or sum(Topic.PAST_PAIN in p.topics for p in six) > MOST_PAST_PAIN
            for six in sixes
        )


def years(guide: Mapping[str, Sequence[Prompt]]) -> dict[str, JournalSettings]:
    """The settings whose years are told, by what they are called."""
    parts = list(guide)
    return {
        "as a journal begins": JournalSettings(),
        "light, with past pain": JournalSettings(past_pain_prompts=True),
        "light, three topics off": JournalSettings(
            topics_off=frozenset({Topic.CHILDHOOD, Topic.WORKPLACE, Topic.FAMILY})
        ),
        "medium": JournalSettings(ceiling=_MEDIUM),
        "medium, with past pain": JournalSettings(ceiling=_MEDIUM, past_pain_prompts=True),
        "deep, with past pain": JournalSettings(ceiling=Intensity.DEEP, past_pain_prompts=True),
        "medium, every topic off": JournalSettings(ceiling=_MEDIUM, topics_off=frozenset(Topic)),
        "medium, half of the parts": JournalSettings(ceiling=_MEDIUM, parts_off=frozenset(parts[::2])),
        "medium, acute for three months": JournalSettings(ceiling=_MEDIUM, acute_until=date(2026, 3, 31)),
        "light, one part": JournalSettings(parts_off=frozenset(parts[1:])),
        "every part off": JournalSettings(parts_off=frozenset(parts)),
    }


def lines() -> list[str]:
    """The table."""
    read = read_guide(Path(__file__).parents[1] / "resources" / "guide", "en")
    guide = {part.id: [p for unit in part.units for p in unit.prompts] for part in read.parts}
    rows: list[tuple[str, ...]] = [("", *COLUMNS)]
    rows += [(name, *map(str, Year(guide, settings).live().numbers())) for name, settings in years(guide).items()]
    return ["".join([f"{row[0]:32}", *(f"{cell:>13}" for cell in row[1:])]) for row in rows]
