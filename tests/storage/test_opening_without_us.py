"""A journal opens without this program: by open_journal.py, as docs/opening-without-us.md tells it."""

from __future__ import annotations

import ast
import hashlib
import importlib.util
import json
import os
import random
import re
import shlex
import shutil
import subprocess
import sys
import unicodedata
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date, time
from pathlib import Path
from types import ModuleType
from typing import Any
from uuid import uuid4

import apsw
import pytest
from sqlcipher3 import dbapi2 as sqlcipher

from tests.storage.conftest import NOW, Ticking, cheap, entry, moment, person, stores_of
from trustjournal.domain import recovery_code
from trustjournal.domain.check_in import CheckIn
from trustjournal.domain.entry import Entry
from trustjournal.domain.ids import CheckInId, PersonId, ServedPromptId
from trustjournal.domain.mood import Mood
from trustjournal.domain.prompt import Intensity, ServedPrompt
from trustjournal.domain.trust import Basis, TrustRating
from trustjournal.errors import RecoveryCodeMistypedError
from trustjournal.storage.canonical import canonical_json
from trustjournal.storage.database import open_database
from trustjournal.storage.re_encrypt import re_encrypt
from trustjournal.storage.vault import create_vault, open_with_passphrase, open_with_recovery, unlock_with_passphrase

ROOT = Path(__file__).parents[2]
SCRIPT = ROOT / "resources" / "recovery" / "open_journal.py"
PAGE = (ROOT / "docs" / "opening-without-us.md").read_text(encoding="utf-8")
COMMANDS = re.findall(r"```sh\n\s*(.+)\n\s*```", PAGE)

PASSPHRASE = "pässword “with” $HOME and ' quotes"
SECRET = bytes(range(3, 19))
CODE = recovery_code.spell(SECRET)
OTHER_CODE = recovery_code.spell(bytes(16))

HARD_TEXTS = (
    "quotes \" ' ` and $HOME ${HOME} $(id) %s {x} \\n <b>&amp;</b> -- ; DROP TABLE entry",
    "# not a heading\n\n---\n```\n\ttabs and\r\nother line ends\r and \u2028 and trailing spaces   \n\n",
    "right to left: \u2067שלום עולם\u2069 \u202eתמיד\u202c مرحبا",
    unicodedata.normalize("NFD", "Łódź café ñ 각") + " and " + unicodedata.normalize("NFC", "Łódź café ñ 각"),
    "👩‍👩‍👧‍👦 🏳️‍🌈 日本語 \x00 after nothing \x1b[31m \ufeff",
    " ".join(f"word{number}" for number in range(40_000)),
)


@dataclass(frozen=True)
class Answer:
    """What the script showed, what it told, and how it ended."""

    shown: str
    told: str
    code: int


def run(folder: Path, *options: str, typed: str, python: tuple[str, ...] = (), is_open: bool = False) -> Answer:
    """Run the script far from the program, `typed` being what somebody types; it leaves the journal as it was.

    One that is open here is not looked at: to read its file would release this process's lock on it.
    """
    before = {} if is_open else contents(folder)
    ended = subprocess.run(
        [sys.executable, "-I", *python, str(SCRIPT), str(folder), *options],
        input=typed.encode(), capture_output=True, cwd=folder.parent, check=False,
    )  # fmt: skip
    assert is_open or contents(folder) == before
    told = ended.stderr.decode()
    assert "Traceback" not in told
    return Answer(ended.stdout.decode(), told, ended.returncode)


def contents(folder: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in folder.iterdir()} if folder.is_dir() else {}


