"""What stands in the fields of the open form, and the prompt that it makes."""

from __future__ import annotations

from dataclasses import replace
from typing import Protocol

from trustjournal.domain.deck import USUAL_MINUTES, OwnPrompt, one_line
from trustjournal.domain.ids import DeckId
from trustjournal.domain.prompt import Intensity


class Typed(Protocol):
    """What stands in the fields of the open form."""

    @property
    def text(self) -> str: ...
    @property
    def intensity(self) -> Intensity: ...
    @property
    def deck(self) -> DeckId | None: ...
    @property
    def name(self) -> str: ...


def filled(prompt: OwnPrompt, typed: Typed) -> OwnPrompt:
    """The prompt as the fields have it; the time it takes follows the intensity, unless it was its own."""
    is_usual = prompt.minutes == USUAL_MINUTES[prompt.intensity]
    minutes = USUAL_MINUTES[typed.intensity] if is_usual else prompt.minutes
    return replace(prompt, text=one_line(typed.text), intensity=typed.intensity, minutes=minutes)
