"""The daily prompt: what is switched off stays off, nothing comes back too soon, and the mix is kept."""

from __future__ import annotations

import os
import subprocess
import sys
from collections import Counter
from dataclasses import replace
from datetime import timedelta

import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from tests.fakes.made_up import FIRST_DAY, Year, full_guide, prompt, served, state
from trustjournal.domain.mood import Mood
from trustjournal.domain.prompt import Intensity, Kind, Outcome, PlannedPrompt, Topic
from trustjournal.domain.prompt_choices import is_allowed, offers_medium
from trustjournal.domain.prompt_past import swaps_left
from trustjournal.domain.selection import State, can_come_up, choose, choose_another, choose_lighter
from trustjournal.domain.settings import JournalSettings

GUIDE = full_guide()
ALL = {p.id: p for part in GUIDE.values() for p in part}
DAY = timedelta(days=1)

topics_off = st.frozensets(st.sampled_from([Topic.CHILDHOOD, Topic.WORKPLACE, Topic.FAITH]))
choices = st.builds(
    JournalSettings,
    ceiling=st.sampled_from(Intensity),
    past_pain_prompts=st.booleans(),
    topics_off=topics_off,
)
# A failing year is told as it was found: shrinking one would take minutes.
a_year_of_each = settings(
    max_examples=10,
    deadline=None,
    phases=[Phase.explicit, Phase.reuse, Phase.generate],
    suppress_health_check=[HealthCheck.too_slow],
)


def drawn_ids(year: Year) -> list[str]:
    """The prompts of a year in which every day had one."""
    assert all(year.drawn)
    return [p.id for p in year.drawn if p is not None]


@given(choice=choices, seed=st.text(max_size=8))
@a_year_of_each
def test_over_a_year_every_prompt_is_one_the_person_allows(choice: JournalSettings, seed: str) -> None:
    for found in Year(GUIDE, choice, seed).live(365).drawn:
        assert found is not None
        assert found.intensity <= min(choice.ceiling, Intensity.MEDIUM)
        assert not found.topics & choice.topics_off
        assert choice.past_pain_prompts or Topic.PAST_PAIN not in found.topics


@given(choice=choices, seed=st.text(max_size=8))
@a_year_of_each
def test_over_a_year_nothing_comes_back_within_21_days_or_before_its_bag_is_empty(
    choice: JournalSettings, seed: str
) -> None:
    year = Year(GUIDE, choice, seed).live(365)
    ids = drawn_ids(year)
    last: dict[str, int] = {}
    for day, prompt_id in enumerate(ids):
        assert day - last.get(prompt_id, -100) >= 21
        last[prompt_id] = day
    for part, of_part in GUIDE.items():
        bag = {p.id for p in of_part if p.intensity <= min(choice.ceiling, 2) and is_allowed(p, choice)}
        drawn = [i for i in ids if i in bag]
        for start in range(0, len(drawn) - len(bag) + 1, len(bag)):
            assert set(drawn[start : start + len(bag)]) == bag, part


@given(choice=choices, seed=st.text(max_size=8))
@a_year_of_each
def test_over_a_year_the_mix_is_kept_but_for_a_few_days_when_the_bags_run_out(
    choice: JournalSettings, seed: str
) -> None:
    choice = replace(choice, topics_off=frozenset())
    found = [ALL[i] for i in drawn_ids(Year(GUIDE, choice, seed).live(365))]
    broken = 0
    for start in range(len(found) - 5):
        six = found[start : start + 6]
        kinds = Counter(p.kind for p in six)
        mixed = kinds[Kind.RESOURCE] >= 2 and kinds[Kind.PROCESS] >= 2 and kinds[Kind.ACTION] >= 1
        broken += not (mixed and sum(Topic.PAST_PAIN in p.topics for p in six) <= 1)
    assert broken <= (15 if choice.ceiling is Intensity.LIGHT else 12)


@given(seed=st.text(max_size=8))
@a_year_of_each
def test_over_a_year_every_part_has_its_share(seed: str) -> None:
    year = Year(GUIDE, JournalSettings(ceiling=Intensity.MEDIUM), seed).live(320)
    counts = Counter(ALL[i].unit for i in drawn_ids(year))
    assert set(counts) == set(GUIDE)
    assert max(counts.values()) - min(counts.values()) <= 6


