"""Templates a person makes for their own pages."""

from __future__ import annotations

from uuid import uuid4

from trustjournal.domain.change import Announce, Changed
from trustjournal.domain.ids import TemplateId
from trustjournal.domain.template import Template
from trustjournal.storage.template_store import TemplateStore


class TemplateService:
    """Makes, changes and deletes templates."""

    def __init__(self, store: TemplateStore, *, announce: Announce) -> None:
        self._store = store
        self._announce = announce

    def all(self) -> tuple[Template, ...]:
        """A person's own templates, by the alphabet."""
        return self._store.all()

    def save(self, template: Template) -> Template:
        """Keep one: as a new one, where it has no id. What ships with the program can only be kept as a new one.

        Raises NameTakenError, TooLongError, and ValueError for an empty name.
        """
        if not template.name.strip():
            raise ValueError("a template needs a name")
        kept = self._store.save(template.id or TemplateId(uuid4()), template)
        self._announce(Changed.TEMPLATES)
        return kept

    def delete(self, template: Template) -> None:
        """Delete one of the person's own, so that it can be brought back."""
        if template.id is not None:
            self._store.delete(template.id)
            self._announce(Changed.TEMPLATES)

    def undo_delete(self, template: Template) -> None:
        """Bring a deleted one back; raises NameTakenError where another has its name now."""
        if template.id is not None:
            self._store.undo_delete(template.id, template.name)
            self._announce(Changed.TEMPLATES)
