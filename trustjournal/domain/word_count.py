"""Counting words, also in scripts that write them without spaces."""

from __future__ import annotations

import re

from trustjournal.domain.attachment import without_pictures

_ONE_EACH = "\u3005-\u3007\u3040-\u30ff\u31f0-\u31ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U0003ffff"
"""Chinese characters and Japanese kana: no spaces tell their words apart, so each counts as one, as office programs do.

Korean is written with spaces and counted like English. Thai, Lao, Khmer and Burmese need a dictionary to be cut;
there a run between two spaces counts as one word.
"""

# A word begins at a letter or digit and runs to the next space, dash or character that counts by itself. Marks such as
# Devanagari vowel signs are no letters to `\w`, which is why the rest of a word is anything but a boundary.
_WORD = re.compile(rf"[{_ONE_EACH}]|[^\W_{_ONE_EACH}][^\s—–…{_ONE_EACH}]*")


def count_words(text: str) -> int:
    """How many words a text has; “can't” and “well-known” are one each, and punctuation alone is none."""
    # Line by line: no word goes over its end, and a long text does not hold up the window in one piece.
    return sum(len(_WORD.findall(without_pictures(line))) for line in text.splitlines())
