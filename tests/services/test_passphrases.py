"""The strength of a passphrase is told honestly, and proposals come from the whole list by chance."""

from __future__ import annotations

import subprocess
import sys
from math import log10

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from trustjournal.services.passphrases import GUESSES_A_SECOND, estimate, propose

DAY = 86_400
YEAR = 365 * DAY


def test_nothing_typed_is_no_strength() -> None:
    assert estimate("").seconds == 0


@pytest.mark.parametrize("passphrase", ["password1", "thursday", "qwertz", "aaaaaaaaaaaaaaa", "ab" * 60, "   "])
def test_what_everybody_would_try_falls_within_a_minute(passphrase: str) -> None:
    assert estimate(passphrase).seconds < 60


def test_the_name_of_the_journal_is_tried_first() -> None:
    with_name = estimate("mirabellenkuchen", ["Mirabellenkuchen", ""])
    assert with_name.seconds < 1 < estimate("mirabellenkuchen").seconds
    assert estimate("my mirabellen", ["My Mirabellen"]).seconds < 1


def test_words_are_guessed_word_by_word_and_not_as_signs() -> None:
    three, four = estimate("unafraid basin onlooker"), estimate("unafraid basin onlooker pretense")
    # Half of all the guesses, a million a second: a power of ten less six and a bit.
    assert 12 < log10(three.seconds * 2 * GUESSES_A_SECOND) < 13.5
    assert 3.5 < log10(four.seconds / three.seconds) < 4.2
    assert estimate("unafraid-basin-onlooker") == three


def test_a_number_after_short_words_does_not_look_strong() -> None:
    assert estimate("sam and alex 2024").seconds < 30 * DAY


def test_six_proposed_words_stand_for_ages() -> None:
    for _ in range(5):
        assert estimate(propose()).seconds > 1000 * YEAR


@given(st.text(max_size=200))
@settings(deadline=None, max_examples=150)
def test_anything_typed_gets_an_estimate(passphrase: str) -> None:
    assert estimate(passphrase, [passphrase[:3]]).seconds >= 0


def test_proposals_have_as_many_words_as_asked_for_and_differ() -> None:
    proposals = {propose(words) for words in (4, 5, 6, 7)}
    assert sorted(len(proposal.split(" ")) for proposal in proposals) == [4, 5, 6, 7]
    assert len({propose() for _ in range(50)}) == 50
    assert len({word for _ in range(200) for word in propose().split(" ")}) > 1000


def test_the_libraries_are_imported_when_they_are_needed_and_not_before() -> None:
    code = (
        "import sys; import trustjournal.services.passphrases, trustjournal.services.vault\n"
        "print([n for n in ('zxcvbn', 'xkcdpass', 'argon2', 'cryptography', 'sqlcipher3') if n in sys.modules])"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout == "[]\n"
