"""The words of the guide as they stand on its pages: blocks to be set one after the other, and what can be found."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from enum import Enum, auto

from trustjournal.domain.find_in_text import FindableText, Looking
from trustjournal.domain.guide import Article, Guide, Section, Unit
from trustjournal.domain.prompt import Intensity, Prompt

MOST_HITS = 300
"""More places are not listed: whoever gets so many looks for something else."""


class Voice(Enum):
    """How a block is set."""

    TEXT = auto()
    HEADING = auto()
    POINT = auto()


@dataclass(frozen=True, slots=True)
class Block:
    """A paragraph, a heading or a point of a list."""

    voice: Voice
    text: str


def blocks_of(sections: tuple[Section, ...]) -> Iterator[Block]:
    """The blocks of some sections in reading order."""
    for section in sections:
        if section.heading:
            yield Block(Voice.HEADING, section.heading)
        for paragraph in section.paragraphs:
            if paragraph.text:
                yield Block(Voice.TEXT, paragraph.text)
            for item in paragraph.items:
                yield Block(Voice.POINT, item)


class Spot(Enum):
    """Where in a unit or an article something stands."""

    TITLE = auto()
    PURPOSE = auto()
    TEXT = auto()
    """A block of its sections, counted from 0."""
    IDEA = auto()
    FACT = auto()
    """A claim with its limit and its source, counted from 0."""
    PROMPT = auto()
    """A prompt, counted among all of the unit."""
    CLOSING = auto()


@dataclass(frozen=True, slots=True)
class GuidePassage:
    """A few words of the guide and where they stand."""

    item: str
    """The id of the unit or the article."""
    spot: Spot
    index: int
    text: str = field(repr=False)
    is_folded: bool = False
    """A deep prompt: that it is there may be told, what it says may not."""


@dataclass(frozen=True, slots=True)
class GuideHit:
    """A place where something was found: start and end in UTF-16 units of the passage."""

    passage: GuidePassage
    start: int
    end: int


def passages_of(guide: Guide, is_offered: Callable[[Prompt], bool]) -> Iterator[GuidePassage]:
    """Everything there is to read, in reading order; reads every text. Prompts that are not offered are left out."""
    for unit in guide.units:
        yield from _of_unit(unit, is_offered)
    for article in guide.articles:
        yield from _of_article(article)


def _of_unit(unit: Unit, is_offered: Callable[[Prompt], bool]) -> Iterator[GuidePassage]:
    text = unit.text
    yield GuidePassage(unit.id, Spot.TITLE, 0, unit.title)
    yield GuidePassage(unit.id, Spot.PURPOSE, 0, text.purpose)
    for number, block in enumerate(blocks_of(text.sections)):
        yield GuidePassage(unit.id, Spot.TEXT, number, block.text)
    for number, idea in enumerate(text.key_ideas):
        yield GuidePassage(unit.id, Spot.IDEA, number, idea)
    for number, prompt in enumerate(text.prompts):
        if is_offered(prompt):
            yield GuidePassage(unit.id, Spot.PROMPT, number, prompt.text, prompt.intensity is Intensity.DEEP)
    yield GuidePassage(unit.id, Spot.CLOSING, 0, text.closing_step)


def _of_article(article: Article) -> Iterator[GuidePassage]:
    text = article.text
    yield GuidePassage(article.id, Spot.TITLE, 0, article.title)
    yield GuidePassage(article.id, Spot.PURPOSE, 0, text.purpose)
    for number, block in enumerate(blocks_of(text.sections)):
        yield GuidePassage(article.id, Spot.TEXT, number, block.text)
    for number, fact in enumerate(text.facts):
        yield GuidePassage(article.id, Spot.FACT, number, "\n".join((fact.claim, fact.limit, fact.source)))
    if text.closing_step is not None:
        yield GuidePassage(article.id, Spot.CLOSING, 0, text.closing_step)


class FindableGuide:
    """The guide made ready to be looked through many times."""

    def __init__(self, passages: Iterable[GuidePassage]) -> None:
        self._passages = [(passage, FindableText(passage.text)) for passage in passages]

    def hits(self, words: str) -> tuple[GuideHit, ...]:
        """Where the words stand, in reading order, up to `MOST_HITS`; a folded prompt is told once."""
        looking = Looking(words)
        found: list[GuideHit] = []
        for passage, text in self._passages:
            hits = text.hits(looking)
            found += [GuideHit(passage, *hit) for hit in (hits[:1] if passage.is_folded else hits)]
            if len(found) >= MOST_HITS:
                break
        return tuple(found[:MOST_HITS])


def around(hit: GuideHit, before: int = 24, after: int = 90) -> str:
    """A few whole words around a hit, in one line; `before` and `after` are characters."""
    units = hit.passage.text.encode("utf-16-le")
    head = units[: 2 * hit.start].decode("utf-16-le", "replace")
    rest = units[2 * hit.start :].decode("utf-16-le", "replace")
    beginning, ending = head[-before:], rest[:after]
    if len(head) > before:
        beginning = "…" + beginning.partition(" ")[2]
    if len(rest) > after:
        ending = ending.rpartition(" ")[0] + "…"
    return " ".join((beginning + ending).split())
