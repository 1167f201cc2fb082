"""The same screens, homes and starts as the journeys have."""

from __future__ import annotations

from tests.journeys.conftest import home, journal_made_once, kept, screen, start

__all__ = ["home", "journal_made_once", "kept", "screen", "start"]
