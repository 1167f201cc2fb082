"""Years of the daily prompt with the guide as it ships and with small ones: every draw keeps every rule it can keep."""

from __future__ import annotations

import os
from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from functools import cache
from pathlib import Path

import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from tests.domain.years.life import FIRST_DAY, Guide, Life
from tests.domain.years.rules import Day, check, gaps
from tests.fakes.made_up import KINDS, prompt
from trustjournal.domain.prompt import Intensity, Kind, Outcome, Prompt, Topic
from trustjournal.domain.prompt_choices import may_come_up
from trustjournal.domain.settings import JournalSettings
from trustjournal.services.guide_reader import read_guide

TIMES = int(os.environ.get("TRUSTJOURNAL_PROMPT_YEARS", "1"))
"""So many times as many lives are lived as with every run of the tests."""

choices = st.builds(
    JournalSettings,
    ceiling=st.sampled_from(Intensity),
    past_pain_prompts=st.booleans(),
    topics_off=st.frozensets(st.sampled_from(Topic), max_size=4),
    acute_until=st.sampled_from([None, None, date(2024, 1, 28), date(2024, 6, 30)]),
)
seeds = st.integers(0, 2**32)


def lives(examples: int) -> settings:
    """So many of them; a failing one is told as it was found, because making it smaller would take minutes."""
    return settings(
        max_examples=examples * TIMES,
        deadline=None,
        phases=[Phase.explicit, Phase.reuse, Phase.generate],
        suppress_health_check=[HealthCheck.too_slow],
    )


@cache
def shipped() -> Guide:
    """The prompts of the guide as it ships."""
    guide = read_guide(Path(__file__).parents[3] / "resources" / "guide", "en")
    return {part.id: tuple(p for unit in part.units for p in unit.prompts) for part in guide.parts}


def small(parts: int, of_each: int, kinds: Sequence[Kind]) -> Guide:
    """A guide too small for some rules: each part has this many light, medium and deep prompts."""
    return {
        f"part-{part}": tuple(_one(part, intensity, n, kinds) for intensity in Intensity for n in range(of_each))
        for part in range(parts)
    }


def _one(part: int, intensity: Intensity, n: int, kinds: Sequence[Kind]) -> Prompt:
    topics = [Topic.PAST_PAIN] if intensity is Intensity.DEEP or (part + n) % 4 == 3 else []
    found = prompt(
        f"part-{part}.{intensity.name.lower()}-{n}",
        intensity=intensity,
        kind=kinds[(part + n) % len(kinds)],
        topics=[*topics, Topic.MONEY] if n % 3 == 2 else topics,
        unit=f"part-{part}",
    )
    return replace(found, needs_person=n % 5 == 4)


small_guides = st.builds(
    small, st.integers(1, 5), st.integers(1, 6), st.sampled_from([KINDS, (Kind.RESOURCE,), (Kind.ACTION, Kind.PROCESS)])
)


@given(choice=choices, seed=seeds)
@lives(6)
def test_a_year_with_the_guide_as_it_ships_keeps_every_rule_it_can_keep(choice: JournalSettings, seed: int) -> None:
    for drawn in Life(shipped(), choice, seed).live().draws:
        check(drawn, shipped())


@given(guide=small_guides, choice=choices, seed=seeds)
@lives(25)
def test_where_the_guide_is_too_small_the_rules_give_way_in_their_order(
    guide: Guide, choice: JournalSettings, seed: int
) -> None:
    for drawn in Life(guide, choice, seed).live().draws:
        check(drawn, guide)


@given(choice=choices, seed=seeds)
@lives(5)
def test_a_steady_year_has_no_repeat_inside_a_bag_or_within_21_days(choice: JournalSettings, seed: int) -> None:
    choice = replace(choice, acute_until=None, topics_off=frozenset(list(choice.topics_off)[:2]))
    life = Life(shipped(), choice, seed, is_steady=True).live()
    drawn = [one.prompt_id for one in life.served]
    assert len(drawn) == 365
    assert min(gaps(life.served)) >= 21
    for part, of_part in shipped().items():
        bag = {p.id for p in of_part if may_come_up(p, part, choice, FIRST_DAY, frozenset())}
        of_bag = [id_ for id_ in drawn if id_ in bag]
        for start in range(0, len(of_bag), max(1, len(bag))):
            one_bag = of_bag[start : start + len(bag)]
            assert len(set(one_bag)) == len(one_bag), part


@given(seed=seeds)
@lives(3)
def test_with_medium_prompts_the_guide_as_it_ships_misses_the_mix_on_three_days_of_a_year_at_most(seed: int) -> None:
    life = Life(shipped(), JournalSettings(ceiling=Intensity.MEDIUM), seed, is_steady=True).live()
    broken = sum(Day(shipped(), d.state).breaks(d.prompt) > 0 for d in life.draws if d.prompt is not None)
    assert broken <= 3


@pytest.mark.parametrize(
    "then",
    [JournalSettings(ceiling=Intensity.MEDIUM), JournalSettings(ceiling=Intensity.MEDIUM, past_pain_prompts=True)],
    ids=["medium", "medium and past pain"],
)
def test_what_was_switched_on_comes_among_the_rest_and_not_for_weeks_on_end(then: JournalSettings) -> None:
    shares = []
    for seed in range(4):
        life = Life(shipped(), JournalSettings(), seed, is_steady=True).live(150 + 20 * seed)
        life.settings = then
        new = [d.prompt for d in life.live(30).draws[-30:] if d.prompt is not None]
        shares.append(sum(p.intensity is Intensity.MEDIUM for p in new) / len(new))
        painful = [Topic.PAST_PAIN in p.topics for p in new]
        assert max(sum(painful[n : n + 6]) for n in range(25)) <= 1
    assert 0.3 < sum(shares) / len(shares) < 0.9


def test_an_acute_time_that_is_over_is_not_followed_by_medium_prompts_alone() -> None:
    settings_ = JournalSettings(ceiling=Intensity.MEDIUM, acute_until=FIRST_DAY.replace(month=4))
    life = Life(shipped(), settings_, 7, is_steady=True).live(130)
    levels = Counter(d.prompt.intensity for d in life.draws[-30:] if d.prompt is not None)
    assert levels[Intensity.LIGHT] >= 4
    assert all(d.prompt is None or d.prompt.intensity is Intensity.LIGHT for d in life.draws[:92])


def test_the_lives_have_everything_in_them_that_the_rules_are_about() -> None:
    life = Life(shipped(), JournalSettings(ceiling=Intensity.MEDIUM), 3).live(700)
    days = [Day(shipped(), d.state) for d in life.draws]
    assert {one.outcome for one in life.served} == set(Outcome) - {Outcome.CHOSEN}
    assert any(d.prompt is not None and d.prompt.intensity is Intensity.DEEP for d in life.draws)
    assert any(d.instead_of is not None and d.prompt is not None for d in life.draws)
    assert any(day.is_for_something_easy for day in days)
    assert any(day.is_acute for day in days)
    assert any(day.state.settings.parts_off for day in days)
    assert any(day.state.settings.topics_off for day in days)