@pytest.fixture(scope="module")
def written(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, tuple[Entry, ...]]:
    """A journal full of hard texts, with a passphrase and a recovery code, and what is in it, oldest first."""
    folder = tmp_path_factory.mktemp("written") / "journal of “Zoë” $1"
    with create_vault(folder, PASSPHRASE, now=NOW, cost=cheap) as vault:
        vault.set_recovery(bytearray(SECRET), now=NOW)
        keys = vault.keys()
    stores = stores_of(open_database(keys, now=Ticking()))
    sam, zoe = stores.people.add(person("Sam")), stores.people.add(person("Zoë"))
    prompt = ServedPrompt(ServedPromptId(uuid4()), "a.one", "a", Intensity.LIGHT, date(2026, 8, 1), "What helped?")
    kept = [
        stores.entries.save(replace(entry(text, title=f"Title {day} ”", day=date(2026, 8, day)), tags=("one", "zwei")))
        for day, text in enumerate(HARD_TEXTS, 1)
    ]
    kept.append(
        stores.entries.save(replace(entry("About two.", day=date(2026, 8, 20)), people=(zoe.id, sam.id), prompt=prompt))
    )
    gone = stores.entries.save(entry("Taken back for good reasons."))
    stores.entries.delete(gone.id)
    for mood, ratings in ((Mood(-3, 2), ((sam.id, 7, Basis.SAW), (zoe.id, None, None))), (None, ((sam.id, 2, None),))):
        stores.check_ins.save(check_in(mood, ratings))
    stores.db.close()
    return folder, tuple(kept)


def check_in(mood: Mood | None, ratings: tuple[tuple[PersonId, int | None, Basis | None], ...]) -> CheckIn:
    day = date(2026, 8, 2 if mood else 3)
    rated = tuple(TrustRating(person_id, day, value, basis) for person_id, value, basis in ratings)
    return CheckIn(CheckInId(uuid4()), moment(day, time(21, 5)), mood, ("wary", "tired") if mood else (), rated)


@pytest.fixture
def journal(written: tuple[Path, tuple[Entry, ...]], tmp_path: Path) -> Path:
    """A copy of it, to do things to."""
    return shutil.copytree(written[0], tmp_path / "a journal")


@pytest.fixture
def script() -> ModuleType:
    """The script as a module, for what would take too many processes."""
    found = importlib.util.spec_from_file_location("open_journal", SCRIPT)
    assert found is not None
    assert found.loader is not None
    module = importlib.util.module_from_spec(found)
    found.loader.exec_module(module)
    return module


def as_shown(entry: Entry) -> str:
    """The words of an entry as they stand in the output: its title, and its text after an empty line."""
    return f"\n{entry.text}\n"


def change_key_file(folder: Path, change: Callable[[dict[str, Any]], object]) -> None:
    """Change both copies, with checksums that fit."""
    for name in ("vault.tjkeys", "vault.tjkeys.bak"):
        content = json.loads((folder / name).read_bytes().split(b"\n")[0])
        change(content)
        line = canonical_json(content)
        (folder / name).write_bytes(line + b"\n" + hashlib.sha256(line).hexdigest().encode() + b"\n")


# What it is made of -------------------------------------------------------------------------------


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
    assert len(SCRIPT.read_text(encoding="utf-8").splitlines()) < 340


# The page -----------------------------------------------------------------------------------------


def test_the_page_tells_to_install_what_the_script_needs_and_then_only_to_run_it() -> None:
    install, *runs = COMMANDS
    assert install == "python3 -m pip install cryptography apsw-sqlite3mc"
    assert [shlex.split(command)[:3] for command in runs] == [["python3", "open_journal.py", "FOLDER"]] * 5
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


# Every word comes out -----------------------------------------------------------------------------


@pytest.mark.parametrize(("option", "typed"), [((), CODE), (("--passphrase",), PASSPHRASE)])
def test_every_word_comes_out(written: tuple[Path, tuple[Entry, ...]], option: tuple[str, ...], typed: str) -> None:
    folder, kept = written
    answer = run(folder, *option, "--print", typed=typed + "\n")
    assert answer.code == 0
    heads = [f"# {entry.moment.day} 09:30:00 (Europe/Rome)\n{entry.title}" for entry in kept]
    places = [answer.shown.index(words) for pair in zip(heads, map(as_shown, kept), strict=True) for words in pair]
    assert places == sorted(places)
    assert "Tags: one, zwei\n" in answer.shown
    assert "People: Zoë, Sam\nPrompt: What helped?\n\nAbout two.\n" in answer.shown
    assert answer.shown.endswith(
        "# 2026-08-02 21:05:00 (Europe/Rome), a check-in\nMood, each from -4 to 4: pleasantness -3, energy 2\n"
        "Words: wary, tired\nTrust in Sam: 7 of 10 (saw)\nTrust in Zoë: not sure\n\n"
        "# 2026-08-03 21:05:00 (Europe/Rome), a check-in\nTrust in Sam: 2 of 10\n"
    )
    assert "Taken back" not in answer.shown
    assert "The journal opens. Entries: 7. Check-ins: 2." in answer.told


