"""Reads the guide from its files: parts in reading order, their units, and the prompts of each.

Of a section's text, paragraphs are parted by blank lines, and lines that begin with “- ” are the points of the
paragraph before them. The reader refuses what it does not know: a misspelt key would otherwise be lost without a word.
"""

from __future__ import annotations

from collections import Counter
from pathlib import Path

from trustjournal.domain.guide import Guide, Paragraph, Part, Section, Unit
from trustjournal.domain.prompt import Intensity, Kind, Prompt, Topic, View
from trustjournal.errors import ContentError
from trustjournal.services.guide_file import GuideTable

_INTENSITIES = {intensity.name.lower(): intensity for intensity in Intensity}
_KINDS = {kind.value: kind for kind in Kind}
_VIEWS = {view.value: view for view in View}
_TOPICS = {topic.value: topic for topic in Topic}

_POINT = "- "


def read_guide(folder: Path, language: str) -> Guide:
    """The guide in `folder`/`language`; raises `ContentError` naming the file and the place in it."""
    home = folder / language
    table = GuideTable.read(home / "guide.toml")
    parts = tuple(_part(part, home) for part in table.tables("parts"))
    table.end()
    _refuse_doubles("part id", [part.id for part in parts])
    named = [unit.id for part in parts for unit in part.units]
    _refuse_doubles("unit", named)
    _refuse_doubles("prompt id", [prompt.id for part in parts for unit in part.units for prompt in unit.prompts])
    for file in sorted((home / "units").glob("*.toml")):
        if file.stem not in named:
            raise ContentError(f"{file.name}: no part in guide.toml names this unit")
    return Guide(language, parts)


def _part(table: GuideTable, home: Path) -> Part:
    units = tuple(_unit(home / "units" / f"{unit_id}.toml", unit_id) for unit_id in table.texts("units"))
    part = Part(table.text("id"), table.optional_number("number"), table.text("title"), units)
    table.end()
    return part


def _unit(file: Path, unit_id: str) -> Unit:
    table = GuideTable.read(file)
    if table.text("id") != unit_id:
        raise table.error("id", "is not the name of its file")
    unit = Unit(
        id=unit_id,
        title=table.text("title"),
        purpose=table.text("purpose"),
        content_note=table.optional_text("content_note"),
        closing_step=table.text("closing_step"),
        key_ideas=table.texts("key_ideas"),
        sections=tuple(_section(section) for section in table.tables("sections")),
        prompts=tuple(_prompt(prompt, unit_id) for prompt in table.tables("prompts")),
    )
    table.end()
    return unit


def _section(table: GuideTable) -> Section:
    section = Section(table.text("heading", may_be_empty=True), _paragraphs(table))
    table.end()
    return section


def _paragraphs(table: GuideTable) -> tuple[Paragraph, ...]:
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


def _prompt(table: GuideTable, unit_id: str) -> Prompt:
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
