"""The guide is data; these tests are its proof-readers (structure, coverage, wording, originality of prompts)."""

from __future__ import annotations

import difflib
import re
import tomllib
from collections import Counter
from itertools import combinations
from pathlib import Path
from typing import Any

import pytest

GUIDE = Path(__file__).resolve().parents[2] / "resources" / "guide" / "en"
UNITS = sorted((GUIDE / "units").glob("*.toml"))
EXERCISES = sorted((GUIDE / "exercises").glob("*.toml"))

# Words that judge, push or assume; the right-hand side of each pair in our wording list is what we write instead.
AVOIDED = re.compile(
    r"\b(you should|you must|you have trust issues|toxic|narcissis\w*|damaged|just trust|let go|move on|victim|abuser"
    r"|commit suicide|crazy|paranoid|cheating|cheated on|husband|wife|everyone has|we all|irrational|your partner"
    r"|clinically|diagnos\w+|treats?\b.*\banxiety|heals?)\b",
    re.IGNORECASE,
)


def load(path: Path) -> dict[str, Any]:
    """A guide file as it stands."""
    return tomllib.loads(path.read_text(encoding="utf-8"))


def prompts() -> list[dict[str, Any]]:
    """Every prompt of every unit."""
    return [prompt for path in UNITS for prompt in load(path)["prompts"]]


def words_people_read(path: Path) -> str:
    """All running text of a file."""

    def walk(value: object) -> list[str]:
        if isinstance(value, str):
            return [value]
        if isinstance(value, dict):
            return [text for key, item in value.items() if key not in ("id", "kind", "view") for text in walk(item)]
        if isinstance(value, list):
            return [text for item in value for text in walk(item)]
        return []

    return "\n".join(walk(load(path)))


def test_the_list_of_parts_and_the_unit_files_name_each_other() -> None:
    named = [unit["id"] for part in load(GUIDE / "guide.toml")["parts"] for unit in part["units"]]
    assert len(named) == len(set(named))
    assert sorted(named) == [path.stem for path in UNITS]
    assert [load(path)["id"] for path in UNITS] == [path.stem for path in UNITS]


@pytest.mark.parametrize("path", UNITS, ids=lambda path: path.stem)
def test_a_unit_is_whole(path: Path) -> None:
    unit = load(path)
    words = sum(len(section["text"].split()) for section in unit["sections"])
    assert 500 <= words <= 1100
    assert 3 <= len(unit["key_ideas"]) <= 5
    counts = Counter(prompt["intensity"] for prompt in unit["prompts"])
    assert len(unit["prompts"]) >= 14
    assert min(counts[intensity] for intensity in ("light", "medium", "deep")) >= 4
    assert sum(prompt["kind"] == "resource" for prompt in unit["prompts"]) >= 3
    assert unit["closing_step"]


def test_prompts_have_unique_ids_that_begin_with_their_unit() -> None:
    ids = [prompt["id"] for prompt in prompts()]
    assert len(ids) == len(set(ids))
    for path in UNITS:
        assert all(prompt["id"].startswith(path.stem + ".") for prompt in load(path)["prompts"])


@pytest.mark.parametrize("prompt", prompts(), ids=lambda prompt: prompt["id"])
def test_a_prompt_is_short_and_looked_after(prompt: dict[str, Any]) -> None:
    assert len(prompt["text"].split()) <= 35
    if prompt["intensity"] != "light":
        assert prompt["close_step"]
    if prompt["intensity"] == "deep":
        assert prompt["content_note"]
        assert prompt["topics"]


def test_no_prompt_is_a_rewording_of_another() -> None:
    """Measure: difflib's ratio over lower-case words; 0.6 is where two prompts ask for the same thing."""

    def words(text: str) -> list[str]:
        return re.findall(r"[a-z']+", text.lower())

    alike = [
        (first["id"], second["id"])
        for first, second in combinations(prompts(), 2)
        if difflib.SequenceMatcher(None, words(first["text"]), words(second["text"])).ratio() >= 0.6
    ]
    assert alike == []


@pytest.mark.parametrize("path", UNITS + EXERCISES, ids=lambda path: path.stem)
def test_words_do_not_judge_push_or_shout(path: Path) -> None:
    text = words_people_read(path)
    assert AVOIDED.findall(text) == []
    assert "!" not in text


@pytest.mark.parametrize("path", EXERCISES, ids=lambda path: path.stem)
def test_an_exercise_belongs_to_units_that_exist(path: Path) -> None:
    exercise = load(path)
    assert exercise["id"] == path.stem
    assert exercise["steps"]
    assert set(exercise["units"]) <= {unit.stem for unit in UNITS}
