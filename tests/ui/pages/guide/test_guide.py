"""The guide page: what is listed, what can be read, what is folded, and where one comes back to."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QRectF, Qt, QUrl
from PySide6.QtGui import QFontMetricsF, QImage, QPainter, QTextDocument
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel
from pytestqt.qtbot import QtBot

from tests.ui.pages.guide.conftest import Build, allow_past_pain, buttons, labels, places, read, settle, write_from
from trustjournal.domain.change import Changed
from trustjournal.domain.guide import Guide
from trustjournal.domain.guide_text import Block, Voice
from trustjournal.domain.place import Place
from trustjournal.domain.prompt import Intensity
from trustjournal.services.journal import Journal
from trustjournal.ui.kit.line_height import column_width
from trustjournal.ui.kit.link_card import LinkCard
from trustjournal.ui.kit.theme import Theme
from trustjournal.ui.pages.guide.part_button import paint_ring
from trustjournal.ui.parts.reading_text import CHARACTERS_A_LINE, ReadingFonts, ReadingText


def test_the_parts_are_listed_in_order_and_the_first_is_open(build: Build, guide: Guide) -> None:
    page = build()

    assert list(page._parts.lines()) == [*(part.id for part in guide.parts), "lighthouse", "own"]
    assert page._parts.lines()[guide.parts[0].id].isChecked()
    assert "Part 2 · 1 minute" in labels(page)
    assert guide.parts[0].title in labels(page)


def test_a_unit_is_read_with_its_headings_points_and_key_ideas(build: Build, guide: Guide) -> None:
    page = build()
    words = read(page)
    unit = guide.parts[0].units[0]

    assert unit.text.sections[1].heading in words
    assert "the first" in words
    assert all(idea in words for idea in unit.text.key_ideas)
    assert unit.text.closing_step in words
    assert unit.text.purpose in labels(page)


def test_a_part_of_two_units_shows_both_under_their_titles_and_their_notes(build: Build, guide: Guide) -> None:
    page = build()

    page._parts.lines()["weather"].click()
    settle()

    assert {"Wind", "Rain"} <= set(labels(page).split("\n"))
    assert "This text gets wet." in labels(page)


def test_a_deep_prompt_is_folded_behind_its_note_until_it_is_shown(
    build: Build, journal: Journal, guide: Guide
) -> None:
    allow_past_pain(journal)
    page = build()
    deep = next(prompt for prompt in guide.prompts if prompt.intensity is Intensity.DEEP)
    assert deep.text not in labels(page)
    assert str(deep.content_note) in labels(page)

    (show,) = buttons(page, f"Show a deep prompt. {deep.content_note}")
    show.setFocus()
    show.click()

    assert deep.text in labels(page)
    focused = QApplication.focusWidget()
    assert focused is not None
    assert focused.accessibleName() == f"Write about this: {deep.text}"


def test_light_and_medium_prompts_past_the_third_come_on_request(build: Build, guide: Guide) -> None:
    page = build()
    light = [p for p in guide.parts[0].units[0].prompts if p.intensity is Intensity.LIGHT]
    assert light[2].text in labels(page)
    assert light[3].text not in labels(page)

    more = next(button for button in page.findChildren(QAbstractButton) if "Light prompts" in button.accessibleName())
    more.click()
    settle()

    assert light[5].text in labels(page)


def test_writing_about_a_prompt_serves_it_and_starts_an_entry(build: Build, journal: Journal, guide: Guide) -> None:
    page = build()
    wanted = places(page)
    prompt = guide.parts[0].units[0].prompts[0]

    buttons(page, f"Write about this: {prompt.text}")[0].click()

    (place,) = wanted
    assert (place.page, place.item) == ("journal", "new")
    assert place.view["served"] == str(journal.prompting.serve(prompt).id)


def test_opening_a_part_marks_its_unit_visited(build: Build, journal: Journal) -> None:
    build()

    assert journal.progress.progress()["boats"].visited


def test_a_unit_further_down_is_visited_only_when_it_comes_into_sight(build: Build, journal: Journal) -> None:
    page = build()
    page._parts.lines()["weather"].click()
    settle()
    assert journal.progress.progress()["wind"].visited
    assert "rain" not in journal.progress.progress()

    bar = page._reading.verticalScrollBar()
    bar.setValue(bar.maximum())
    settle()

    assert journal.progress.progress()["rain"].visited


def test_the_ring_grows_with_reading_and_writing_and_is_said_in_words(build: Build, journal: Journal) -> None:
    page = build()
    ring = page._parts.lines()["harbour"]
    assert ring.accessibleDescription() == "visited"
    read = ring.share
    assert 0 < read < 1

    write_from(journal, "boats.light-0", "One")
    page.refresh(Changed.ENTRIES)

    assert ring.share > read
    assert ring.accessibleDescription() == ring.toolTip() == "visited, 1 prompt written about"
    assert page._parts.lines()["weather"].accessibleDescription() == "not opened yet"


def test_exercises_of_the_part_lead_to_practice(build: Build) -> None:
    page = build()
    wanted = places(page)

    assert not buttons(page, "Other")
    buttons(page, "Settle")[0].click()

    assert wanted == [Place("practice", "settle")]


def test_entries_of_the_part_are_listed_and_lead_to_the_journal(build: Build, journal: Journal) -> None:
    page = build()
    assert "What you write from this part" in labels(page)

    id_ = write_from(journal, "boats.light-0", "Who came back")
    write_from(journal, "wind.light-0", "Elsewhere")
    page.refresh(Changed.ENTRIES)
    wanted = places(page)
    (line,) = (card for card in page.findChildren(LinkCard) if "Who came back" in card.accessibleName())
    assert "Elsewhere" not in labels(page)
    line.click()

    assert wanted == [Place("journal", id_)]


def test_one_comes_back_to_the_part_and_the_line_one_left(build: Build, theme: Theme) -> None:
    page = build()
    page._parts.lines()["weather"].click()
    settle()
    bar = page._reading.verticalScrollBar()
    bar.setValue(bar.maximum() // 2)
    settle()
    left = page.place()
    assert left.item == "weather"

    again = build()
    again.visit(left)
    settle()

    bar = again._reading.verticalScrollBar()
    assert again.place().item == "weather"
    assert abs(bar.value() - bar.maximum() / 2) <= bar.maximum() / 100


def test_a_unit_of_a_part_can_be_gone_to(build: Build) -> None:
    page = build()

    page.visit(Place("guide", "rain"))
    settle()

    assert page.place().item == "weather"
    rain = page._reading.units[1]
    assert 0 <= rain.mapTo(page._reading.viewport(), rain.rect().topLeft()).y() < 100


def test_a_unit_that_is_no_longer_in_the_guide_leads_to_the_first_part(build: Build, guide: Guide) -> None:
    page = build()

    page.visit(Place("guide", "gone"))

    assert page.place().item == guide.parts[0].id


def test_parts_are_chosen_by_arrow_keys(build: Build) -> None:
    page = build()
    first = page.first_focus()
    first.setFocus()

    QTest.keyClick(first, Qt.Key.Key_Down)
    here = QApplication.focusWidget()
    assert here is page._parts.lines()["weather"]

    assert "Side topic: weather" in labels(page)


def test_reading_scrolls_by_keyboard(build: Build) -> None:
    page = build()
    text = page.findChildren(ReadingText)[0]
    text.setFocus()

    QTest.keyClick(text, Qt.Key.Key_PageDown)

    assert page._reading.verticalScrollBar().value() > 0


def test_tab_leads_out_of_the_text(build: Build) -> None:
    page = build()
    text = page.findChildren(ReadingText)[0]
    text.setFocus()

    QTest.keyClick(text, Qt.Key.Key_Tab)

    assert QApplication.focusWidget() is not text


@pytest.mark.parametrize("percent", [100, 200])
def test_no_text_is_cut_off(build: Build, theme: Theme, percent: int) -> None:
    try:
        theme.set_text_percent(percent)
        page = build()
        for text in page.findChildren(ReadingText):
            assert text.height() >= text.document().size().height()
        for label in page.findChildren(QLabel):
            if label.isVisible() and label.wordWrap():
                assert label.height() >= label.heightForWidth(label.width()), label.text()
    finally:
        theme.set_text_percent(100)


def test_no_line_is_longer_than_68_characters(theme: Theme) -> None:
    font = theme.serif_font()
    sentence = "It takes a while to see what a person does with what you tell them. "

    assert column_width(font, CHARACTERS_A_LINE) <= QFontMetricsF(font).horizontalAdvance(sentence[:68]) * 1.04


def test_in_a_narrow_window_the_parts_are_a_menu_and_the_side_is_below(build: Build) -> None:
    page = build()

    page.resize(640, 700)
    settle()

    assert not page._parts.lines()["harbour"].isVisible()
    assert page.first_focus().accessibleName().startswith("Choose a part of the guide")
    side = page._side.mapTo(page._reading.text_column, page._side.rect().topLeft()).y()
    unit = page._reading.units[-1].mapTo(page._reading.text_column, page._reading.units[-1].rect().bottomLeft()).y()
    assert side > unit
    page._parts._actions["weather"].trigger()
    assert page.place().item == "weather"


def test_words_are_never_taken_for_markup_and_nothing_is_loaded(theme: Theme, qtbot: QtBot) -> None:
    text = ReadingText()
    qtbot.addWidget(text)
    words = '<b>bold</b> <img src="file:///etc/hostname"> & so *on* and 2 * 3 = 6'
    fonts = ReadingFonts(theme.serif_font(), theme.serif_font(18))

    text.set_blocks((Block(Voice.TEXT, words),), fonts)
    assert text.toPlainText() == words
    image = text.loadResource(QTextDocument.ResourceType.ImageResource.value, QUrl("file:///etc/hostname"))
    assert image is None


def test_progress_that_cannot_be_read_is_said(build: Build, journal: Journal, monkeypatch: pytest.MonkeyPatch) -> None:
    page = build()

    def broken(_: object) -> object:
        raise OSError

    monkeypatch.setattr(type(journal.progress), "progress", broken)
    page.refresh(Changed.PROMPTS)

    assert page._reading._trouble.isVisible()
    assert page._reading._trouble.text()


def test_the_ring_of_a_part_fills_clockwise_from_the_top(theme: Theme) -> None:
    image = QImage(40, 40, QImage.Format.Format_RGB32)
    painter = QPainter(image)
    paint_ring(painter, QRectF(image.rect()), 0.25, theme)
    painter.end()
    filled, empty = theme.colour("trust"), theme.colour("line")
    assert abs(image.pixelColor(33, 10).red() - filled.red()) < 40
    assert abs(image.pixelColor(6, 10).red() - empty.red()) < 40
