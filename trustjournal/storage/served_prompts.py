"""Reads and writes prompts as they were shown: entries and the prompts' own store both need them."""

from __future__ import annotations

from datetime import date
from uuid import UUID

from trustjournal.domain.ids import ServedPromptId
from trustjournal.domain.prompt import Intensity, Outcome, ServedPrompt
from trustjournal.storage.database import Database, Row
from trustjournal.storage.records import PROMPT_SERVED, Content, Records
from trustjournal.storage.texts import storable

COLUMNS = "id, prompt_id, unit, intensity, day, wording, outcome"


def served_prompt(db: Database, id_: UUID) -> ServedPrompt | None:
    """The prompt that was shown under this id."""
    row = db.row(f"SELECT {COLUMNS} FROM prompt_served WHERE id = ?", (id_.bytes,))  # noqa: S608 - a constant
    return None if row is None else from_row(row)


def add_if_new(records: Records, served: ServedPrompt) -> None:
    """Keep a shown prompt; one that is kept already stays as it is."""
    if records.head(PROMPT_SERVED, served.id) is None:
        records.add(PROMPT_SERVED, served.id, content_of(served))


def content_of(served: ServedPrompt) -> Content:
    """The content columns."""
    return {
        "prompt_id": served.prompt_id,
        "unit": served.unit,
        "intensity": int(served.intensity),
        "day": served.day.isoformat(),
        "wording": storable(served.wording),
        "outcome": served.outcome.value,
    }


def from_row(row: Row) -> ServedPrompt:
    """The prompt in a row of `COLUMNS`."""
    id_, prompt_id, unit, intensity, day, wording, outcome = row
    return ServedPrompt(
        ServedPromptId(UUID(bytes=id_)), prompt_id, unit, Intensity(intensity), date.fromisoformat(day), wording,
        Outcome(outcome),
    )  # fmt: skip