def test_two_journals_have_their_own_order_and_one_journal_always_the_same() -> None:
    one, same, other = (drawn_ids(Year(GUIDE, JournalSettings(), v).live(30)) for v in ("one", "one", "other"))
    assert one == same
    assert one != other


def test_the_choice_is_the_same_in_every_process() -> None:
    code = (
        "from tests.fakes.made_up import *\n"
        "print([p.id for p in Year(full_guide(), JournalSettings(), 'a vault').live(40).drawn])"
    )
    printed = {
        subprocess.run(
            [sys.executable, "-c", code],
            env={**os.environ, "PYTHONHASHSEED": hash_seed},
            capture_output=True,
            text=True,
            check=True,
        ).stdout
        for hash_seed in ("1", "77")
    }
    assert printed == {f"{drawn_ids(Year(GUIDE, JournalSettings()).live(40))}\n"}


def test_a_prompt_added_to_the_guide_moves_no_other() -> None:
    before = choose(GUIDE, state())
    assert before is not None
    grown = dict(GUIDE)
    part = next(name for name, of_part in GUIDE.items() if before in of_part)
    for n in range(50):
        added = {**grown, part: (*grown[part], prompt(f"new-{n}", intensity=Intensity.DEEP))}
        assert choose(added, state()) == before


def test_deep_prompts_are_never_served_unasked() -> None:
    only_deep = {"a": (prompt("d", intensity=Intensity.DEEP),)}
    assert choose(only_deep, state(ceiling=Intensity.DEEP, past_pain_prompts=True)) is None


def test_on_edge_today_or_yesterday_a_light_strengthening_prompt_comes_first() -> None:
    for days_ago, steadied in ((0, True), (1, True), (2, False)):
        kinds = set()
        for seed in map(str, range(40)):
            now = replace(
                state(vault=seed, ceiling=Intensity.MEDIUM), mood=Mood(-3, 2), mood_day=FIRST_DAY - days_ago * DAY
            )
            found = choose(GUIDE, now)
            assert found is not None
            kinds.add((found.kind, found.intensity))
        assert (kinds == {(Kind.RESOURCE, Intensity.LIGHT)}) is steadied


@pytest.mark.parametrize("mood", [Mood(-3, -2), Mood(3, 2), Mood(0, 4)])
def test_other_moods_change_nothing(mood: Mood) -> None:
    now = state(ceiling=Intensity.MEDIUM)
    assert choose(GUIDE, replace(now, mood=mood, mood_day=FIRST_DAY)) == choose(GUIDE, now)


def test_after_more_than_a_week_away_the_first_prompt_is_an_easy_one() -> None:
    for away, easy in ((8, True), (7, False)):
        kinds = set()
        for seed in map(str, range(40)):
            now = replace(state(vault=seed, ceiling=Intensity.MEDIUM), last_visit=FIRST_DAY - away * DAY)
            found = choose(GUIDE, now)
            assert found is not None
            kinds.add((found.kind, found.intensity))
        assert (kinds == {(Kind.RESOURCE, Intensity.LIGHT)}) is easy


def test_the_day_after_a_deep_page_is_light() -> None:
    deep = ALL["part-0.deep-0"]
    for days_ago, light in ((0, True), (1, True), (2, False)):
        levels = set()
        for seed in map(str, range(40)):
            past = [served(deep, FIRST_DAY - days_ago * DAY, Outcome.WRITTEN)]
            found = choose(GUIDE, state(past, vault=seed, ceiling=Intensity.MEDIUM))
            assert found is not None
            levels.add(found.intensity)
        assert (levels == {Intensity.LIGHT}) is light


def test_a_skipped_prompt_comes_back_after_thirty_days() -> None:
    one = prompt("one")
    for days_ago, back in ((29, False), (30, True)):
        past = [served(one, FIRST_DAY - days_ago * DAY, Outcome.SKIPPED)]
        assert (choose({"a": (one,)}, state(past)) == one) is back


def test_a_prompt_skipped_three_times_rests_until_it_is_asked_for() -> None:
    one = prompt("one")
    past = [served(one, FIRST_DAY - n * DAY, Outcome.SKIPPED) for n in (300, 200, 100)]
    assert choose({"a": (one,)}, state(past)) is None
    asked_for = [*past, served(one, FIRST_DAY - 50 * DAY, Outcome.SHOWN)]
    assert choose({"a": (one,)}, state(asked_for)) == one


