"""Photos and files come into an entry: dropped, pasted or chosen; shown in the text or beside it."""

from __future__ import annotations

import base64
from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, Qt, QUrl
from PySide6.QtGui import QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from tests.fakes import photos
from tests.fakes.photos import SECRET
from tests.ui.pages.journal.conftest import Desk
from trustjournal.domain.attachment import Attachment, AttachmentKind, pictures_in
from trustjournal.ui.pages.journal.attachments.album import Album
from trustjournal.ui.pages.journal.attachments.tile import Tile


def album(desk: Desk) -> Album:
    (found,) = desk.page.findChildren(Album)
    return found


def files(*paths: Path) -> QMimeData:
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path)) for path in paths])
    return data


def clip(**formats: bytes) -> QMimeData:
    data = QMimeData()
    for name, content in formats.items():
        data.setData(name.replace("_", "/"), content)
    return data


def give(desk: Desk, data: QMimeData) -> None:
    """As the editor is handed what is pasted or dropped."""
    assert desk.page.sheet.text.canInsertFromMimeData(data)
    desk.page.sheet.text.insertFromMimeData(data)
    desk.settle()


def text(desk: Desk) -> str:
    return desk.page.sheet.text.text()


def kept(desk: Desk) -> tuple[Attachment, ...]:
    (summary,) = desk.journal.finding.newest(1)
    return desk.journal.attaching.of_entry(summary.id)


@pytest.fixture
def photo(tmp_path: Path) -> Path:
    path = tmp_path / "beach.jpg"
    path.write_bytes(photos.telling_jpeg())
    return path


@pytest.fixture
def paper(tmp_path: Path) -> Path:
    path = tmp_path / "letter.pdf"
    path.write_bytes(b"%PDF-1.7 " + SECRET)
    return path


def test_a_photo_that_is_dropped_stands_in_the_text_and_in_the_journal(desk: Desk, photo: Path) -> None:
    desk.visit("new")
    desk.type("A day at the sea")
    give(desk, files(photo))
    (one,) = kept(desk)
    assert text(desk) == f"A day at the sea\n\n![Photo](tj:{one.id.hex})\n"
    assert desk.stored(one.entry).text == text(desk)
    assert (one.kind, one.name, one.media_type) == (AttachmentKind.PHOTO, "beach.jpg", "image/jpeg")
    assert SECRET not in desk.journal.attaching.data(one.id)
    assert desk.line(one.entry).summary.photos == 1
    assert not album(desk).strip.isVisible()


def test_a_page_without_a_word_is_stored_for_a_photo(desk: Desk, photo: Path) -> None:
    desk.visit("new")
    give(desk, files(photo))
    (one,) = kept(desk)
    assert desk.stored(one.entry).text == f"![Photo](tj:{one.id.hex})\n"
    desk.type("at last")
    desk.pause()
    assert desk.stored(one.entry).text.endswith("at last")
    assert desk.journal.finding.count() == 1


def test_words_typed_while_a_photo_is_on_its_way_are_in_the_same_entry(desk: Desk, photo: Path) -> None:
    desk.visit("new")
    desk.page.sheet.text.insertFromMimeData(files(photo))
    desk.type("before ")
    desk.page.sheet.pause_now()
    for _ in range(12):
        desk.type("x")
        desk.page.sheet.pause_now()
        desk.tasks.step()
    desk.settle()
    assert desk.journal.finding.count() == 1
    (one,) = kept(desk)
    assert one.id.hex in desk.stored(one.entry).text
    assert "before x" in desk.stored(one.entry).text


def test_a_file_is_kept_as_it_came_and_stands_under_the_text_with_a_word_about_it(desk: Desk, paper: Path) -> None:
    desk.visit("new")
    give(desk, files(paper))
    (one,) = kept(desk)
    assert desk.journal.attaching.data(one.id) == paper.read_bytes()
    assert text(desk) == ""
    strip = album(desk).strip
    assert strip.isVisible()
    assert [tile.accessibleName().partition(" ")[0] for tile in strip.tiles] == ["letter.pdf"]
    assert "PDF" in strip.tiles[0].accessibleName()
    assert "who made it" in strip.note.text()
    assert "who made it" in desk.toasts[-1].text
    assert desk.line(one.entry).summary.photos == 0


