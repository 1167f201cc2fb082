"""Mood as two plain axes and a few words (a general idea of affect research; the pad and the list are our own)."""

from __future__ import annotations

from dataclasses import dataclass

LOWEST, HIGHEST = -4, 4


@dataclass(frozen=True, slots=True)
class Mood:
    """A place on the mood pad: unpleasant −4 … pleasant +4, low energy −4 … high energy +4."""

    pleasantness: int
    energy: int

    def __post_init__(self) -> None:
        for value in (self.pleasantness, self.energy):
            if not LOWEST <= value <= HIGHEST:
                raise ValueError("a mood axis goes from -4 to 4")

    @property
    def is_unpleasant_and_high(self) -> bool:
        """On edge rather than flat: the day's prompt is then a light, steadying one."""
        return self.pleasantness < 0 and self.energy > 0


FEELING_WORDS: dict[str, tuple[str, ...]] = {
    "pleasant-high": (
        "hopeful", "excited", "proud", "eager", "playful", "brave", "joyful", "grateful", "loved", "inspired",
        "curious", "determined", "amused",
    ),
    "pleasant-low": (
        "calm", "safe", "settled", "relieved", "content", "close", "tender", "rested", "accepted", "understood",
        "at ease", "trusting", "warm",
    ),
    "unpleasant-high": (
        "anxious", "wary", "suspicious", "jealous", "angry", "tense", "on edge", "betrayed", "panicky", "resentful",
        "frustrated", "threatened", "confused", "restless", "embarrassed",
    ),
    "unpleasant-low": (
        "sad", "lonely", "let down", "hurt", "numb", "drained", "ashamed", "guilty", "shut out", "unseen", "distant",
        "regretful", "flat", "defeated", "homesick",
    ),
    "mixed": (
        "guarded", "torn", "unsure", "surprised", "cautious", "tired but okay", "missing someone", "half-hopeful",
    ),
}  # fmt: skip
"""Stored as these English keys whatever language they are shown in; words of a person's own are stored as typed."""


def words_for(mood: Mood | None) -> tuple[str, ...]:
    """The words offered for a place on the pad, those of its corner first, the mixed ones after them."""
    if mood is None or (mood.pleasantness == 0 and mood.energy == 0):
        return FEELING_WORDS["mixed"]
    side = "pleasant" if mood.pleasantness >= 0 else "unpleasant"
    height = "high" if mood.energy >= 0 else "low"
    return FEELING_WORDS[f"{side}-{height}"] + FEELING_WORDS["mixed"]
