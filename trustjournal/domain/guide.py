"""The guide: parts and the units they are made of, as read from `resources/guide/<language>/`."""

from __future__ import annotations

from dataclasses import dataclass

from trustjournal.domain.prompt import Prompt


@dataclass(frozen=True, slots=True)
class Section:
    """A heading (empty for the opening) and its paragraphs; a paragraph that is a list has its items in `items`."""

    heading: str
    paragraphs: tuple[Paragraph, ...]


@dataclass(frozen=True, slots=True)
class Paragraph:
    """Plain text, and the points under it where it introduces a list."""

    text: str
    items: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Unit:
    """A text with key ideas, prompts and a closing step."""

    id: str
    title: str
    purpose: str
    sections: tuple[Section, ...]
    key_ideas: tuple[str, ...]
    prompts: tuple[Prompt, ...]
    closing_step: str
    content_note: str | None = None

    @property
    def minutes(self) -> int:
        """Reading time at 200 words a minute, at least one."""
        words = sum(len(" ".join((p.text, *p.items)).split()) for section in self.sections for p in section.paragraphs)
        return max(1, round(words / 200))


@dataclass(frozen=True, slots=True)
class Part:
    """A numbered part of the guide, made of one unit or more; side topics have no number."""

    id: str
    number: int | None
    title: str
    units: tuple[Unit, ...]


@dataclass(frozen=True, slots=True)
class Guide:
    """All parts in reading order, in one language."""

    language: str
    parts: tuple[Part, ...]

    def part_of_unit(self, unit_id: str) -> Part | None:
        """The part a unit belongs to; None for a unit this version of the guide no longer has."""
        return next((part for part in self.parts for unit in part.units if unit.id == unit_id), None)

    @property
    def prompts(self) -> tuple[Prompt, ...]:
        """Every prompt, in reading order."""
        return tuple(prompt for part in self.parts for unit in part.units for prompt in unit.prompts)
