"""Keeps which prompts a person wants to be asked again, and from when on."""

from __future__ import annotations

from datetime import date
from uuid import UUID, uuid4

from trustjournal.domain.prompt import PlannedPrompt
from trustjournal.storage.database import Database
from trustjournal.storage.records import PROMPT_PLANNED, Records
from trustjournal.storage.texts import storable


class PlannedPromptStore:
    """At most one plan for each prompt."""

    def __init__(self, db: Database) -> None:
        self._db = db
        self._records = Records(db)

    def put(self, planned: PlannedPrompt) -> None:
        """Keep a plan in place of the one there was for the same prompt."""
        content = {
            "prompt_id": planned.prompt_id,
            "unit": planned.unit,
            "wording": storable(planned.wording),
            "due_day": planned.due.isoformat(),
        }
        with self._db.transaction():
            row = self._db.row("SELECT id FROM prompt_planned WHERE prompt_id = ?", (planned.prompt_id,))
            if row is None:
                self._records.add(PROMPT_PLANNED, uuid4(), content)
            else:
                self._records.change(PROMPT_PLANNED, UUID(bytes=row[0]), content)

    def remove(self, prompt_id: str) -> bool:
        """Take a plan out so that `undo_remove` can bring it back; whether there was one."""
        with self._db.transaction():
            row = self._db.row("SELECT id FROM prompt_planned WHERE prompt_id = ? AND deleted_at IS NULL", (prompt_id,))
            if row is not None:
                self._records.bury(PROMPT_PLANNED, UUID(bytes=row[0]))
            return row is not None

    def undo_remove(self, prompt_id: str) -> None:
        """Bring the last plan for this prompt back; does nothing where one stands, or there never was one."""
        with self._db.transaction():
            row = self._db.row(
                "SELECT id FROM prompt_planned WHERE prompt_id = ? AND deleted_at IS NOT NULL", (prompt_id,)
            )
            if row is not None:
                self._records.revive(PROMPT_PLANNED, UUID(bytes=row[0]))

    def all(self) -> tuple[PlannedPrompt, ...]:
        """Every plan, the first that is due first."""
        rows = self._db.rows(
            "SELECT prompt_id, unit, wording, due_day FROM prompt_planned WHERE deleted_at IS NULL ORDER BY due_day, n"
        )
        return tuple(PlannedPrompt(id_, unit, wording, date.fromisoformat(due)) for id_, unit, wording, due in rows)
