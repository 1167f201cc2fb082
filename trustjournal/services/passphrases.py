"""How long a passphrase would stand, and proposals for one.

The estimate is for somebody who has copied the files and guesses on their own machines. What it assumes:

- Every guess costs one Argon2id derivation at the floor this program writes (64 MiB, 3 passes). That is bound by memory
  traffic: some 400 MB a guess, so a graphics card that moves 1 TB a second tries about 2,500 a second. The journal's
  real cost is measured on the person's computer and is usually four to eight times the floor.
- The attacker has 400 such cards for as long as it takes: `GUESSES_A_SECOND`, a million. That is a rich attacker, not
  a state.
- Guesses come in the order of zxcvbn's model (common passwords, names, words, keyboard runs, dates) or word by word
  from the list our own proposals come from, whichever finds it sooner, and succeed half way through.
"""

from __future__ import annotations

import math
import re
import secrets
from collections.abc import Sequence
from dataclasses import dataclass
from importlib import resources

GUESSES_A_SECOND = 1_000_000

LONGEST_ESTIMATED = 72
"""Characters zxcvbn looks at; its time grows with the square of the length, and what follows only adds strength."""

_SIGNS_LOG10 = 1.0
"""About ten signs to put between words are worth trying."""

_PLAIN_WORDS = re.compile(r"[^\W_]+(?P<sign>[\W_]+)[^\W_]+(?:(?P=sign)[^\W_]+)*")


@dataclass(frozen=True, slots=True)
class Strength:
    """How long a passphrase would stand up to somebody who makes `GUESSES_A_SECOND`."""

    seconds: float


def estimate(passphrase: str, own_words: Sequence[str] = ()) -> Strength:
    """How strong `passphrase` is against somebody who also tries `own_words` first, such as the journal's name."""
    if not passphrase:
        return Strength(0.0)
    guesses = min(_guesses_log10(passphrase, own_words), _word_by_word_log10(passphrase, own_words))
    # 10^300 seconds is for ever; a float ends a little later.
    return Strength(10 ** min(300.0, guesses) / 2 / GUESSES_A_SECOND)


def propose(words: int = 6) -> str:
    """A passphrase of random words (EFF's long list, 12.9 bits each), from the system's source of randomness."""
    choices = _word_list()
    return " ".join(secrets.choice(choices) for _ in range(words))


def _guesses_log10(text: str, own_words: Sequence[str]) -> float:
    from zxcvbn import zxcvbn  # 70 ms to import: not on the way to the first frame

    tried_first = [word for own in own_words if own.strip() for word in (own, *own.split())]
    found = zxcvbn(text[:LONGEST_ESTIMATED], user_inputs=tried_first)
    return float(found["guesses_log10"])


def _word_by_word_log10(passphrase: str, own_words: Sequence[str]) -> float:
    """What guessing word after word takes: zxcvbn alone takes the spaces for signs that nobody would expect.

    Only for words and numbers with the same sign between them; anything else has to be guessed as a whole.
    """
    parted = _PLAIN_WORDS.fullmatch(passphrase)
    if parted is None:
        return math.inf
    words = passphrase.lower().split(parted["sign"])[: LONGEST_ESTIMATED // 2]
    listed = frozenset(_word_list())
    each = [math.log10(len(listed)) if word in listed else _guesses_log10(word, own_words) for word in words]
    return _SIGNS_LOG10 + math.fsum(each)


def _word_list() -> list[str]:
    """7,776 words, as xkcdpass brings them (Electronic Frontier Foundation, CC BY 3.0 US)."""
    text = resources.files("xkcdpass").joinpath("static", "eff-long").read_text(encoding="utf-8")
    return text.split()
