"""The one place that writes what every row a person makes has: id, device, revision, content hash, tombstone.

History, merging, salvage and the check of backups stand on these. The content hash covers what the person made,
in a canonical form that docs/format.md describes, and nothing that is worked out from it.
"""

from __future__ import annotations

import hashlib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Final
from uuid import UUID

from trustjournal.storage.canonical import JsonValue, canonical_json
from trustjournal.storage.database import Database

Scalar = str | int | bytes | None
Content = Mapping[str, Scalar | Sequence[Scalar]]


@dataclass(frozen=True, slots=True)
class ItemList:
    """A list that belongs to a record and is kept in a table of its own, in order."""

    name: str
    table: str
    owner: str
    column: str
    is_later: bool = False
    """Not in the content hash while it is empty: it came with a later step than its kind."""


@dataclass(frozen=True, slots=True)
class Kind:
    """A table of records: the columns and lists that are its content."""

    table: str
    columns: tuple[str, ...]
    lists: tuple[ItemList, ...] = ()
    later: tuple[str, ...] = ()
    """Columns, after `columns`, that came with a later step: 0 or NULL is not in the content hash."""

    @property
    def all_columns(self) -> tuple[str, ...]:
        """Every column that is content."""
        return self.columns + self.later


ENTRY: Final = Kind(
    "entry",
    ("day", "wall_time", "zone", "instant", "prompt", "title", "text"),
    (
        ItemList("people", "entry_person", "entry", "person"),
        ItemList("tags", "entry_tag", "entry", "tag"),
        ItemList("feelings", "entry_feeling", "entry", "word", is_later=True),
    ),
    later=("is_starred", "is_draft", "is_for_therapy", "stays_away"),
)
ENTRY_VERSION: Final = Kind("entry_version", ("entry", "saved_at", "title", "text"))
ATTACHMENT: Final = Kind("attachment", ("entry", "kind", "name", "media_type", "size", "sha256", "width", "height"))
TEMPLATE: Final = Kind("template", ("name", "title", "text"))
SAVED_SEARCH: Final = Kind("saved_search", ("name", "query"))
PERSONAL_WORD: Final = Kind("personal_word", ("word",))
OWN_NUMBER: Final = Kind("own_number", ("name", "number", "note"))
PERSON: Final = Kind("person", ("name", "role", "is_archived"))
TAG: Final = Kind("tag", ("name",))
PROMPT_SERVED: Final = Kind("prompt_served", ("prompt_id", "unit", "intensity", "day", "wording", "outcome"))
CHECK_IN: Final = Kind(
    "check_in",
    ("day", "wall_time", "zone", "instant", "pleasantness", "energy"),
    (ItemList("words", "check_in_word", "check_in", "word"),),
)
TRUST_RATING: Final = Kind("trust_rating", ("check_in", "person", "day", "facet", "value", "basis"))
PROMPT_HIDDEN: Final = Kind("prompt_hidden", ("prompt_id",))
PROMPT_PLANNED: Final = Kind("prompt_planned", ("prompt_id", "unit", "wording", "due_day"))
GUIDE_VISIT: Final = Kind("guide_visit", ("unit", "last_day"))
DECK: Final = Kind("deck", ("name", "is_on"))
OWN_PROMPT: Final = Kind(
    "own_prompt",
    ("deck", "text", "intensity", "works_with", "minutes", "needs_person", "note"),
    (ItemList("topics", "own_prompt_topic", "own_prompt", "topic"),),
)
SETTING: Final = Kind("setting", ("key", "value"))

