"""The day's prompt is chosen once, survives a restart, and changes only when it is asked to."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import time

import pytest

from tests.conftest import PASSPHRASE
from tests.fakes.announcements import Announcements
from tests.fakes.clock import FakeClock
from tests.fakes.journals import opened
from trustjournal.domain.change import Changed
from trustjournal.domain.guide import Guide
from trustjournal.domain.mood import Mood
from trustjournal.domain.person import Role
from trustjournal.domain.prompt import Intensity, Kind, Outcome, Prompt, ServedPrompt, Topic
from trustjournal.domain.settings import JournalSettings
from trustjournal.services.journal import Journal
from trustjournal.services.vault import VaultService
from trustjournal.storage.journal_keys import JournalKeys


def todays(journal: Journal) -> ServedPrompt:
    """The day's prompt, where there is one."""
    served = journal.prompting.todays()
    assert served is not None
    return served


def prompt_of(journal: Journal, served: ServedPrompt | None) -> Prompt:
    """What the guide knows about it."""
    assert served is not None
    found = journal.prompting.prompt(served)
    assert found is not None
    return found


def show_one_about(journal: Journal, clock: FakeClock, topic: Topic) -> ServedPrompt:
    """Let days go by until the day's prompt is about `topic`."""
    for _ in range(60):
        if topic in prompt_of(journal, todays(journal)).topics:
            return todays(journal)
        clock.move_on(days=1)
    raise AssertionError("no such prompt in sixty days")


@pytest.fixture
def reopened(
    journal: Journal, keys: JournalKeys, vaults: VaultService, clock: FakeClock, guide: Guide
) -> Iterator[Callable[[], Journal]]:
    """Close the journal and open it again, as after a lock; its keys are wiped by then."""
    held = [journal]

    def reopen() -> Journal:
        held[-1].close()
        held.append(opened(vaults.unlock(keys.folder, PASSPHRASE), clock=clock, guide=guide))
        return held[-1]

    yield reopen
    held[-1].close()


def test_the_prompt_stays_for_the_day_and_over_a_restart(
    journal: Journal, clock: FakeClock, reopened: Callable[[], Journal]
) -> None:
    first = todays(journal)
    clock.set(clock.today, time(23, 50))
    assert todays(journal) == first
    assert todays(reopened()) == first


def test_the_next_day_has_another_one(journal: Journal, clock: FakeClock) -> None:
    seen = set()
    for _ in range(18):
        seen.add(todays(journal).prompt_id)
        clock.move_on(days=1)
    assert len(seen) == 18


def test_a_mood_logged_later_does_not_change_the_days_prompt(journal: Journal, clock: FakeClock) -> None:
    for _ in range(6):
        first = todays(journal)
        journal.checking_in.save(Mood(-4, 4), (), {})
        assert todays(journal) == first
        clock.move_on(days=1)
        assert prompt_of(journal, todays(journal)).kind is Kind.RESOURCE


def test_after_a_time_away_the_prompt_is_an_easy_one(journal: Journal, clock: FakeClock) -> None:
    journal.choices.change(JournalSettings(ceiling=Intensity.MEDIUM))
    for _ in range(6):
        todays(journal)
        clock.move_on(days=9)
        found = prompt_of(journal, todays(journal))
        assert (found.intensity, found.kind) == (Intensity.LIGHT, Kind.RESOURCE)


def test_it_is_a_prompt_of_the_guide_with_its_wording(journal: Journal, clock: FakeClock) -> None:
    served = todays(journal)
    found = prompt_of(journal, served)
    assert (served.wording, served.unit, served.intensity) == (found.text, found.unit, found.intensity)
    assert (served.day, served.outcome) == (clock.today, Outcome.SHOWN)
    assert journal.prompting.served(served.id) == served


def test_a_swap_brings_another_prompt_that_stays(
    journal: Journal, announcements: Announcements, reopened: Callable[[], Journal]
) -> None:
    first = todays(journal)
    second = journal.prompting.another()
    assert second is not None
    assert second.prompt_id != first.prompt_id
    assert announcements.taken() == [Changed.PROMPTS]
    assert todays(journal) == second
    swapped = journal.prompting.served(first.id)
    assert swapped is not None
    assert swapped.outcome is Outcome.SWAPPED
    assert todays(reopened()) == second


def test_after_five_swaps_the_prompt_stays(journal: Journal, clock: FakeClock, announcements: Announcements) -> None:
    seen = {todays(journal).prompt_id}
    for left in range(5, 0, -1):
        assert journal.prompting.swaps_left() == left
        other = journal.prompting.another()
        assert other is not None
        seen.add(other.prompt_id)
    assert len(seen) == 6
    announcements.taken()
    last = todays(journal)
    assert journal.prompting.another() is None
    assert journal.prompting.lighter() is None
    assert todays(journal) == last
    assert announcements.taken() == []
    clock.move_on(days=1)
    todays(journal)
    assert journal.prompting.another() is not None


