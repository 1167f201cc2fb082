"""Every word comes out, by the code and by the passphrase, and goes only where somebody chose."""

from __future__ import annotations

import os
import random
import subprocess
import sys
import unicodedata
from collections.abc import Callable
from pathlib import Path
from types import ModuleType

import pytest

from tests.storage.conftest import NOW, cheap
from tests.storage.test_format_vectors import CODES, MISTYPED, RETYPED
from tests.storage.without_us.conftest import FILES
from tests.storage.without_us.running import CODE, PASSPHRASE, SCRIPT, SECRET, as_shown, run
from trustjournal.domain import recovery_code
from trustjournal.domain.entry import Entry
from trustjournal.errors import RecoveryCodeMistypedError
from trustjournal.storage.re_encrypt import re_encrypt
from trustjournal.storage.vault import create_vault, open_with_passphrase, open_with_recovery


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
        "# 2026-08-03 21:05:00 (Europe/Rome), a check-in\n\n"
        "# 2026-08-03 21:05:00 (Europe/Rome), a check-in\nTrust in Sam: 2 of 10\n\n"
        "# Template: My page\nA title\n\n## Ask\n\n"
        "# Prompt of the deck: Zoë’s\nWho came?\nSlow.\n\n# Prompt of the deck: Zoë’s\nWhy?\n\n"
        "# Number to call: Zoë next door\n555 0101\nEvenings.\n\n"
        "# To be asked again from 2026-09-01\n\nWhat helped?\n"
    )
    assert "(Europe/Rome)\nFeelings: calm, my word\nMarked: starred, for therapy\n\nMarked.\n" in answer.shown
    assert "Taken back" not in answer.shown
    assert "The journal opens. Entries: 8. Check-ins: 3." in answer.told


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
    typed = unicodedata.normalize("NFD", passphrase)
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

    for row in (*CODES, *RETYPED, *MISTYPED):
        for typed in row:
            assert by(script.secret_of_code, typed) == by(recovery_code.read, typed)
    dice, read = random.Random(3), 0
    for _ in range(3000):
        characters = list(recovery_code.spell(dice.randbytes(16)))
        for _ in range(dice.randrange(3)):
            place = dice.randrange(len(characters))
            characters[place] = dice.choice(["", *"oIlu -‑—_ßı", characters[place].lower()])
        ours = by(recovery_code.read, "".join(characters))
        assert by(script.secret_of_code, "".join(characters)) == ours
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


def test_photos_and_files_are_written_after_a_yes_into_a_new_folder(journal: Path, tmp_path: Path) -> None:
    target = tmp_path / "photos"
    assert "Photos and files: 2" in run(journal, typed=CODE + "\n").told
    refused = run(journal, "--files", str(target), typed=f"{CODE}\nno\n")
    assert refused.code == 1
    assert "will not be encrypted" in refused.told
    assert not target.exists()
    done = run(journal, "--files", str(target), typed=f"{CODE}\nyes\n")
    assert (done.code, done.shown) == (0, "")
    assert "amaged" not in done.told
    found = {path.name: path.read_bytes() for path in target.iterdir()}
    one, two = (f"2026-08-01 {number:032x}" for number in (1, 2))
    assert found == {f"{one} IMG 1.jpeg": FILES[0][3], f"{two} .._.._etc__a__b.pdf": FILES[1][3]}
    assert all(path.stat().st_mode & 0o077 == 0 for path in (target, *target.iterdir()))
    assert run(journal, "--files", str(target), typed=CODE + "\n").code == 1


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
    for option, hints in (((), 1), (("--check",), 0)):
        answer = run(journal, *option, typed=CODE + "\n")
        assert answer.shown == ""
        first, *hint = answer.told.splitlines()
        assert first == "Recovery code: The journal opens. Entries: 8. Check-ins: 3. Photos and files: 2."
        assert len(hint) == hints == answer.told.count("add --print")
    assert run(journal, "--sqlcipher", typed=CODE + "\nno\n").shown == ""