def test_a_resting_prompt_does_not_keep_its_bag_from_emptying() -> None:
    one, two = prompt("one"), prompt("two")
    past = [served(one, FIRST_DAY - n * DAY, Outcome.SKIPPED) for n in (300, 200, 100)]
    past.append(served(two, FIRST_DAY - 40 * DAY, Outcome.WRITTEN))
    assert choose({"a": (one, two)}, state(past)) == two


def test_in_a_pool_too_small_the_prompt_shown_longest_ago_comes_back_early() -> None:
    one, two, three = (prompt(name) for name in ("one", "two", "three"))
    past = [served(p, FIRST_DAY - n * DAY, Outcome.WRITTEN) for p, n in ((two, 3), (three, 2), (one, 1))]
    assert choose({"a": (one, two, three)}, state(past)) == two


def test_the_mix_gives_way_before_the_balance_of_parts_and_that_before_the_21_days() -> None:
    resources = [prompt(f"r{n}") for n in range(8)]
    old, young = (prompt(name, kind=Kind.PROCESS) for name in ("old", "young"))
    guide = {"one": tuple(resources[:4]), "two": tuple(resources[4:]), "three": (old, young)}
    past = [served(p, FIRST_DAY - n * DAY, Outcome.WRITTEN) for n, p in zip((6, 5, 4, 3), resources, strict=False)]
    past.append(served(old, FIRST_DAY - 2 * DAY, Outcome.WRITTEN))
    # Only part three, which was served last and has to wait, still has a process prompt …
    assert choose(guide, state(past)) in guide["two"]  # … so the mix gives way,
    past.append(served(young, FIRST_DAY - 2 * DAY, Outcome.WRITTEN))
    past += [served(p, FIRST_DAY - DAY, Outcome.WRITTEN) for p in guide["two"][:3]]
    assert choose(guide, state(past)) == guide["two"][3]  # then the balance, for part two had its turn last,
    past.append(served(guide["two"][3], FIRST_DAY - DAY, Outcome.WRITTEN))
    assert choose(guide, state(past)) == resources[0]  # and at last the 21 days.


def test_an_empty_pool_is_a_blank_page() -> None:
    everything = frozenset(Topic)
    about = {"a": (prompt("one", topics=[Topic.MONEY]),)}
    assert choose(about, state(topics_off=everything)) is None
    assert choose({}, state()) is None


def test_a_prompt_about_somebody_waits_until_there_is_somebody() -> None:
    about_one = replace(prompt("about-one"), needs_person=True)
    guide = {"a": (about_one, prompt("plain"))}
    for day in range(60):
        alone = replace(state(day=FIRST_DAY + day * DAY, vault=str(day)), has_people=False)
        assert choose(guide, alone) == guide["a"][1]
        assert choose_another(guide, alone, instead_of=guide["a"][1]) is None
    assert choose({"a": (about_one,)}, state()) == about_one


@pytest.mark.parametrize(
    ("choice", "entries", "offered"),
    [
        (JournalSettings(), 5, True),
        (JournalSettings(), 4, False),
        (JournalSettings(medium_offered=True), 50, False),
        (JournalSettings(ceiling=Intensity.MEDIUM), 50, False),
    ],
)
def test_medium_is_offered_once_from_five_entries_on(choice: JournalSettings, entries: int, offered: bool) -> None:
    assert offers_medium(choice, entries, FIRST_DAY) is offered


def test_a_hidden_prompt_is_never_served() -> None:
    one = prompt("one")
    assert choose({"a": (one,)}, replace(state(), hidden=frozenset({"one"}))) is None


def test_a_prompt_of_an_older_guide_does_no_harm() -> None:
    gone = prompt("gone", unit="no-such-unit")
    assert choose(GUIDE, state([served(gone, FIRST_DAY - DAY, Outcome.WRITTEN)])) is not None


@given(seed=st.text(max_size=8), choice=choices, days=st.integers(0, 60))
@a_year_of_each
def test_a_swap_is_never_more_intense_and_never_shown_twice_in_a_day(
    seed: str, choice: JournalSettings, days: int
) -> None:
    year = Year(GUIDE, choice, seed).live(days)
    today = FIRST_DAY + days * DAY
    shown = choose(GUIDE, State(seed, today, choice, tuple(year.served)))
    assert shown is not None
    seen = {shown.id}
    while swaps_left(year.served, today):
        year.served.append(served(shown, today, Outcome.SWAPPED))
        other = choose_another(GUIDE, State(seed, today, choice, tuple(year.served)), instead_of=shown)
        assert other is not None
        assert other.id not in seen
        assert other.intensity <= shown.intensity
        assert is_allowed(other, choice)
        seen.add(other.id)
        shown = other
    assert len(seen) == 6


