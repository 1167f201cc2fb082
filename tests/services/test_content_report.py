"""The report says what stands in the guide's files, and refuses to speak of files that are broken."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from tests.conftest import MADE_UP_GUIDE
from trustjournal.domain.prompt import Intensity
from trustjournal.services.content_report import ContentReport, TextMeasure, report_on_content

SETTLE = """
id = "settle"
title = "Settle"
minutes = 2
why = "It helps."
units = ["boats"]
closing = "That is all."
[[steps]]
text = "Sit down."
"""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """The made-up guide with one exercise, to be changed."""
    folder = Path(shutil.copytree(MADE_UP_GUIDE, tmp_path / "guide"))
    _write(folder / "en" / "exercises" / "settle.toml", SETTLE)
    return folder


def _write(file: Path, text: str) -> None:
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(text, encoding="utf-8")


def _translate(folder: Path, name: str, old: str = "", new: str = "") -> None:
    """Put the English file there as an Italian one, with one change."""
    text = (folder / "en" / name).read_text(encoding="utf-8")
    assert old in text
    _write(folder / "it" / name, text.replace(old, new, 1))


def _boats(report: ContentReport) -> TextMeasure:
    return next(unit.text for unit in report.units if unit.id == "boats")


def test_units_come_in_reading_order_with_their_prompts_at_each_intensity(folder: Path) -> None:
    report = report_on_content(folder, "en")
    assert [unit.id for unit in report.units] == ["boats", "wind", "rain"]
    assert report.units[0].prompts == {Intensity.LIGHT: 6, Intensity.MEDIUM: 4, Intensity.DEEP: 1}
    assert [exercise.id for exercise in report.exercises] == ["settle"]
    assert report.missing == report.faults == ()


def test_the_running_text_is_measured_and_headings_and_prompts_are_not(folder: Path) -> None:
    file = folder / "en" / "units" / "boats.toml"
    before, _, after = file.read_text(encoding="utf-8").partition("[[sections]]")
    prompts = after[after.index("[[prompts]]") :]
    text = "The cat sat on\nthe mat. It was:\n\n- happy"
    section = f'[[sections]]\nheading = "A heading of many words"\ntext = """\n{text}\n"""\n\n'
    file.write_text(before + section + prompts, encoding="utf-8")
    measured = _boats(report_on_content(folder, "en"))
    assert (measured.words, measured.longest_sentence) == (9, 6)
    assert measured.grade == round(0.39 * 9 / 3 + 11.8 * 10 / 9 - 15.59, 1)


def test_every_broken_file_is_named_at_once(folder: Path) -> None:
    for name, old in (
        ("units/boats.toml", "purpose"),
        ("units/rain.toml", "key_ideas"),
        ("exercises/settle.toml", "why"),
    ):
        file = folder / "en" / name
        file.write_text(file.read_text(encoding="utf-8").replace(old, "porpoise", 1), encoding="utf-8")
    report = report_on_content(folder, "en")
    assert [fault.split(": ")[0] for fault in report.faults] == [
        "en/exercises/settle.toml", "en/units/boats.toml", "en/units/rain.toml",
    ]  # fmt: skip
    assert report.units == ()


def test_an_outline_that_cannot_be_read_is_a_fault_too(folder: Path) -> None:
    _write(folder / "en" / "guide.toml", "parts = ")
    assert report_on_content(folder, "en").faults[0].startswith("guide.toml: ")


def test_one_prompt_id_in_two_places_is_a_fault(folder: Path) -> None:
    file = folder / "en" / "units" / "boats.toml"
    text = file.read_text(encoding="utf-8")
    file.write_text(text.replace('"boats.light-1"', '"boats.light-0"'), encoding="utf-8")
    assert any("boats.light-0" in fault for fault in report_on_content(folder, "en").faults)


def test_what_a_language_lacks_is_listed_and_measured_in_english(folder: Path) -> None:
    _translate(folder, "units/boats.toml")
    report = report_on_content(folder, "it")
    assert report.faults == ()
    assert report.missing == (
        "guide.toml", "articles/lighthouse.toml", "exercises/settle.toml", "units/rain.toml", "units/wind.toml",
    )  # fmt: skip
    assert [unit.language for unit in report.units] == ["it", "en", "en"]
    assert [unit.text.grade is None for unit in report.units] == [True, False, False]
    assert _boats(report).words == _boats(report_on_content(folder, "en")).words


def test_a_language_that_nobody_has_begun_lacks_everything(folder: Path) -> None:
    report = report_on_content(folder, "eo")
    assert len(report.missing) == 6
    assert {unit.language for unit in report.units} == {"en"}


@pytest.mark.parametrize(
    ("name", "old", "new", "said"),
    [
        ("units/boats.toml", 'intensity = "light"', 'intensity = "medium"\nclose_step = "Look."', "boats.light-0"),
        ("units/wind.toml", 'topics = ["past-pain", "death"]', 'topics = ["past-pain"]', "wind.deep-0"),
        ("units/rain.toml", 'content_note = "This text gets wet."', "", "content_note"),
        ("units/boats.toml", '"boats.light-0"', '"boats.luce-0"', "prompts"),
        ("exercises/settle.toml", 'minutes = 2', 'gate = true\nminutes = 2', "gate"),
        ("articles/lighthouse.toml", 'units = ["wind"]', 'units = ["rain"]', "facts"),
        ("guide.toml", 'id = "harbour"', 'id = "porto"', "guide.toml"),
    ],
)  # fmt: skip
def test_a_translation_that_decides_something_else_is_refused(
    folder: Path, name: str, old: str, new: str, said: str
) -> None:
    _translate(folder, name, old, new)
    (fault,) = report_on_content(folder, "it").faults
    assert fault.startswith(name)
    assert said in fault


def test_an_exercise_that_english_does_not_have_is_refused(folder: Path) -> None:
    _write(folder / "it" / "exercises" / "calma.toml", SETTLE.replace('"settle"', '"calma"'))
    (fault,) = report_on_content(folder, "it").faults
    assert "calma.toml" in fault