KINDS: Final = (
    PERSON, TAG, PROMPT_SERVED, ENTRY, ENTRY_VERSION, ATTACHMENT, CHECK_IN, TRUST_RATING, PROMPT_HIDDEN, GUIDE_VISIT,
    TEMPLATE, SAVED_SEARCH, PERSONAL_WORD, OWN_NUMBER, PROMPT_PLANNED, DECK, OWN_PROMPT, SETTING,
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Head:
    """What is known about a record without its content."""

    revision: int
    content_hash: bytes
    is_deleted: bool


def content_hash(kind: Kind, id_: UUID, content: Content) -> bytes:
    """SHA-256 over the canonical JSON of a record: its kind, its id, its columns and its lists, bytes as hex.

    What came with a later step is in it only where it says something, so that older rows keep their hash.
    """
    form: dict[str, JsonValue] = {"kind": kind.table, "id": id_.hex}
    for column in kind.columns:
        form[column] = _plain(content[column])
    form.update({column: _plain(content[column]) for column in kind.later if content[column]})
    for items in kind.lists:
        if _items(content, items) or not items.is_later:
            form[items.name] = [_plain(item) for item in _items(content, items)]
    return hashlib.sha256(canonical_json(form)).digest()


class Records:
    """Writes records; every method but `head` and `altered` belongs inside a transaction."""

    def __init__(self, db: Database) -> None:
        self._db = db

    def head(self, kind: Kind, id_: UUID) -> Head | None:
        """Revision, hash and whether it is deleted; None for a record that never was."""
        row = self._db.row(
            f"SELECT revision, content_hash, deleted_at IS NOT NULL FROM {kind.table} WHERE id = ?",  # noqa: S608 - see KINDS
            (id_.bytes,),
        )
        return None if row is None else Head(row[0], row[1], bool(row[2]))

    def add(self, kind: Kind, id_: UUID, content: Content, worked_out: Mapping[str, Scalar] | None = None) -> None:
        """A new record, revision 1; `worked_out` are columns that are no content of their own."""
        now = self._db.now_ms()
        values: dict[str, Scalar] = {
            "id": id_.bytes, "device": self._db.device.bytes, "revision": 1,
            "content_hash": content_hash(kind, id_, content), "created_at": now, "changed_at": now,
            **_columns(kind, content), **(worked_out or {}),
        }  # fmt: skip
        names, marks = ", ".join(values), ", ".join("?" * len(values))
        self._db.write(f"INSERT INTO {kind.table} ({names}) VALUES ({marks})", tuple(values.values()))  # noqa: S608
        self._write_lists(kind, id_, content)

    def change(self, kind: Kind, id_: UUID, content: Content, worked_out: Mapping[str, Scalar] | None = None) -> None:
        """New content for a record that is there; it is a revision further after it, and no longer deleted."""
        values: dict[str, Scalar] = {
            "content_hash": content_hash(kind, id_, content), "deleted_at": None,
            **_columns(kind, content), **(worked_out or {}),
        }  # fmt: skip
        self._touch(kind, id_, values)
        for items in kind.lists:
            self._db.write(f"DELETE FROM {items.table} WHERE {items.owner} = ?", (id_.bytes,))  # noqa: S608
        self._write_lists(kind, id_, content)

    def bury(self, kind: Kind, id_: UUID, worked_out: Mapping[str, Scalar] | None = None) -> None:
        """Make a record a tombstone; its content stays, so that it can be revived."""
        self._touch(kind, id_, {"deleted_at": self._db.now_ms(), **(worked_out or {})})

    def revive(self, kind: Kind, id_: UUID, worked_out: Mapping[str, Scalar] | None = None) -> None:
        """Bring a deleted record back as it was, a revision further."""
        self._touch(kind, id_, {"deleted_at": None, **(worked_out or {})})

    def note(self, kind: Kind, id_: UUID, worked_out: Mapping[str, Scalar]) -> None:
        """Other worked-out columns; the content stays as it is."""
        self._touch(kind, id_, worked_out)

    def altered(self, kind: Kind) -> tuple[UUID, ...]:
        """The records whose content does not fit their hash: damage that no page checksum saw."""
        # Asked by the checks of backups and by repair.
        lists = {items.name: self._lists_of_all(items) for items in kind.lists}
        found = []
        for id_bytes, stored, *columns in self._db.rows(
            f"SELECT id, content_hash, {', '.join(kind.all_columns)} FROM {kind.table}"  # noqa: S608
        ):
            id_ = UUID(bytes=id_bytes)
            content: dict[str, Scalar | Sequence[Scalar]] = dict(zip(kind.all_columns, columns, strict=True))
            content.update({name: of_all.get(id_bytes, []) for name, of_all in lists.items()})
            if content_hash(kind, id_, content) != stored:
                found.append(id_)
        return tuple(found)

    def _touch(self, kind: Kind, id_: UUID, values: Mapping[str, Scalar]) -> None:
        assignments = ", ".join(f"{name} = ?" for name in values)
        changed = self._db.write(
            f"UPDATE {kind.table} SET revision = revision + 1, device = ?, changed_at = ?, {assignments} WHERE id = ?",  # noqa: S608
            (self._db.device.bytes, self._db.now_ms(), *values.values(), id_.bytes),
        )
        if not changed:
            raise LookupError("no such record")

    def _write_lists(self, kind: Kind, id_: UUID, content: Content) -> None:
        for items in kind.lists:
            for place, item in enumerate(_items(content, items)):
                self._db.write(
                    f"INSERT INTO {items.table} ({items.owner}, place, {items.column}) VALUES (?, ?, ?)",  # noqa: S608
                    (id_.bytes, place, item),
                )

    def _lists_of_all(self, items: ItemList) -> dict[bytes, list[Scalar]]:
        lists: dict[bytes, list[Scalar]] = {}
        for owner, item in self._db.rows(
            f"SELECT {items.owner}, {items.column} FROM {items.table} ORDER BY {items.owner}, place"  # noqa: S608
        ):
            lists.setdefault(owner, []).append(item)
        return lists


def _columns(kind: Kind, content: Content) -> dict[str, Scalar]:
    columns: dict[str, Scalar] = {}
    for name in kind.all_columns:
        value = content[name]
        if isinstance(value, Sequence) and not isinstance(value, str | bytes):
            raise TypeError("a list in place of a value")
        columns[name] = value
    return columns


def _items(content: Content, items: ItemList) -> Sequence[Scalar]:
    value = content[items.name]
    if value is None or isinstance(value, str | bytes | int):
        raise TypeError("a value in place of a list")
    return value


def _plain(value: Scalar | Sequence[Scalar]) -> JsonValue:
    if isinstance(value, bytes):
        return value.hex()
    if value is None or isinstance(value, str | int):
        return value
    raise TypeError("a list in place of a value")
