"""The computer's dictionaries answer in this process, and leave nothing anywhere. Real ones, where there are any."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from trustjournal.host import spelling
from trustjournal.host.spelling import SystemDictionaries

ASK = """
from trustjournal.host.spelling import SystemDictionaries
dictionaries = SystemDictionaries()
languages = dictionaries.languages()
print("languages", *languages)
words = ["people", "wrold", "qwzznoword", "don't"]
print("unknown", *sorted(dictionaries.unknown(words, [one for one in languages if one == "en_US"])))
print("suggestions", *dictionaries.suggestions("wrold", ["en_US"]))
print("nothing", *dictionaries.suggestions("", ["en_US"]), *dictionaries.unknown(["wrold"], ["xx_XX"]))
"""


def ask(home: Path, *before: str) -> dict[str, list[str]]:
    """What another process is told by the dictionaries, with another home."""
    surroundings = {**os.environ, "HOME": str(home)}
    for name in ("XDG_CONFIG_HOME", "ENCHANT_CONFIG_DIR", "PYENCHANT_LIBRARY_PATH"):
        surroundings.pop(name, None)
    done = subprocess.run(
        [*before, sys.executable, "-c", ASK], env=surroundings, capture_output=True, text=True, check=True
    )
    assert done.stderr == ""
    lines = (line.split() for line in done.stdout.splitlines())
    return {line[0]: line[1:] for line in lines}


@pytest.fixture
def has_english(tmp_path: Path) -> None:
    """Skips where this computer has no English dictionary."""
    if "en_US" not in ask(tmp_path)["languages"]:
        pytest.skip("no English dictionary on this computer")


@pytest.mark.usefixtures("has_english")
def test_the_computers_dictionary_knows_its_words(tmp_path: Path) -> None:
    answers = ask(tmp_path)
    assert answers["unknown"] == ["qwzznoword", "wrold"]
    assert "world" in answers["suggestions"]
    assert len(answers["suggestions"]) <= 5
    assert answers["nothing"] == []


@pytest.mark.usefixtures("has_english")
@pytest.mark.skipif(shutil.which("strace") is None, reason="needs strace")
def test_asking_writes_nothing_and_starts_nothing(tmp_path: Path) -> None:
    home, trace = tmp_path / "home", tmp_path / "trace"
    home.mkdir()
    watched = "trace=%file,%process,%network,write,pwrite64"
    ask(home, "strace", "-f", "-qq", "-e", watched, "-o", str(trace))
    assert list(home.iterdir()) == []
    calls = trace.read_text(errors="replace").splitlines()
    assert any("en_US.dic" in call for call in calls), "no dictionary was read: this looks at nothing"
    done = [call for call in calls if " = -1 " not in call]
    changing = ("O_WRONLY", "O_RDWR", "O_CREAT", "mkdir", "rename", "unlink", "socket(", "connect(")
    assert [call for call in done if any(word in call for word in changing) and "__pycache__" not in call] == []
    assert sum("execve(" in call for call in done) == 1


def test_without_the_library_there_is_no_language_and_no_mistake(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("ENCHANT_CONFIG_DIR", "PYENCHANT_LIBRARY_PATH"):
        monkeypatch.setenv(name, "")  # so that it is put back afterwards
        monkeypatch.delenv(name)
    monkeypatch.setattr(spelling, "_LIBRARY", "libenchant-of-nobody.so")
    monkeypatch.setattr(sys, "platform", "linux")
    dictionaries = SystemDictionaries()
    assert dictionaries.languages() == ()
    assert dictionaries.unknown(["wrold"], ["en_US"]) == frozenset()
    assert dictionaries.suggestions("wrold", ["en_US"]) == ()


def test_the_folder_enchant_is_given_can_be_on_no_system(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("ENCHANT_CONFIG_DIR", "")
    monkeypatch.setenv("PYENCHANT_LIBRARY_PATH", "/somewhere")
    SystemDictionaries()
    with pytest.raises(OSError, match=r"name too long|syntax|cannot find"):
        Path(os.environ["ENCHANT_CONFIG_DIR"]).mkdir(parents=True)
