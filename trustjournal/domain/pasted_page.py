"""What a person pasted from another program, made fit for the journal: Markdown, and the pictures that were in it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

PICTURE_MARK = "\ufffc"
"""Stands in the text where the address of a picture belongs; no text of a person has this character."""

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