def test_several_come_in_their_order_and_what_is_refused_is_named(desk: Desk, photo: Path, tmp_path: Path) -> None:
    other, half = tmp_path / "other.jpg", tmp_path / "half.jpg"
    other.write_bytes(photos.telling_png())
    half.write_bytes(photos.telling_jpeg()[:400])
    desk.visit("new")
    give(desk, files(photo, half, other))
    assert [one.name for one in kept(desk)] == ["beach.jpg", "other.jpg"]
    assert [mark.id for mark in pictures_in(text(desk))] == [one.id for one in kept(desk)]
    assert "half.jpg" in desk.toasts[-1].text
    assert "cannot be read" in desk.toasts[-1].text


def test_each_reason_is_said_of_several_that_are_refused(desk: Desk, photo: Path, tmp_path: Path) -> None:
    half, empty, other = (tmp_path / name for name in ("half.jpg", "empty.txt", f"{'long' * 30}.txt"))
    half.write_bytes(photos.telling_jpeg()[:400])
    empty.touch()
    other.touch()
    desk.visit("new")
    give(desk, files(empty, photo, half, other, tmp_path / "gone.pdf"))
    assert [one.name for one in kept(desk)] == ["beach.jpg"]
    assert desk.toasts[-1].text == (
        "Not added: “empty.txt”, “longlonglonglonglonglonglon…longlong.txt”: The file is empty."
        " “half.jpg”: The photo cannot be read. “gone.pdf”: The file could not be read."
    )


def test_many_that_are_refused_for_one_reason_are_counted(desk: Desk, tmp_path: Path) -> None:
    empty = [tmp_path / f"{number}.txt" for number in range(30)]
    for path in empty:
        path.touch()
    desk.visit("new")
    give(desk, files(*empty))
    assert desk.toasts[-1].text == "Not added: “0.txt”, “1.txt”, “2.txt”, “3.txt”, … (30): The file is empty."


