"""The guide's files are read strictly: what breaks the format is refused, with the file and the place."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from tests.conftest import MADE_UP_GUIDE
from trustjournal.domain.guide import Fact, Paragraph
from trustjournal.domain.prompt import Intensity, Kind, Topic, View
from trustjournal.errors import ContentError
from trustjournal.services.guide_reader import read_guide, read_whole

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
    assert guide.parts[1].units[0].text.content_note is None
    assert guide.parts[1].units[1].text.content_note == "This text gets wet."
    assert guide.prompts[0].id == "boats.light-0"


def test_points_belong_to_the_paragraph_before_them_and_lines_are_joined() -> None:
    section = read_guide(MADE_UP_GUIDE, "en").parts[0].units[0].text.sections[0]
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


def test_the_guide_that_ships_can_be_read_whole() -> None:
    guide = read_whole(read_guide(SHIPPED, "en"))
    assert [part.number for part in guide.parts] == [1, 2, 3, 4, 5, 6, 7, 8, None, None]


@pytest.mark.parametrize(
    ("file", "old", "new", "place"),
    [
        ("units/wind.toml", "purpose = ", "porpoise = ", "wind.toml: purpose"),
        ("units/wind.toml", "purpose = ", 'colour = "blue"\npurpose = ', "wind.toml: colour"),
        ("guide.toml", 'title = "Wind"', 'title = " "', "guide.toml: parts 2: units 1: title"),
        ("guide.toml", 'title = "Wind"', "title = 3", "guide.toml: parts 2: units 1: title"),
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
        ("guide.toml", 'id = "boats"', 'id = "ships"', "boats.toml"),
        ("guide.toml", 'id = "rain"', 'id = "wind"', "unit wind"),
        ("guide.toml", '[[parts.units]]\nid = "rain"\ntitle = "Rain"\n', "", "rain.toml"),
        ("guide.toml", 'id = "lighthouse"', 'id = "beacon"', "lighthouse.toml"),
        ("guide.toml", "care = true", "care = 1", "guide.toml: articles 1: care"),
        ("articles/lighthouse.toml", 'id = "lighthouse"', 'id = "beacon"', "lighthouse.toml: id"),
        ("articles/lighthouse.toml", 'limit = "Not in fog."\n', "", "lighthouse.toml: facts 1: limit"),
        ("articles/lighthouse.toml", 'source = "', 'sauce = "', "lighthouse.toml: facts 1: source"),
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
        read_whole(read_guide(copy, "en"))
    assert place in str(caught.value)


def test_a_unit_that_is_named_and_not_there_is_refused_when_it_is_read(copy: Path) -> None:
    (copy / "en" / "units" / "boats.toml").unlink()
    guide = read_guide(copy, "en")
    with pytest.raises(ContentError, match=r"boats\.toml"):
        read_whole(guide)


def test_a_text_is_read_when_somebody_asks_for_it(copy: Path) -> None:
    guide = read_guide(copy, "en")
    file = copy / "en" / "units" / "wind.toml"
    file.write_text(file.read_text(encoding="utf-8").replace('purpose = "', 'purpose = "Blown: ', 1), encoding="utf-8")
    wind = guide.unit("wind")
    assert wind is not None
    assert wind.text.purpose.startswith("Blown: ")  # changed after the outline was read
    file.unlink()
    assert wind.text.purpose.startswith("Blown: ")  # and read once


def test_whatever_a_language_does_not_have_yet_is_english(copy: Path) -> None:
    german = copy / "de"
    (german / "units").mkdir(parents=True)
    outline = (copy / "en" / "guide.toml").read_text(encoding="utf-8")
    (german / "guide.toml").write_text(outline.replace("The harbour", "Der Hafen"), encoding="utf-8")
    boats = (copy / "en" / "units" / "boats.toml").read_text(encoding="utf-8")
    (german / "units" / "boats.toml").write_text(boats, encoding="utf-8")
    guide = read_whole(read_guide(copy, "de"))
    assert guide.parts[0].title == "Der Hafen"
    assert {unit.id: unit.language for unit in guide.units} == {"boats": "de", "wind": "en", "rain": "en"}
    assert [article.language for article in guide.articles] == ["en"]


def test_a_language_that_is_not_there_is_english() -> None:
    guide = read_guide(MADE_UP_GUIDE, "tlh")
    assert [part.title for part in guide.parts] == ["The harbour", "Side topic: weather"]
    assert {unit.language for unit in guide.units} == {"en"}


def test_an_article_has_its_sections_facts_and_last_line() -> None:
    (article,) = read_guide(MADE_UP_GUIDE, "en").articles
    assert (article.id, article.title, article.is_care) == ("lighthouse", "The lighthouse", True)
    assert article.text.sections[0].paragraphs[1] == Paragraph("Look for it when:", ("it is dark,", "you are alone."))
    assert article.text.facts == (
        Fact("Light travels far over water.", "Not in fog.", "Someone, “On Light”, 1900", ("wind",)),
    )
    assert article.text.closing_step == "Look up."


def test_a_file_that_is_no_text_is_refused(copy: Path) -> None:
    (copy / "en" / "units" / "wind.toml").write_bytes(b"\xff\xfe\x00")
    with pytest.raises(ContentError, match=r"wind\.toml"):
        read_whole(read_guide(copy, "en"))
