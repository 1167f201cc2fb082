"""How much somebody feels able to rely on somebody. A notebook's rating: not a validated test, and it has no norms."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from trustjournal.domain.ids import PersonId


class Basis(StrEnum):
    """What a rating mostly rests on."""

    SAW = "saw"
    TOLD = "told"
    HEARD = "heard"
    FEELING = "feeling"
    OLD_MEMORY = "old-memory"


@dataclass(frozen=True, slots=True)
class TrustRating:
    """An overall rating of one person on one day: 0 (not at all) … 10 (fully), or None for *not sure*."""

    person: PersonId
    day: date
    value: int | None
    basis: Basis | None = None

    def __post_init__(self) -> None:
        if self.value is not None and not 0 <= self.value <= 10:
            raise ValueError("a trust rating goes from 0 to 10")
