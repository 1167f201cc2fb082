"""What a person pasted from another program, made fit for the journal: Markdown, and the pictures that were in it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from trustjournal.domain.markup import LineKind, read_line

PICTURE_MARK = "\ufffc"
"""Stands in the text where the address of a picture belongs; no text of a person has this character."""

_BLOCK = re.compile(r"#{1,6} |[-*+] |\d{1,9}[.)] |>|```|\||!\[|---$", re.MULTILINE)
_PICTURE = re.compile(rf"!\[((?:[^\]\\]|\\.)*)\]\({PICTURE_MARK}\)")


@dataclass(frozen=True, slots=True)
class PastedPage:
    """Markdown with one `![words](PICTURE_MARK)` for each of `pictures`, in their order; their bytes are unchecked."""

    markdown: str = field(repr=False)
    pictures: tuple[bytes, ...] = field(default=(), repr=False)

    def with_pictures(self, addresses: Sequence[str | None]) -> str:
        """The Markdown with an address for each picture; where it is None, only the words about the picture stay."""
        left = iter(addresses)

        def put(match: re.Match[str]) -> str:
            address = next(left, None)
            return match[1] if address is None else f"![{match[1]}]({address})"

        return _PICTURE.sub(put, self.markdown)


def between(before: str, markdown: str, after: str) -> str:
    """The Markdown with blank lines around it where it could not stand beside the words on its line.

    `before` and `after` are what stands on the line left and right of where it goes in.
    """
    begins_a_block = _BLOCK.match(markdown) is not None
    gap_before = "\n\n" if before.strip() and (begins_a_block or _is_picture(before)) else ""
    gap_after = "\n\n" if after.strip() and (begins_a_block or "\n" in markdown or _is_picture(after)) else ""
    return gap_before + markdown + gap_after


def _is_picture(line: str) -> bool:
    """Whether a picture of the journal stands there: it is shown where it has its line for itself."""
    return read_line(line).kind is LineKind.PICTURE
