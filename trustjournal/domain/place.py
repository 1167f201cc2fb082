"""Where somebody is in the program: what Back, unlock and tomorrow return to."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from types import MappingProxyType

ViewState = Mapping[str, str | int | bool | None]


@dataclass(frozen=True, slots=True)
class Place:
    """A page, the thing shown on it (an id as text), and small facts about the view such as the cursor.

    Places are kept inside the encrypted journal only: a search term is a private word.
    """

    page: str
    item: str | None = field(default=None, repr=False)
    view: ViewState = field(default_factory=lambda: MappingProxyType({}), repr=False)