def test_lighter_than_a_medium_prompt_is_a_light_one(journal: Journal, clock: FakeClock) -> None:
    journal.choices.change(JournalSettings(ceiling=Intensity.MEDIUM))
    while todays(journal).intensity is not Intensity.MEDIUM:
        clock.move_on(days=1)
    lighter = journal.prompting.lighter()
    assert lighter is not None
    assert lighter.intensity is Intensity.LIGHT
    assert todays(journal) == lighter


def test_a_swap_of_what_was_written_about_leaves_it_written(journal: Journal) -> None:
    first = todays(journal)
    journal.writing.save(replace(journal.writing.blank(first), text="An answer."))
    assert journal.prompting.another() is not None
    kept = journal.prompting.served(first.id)
    assert kept is not None
    assert kept.outcome is Outcome.WRITTEN


def test_not_this_topic_switches_the_topics_off_and_undo_brings_back_topics_and_prompt(
    journal: Journal, clock: FakeClock, announcements: Announcements
) -> None:
    journal.choices.change(JournalSettings(topics_off=frozenset({Topic.MONEY})))
    shown = show_one_about(journal, clock, Topic.CHILDHOOD)
    announcements.taken()
    assert journal.prompting.not_this_topic() == (Topic.CHILDHOOD,)
    assert announcements.taken() == [Changed.PROMPTS, Changed.SETTINGS]
    assert journal.choices.settings().topics_off == {Topic.MONEY, Topic.CHILDHOOD}
    instead = todays(journal)
    assert Topic.CHILDHOOD not in prompt_of(journal, instead).topics
    journal.prompting.undo_putting_off()
    assert announcements.taken() == [Changed.PROMPTS, Changed.SETTINGS]
    assert journal.choices.settings().topics_off == {Topic.MONEY}
    assert todays(journal) == shown
    journal.prompting.undo_putting_off()
    assert todays(journal) == shown


def test_no_prompt_of_a_topic_comes_after_it_was_switched_off(journal: Journal, clock: FakeClock) -> None:
    show_one_about(journal, clock, Topic.CHILDHOOD)
    journal.prompting.not_this_topic()
    for _ in range(60):
        assert Topic.CHILDHOOD not in prompt_of(journal, todays(journal)).topics
        clock.move_on(days=1)


def test_not_this_topic_about_old_hurt_turns_the_one_switch_and_undo_turns_it_back(
    journal: Journal, clock: FakeClock
) -> None:
    journal.choices.change(JournalSettings(ceiling=Intensity.MEDIUM, past_pain_prompts=True))
    show_one_about(journal, clock, Topic.PAST_PAIN)
    assert journal.prompting.not_this_topic() == (Topic.PAST_PAIN,)
    assert not journal.choices.settings().past_pain_prompts
    journal.prompting.undo_putting_off()
    assert journal.choices.settings().past_pain_prompts


def test_a_prompt_without_topics_is_hidden_for_good(journal: Journal, clock: FakeClock) -> None:
    while prompt_of(journal, todays(journal)).topics:
        clock.move_on(days=1)
    shown = todays(journal)
    assert journal.prompting.not_this_topic() == ()
    assert todays(journal).prompt_id != shown.prompt_id
    for _ in range(40):
        clock.move_on(days=1)
        assert todays(journal).prompt_id != shown.prompt_id


def test_a_hidden_prompt_can_be_brought_back_at_once(journal: Journal, clock: FakeClock) -> None:
    while prompt_of(journal, todays(journal)).topics:
        clock.move_on(days=1)
    shown = todays(journal)
    journal.prompting.not_this_topic()
    journal.prompting.undo_putting_off()
    assert todays(journal) == shown


def test_undo_on_a_later_day_leaves_that_days_prompt(journal: Journal, clock: FakeClock) -> None:
    show_one_about(journal, clock, Topic.CHILDHOOD)
    journal.prompting.not_this_topic()
    clock.move_on(days=1)
    later = todays(journal)
    journal.prompting.undo_putting_off()
    assert todays(journal) == later
    assert journal.choices.settings() == JournalSettings()


def test_a_prompt_switched_off_in_the_settings_makes_room_at_once(journal: Journal, clock: FakeClock) -> None:
    show_one_about(journal, clock, Topic.CHILDHOOD)
    journal.choices.change(JournalSettings(topics_off=frozenset({Topic.CHILDHOOD})))
    assert Topic.CHILDHOOD not in prompt_of(journal, todays(journal)).topics
    assert journal.prompting.swaps_left() == 5


def test_a_lower_ceiling_counts_at_once(journal: Journal, clock: FakeClock) -> None:
    journal.choices.change(JournalSettings(ceiling=Intensity.MEDIUM))
    while todays(journal).intensity is not Intensity.MEDIUM:
        clock.move_on(days=1)
    journal.choices.change(JournalSettings(ceiling=Intensity.LIGHT))
    assert todays(journal).intensity is Intensity.LIGHT


