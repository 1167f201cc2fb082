"""The ways into a journal, as far as they can be told without any key."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum


class WayInKind(StrEnum):
    """What opens a way in."""

    PASSPHRASE = "passphrase"  # noqa: S105 - the name of a kind, not a secret
    RECOVERY = "recovery"
    DEVICE = "device"
    """A secret in a computer's keyring."""


@dataclass(frozen=True, slots=True)
class WayIn:
    """One way in. `id` is 8 hexadecimal digits and says nothing; `made_at` is UTC."""

    id: str
    kind: WayInKind
    made_at: datetime
