"""A journal opens without this program: the script stands alone, and docs/opening-without-us.md tells the truth."""

from __future__ import annotations

import ast
import re
import shlex
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from sqlcipher3 import dbapi2 as sqlcipher

from tests.storage.without_us.running import CODE, PAGE, PASSPHRASE, SCRIPT, as_shown, run
from trustjournal.domain.entry import Entry

COMMANDS = re.findall(r"```sh\n\s*(.+)\n\s*```", PAGE)


def test_the_script_stands_alone() -> None:
    tree = ast.parse(SCRIPT.read_text(encoding="utf-8"), feature_version=(3, 10))
    named = {name.name for node in ast.walk(tree) if isinstance(node, ast.Import) for name in node.names}
    named |= {str(node.module) for node in ast.walk(tree) if isinstance(node, ast.ImportFrom)}
    foreign = {name.split(".")[0] for name in named} - sys.stdlib_module_names
    assert foreign == {"apsw", "cryptography"}


def test_none_of_the_program_is_loaded_and_nothing_that_talks_to_a_network(journal: Path) -> None:
    answer = run(journal, typed=CODE + "\n", python=("-X", "importtime"))
    assert answer.code == 0
    loaded = set(re.findall(r"\|\s*([\w.]+)$", answer.told, re.MULTILINE))
    assert {"apsw", "hmac"} <= loaded
    assert {name.split(".")[0] for name in loaded} & {"trustjournal", "argon2", "sqlcipher3", "socket", "ssl"} == set()


def test_the_script_can_be_read_in_a_few_minutes() -> None:
    assert len(SCRIPT.read_text(encoding="utf-8").splitlines()) < 400


def test_the_page_tells_to_install_what_the_script_needs_and_then_only_to_run_it() -> None:
    install, *runs = COMMANDS
    assert install == "python3 -m pip install cryptography apsw-sqlite3mc"
    assert [shlex.split(command)[:3] for command in runs] == [["python3", "open_journal.py", "FOLDER"]] * 6
    assert PAGE.count("```sh") == len(COMMANDS)


@pytest.mark.parametrize("command", COMMANDS[1:])
def test_a_command_of_the_page_does_what_the_page_says(
    command: str, written: tuple[Path, tuple[Entry, ...]], tmp_path: Path
) -> None:
    folder, kept = written
    shutil.copy(SCRIPT, tmp_path)
    asked_for = PASSPHRASE if "--passphrase" in command else CODE
    words = [str(folder) if word == "FOLDER" else word for word in shlex.split(command)]
    ended = subprocess.run(
        [sys.executable, "-I", *words[1:]], input=f"{asked_for}\nyes\n".encode(), capture_output=True, cwd=tmp_path,
        check=False,
    )  # fmt: skip
    assert ended.returncode == 0, ended.stderr.decode()
    assert f"The journal opens. Entries: {len(kept)}." in ended.stderr.decode()
    if "--print" in command:
        assert all(as_shown(entry) in ended.stdout.decode() for entry in kept)
    elif "--out" in command:
        assert all(as_shown(entry) in (tmp_path / "my journal.txt").read_bytes().decode() for entry in kept)
    else:
        assert ended.stdout.decode().count("PRAGMA key") == command.count("--sqlcipher")


def test_every_sentence_in_the_page_is_one_of_the_script() -> None:
    source = SCRIPT.read_text(encoding="utf-8")
    rows = re.findall(r"^\| ([^|]+) \| [^|]+ \|$", PAGE, re.MULTILINE)[1:]
    assert len(rows) == 8
    for row in rows:
        for said in row.split(", or damaged")[0].split(": 1"):
            assert said in source, row


def test_the_lines_for_sqlcipher_open_it_in_the_library_of_sqlcipher(
    journal: Path, written: tuple[Path, tuple[Entry, ...]]
) -> None:
    place, key = run(journal, "--sqlcipher", typed=CODE + "\nyes\n").shown.splitlines()
    (query,) = re.findall(r"```sql\n(.+)\n```", PAGE)
    connection = sqlcipher.connect(f"{Path(place).as_uri()}?mode=ro", uri=True)
    connection.execute(key)
    found = connection.execute(query).fetchall()
    connection.close()
    assert found == [(str(kept.moment.day), "09:30:00", kept.title, kept.text) for kept in written[1]]
