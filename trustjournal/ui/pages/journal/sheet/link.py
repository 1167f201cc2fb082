"""What can be added to an entry from one field."""

from __future__ import annotations

from dataclasses import dataclass, field

from trustjournal.domain.ids import PersonId


@dataclass(frozen=True, slots=True)
class Link:
    """What was chosen: a person, a tag, a feeling, or the name of somebody new."""

    person: PersonId | None = None
    tag: str | None = field(default=None, repr=False)
    feeling: str | None = field(default=None, repr=False)
    new_person: str | None = field(default=None, repr=False)
