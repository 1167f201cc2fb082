"""A way to write a passage in a test: `|` is the caret, `‹` and `›` are around what is selected."""

from __future__ import annotations

from trustjournal.domain.passage import Passage


def passage(drawn: str, fence: int = 0) -> Passage:
    """The passage that is drawn."""
    if "|" in drawn:
        place = drawn.index("|")
        return Passage(drawn.replace("|", ""), place, place, fence)
    start, end = drawn.index("‹"), drawn.index("›") - 1
    return Passage(drawn.replace("‹", "").replace("›", ""), start, end, fence)


def drawn(passage: Passage) -> str:
    """The drawing of a passage."""
    text = passage.text
    if passage.is_caret:
        return f"{text[: passage.position]}|{text[passage.position :]}"
    return f"{text[: passage.start]}‹{text[passage.start : passage.end]}›{text[passage.end :]}"
