"""What follows from the answer to who might see the computer."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from trustjournal.domain.prompt import Topic
from trustjournal.domain.settings import IDLE_MINUTES_IF_SEEN, JournalSettings, OthersMaySee


@pytest.mark.parametrize("answer", [OthersMaySee.MAYBE, OthersMaySee.YES])
def test_where_others_may_see_it_the_journal_locks_sooner_and_hides(answer: OthersMaySee) -> None:
    assert JournalSettings().seen_by_others(answer) == JournalSettings(
        others_may_see=answer, idle_minutes=IDLE_MINUTES_IF_SEEN, lock_on_minimise=True, hide_from_capture=True
    )


def test_a_shorter_time_that_was_chosen_stays() -> None:
    assert JournalSettings(idle_minutes=1).seen_by_others(OthersMaySee.YES).idle_minutes == 1


@pytest.mark.parametrize("answer", [OthersMaySee.NO, OthersMaySee.NOT_ASKED])
def test_another_answer_takes_nothing_back(answer: OthersMaySee) -> None:
    careful = JournalSettings().seen_by_others(OthersMaySee.YES)
    assert careful.seen_by_others(answer) == replace(careful, others_may_see=answer)


def test_locking_when_another_window_is_in_front_is_left_to_the_person() -> None:
    assert not JournalSettings().seen_by_others(OthersMaySee.YES).lock_on_focus_loss


def test_a_repr_tells_nothing_of_what_somebody_lives_through() -> None:
    told = repr(
        JournalSettings(
            past_pain_prompts=True,
            topics_off=frozenset({Topic.INFIDELITY}),
            parts_off=frozenset({"after-betrayal"}),
            acute_until=date(2031, 2, 3),
            others_may_see=OthersMaySee.YES,
            help_country="NZ",
        )
    )
    assert told == repr(JournalSettings())
