"""Reads the guide from its files: parts in reading order, their units, the prompts of each, and articles beside them.

Of a section's text, paragraphs are parted by blank lines, and lines that begin with “- ” are the points of the
paragraph before them. The reader refuses what it does not know: a misspelt key would otherwise be lost without a word.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from functools import partial
from pathlib import Path

from trustjournal.domain.guide import (
    OWN_UNIT,
    Article,
    ArticleText,
    Fact,
    Guide,
    Paragraph,
    Part,
    Section,
    Unit,
    UnitText,
    own_part,
)
from trustjournal.domain.prompt import Intensity, Kind, Prompt, Topic, View
from trustjournal.errors import ContentError
from trustjournal.services.content_file import ContentTable

_INTENSITIES = {intensity.name.lower(): intensity for intensity in Intensity}
_KINDS = {kind.value: kind for kind in Kind}
_VIEWS = {view.value: view for view in View}
_TOPICS = {topic.value: topic for topic in Topic}

_POINT = "- "

ENGLISH = "en"
"""The language the guide is written in; every other one is translated from it."""


def read_guide(folder: Path, language: str) -> Guide:
    """The guide in `folder`/`language`, in which whatever that language does not have yet is English.

    Texts are read when somebody asks for them; `read_whole` asks for all. Raises `ContentError` naming the file and the
    place in it.
    """
    home, english = folder / language, folder / ENGLISH
    outline = home / "guide.toml"
    table = ContentTable.read(outline if outline.exists() else english / "guide.toml")
    own = table.optional_text("own_prompts")
    parts = tuple(_part(part, home, english) for part in table.tables("parts"))
    articles = tuple(_article(article, home, english) for article in table.optional_tables("articles"))
    table.end()
    _refuse_doubles("part id", [OWN_UNIT, *(part.id for part in parts)])
    guide = Guide(language, parts, articles)
    if own is not None:
        guide = replace(guide, own=own_part(own, outline.parent.name if outline.exists() else ENGLISH))
    for what, place, named in (
        ("unit", "units", [unit.id for unit in guide.units]),
        ("article", "articles", [article.id for article in articles]),
    ):
        _refuse_doubles(what, named)
        for file in sorted((home / place).glob("*.toml")):
            if file.stem not in named:
                raise ContentError(f"{file.name}: guide.toml does not name this {what}")
    return guide


def read_whole(guide: Guide) -> Guide:
    """The same guide once every text of it was read; raises ContentError for the first that is not as it should be."""
    for article in guide.articles:
        _ = article.text
    _refuse_doubles("prompt id", [prompt.id for prompt in guide.prompts])
    return guide


def _part(table: ContentTable, home: Path, english: Path) -> Part:
    units = tuple(_unit(unit, home, english) for unit in table.tables("units"))
    part = Part(table.text("id"), table.optional_number("number"), table.text("title"), units)
    table.end()
    return part


def _unit(table: ContentTable, home: Path, english: Path) -> Unit:
    id_, title = table.text("id"), table.text("title")
    table.end()
    file = _file(f"units/{id_}.toml", home, english)
    return Unit(id_, title, file.parent.parent.name, partial(_unit_text, file, id_))


def _unit_text(file: Path, unit_id: str) -> UnitText:
    table = _read_named(file, unit_id)
    text = UnitText(
        purpose=table.text("purpose"),
        content_note=table.optional_text("content_note"),
        closing_step=table.text("closing_step"),
        key_ideas=table.texts("key_ideas"),
        sections=tuple(_section(section) for section in table.tables("sections")),
        prompts=tuple(_prompt(prompt, unit_id) for prompt in table.tables("prompts")),
    )
    table.end()
    return text


def _article(table: ContentTable, home: Path, english: Path) -> Article:
    id_, title, is_care = table.text("id"), table.text("title"), table.flag("care")
    table.end()
    file = _file(f"articles/{id_}.toml", home, english)
    return Article(id_, title, is_care, file.parent.parent.name, partial(_article_text, file, id_))


def _article_text(file: Path, article_id: str) -> ArticleText:
    table = _read_named(file, article_id)
    text = ArticleText(
        purpose=table.text("purpose"),
        sections=tuple(_section(section) for section in table.tables("sections")),
        facts=tuple(_fact(fact) for fact in table.optional_tables("facts")),
        closing_step=table.optional_text("closing_step"),
    )
    table.end()
    return text


def _fact(table: ContentTable) -> Fact:
    fact = Fact(table.text("claim"), table.text("limit"), table.text("source"), table.texts("units"))
    table.end()
    return fact


def _file(name: str, home: Path, english: Path) -> Path:
    own = home / name
    return own if own.exists() else english / name


def _read_named(file: Path, id_: str) -> ContentTable:
    table = ContentTable.read(file)
    if table.text("id") != id_:
        raise table.error("id", "is not the name of its file")
    return table


def _section(table: ContentTable) -> Section:
    section = Section(table.text("heading", may_be_empty=True), _paragraphs(table))
    table.end()
    return section


def _paragraphs(table: ContentTable) -> tuple[Paragraph, ...]:
    """Paragraphs are parted by blank lines; points belong to the paragraph before them."""
    paragraphs: list[Paragraph] = []
    for block in table.text("text").split("\n\n"):
        lines = [line.strip() for line in block.splitlines() if line.strip()]
        points = tuple(line.removeprefix(_POINT).strip() for line in lines if line.startswith(_POINT))
        words = " ".join(line for line in lines if not line.startswith(_POINT))
        if points and not all(line.startswith(_POINT) for line in lines[-len(points) :]):
            raise table.error("text", "has a line among its points that does not begin with “- ”")
        if words:
            paragraphs.append(Paragraph(words, points))
        elif points:
            if not paragraphs or paragraphs[-1].items:
                raise table.error("text", "has points with no paragraph before them")
            paragraphs[-1] = Paragraph(paragraphs[-1].text, points)
    return tuple(paragraphs)


def _prompt(table: ContentTable, unit_id: str) -> Prompt:
    prompt = Prompt(
        id=table.text("id"),
        unit=unit_id,
        intensity=table.choice("intensity", _INTENSITIES),
        kind=table.choice("kind", _KINDS),
        view=table.choice("view", _VIEWS),
        text=table.text("text"),
        minutes=table.number("minutes"),
        topics=frozenset(table.choices("topics", _TOPICS)),
        needs_person=table.flag("needs_person"),
        close_step=table.optional_text("close_step"),
        content_note=table.optional_text("content_note"),
    )
    table.end()
    if not prompt.id.startswith(f"{unit_id}."):
        raise table.error("id", f"does not begin with “{unit_id}.”")
    if prompt.intensity > Intensity.LIGHT and prompt.close_step is None:
        raise table.error("close_step", "is missing: only a light prompt may end without one")
    if prompt.intensity is Intensity.DEEP and prompt.content_note is None:
        raise table.error("content_note", "is missing from a deep prompt")
    return prompt


def _refuse_doubles(what: str, names: list[str]) -> None:
    for name, times in Counter(names).items():
        if times > 1:
            raise ContentError(f"guide.toml: the {what} {name} is there {times} times")
