"""Photos are shown in the text and looked at in the window; copies leave with a warning, and removing can be undone."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QImage, QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from tests.fakes import photos
from tests.fakes.photos import encoded, picture
from tests.ui.pages.journal.attachments.test_adding import album, files, give, kept, text
from tests.ui.pages.journal.conftest import Desk
from trustjournal.domain.attachment import Attachment
from trustjournal.ui.pages.journal.attachments import pictures
from trustjournal.ui.pages.journal.attachments.copy_question import CopyQuestion
from trustjournal.ui.pages.journal.attachments.viewer import PhotoViewer


@pytest.fixture
def two(desk: Desk, tmp_path: Path) -> tuple[Attachment, ...]:
    """An entry with two photos in its text, one much larger than the window."""
    (tmp_path / "one.jpg").write_bytes(encoded(picture(2_400, 1_600), "JPEG"))
    (tmp_path / "two.png").write_bytes(photos.telling_png())
    desk.visit("new")
    desk.page.sheet.text.textCursor().insertText("Grüße 🙂 from")
    give(desk, files(tmp_path / "one.jpg", tmp_path / "two.png"))
    return kept(desk)


def viewer(desk: Desk) -> PhotoViewer:
    return album(desk).viewer


def look_at(desk: Desk, attachment: Attachment) -> PhotoViewer:
    desk.page.sheet.text.picture_activated.emit(attachment.id.hex)
    desk.settle()
    return viewer(desk)


def test_the_editor_gets_its_pictures_from_the_journal(desk: Desk, two: tuple[Attachment, ...]) -> None:
    source = album(desk).pictures
    size = source.size_of(two[0].id.hex)
    assert size is not None
    assert (size.width(), size.height()) == (2_400, 1_600)
    desk.settle()
    source.picture(two[0].id.hex, 600)
    desk.settle()
    image = source.picture(two[0].id.hex, 600)
    assert image is not None
    assert image.width() == 600
    assert source.picture("0" * 32, 600) is None
    desk.settle()
    assert source.size_of("0" * 32) is None
    assert desk.tasks.waiting == 0  # what is not there is not asked for again


def test_only_so_many_pictures_are_kept_in_memory(
    desk: Desk, two: tuple[Attachment, ...], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(pictures, "MOST_BYTES", 5_000)
    source = album(desk).pictures
    for one in (*two, *two):
        source.picture(one.id.hex, 600)
        desk.settle()
    assert len(source._images) == 1


def test_a_damaged_picture_is_an_empty_place_and_is_told_where_it_is_looked_at(
    desk: Desk, two: tuple[Attachment, ...]
) -> None:
    with desk.journal._database.transaction():
        desk.journal._database.write("UPDATE attachment_part SET data = zeroblob(length(data))")
    shown = look_at(desk, two[1])
    assert "damaged" in shown.problem.text()
    fresh = pictures.JournalPictures(desk.journal.attaching, desk.tasks)
    fresh.size_of(two[1].id.hex)
    desk.settle()
    fresh.picture(two[1].id.hex, 40)
    desk.settle()
    assert fresh.picture(two[1].id.hex, 40) is None
    assert desk.tasks.waiting == 0


def test_a_photo_is_looked_at_in_place_of_the_page_and_escape_leads_back(
    desk: Desk, two: tuple[Attachment, ...]
) -> None:
    desk.page.sheet.text.setFocus()
    shown = look_at(desk, two[0])
    assert shown.isVisible()
    assert not desk.page.sheet.isVisible()
    assert shown.window() is desk.page.window()
    assert shown.canvas.hasFocus()
    assert shown.place.text() == "1 of 2"
    assert "Photo" in shown.canvas.accessibleName()
    desk.press(Qt.Key.Key_Escape)
    assert desk.page.sheet.isVisible()
    assert not shown.isVisible()
    assert desk.page.sheet.text.hasFocus()


def test_it_is_made_larger_and_smaller_by_keys_and_wheel_and_fits_again(
    desk: Desk, two: tuple[Attachment, ...]
) -> None:
    canvas = look_at(desk, two[0]).canvas
    assert canvas.is_fitted
    fitted = canvas.zoom
    assert fitted < 1
    desk.press(Qt.Key.Key_Plus)
    assert canvas.zoom > fitted
    desk.press(Qt.Key.Key_Minus)
    desk.press(Qt.Key.Key_Minus)
    assert canvas.is_fitted  # never smaller than that
    wheel = QWheelEvent(
        QPointF(10, 10), canvas.mapToGlobal(QPointF(10, 10)), QPoint(), QPoint(0, 240), Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier, Qt.ScrollPhase.NoScrollPhase, False,  # noqa: FBT003
    )  # fmt: skip
    QApplication.sendEvent(canvas, wheel)
    assert canvas.zoom > fitted
    desk.press(Qt.Key.Key_0)
    assert canvas.is_fitted
    for _ in range(40):
        desk.press(Qt.Key.Key_Plus)
    assert canvas.zoom <= 8


def test_what_is_under_the_pointer_stays_there_and_no_edge_comes_into_the_room(
    desk: Desk, two: tuple[Attachment, ...]
) -> None:
    canvas = look_at(desk, two[0]).canvas
    canvas.zoom_by(4, QPointF(300, 200))
    before = canvas._rect()
    canvas.zoom_by(1.5, QPointF(300, 200))
    after = canvas._rect()
    for one in (before, after):
        place = (QPointF(300, 200) - one.topLeft()) / one.width()
        assert place.x() == pytest.approx(((QPointF(300, 200) - before.topLeft()) / before.width()).x(), abs=0.01)
    for _ in range(60):
        desk.press(Qt.Key.Key_Left)
    assert canvas._rect().left() == pytest.approx(0, abs=1)
    QTest.mousePress(canvas, Qt.MouseButton.LeftButton, pos=QPoint(100, 100))
    QTest.mouseMove(canvas, QPoint(60, 100))
    QTest.mouseRelease(canvas, Qt.MouseButton.LeftButton, pos=QPoint(60, 100))
    assert canvas._rect().left() < 0


def test_going_somewhere_on_the_page_leaves_the_photo(desk: Desk, two: tuple[Attachment, ...]) -> None:
    look_at(desk, two[0])
    assert not desk.page.sheet.isVisible()
    desk.visit()
    assert desk.page.sheet.isVisible()
    assert not viewer(desk).isVisible()


def test_one_goes_from_photo_to_photo_and_round(desk: Desk, two: tuple[Attachment, ...]) -> None:
    shown = look_at(desk, two[0])
    desk.press(Qt.Key.Key_PageDown)
    assert (shown.name.text(), shown.place.text()) == ("two.png", "2 of 2")
    desk.press(Qt.Key.Key_Right)
    assert shown.place.text() == "1 of 2"
    desk.press(Qt.Key.Key_PageUp)
    assert shown.place.text() == "2 of 2"


def test_right_to_left_the_arrows_follow_the_reading(desk: Desk, two: tuple[Attachment, ...]) -> None:
    shown = look_at(desk, two[1])
    shown.canvas.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    desk.press(Qt.Key.Key_Left)
    assert shown.place.text() == "1 of 2"


def test_words_about_a_photo_go_into_the_text(desk: Desk, two: tuple[Attachment, ...]) -> None:
    shown = look_at(desk, two[1])
    assert shown.words.text() == "Photo"
    shown.words.setText("Sam [laughing]")
    desk.press(Qt.Key.Key_Escape)
    assert f"![Sam (laughing)](tj:{two[1].id.hex})" in text(desk)
    assert f"![Photo](tj:{two[0].id.hex})" in text(desk)
    assert "(laughing)" in desk.stored(two[1].entry).text


def test_a_photo_beside_the_text_has_no_words_there(desk: Desk, two: tuple[Attachment, ...]) -> None:
    desk.page.sheet.text.undo()
    desk.pause()
    album(desk).look_at(two[0].id)
    desk.settle()
    assert not viewer(desk).words.isVisible()
    assert viewer(desk).place.text() == "1 of 2"


def test_another_entry_ends_the_looking(desk: Desk, two: tuple[Attachment, ...]) -> None:
    other = desk.write("Other", "words")
    shown = look_at(desk, two[0])
    desk.visit(str(other.id))
    assert not shown.isVisible()
    assert desk.page.sheet.isVisible()


def test_a_removed_photo_leaves_the_text_and_comes_back_where_it_was(desk: Desk, two: tuple[Attachment, ...]) -> None:
    before = text(desk)
    look_at(desk, two[0])
    QTest.mouseClick(viewer(desk).remove_button, Qt.MouseButton.LeftButton)
    desk.settle()
    assert viewer(desk).name.text() == "two.png"
    assert two[0].id.hex not in text(desk)
    assert [one.is_removed for one in kept(desk)] == [True, False]
    assert desk.line(two[0].entry).summary.photos == 1
    toast = desk.toasts[-1]
    assert toast.on_action is not None
    toast.on_action()
    desk.settle()
    assert text(desk) == before
    assert desk.stored(two[0].entry).text == before
    assert not any(one.is_removed for one in kept(desk))


def test_undo_in_the_text_brings_a_removed_photo_back_and_the_offer_to_do_so_is_over(
    desk: Desk, two: tuple[Attachment, ...]
) -> None:
    over: list[object] = []
    desk.page.toast_over.connect(over.append)
    album(desk).remove(two[0].id)
    desk.settle()
    assert over == []
    desk.page.sheet.text.undo()
    assert over == [desk.toasts[-1]]
    desk.pause()
    desk.settle()
    assert two[0].id.hex in text(desk)
    assert not any(one.is_removed for one in kept(desk))


def test_a_removal_that_is_undone_before_it_is_said_is_not_said(desk: Desk, two: tuple[Attachment, ...]) -> None:
    said = len(desk.toasts)
    album(desk).remove(two[0].id)
    desk.page.sheet.text.undo()
    desk.settle()
    assert len(desk.toasts) == said
    desk.pause()
    assert not any(one.is_removed for one in kept(desk))


def test_the_last_photo_that_goes_ends_the_looking(desk: Desk, two: tuple[Attachment, ...]) -> None:
    look_at(desk, two[0])
    for _ in two:
        viewer(desk).remove_requested.emit()
        desk.settle()
    assert not viewer(desk).isVisible()
    assert all(one.is_removed for one in kept(desk))


def test_a_photo_of_another_entry_is_shown_and_stays_its_own(desk: Desk, two: tuple[Attachment, ...]) -> None:
    line = f"![us](tj:{two[0].id.hex})"
    other = desk.write("Other", f"copied\n\n{line}\n")
    desk.visit(str(other.id))
    album(desk).pictures.picture(two[0].id.hex, 100)
    desk.settle()
    assert album(desk).pictures.picture(two[0].id.hex, 100) is not None
    shown = look_at(desk, two[0])
    assert not shown.canvas._image.isNull()
    shown.remove_requested.emit()
    desk.settle()
    assert line not in text(desk)
    assert not any(one.is_removed for one in desk.journal.attaching.of_entry(two[0].entry))


def test_a_copy_leaves_only_after_its_warning(
    desk: Desk, two: tuple[Attachment, ...], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    proposed: list[str] = []
    target = tmp_path / "out.jpg"

    def choose(parent: QWidget, title: str, name: str, chosen: Callable[[Path], None]) -> None:
        proposed.append(name)
        chosen(target)

    one = album(desk)
    monkeypatch.setattr(one, "_dialogs", replace(one._dialogs, ask_where_to_save=choose))
    look_at(desk, two[0])
    viewer(desk).copy_requested.emit()
    (question,) = desk.page.findChildren(CopyQuestion)
    assert "not be encrypted" in question.accessibleName()
    assert question.stay.hasFocus()
    assert proposed == []
    question.go_on.click()
    desk.settle()
    assert proposed == ["one.jpg"]
    assert not QImage(str(target)).isNull()
    assert target.read_bytes() == desk.journal.attaching.data(two[0].id)
    assert target.stat().st_mode & 0o777 == 0o600
    assert "not encrypted" in desk.toasts[-1].text


def test_a_damaged_one_overwrites_nothing(
    desk: Desk, two: tuple[Attachment, ...], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    target = tmp_path / "out.jpg"
    target.write_bytes(b"a whole one")
    with desk.journal._database.transaction():
        desk.journal._database.write("UPDATE attachment_part SET data = zeroblob(length(data))")
    album(desk)._presenter.save_copy(two[0].id, target, lambda: pytest.fail("it was saved"))
    desk.settle()
    assert target.read_bytes() == b"a whole one"
    assert "not what was put in" in desk.toasts[-1].text
