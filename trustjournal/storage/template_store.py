"""Keeps the templates a person made."""

from __future__ import annotations

from dataclasses import replace
from uuid import UUID

from trustjournal.domain.entry import LONGEST_TEXT, LONGEST_TITLE
from trustjournal.domain.ids import TemplateId
from trustjournal.domain.template import LONGEST_TEMPLATE_NAME, Template
from trustjournal.errors import NameTakenError, TooLongError
from trustjournal.storage.database import Database
from trustjournal.storage.records import TEMPLATE, Records
from trustjournal.storage.texts import name_key, storable


class TemplateStore:
    """Templates by names that differ in more than case and accents' encoding."""

    def __init__(self, db: Database) -> None:
        self._db = db
        self._records = Records(db)

    def all(self) -> tuple[Template, ...]:
        """Every template, by the alphabet."""
        rows = self._db.rows("SELECT id, name, title, text FROM template WHERE deleted_at IS NULL ORDER BY name_key")
        return tuple(Template(name, title, text, TemplateId(UUID(bytes=id_))) for id_, name, title, text in rows)

    def save(self, id_: TemplateId, template: Template) -> Template:
        """Keep a new one, or one that was changed, as kept; raises NameTakenError, TooLongError."""
        kept = replace(
            template,
            id=id_,
            name=" ".join(storable(template.name).split()),
            title=storable(template.title),
            text=storable(template.text),
        )
        lengths = ((kept.name, LONGEST_TEMPLATE_NAME), (kept.title, LONGEST_TITLE), (kept.text, LONGEST_TEXT))
        if any(len(words) > longest for words, longest in lengths):
            raise TooLongError("a template is too long")
        content = {"name": kept.name, "title": kept.title, "text": kept.text}
        key = {"name_key": name_key(kept.name)}
        with self._db.transaction():
            self._prove_free(id_, kept.name)
            if self._records.head(TEMPLATE, id_) is None:
                self._records.add(TEMPLATE, id_, content, key)
            else:
                self._records.change(TEMPLATE, id_, content, key)
        return kept

    def delete(self, id_: TemplateId) -> None:
        """Delete one so that it can be brought back; deleting what is not there does nothing."""
        with self._db.transaction():
            head = self._records.head(TEMPLATE, id_)
            if head is not None and not head.is_deleted:
                self._records.bury(TEMPLATE, id_)

    def undo_delete(self, id_: TemplateId, name: str) -> None:
        """Bring a deleted one back; raises NameTakenError where another has its name now."""
        with self._db.transaction():
            self._prove_free(id_, name)
            self._records.revive(TEMPLATE, id_)

    def _prove_free(self, id_: TemplateId, name: str) -> None:
        namesake = self._db.row(
            "SELECT 1 FROM template WHERE name_key = ? AND deleted_at IS NULL AND id <> ?", (name_key(name), id_.bytes)
        )
        if namesake is not None:
            raise NameTakenError("a template has that name already")
