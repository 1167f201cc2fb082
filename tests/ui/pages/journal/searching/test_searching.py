"""Search on the page: one text, whatever writes it; remarks, completion, saved searches, and hits in the entry."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, time
from typing import TypeVar

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from tests.ui.pages.journal.conftest import Desk
from trustjournal.domain.entry import Entry
from trustjournal.domain.moment import Moment
from trustjournal.domain.person import Role
from trustjournal.ui.kit.chip import Chip
from trustjournal.ui.pages.journal.searching.help_popover import HelpPopover
from trustjournal.ui.pages.journal.searching.offer_popover import OfferPopover
from trustjournal.ui.pages.journal.searching.offers import Category
from trustjournal.ui.pages.journal.searching.saved_popover import SavedPopover
from trustjournal.ui.pages.journal.searching.searching import Searching
from trustjournal.ui.parts.editor import MarkLayer

P = TypeVar("P", bound=QWidget)


@pytest.fixture(autouse=True)
def _nothing_stays_open(qapp: QApplication) -> Iterator[None]:
    yield
    while (popup := qapp.activePopupWidget()) is not None:
        popup.close()


def searching(desk: Desk) -> Searching:
    found = desk.page.findChild(Searching)
    assert isinstance(found, Searching)
    return found


def search(desk: Desk, query: str) -> None:
    desk.page.list.search.put(query)
    desk.settle()


def about(desk: Desk, title: str, text: str, day: date = date(2026, 3, 9), **fields: object) -> Entry:
    entry = replace(desk.journal.writing.blank(), title=title, text=text, **fields)  # type: ignore[arg-type]
    return desk.journal.writing.save(replace(entry, moment=Moment.on_the_wall(day, time(9, 0), "Europe/Rome")))


def told(desk: Desk) -> list[str]:
    """The titles of the entries that are listed."""
    return [title for title in desk.listed if "None" not in title]


def chips(desk: Desk) -> list[str]:
    return [chip.text() for chip in searching(desk).chips.on_chips()]


def saved_names(part: Searching) -> list[str]:
    return [one.name for one in part.presenter.state.saved]


@pytest.fixture
def told_desk(desk: Desk) -> Desk:
    """A page over a few entries of two people."""
    alex, may = desk.journal.people.add("Alex", Role.PARTNER), desk.journal.people.add("Aunt May", Role.FAMILY)
    about(desk, "Sunday", "The door was open. A door again.", people=(alex.id,), tags=("work",), is_starred=True)
    about(desk, "Monday", "No door here.", date(2026, 3, 8), people=(may.id,), tags=("home",))
    about(desk, "A door", "Nothing in the text.", date(2026, 3, 7))
    desk.visit()
    return desk


def test_a_filter_that_is_typed_is_a_chip_and_taking_the_chip_away_takes_it_out_of_the_text(told_desk: Desk) -> None:
    search(told_desk, "door person:alex -is:starred")
    assert [text.replace("\u2068", "") for text in chips(told_desk)] == ["alex", "not Starred"]
    searching(told_desk).chips.on_chips()[1].removed.emit()
    told_desk.settle()
    assert told_desk.page.list.search.text() == "door person:alex"
    assert told(told_desk) == ["Sunday"]
    assert chips(told_desk) == ["alex"]


def test_a_chip_that_is_off_offers_names_and_writes_the_chosen_one_into_the_field(told_desk: Desk) -> None:
    search(told_desk, "door")
    part = searching(told_desk)
    part.chips.adder(Category.PERSON).clicked.emit()
    told_desk.settle()
    popover = popover_of(OfferPopover)
    assert [popover.list.item(row).text() for row in range(popover.list.count())] == ["Alex", "Aunt May"]
    QTest.keyClicks(popover.field, "may")
    QTest.keyClick(popover.field, Qt.Key.Key_Return)
    told_desk.settle()
    assert told_desk.page.list.search.text() == 'door person:"Aunt May"'
    assert told(told_desk) == ["Monday"]
    assert not part.chips.adder(Category.PERSON).isVisible()
    assert part.chips.adder(Category.TAG).isVisible()


@pytest.mark.parametrize(
    ("category", "typed", "term"),
    [
        (Category.TAG, "wo", "tag:work"), (Category.PART, "harbour", "part:2"), (Category.MOOD, "unpl", "mood:<0"),
        (Category.DATE, "2026-03", "on:2026-03"), (Category.DATE, "last w", "on:last-week"),
        (Category.TRUST, "alex", "trust:Alex<5"),
    ],
)  # fmt: skip
def test_every_kind_of_filter_can_be_chosen(told_desk: Desk, category: Category, typed: str, term: str) -> None:
    searching(told_desk).chips.category_requested.emit(category, searching(told_desk).chips.more)
    told_desk.settle()
    popover = popover_of(OfferPopover)
    QTest.keyClicks(popover.field, typed)
    QTest.keyClick(popover.field, Qt.Key.Key_Return)
    told_desk.settle()
    assert told_desk.page.list.search.text() == term


def test_more_offers_stars_photos_and_what_there_is_no_chip_for(told_desk: Desk) -> None:
    search(told_desk, "person:alex")
    part = searching(told_desk)
    part.chips.more.clicked.emit()
    menu = QApplication.activePopupWidget()
    assert menu is not None
    actions = {action.text(): action for action in menu.actions()}
    assert {"Person…", "Feeling…", "Trust…", "Starred", "With a photo"} <= set(actions)
    actions["Starred"].trigger()
    told_desk.settle()
    assert told_desk.page.list.search.text() == "person:alex is:starred"


def test_what_was_not_understood_is_said_and_one_press_mends_it(told_desk: Desk) -> None:
    search(told_desk, "perosn:alex door")
    remarks = searching(told_desk).remarks
    assert remarks.isVisible()
    assert told(told_desk) == ["Sunday", "Monday", "A door"]
    [chip] = remarks.findChildren(Chip)
    assert "person:alex" in chip.text()
    chip.clicked.emit()
    told_desk.settle()
    assert told_desk.page.list.search.text() == "person:alex door"
    assert told(told_desk) == ["Sunday"]
    assert not remarks.isVisible()


def test_names_are_completed_while_they_are_typed(told_desk: Desk) -> None:
    field = told_desk.page.list.search
    field.setFocus()
    told_desk.settle()
    QTest.keyClicks(field, "door person:au")
    popup = searching(told_desk).completer.popup
    assert popup.isVisible()
    QTest.keyClick(popup, Qt.Key.Key_Return)
    assert field.text() == 'door person:"Aunt May" '
    assert not popup.isVisible()
    QTest.keyClick(field, Qt.Key.Key_Return)
    told_desk.settle()
    assert told(told_desk) == ["Monday"]


def test_help_writes_an_example_into_the_field(told_desk: Desk) -> None:
    QTest.keyClick(told_desk.page.list.search, Qt.Key.Key_F1, Qt.KeyboardModifier.ShiftModifier)
    popover = popover_of(HelpPopover)
    example = next(chip for chip in popover.examples if "is:starred" in chip.text())
    example.clicked.emit()
    told_desk.settle()
    assert told_desk.page.list.search.text() == "is:starred"
    assert told(told_desk) == ["Sunday"]


def test_how_many_were_found_is_said_exactly_or_as_more_than_many(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    with desk.journal.all_at_once():
        for number in range(70):
            about(desk, f"{number}", "rain", date(2026, 1, 1 + number % 28))
    desk.visit()
    search(desk, "rain")
    assert desk.page.list.note.text().startswith("70 ")
    for name in ("presenter", "searching"):
        monkeypatch.setattr(f"trustjournal.ui.pages.journal.searching.{name}.MOST_COUNTED", 60)
    search(desk, "rain -snow")
    assert desk.page.list.note.text() == "More than 60 entries found"


def test_a_search_is_saved_run_renamed_deleted_and_brought_back(told_desk: Desk) -> None:
    part = searching(told_desk)
    search(told_desk, "door person:alex")
    part.chips.saved.clicked.emit()
    popover = popover_of(SavedPopover)
    QTest.keyClicks(popover.name, "Doors")
    QTest.keyClick(popover.name, Qt.Key.Key_Return)
    told_desk.settle()
    assert [one.name for one in told_desk.journal.saved_searches.all()] == ["Doors"]
    search(told_desk, "")
    part.chips.saved.clicked.emit()
    popover = popover_of(SavedPopover)
    QTest.keyClick(popover.list, Qt.Key.Key_Return)
    told_desk.settle()
    assert told_desk.page.list.search.text() == "door person:alex"
    assert told(told_desk) == ["Sunday"]
    part.chips.saved.clicked.emit()
    popover = popover_of(SavedPopover)
    QTest.keyClick(popover.list, Qt.Key.Key_F2)
    popover.name.setText("Doors with Alex")
    popover.save_button.click()
    told_desk.settle()
    assert saved_names(part) == ["Doors with Alex"]
    part.chips.saved.clicked.emit()
    QTest.keyClick(popover_of(SavedPopover).list, Qt.Key.Key_Delete)
    told_desk.settle()
    assert saved_names(part) == []
    undo = told_desk.toasts[-1].on_action
    assert undo is not None
    undo()
    told_desk.settle()
    assert saved_names(part) == ["Doors with Alex"]


def test_a_name_that_is_taken_is_told(told_desk: Desk) -> None:
    told_desk.journal.saved_searches.save("Doors", "door")
    search(told_desk, "rain")
    searching(told_desk).presenter.save("doors")
    told_desk.settle()
    assert told_desk.toasts


# Hits in the entry ----------------------------------------------------------------------------


def words_marked(desk: Desk, layer: MarkLayer) -> list[str]:
    text = desk.page.sheet.text
    return [text.text()[start:end] for start, end in text.marks(layer)]


def test_opening_a_hit_marks_all_hits_and_goes_to_the_first(told_desk: Desk) -> None:
    desk = told_desk
    desk.page.list.search.setFocus()
    search(desk, "door")
    desk.press(Qt.Key.Key_Down)
    assert words_marked(desk, MarkLayer.HIT) == ["door", "door"]
    bar = searching(desk).hits.bar
    assert bar.isVisible()
    desk.press(Qt.Key.Key_Down)
    assert words_marked(desk, MarkLayer.CURRENT) == ["door"]
    assert "1" in bar.count.text()
    desk.press(Qt.Key.Key_Up)
    assert bar.count.text().endswith("1 of 2")
    assert desk.page.sheet.text.cursor_position() == 4
    desk.press(Qt.Key.Key_F3)
    assert bar.count.text().endswith("2 of 2")
    desk.press(Qt.Key.Key_Return)
    assert desk.page.sheet.text.hasFocus()
    desk.press(Qt.Key.Key_F3)
    assert bar.count.text().endswith("1 of 2")
    desk.press(Qt.Key.Key_F3, Qt.KeyboardModifier.ShiftModifier)
    assert bar.count.text().endswith("2 of 2")
    desk.press(Qt.Key.Key_Escape)
    assert not bar.isVisible()
    assert words_marked(desk, MarkLayer.HIT) == []
    assert desk.page.list.search.text() == "door"


def test_a_hit_in_the_title_alone_is_marked_there(told_desk: Desk) -> None:
    search(told_desk, "door")
    entry = told_desk.page.list.view.lines()[-1].summary.id  # type: ignore[union-attr]
    told_desk.page.list.view.entry_chosen.emit(entry)
    told_desk.settle()
    assert told_desk.page.sheet.head.title.text() == "A door"
    assert searching(told_desk).hits.bar.count.text().endswith("1 of 1")
    before = told_desk.page.sheet.head.title.grab().toImage()
    searching(told_desk).hits.forget()
    assert told_desk.page.sheet.head.title.grab().toImage() != before
    assert told_desk.page.sheet.head.title.text() == "A door"


def test_words_that_are_no_longer_there_are_no_hit(told_desk: Desk) -> None:
    search(told_desk, "door")
    text = told_desk.page.sheet.text
    assert words_marked(told_desk, MarkLayer.HIT) == ["door", "door"]
    text.set_selection(4, 8)
    QTest.keyClicks(text, "gate")
    assert words_marked(told_desk, MarkLayer.HIT) == ["door"]
    assert "1" in searching(told_desk).hits.bar.count.text()


def test_another_entry_and_an_empty_field_have_no_marks(told_desk: Desk) -> None:
    search(told_desk, "door")
    assert searching(told_desk).hits.bar.isVisible()
    search(told_desk, "")
    assert words_marked(told_desk, MarkLayer.HIT) == []
    assert not searching(told_desk).hits.bar.isVisible()


def test_looking_for_words_in_the_entry_puts_the_hits_of_the_search_away(told_desk: Desk) -> None:
    search(told_desk, "door")
    told_desk.page.sheet.finding.ask()
    assert not searching(told_desk).hits.bar.isVisible()
    assert words_marked(told_desk, MarkLayer.HIT) == []


def test_an_answer_for_an_entry_that_was_left_marks_nothing_in_another(told_desk: Desk) -> None:
    search(told_desk, "door")
    lines = told_desk.page.list.view.lines()
    told_desk.page.list.view.entry_chosen.emit(lines[2].summary.id)  # type: ignore[union-attr]
    told_desk.tasks.step()
    told_desk.page.start_new()
    told_desk.settle()
    assert words_marked(told_desk, MarkLayer.HIT) == []


def popover_of(kind: type[P]) -> P:
    found = QApplication.activePopupWidget()
    assert isinstance(found, kind)
    return found
