"""How some pages of the sample life felt, and which are starred, unfinished or kept for therapy."""

from __future__ import annotations

from typing import Final

FEELINGS: Final = {
    "The letter": ("betrayed", "numb"),
    "Why I am writing this down": ("confused",),
    "Talk at the kitchen table": ("hurt", "tense"),
    "Checking": ("suspicious", "ashamed"),
    "What I told my sister": ("ashamed", "relieved"),
    "The report": ("wary",),
    "Not tonight": ("drained",),
    "Seven Fridays": ("half-hopeful",),
    "A bad evening": ("lonely", "sad"),
    "What a promise is": ("curious",),
    "A slip": ("let down",),
    "Asking once": ("brave",),
    "Mina told someone": ("let down", "hurt"),
    "On the bench": ("relieved", "close"),
    "Swimming": ("rested",),
    "The reminder": ("anxious", "on edge"),
    "What is different": ("cautious",),
    "The counsellor": ("hopeful",),
    "Sam's leave": ("relieved",),
    "A year and some": ("settled", "trusting"),
    "The last payment": ("proud",),
    "False alarm": ("relieved", "amused"),
    "For whoever I am next year": ("tender",),
}
"""By title: shipped feeling words."""
STARRED: Final = frozenset({"On the bench", "Seven Fridays", "A year and some", "For whoever I am next year"})
FOR_THERAPY: Final = frozenset({"Checking", "Old hurt", "The reminder"})
UNFINISHED: Final = frozenset({"What I would tell a friend"})