def test_it_opens_after_the_passphrase_was_changed_and_the_old_one_is_of_no_use(journal: Path) -> None:
    with open_with_passphrase(journal, PASSPHRASE) as vault:
        vault.change_passphrase("another one", now=NOW, cost=cheap)
    assert run(journal, "--passphrase", "--print", typed="another one\n").shown.count("\nAbout two.\n") == 1
    assert run(journal, "--print", typed=CODE + "\n").shown.count("\nAbout two.\n") == 1
    old = run(journal, "--passphrase", "--print", typed=PASSPHRASE + "\n")
    assert (old.code, old.shown) == (1, "")


def test_it_opens_after_everything_was_encrypted_anew(journal: Path) -> None:
    with open_with_recovery(journal, bytearray(SECRET)) as vault:
        re_encrypt(vault, "from now on", now=NOW, cost=cheap, devices={})
    assert "\nAbout two.\n" in run(journal, "--passphrase", "--print", typed="from now on\n").shown
    assert "This journal has no recovery code." in run(journal, typed=CODE + "\n").told


@pytest.mark.parametrize(
    "passphrase",
    [
        "it's \"quoted\" `here`", "$HOME ${x} $(id) %PATH%", "  spaces before and after  ", "a" * 200, "é한" * 100,
        "שלום עולם", "\u202eabc\u2069", "😀👩‍👩‍👧", "tab\there", "-p --passphrase", "\\n \\\\",
    ],
)  # fmt: skip
def test_any_passphrase_opens_it_however_its_accents_are_typed(passphrase: str, tmp_path: Path) -> None:
    create_vault(tmp_path / "journal", passphrase, now=NOW, cost=cheap).wipe()
    for form in ("NFC", "NFD"):
        typed = unicodedata.normalize(form, passphrase)
        assert run(tmp_path / "journal", "--passphrase", typed=typed + "\n").code == 0
    assert run(tmp_path / "journal", "--passphrase", typed=passphrase + ".\n").code == 1


@pytest.mark.parametrize(
    "typed", [CODE.lower(), CODE.replace("-", ""), f"  {CODE.replace('-', ' – ')} ", CODE.replace("0", "o")]
)
def test_a_code_may_be_typed_as_it_comes(journal: Path, typed: str) -> None:
    assert run(journal, typed=typed + "\n").code == 0


def test_the_script_reads_codes_as_the_program_does(script: ModuleType) -> None:
    def by(read: Callable[[str], bytes | bytearray], typed: str) -> bytes | None:
        try:
            return bytes(read(typed))
        except (script.TryAgain, RecoveryCodeMistypedError):
            return None

    dice, read = random.Random(3), 0
    for _ in range(3000):
        typed = list(recovery_code.spell(dice.randbytes(16)))
        for _ in range(dice.randrange(3)):
            place = dice.randrange(len(typed))
            typed[place] = dice.choice(
                ["", "o", "I", "l", "u", " ", "-", "‑", "—", "_", typed[place].lower(), "ß", "ı"]
            )
        ours = by(recovery_code.read, "".join(typed))
        assert by(script.secret_of_code, "".join(typed)) == ours
        read += ours is not None
    assert 1000 < read < 2500


