"""What is wrong is told in plain words, and nothing is shown that was not written."""

from __future__ import annotations

import hashlib
import json
import random
import re
import shutil
from collections.abc import Callable
from pathlib import Path
from types import ModuleType
from typing import Any

import apsw
import pytest

from tests.storage.conftest import NOW, cheap
from tests.storage.without_us.running import CODE, OTHER_CODE, PASSPHRASE, as_shown, run
from trustjournal.domain.entry import Entry
from trustjournal.storage.canonical import canonical_json
from trustjournal.storage.vault import create_vault, open_with_passphrase


def change_key_file(folder: Path, change: Callable[[dict[str, Any]], object]) -> None:
    """Change both copies, with checksums that fit."""
    for name in ("vault.tjkeys", "vault.tjkeys.bak"):
        content = json.loads((folder / name).read_bytes().split(b"\n")[0])
        change(content)
        line = canonical_json(content)
        (folder / name).write_bytes(line + b"\n" + hashlib.sha256(line).hexdigest().encode() + b"\n")


@pytest.mark.parametrize(
    ("option", "typed", "sentence"),
    [
        ((), CODE[:-1] + ("0" if CODE[-1] != "0" else "2"), "There is a slip in the typing"),
        ((), CODE[:-5], "There is a slip in the typing"),
        ((), "", "There is a slip in the typing"),
        ((), OTHER_CODE, "The code has no slip in it, and is not the one of this journal as it is now."),
        (("--passphrase",), PASSPHRASE.upper(), "This passphrase does not open the journal."),
        (("--passphrase",), CODE, "This passphrase does not open the journal."),
    ],
)
def test_a_slip_is_told_from_another_code_and_from_a_wrong_passphrase(
    journal: Path, option: tuple[str, ...], typed: str, sentence: str
) -> None:
    answer = run(journal, *option, "--print", typed=typed + "\n")
    assert (answer.code, answer.shown) == (1, "")
    assert sentence in answer.told


def test_a_code_that_was_replaced_opens_nothing_any_more(journal: Path) -> None:
    with open_with_passphrase(journal, PASSPHRASE) as vault:
        vault.set_recovery(bytearray(16), now=NOW)
    assert "is not the one of this journal as it is now" in run(journal, typed=CODE + "\n").told
    assert run(journal, typed=OTHER_CODE + "\n").code == 0


def lowered(content: dict[str, Any]) -> None:
    content["slots"][0]["kdf"]["m"] = 32


def too_dear(content: dict[str, Any]) -> None:
    content["slots"][0]["kdf"]["m"] = 2_097_153


@pytest.mark.parametrize(
    ("change", "sentence"),
    [
        (lambda content: content.update(gen=99), "Somebody altered the key file"),
        (lambda content: content["slots"].append({**content["slots"][1], "id": "00000000"}), "Somebody altered"),
        (lambda content: content["db"].update(salt="0" * 32), "Somebody altered the key file"),
        (lowered, "This passphrase does not open the journal."),
        (too_dear, "No copy of the key file is whole."),
        (lambda content: content["db"].update(file="../elsewhere"), "No copy of the key file is whole."),
        (lambda content: content.update(version=2), "A newer version of TrustJournal made this journal."),
        (lambda content: content.pop("slots"), "No copy of the key file is whole."),
    ],
)
def test_an_altered_key_file_is_not_used(
    journal: Path, change: Callable[[dict[str, Any]], object], sentence: str
) -> None:
    change_key_file(journal, change)
    answer = run(journal, "--passphrase", "--print", typed=PASSPHRASE + "\n")
    assert (answer.code, answer.shown) == (1, "")
    assert sentence in answer.told


