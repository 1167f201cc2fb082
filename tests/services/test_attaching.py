"""Photos and files are made ready away from the journal, and kept in it step by step, whole or not at all."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from threading import Event
from uuid import uuid4

import pytest

from tests.fakes import photos
from tests.fakes.announcements import Announcements
from trustjournal.domain.attachment import AttachmentKind, CleanPhoto, NewAttachment
from trustjournal.domain.change import Changed
from trustjournal.domain.entry import Entry
from trustjournal.domain.ids import AttachmentId
from trustjournal.errors import (
    CancelledError,
    FileEmptyError,
    FileTooLargeError,
    FileUnreadableError,
    PhotoDamagedError,
    StorageReadOnlyError,
)
from trustjournal.exchange import plain_files
from trustjournal.services import attaching
from trustjournal.services.attaching import PreparingService
from trustjournal.services.journal import Journal

CLEAN = CleanPhoto("image/jpeg", 4, 3, b"clean", b"small")


@pytest.fixture
def preparing() -> PreparingService:
    def read(data: bytes, stop: Event) -> CleanPhoto:
        if stop.is_set():
            raise CancelledError
        if data.endswith(b"damaged"):
            raise PhotoDamagedError
        return CLEAN

    return PreparingService(read)


@pytest.fixture
def page(journal: Journal, announcements: Announcements) -> Entry:
    page = journal.writing.save(replace(journal.writing.blank(), text="a walk"))
    announcements.taken()
    return page


def file(data: bytes = b"some words") -> NewAttachment:
    return NewAttachment(AttachmentId(uuid4()), AttachmentKind.FILE, "a.txt", "text/plain", data)


def test_a_photo_is_made_anew_and_keeps_its_name(preparing: PreparingService, tmp_path: Path) -> None:
    path = tmp_path / "holiday.txt"  # a name proves nothing
    path.write_bytes(photos.telling_jpeg())
    new = preparing.file(path, Event())
    assert (new.kind, new.name, new.media_type) == (AttachmentKind.PHOTO, "holiday.txt", "image/jpeg")
    assert (new.data, new.preview, new.width, new.height) == (b"clean", b"small", 4, 3)


@pytest.mark.parametrize("data", [b"\x00\x00\x00\x18ftypheic", b"<svg/>", b"II*\x00", b"%PDF-1.7", b"words"])
def test_everything_else_is_kept_as_it_came(preparing: PreparingService, tmp_path: Path, data: bytes) -> None:
    path = tmp_path / "photo.jpg"
    path.write_bytes(data)
    new = preparing.file(path, Event())
    assert (new.kind, new.data, new.width) == (AttachmentKind.FILE, data, None)


def test_what_cannot_be_taken_is_refused(preparing: PreparingService, tmp_path: Path) -> None:
    (tmp_path / "empty").touch()
    (tmp_path / "half").write_bytes(b"\xff\xd8\xff damaged")
    for name, error in (("missing", FileUnreadableError), ("empty", FileEmptyError), ("half", PhotoDamagedError)):
        with pytest.raises(error):
            preparing.file(tmp_path / name, Event())


def test_bytes_from_elsewhere_are_a_photo_or_nothing(
    preparing: PreparingService, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert preparing.photo(photos.telling_png(), Event()).kind is AttachmentKind.PHOTO
    with pytest.raises(PhotoDamagedError):
        preparing.photo(b"<svg/>", Event())
    with pytest.raises(FileEmptyError):
        preparing.photo(b"", Event())
    monkeypatch.setattr(plain_files, "MOST_BYTES", 3)
    with pytest.raises(FileTooLargeError):
        preparing.photo(photos.telling_png(), Event())


def test_what_was_stopped_is_not_made_ready(preparing: PreparingService, tmp_path: Path) -> None:
    (tmp_path / "photo").write_bytes(photos.telling_png())
    (tmp_path / "file").write_bytes(b"words")
    stop = Event()
    stop.set()
    for name in ("photo", "file"):
        with pytest.raises(CancelledError):
            preparing.file(tmp_path / name, stop)


def test_a_large_one_is_kept_in_short_steps_between_which_others_are_saved(
    journal: Journal, page: Entry, announcements: Announcements, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(attaching, "PIECE", 4)
    new, steps = file(), []
    for done in journal.attaching.keeping(new, page.id):
        steps.append(done)
        assert journal.attaching.of_entry(page.id) == ()
        page = journal.writing.save(replace(page, text=page.text + "!"))
    assert steps == [4, 8, 10]
    (kept,) = journal.attaching.of_entry(page.id)
    assert (kept.id, kept.size) == (new.id, 10)
    assert b"".join(journal.attaching.pieces(new.id)) == journal.attaching.data(new.id) == new.data
    assert announcements.taken() == [Changed.ENTRIES] * 4


def test_one_that_is_stopped_leaves_nothing(
    journal: Journal, page: Entry, announcements: Announcements, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(attaching, "PIECE", 4)
    keeping = journal.attaching.keeping(file(), page.id)
    next(keeping)
    keeping.close()
    assert journal.attaching.of_entry(page.id) == ()
    assert journal._database.rows("SELECT 1 FROM attachment_part") == []
    assert announcements.taken() == []


def test_an_entry_that_never_was_gets_nothing(journal: Journal) -> None:
    with pytest.raises(LookupError):
        journal.attaching.keep_at_once(file(), journal.writing.blank().id)
    assert journal._database.rows("SELECT 1 FROM attachment_part") == []


def test_pieces_of_an_earlier_crash_go_with_the_first_new_one_and_not_those_on_their_way(
    journal: Journal, page: Entry
) -> None:
    journal.attaching._store.put_piece(AttachmentId(uuid4()), 0, b"of yesterday")
    one, other = journal.attaching.keeping(file(), page.id), journal.attaching.keeping(file(), page.id)
    next(one)
    next(other)
    assert journal._database.rows("SELECT count(*) FROM attachment_part") == [(2,)]
    assert list(one) == list(other) == []
    assert len(journal.attaching.of_entry(page.id)) == 2


def test_a_page_without_words_is_stored_for_a_photo(journal: Journal) -> None:
    blank = replace(journal.writing.blank(), keeps_blank=True)
    kept = journal.writing.save(blank)
    assert kept.revision == 1
    photo = NewAttachment.of_photo(AttachmentId(uuid4()), "a.jpg", CLEAN)
    journal.attaching.keep_at_once(photo, kept.id)
    assert journal.finding.newest(1)[0].photos == 1
    assert journal.attaching.preview(photo.id) == b"small"


def test_a_small_photo_is_its_own_preview(journal: Journal, page: Entry) -> None:
    photo = NewAttachment.of_photo(AttachmentId(uuid4()), "a.jpg", replace(CLEAN, preview=None))
    journal.attaching.keep_at_once(photo, page.id)
    assert journal.attaching.preview(photo.id) == b"clean"


def test_removing_is_told_and_can_be_undone(journal: Journal, page: Entry, announcements: Announcements) -> None:
    new = file()
    journal.attaching.keep_at_once(new, page.id)
    announcements.taken()
    journal.attaching.remove(new.id)
    removed = journal.attaching.attachment(new.id)
    assert removed is not None
    assert removed.is_removed
    journal.attaching.undo_remove(new.id)
    assert not journal.attaching.of_entry(page.id)[0].is_removed
    assert announcements.taken() == [Changed.ENTRIES] * 2


def test_a_copy_is_for_its_owner_alone(preparing: PreparingService, tmp_path: Path) -> None:
    preparing.write_copy(tmp_path / "copy", [b"some ", b"words"])
    assert (tmp_path / "copy").read_bytes() == b"some words"
    assert (tmp_path / "copy").stat().st_mode & 0o777 == 0o600
    with pytest.raises(StorageReadOnlyError):
        preparing.write_copy(tmp_path, [b"words"])
