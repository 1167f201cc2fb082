"""The templates are data; these tests are their proof-readers (structure, room to write in, wording)."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from tests.content.wording import AVOIDED
from trustjournal.domain.readability import longest_sentence, reading_grade, words_of
from trustjournal.domain.template import LONGEST_TEMPLATE_NAME, Template, first_free_place
from trustjournal.services.english_syllables import EnglishSyllables
from trustjournal.services.template_reader import read_templates

FOLDER = Path(__file__).resolve().parents[2] / "resources" / "templates"
TEMPLATES = read_templates(FOLDER, "en")
WRITTEN = [template for template in TEMPLATES if not template.is_blank]
LONGEST_SENTENCE = 20
HIGHEST_GRADE = 8.0


def words_people_read(template: Template) -> str:
    """Name, headings and guidance without the signs of the markup."""
    text = f"{template.name}.\n{template.text}"
    return re.sub(r"^(#{1,6} |[-*+] |---$)|(?<!\w)\*|\*(?!\w)", "", text, flags=re.MULTILINE)


def test_the_five_ways_to_begin_are_there_in_their_order() -> None:
    assert [template.slug for template in TEMPLATES] == [
        "blank", "fact-and-story", "gratitude", "unsent-letter", "weekly-review",
    ]  # fmt: skip
    assert TEMPLATES[0].is_blank
    names = [template.name for template in TEMPLATES]
    assert len(set(names)) == len(names)
    assert max(map(len, names)) <= LONGEST_TEMPLATE_NAME


@pytest.mark.parametrize("template", WRITTEN, ids=lambda template: template.slug)
def test_a_template_has_headings_guidance_and_room_to_write_in(template: Template) -> None:
    assert re.search(r"^## \w", template.text, re.MULTILINE)
    assert re.search(r"^\*[^*\n]+\*$", template.text, re.MULTILINE)
    assert not re.search(r"^# ", template.text, re.MULTILINE)  # the title has a field of its own
    for section in re.split(r"^(?=## )", template.text, flags=re.MULTILINE)[1:]:
        place = first_free_place(section)
        assert section[place - 1 : place + 1].strip() == ""
        assert place > section.index("\n")


@pytest.mark.parametrize(
    ("slug", "before"),
    [
        ("fact-and-story", "One moment is enough.*\n\n"),
        ("gratitude", "so is none.*\n\n- "),
        ("unsent-letter", "you can come back.*\n\nDear "),
        ("weekly-review", "a face.*\n\n"),
    ],
)
def test_the_caret_stands_where_the_first_words_belong(slug: str, before: str) -> None:
    text = next(template.text for template in TEMPLATES if template.slug == slug)
    assert text[: first_free_place(text)].endswith(before)


@pytest.mark.parametrize("template", WRITTEN, ids=lambda template: template.slug)
def test_words_are_plain_and_do_not_judge_push_or_shout(template: Template) -> None:
    text = words_people_read(template)
    assert AVOIDED.findall(text) == []
    assert not re.search(r"\b(should|must|failed|forgive|never|always|streak)\b", text, re.IGNORECASE)
    assert "!" not in text


@pytest.mark.parametrize("template", WRITTEN, ids=lambda template: template.slug)
def test_sentences_are_short_and_easy(template: Template) -> None:
    text = words_people_read(template)
    assert len(words_of(longest_sentence(text))) <= LONGEST_SENTENCE
    assert reading_grade(text, EnglishSyllables()) <= HIGHEST_GRADE


def test_the_letter_says_that_nothing_can_send_it() -> None:
    text = next(template.text for template in TEMPLATES if template.slug == "unsent-letter")
    assert "for you alone" in text
    assert "Nothing here can send it" in text
