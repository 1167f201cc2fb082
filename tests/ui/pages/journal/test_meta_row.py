"""What is said about an entry besides its words: whom and what it is about, how it felt, and its marks."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from tests.ui.pages.journal.conftest import Desk
from trustjournal.domain.entry import Entry
from trustjournal.domain.ids import EntryId
from trustjournal.domain.person import Role
from trustjournal.ui.pages.journal.sheet.link_popover import LinkPopover

CONTROL = Qt.KeyboardModifier.ControlModifier


def opened(desk: Desk, **fields: object) -> EntryId:
    """An entry on the sheet."""
    entry = desk.journal.writing.save(replace(desk.journal.writing.blank(), title="T", text="words", **fields))  # type: ignore[arg-type]
    desk.visit(str(entry.id))
    return entry.id


def popover() -> LinkPopover:
    """The one that is open."""
    (found,) = (one for one in QApplication.topLevelWidgets() if isinstance(one, LinkPopover) and one.isVisible())
    return found


def add(desk: Desk, keys: str) -> None:
    """Type into the field that adds, and press Enter."""
    desk.page.sheet.head.meta.add_link()
    QTest.keyClicks(popover().field, keys)
    QTest.keyClick(popover().field, Qt.Key.Key_Return)
    desk.settle()


def stored(desk: Desk, entry_id: EntryId) -> Entry:
    desk.pause()
    return desk.stored(entry_id)


def test_a_feeling_is_chosen_by_its_beginning_and_stored(desk: Desk) -> None:
    entry = opened(desk)
    add(desk, "relie")
    assert stored(desk, entry).feelings == ("relieved",)
    assert [chip.text() for chip in desk.page.sheet.head.chips()] == ["relieved"]


def test_a_word_of_the_persons_own_is_a_feeling_too(desk: Desk) -> None:
    entry = opened(desk)
    desk.page.sheet.head.meta.add_link()
    field, offers = popover().field, popover().offers
    QTest.keyClicks(field, "Sunday-ish")
    (row,) = (n for n in range(offers.count()) if "feeling" in offers.item(n).text().lower())
    offers.setCurrentRow(row)
    QTest.keyClick(field, Qt.Key.Key_Return)
    desk.settle()
    assert stored(desk, entry).feelings == ("Sunday-ish",)


def test_people_tags_and_feelings_are_added_in_a_row_by_the_keyboard_alone(desk: Desk) -> None:
    sam = desk.journal.people.add("Sam", Role.FRIEND)
    entry = opened(desk)
    desk.page.sheet.head.meta.add_link()
    field = popover().field
    for words in ("sam", "#work", "hopeful"):
        QTest.keyClicks(field, words)
        QTest.keyClick(field, Qt.Key.Key_Comma)
        desk.settle()
    kept = stored(desk, entry)
    assert (kept.people, kept.tags, kept.feelings) == ((sam.id,), ("work",), ("hopeful",))


def test_a_feeling_is_not_offered_twice_and_not_kept_twice(desk: Desk) -> None:
    entry = opened(desk, feelings=("relieved",))
    desk.page.sheet.head.meta.add_link()
    QTest.keyClicks(popover().field, "relieved")
    offers = popover().offers
    assert not any(offers.item(n).text().startswith("relieved ·") for n in range(offers.count()))
    popover().close()
    assert stored(desk, entry).feelings == ("relieved",)


def test_a_chip_takes_its_feeling_away(desk: Desk) -> None:
    entry = opened(desk, feelings=("relieved", "calm"))
    (relieved, _calm) = desk.page.sheet.head.chips()
    relieved.removed.emit()
    desk.settle()
    assert stored(desk, entry).feelings == ("calm",)


def test_a_star_is_put_by_the_button_by_the_keys_and_by_the_menu(desk: Desk) -> None:
    entry = opened(desk)
    sheet = desk.page.sheet
    sheet.head.meta.star.click()
    desk.settle()
    assert stored(desk, entry).is_starred
    sheet.text.setFocus()
    desk.press(Qt.Key.Key_D, CONTROL)
    assert not stored(desk, entry).is_starred
    assert not sheet.head.meta.star.isChecked()
    sheet.marks.star.trigger()
    desk.settle()
    assert stored(desk, entry).is_starred
    assert sheet.head.meta.star.isChecked()


def test_what_is_not_finished_or_for_therapy_says_so_until_its_chip_is_taken_away(desk: Desk) -> None:
    entry = opened(desk)
    sheet = desk.page.sheet
    sheet.marks.draft.trigger()
    sheet.marks.therapy.trigger()
    desk.settle()
    kept = stored(desk, entry)
    assert (kept.is_draft, kept.is_for_therapy) == (True, True)
    assert [chip.text() for chip in sheet.head.chips()] == ["not finished yet", "for therapy"]
    for chip in tuple(sheet.head.chips()):
        chip.removed.emit()
        desk.settle()
    kept = stored(desk, entry)
    assert (kept.is_draft, kept.is_for_therapy) == (False, False)
    assert not sheet.marks.draft.isChecked()


def test_words_that_are_not_stored_yet_are_not_lost_by_a_mark(desk: Desk) -> None:
    entry = opened(desk)
    desk.page.sheet.text.setFocus()
    desk.type("new ")
    desk.page.sheet.head.meta.star.click()
    desk.settle()
    kept = stored(desk, entry)
    assert kept.is_starred
    assert kept.text == "new words"


def test_a_blank_page_is_not_stored_for_a_mark_alone(desk: Desk) -> None:
    desk.visit("new")
    desk.page.sheet.head.meta.star.click()
    desk.settle()
    assert desk.journal.finding.count() == 0
    desk.page.sheet.text.setFocus()
    desk.type("now")
    desk.pause()
    (kept,) = desk.journal.finding.newest(2)
    assert kept.is_starred


def test_a_feeling_alone_is_worth_a_page(desk: Desk) -> None:
    desk.visit("new")
    add(desk, "relie")
    desk.pause()
    (kept,) = desk.journal.finding.newest(2)
    assert kept.feelings == ("relieved",)
