"""What is deleted waits in the trash; what is deleted for good is in no page of the file any more."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date, time
from uuid import uuid4

import pytest
from cryptography.hazmat.primitives.ciphers import Cipher
from cryptography.hazmat.primitives.ciphers.algorithms import AES256
from cryptography.hazmat.primitives.ciphers.modes import CBC

from tests.storage.conftest import Stores, entry, person
from trustjournal.domain.attachment import AttachmentKind, NewAttachment, picture_text
from trustjournal.domain.entry import Entry
from trustjournal.domain.ids import AttachmentId, EntryId
from trustjournal.errors import EntryChangedElsewhereError
from trustjournal.storage.attachment_store import AttachmentStore
from trustjournal.storage.journal_keys import JournalKeys
from trustjournal.storage.records import ENTRY, KINDS, Records
from trustjournal.storage.trash_store import TrashStore
from trustjournal.storage.version_store import VersionStore

CANARY = "kookaburraquandary"


@pytest.fixture
def trash(stores: Stores) -> TrashStore:
    return TrashStore(stores.db)


def deleted(stores: Stores, text: str = "Some words.", **fields: object) -> Entry:
    kept = stores.entries.save(replace(entry(text), **fields))  # type: ignore[arg-type]  # each caller names a field
    stores.entries.delete(kept.id)
    return kept


def photo_of(stores: Stores, owner: EntryId, data: bytes) -> AttachmentId:
    new = NewAttachment(AttachmentId(uuid4()), AttachmentKind.PHOTO, "one.jpg", "image/jpeg", data, 40, 30)
    store = AttachmentStore(stores.db)
    store.put_piece(new.id, 0, data)
    store.add(new, owner)
    return new.id


@pytest.fixture
def pages_with(keys: JournalKeys) -> Callable[[str], int]:
    """How many pages of the file hold a word, decrypted, those that are in use and those that are free."""
    key = bytes(keys.sqlcipher_key)

    def pages_with(word: str) -> int:
        data = (keys.folder / keys.database).read_bytes()
        found = 0
        for start in range(0, len(data), 4096):
            page = data[start : start + 4096]
            decryptor = Cipher(AES256(key), CBC(page[4016:4032])).decryptor()
            found += word.encode() in decryptor.update(page[16 if start == 0 else 0 : 4016])
        return found

    return pages_with


def test_the_last_deleted_comes_first(stores: Stores, trash: TrashStore) -> None:
    first = deleted(stores, "First.", title="One")
    second = deleted(stores, "Second.")
    stores.entries.save(entry("Not deleted."))
    assert [one.id for one in trash.entries(10)] == [second.id, first.id]
    assert [one.id for one in trash.entries(10, 1)] == [first.id]
    assert trash.count() == 2
    shown = trash.entries(10)[1]
    assert (shown.title, shown.excerpt, shown.moment) == ("One", "First.", first.moment)
    assert shown.deleted_at.tzinfo is not None


def test_what_is_in_the_trash_can_be_read_whole(stores: Stores) -> None:
    kept = deleted(stores, "Words.", tags=("walks",), feelings=("calm",))
    found = stores.entries.get_deleted(kept.id)
    assert found is not None
    assert (found.text, found.tags, found.feelings) == ("Words.", ("walks",), ("calm",))
    assert stores.entries.get(kept.id) is None


def test_what_is_brought_back_is_at_its_date_and_no_longer_in_the_trash(stores: Stores, trash: TrashStore) -> None:
    older = deleted(stores, "Older.", moment=entry(day=date(2026, 1, 2), at=time(8)).moment)
    newer = stores.entries.save(entry("Newer."))
    stores.entries.undo_delete(older.id)
    assert [one.id for one in stores.entries.newest(10)] == [newer.id, older.id]
    assert trash.count() == 0
    assert [hit.summary.id for hit in stores.search.find("older", 10)] == [older.id]


def test_entries_of_the_same_second_come_back_in_their_old_order(stores: Stores, trash: TrashStore) -> None:
    kept = [stores.entries.save(entry(f"{number}")).id for number in range(4)]
    for id_ in kept[:3]:
        stores.entries.delete(id_)
    for id_ in (kept[2], kept[0], kept[1]):
        stores.entries.undo_delete(id_)
    assert [one.id for one in stores.entries.newest(10)] == kept[::-1]
    assert trash.count() == 0


def test_where_another_entry_stands_now_one_comes_back_after_it(stores: Stores) -> None:
    first = deleted(stores, "First.")
    second = stores.entries.save(entry("Second."))
    stores.entries.undo_delete(first.id)
    assert [one.id for one in stores.entries.newest(10)] == [first.id, second.id]


def test_deleted_for_good_leaves_no_trace_of_its_day(stores: Stores, trash: TrashStore) -> None:
    kept = deleted(stores)
    trash.empty(kept.id)
    assert stores.db.rows("SELECT position, position_before, day FROM entry") == [(None, None, "1970-01-01")]


def test_what_is_not_in_the_trash_cannot_be_deleted_for_good(stores: Stores, trash: TrashStore) -> None:
    kept = stores.entries.save(entry("Some words."))
    trash.empty(kept.id)
    trash.empty(EntryId(uuid4()))
    assert stores.entries.get(kept.id) == kept


def test_deleted_for_good_leaves_a_tombstone_with_nothing_in_it(stores: Stores, trash: TrashStore) -> None:
    alex = person("Alex")
    stores.people.add(alex)
    kept = deleted(stores, "Words.", title="T", tags=("walks",), feelings=("calm",), people=(alex.id,), is_starred=True)
    before = Records(stores.db).head(ENTRY, kept.id)
    assert before is not None
    trash.empty(kept.id)
    after = Records(stores.db).head(ENTRY, kept.id)
    assert after is not None
    assert after.is_deleted
    assert after.revision == before.revision + 1
    assert after.content_hash != before.content_hash
    assert trash.count() == 0
    assert trash.entries(10) == ()
    assert stores.entries.get_deleted(kept.id) is None
    with pytest.raises(LookupError):
        stores.entries.undo_delete(kept.id)
    for table in ("entry_person", "entry_tag", "entry_feeling"):
        assert stores.db.rows(f"SELECT * FROM {table}") == []
    assert stores.people.all(archived=True) == (alex,)
    assert all(Records(stores.db).altered(kind) == () for kind in KINDS)


def test_words_that_come_late_for_it_are_told_that_it_changed(stores: Stores, trash: TrashStore) -> None:
    kept = deleted(stores)
    trash.empty(kept.id)
    with pytest.raises(EntryChangedElsewhereError):
        stores.entries.save(replace(kept, text="Late."))


def test_a_tag_that_is_on_nothing_else_goes_with_it(stores: Stores, trash: TrashStore) -> None:
    stores.entries.save(replace(entry("Here."), tags=("shared",)))
    in_trash = deleted(stores, "There.", tags=("waiting",))
    kept = deleted(stores, tags=("shared", "lonely", "waiting"))
    trash.empty(kept.id)
    assert {name for (name,) in stores.db.rows("SELECT name FROM tag")} == {"shared", "waiting"}
    assert stores.entries.undo_delete(in_trash.id).tags == ("waiting",)


def test_its_photos_and_its_earlier_words_go_with_it_and_those_of_others_stay(
    stores: Stores, trash: TrashStore
) -> None:
    kept = stores.entries.save(entry("First words of it."))
    other = stores.entries.save(entry("First words of another."))
    photo, others = photo_of(stores, kept.id, b"its pixels"), photo_of(stores, other.id, b"other pixels")
    versions = VersionStore(stores.db)
    for one in (kept, other):
        versions.keep(one.id, "", "Earlier.", one.moment.instant)
    stores.entries.delete(kept.id)
    trash.empty(kept.id)
    attachments = AttachmentStore(stores.db)
    assert attachments.get(photo) is None
    assert attachments.data(others) == b"other pixels"
    assert versions.of_entry(kept.id) == ()
    assert len(versions.of_entry(other.id)) == 1


def test_a_photo_that_another_entry_shows_stays_with_that_one(stores: Stores, trash: TrashStore) -> None:
    kept = stores.entries.save(entry("First."))
    photo = photo_of(stores, kept.id, b"pixels")
    heir = stores.entries.save(entry(picture_text(photo, "a tree")))
    stores.entries.delete(kept.id)
    trash.empty(kept.id)
    (attachment,) = AttachmentStore(stores.db).of_entry(heir.id)
    assert attachment.id == photo


def test_after_tidying_no_page_of_the_file_holds_a_word_of_it(
    stores: Stores, trash: TrashStore, pages_with: Callable[[str], int]
) -> None:
    for number in range(30):
        stores.entries.save(entry(f"Words of another entry, number {number}."))
    kept = deleted(stores, f"{CANARY} and " * 400, title=CANARY, tags=(CANARY,), feelings=(CANARY,))
    assert pages_with(CANARY) > 0
    trash.empty(kept.id)
    assert pages_with(CANARY[8:]) > 0  # the index only notes that it is gone
    while trash.tidy():
        pass
    assert pages_with(CANARY) + pages_with(CANARY[8:]) == 0
    assert stores.db.row("PRAGMA freelist_count") == (0,)
    assert stores.db.problems() == ()
    assert len(stores.search.find("another entry", 50)) == 30


def test_tidying_that_was_cut_short_goes_on_in_the_next_session(
    stores: Stores, trash: TrashStore, reopen: Callable[[], Stores], pages_with: Callable[[str], int]
) -> None:
    for number in range(30):
        stores.entries.save(entry(f"Words of another entry, number {number}."))
    kept = deleted(stores, f"{CANARY} and " * 400)
    trash.empty(kept.id)
    stores.db.close()
    later = reopen()
    while TrashStore(later.db).tidy():
        pass
    assert pages_with(CANARY[8:]) == 0


def test_where_nothing_was_deleted_for_good_there_is_nothing_to_tidy(stores: Stores, trash: TrashStore) -> None:
    deleted(stores)
    assert trash.tidy() is False