def test_what_was_given_back_leaves_its_place_in_the_mix_to_the_next() -> None:
    kept = [served(ALL[f"part-{n}.light-{n}"], FIRST_DAY - 2 * DAY, Outcome.WRITTEN) for n in (0, 1, 2, 4)]
    kept.append(served(ALL["part-5.light-0"], FIRST_DAY - 2 * DAY, Outcome.WRITTEN))  # five, and no action among them
    for outcome in (Outcome.SWAPPED, Outcome.SKIPPED, Outcome.NOT_FOR_ME, Outcome.CHOSEN):
        for seed in map(str, range(5)):
            action = served(ALL["part-6.light-3"], FIRST_DAY - DAY, outcome)
            found = choose(GUIDE, state([*kept, action], vault=seed))
            assert found is not None
            assert found.kind is Kind.ACTION


def test_lighter_than_medium_is_light_and_lighter_than_light_is_what_steadies() -> None:
    medium, light = ALL["part-0.medium-1"], ALL["part-0.light-1"]
    for seed in map(str, range(20)):
        now = state(vault=seed, ceiling=Intensity.MEDIUM)
        lighter = choose_lighter(GUIDE, now, instead_of=medium)
        assert lighter is not None
        assert lighter.intensity is Intensity.LIGHT
        gentlest = choose_lighter(GUIDE, now, instead_of=light)
        assert gentlest is not None
        assert (gentlest.intensity, gentlest.kind) == (Intensity.LIGHT, Kind.RESOURCE)


def test_there_are_five_swaps_a_day() -> None:
    past = [served(ALL["part-0.light-0"], FIRST_DAY, Outcome.SWAPPED)] * 2
    past.append(served(ALL["part-0.light-0"], FIRST_DAY - DAY, Outcome.SWAPPED))
    assert swaps_left(past, FIRST_DAY) == 3
    assert swaps_left(past * 9, FIRST_DAY) == 0


def test_writing_from_the_same_prompt_again_after_some_days_does_not_refill_the_bag() -> None:
    part = tuple(prompt(name) for name in "abcde")
    days = (("a", 40), ("b", 39), ("c", 10), ("c", 5))
    past = [served(p, FIRST_DAY - n * DAY, Outcome.WRITTEN) for name, n in days for p in part if p.id == name]
    found = {choose({"part": part}, state(past, vault=str(seed))) for seed in range(20)}
    assert found == set(part[3:])


def test_a_part_that_is_off_serves_nothing_and_its_prompts_can_still_be_opened_in_the_guide() -> None:
    guide = {"on": (prompt("one"),), "off": (prompt("two"), prompt("three"))}
    for seed in range(10):
        found = choose(guide, state(vault=str(seed), parts_off=frozenset({"off"})))
        assert found == guide["on"][0]
    assert is_allowed(guide["off"][0], JournalSettings(parts_off=frozenset({"off"})))


def test_what_is_planned_for_a_later_day_waits_for_it_and_is_not_counted_before() -> None:
    guide = {"a": (prompt("one"), prompt("two"))}
    later = (PlannedPrompt("one", "a", "", FIRST_DAY + DAY),)
    for seed in range(10):
        now = replace(state(vault=str(seed)), planned=later)
        assert choose(guide, now) == guide["a"][1]
        assert can_come_up(guide, now) == {"a": [guide["a"][1]]}
        assert choose(guide, replace(now, day=FIRST_DAY + DAY)) == guide["a"][0]


@pytest.mark.parametrize(("day", "found"), [(0, False), (27, False), (28, True)])
def test_while_it_is_acute_nothing_but_light_comes_and_medium_is_not_offered(day: int, found: bool) -> None:
    guide = {"a": (prompt("one", intensity=Intensity.MEDIUM), prompt("sore", topics=[Topic.PAST_PAIN]))}
    settings_ = JournalSettings(
        ceiling=Intensity.MEDIUM, past_pain_prompts=True, acute_until=FIRST_DAY + timedelta(days=27)
    )
    now = State("a vault", FIRST_DAY + day * DAY, settings_)
    assert (choose(guide, now) is not None) is found
    light = replace(settings_, ceiling=Intensity.LIGHT)
    assert offers_medium(light, 50, now.day) is found
