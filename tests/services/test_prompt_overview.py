"""What can come up is told in numbers; what was set aside or planned is told one by one, and can be taken back."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

from tests.fakes.clock import FakeClock
from trustjournal.domain.prompt import Intensity, Outcome, Prompt, ServedPrompt, Topic
from trustjournal.domain.settings import JournalSettings
from trustjournal.services.journal import Journal


def light_of_the_guide(journal: Journal) -> list[Prompt]:
    """What a new journal can begin a day with: it has nobody yet that a prompt could be about."""
    return [
        p
        for p in journal.guide.prompts
        if p.intensity is Intensity.LIGHT and Topic.PAST_PAIN not in p.topics and not p.needs_person
    ]


def todays(journal: Journal) -> ServedPrompt:
    """The day's prompt, where there is one."""
    served = journal.prompting.todays()
    assert served is not None
    return served


def skip_three_times(journal: Journal, clock: FakeClock) -> ServedPrompt:
    """Go through days until one prompt was skipped three times; returns it."""
    skipped = todays(journal)
    for _ in range(900):
        shown = todays(journal)
        if shown.prompt_id == skipped.prompt_id:
            journal.prompting.skip()
            if journal.prompt_overview.overview().resting[0].day is None:
                return skipped
        clock.move_on(days=1)
    raise AssertionError("it did not come up three times")


def test_a_new_journal_tells_how_many_light_prompts_there_are(journal: Journal, clock: FakeClock) -> None:
    overview = journal.prompt_overview.overview()
    light = light_of_the_guide(journal)
    assert (overview.today, overview.prompts) == (clock.today, len(light))
    assert overview.parts == len({journal.guide.part_of_unit(p.unit) for p in light})
    assert overview.hidden == overview.resting == overview.planned == ()


def test_what_is_switched_off_is_not_counted(journal: Journal) -> None:
    before = journal.prompt_overview.overview()
    part = journal.guide.parts[0].id
    of_part = [p for p in light_of_the_guide(journal) if journal.guide.part_of_unit(p.unit) == journal.guide.parts[0]]
    journal.choices.change(JournalSettings(parts_off=frozenset({part})))
    after = journal.prompt_overview.overview()
    assert of_part
    assert (after.prompts, after.parts) == (before.prompts - len(of_part), before.parts - 1)
    journal.choices.change(JournalSettings(topics_off=frozenset(Topic)))
    assert journal.prompt_overview.overview().prompts < before.prompts


def test_a_prompt_that_is_not_for_me_is_told_and_comes_back(journal: Journal) -> None:
    shown = todays(journal)
    journal.prompting.not_for_me()
    assert todays(journal).prompt_id != shown.prompt_id
    (hidden,) = journal.prompt_overview.overview().hidden
    assert (hidden.prompt_id, hidden.wording, hidden.is_deep) == (shown.prompt_id, shown.wording, False)
    journal.prompt_overview.bring_back(shown.prompt_id)
    assert journal.prompt_overview.overview().hidden == ()
    journal.prompt_overview.hide(shown.prompt_id)
    assert journal.prompt_overview.overview().hidden == (hidden,)


def test_not_for_me_leaves_the_topics_on_and_can_be_undone(journal: Journal) -> None:
    shown = todays(journal)
    journal.prompting.not_for_me()
    assert journal.choices.settings() == JournalSettings()
    journal.prompting.undo_putting_off()
    assert todays(journal) == shown
    assert journal.prompt_overview.overview().hidden == ()


def test_a_hidden_prompt_the_guide_no_longer_has_is_told_in_the_words_it_was_shown_in(journal: Journal) -> None:
    gone = replace(light_of_the_guide(journal)[0], id="gone.one", unit="gone", text="What was it?")
    journal.prompting.serve(gone)
    journal.prompt_overview.hide("gone.one")
    journal.prompt_overview.hide("never.shown")
    assert [one.wording for one in journal.prompt_overview.overview().hidden] == ["What was it?"]


