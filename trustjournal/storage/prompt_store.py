"""Keeps which prompts were shown, what became of them, which are hidden, and which units of the guide were read."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date
from uuid import UUID, uuid4

from trustjournal.domain.ids import EntryId, ServedPromptId
from trustjournal.domain.prompt import Answer, Outcome, ServedPrompt
from trustjournal.storage import served_prompts
from trustjournal.storage.database import Database
from trustjournal.storage.records import GUIDE_VISIT, PROMPT_HIDDEN, PROMPT_SERVED, Records


class PromptStore:
    """Prompts as they were shown, and what the person has made of the guide."""

    def __init__(self, db: Database) -> None:
        self._db = db
        self._records = Records(db)

    def add(self, served: ServedPrompt) -> None:
        """Keep a prompt that was shown; one that is kept already stays as it is."""
        with self._db.transaction():
            served_prompts.add_if_new(self._records, served)

    def set_outcome(self, id_: ServedPromptId, outcome: Outcome) -> None:
        """Keep what became of a shown prompt; raises LookupError for one that never was."""
        with self._db.transaction():
            served = served_prompts.served_prompt(self._db, id_)
            if served is None:
                raise LookupError("no such prompt")
            if served.outcome is not outcome:
                changed = replace(served, outcome=outcome)
                self._records.change(PROMPT_SERVED, id_, served_prompts.content_of(changed))

    def served_since(self, day: date) -> tuple[ServedPrompt, ...]:
        """What was shown on `day` and later, in the order it was shown."""
        rows = self._db.rows(
            f"SELECT {served_prompts.COLUMNS} FROM prompt_served"  # noqa: S608 - a constant
            " WHERE deleted_at IS NULL AND day >= ? ORDER BY day, n",
            (day.isoformat(),),
        )
        return tuple(served_prompts.from_row(row) for row in rows)

    def all_served(self) -> tuple[ServedPrompt, ...]:
        """Everything that was ever shown, in order."""
        return self.served_since(date.min)

    def written_prompts(self) -> Mapping[str, int]:
        """How many different prompts of each unit were written about; units without any are left out."""
        rows = self._db.rows(
            "SELECT unit, count(DISTINCT prompt_id) FROM prompt_served p WHERE deleted_at IS NULL AND (outcome = ?"
            " OR EXISTS (SELECT 1 FROM entry WHERE entry.prompt = p.id AND entry.position IS NOT NULL)) GROUP BY unit",
            (Outcome.WRITTEN.value,),
        )
        return dict(rows)

    def answers(self, units: Sequence[str]) -> Mapping[str, tuple[Answer, ...]]:
        """The entries that were written from each prompt of these units, by the prompt's id, oldest first."""
        marks = ", ".join("?" * len(units))
        found: dict[str, list[Answer]] = {}
        for prompt_id, entry, day in self._db.rows(
            "SELECT p.prompt_id, e.id, e.day FROM prompt_served p JOIN entry e ON e.prompt = p.id"  # noqa: S608 - marks
            f" WHERE p.unit IN ({marks}) AND e.position IS NOT NULL ORDER BY e.position",
            tuple(units),
        ):
            found.setdefault(prompt_id, []).append(Answer(EntryId(UUID(bytes=entry)), date.fromisoformat(day)))
        return {prompt_id: tuple(answers) for prompt_id, answers in found.items()}

    def hide(self, prompt_id: str) -> None:
        """Never show a prompt again."""
        with self._db.transaction():
            row = self._db.row("SELECT id, deleted_at FROM prompt_hidden WHERE prompt_id = ?", (prompt_id,))
            if row is None:
                self._records.add(PROMPT_HIDDEN, uuid4(), {"prompt_id": prompt_id})
            elif row[1] is not None:
                self._records.revive(PROMPT_HIDDEN, UUID(bytes=row[0]))

    def unhide(self, prompt_id: str) -> None:
        """Show a hidden prompt again."""
        with self._db.transaction():
            row = self._db.row("SELECT id FROM prompt_hidden WHERE prompt_id = ? AND deleted_at IS NULL", (prompt_id,))
            if row is not None:
                self._records.bury(PROMPT_HIDDEN, UUID(bytes=row[0]))

    def hidden(self) -> frozenset[str]:
        """The ids of the hidden prompts."""
        rows = self._db.rows("SELECT prompt_id FROM prompt_hidden WHERE deleted_at IS NULL")
        return frozenset(row[0] for row in rows)

    def visit(self, unit: str, day: date) -> None:
        """Keep that a unit of the guide was read, and when last."""
        content = {"unit": unit, "last_day": day.isoformat()}
        with self._db.transaction():
            row = self._db.row("SELECT id, last_day FROM guide_visit WHERE unit = ?", (unit,))
            if row is None:
                self._records.add(GUIDE_VISIT, uuid4(), content)
            elif row[1] < day.isoformat():
                self._records.change(GUIDE_VISIT, UUID(bytes=row[0]), content)

    def visited(self) -> frozenset[str]:
        """The ids of the units that were read."""
        rows = self._db.rows("SELECT unit FROM guide_visit WHERE deleted_at IS NULL")
        return frozenset(row[0] for row in rows)
