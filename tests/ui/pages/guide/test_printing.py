"""A part of the guide on paper or as a PDF: what one chooses of it, and no more."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QPagedPaintDevice, QTextDocument
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget

from tests.ui.pages.guide.conftest import Build, allow_past_pain, settle
from trustjournal.domain.guide import Guide
from trustjournal.services.journal import Journal
from trustjournal.ui.kit.dialogs import Dialogs
from trustjournal.ui.pages.guide.page import GuidePage
from trustjournal.ui.pages.guide.printing.window import GuidePrintingWindow
from trustjournal.ui.print.guide_pages import GuidePages
from trustjournal.ui.print.paged import PagedDrawing
from trustjournal.ui.print.pdf_file import PdfInMemory


@pytest.fixture
def printed(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The words of everything that is drawn."""
    words: list[str] = []
    draw = PagedDrawing.draw

    def noted(self: PagedDrawing, document: QTextDocument) -> None:
        words.append(document.toPlainText())
        draw(self, document)  # type: ignore[arg-type]

    monkeypatch.setattr(PagedDrawing, "draw", noted)
    return words


def _dialogs(path: Path, *, has_printer: bool = False) -> Dialogs:
    def ask(parent: QWidget, title: str, name: str, chosen: Callable[[Path], None]) -> None:
        chosen(path)

    def ask_to_print(parent: QWidget, draw: Callable[[QPagedPaintDevice], None], printed: Callable[[], None]) -> bool:
        if has_printer:
            draw(PdfInMemory().device)
            printed()
        return has_printer

    return Dialogs(ask_where_to_save=ask, ask_to_print=ask_to_print)


def _asked(page: GuidePage) -> GuidePrintingWindow:
    page.print_open()
    settle()
    return page.findChildren(GuidePrintingWindow)[-1]


def test_a_part_becomes_a_pdf_with_its_texts_ideas_and_prompts(
    build: Build, guide: Guide, tmp_path: Path, printed: list[str]
) -> None:
    path = tmp_path / "a.pdf"
    page = build(dialogs=_dialogs(path))
    QTest.keyClick(page.first_focus(), Qt.Key.Key_P, Qt.KeyboardModifier.ControlModifier)
    (window,) = page.findChildren(GuidePrintingWindow)

    window.paper.pdf_button.click()

    unit = guide.parts[0].units[0]
    (words,) = printed
    assert path.read_bytes().startswith(b"%PDF")
    assert "Part 2 · The harbour" in words
    assert "More boats" in words
    assert "•  the first" in words
    assert all(idea in words for idea in unit.text.key_ideas)
    assert "Light: A light question 0 about boats?" in words
    assert unit.text.closing_step in words
    assert window.news.text() == "Done: 1 page."


def test_deep_prompts_and_what_is_switched_off_stay_off_the_paper(
    build: Build, journal: Journal, tmp_path: Path, printed: list[str]
) -> None:
    page = build(dialogs=_dialogs(tmp_path / "a.pdf"))
    window = _asked(page)
    assert not window.with_deep.isVisible()
    window.paper.pdf_button.click()
    assert "A question 3 about boats?" not in printed[-1]
    window.close()

    allow_past_pain(journal)
    page.visit(page.place())
    window = _asked(page)
    window.paper.pdf_button.click()
    assert "A question 3 about boats?" in printed[-1]
    assert "A deep question" not in printed[-1]
    window.with_deep.set_checked(True)
    window.paper.pdf_button.click()
    deep = "•  Deep: Goes deep.\nA deep question about boats?\nTo close: "
    assert deep in printed[-1], "a deep prompt comes after its note, and with its closing step"
    window.with_prompts.set_checked(False)
    window.paper.pdf_button.click()

    assert "question" not in printed[-1]


def test_an_article_is_printed_with_limits_and_sources(build: Build, tmp_path: Path, printed: list[str]) -> None:
    page = build(dialogs=_dialogs(tmp_path / "a.pdf"))
    page._parts.lines()["lighthouse"].click()
    window = _asked(page)
    assert not window.with_prompts.isVisible()

    window.paper.pdf_button.click()

    (words,) = printed
    assert "Its limit: Not in fog." in words
    assert "Source: Someone, “On Light”, 1900" in words


def test_printing_says_when_there_is_no_printer_and_when_it_is_done(build: Build, tmp_path: Path) -> None:
    window = _asked(build(dialogs=_dialogs(tmp_path / "a.pdf")))
    window.paper.print_button.click()
    assert "no printer" in window.news.text()

    window = _asked(build(dialogs=_dialogs(tmp_path / "a.pdf", has_printer=True)))
    window.paper.print_button.click()
    assert window.news.text() == "Done: 1 page."


def test_a_file_that_cannot_be_written_is_said(build: Build, tmp_path: Path) -> None:
    window = _asked(build(dialogs=_dialogs(tmp_path / "gone" / "a.pdf")))

    window.paper.pdf_button.click()

    assert window.news.text()
    assert "Done" not in window.news.text()


def test_a_part_of_several_units_goes_over_several_pages(guide: Guide, printed: list[str]) -> None:
    pdf = PdfInMemory()
    pages = GuidePages(pdf.device, "Serif")
    for _ in range(6):
        pages.draw_part(guide.parts[1], guide.parts[1].units[0].prompts)
    pages.end()

    assert pages.pages > 1
    assert "Side topic: weather" in printed[0]
    assert "Rain" in printed[1]
    assert "A light question 0 about wind?" in printed[0]
