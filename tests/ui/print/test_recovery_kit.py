"""The kit says all that is needed, on one page, and no more than may stand on paper."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import QBuffer, QIODevice
from PySide6.QtGui import QPageSize, QPdfWriter, QTextDocument
from PySide6.QtWidgets import QApplication

from tests.ui.linguist import translator_that_says
from tests.ui.made_up_language import in_no_language
from trustjournal.errors import StorageFailedError, StorageReadOnlyError
from trustjournal.host.resources import resources_folder
from trustjournal.ui.print.pdf_file import save_pdf
from trustjournal.ui.print.recovery_kit import COMMANDS, SCRIPT, RecoveryKit, draw_kit, kit_page

CODE = "0W40-J2GB-1G6G-W3RG-2491-650N-2RXM-YRA6"
KIT = RecoveryKit(CODE, "9f3c21d07a55e4b1", date(2026, 3, 1))


@pytest.fixture
def device(qapp: QApplication) -> Iterator[QPdfWriter]:
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    writer = QPdfWriter(buffer)
    writer.setPageSize(QPageSize(QPageSize.PageSizeId.A4))
    yield writer
    del writer


def words(page: QTextDocument) -> str:
    return re.sub(r"\s+", " ", page.toPlainText())


def test_the_kit_names_the_code_the_journal_and_the_day(device: QPdfWriter) -> None:
    said = words(kit_page(KIT, device))
    for number, group in enumerate(CODE.split("-"), start=1):
        assert f"{number} {group}" in said
    assert KIT.vault in said
    assert "2026" in said
    assert "No passphrase stands here. Where both are lost, there is no way in." in said


def test_the_kit_names_the_script_and_commands_that_the_program_ships(device: QPdfWriter) -> None:
    said = words(kit_page(KIT, device))
    script = resources_folder() / "recovery" / SCRIPT
    head = script.read_text(encoding="utf-8").partition("from __future__")[0]
    for command in COMMANDS:
        assert command in said
        assert command in head


@pytest.mark.parametrize("size", [QPageSize.PageSizeId.A4, QPageSize.PageSizeId.A5, QPageSize.PageSizeId.Letter])
def test_the_kit_is_one_page(device: QPdfWriter, size: QPageSize.PageSizeId) -> None:
    device.setPageSize(QPageSize(size))
    assert kit_page(KIT, device).pageCount() == 1


def test_the_kit_is_one_page_also_in_a_language_of_long_words(
    device: QPdfWriter, qapp: QApplication, tmp_path: Path
) -> None:
    translator = translator_that_says(in_no_language, tmp_path)
    qapp.installTranslator(translator)
    page = kit_page(KIT, device)
    qapp.removeTranslator(translator)
    assert "⟦" in page.toPlainText()
    assert page.pageCount() == 1


def test_what_stands_in_the_kit_is_never_taken_for_markup(device: QPdfWriter) -> None:
    odd = RecoveryKit(CODE, "<img src='file:///x'>", date(2026, 3, 1))
    assert "<img src='file:///x'>" in words(kit_page(odd, device))


def test_a_kit_does_not_show_its_code_to_developers() -> None:
    assert CODE not in repr(KIT)


# As a file ----------------------------------------------------------------------------------------


def test_a_saved_kit_is_for_its_owner_alone_and_its_properties_say_nothing(qapp: QApplication, tmp_path: Path) -> None:
    file = tmp_path / "Document.pdf"
    save_pdf(file, lambda device: draw_kit(KIT, device))
    content = file.read_bytes()
    assert content.startswith(b"%PDF")
    assert file.stat().st_mode & 0o077 == 0
    assert b"TrustJournal" not in content
    assert b"/Title ()" in content
    assert b"/Creator ()" in content
    assert list(tmp_path.iterdir()) == [file]


def test_a_file_that_is_there_is_replaced_whole(qapp: QApplication, tmp_path: Path) -> None:
    file = tmp_path / "Document.pdf"
    file.write_bytes(b"x" * 1_000_000)
    save_pdf(file, lambda device: draw_kit(KIT, device))
    assert len(file.read_bytes()) < 1_000_000


def test_a_place_that_takes_no_file_is_told(qapp: QApplication, tmp_path: Path) -> None:
    with pytest.raises(StorageReadOnlyError):
        save_pdf(tmp_path, lambda device: draw_kit(KIT, device))
    with pytest.raises(StorageFailedError):
        save_pdf(tmp_path / "no" / "x.pdf", lambda device: draw_kit(KIT, device))
