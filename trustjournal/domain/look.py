"""How the windows look, as far as a person chooses it."""

from __future__ import annotations

from enum import StrEnum


class ThemeChoice(StrEnum):
    """Which palette the windows use; kept in plain local settings, because the unlock screen needs it."""

    SYSTEM = "system"
    LIGHT = "light"
    DARK = "dark"
