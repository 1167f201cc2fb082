"""The guide: parts and the units they are made of, and articles beside them, as `resources/guide/<language>/` has them.

Names and order are there from the start; a text is read from its file when somebody first asks for it.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from functools import cached_property

from trustjournal.domain.prompt import Prompt

WORDS_A_MINUTE = 200
OWN_UNIT = "own"
"""The unit, and the part, that a person's own prompts are of. It has no text."""


@dataclass(frozen=True, slots=True)
class Paragraph:
    """Plain text, and the points under it where it introduces a list."""

    text: str
    items: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Section:
    """A heading (empty for the opening) and its paragraphs."""

    heading: str
    paragraphs: tuple[Paragraph, ...]

    @property
    def words(self) -> int:
        """How many words its paragraphs have."""
        return sum(len(" ".join((p.text, *p.items)).split()) for p in self.paragraphs)


@dataclass(frozen=True, slots=True)
class UnitText:
    """What a unit's file says."""

    purpose: str
    sections: tuple[Section, ...]
    key_ideas: tuple[str, ...]
    prompts: tuple[Prompt, ...]
    closing_step: str
    content_note: str | None = None


@dataclass(frozen=True)
class Unit:
    """A text with key ideas, prompts and a closing step. Its text raises `ContentError` where its file is broken."""

    id: str
    title: str
    language: str
    """The language of its text: English where the guide's own language does not have it yet."""
    read: Callable[[], UnitText] = field(repr=False, compare=False)

    @cached_property
    def text(self) -> UnitText:
        """Everything to be read in it."""
        return self.read()

    @property
    def prompts(self) -> tuple[Prompt, ...]:
        """Its prompts, in the order of the file."""
        return self.text.prompts

    @property
    def words(self) -> int:
        """The words of its running text."""
        return sum(section.words for section in self.text.sections)

    @property
    def minutes(self) -> int:
        """Reading time, at least one minute."""
        return max(1, round(self.words / WORDS_A_MINUTE))


@dataclass(frozen=True, slots=True)
class Part:
    """A numbered part of the guide, made of one unit or more; side topics have no number."""

    id: str
    number: int | None
    title: str
    units: tuple[Unit, ...]


@dataclass(frozen=True, slots=True)
class Fact:
    """A claim from research, never without its limit and its source, and the units that make use of it."""

    claim: str
    limit: str
    source: str
    units: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class ArticleText:
    """What an article's file says."""

    purpose: str
    sections: tuple[Section, ...]
    facts: tuple[Fact, ...] = ()
    closing_step: str | None = None


@dataclass(frozen=True)
class Article:
    """A page beside the parts, without prompts. Its text raises `ContentError` where its file is broken."""

    id: str
    title: str
    is_care: bool
    """About being safe and finding help."""
    language: str
    read: Callable[[], ArticleText] = field(repr=False, compare=False)

    @cached_property
    def text(self) -> ArticleText:
        """Everything to be read in it."""
        return self.read()

    @property
    def minutes(self) -> int:
        """Reading time of its sections and of its claims with their limits, at least one minute."""
        words = sum(section.words for section in self.text.sections)
        words += sum(len(f"{fact.claim} {fact.limit}".split()) for fact in self.text.facts)
        return max(1, round(words / WORDS_A_MINUTE))


def own_part(title: str, language: str) -> Part:
    """The part that stands for a person's own prompts; these are kept in the journal, and not here."""
    return Part(OWN_UNIT, None, title, (Unit(OWN_UNIT, title, language, lambda: UnitText("", (), (), (), "")),))


@dataclass(frozen=True, slots=True)
class Guide:
    """All parts and articles in reading order, in one language."""

    language: str
    parts: tuple[Part, ...]
    articles: tuple[Article, ...] = ()
    own: Part = field(default_factory=lambda: own_part("Your own prompts", "en"))
    """What a person's own prompts are listed under. It is none of `parts`, because nobody wrote it beforehand."""

    @property
    def named_parts(self) -> tuple[Part, ...]:
        """Every part that an entry can have begun from."""
        return (*self.parts, self.own)

    @property
    def units(self) -> Iterator[Unit]:
        """Every unit, in reading order."""
        return (unit for part in self.parts for unit in part.units)

    @property
    def prompts(self) -> tuple[Prompt, ...]:
        """Every prompt, in reading order; reads every unit that was not read yet."""
        return tuple(prompt for unit in self.units for prompt in unit.prompts)

    def part_of_unit(self, unit_id: str) -> Part | None:
        """The part a unit belongs to, own prompts too; None for a unit this version of the guide no longer has."""
        return next((part for part in self.named_parts for unit in part.units if unit.id == unit_id), None)

    def unit(self, unit_id: str) -> Unit | None:
        """The unit with this id; None for one this version of the guide no longer has."""
        return next((unit for unit in self.units if unit.id == unit_id), None)

    def article(self, article_id: str) -> Article | None:
        """The article with this id."""
        return next((article for article in self.articles if article.id == article_id), None)

    def prompt(self, prompt_id: str) -> Prompt | None:
        """The prompt with this id; only its own unit is read for it."""
        unit = self.unit(prompt_id.partition(".")[0])
        return None if unit is None else next((one for one in unit.prompts if one.id == prompt_id), None)
