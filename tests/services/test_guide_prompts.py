"""What is folded away, answered and left of the prompts on the guide's page."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from tests.fakes.clock import FakeClock
from trustjournal.domain.ids import EntryId
from trustjournal.domain.moment import Moment
from trustjournal.domain.prompt import Answer
from trustjournal.services.journal import Journal


def _write_from(journal: Journal, prompt_id: str, day: date) -> EntryId:
    prompt = journal.guide.prompt(prompt_id)
    assert prompt is not None
    blank = journal.writing.blank(journal.prompting.serve(prompt))
    moment = Moment.on_the_wall(day, blank.moment.wall_time, blank.moment.zone)
    return journal.writing.save(replace(blank, text="An answer.", moment=moment)).id


def test_the_answers_to_a_prompt_are_told_oldest_first_without_what_is_in_the_trash(journal: Journal) -> None:
    later = _write_from(journal, "boats.light-0", date(2026, 3, 9))
    earlier = _write_from(journal, "boats.light-0", date(2025, 5, 3))
    gone = _write_from(journal, "boats.light-0", date(2025, 6, 1))
    _write_from(journal, "boats.light-1", date(2025, 6, 1))
    journal.writing.delete(gone)

    assert journal.guide_prompts.answers("boats.light-0") == (
        Answer(earlier, date(2025, 5, 3)),
        Answer(later, date(2026, 3, 9)),
    )
    assert journal.guide_prompts.answers("wind.light-0") == ()
    assert set(journal.guide_prompts.prompts_now(("boats", "rain")).answers) == {"boats.light-0", "boats.light-1"}


def test_what_is_folded_away_is_back_the_next_day(journal: Journal, clock: FakeClock) -> None:
    guide = journal.guide_prompts
    guide.fold_away("boats.deep-0")
    guide.fold_away("boats.deep-1")
    guide.bring_back("boats.deep-1")
    assert guide.prompts_now(("boats",)).not_today == {"boats.deep-0"}

    clock.move_on(days=1)

    assert guide.prompts_now(("boats",)).not_today == frozenset()


def test_what_happened_lately_keeps_prompts_light_for_four_weeks(journal: Journal, clock: FakeClock) -> None:
    journal.guide_prompts.set_acute(acute=True)
    assert journal.choices.settings().acute_until == date(2026, 4, 7)
    assert journal.guide_prompts.prompts_now(("boats",)).is_acute

    clock.set(date(2026, 4, 8))
    assert not journal.guide_prompts.prompts_now(("boats",)).is_acute
    clock.set(date(2026, 3, 11))
    journal.guide_prompts.set_acute(acute=False)
    assert journal.choices.settings().acute_until is None
