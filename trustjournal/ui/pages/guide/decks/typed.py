"""What stands in the fields for a prompt, and the prompt that it makes."""

from __future__ import annotations

from dataclasses import dataclass, field, replace

from trustjournal.domain.deck import USUAL_MINUTES, OwnPrompt, one_line
from trustjournal.domain.ids import DeckId
from trustjournal.domain.prompt import Intensity


@dataclass(frozen=True, slots=True)
class Typed:
    """The words as they are typed, how deep they go, and the deck they go into; None where there is none yet."""

    text: str = field(repr=False)
    intensity: Intensity = Intensity.LIGHT
    deck: DeckId | None = None


def filled(prompt: OwnPrompt, typed: Typed) -> OwnPrompt:
    """The prompt as the fields have it; the time it takes follows the intensity, unless it was its own."""
    is_usual = prompt.minutes == USUAL_MINUTES[prompt.intensity]
    minutes = USUAL_MINUTES[typed.intensity] if is_usual else prompt.minutes
    return replace(prompt, text=one_line(typed.text), intensity=typed.intensity, minutes=minutes)
