"""A page of this day in an earlier year on Today: only if chosen, one at a time, and gone for good when sent away."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date, time

import pytest
from pytestqt.qtbot import QtBot

from tests.fakes.clock import FakeClock
from trustjournal.domain.change import Changed
from trustjournal.domain.entry import Entry
from trustjournal.domain.guide import Guide
from trustjournal.domain.memory import OnThisDay
from trustjournal.domain.moment import Moment
from trustjournal.domain.place import Place
from trustjournal.services.journal import Journal
from trustjournal.ui.kit.tasks import InlineTasks
from trustjournal.ui.kit.theme import Theme
from trustjournal.ui.pages.today import build_today_page
from trustjournal.ui.pages.today.page import TodayPage
from trustjournal.ui.parts.page import ToastMessage


@pytest.fixture
def build(journal: Journal, guide: Guide, clock: FakeClock, theme: Theme, qtbot: QtBot) -> Callable[[], TodayPage]:
    def made() -> TodayPage:
        page = build_today_page(
            prompting=journal.prompting,
            people=journal.people,
            checking_in=journal.checking_in,
            looking_back=journal.looking_back,
            memories=journal.memories,
            guide=guide,
            clock=clock,
            tasks=InlineTasks(),
            theme=theme,
        )
        qtbot.addWidget(page)
        page.resize(1068, 820)
        page.show()
        page.visit(Place("today"))
        return page

    return made


def write(journal: Journal, year: int) -> Entry:
    moment = Moment.on_the_wall(date(year, 3, 10), time(8), "Europe/Rome")
    entry = replace(journal.writing.blank(), title=f"Year {year}", text=f"Words of {year}.", moment=moment)
    return journal.writing.save(entry)


def wants(journal: Journal, choice: OnThisDay) -> None:
    journal.choices.change(replace(journal.choices.settings(), on_this_day=choice))


def test_nothing_is_there_unless_it_was_chosen(journal: Journal, build: Callable[[], TodayPage]) -> None:
    write(journal, 2024)
    page = build()
    assert not page.memory_card.isVisible()
    wants(journal, OnThisDay.ANY)
    page.refresh(Changed.SETTINGS)
    assert page.memory_card.isVisible()


def test_one_page_is_shown_with_its_year_and_another_on_request(
    journal: Journal, build: Callable[[], TodayPage]
) -> None:
    write(journal, 2024)
    write(journal, 2021)
    wants(journal, OnThisDay.ANY)
    card = build().memory_card
    assert card.title.text() == "Year 2024"
    assert card.words.text() == "Words of 2024."
    assert card.when.text().startswith("2 years ago · ")
    card.another.click()
    assert card.title.text() == "Year 2021"
    card.another.click()
    assert card.title.text() == "Year 2024"


def test_with_one_page_there_is_no_other_to_ask_for(journal: Journal, build: Callable[[], TodayPage]) -> None:
    write(journal, 2025)
    wants(journal, OnThisDay.ANY)
    card = build().memory_card
    assert card.when.text().startswith("1 year ago · ")
    assert not card.another.isVisible()


def test_one_that_is_sent_away_does_not_come_back_unless_that_is_undone(
    journal: Journal, build: Callable[[], TodayPage]
) -> None:
    away = write(journal, 2024)
    write(journal, 2021)
    wants(journal, OnThisDay.ANY)
    page = build()
    toasts: list[ToastMessage] = []
    page.toast_requested.connect(toasts.append)
    page.memory_card.never.click()
    assert page.memory_card.title.text() == "Year 2021"
    kept = journal.writing.entry(away.id)
    assert kept is not None
    assert kept.stays_away
    assert kept.text == "Words of 2024."
    undo = toasts[-1].on_action
    assert undo is not None
    undo()
    page.memory_card.another.click()
    assert page.memory_card.title.text() == "Year 2024"


def test_open_leads_to_the_entry(journal: Journal, build: Callable[[], TodayPage]) -> None:
    entry = write(journal, 2024)
    wants(journal, OnThisDay.ANY)
    page = build()
    places: list[Place] = []
    page.go_requested.connect(places.append)
    page.memory_card.open.click()
    assert places == [Place("journal", str(entry.id))]


def test_what_is_not_shown_any_more_is_in_no_label(journal: Journal, build: Callable[[], TodayPage]) -> None:
    write(journal, 2024)
    wants(journal, OnThisDay.ANY)
    page = build()
    page.memory_card.never.click()
    card = page.memory_card
    assert not card.isVisible()
    assert (card.title.text(), card.words.text(), card.when.text()) == ("", "", "")
