"""The guide's files are read strictly: what breaks the format is refused, with the file and the place."""

from __future__ import annotations

import shutil
from pathlib import Path
from time import perf_counter

import pytest

from tests.conftest import MADE_UP_GUIDE
from trustjournal.domain.guide import Paragraph
from trustjournal.domain.prompt import Intensity, Kind, Topic, View
from trustjournal.errors import ContentError
from trustjournal.services.guide_reader import read_guide

SHIPPED = Path(__file__).resolve().parents[2] / "resources" / "guide"


@pytest.fixture
def copy(tmp_path: Path) -> Path:
    """The made-up guide, to be broken."""
    return Path(shutil.copytree(MADE_UP_GUIDE, tmp_path / "guide"))


def test_parts_units_and_prompts_come_in_reading_order() -> None:
    guide = read_guide(MADE_UP_GUIDE, "en")
    assert [(part.id, part.number, part.title) for part in guide.parts] == [
        ("harbour", 2, "The harbour"),
        ("weather", None, "Side topic: weather"),
    ]
    assert [unit.id for unit in guide.parts[1].units] == ["wind", "rain"]
    assert guide.parts[1].units[0].content_note is None
    assert guide.parts[1].units[1].content_note == "This text gets wet."
    assert guide.prompts[0].id == "boats.light-0"


def test_points_belong_to_the_paragraph_before_them_and_lines_are_joined() -> None:
    section = read_guide(MADE_UP_GUIDE, "en").parts[0].units[0].sections[0]
    assert section.heading == ""
    assert section.paragraphs == (
        Paragraph("A first paragraph about boats, on two lines."),
        Paragraph("A second one, with points:", ("the first", "the second")),
    )


def test_a_prompt_has_everything_its_file_says() -> None:
    prompts = {prompt.id: prompt for prompt in read_guide(MADE_UP_GUIDE, "en").prompts}
    deep = prompts["wind.deep-0"]
    assert (deep.unit, deep.intensity, deep.kind, deep.view) == ("wind", Intensity.DEEP, Kind.PROCESS, View.FUTURE)
    assert deep.topics == {Topic.PAST_PAIN, Topic.DEATH}
    assert (deep.minutes, deep.content_note, deep.close_step) == (8, "Goes deep.", "Name three things you see.")
    assert prompts["wind.medium-1"].needs_person
    assert not prompts["wind.medium-0"].needs_person


def test_the_guide_that_ships_can_be_read_quickly() -> None:
    start = perf_counter()
    guide = read_guide(SHIPPED, "en")
    assert [part.id for part in guide.parts] == ["what-trust-issues-are", "causes"]
    assert perf_counter() - start < 0.02 * sum(len(part.units) for part in guide.parts)


@pytest.mark.parametrize(
    ("file", "old", "new", "place"),
    [
        ("units/wind.toml", 'title = "Wind"', 'titel = "Wind"', "wind.toml: title"),
        ("units/wind.toml", 'title = "Wind"', 'title = "Wind"\ncolour = "blue"', "wind.toml: colour"),
        ("units/wind.toml", 'title = "Wind"', 'title = " "', "wind.toml: title"),
        ("units/wind.toml", 'title = "Wind"', "title = 3", "wind.toml: title"),
        ("units/wind.toml", 'id = "wind"', 'id = "boats"', "wind.toml: id"),
        ("units/wind.toml", 'id = "wind"', "id = ", "wind.toml: "),
        ("units/wind.toml", 'intensity = "deep"', 'intensity = "abysmal"', "wind.toml: prompts 11: intensity"),
        ("units/wind.toml", 'kind = "action"', 'kind = "deed"', "wind.toml: prompts 4: kind"),
        ("units/wind.toml", 'view = "step-back"', 'view = "above"', "wind.toml: prompts 7: view"),
        ("units/wind.toml", '"death"', '"taxes"', "wind.toml: prompts 11: topics"),
        ("units/wind.toml", "minutes = 8", "minutes = 0", "wind.toml: prompts 11: minutes"),
        ("units/wind.toml", "minutes = 8", "minutes = true", "wind.toml: prompts 11: minutes"),
        ("units/wind.toml", "needs_person = true", 'needs_person = "yes"', "wind.toml: prompts 8: needs_person"),
        ("units/wind.toml", 'close_step = "Look up."\n', "", "wind.toml: prompts 7: close_step"),
        ("units/wind.toml", 'content_note = "Goes deep."\n', "", "wind.toml: prompts 11: content_note"),
        ("units/wind.toml", 'id = "wind.deep-0"', 'id = "deep-0"', "wind.toml: prompts 11: id"),
        ("units/wind.toml", 'id = "wind.light-1"', 'id = "wind.light-0"', "wind.light-0"),
        ("units/wind.toml", "A second one, with points:\n\n", "- early\n\n", "wind.toml: sections 1: text"),
        ("units/wind.toml", "- the second", "the second", "wind.toml: sections 1: text"),
        (
            "units/wind.toml",
            'heading = "More wind"',
            'heading = "More wind"\nlevel = 2',
            "wind.toml: sections 2: level",
        ),
        ("units/wind.toml", '    "They come and go.",', "    7,", "wind.toml: key_ideas"),
        ("guide.toml", '"boats"', '"ships"', "ships.toml"),
        ("guide.toml", '"rain"]', '"wind"]', "unit wind"),
        ("guide.toml", ', "rain"]', "]", "rain.toml"),
        ("guide.toml", 'id = "weather"', 'id = "harbour"', "part id harbour"),
        ("guide.toml", "number = 2", 'number = "two"', "guide.toml: parts 1: number"),
        ("guide.toml", "number = 2", "numbre = 2", "guide.toml: parts 1: numbre"),
        ("guide.toml", "[[parts]]", "[[chapters]]", "guide.toml: parts"),
    ],
)
def test_a_file_that_breaks_the_format_is_refused_with_its_place(
    copy: Path, file: str, old: str, new: str, place: str
) -> None:
    path = copy / "en" / file
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new) if file == "guide.toml" and "parts" in old else text.replace(old, new, 1))
    with pytest.raises(ContentError) as caught:
        read_guide(copy, "en")
    assert place in str(caught.value)


def test_a_language_that_is_not_there_is_refused() -> None:
    with pytest.raises(ContentError, match=r"guide\.toml"):
        read_guide(MADE_UP_GUIDE, "tlh")


def test_a_file_that_is_no_text_is_refused(copy: Path) -> None:
    (copy / "en" / "units" / "wind.toml").write_bytes(b"\xff\xfe\x00")
    with pytest.raises(ContentError, match=r"wind\.toml"):
        read_guide(copy, "en")
