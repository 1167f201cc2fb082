"""Where somebody who begins from a template writes first."""

from __future__ import annotations

from uuid import UUID

import pytest

from trustjournal.domain.ids import TemplateId
from trustjournal.domain.template import Template, first_free_place


@pytest.mark.parametrize(
    "marked",
    [
        "|",
        "## A\n|\n## B\n",
        "## A\n\n*guidance*\n\n|\n\n## B\n\n*more*\n\n",
        "## A\n\n*guidance*\n\n|",
        "*guidance*\n\n1. |\n2. \n",
        "- [ ] |\n- [ ] ",
        "- done\n- [x] also done\n* |",
        "*guidance*\n\nDear |\n\n\n\n## What I want to say\n",
        "Mood: |\nSleep: ",
        "a line break  \nand more|",
        "one\n\ntwo\n\nthree|",
        "one\n\ntwo\n\n|\n\nthree",
        "|\n\nbegins with room",
        "日本語\n\n|\n\nعربية",
    ],
)
def test_the_caret_goes_to_the_first_place_left_free(marked: str) -> None:
    before, _, after = marked.partition("|")
    assert first_free_place(before + after) == len(before)


def test_a_template_that_ships_is_found_by_its_slug_and_an_own_one_by_its_id() -> None:
    own = TemplateId(UUID(int=7))
    assert Template("Letter", slug="unsent-letter").key == "unsent-letter"
    assert Template("Letter", id=own).key == str(own)


def test_a_template_tells_none_of_its_words_in_a_traceback() -> None:
    assert "secret" not in repr(Template("secret name", "secret title", "secret text"))
