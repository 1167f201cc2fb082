"""What was deleted and can still be brought back."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime

from trustjournal.domain.ids import EntryId
from trustjournal.domain.moment import Moment


@dataclass(frozen=True, slots=True)
class TrashedEntry:
    """What a list shows of a deleted entry. `deleted_at` is UTC."""

    id: EntryId
    moment: Moment
    deleted_at: datetime
    title: str = field(repr=False)
    excerpt: str = field(repr=False)
