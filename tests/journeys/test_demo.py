"""The demo: a filled journal that opens by itself and leaves nothing behind, whatever ends it."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.journeys.conftest import Start
from tests.journeys.program import Program
from tests.journeys.screen import Screen, wait_until


@pytest.fixture
def temporary(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, screen: Screen) -> Iterator[Path]:
    """A folder for temporary files."""
    folder = tmp_path / "temporary"
    folder.mkdir()
    screen.environment["TMPDIR"] = str(folder)
    yield folder
    del screen.environment["TMPDIR"]


def _home(temporary: Path) -> Path:
    (home,) = temporary.iterdir()
    return home


def test_the_demo_opens_locks_unlocks_and_is_gone_afterwards(screen: Screen, start: Start, temporary: Path) -> None:
    program = start("demo")
    program.wait_for("session")
    home = _home(temporary)
    assert home.stat().st_mode & 0o777 == 0o700
    assert sum(path.stat().st_size for path in home.rglob("*.tjdb")) > 200_000
    screen.press("ctrl+l")
    program.wait_for("prompt")
    passphrase = program.output().rpartition("passphrase is: ")[2].split("\n")[0]
    screen.write(passphrase)
    screen.press("Return")
    program.wait_for("session")
    screen.press("alt+F4")
    assert program.ends() == 0
    assert os.listdir(temporary) == []
    assert program.settings() == "", "the demo wrote into the settings of the person"


def test_the_demo_is_gone_after_its_lives_crashed(start: Start, temporary: Path) -> None:
    program = start("demo")
    program.kill(program.wait_for("session"))
    program.kill(program.wait_for("prompt"))
    assert program.ends() == 1
    assert os.listdir(temporary) == []


def test_what_a_killed_demo_left_is_swept_by_the_next_one_and_a_running_one_is_not(
    start: Start, temporary: Path
) -> None:
    killed = start("demo")
    _kill_all(killed)
    left = _home(temporary)
    running = start("demo")
    running.wait_for("session")
    assert not left.exists()
    running_home = _home(temporary)
    other = start("demo")
    wait_until(lambda: len(list(temporary.iterdir())) > 1, "the second demo")
    assert running_home.exists()
    other.terminate()
    assert other.exit_code() == 0
    assert _home(temporary) == running_home


def test_the_demo_is_gone_when_it_is_stopped_while_it_is_being_made(start: Start, temporary: Path) -> None:
    program = start("demo")
    wait_until(lambda: list(temporary.rglob("*.tjdb")), "the journal of the demo")
    program.terminate()
    assert program.ends() == 0
    assert os.listdir(temporary) == []


def _kill_all(program: Program) -> None:
    program.wait_for("session")
    program.close()
