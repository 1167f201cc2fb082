"""How far somebody has been in the guide."""

from __future__ import annotations

from dataclasses import replace

from tests.fakes.announcements import Announcements
from trustjournal.domain.change import Changed
from trustjournal.services.guide_progress import UnitProgress
from trustjournal.services.journal import Journal


def test_units_are_visited_and_prompts_written_about(journal: Journal, announcements: Announcements) -> None:
    assert journal.progress.progress() == {}
    journal.progress.visited("wind")
    journal.progress.visited("wind")
    assert announcements.taken() == [Changed.PROMPTS]
    first, second, *_ = journal.guide.parts[0].units[0].prompts
    for prompt in (first, first, second):
        served = journal.prompting.serve(prompt)
        journal.writing.save(replace(journal.writing.blank(served), text="An answer."))
    journal.prompting.serve(journal.guide.prompts[-1])
    assert journal.progress.progress() == {"wind": UnitProgress(visited=True), "boats": UnitProgress(written=2)}


def test_where_one_stopped_is_kept_for_each_part(journal: Journal) -> None:
    journal.progress.stop_at({"harbour": 250, "weather": 0})
    journal.progress.stop_at({"weather": 900})

    assert journal.progress.stopped() == {"harbour": 250, "weather": 900}
