"""A page of the sample life as it stands in the modules of this package."""

from __future__ import annotations

from dataclasses import dataclass
from textwrap import dedent


@dataclass(frozen=True, slots=True)
class Page:
    """A title (often none), who it is about, tags, and a text wrapped for reading in code."""

    title: str
    who: str
    tags: str
    wrapped: str

    @property
    def text(self) -> str:
        """The text as somebody would have typed it: paragraphs parted by a blank line, no line breaks inside them."""
        paragraphs = dedent(self.wrapped).strip().split("\n\n")
        return "\n\n".join(" ".join(paragraph.split()) for paragraph in paragraphs)

    @property
    def people(self) -> tuple[str, ...]:
        """The names it is about."""
        return tuple(self.who.split())

    @property
    def labels(self) -> tuple[str, ...]:
        """Its tags."""
        return tuple(tag.strip() for tag in self.tags.split(",") if tag.strip())
