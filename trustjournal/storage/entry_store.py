"""Keeps entries."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import date
from uuid import UUID

from trustjournal.domain.entry import LONGEST_TEXT, LONGEST_TITLE, Entry, EntrySummary
from trustjournal.domain.ids import EntryId
from trustjournal.domain.moment import Moment
from trustjournal.domain.timeline import WritingMark
from trustjournal.domain.word_count import count_words
from trustjournal.errors import EntryChangedElsewhereError, TooLongError
from trustjournal.storage import served_prompts
from trustjournal.storage.database import Database
from trustjournal.storage.entry_rows import feelings_of, people_of, summaries_where, tags_of
from trustjournal.storage.moments import as_kept, first_position, from_columns, last_position, to_columns
from trustjournal.storage.records import ENTRY, Content, Records, Scalar, content_hash
from trustjournal.storage.search_index import SearchIndex
from trustjournal.storage.sitting import Sitting
from trustjournal.storage.tag_rows import Tag, tags_named
from trustjournal.storage.texts import excerpt_of, storable
from trustjournal.storage.version_store import VersionStore


class EntryStore:
    """Entries with their people and tags, and the index that finds them, always changed together."""

    def __init__(self, db: Database, search: SearchIndex) -> None:
        self._db = db
        self._search = search
        self._records = Records(db)
        self._sitting = Sitting(db, VersionStore(db))

    def save(self, entry: Entry) -> Entry:
        """Keep `entry`, and return it as it is kept: with its new revision, and tags as they were first written.

        Nothing is written where nothing differs from what is kept. Raises EntryChangedElsewhereError unless `entry`
        began from the revision that is kept (0 for a new one), and TooLongError.
        """
        if len(entry.title) > LONGEST_TITLE or len(entry.text) > LONGEST_TEXT:
            raise TooLongError("the title or the text is too long")
        entry = replace(
            entry,
            moment=as_kept(entry.moment),
            title=storable(entry.title),
            text=storable(entry.text),
            people=tuple(dict.fromkeys(entry.people)),
            feelings=tuple(dict.fromkeys(storable(word) for word in entry.feelings)),
        )
        with self._db.transaction():
            tags = tags_named(self._db, self._records, entry.tags)
            entry = replace(entry, tags=tuple(tag.name for tag in tags))
            if entry.prompt is not None:
                served_prompts.add_if_new(self._records, entry.prompt)
                entry = replace(entry, prompt=served_prompts.served_prompt(self._db, entry.prompt.id))
            return self._save(entry, _content(entry, tags))

    def get(self, id_: EntryId) -> Entry | None:
        """The entry, unless it is deleted or never was."""
        return self._get(id_, "deleted_at IS NULL")

    def get_deleted(self, id_: EntryId) -> Entry | None:
        """A deleted entry as it was, unless it was deleted for good."""
        return self._get(id_, "deleted_at IS NOT NULL AND is_emptied = 0")

    def _get(self, id_: EntryId, condition: str) -> Entry | None:
        row = self._db.row(
            "SELECT revision, day, wall_time, zone, instant, prompt, title, text,"  # noqa: S608 - see the two above
            f" is_starred, is_draft, is_for_therapy, stays_away FROM entry WHERE id = ? AND {condition}",
            (id_.bytes,),
        )
        if row is None:
            return None
        revision, day, wall_time, zone, instant, prompt, title, text, *marks = row
        is_starred, is_draft, is_for_therapy, stays_away = map(bool, marks)
        return Entry(
            id=id_,
            moment=from_columns(day, wall_time, zone, instant),
            title=title,
            text=text,
            people=tuple(people_of(self._db, [id_.bytes]).get(id_.bytes, ())),
            tags=tuple(tags_of(self._db, [id_.bytes]).get(id_.bytes, ())),
            prompt=None if prompt is None else served_prompts.served_prompt(self._db, UUID(bytes=prompt)),
            revision=revision,
            feelings=tuple(feelings_of(self._db, [id_.bytes]).get(id_.bytes, ())),
            is_starred=is_starred,
            is_draft=is_draft,
            is_for_therapy=is_for_therapy,
            stays_away=stays_away,
        )

    def newest(self, limit: int, before: int | None = None) -> tuple[EntrySummary, ...]:
        """The newest entries, those older than position `before` if given."""
        if before is None:
            return summaries_where(self._db, "e.position IS NOT NULL ORDER BY e.position DESC LIMIT ?", (limit,))
        return summaries_where(self._db, "e.position < ? ORDER BY e.position DESC LIMIT ?", (before, limit))

    def summary(self, id_: EntryId) -> EntrySummary | None:
        """What lists show of the entry, unless it is deleted or never was."""
        found = summaries_where(self._db, "e.id = ? AND e.position IS NOT NULL", (id_.bytes,))
        return found[0] if found else None

    def in_order(self, ids: Iterable[EntryId]) -> tuple[EntryId, ...]:
        """Those of some entries that are there, oldest first."""
        found = [(position, one) for one in ids if (position := self._position(one)) is not None]
        return tuple(one for _, one in sorted(found))

    def for_unit(self, unit: str, limit: int) -> tuple[EntrySummary, ...]:
        """The newest entries that began from a prompt of a unit of the guide."""
        return summaries_where(
            self._db, "p.unit = ? AND e.position IS NOT NULL ORDER BY e.position DESC LIMIT ?", (unit, limit)
        )

    def count(self) -> int:
        """How many entries there are."""
        row = self._db.row("SELECT count(*) FROM entry WHERE position IS NOT NULL")
        return 0 if row is None else int(row[0])

    def delete(self, id_: EntryId) -> None:
        """Delete the entry so that it can be brought back; deleting what is not there does nothing."""
        with self._db.transaction():
            position = self._position(id_)
            if position is not None:
                self._search.remove(position)
                self._records.bury(ENTRY, id_, {"position": None, "position_before": position})

    def undo_delete(self, id_: EntryId) -> Entry:
        """Bring a deleted entry back, a revision further; raises LookupError for one that never was or is gone."""
        with self._db.transaction():
            row = self._db.row(
                "SELECT day, wall_time, zone, instant, title, text, position_before FROM entry WHERE id = ?"
                " AND deleted_at IS NOT NULL AND is_emptied = 0",
                (id_.bytes,),
            )
            if row is not None:
                position = self._old_position(row[6]) or self._free_position(from_columns(*row[:4]))
                self._records.revive(ENTRY, id_, {"position": position, "position_before": None})
                self._search.put(position, row[4], row[5])
            entry = self.get(id_)
            if entry is None:
                raise LookupError("no such entry")
            return entry

    def tags(self) -> tuple[str, ...]:
        """The tags that entries have, in alphabetical order."""
        rows = self._db.rows(
            "SELECT name FROM tag WHERE deleted_at IS NULL AND EXISTS (SELECT 1 FROM entry_tag JOIN entry"
            " ON entry.id = entry_tag.entry WHERE entry_tag.tag = tag.id AND entry.position IS NOT NULL)"
            " ORDER BY name_key"
        )
        return tuple(row[0] for row in rows)

    def writing_marks(self, first: date, last: date) -> tuple[WritingMark, ...]:
        """A mark for each entry between two days, both included, oldest first."""
        rows = self._db.rows(
            "SELECT id, day, wall_time, zone, instant, words FROM entry WHERE position BETWEEN ? AND ?"
            " ORDER BY position",
            (first_position(first), last_position(last)),
        )
        return tuple(WritingMark(EntryId(UUID(bytes=row[0])), from_columns(*row[1:5]), row[5]) for row in rows)

    def first_day(self) -> date | None:
        """The day of the oldest entry."""
        row = self._db.row("SELECT day FROM entry WHERE position IS NOT NULL ORDER BY position LIMIT 1")
        return None if row is None else date.fromisoformat(row[0])

    def _save(self, entry: Entry, content: Content) -> Entry:
        head = self._records.head(ENTRY, entry.id)
        if head is not None and not head.is_deleted and head.content_hash == content_hash(ENTRY, entry.id, content):
            return replace(entry, revision=head.revision)
        if entry.revision != (0 if head is None else head.revision) or (head is not None and head.is_deleted):
            raise EntryChangedElsewhereError("the entry is of another revision")
        old = self._position(entry.id)
        position = self._position_for(entry.moment, old)
        worked_out: dict[str, Scalar] = {
            "position": position,
            "words": count_words(entry.text),
            "excerpt": excerpt_of(entry.text),
        }
        if head is None:
            self._records.add(ENTRY, entry.id, content, worked_out)
        else:
            self._sitting.before_save(entry.id, head.revision, entry.title, entry.text)
            self._records.change(ENTRY, entry.id, content, worked_out)
        if old is not None:
            self._search.remove(old)
        self._search.put(position, entry.title, entry.text)
        return replace(entry, revision=entry.revision + 1)

    def _position(self, id_: EntryId) -> int | None:
        row = self._db.row("SELECT position FROM entry WHERE id = ?", (id_.bytes,))
        return None if row is None else row[0]

    def _position_for(self, moment: Moment, old: int | None) -> int:
        """The old position where the wall clock's second is the same, else the next free one."""
        lowest = first_position(moment.day, moment.wall_time)
        if old is not None and lowest <= old <= last_position(moment.day, moment.wall_time):
            return old
        return self._free_position(moment)

    def _old_position(self, before: int | None) -> int | None:
        """Where an entry stood before it was deleted, unless another stands there now."""
        return None if self._db.row("SELECT 1 FROM entry WHERE position = ?", (before,)) else before

    def _free_position(self, moment: Moment) -> int:
        """After whatever was written in the same second."""
        row = self._db.row(
            "SELECT max(position) FROM entry WHERE position BETWEEN ? AND ?",
            (first_position(moment.day, moment.wall_time), last_position(moment.day, moment.wall_time)),
        )
        if row is None or row[0] is None:
            return first_position(moment.day, moment.wall_time)
        return int(row[0]) + 1


def _content(entry: Entry, tags: Sequence[Tag]) -> Content:
    return {
        **to_columns(entry.moment),
        "prompt": None if entry.prompt is None else entry.prompt.id.bytes,
        "title": entry.title,
        "text": entry.text,
        "people": [person.bytes for person in entry.people],
        "tags": [tag.id.bytes for tag in tags],
        "feelings": entry.feelings,
        "is_starred": int(entry.is_starred),
        "is_draft": int(entry.is_draft),
        "is_for_therapy": int(entry.is_for_therapy),
        "stays_away": int(entry.stays_away),
    }
