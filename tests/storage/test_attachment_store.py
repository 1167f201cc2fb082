"""Photos and files are kept in pieces, counted with their entry, proved when read, and gone when they should be."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from uuid import uuid4

import pytest

from tests.storage.conftest import Stores, entry
from trustjournal.domain.attachment import Attachment, AttachmentKind, NewAttachment, picture_text
from trustjournal.domain.entry import Entry
from trustjournal.domain.ids import AttachmentId, EntryId
from trustjournal.errors import AttachmentDamagedError
from trustjournal.storage.attachment_store import AttachmentStore
from trustjournal.storage.records import ATTACHMENT, Records


def photo(data: bytes = b"pixels", name: str = "one.jpg") -> NewAttachment:
    return NewAttachment(
        AttachmentId(uuid4()), AttachmentKind.PHOTO, name, "image/jpeg", data, 40, 30, preview=b"small"
    )


def file(data: bytes = b"words", name: str = "one.pdf") -> NewAttachment:
    return NewAttachment(AttachmentId(uuid4()), AttachmentKind.FILE, name, "application/pdf", data)


@pytest.fixture
def store(stores: Stores) -> AttachmentStore:
    return AttachmentStore(stores.db)


@pytest.fixture
def page(stores: Stores) -> Entry:
    return stores.entries.save(entry("a walk"))


def put(store: AttachmentStore, new: NewAttachment, owner: EntryId, *, piece: int = 4) -> Attachment:
    for place, start in enumerate(range(0, len(new.data), piece)):
        store.put_piece(new.id, place, new.data[start : start + piece])
    return store.add(new, owner)


def photos_of(stores: Stores, id_: EntryId) -> int:
    summary = stores.entries.summary(id_)
    assert summary is not None
    return summary.photos


def test_what_was_kept_comes_back_piece_by_piece(stores: Stores, store: AttachmentStore, page: Entry) -> None:
    new = photo(b"0123456789")
    kept = put(store, new, page.id)
    assert list(store.pieces(new.id)) == [b"0123", b"4567", b"89"]
    assert store.data(new.id) == new.data
    assert store.preview(new.id) == b"small"
    assert store.of_entry(page.id) == (kept,)
    assert (kept.size, kept.width, kept.height, kept.is_removed) == (10, 40, 30, False)
    assert Records(stores.db).altered(ATTACHMENT) == ()


def test_photos_are_counted_and_files_are_not(stores: Stores, store: AttachmentStore, page: Entry) -> None:
    first = put(store, photo(), page.id)
    put(store, photo(), page.id)
    put(store, file(), page.id)
    assert photos_of(stores, page.id) == 2
    store.remove(first.id)
    store.remove(first.id)
    assert photos_of(stores, page.id) == 1
    store.undo_remove(first.id)
    store.undo_remove(first.id)
    assert photos_of(stores, page.id) == 2


def test_a_photo_makes_nobody_who_writes_the_entry_start_over(
    stores: Stores, store: AttachmentStore, page: Entry
) -> None:
    put(store, photo(), page.id)
    assert stores.entries.save(replace(page, text="a longer walk")).revision == page.revision + 1


def test_a_removed_one_is_still_there_to_be_brought_back(store: AttachmentStore, page: Entry) -> None:
    kept = put(store, photo(), page.id)
    store.remove(kept.id)
    assert store.of_entry(page.id) == (replace(kept, is_removed=True),)
    assert store.data(kept.id) == b"pixels"


def test_a_changed_byte_is_told(stores: Stores, store: AttachmentStore, page: Entry) -> None:
    kept = put(store, photo(b"0123456789"), page.id)
    with stores.db.transaction():
        stores.db.write("UPDATE attachment_part SET data = ? WHERE place = 2", (b"8x",))
    with pytest.raises(AttachmentDamagedError):
        store.data(kept.id)


@pytest.mark.parametrize(
    "what", ["DELETE FROM attachment_part WHERE place = 1", "UPDATE attachment_part SET data = x''"]
)
def test_a_missing_piece_is_told(stores: Stores, store: AttachmentStore, page: Entry, what: str) -> None:
    kept = put(store, photo(b"0123456789"), page.id)
    with stores.db.transaction():
        stores.db.write(what)
    with pytest.raises(AttachmentDamagedError):
        store.data(kept.id)


def test_bytes_beyond_its_size_are_not_its_own(store: AttachmentStore, page: Entry) -> None:
    new = photo(b"0123456789")
    store.put_piece(new.id, 0, b"0123456789")
    kept = store.add(new, page.id)
    store.put_piece(new.id, 1, b"more")
    assert store.data(kept.id) == b"0123456789"


def test_half_of_one_is_never_taken_for_it(store: AttachmentStore, page: Entry) -> None:
    new = photo(b"0123456789")
    store.put_piece(new.id, 0, b"0123")
    with pytest.raises(ValueError, match="pieces"):
        store.add(new, page.id)
    assert store.of_entry(page.id) == ()


def test_nothing_belongs_to_an_entry_that_never_was(stores: Stores, store: AttachmentStore) -> None:
    with pytest.raises(LookupError):
        put(store, photo(), EntryId(uuid4()))
    assert stores.db.rows("SELECT 1 FROM attachment") == []


def test_pieces_of_one_that_did_not_come_are_swept_and_others_stay(
    stores: Stores, store: AttachmentStore, page: Entry, reopen: Callable[[], Stores]
) -> None:
    kept = put(store, photo(), page.id)
    store.put_piece(AttachmentId(uuid4()), 0, b"cut short")
    stores.db.close()
    again = AttachmentStore(reopen().db)
    again.sweep()
    assert again.data(kept.id) == b"pixels"
    assert len(again._db.rows("SELECT DISTINCT attachment FROM attachment_part")) == 1


def test_one_that_was_stopped_is_forgotten_and_one_that_is_kept_is_not(
    stores: Stores, store: AttachmentStore, page: Entry
) -> None:
    kept, stopped = put(store, photo(), page.id), photo()
    store.put_piece(stopped.id, 0, b"pix")
    store.drop_pieces(stopped.id)
    store.drop_pieces(kept.id)
    assert stores.db.rows("SELECT DISTINCT attachment FROM attachment_part") == [(kept.id.bytes,)]


def test_deleted_for_good_means_that_no_byte_is_left(stores: Stores, store: AttachmentStore, page: Entry) -> None:
    other = stores.entries.save(entry("another"))
    removed, stays = put(store, photo(), page.id), put(store, photo(), other.id)
    put(store, file(), page.id)
    store.remove(removed.id)
    store.purge(page.id)
    assert store.of_entry(page.id) == ()
    assert photos_of(stores, page.id) == 0
    assert stores.db.rows("SELECT DISTINCT attachment FROM attachment_part") == [(stays.id.bytes,)]


def test_a_photo_another_entry_shows_outlives_its_own(stores: Stores, store: AttachmentStore, page: Entry) -> None:
    kept = put(store, photo(), page.id)
    heir = stores.entries.save(entry(f"look:\n{picture_text(kept.id, 'us')}\n"))
    store.purge(page.id)
    assert store.of_entry(heir.id) == (replace(kept, entry=heir.id),)
    assert store.data(kept.id) == b"pixels"
    assert (photos_of(stores, page.id), photos_of(stores, heir.id)) == (0, 1)
    assert Records(stores.db).altered(ATTACHMENT) == ()


def test_the_list_shows_the_words_about_a_photo_and_not_its_address(stores: Stores) -> None:
    shown = stores.entries.save(entry(f"{picture_text(AttachmentId(uuid4()), 'us two')}\n\nA walk."))
    summary = stores.entries.summary(shown.id)
    assert summary is not None
    assert summary.excerpt == "us two A walk."