def test_a_skipped_prompt_rests_for_thirty_days_and_after_three_times_until_it_is_asked_for(
    journal: Journal, clock: FakeClock
) -> None:
    shown = todays(journal)
    journal.prompting.skip()
    (resting,) = journal.prompt_overview.overview().resting
    assert (resting.prompt_id, resting.day) == (shown.prompt_id, clock.today + timedelta(days=30))
    clock.move_on(days=30)
    assert journal.prompt_overview.overview().resting == ()
    skip_three_times(journal, clock)
    (resting,) = journal.prompt_overview.overview().resting
    assert resting.day is None
    clock.move_on(days=1)
    journal.prompt_overview.ask_for(resting)
    overview = journal.prompt_overview.overview()
    assert overview.resting == ()
    assert [one.prompt_id for one in overview.planned] == [resting.prompt_id]
    clock.move_on(days=1)
    assert todays(journal).prompt_id == resting.prompt_id
    assert journal.prompt_overview.overview().planned == ()


def test_what_is_to_be_asked_again_is_the_days_prompt_from_its_day_on(journal: Journal, clock: FakeClock) -> None:
    deep = next(p for p in journal.guide.prompts if p.intensity is Intensity.DEEP and not p.needs_person)
    journal.choices.change(JournalSettings(past_pain_prompts=True))
    journal.asking_again.ask(deep.id, deep.text, deep.unit, 3)
    for _ in range(3):
        assert todays(journal).prompt_id != deep.id
        clock.move_on(days=1)
    shown = todays(journal)
    assert shown.prompt_id == deep.id
    assert todays(journal) == shown  # deeper than the ceiling, and it stays: it was asked for
    assert journal.asking_again.all_planned() == ()
    clock.move_on(days=1)
    assert todays(journal).prompt_id != deep.id


def test_what_is_to_be_asked_again_waits_while_it_is_switched_off(journal: Journal, clock: FakeClock) -> None:
    one = light_of_the_guide(journal)[0]
    part = journal.guide.part_of_unit(one.unit)
    assert part is not None
    journal.choices.change(JournalSettings(parts_off=frozenset({part.id})))
    journal.asking_again.ask(one.id, one.text, one.unit, 1)
    clock.move_on(days=5)
    assert todays(journal).prompt_id != one.id
    assert one.id in {planned.prompt_id for planned in journal.asking_again.all_planned()}
    journal.choices.change(JournalSettings())
    clock.move_on(days=1)
    assert todays(journal).prompt_id == one.id


def test_an_asked_again_prompt_that_was_not_for_me_comes_back_with_an_undo_and_stays(
    journal: Journal, clock: FakeClock
) -> None:
    medium = next(p for p in journal.guide.prompts if p.intensity is Intensity.MEDIUM and not p.needs_person)
    journal.choices.change(JournalSettings(past_pain_prompts=True))
    journal.asking_again.ask(medium.id, medium.text, medium.unit, 1)
    clock.move_on(days=1)
    shown = todays(journal)
    assert shown.prompt_id == medium.id
    journal.prompting.not_for_me()
    assert todays(journal).intensity is Intensity.LIGHT
    journal.prompting.undo_putting_off()
    assert todays(journal) == shown


def test_a_day_that_turns_acute_gives_the_medium_prompt_back(journal: Journal, clock: FakeClock) -> None:
    for _ in range(40):
        journal.choices.change(JournalSettings(ceiling=Intensity.MEDIUM))
        if todays(journal).intensity is Intensity.MEDIUM:
            break
        clock.move_on(days=1)
    shown = todays(journal)
    assert shown.intensity is Intensity.MEDIUM
    journal.choices.change(JournalSettings(ceiling=Intensity.MEDIUM, acute_until=clock.today + timedelta(days=28)))
    assert todays(journal).intensity is Intensity.LIGHT
    given_back = journal.prompting.served(shown.id)
    assert given_back is not None
    assert given_back.outcome is Outcome.NOT_FOR_ME
