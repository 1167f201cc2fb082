"""The page for writers and translators says what the files may hold."""

from __future__ import annotations

import inspect
import re
from pathlib import Path
from types import ModuleType

import pytest

from tests.content import test_guide_readability as readability
from trustjournal.domain.prompt import Intensity, Kind, Topic, View
from trustjournal.services import exercise_reader, guide_reader

ROOT = Path(__file__).resolve().parents[2]
PAGE = (ROOT / "docs" / "writing-the-guide.md").read_text(encoding="utf-8")


@pytest.mark.parametrize(
    "word", [*Topic, *Kind, *View, *(intensity.name.lower() for intensity in Intensity)], ids=lambda word: str(word)
)
def test_every_word_a_prompt_can_be_marked_with_is_explained(word: str) -> None:
    assert f"`{word}`" in PAGE


def _keys(reader: ModuleType) -> set[str]:
    """The keys a reader asks for; whatever else a file says is refused."""
    return set(re.findall(r'\b\w+\.\w+\("(\w+)"', inspect.getsource(reader)))


KEYS = _keys(guide_reader) | _keys(exercise_reader)


def test_keys_of_every_kind_are_found_in_the_readers() -> None:
    assert {"own_prompts", "parts", "key_ideas", "topics", "needs_person", "care", "limit", "gate", "steps"} <= KEYS


@pytest.mark.parametrize("key", sorted(KEYS))
def test_every_key_is_explained_or_shown(key: str) -> None:
    assert re.search(rf"(?:`|^|\[\[)(?:\w+\.)?{key}\b", PAGE, re.MULTILINE)


def test_the_limits_are_those_of_the_tests() -> None:
    rows = [line.split("|")[2:4] for line in PAGE.splitlines() if line.startswith("| ") and line.count("|") == 4]
    numbers = [[cell.strip() for cell in row] for row in rows]
    assert [f"{readability.HIGHEST_GRADE_OF_CARE:.0f}", f"{readability.LONGEST_SENTENCE_OF_CARE}"] in numbers
    assert [
        f"{readability.HIGHEST_GRADE:.0f}, and so every section of its own",
        f"{readability.LONGEST_SENTENCE}",
    ] in numbers


def test_files_that_it_sends_to_are_there() -> None:
    for name in ("released_ids.txt", "test_guide_links.py", "test_prompts_differ.py"):
        assert name in PAGE
        assert (ROOT / "tests" / "content" / name).exists()


def test_the_front_page_leads_there() -> None:
    assert "docs/writing-the-guide.md" in (ROOT / "README.md").read_text(encoding="utf-8")
