"""Reading: articles, letters of one's own choice, texts in another language, and where one stopped."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QMenu

from tests.ui.pages.guide.conftest import Build, buttons, labels, places, read, settle
from trustjournal.domain.guide import Guide
from trustjournal.domain.place import Place
from trustjournal.domain.writing_look import WritingLook
from trustjournal.services.journal import Journal
from trustjournal.ui.pages.guide.page import GuidePage
from trustjournal.ui.parts.reading_text import ReadingText


def _size(page: GuidePage) -> int:
    return page.findChildren(ReadingText)[0].document().defaultFont().pixelSize()


def _open(page: GuidePage, item: str) -> None:
    page._parts.lines()[item].click()
    settle()


def test_an_article_is_read_with_its_claims_limits_and_sources(build: Build) -> None:
    page = build()

    _open(page, "lighthouse")

    assert "A light that anybody can see." in read(page)
    assert "Look up." in read(page)
    said = labels(page)
    assert said.index("Light travels far over water.") < said.index("Not in fog.") < said.index("Someone, “On Light”")
    assert page.place().item == "lighthouse"
    assert not page._side.isVisible()


def test_a_claim_leads_to_the_units_that_make_use_of_it(build: Build) -> None:
    page = build()
    _open(page, "lighthouse")
    wanted = places(page)

    buttons(page, "Wind")[0].click()

    assert wanted == [Place("guide", "wind")]


def test_an_article_about_being_safe_leads_to_help(build: Build) -> None:
    page = build()
    _open(page, "lighthouse")
    wanted = places(page)

    buttons(page, "Help")[0].click()

    assert wanted == [Place("help")]


def test_an_article_can_be_gone_to_and_come_back_to(build: Build) -> None:
    page = build()
    page.visit(Place("guide", "lighthouse"))
    settle()
    left = page.place()

    again = build()
    again.visit(left)

    assert again.place().item == "lighthouse"
    assert again._parts.lines()["lighthouse"].isChecked()


def test_articles_stand_alongside_without_a_ring(build: Build) -> None:
    page = build()

    assert "Alongside" in labels(page)
    assert not page._parts.lines()["lighthouse"]._has_ring
    assert page._parts.lines()["harbour"]._has_ring


def test_a_text_that_is_not_translated_yet_says_so(build: Build, guide: Guide) -> None:
    notice = "This text is in English, because it is not translated yet."
    assert notice not in labels(build())

    page = build(guide=replace(guide, language="it"))
    assert notice in labels(page)
    _open(page, "lighthouse")
    assert notice in labels(page)


def test_letters_grow_and_shrink_by_keys_and_are_kept_for_the_guide_alone(build: Build, journal: Journal) -> None:
    page = build()
    usual = _size(page)

    QTest.keyClick(page.first_focus(), Qt.Key.Key_Plus, Qt.KeyboardModifier.ControlModifier)
    QTest.keyClick(page.first_focus(), Qt.Key.Key_Plus, Qt.KeyboardModifier.ControlModifier)
    assert _size(page) > usual
    page.settle()
    assert journal.choices.settings().reading.zoom_percent == 125
    assert journal.choices.settings().writing == WritingLook()
    larger = _size(page)
    QTest.keyClick(page.first_focus(), Qt.Key.Key_0, Qt.KeyboardModifier.ControlModifier)
    assert _size(page) == usual
    QTest.keyClick(page.first_focus(), Qt.Key.Key_Minus, Qt.KeyboardModifier.ControlModifier)
    assert _size(page) < usual

    assert _size(build()) == larger


def test_prompts_and_claims_grow_with_the_text(build: Build) -> None:
    page = build()
    row = page._reading.units[0].write.rows()[0]
    before = row.words.font().pixelSize()

    page._look.zoom(3)

    assert row.words.font().pixelSize() > before


def test_another_face_is_chosen_in_the_menu(build: Build, journal: Journal) -> None:
    page = build()
    serif = page.findChildren(ReadingText)[0].document().defaultFont().families()
    (menu,) = (menu for menu in page.findChildren(QMenu) if menu is page.more_button.menu())
    (face,) = (action for action in menu.actions() if action.text() == "As the program")

    face.trigger()

    assert page.findChildren(ReadingText)[0].document().defaultFont().families() != serif
    assert face.isChecked()
    page.settle()
    assert journal.choices.settings().reading.face == "system"


def test_larger_letters_leave_one_where_one_was(build: Build) -> None:
    page = build()
    bar = page._reading.verticalScrollBar()
    bar.setValue(bar.maximum() // 2)
    settle()

    page._look.zoom(2)
    settle()

    assert abs(bar.value() - bar.maximum() / 2) <= bar.maximum() / 50


def test_each_part_is_found_where_one_stopped_in_it_also_after_a_restart(build: Build, journal: Journal) -> None:
    page = build()
    bar = page._reading.verticalScrollBar()
    bar.setValue(bar.maximum() // 2)
    settle()
    _open(page, "weather")
    assert bar.value() == 0

    _open(page, "harbour")
    assert abs(bar.value() - bar.maximum() / 2) <= bar.maximum() / 100
    page.settle()
    again = build()
    _open(again, "weather")
    _open(again, "harbour")
    bar = again._reading.verticalScrollBar()

    assert abs(bar.value() - bar.maximum() / 2) <= bar.maximum() / 100


def test_the_page_is_turned_from_the_list(build: Build) -> None:
    page = build()
    bar = page._reading.verticalScrollBar()
    line = page.first_focus()
    line.setFocus()

    QTest.keyClick(line, Qt.Key.Key_PageDown)
    settle()
    assert bar.value() > 0
    QTest.keyClick(line, Qt.Key.Key_PageUp)
    settle()
    assert bar.value() == 0
    assert page.first_focus() is line


def test_who_scrolls_is_not_pulled_back_when_a_text_grows(build: Build) -> None:
    page = build()
    bar = page._reading.verticalScrollBar()
    bar.setValue(bar.maximum() - 10)
    settle()
    here = bar.value()

    page._reading.units[0].write.more_buttons()[0].click()
    settle()

    assert bar.value() == here


def test_in_focus_mode_only_what_is_read_is_left(build: Build) -> None:
    page = build()

    page.set_quiet(True)
    settle()
    assert not page._parts.isVisible()
    assert not page._side.isVisible()
    assert page._reading.isVisible()
    page.set_quiet(False)
    settle()

    assert page._parts.isVisible()
    assert page._side.isVisible()


def test_a_whole_part_is_read_and_worked_with_by_keyboard_alone(build: Build, guide: Guide) -> None:
    page = build()
    first = page.first_focus()
    first.setFocus()
    heard: list[str] = []
    widget = first
    while True:
        QTest.keyClick(widget, Qt.Key.Key_Tab)
        widget = page.focusWidget()
        if widget is first:
            break
        heard.append(widget.accessibleName() or (widget.text() if isinstance(widget, QAbstractButton) else ""))
        assert len(heard) < 200

    unit = guide.parts[0].units[0]
    expected = [
        "Find in the guide (Ctrl+F)",
        "Letters, and printing",
        unit.title,
        f"Key ideas: {unit.title}",
        *(f"Write about this: {prompt.text}" for prompt in unit.prompts[:3]),
        f"Before you go: {unit.title}",
        "Settle",
    ]
    assert [words for words in heard if words in expected] == expected
    assert all(heard)
