"""Then and now: what was written to the same prompt at different times, beside each other, if it is wanted."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel

from tests.fakes.clock import FakeClock
from tests.ui.pages.guide.conftest import Build, buttons, places, settle
from trustjournal.domain.change import Changed
from trustjournal.domain.ids import EntryId
from trustjournal.domain.place import Place
from trustjournal.services.journal import Journal
from trustjournal.ui.pages.guide.page import GuidePage


def _write(journal: Journal, clock: FakeClock, day: date, text: str) -> EntryId:
    clock.set(day)
    prompt = journal.guide.prompt("boats.light-0")
    assert prompt is not None
    blank = journal.writing.blank(journal.prompting.serve(prompt))
    return journal.writing.save(replace(blank, text=text)).id


def _at_answers(page: GuidePage) -> GuidePage:
    page.visit(Place("guide", "harbour", {"answers": "boats.light-0"}))
    settle()
    return page


def test_a_row_leads_to_earlier_words(build: Build, journal: Journal, clock: FakeClock) -> None:
    _write(journal, clock, date(2026, 3, 10), "As I saw it.")
    page = build()
    wanted = places(page)

    (look,) = (button for button in buttons(page, "Then and now") if button.isVisible())
    look.click()

    assert wanted == [Place("guide", "harbour", {"answers": "boats.light-0"})]


@pytest.mark.parametrize("way", ["the button", "Escape"])
def test_back_leads_to_what_led_there(build: Build, journal: Journal, clock: FakeClock, way: str) -> None:
    _write(journal, clock, date(2026, 3, 10), "As I saw it.")
    page = _at_answers(build())
    page.first_focus().setFocus()

    if way == "Escape":
        QTest.keyClick(page.then_and_now.back, Qt.Key.Key_Escape)
    else:
        page.then_and_now.back.click()
    settle()

    (row,) = (row for row in page._reading.units[0].write.rows() if row.prompt.id == "boats.light-0")
    assert not page.then_and_now.isVisible()
    assert QApplication.focusWidget() is row.answered.look


def test_the_earlier_and_the_newest_words_stand_beside_each_other(
    build: Build, journal: Journal, clock: FakeClock
) -> None:
    then, now = (
        _write(journal, clock, date(2025, 5, 3), "As I saw it."),
        _write(journal, clock, date(2026, 3, 10), "As I see it."),
    )
    view = _at_answers(build()).then_and_now

    assert view.then.reader.toPlainText() == "As I saw it."
    assert view.now.reader.toPlainText() == "As I see it."
    assert view.then.reader.isReadOnly()
    assert view.now.reader.isReadOnly()
    assert "3 May 2025" in view.then.reader.accessibleName()
    left, right = (side.mapTo(view, side.rect().topLeft()) for side in (view.then, view.now))
    assert left.x() < right.x()
    assert left.y() == right.y()
    wanted = places(view.parentWidget())  # type: ignore[arg-type]  # the page
    view.now.open_button.click()
    view.then.open_button.click()
    assert wanted == [Place("journal", str(now)), Place("journal", str(then))]


def test_in_a_narrow_window_they_stand_under_each_other(build: Build, journal: Journal, clock: FakeClock) -> None:
    _write(journal, clock, date(2025, 5, 3), "As I saw it.")
    _write(journal, clock, date(2026, 3, 10), "As I see it.")
    page = _at_answers(build())

    page.resize(560, 700)
    settle()

    view = page.then_and_now
    upper, lower = (side.mapTo(view, side.rect().topLeft()) for side in (view.then, view.now))
    assert upper.x() == lower.x()
    assert upper.y() < lower.y()


def test_one_of_several_earlier_answers_is_chosen(build: Build, journal: Journal, clock: FakeClock) -> None:
    oldest = _write(journal, clock, date(2024, 5, 3), "The first.")
    _write(journal, clock, date(2025, 5, 3), "The second.")
    _write(journal, clock, date(2026, 3, 10), "The third.")
    page = _at_answers(build())
    view = page.then_and_now
    assert view.then.reader.toPlainText() == "The second."
    assert [view.days.itemText(row) for row in range(view.days.count())] == [
        "Saturday, 3 May 2025",
        "Friday, 3 May 2024",
    ]

    view.days.activated.emit(1)

    assert view.then.reader.toPlainText() == "The first."
    assert page.place().view["then"] == str(oldest)
    again = build()
    again.visit(page.place())
    assert again.then_and_now.then.reader.toPlainText() == "The first."


def test_with_one_answer_there_is_only_then_and_the_way_to_write_again(
    build: Build, journal: Journal, clock: FakeClock
) -> None:
    _write(journal, clock, date(2025, 5, 3), "As I saw it.")
    clock.set(date(2026, 3, 10))
    page = _at_answers(build())
    wanted = places(page)
    assert page.then_and_now.then.isVisible()
    assert not page.then_and_now.now.isVisible()

    page.then_and_now.write.click()

    (place,) = wanted
    assert (place.page, place.item) == ("journal", "new")


def test_going_back_leaves_no_words_on_the_page(build: Build, journal: Journal, clock: FakeClock) -> None:
    _write(journal, clock, date(2025, 5, 3), "As I saw it.")
    page = _at_answers(build())

    page.then_and_now.back.click()
    settle()

    assert page._parts.isVisible()
    assert page.then_and_now.then.reader.toPlainText() == ""
    assert not any("As I saw it" in label.text() for label in page.then_and_now.findChildren(QLabel))
    assert "answers" not in page.place().view


def test_an_answer_that_is_deleted_goes_from_the_view(build: Build, journal: Journal, clock: FakeClock) -> None:
    _write(journal, clock, date(2025, 5, 3), "As I saw it.")
    now = _write(journal, clock, date(2026, 3, 10), "As I see it.")
    page = _at_answers(build())

    journal.writing.delete(now)
    page.refresh(Changed.ENTRIES)

    assert page.then_and_now.then.reader.toPlainText() == "As I saw it."
    assert not page.then_and_now.now.isVisible()