def test_a_picture_from_the_clipboard_is_taken_as_it_is_and_never_decoded_here(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(QMimeData, "imageData", lambda _self: pytest.fail("the window decodes a stranger's picture"))
    desk.visit("new")
    give(desk, clip(image_png=photos.telling_png(), text_html=b"<img src='https://example.org/a.png'>"))
    (one,) = kept(desk)
    assert one.media_type == "image/png"
    assert SECRET not in desk.journal.attaching.data(one.id)


@pytest.mark.parametrize("kind", ["image/svg+xml", "image/tiff", "application/x-qt-image", "image/bmp"])
def test_other_pictures_on_the_clipboard_are_left_alone(desk: Desk, kind: str) -> None:
    desk.visit("new")
    data = QMimeData()
    data.setData(kind, b"<svg/>")
    if kind == "application/x-qt-image":
        data.setImageData(QImage(4, 4, QImage.Format.Format_RGB32))
    assert not desk.page.sheet.text.canInsertFromMimeData(data)
    desk.page.sheet.text.insertFromMimeData(data)
    desk.settle()
    assert text(desk) == ""
    assert desk.journal.finding.count() == 0


def test_words_with_a_picture_of_themselves_are_pasted_as_words(desk: Desk) -> None:
    desk.visit("new")
    give(desk, clip(image_png=photos.telling_png(), **{"text_plain;charset=utf-8": b"a table"}))
    assert text(desk) == "a table"


def test_a_file_on_another_computer_is_not_fetched(desk: Desk) -> None:
    desk.visit("new")
    data = QMimeData()
    data.setUrls([QUrl("file://server/share/photo.jpg"), QUrl("https://example.org/photo.jpg")])
    desk.page.sheet.text.insertFromMimeData(data)
    desk.settle()
    assert text(desk) == ""
    assert desk.journal.finding.count() == 0
    assert desk.toasts == []  # nor was it tried


def test_the_pictures_of_a_pasted_page_are_kept_where_they_stood(desk: Desk) -> None:
    source = base64.b64encode(photos.telling_png()).decode()
    page = f"<p>Before</p><p><img alt='us' src='data:image/png;base64,{source}'></p><p>After</p>"
    desk.visit("new")
    give(desk, clip(text_html=page.encode(), **{"text_plain;charset=utf-8": b"Before After"}))
    (one,) = kept(desk)
    assert f"![us](tj:{one.id.hex})" in text(desk)
    assert text(desk).index("Before") < text(desk).index("tj:") < text(desk).index("After")


def test_one_can_be_chosen_with_a_key(desk: Desk, photo: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[str] = []

    def choose(parent: QWidget, title: str, chosen: Callable[[Sequence[Path]], None]) -> None:
        asked.append(title)
        chosen([photo])

    desk.visit("new")
    one = album(desk)
    monkeypatch.setattr(one, "_dialogs", replace(one._dialogs, ask_for_files=choose))
    desk.page.sheet.text.setFocus()
    desk.press(Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier)
    assert len(asked) == 1
    assert len(kept(desk)) == 1


def test_what_is_under_way_is_shown_and_can_be_stopped(desk: Desk, tmp_path: Path) -> None:
    large = tmp_path / "film.mp4"
    large.write_bytes(b"\x00\x00\x00\x18ftypisom" + bytes(3_500_000))
    desk.visit("new")
    desk.page.sheet.text.insertFromMimeData(files(large, large))
    strip = album(desk).strip
    assert "film.mp4" in strip.progress_words.text()
    assert "1" in strip.progress_words.text()
    while not strip.progress.percent:
        desk.tasks.step()
    assert 0 < strip.progress.percent < 100
    QTest.mouseClick(strip.stop, Qt.MouseButton.LeftButton)
    desk.settle()
    assert kept(desk) == ()
    assert not strip.isVisible()
    assert desk.journal._database.rows("SELECT 1 FROM attachment_part") == []


def test_saves_go_between_the_pieces_of_a_large_file(desk: Desk, tmp_path: Path) -> None:
    large = tmp_path / "film.mp4"
    large.write_bytes(b"\x00\x00\x00\x18ftypisom" + bytes(9_500_000))
    desk.visit("new")
    desk.page.sheet.text.insertFromMimeData(files(large))
    strip = album(desk).strip
    while not strip.progress.percent:
        desk.tasks.step()
    desk.type("words meanwhile")
    desk.page.sheet.pause_now()
    desk.tasks.step()
    desk.tasks.step()
    (summary,) = desk.journal.finding.newest(1)
    assert summary.excerpt == "words meanwhile"
    assert strip.progress.percent < 100
    desk.settle()
    assert len(kept(desk)) == 1


def test_a_photo_lands_in_the_entry_it_was_given_to(desk: Desk, photo: Path) -> None:
    old = desk.write("Old", "words")
    desk.visit(str(old.id))
    desk.page.sheet.text.insertFromMimeData(files(photo))
    desk.page.start_new()
    desk.settle()
    assert text(desk) == ""
    assert [one.name for one in desk.journal.attaching.of_entry(old.id)] == ["beach.jpg"]
    assert desk.stored(old.id).text == "words"
    desk.visit(str(old.id))
    (tile,) = album(desk).strip.tiles
    album(desk).strip.put_in_text_requested.emit(tile.attachment)
    desk.settle()
    assert tile.attachment.id.hex in desk.stored(old.id).text
    assert not album(desk).strip.isVisible()


def test_undo_in_the_text_leaves_the_photo_beside_it(desk: Desk, photo: Path) -> None:
    desk.visit("new")
    desk.type("words")
    give(desk, files(photo))
    desk.page.sheet.text.undo()
    desk.pause()
    assert text(desk) == "words"
    assert [tile.attachment.name for tile in album(desk).strip.tiles] == ["beach.jpg"]


def test_nothing_can_be_added_where_no_entry_is(desk: Desk) -> None:
    desk.visit()
    album(desk).ask_for_files()
    assert desk.journal.finding.count() == 0


def test_a_tile_says_what_it_is_and_opens_a_menu_by_key(desk: Desk, paper: Path) -> None:
    desk.visit("new")
    give(desk, files(paper))
    (tile,) = album(desk).strip.tiles
    assert isinstance(tile, Tile)
    tile.setFocus()
    QTest.keyClick(tile, Qt.Key.Key_Return)
    popup = QApplication.activePopupWidget()
    assert popup is not None
    assert [action.text() for action in popup.actions()] == ["Save a copy…", "Remove"]
    popup.close()