@pytest.mark.skipif(sys.platform == "win32", reason="there are no pseudo-terminals")
def test_at_a_terminal_a_passphrase_is_hidden_and_can_be_tried_again(journal: Path) -> None:
    import pty

    ours, theirs = pty.openpty()
    with subprocess.Popen(
        [sys.executable, "-I", SCRIPT, journal, "--passphrase"], stdin=theirs, stdout=theirs, stderr=theirs,
        start_new_session=True,
    ) as process:  # fmt: skip
        os.close(theirs)
        seen = b""
        for asked, typed in enumerate(("not this", PASSPHRASE), 1):
            while seen.count(b"stays hidden): ") < asked:
                seen += os.read(ours, 4096)
            os.write(ours, typed.encode() + b"\n")
        while b"The journal opens." not in seen:
            seen += os.read(ours, 4096)
        assert process.wait() == 0
    os.close(ours)
    assert b"This passphrase does not open the journal." in seen
    assert not {word for word in (b"not this", PASSPHRASE.encode(), b"quotes") if word in seen}


# What it tells ------------------------------------------------------------------------------------


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


def test_a_save_that_was_cut_short_is_undone_in_a_copy(journal: Path, tmp_path: Path) -> None:
    cut_short = tmp_path / "cut short"
    stores = stores_of(open_database(unlock_with_passphrase(journal, PASSPHRASE)))
    stores.db.rows("PRAGMA cache_size = 1")
    with stores.db.transaction():
        stores.db.write("UPDATE entry SET text = 'half a save, ' || text")
        stores.entries.save(entry("never quite saved " * 5000))
        shutil.copytree(journal, cut_short)
    stores.db.close()
    unfinished = next(cut_short.glob("*.tjdb-journal")).read_bytes()
    assert len(unfinished) > 512
    assert unfinished[:8] == bytes.fromhex("d9d505f920a163d7"), "SQLite would not undo it"
    answer = run(cut_short, "--print", typed=CODE + "\n")
    assert answer.code == 0
    assert "\nAbout two.\n" in answer.shown
    assert "never quite saved" not in answer.shown
    assert "half a save" not in answer.shown


def test_a_journal_that_is_open_and_written_to_is_told_also_amid_a_save(journal: Path) -> None:
    stores = stores_of(open_database(unlock_with_passphrase(journal, PASSPHRASE)))
    stores.entries.save(entry("Saved."))
    sentence = "Another program has the journal open. Close TrustJournal first."
    try:
        assert sentence in run(journal, typed=CODE + "\n", is_open=True).told
        stores.db.rows("PRAGMA cache_size = 1")
        with stores.db.transaction():
            stores.entries.save(entry("not saved yet " * 5000))
            assert next(journal.glob("*.tjdb-journal")).stat().st_size
            assert sentence in run(journal, typed=CODE + "\n", is_open=True).told
    finally:
        stores.db.close()


# Where the words go -------------------------------------------------------------------------------


def test_a_file_is_written_after_a_yes_for_its_owner_alone(journal: Path, tmp_path: Path) -> None:
    target = tmp_path / "out.txt"
    for reply in ("no\n", "\n", ""):
        answer = run(journal, "--out", str(target), typed=f"{CODE}\n{reply}")
        assert answer.code == 1
        assert "will not be encrypted: whoever gets at that file can read every word." in answer.told
        assert not target.exists()
    assert run(journal, "--out", str(target), typed=f"{CODE}\nyes\n").code == 0
    assert target.read_bytes().decode() == run(journal, "--print", typed=CODE + "\n").shown
    if sys.platform != "win32":
        assert target.stat().st_mode & 0o777 == 0o600


@pytest.mark.parametrize("make", [lambda path: path.write_text("mine"), lambda path: path.symlink_to("nowhere")])
def test_nothing_is_overwritten(journal: Path, tmp_path: Path, make: Callable[[Path], object]) -> None:
    target = tmp_path / "out.txt"
    make(target)
    answer = run(journal, "--out", str(target), typed=f"{CODE}\nyes\n")
    assert answer.code == 1
    assert "nothing is overwritten" in answer.told
    assert not (tmp_path / "nowhere").exists()
    assert target.is_symlink() or target.read_text() == "mine"


def test_without_being_told_to_it_shows_no_word_and_no_key(journal: Path) -> None:
    for option in ((), ("--check",)):
        answer = run(journal, *option, typed=CODE + "\n")
        assert answer.shown == ""
        assert answer.told == "Recovery code: The journal opens. Entries: 7. Check-ins: 2.\n"
    assert run(journal, "--sqlcipher", typed=CODE + "\nno\n").shown == ""


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
