"""How strong a passphrase is, in words a person can picture."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

_HOUR, _DAY = 3600.0, 86_400.0
_LIMITS = (60.0, _HOUR, _DAY, 30 * _DAY, 365 * _DAY, 100 * 365 * _DAY)

STEPS = len(_LIMITS)
"""The highest step."""


def strength_step(seconds: float) -> int:
    """0 (guessed within a minute) … 6 (not within a hundred years)."""
    return sum(seconds >= step for step in _LIMITS)


def strength_words(seconds: float) -> str:
    """What a guessing time of `seconds` means: honest and rough, for somebody has to live with the answer."""
    translate = QCoreApplication.translate
    return (
        translate("strength", "With a copy of the files and fast computers: guessed in seconds."),
        translate("strength", "With a copy of the files and fast computers: guessed in minutes."),
        translate("strength", "With a copy of the files and fast computers: guessed in hours."),
        translate("strength", "With a copy of the files and fast computers: guessed in days."),
        translate("strength", "With a copy of the files and fast computers: guessed in months."),
        translate("strength", "With a copy of the files and fast computers: guessed in years."),
        translate("strength", "Strong: fast computers would need more than a hundred years."),
    )[strength_step(seconds)]
