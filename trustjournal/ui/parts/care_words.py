"""The sentences about safety that are the same wherever they stand."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication


def in_danger() -> str:
    """What to do in danger."""
    return QCoreApplication.translate("care", "In danger, call your local emergency number.")


def what_it_is() -> str:
    """What the program is, and what it does not do; `in_danger` belongs beside it."""
    return QCoreApplication.translate(
        "care",
        "TrustJournal is a private notebook with a guide. It does not diagnose, treat, or watch over you. "
        "No one reads what you write, so no one will call for help.",
    )


def if_one_fails() -> str:
    """What to do where a number does not work."""
    return QCoreApplication.translate(
        "care",
        "If one fails, call your emergency number or ask a doctor, pharmacy or police station.",
    )
