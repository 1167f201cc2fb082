"""Moving through time, choosing whose ratings are drawn, and coming back to the same place."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from tests.fakes.clock import FakeClock
from tests.ui.pages.timeline.conftest import TODAY, LogWeeks
from trustjournal.domain.change import Changed
from trustjournal.domain.timeline import Span, Timeline
from trustjournal.errors import TrustJournalError
from trustjournal.services.journal import Journal
from trustjournal.services.looking_back import TimelineService
from trustjournal.ui.kit.tasks import InlineTasks
from trustjournal.ui.pages.timeline.presenter import MOST_PEOPLE, TimelinePresenter, TimelineState


@pytest.fixture
def shown() -> list[TimelineState]:
    return []


@pytest.fixture
def presenter(journal: Journal, clock: FakeClock, shown: list[TimelineState]) -> TimelinePresenter:
    return TimelinePresenter(timelines=journal.looking_back, clock=clock, tasks=InlineTasks(), show=shown.append)


def _drawn(presenter: TimelinePresenter) -> list[str]:
    return [series.name for series in presenter.state.drawn]


def _days(presenter: TimelinePresenter) -> tuple[date, date]:
    assert presenter.state.timeline is not None
    return presenter.state.timeline.first_day, presenter.state.timeline.last_day


def test_a_journal_with_nothing_in_it_is_known_as_empty(presenter: TimelinePresenter) -> None:
    presenter.visit({})
    assert presenter.state.is_journal_empty
    assert not presenter.state.can_go_earlier


def test_half_a_year_up_to_today_comes_first(presenter: TimelinePresenter, log_weeks: LogWeeks) -> None:
    log_weeks(3, "Alex")
    presenter.visit({})
    assert _days(presenter) == (date(2025, 9, 11), TODAY)
    assert (presenter.state.can_go_earlier, presenter.state.can_go_later) == (True, False)
    assert not presenter.state.is_journal_empty


def test_earlier_goes_to_the_stretch_before_and_later_comes_back(
    presenter: TimelinePresenter, log_weeks: LogWeeks
) -> None:
    log_weeks(20, "Alex")
    presenter.visit({"span": "month"})
    first, last = _days(presenter)
    presenter.go_earlier()
    assert _days(presenter)[1] == first - timedelta(days=1)
    assert presenter.state.can_go_later
    presenter.go_later()
    assert _days(presenter)[1] == last
    assert presenter.view()["until"] is None, "back at today it follows today again"


def test_before_the_first_day_ever_there_is_no_earlier(presenter: TimelinePresenter, log_weeks: LogWeeks) -> None:
    log_weeks(1, "Alex")
    presenter.visit({"span": "month"})
    presenter.go_earlier()
    assert presenter.state.timeline is not None
    assert presenter.state.timeline.is_empty
    assert not presenter.state.is_journal_empty
    assert not presenter.state.can_go_earlier
    assert presenter.state.can_go_later


def test_all_has_no_earlier_and_no_later(presenter: TimelinePresenter, log_weeks: LogWeeks) -> None:
    log_weeks(60, "Alex")
    presenter.visit({})
    presenter.choose_span(Span.ALL)
    assert _days(presenter) == (TODAY - timedelta(days=1 + 59 * 7), TODAY)
    assert (presenter.state.can_go_earlier, presenter.state.can_go_later) == (False, False)


def test_at_most_four_people_are_drawn_in_the_order_of_the_list(
    presenter: TimelinePresenter, log_weeks: LogWeeks
) -> None:
    log_weeks(2, "Sam", "Alex", "Noor", "Kim", "Ida")
    presenter.visit({})
    assert _drawn(presenter) == ["Sam", "Alex", "Noor", "Kim"]
    assert not presenter.state.can_draw_more
    assert presenter.state.timeline is not None
    everybody = {series.name: series.person for series in presenter.state.timeline.trust}
    presenter.draw(everybody["Ida"], drawn=True)
    assert len(_drawn(presenter)) == MOST_PEOPLE
    assert "Ida" not in _drawn(presenter)
    presenter.draw(everybody["Sam"], drawn=False)
    assert _drawn(presenter) == ["Alex", "Noor", "Kim"], "a wish that could not be met is not kept for later"
    presenter.draw(everybody["Ida"], drawn=True)
    assert _drawn(presenter) == ["Alex", "Noor", "Kim", "Ida"]


def test_a_place_brings_back_the_span_the_day_the_people_and_the_table(
    presenter: TimelinePresenter, journal: Journal, clock: FakeClock, log_weeks: LogWeeks
) -> None:
    log_weeks(20, "Sam", "Alex")
    presenter.visit({"span": "month"})
    presenter.go_earlier()
    presenter.show_table(table=True)
    presenter.draw(presenter.state.drawn[0].person, drawn=False)
    again = TimelinePresenter(timelines=journal.looking_back, clock=clock, tasks=InlineTasks(), show=lambda state: None)
    again.visit(presenter.view())
    assert (again.state.span, _days(again), again.state.is_table, _drawn(again)) == (
        Span.MONTH,
        _days(presenter),
        True,
        ["Alex"],
    )


def test_a_view_that_makes_no_sense_is_not_followed(presenter: TimelinePresenter) -> None:
    presenter.visit({"span": "century", "until": "soon", "people": "everybody", "table": 3})
    assert presenter.state.span is Span.HALF_YEAR
    assert not presenter.state.is_table
    assert _days(presenter)[1] == TODAY


@pytest.mark.parametrize(
    ("changed", "reads"), [(Changed.CHECK_INS, 1), (Changed.ENTRIES, 1), (Changed.PEOPLE, 1), (Changed.PROMPTS, 0)]
)
def test_only_what_is_shown_is_read_again(
    presenter: TimelinePresenter, shown: list[TimelineState], changed: Changed, reads: int
) -> None:
    presenter.refresh(changed)
    assert len(shown) == reads


def test_a_journal_that_cannot_be_read_is_said_and_the_next_reading_clears_it(
    presenter: TimelinePresenter,
    log_weeks: LogWeeks,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    log_weeks(1, "Alex")

    def refuse(*_args: object, **_kwargs: object) -> Timeline:
        raise TrustJournalError

    with monkeypatch.context() as patch:
        patch.setattr(TimelineService, "timeline", refuse)
        presenter.visit({})
        assert isinstance(presenter.state.trouble, TrustJournalError)
    presenter.refresh(Changed.CHECK_INS)
    assert presenter.state.trouble is None
