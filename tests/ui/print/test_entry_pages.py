"""Entries on paper: all that was written, readable, and one under the other."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, time

import pytest
from PySide6.QtCore import QBuffer, QIODevice, QSizeF
from PySide6.QtGui import QColor, QFont, QImage, QPageSize, QPdfWriter, QTextCursor
from PySide6.QtWidgets import QApplication

from trustjournal.domain.moment import Moment
from trustjournal.domain.paper import PaperEntry, PaperPicture
from trustjournal.ui.parts.editor.document import SilentDocument
from trustjournal.ui.print.entry_pages import EntryPages
from trustjournal.ui.print.markdown_page import MarkdownWriter

ID = "0123456789abcdef" * 2
MOMENT = Moment.on_the_wall(date(2026, 11, 22), time(21, 14), "Europe/Rome")


def picture(width: int = 80, height: int = 60) -> QImage:
    image = QImage(width, height, QImage.Format.Format_RGB32)
    image.fill(QColor("#336699"))
    return image


def on_paper(text: str, *, show: QImage | None = None) -> SilentDocument:
    """Markdown in a document."""
    document = SilentDocument()
    MarkdownWriter(QTextCursor(document), "Serif", lambda _id: show, most=QSizeF(400, 300)).markdown(text)
    return document


def lines(text: str) -> list[str]:
    return on_paper(text).toPlainText().splitlines()


@pytest.mark.usefixtures("qapp")
class TestMarkdown:
    """Markdown becomes what it stands for."""

    def test_lists_have_their_bullets_numbers_and_boxes(self) -> None:
        assert lines("- one\n- two\n  - inside\n\n3. three\n4. four\n\n- [ ] open\n- [x] done") == [
            "•  one", "•  two", "•  inside", "3.  three", "4.  four", "☐  open", "☑  done",
        ]  # fmt: skip

    def test_a_single_line_end_stays_one(self) -> None:
        assert lines("first\nsecond\n\nthird") == ["first", "second", "third"]

    def test_signs_of_emphasis_become_emphasis(self) -> None:
        document = on_paper("a **bold** and *leaning* and ~~gone~~ word")
        assert document.toPlainText() == "a bold and leaning and gone word"
        cursor = QTextCursor(document)
        cursor.setPosition(4)
        assert cursor.charFormat().fontWeight() == QFont.Weight.Bold
        cursor.setPosition(14)
        assert cursor.charFormat().fontItalic()
        cursor.setPosition(24)
        assert cursor.charFormat().fontStrikeOut()
        cursor.setPosition(32)
        assert not cursor.charFormat().fontStrikeOut()

    def test_markup_of_the_web_is_printed_as_it_was_typed(self) -> None:
        assert lines("<b>x</b> <img src='file:///etc/passwd'>") == ["<b>x</b> <img src='file:///etc/passwd'>"]

    def test_a_link_tells_its_address_where_it_is_one_of_the_web(self) -> None:
        assert lines("[here](https://example.org/x) [file](tj:1)") == ["here (https://example.org/x) file"]

    def test_of_a_picture_from_elsewhere_only_its_description_is_printed(self) -> None:
        asked: list[str] = []
        document = SilentDocument()

        def ask(id_: str) -> QImage | None:
            asked.append(id_)
            return picture()

        writer = MarkdownWriter(QTextCursor(document), "Serif", ask, most=QSizeF(400, 300))
        writer.markdown(f"![away](https://example.org/x.png) ![file](file:///x.png) ![near](tj:{ID})")
        assert asked == [ID]
        assert "away" in document.toPlainText()
        assert "file" in document.toPlainText()
        assert "near" not in document.toPlainText()

    @pytest.mark.parametrize(
        ("size", "shown"), [((80, 60), (80, 60)), ((4000, 300), (400, 30)), ((300, 3000), (30, 300))]
    )
    def test_a_picture_is_never_larger_than_there_is_room(self, size: tuple[int, int], shown: tuple[int, int]) -> None:
        document = on_paper(f"![x](tj:{ID})", show=picture(*size))
        cursor = QTextCursor(document)
        cursor.setPosition(1)
        form = cursor.charFormat().toImageFormat()
        assert (form.width(), form.height()) == shown

    def test_code_keeps_its_lines_and_its_spaces(self) -> None:
        assert lines("```\na\n  b\n```") == ["a", "  b"]


@pytest.fixture
def device(qapp: QApplication) -> Iterator[QPdfWriter]:
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    writer = QPdfWriter(buffer)
    writer.setPageSize(QPageSize(QPageSize.PageSizeId.A4))
    yield writer
    del writer


def pages_of(device: QPdfWriter, *entries: PaperEntry) -> int:
    pages = EntryPages(device, "Serif", lambda _kept: picture(400, 3000))
    pages.draw(entries)
    pages.end()
    return pages.pages


def test_short_entries_share_a_page_and_none_lies_over_another(device: QPdfWriter) -> None:
    short = PaperEntry(MOMENT, "Short", "A few words.")
    tall = PaperEntry(MOMENT, "Tall", "line\n" * 20)
    assert pages_of(device, short) == 1
    assert pages_of(device, short, short, short) == 1
    assert pages_of(device, tall, tall) == 2
    assert pages_of(device, tall, tall, tall, tall) > 2


def test_a_long_entry_goes_on_page_after_page(device: QPdfWriter) -> None:
    assert pages_of(device, PaperEntry(MOMENT, "Long", "word " * 4000)) > 5


def test_a_photo_the_text_shows_takes_its_room(device: QPdfWriter) -> None:
    shown = {ID: PaperPicture("image/png", b"")}
    text = f"![the hall](tj:{ID})"
    two = [PaperEntry(MOMENT, "Photo", text, pictures=shown)] * 2
    assert pages_of(device, *two) == 2
    assert pages_of(device, *[PaperEntry(MOMENT, "None", text)] * 2) == 1
