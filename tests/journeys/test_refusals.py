"""Five reasons why a journal does not open, and five different sentences on the unlock screen."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from sqlcipher3 import dbapi2 as sqlite

from tests.journeys.conftest import Start
from tests.journeys.journals import Kept
from tests.journeys.program import Program, environment_of
from tests.journeys.screen import Screen, wait_until
from tests.journeys.sentences import Sentences

REFUSALS = (
    "WrongPassphraseError",
    "JournalMissingError",
    "JournalDamagedError",
    "JournalInUseError",
    "JournalTooNewError",
    "SessionLostError",
)


@pytest.fixture(scope="session")
def sentences(screen: Screen, journal_made_once: Path, tmp_path_factory: pytest.TempPathFactory) -> Sentences:
    """How each refusal looks on this screen."""
    home = tmp_path_factory.mktemp("sentences") / "home"
    shutil.copytree(journal_made_once, home)
    Kept(home).make_known()
    return Sentences(screen, environment_of(screen, home), tmp_path_factory.mktemp("pictures"), REFUSALS)


def _wait_for_sentence(program: Program, sentences: Sentences, error: str) -> None:
    wait_until(lambda: sentences.shown_in(program.window()) == error, f"the sentence about {error}")


def _try_to_unlock(program: Program, passphrase: str) -> None:
    program.screen.write(passphrase)
    program.screen.press("Return")


def test_no_two_reasons_have_the_same_sentence(sentences: Sentences) -> None:
    assert len(sentences.pictures()) == len(REFUSALS)


def test_a_wrong_passphrase_says_so_and_the_right_one_opens_after_it(
    screen: Screen, start: Start, kept: Kept, sentences: Sentences
) -> None:
    program = start()
    prompt = program.wait_for("prompt")
    assert sentences.shown_in(program.window()) is None
    _try_to_unlock(program, "not this one")
    _wait_for_sentence(program, sentences, "WrongPassphraseError")
    # What was typed is selected, so the next try replaces it.
    _try_to_unlock(program, kept.passphrase)
    session = program.wait_for("session")
    assert session != prompt
    screen.press("alt+F4")
    assert program.ends() == 0


def test_a_journal_that_is_not_there_says_so_before_anything_is_typed(
    start: Start, kept: Kept, sentences: Sentences
) -> None:
    shutil.rmtree(kept.folder)
    program = start()
    program.wait_for("prompt")
    _wait_for_sentence(program, sentences, "JournalMissingError")


def test_a_damaged_file_says_so_and_not_that_the_passphrase_is_wrong(
    start: Start, kept: Kept, sentences: Sentences
) -> None:
    content = bytearray(kept.database.read_bytes())
    content[2000] ^= 1
    kept.database.write_bytes(content)
    program = start()
    program.wait_for("prompt")
    _try_to_unlock(program, kept.passphrase)
    _wait_for_sentence(program, sentences, "JournalDamagedError")
    assert kept.database.read_bytes() == content


def test_a_journal_that_is_open_elsewhere_says_so_and_opens_when_it_is_free(
    screen: Screen, start: Start, kept: Kept, sentences: Sentences
) -> None:
    with kept.open() as journal:
        journal.choices.last_places()
        program = start()
        program.wait_for("prompt")
        _try_to_unlock(program, kept.passphrase)
        _wait_for_sentence(program, sentences, "JournalInUseError")
    program.wait_for("prompt")
    _try_to_unlock(program, kept.passphrase)
    program.wait_for("session")
    screen.press("alt+F4")
    assert program.ends() == 0


def test_a_journal_from_a_newer_version_says_so_and_is_left_alone(
    start: Start, kept: Kept, sentences: Sentences
) -> None:
    _make_newer(kept)
    content = kept.database.read_bytes()
    program = start()
    program.wait_for("prompt")
    _try_to_unlock(program, kept.passphrase)
    _wait_for_sentence(program, sentences, "JournalTooNewError")
    assert kept.database.read_bytes() == content


def _make_newer(kept: Kept) -> None:
    keys = kept.keys()
    connection = sqlite.connect(str(kept.database), isolation_level=None)
    connection.set_key(f"x'{keys.sqlcipher_key.hex()}{keys.salt.hex()}'".encode())
    connection.execute("PRAGMA user_version = 99990")
    connection.close()
