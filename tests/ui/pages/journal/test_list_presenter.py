"""The list's presenter by itself: answers in any order, and entries far down."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, time, timedelta

from typing_extensions import override

from tests.fakes.stepped_tasks import SteppedTasks
from trustjournal.domain.change import Changed
from trustjournal.domain.moment import Moment
from trustjournal.services.journal import Journal
from trustjournal.ui.kit.tasks import Tasks
from trustjournal.ui.pages.journal.entry_list.presenter import EntryListPresenter, ListState
from trustjournal.ui.parts.entry_line import EntryLine, words_of

NEW_YEAR = date(2026, 1, 1)


class BackwardTasks(SteppedTasks):
    """Does the work asked for last first."""

    @override
    def step(self) -> None:
        self._queue.pop()()


def presenter(journal: Journal, tasks: Tasks, shown: list[ListState]) -> EntryListPresenter:
    return EntryListPresenter(
        finding=journal.finding,
        people=journal.people,
        calendar=journal.calendar,
        guide=journal.guide,
        tasks=tasks,
        show=shown.append,
    )


def fill(journal: Journal, count: int) -> None:
    with journal.all_at_once():
        for number in range(count):
            moment = Moment.on_the_wall(NEW_YEAR - timedelta(days=number), time(8, 0), "Europe/Rome")
            journal.writing.save(replace(journal.writing.blank(), title=f"{number}", text="words", moment=moment))


def titles(state: ListState) -> list[str]:
    return [words_of(line.title) for line in state.lines if isinstance(line, EntryLine)]


def test_an_answer_that_comes_late_is_dropped(journal: Journal) -> None:
    fill(journal, 3)
    shown: list[ListState] = []
    tasks = BackwardTasks()
    presented = presenter(journal, tasks, shown)
    presented.search("0")
    presented.search("1")
    tasks.all()
    assert titles(presented.state) == ["1"]


def test_lines_that_say_what_they_said_before_stay_the_same(journal: Journal) -> None:
    fill(journal, 5)
    tasks = SteppedTasks()
    presented = presenter(journal, tasks, [])
    presented.read()
    tasks.all()
    before = tuple(presented.state.lines)
    presented.refresh(Changed.ENTRIES)
    tasks.all()
    entries = [(old, new) for old, new in zip(before, presented.state.lines, strict=True) if isinstance(old, EntryLine)]
    assert all(old is new for old, new in entries)
