"""Keeps settings of the journal under names that services declare."""

from __future__ import annotations

import json
from uuid import UUID, uuid4

from trustjournal.storage.canonical import JsonValue, canonical_json
from trustjournal.storage.database import Database
from trustjournal.storage.records import SETTING, Records


class SettingsStore:
    """Values that can be written as JSON, by key."""

    def __init__(self, db: Database) -> None:
        self._db = db
        self._records = Records(db)

    def get(self, key: str) -> JsonValue:
        """The value kept under `key`; None where there is none."""
        row = self._db.row("SELECT value FROM setting WHERE key = ? AND deleted_at IS NULL", (key,))
        if row is None:
            return None
        value: JsonValue = json.loads(row[0])
        return value

    def put(self, key: str, value: JsonValue) -> None:
        """Keep `value` under `key`."""
        content = {"key": key, "value": canonical_json(value).decode("ascii")}
        with self._db.transaction():
            row = self._db.row("SELECT id, value FROM setting WHERE key = ?", (key,))
            if row is None:
                self._records.add(SETTING, uuid4(), content)
            elif row[1] != content["value"]:
                self._records.change(SETTING, UUID(bytes=row[0]), content)
