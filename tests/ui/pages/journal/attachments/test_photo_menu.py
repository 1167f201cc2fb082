"""The menu of the text, where it is asked for on the line of a photo."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QContextMenuEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu

from tests.fakes import photos
from tests.fakes.photos import encoded, picture
from tests.ui.pages.journal.attachments.test_adding import album, files, give, kept, text
from tests.ui.pages.journal.conftest import Desk
from trustjournal.domain.attachment import Attachment, picture_text
from trustjournal.ui.pages.journal.attachments.copy_question import CopyQuestion


@pytest.fixture
def one(desk: Desk, tmp_path: Path) -> Attachment:
    """An entry with a photo between its words."""
    (tmp_path / "one.png").write_bytes(photos.telling_png())
    desk.visit("new")
    desk.type("Before")
    give(desk, files(tmp_path / "one.png"))
    desk.type("after")
    desk.pause()
    (photo,) = kept(desk)
    return photo


def menu_at(desk: Desk, position: int) -> dict[str, QAction]:
    """The menu as the right mouse button opens it, by its words."""
    editor = desk.page.sheet.text
    place = editor.rect_of(position).center()
    event = QContextMenuEvent(QContextMenuEvent.Reason.Mouse, place, editor.viewport().mapToGlobal(place))
    QApplication.sendEvent(editor.viewport(), event)
    menu = editor.findChildren(QMenu)[-1]
    menu.close()
    return {action.text(): action for action in menu.actions()}


def test_it_leads_to_the_photo(desk: Desk, one: Attachment) -> None:
    menu = menu_at(desk, text(desk).index("!["))
    assert list(menu)[:3] == ["Look at the photo", "Save a copy…", "Remove from the text"]
    menu["Look at the photo"].trigger()
    desk.settle()
    assert album(desk).viewer.isVisible()
    assert album(desk).viewer.name.text() == "one.png"


def test_it_asks_before_a_copy_leaves(desk: Desk, one: Attachment) -> None:
    menu_at(desk, text(desk).index("!["))["Save a copy…"].trigger()
    (question,) = desk.page.findChildren(CopyQuestion)
    assert "not be encrypted" in question.accessibleName()
    question.close()


def test_a_photo_that_is_removed_from_the_text_stands_beside_it_until_that_is_undone(
    desk: Desk, one: Attachment
) -> None:
    before = text(desk)
    menu_at(desk, before.index("!["))["Remove from the text"].trigger()
    desk.settle()
    assert text(desk) == "Before\n\nafter"
    assert desk.stored(one.entry).text == text(desk)
    assert [beside.name for beside in album(desk).state.beside] == ["one.png"]
    desk.page.sheet.text.undo()
    desk.pause()
    assert text(desk) == before
    assert album(desk).state.beside == ()


def test_of_two_places_of_a_photo_that_one_is_removed_which_was_meant(desk: Desk, one: Attachment) -> None:
    mark = picture_text(one.id, "Photo")
    desk.page.sheet.text.textCursor().insertText(f" 🙂\n{mark}\nend")
    menu_at(desk, text(desk).rindex("![") + 1)["Remove from the text"].trigger()
    assert text(desk) == f"Before\n\n{mark}\nafter 🙂\nend"


def test_a_photo_of_another_entry_cannot_leave_from_here(desk: Desk, one: Attachment) -> None:
    other = desk.write("Other", picture_text(one.id, "us"))
    desk.visit(str(other.id))
    menu = menu_at(desk, 0)
    assert not menu["Save a copy…"].isEnabled()
    assert menu["Remove from the text"].isEnabled()


def test_another_photo_goes_below_one_whose_line_the_caret_is_on(desk: Desk, one: Attachment, tmp_path: Path) -> None:
    (tmp_path / "two.png").write_bytes(photos.telling_png())
    desk.page.sheet.text.set_cursor_position(text(desk).index("![") + 4)
    album(desk)._add([tmp_path / "two.png"])
    desk.settle()
    first, second = (picture_text(photo.id, "Photo") for photo in kept(desk))
    assert text(desk) == f"Before\n\n{first}\n\n{second}\n\nafter"


def test_words_have_their_own_menu(desk: Desk, one: Attachment) -> None:
    assert "Look at the photo" not in menu_at(desk, 2)


def test_the_second_of_the_two_clicks_that_opened_a_photo_does_not_make_it_larger(desk: Desk, tmp_path: Path) -> None:
    (tmp_path / "large.jpg").write_bytes(encoded(picture(2_400, 1_600), "JPEG"))
    desk.visit("new")
    give(desk, files(tmp_path / "large.jpg"))
    album(desk).look_at(kept(desk)[0].id)
    desk.settle()
    canvas = album(desk).viewer.canvas
    QTest.mouseDClick(canvas, Qt.MouseButton.LeftButton)  # without a first click, which was on the text
    assert canvas.is_fitted
    QTest.mouseClick(canvas, Qt.MouseButton.LeftButton)
    QTest.mouseDClick(canvas, Qt.MouseButton.LeftButton)
    assert not canvas.is_fitted
