"""People a journal is about."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum

from trustjournal.domain.ids import PersonId

LONGEST_NAME = 200
"""Characters a person's name may have."""


class Role(StrEnum):
    """What somebody is to the person who writes."""

    PARTNER = "partner"
    EX = "ex"
    FRIEND = "friend"
    FAMILY = "family"
    WORK = "work"
    OTHER = "other"
    MYSELF = "myself"


@dataclass(frozen=True, slots=True)
class Person:
    """Somebody, by the pseudonym the journal knows them by."""

    id: PersonId
    name: str = field(repr=False)
    role: Role
    is_archived: bool = False
