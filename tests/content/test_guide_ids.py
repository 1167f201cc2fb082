"""Ids of the guide are for ever: a journal remembers which prompt a page began with, and what was put aside."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import pytest

from tests.content.guide import ARTICLES, EXERCISES, GUIDE, PROMPTS, UNITS

RELEASED = Path(__file__).with_name("released_ids.txt")
HERE = {
    "unit": [unit.id for unit in UNITS],
    "article": [article.id for article in ARTICLES],
    "exercise": [exercise.id for exercise in EXERCISES],
    "prompt": [prompt.id for prompt in PROMPTS],
}


def _released(kind: str) -> list[str]:
    lines = RELEASED.read_text(encoding="utf-8").splitlines()
    return [name for line in lines if line.startswith(f"{kind} ") for name in line.split()[1:]]


@pytest.mark.parametrize("kind", HERE)
def test_no_id_that_was_released_is_gone(kind: str) -> None:
    gone = [name for name in _released(kind) if name not in HERE[kind]]
    assert gone == [], (
        f"{kind} ids were released and are missing now: {', '.join(gone)}. Journals hold them. Put them back: "
        "words may change as you like, an id may not"
    )


@pytest.mark.parametrize("kind", HERE)
def test_every_id_that_is_new_is_written_down(kind: str) -> None:
    new = [name for name in HERE[kind] if name not in _released(kind)]
    assert new == [], f"add a line “{kind} …” to tests/content/{RELEASED.name} for each of: {', '.join(new)}"


@pytest.mark.parametrize("kind", HERE)
def test_no_id_is_there_twice(kind: str) -> None:
    for names in (HERE[kind], _released(kind)):
        assert [name for name, times in Counter(names).items() if times > 1] == []


def test_units_articles_and_exercises_share_no_id_so_that_a_link_can_only_mean_one() -> None:
    names = [*HERE["unit"], *HERE["article"], *HERE["exercise"]]
    assert [name for name, times in Counter(names).items() if times > 1] == []


def test_a_prompt_is_found_by_its_id() -> None:
    assert [prompt.id for prompt in PROMPTS if GUIDE.prompt(prompt.id) is not prompt] == []


def test_ids_are_small_letters_and_hyphens_so_that_they_can_be_file_names_everywhere() -> None:
    letters = set("abcdefghijklmnopqrstuvwxyz-")
    prompts = [name.split(".")[1] for name in HERE["prompt"]]
    named = [*HERE["unit"], *HERE["article"], *HERE["exercise"], *prompts]
    assert [name for name in named if set(name) - letters - set("0123456789")] == []