def test_skipping_leaves_a_blank_page_for_the_day(
    journal: Journal, clock: FakeClock, reopened: Callable[[], Journal]
) -> None:
    skipped = todays(journal)
    journal.prompting.skip()
    assert journal.prompting.todays() is None
    assert journal.prompting.another() is None
    again = reopened()
    assert again.prompting.todays() is None
    for _ in range(29):
        clock.move_on(days=1)
        assert todays(again).prompt_id != skipped.prompt_id


def test_skipping_can_be_undone_and_then_nothing_rests(journal: Journal, clock: FakeClock) -> None:
    shown = todays(journal)
    journal.prompting.skip()

    journal.prompting.undo_putting_off()

    assert todays(journal) == shown
    assert journal.prompt_overview.overview().resting == ()


def test_undoing_a_skip_on_another_day_leaves_that_days_prompt(journal: Journal, clock: FakeClock) -> None:
    todays(journal)
    journal.prompting.skip()
    clock.move_on(days=1)
    shown = todays(journal)

    journal.prompting.undo_putting_off()

    assert todays(journal) == shown
    assert journal.prompt_overview.overview().resting == ()


def test_with_nothing_to_offer_the_page_is_blank_until_a_setting_changes(
    keys: JournalKeys, clock: FakeClock, guide: Guide
) -> None:
    only_deep = tuple(p for p in guide.prompts if p.intensity is Intensity.DEEP or Topic.CHILDHOOD in p.topics)
    part = guide.parts[0]
    text = replace(part.units[0].text, prompts=only_deep)
    unit = replace(part.units[0], read=lambda: text)
    journal = opened(keys, clock=clock, guide=Guide("en", (replace(part, units=(unit,)),)))
    journal.choices.change(JournalSettings(topics_off=frozenset({Topic.CHILDHOOD})))
    assert journal.prompting.todays() is None
    assert journal.prompting.another() is None
    assert journal.prompting.not_this_topic() == ()
    journal.choices.change(JournalSettings())
    assert journal.prompting.todays() is not None
    journal.close()


def test_a_prompt_chosen_in_the_guide_leaves_the_days_prompt_alone(journal: Journal, clock: FakeClock) -> None:
    first = todays(journal)
    deep = next(p for p in journal.guide.prompts if p.intensity is Intensity.DEEP)
    chosen = journal.prompting.serve(deep)
    assert (chosen.wording, chosen.outcome) == (deep.text, Outcome.CHOSEN)
    assert journal.prompting.serve(deep) == chosen
    assert journal.prompting.served(chosen.id) == chosen
    assert todays(journal) == first
    assert journal.prompting.swaps_left() == 5
    journal.writing.save(replace(journal.writing.blank(chosen), text="An answer."))
    assert todays(journal) == first
    clock.move_on(days=1)
    assert todays(journal).intensity is Intensity.LIGHT
    assert journal.prompting.serve(deep).id != chosen.id


def write_entries(journal: Journal, number: int) -> None:
    """So many pages of a few words."""
    for _ in range(number):
        journal.writing.save(replace(journal.writing.blank(), text="A few words."))


@pytest.mark.parametrize(("deeper", "ceiling"), [(True, Intensity.MEDIUM), (False, Intensity.LIGHT)])
def test_with_five_entries_it_is_asked_once_whether_prompts_may_go_deeper(
    journal: Journal, reopened: Callable[[], Journal], announcements: Announcements, deeper: bool, ceiling: Intensity
) -> None:
    write_entries(journal, 4)
    assert not journal.prompting.offers_medium()
    write_entries(journal, 1)
    assert journal.prompting.offers_medium()
    shown = todays(journal)
    announcements.taken()

    journal.prompting.answer_medium_offer(deeper=deeper)

    assert announcements.taken() == [Changed.SETTINGS]
    assert journal.choices.settings() == JournalSettings(ceiling=ceiling, medium_offered=True)
    assert todays(journal) == shown
    assert not reopened().prompting.offers_medium()


def test_the_daily_draw_brings_no_prompt_about_somebody_while_there_is_nobody(
    journal: Journal, clock: FakeClock
) -> None:
    journal.choices.change(JournalSettings(ceiling=Intensity.MEDIUM))
    journal.people.add("Myself", Role.MYSELF)

    def served_in_sixty_days() -> list[Prompt]:
        found = []
        for _ in range(60):
            found.append(prompt_of(journal, todays(journal)))
            clock.move_on(days=1)
        return found

    assert not any(found.needs_person for found in served_in_sixty_days())
    alex = journal.people.add("Alex", Role.FRIEND)
    assert any(found.needs_person for found in served_in_sixty_days())
    journal.people.change(replace(alex, is_archived=True))
    clock.move_on(days=30)
    assert not any(found.needs_person for found in served_in_sixty_days())


def test_a_prompt_the_guide_no_longer_has_keeps_its_day(keys: JournalKeys, clock: FakeClock, guide: Guide) -> None:
    before = opened(keys, clock=clock, guide=guide)
    shown = todays(before)
    before.close()
    after = opened(keys, clock=clock, guide=Guide("en", ()))
    assert todays(after) == shown
    assert after.prompting.prompt(shown) is None
    assert after.prompting.another() is None
    assert after.prompting.not_this_topic() == ()
    after.close()
