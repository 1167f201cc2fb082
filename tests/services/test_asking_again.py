"""A prompt can be asked again after some time; until then the plan can be seen and cancelled."""

from __future__ import annotations

from datetime import timedelta

import pytest

from tests.fakes.announcements import Announcements
from tests.fakes.clock import FakeClock
from trustjournal.domain.change import Changed
from trustjournal.domain.prompt import PlannedPrompt
from trustjournal.services.asking_again import AFTER_DAYS
from trustjournal.services.journal import Journal


@pytest.mark.parametrize("days", AFTER_DAYS)
def test_a_plan_tells_its_day(journal: Journal, clock: FakeClock, announcements: Announcements, days: int) -> None:
    due = journal.asking_again.ask("unit.one", "What then?", "unit", days)
    assert due == clock.today + timedelta(days=days)
    assert [(one.prompt_id, one.due) for one in journal.asking_again.all_planned()] == [("unit.one", due)]
    assert announcements.taken() == [Changed.PROMPTS]


def test_a_prompt_has_one_plan_and_the_last_one_counts(journal: Journal, clock: FakeClock) -> None:
    journal.asking_again.ask("unit.one", "What then?", "unit", 30)
    journal.asking_again.ask("unit.two", "What else?", "unit", 60)
    due = journal.asking_again.ask("unit.one", "What now?", "unit", 90)
    second, first = journal.asking_again.all_planned()
    assert (second.prompt_id, second.wording) == ("unit.two", "What else?")
    assert (first.prompt_id, first.wording, first.due) == ("unit.one", "What now?", due)


def test_a_cancelled_plan_can_be_brought_back(journal: Journal, announcements: Announcements) -> None:
    due = journal.asking_again.ask("unit.one", "What then?", "unit", 30)
    journal.asking_again.cancel("unit.one")
    assert journal.asking_again.all_planned() == ()
    journal.asking_again.undo_cancel("unit.one")
    assert journal.asking_again.all_planned() == (PlannedPrompt("unit.one", "unit", "What then?", due),)
    announcements.taken()
    journal.asking_again.cancel("unit.two")
    assert announcements.taken() == []


def test_a_plan_tells_no_wording_by_itself(journal: Journal) -> None:
    journal.asking_again.ask("unit.one", "What then?", "unit", 30)
    assert "What then?" not in repr(journal.asking_again.all_planned())
