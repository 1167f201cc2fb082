"""Find in the guide: over everything there is to read, without telling what is folded or switched off."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from tests.ui.pages.guide.conftest import Build, allow_past_pain, settle
from trustjournal.domain.guide import Article, Guide, Unit, UnitText
from trustjournal.domain.guide_text import FindableGuide, GuidePassage, Spot, around, passages_of
from trustjournal.domain.place import Place
from trustjournal.services.journal import Journal
from trustjournal.ui.kit.theme import Theme
from trustjournal.ui.pages.guide.page import GuidePage
from trustjournal.ui.parts.reading_text import ReadingText


def _find(page: GuidePage, words: str) -> None:
    QTest.keyClick(page.first_focus(), Qt.Key.Key_F, Qt.KeyboardModifier.ControlModifier)
    page.find_panel.field.setText(words)
    settle()


def _rows(page: GuidePage) -> list[str]:
    return [page.find_panel.hits.item(row).text() for row in range(page.find_panel.hits.count())]


def _said(page: GuidePage) -> str:
    hits = page.find_panel.hits
    return "\n".join(str(hits.item(row).data(Qt.ItemDataRole.AccessibleTextRole)) for row in range(hits.count()))


def _marked(page: GuidePage) -> list[str]:
    return [
        selection.cursor.selectedText()
        for text in page.findChildren(ReadingText)
        for selection in text.extraSelections()
    ]


def test_titles_texts_key_ideas_prompts_and_articles_are_looked_through(build: Build, journal: Journal) -> None:
    page = build()
    _find(page, "boats")
    assert {"The harbour", "The harbour · Key ideas", "The harbour · Prompt"} <= set(_rows(page))

    _find(page, "anybody can see")
    assert _rows(page) == ["The lighthouse"]
    assert "A light that anybody can see." in _said(page)
    _find(page, "fog")
    assert _rows(page) == ["The lighthouse"]
    _find(page, "WIND")
    assert "Wind" in _rows(page)


def test_words_that_are_nowhere_are_said_not_to_be_found(build: Build) -> None:
    page = build()

    _find(page, "aeroplane")

    assert page.find_panel.count.text() == "Not found"
    assert not page.find_panel.next.isEnabled()


def test_the_field_stays_where_it_is_while_one_types(build: Build) -> None:
    page = build()
    tops = set()
    for words in ("harbour", "nowhere at all", ""):
        _find(page, words)
        tops.add(page.find_panel.field.mapTo(page, page.find_panel.field.rect().topLeft()).y())

    assert len(tops) == 1


def test_a_folded_prompt_is_found_by_its_unit_and_its_words_are_not_shown(build: Build, journal: Journal) -> None:
    allow_past_pain(journal)
    page = build()

    _find(page, "deep question")

    assert _rows(page) == ["The harbour · Prompt", "Wind · Prompt", "Rain · Prompt"]
    assert "A deep prompt, folded" in _said(page)
    assert "A deep question about" not in _said(page)


def test_what_is_switched_off_is_not_found(build: Build) -> None:
    page = build()

    _find(page, "deep question")

    assert _rows(page) == []


def test_f3_goes_on_and_shift_f3_back_also_into_other_parts(build: Build) -> None:
    page = build()
    _find(page, "a first paragraph")
    field = page.find_panel.field

    QTest.keyClick(field, Qt.Key.Key_F3)
    settle()
    assert page.place().item == "harbour"
    assert page.find_panel.count.text() == "1 of 3"
    assert _marked(page) == ["A first paragraph"]
    QTest.keyClick(field, Qt.Key.Key_F3)
    QTest.keyClick(field, Qt.Key.Key_Return)
    settle()
    assert page.place().item == "weather"
    rain = page._reading.units[1]
    assert rain.mapTo(page._reading.viewport(), rain.rect().topLeft()).y() + rain.height() > 0
    assert page.find_panel.count.text() == "3 of 3"
    QTest.keyClick(field, Qt.Key.Key_F3)
    QTest.keyClick(field, Qt.Key.Key_F3, Qt.KeyboardModifier.ShiftModifier)
    settle()

    assert page.find_panel.count.text() == "3 of 3"
    assert _marked(page) == ["A first paragraph"]


def test_a_prompt_past_the_first_ones_is_brought_into_sight(build: Build) -> None:
    page = build()
    _find(page, "light question 5 about boats")

    page.find_panel.step_requested.emit(False)  # noqa: FBT003
    settle()

    (row,) = (row for row in page._reading.units[0].write.rows() if row.prompt.id == "boats.light-5")
    assert row.words.selectedText() == "light question 5 about boats"
    top = row.mapTo(page._reading.viewport(), row.rect().topLeft()).y()
    assert 0 <= top < page._reading.viewport().height()


def test_escape_returns_to_where_one_was(build: Build) -> None:
    page = build()
    bar = page._reading.verticalScrollBar()
    bar.setValue(bar.maximum() // 2)
    settle()
    before = page.place()
    _find(page, "anybody")
    QTest.keyClick(page.find_panel.field, Qt.Key.Key_F3)
    settle()
    assert page.place().item == "lighthouse"

    QTest.keyClick(page.find_panel.field, Qt.Key.Key_Escape)
    settle()

    assert page.place() == before
    assert not page.find_panel.isVisible()
    assert _marked(page) == []
    assert QApplication.focusWidget() is page._parts.lines()["harbour"]


def test_one_can_stay_at_what_was_found(build: Build) -> None:
    page = build()
    _find(page, "anybody")
    assert not page.find_panel.stay.isVisible()
    QTest.keyClick(page.find_panel.field, Qt.Key.Key_F3)

    page.find_panel.stay.click()
    settle()

    assert page.place().item == "lighthouse"
    assert not page.find_panel.isVisible()


def test_the_list_is_walked_with_the_arrow_keys(build: Build) -> None:
    page = build()
    _find(page, "a first paragraph")

    QTest.keyClick(page.find_panel.field, Qt.Key.Key_Down)
    focused: QWidget | None = QApplication.focusWidget()
    assert focused is page.find_panel.hits
    QTest.keyClick(page.find_panel.hits, Qt.Key.Key_Down)
    settle()

    assert page.place().item == "weather"


def test_in_a_narrow_window_what_was_found_stands_over_the_text(build: Build) -> None:
    page = build()
    page.resize(640, 700)
    settle()

    _find(page, "boats")

    panel = page.find_panel
    assert panel.isVisible()
    assert (
        panel.mapTo(page, panel.rect().bottomLeft()).y()
        <= page._reading.mapTo(page, page._reading.rect().topLeft()).y()
    )
    assert page._reading.height() >= page.height() // 3


def test_nothing_is_read_before_somebody_looks_for_something(build: Build, guide: Guide) -> None:
    read = []

    def noticing(unit: Unit) -> Unit:
        def text() -> UnitText:
            read.append(unit.id)
            return unit.text

        return replace(unit, read=text)

    units = [noticing(unit) for unit in guide.units]
    parts = (replace(guide.parts[0], units=(units[0],)), replace(guide.parts[1], units=tuple(units[1:])))
    page = build(guide=replace(guide, parts=parts))
    assert read == ["boats"]

    _find(page, "x")

    assert sorted(read) == ["boats", "rain", "wind"]


def test_a_search_that_fails_is_said(build: Build, journal: Journal, monkeypatch: pytest.MonkeyPatch) -> None:
    page = build()

    def broken(*_: object) -> object:
        raise OSError

    monkeypatch.setattr(type(journal.guide_prompts), "prompts_now", broken)
    _find(page, "boats")

    assert page.find_panel._trouble.isVisible()


def test_the_search_closes_with_another_place_and_remembers_its_words(build: Build, theme: Theme) -> None:
    page = build()
    _find(page, "boats")
    page.find_panel.stay.click()

    page.visit(Place("guide", "weather"))
    QTest.keyClick(page.first_focus(), Qt.Key.Key_F3)

    assert page.find_panel.isVisible()
    assert page.find_panel.field.text() == "boats"
    assert _rows(page)


def test_hits_are_told_in_context_of_whole_words() -> None:
    text = "Some words that come long before the one that is looked for, and then 🙂 the needle stands among many more."
    (hit,) = FindableGuide([GuidePassage("x", Spot.TEXT, 0, text)]).hits("needle")

    assert around(hit, before=14, after=26) == "…then 🙂 the needle stands among many…"
    assert text.encode("utf-16-le")[2 * hit.start : 2 * hit.end].decode("utf-16-le") == "needle"


def _words_to_read(guide: Guide) -> set[str]:
    """Every title, sentence and point there is on the pages of the guide, each as it is set."""
    words: set[str] = set()
    pages: list[Unit | Article] = [*guide.units, *guide.articles]
    for page in pages:
        words |= {page.title, page.text.purpose, page.text.closing_step or ""}
        for section in page.text.sections:
            words |= {section.heading, *(paragraph.text for paragraph in section.paragraphs)}
            words |= {item for paragraph in section.paragraphs for item in paragraph.items}
    for unit in guide.units:
        words |= {*unit.text.key_ideas, *(prompt.text for prompt in unit.prompts)}
    for article in guide.articles:
        words |= {said for fact in article.text.facts for said in (fact.claim, fact.limit, fact.source)}
    return words - {""}


def test_every_word_of_the_guide_is_a_passage(guide: Guide) -> None:
    found = [line for passage in passages_of(guide, lambda _: True) for line in passage.text.split("\n")]

    assert set(found) == _words_to_read(guide)