@pytest.mark.parametrize("damaged", ["vault.tjkeys", "vault.tjkeys.bak"])
@pytest.mark.parametrize("how", [lambda data: data[:-70], lambda data: data.replace(b'"gen"', b'"gem"'), lambda _: b""])
def test_of_a_damaged_key_file_the_other_copy_is_used(
    journal: Path, damaged: str, how: Callable[[bytes], bytes]
) -> None:
    (journal / damaged).write_bytes(how((journal / damaged).read_bytes()))
    assert run(journal, typed=CODE + "\n").code == 0
    for name in ("vault.tjkeys", "vault.tjkeys.bak"):
        (journal / name).write_bytes(how((journal / name).read_bytes()))
    assert "No copy of the key file is whole." in run(journal, typed=CODE + "\n").told


def test_of_two_whole_copies_the_newer_counts(journal: Path) -> None:
    older = (journal / "vault.tjkeys").read_bytes()
    with open_with_passphrase(journal, PASSPHRASE) as vault:
        vault.change_passphrase("newer", now=NOW, cost=cheap)
    for name in ("vault.tjkeys", "vault.tjkeys.bak"):
        newer = (journal / name).read_bytes()
        (journal / name).write_bytes(older)
        assert run(journal, "--passphrase", typed="newer\n").code == 0
        assert run(journal, "--passphrase", typed=PASSPHRASE + "\n").code == 1
        (journal / name).write_bytes(newer)


def test_every_flipped_bit_of_a_copy_is_noticed(script: ModuleType, journal: Path) -> None:
    data = (journal / "vault.tjkeys").read_bytes()
    assert script.read_copy(journal / "vault.tjkeys") == json.loads(data.split(b"\n")[0])
    dice = random.Random(5)
    for _ in range(400):
        flipped = bytearray(data)
        flipped[dice.randrange(len(data))] ^= 1 << dice.randrange(8)
        (journal / "vault.tjkeys").write_bytes(flipped)
        assert script.read_copy(journal / "vault.tjkeys") is None


def test_what_is_missing_is_named(journal: Path, tmp_path: Path) -> None:
    database = next(journal.glob("journal-*.tjdb"))
    database.rename(tmp_path / "elsewhere")
    assert f"The key is right, and the database is missing: {database.name}." in run(journal, typed=CODE + "\n").told
    for name in ("vault.tjkeys", "vault.tjkeys.bak"):
        (journal / name).unlink()
    assert "There is no journal in" in run(journal, typed=CODE + "\n").told
    (tmp_path / "elsewhere").rename(database)
    assert "Both key files are missing" in run(journal, typed=CODE + "\n").told
    assert "There is no folder" in run(tmp_path / "nowhere", typed=CODE + "\n").told


def test_the_database_of_another_journal_is_not_taken_for_this_one(journal: Path, tmp_path: Path) -> None:
    create_vault(tmp_path / "another", PASSPHRASE, now=NOW, cost=cheap).wipe()
    shutil.copy(next((tmp_path / "another").glob("journal-*.tjdb")), next(journal.glob("journal-*.tjdb")))
    assert "The key is right, and the database is damaged." in run(journal, typed=CODE + "\n").told


def test_a_flipped_bit_in_the_database_never_shows_other_words_than_were_written(
    script: ModuleType, journal: Path, written: tuple[Path, tuple[Entry, ...]], tmp_path: Path
) -> None:
    kept = written[1]
    content = script.read_key_file(journal)
    key = f"x'{script.hkdf(script.unlock(content, 'recovery', CODE), 'tj/sqlcipher/v1').hex()}{content['db']['salt']}'"
    database = journal / content["db"]["file"]
    whole, dice, lost = database.read_bytes(), random.Random(8), 0
    for _ in range(60):
        flipped = bytearray(whole)
        flipped[dice.randrange(len(whole))] ^= 1 << dice.randrange(8)
        database.write_bytes(flipped)
        try:
            connection = script.open_database(journal, content, key, tmp_path)
        except apsw.Error:
            continue
        try:
            shown, summary = script.read_all(connection)
        except apsw.Error:
            continue
        finally:
            connection.close()
        missing = [entry for entry in kept if as_shown(entry) not in shown]
        damaged = int((re.findall(r"not to be read: (\d+)", summary) or ["0"])[0])
        assert shown.count("# Damaged") == damaged >= len(missing)
        lost += len(missing)
    assert lost
