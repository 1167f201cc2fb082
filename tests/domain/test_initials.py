"""Names on a page that somebody else may see."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from trustjournal.domain.initials import initials_of, with_initials

NAMES = ("Sam", "Aunt May", "May", "Ömer", "Jo-Ann", "(ex)")


@pytest.mark.parametrize(
    ("text", "shortened"),
    [
        ("Sam came.", "S. came."),
        ("He rang Sam. Then Sam... left", "He rang S. Then S... left"),
        ("SAM and sam came", "S. and S. came"),
        ("Sam's coat, Sam, “Sam”", "S.'s coat, S., “S.”"),
        ("The same sample, Samuel", "The same sample, Samuel"),
        ("Aunt May is not May", "A. M. is not M."),
        ("Aunt\nMay", "A. M."),
        ("ömer", "Ö."),
        ("Jo-Ann rang", "J. rang"),
        ("my (ex) rang", "my (. rang"),
        ("nobody here", "nobody here"),
        ("", ""),
    ],
)
def test_whole_names_are_shortened_in_whatever_case_they_are_written(text: str, shortened: str) -> None:
    assert with_initials(text, NAMES) == shortened


def test_a_name_of_several_words_has_several_initials() -> None:
    assert initials_of(" aunt  may ") == "A. M."


@pytest.mark.parametrize(
    ("text", "shortened"),
    [
        ("Alex. came with alex. “Alex”", "A. came with A. “A.”"),
        ("It was Dr. Bo. Dr. Bo left", "It was D. B. D. B. left"),
        ("a coat of J.R. and J.", "a coat of J.R. and J."),
        ("A. Smith rang", "A. S. rang"),
    ],
)
def test_a_name_that_ends_with_a_dot_or_is_an_initial_stays_sensible(text: str, shortened: str) -> None:
    assert with_initials(text, ("Alex.", "Dr. Bo.", "A", "J.R.", "J.", "A. Smith", "...")) == shortened
    assert [initials_of(name) for name in ("Alex.", "A.", "J.R.", "A. Smith")] == ["A.", "A.", "J.R.", "A. S."]


def test_a_name_with_a_letter_that_is_two_in_capitals_is_found_both_ways() -> None:
    assert with_initials("Groß, GROSS and groß", ("Groß",)) == "G., G. and G."


def test_without_names_nothing_is_changed() -> None:
    assert with_initials("Sam came.", ()) == with_initials("Sam came.", ("  ",)) == "Sam came."


@given(st.text(), st.lists(st.text(min_size=1, max_size=12), max_size=5))
def test_any_text_and_any_names_end_in_a_text(text: str, names: list[str]) -> None:
    assert isinstance(with_initials(text, names), str)


@given(st.sampled_from(NAMES[:5]), st.text(alphabet=" .,;!\n", min_size=1, max_size=5))
def test_a_name_between_signs_never_stays(name: str, signs: str) -> None:
    assert name not in with_initials(f"{signs}{name}{signs}", NAMES)
