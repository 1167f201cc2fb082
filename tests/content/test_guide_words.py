"""The guide judges nobody, pushes nobody, assumes little and promises nothing, as far as words can show."""

from __future__ import annotations

import re

import pytest

from tests.content.guide import EXERCISES, TEXTS, Piece, Role, pieces
from tests.content.wording import (
    ASSUMING,
    CONCLUDING,
    GENDERED,
    JUDGING,
    PROMISING,
    PUSHING,
    YOUR_PARTNER,
)

# Places where such a word is right, each by its exact words. A row that nothing needs any more fails a test.
GENDERED_ON_PURPOSE = {
    "couples of a man and a woman": "who took part in a study",
    "mostly young women": "who took part in a study",
    "such as two women, three partners": "a couple that a counsellor may never have seen",
}
CONCLUDED_ON_PURPOSE = {
    "I opened this journal because…": "the person's own reason, to be finished by them",
    "leave out because it did not help your case": "asks for the person's own reason",
}
ASKED_OF_OURSELVES = frozenset({Role.PROMPT, Role.STEP, Role.AROUND})
"""What speaks to the person directly. Running text may say of a study that its people felt worse."""


def found(pattern: re.Pattern[str], *roles: Role, but: frozenset[str] = frozenset()) -> list[str]:
    """The pieces in which a word stands, the words of `but` taken out of them first."""
    return [
        str(piece) for piece in pieces() if (not roles or piece.role in roles) and pattern.search(_without(piece, but))
    ]


def _without(piece: Piece, fragments: frozenset[str]) -> str:
    text = piece.text
    for fragment in fragments:
        text = text.replace(fragment, "")
    return text


@pytest.mark.parametrize(
    "pattern", [JUDGING, PUSHING, ASSUMING, PROMISING], ids=["judging", "pushing", "assuming", "promising"]
)
def test_no_text_judges_pushes_assumes_or_promises(pattern: re.Pattern[str]) -> None:
    assert found(pattern) == []


def test_nobody_is_given_a_gender_by_the_way() -> None:
    assert found(GENDERED, but=frozenset(GENDERED_ON_PURPOSE)) == []


def test_only_the_unit_on_couples_speaks_of_your_partner() -> None:
    assert [piece for piece in found(YOUR_PARTNER) if not piece.startswith("overcoming-together:")] == []


def test_what_speaks_to_the_person_draws_no_conclusion_for_them() -> None:
    assert (
        found(
            CONCLUDING, *ASKED_OF_OURSELVES, but=frozenset(CONCLUDED_ON_PURPOSE) | {"with no score", "without a score"}
        )
        == []
    )


@pytest.mark.parametrize("fragment", [*GENDERED_ON_PURPOSE, *CONCLUDED_ON_PURPOSE])
def test_each_exception_is_still_needed(fragment: str) -> None:
    assert any(fragment in piece.text for piece in pieces())


def test_nothing_is_shouted_marked_up_or_addressed() -> None:
    """Texts are shown as they stand, so a star would be seen; and nothing here is a link or a number to call."""
    assert found(re.compile(r"!|\*|__|`|<|https?:|www\.|\d{3}[ -]?\d{3}")) == []


def test_quotation_marks_come_in_pairs_and_of_one_kind() -> None:
    assert [
        str(piece) for piece in pieces() if piece.text.count("“") != piece.text.count("”") or '"' in piece.text
    ] == []


def test_an_apostrophe_is_a_curly_one_like_the_quotation_marks() -> None:
    assert [str(piece) for piece in pieces() if "'" in piece.text] == []


@pytest.mark.parametrize(
    ("pattern", "text"),
    [
        (JUDGING, "If the other is a liar, write it down."),
        (JUDGING, "Are you being paranoid?"),
        (PUSHING, "You should tell them today."),
        (PUSHING, "It may be time to forgive."),
        (ASSUMING, "We all have a wound."),
        (ASSUMING, "Ask your wife."),
        (PROMISING, "Writing heals."),
        (GENDERED, "What did she say?"),
        (YOUR_PARTNER, "Ask your partner."),
        (CONCLUDING, "You have improved."),
    ],
)
def test_a_planted_word_is_found(pattern: re.Pattern[str], text: str) -> None:
    assert pattern.search(text)


def test_every_text_of_the_guide_is_looked_at() -> None:
    named = [*(text.id for text in TEXTS), *(exercise.id for exercise in EXERCISES)]
    assert {piece.of for piece in pieces()} == {"guide.toml", *named}
    assert {piece.role for piece in pieces()} == set(Role)
