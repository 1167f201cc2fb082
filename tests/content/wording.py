"""Which words the program does not use to the person, and why; each kind with the reason that a failing test prints."""

from __future__ import annotations

import re


def _words(*patterns: str) -> re.Pattern[str]:
    return re.compile(rf"\b(?:{'|'.join(patterns)})\b", re.IGNORECASE)


JUDGING = _words(
    "you have trust issues", "toxic", r"narcissis\w*", "damaged", "victims?", "abusers?", "liars?", "crazy",
    r"paranoi\w*", "cheating", "cheated on", "commit(?:ted)? suicide", "irrational", "abnormal",
)  # fmt: skip
"""Verdicts on a person, and words that hurt. Say what was done, or how it feels."""

PUSHING = _words(
    "you should", "you must", "you ought", "you failed", "you have failed", "you missed a", "just trust", "let go",
    "move on", "get over it", "learn to forgive", "time to forgive", "forgive and", "simply forgive",
)  # fmt: skip
"""Nobody is told what to do. Write “you could”, “you may”, “in your own time, or not”."""

ASSUMING = _words(
    "everyone has", "everybody has", "we all", "husbands?", "wife", "wives", "boyfriends?", "girlfriends?"
)
"""Not everyone is married, or like us. Write “some people”, “the person”, “someone close”."""

PROMISING = _words(
    "clinically", r"diagnos\w+", r"treats? (?:\w+ )?(?:anxiety|depression)", "heals?", "cures?", "proven to",
)  # fmt: skip
"""A notebook treats nothing and promises nothing."""

GENDERED = _words(
    "he", "she", "him", "her", "his", "hers", "himself", "herself", "man", "men", "woman", "women", "guys?", "ladies",
    "gentlemen", "boys?", "girls?", "mankind", "chairman", "policeman",
)  # fmt: skip
"""Write “they”, the name, or the person's part in it. Relatives may be named: an aunt is an aunt."""

YOUR_PARTNER = _words("your partner", "your spouse")
"""Trust is also among friends, relatives and colleagues: one unit alone is about couples."""

CONCLUDING = _words(
    "because", "caused", "led to", "proves", "should", "improved", "worse", "scores?", "normal", "must", "never lies",
)  # fmt: skip
"""Words that draw a conclusion for the person, about causes or about how they are doing."""

AVOIDED = re.compile(
    "|".join(pattern.pattern for pattern in (JUDGING, PUSHING, ASSUMING, PROMISING, YOUR_PARTNER)), re.IGNORECASE
)
"""What no text of the program says, wherever it stands."""
