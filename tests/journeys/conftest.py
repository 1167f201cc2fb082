"""A screen for each journey, and the program on it, whose processes are gone when the journey ends."""

from __future__ import annotations

import shutil
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from tests.journeys.journals import Kept, keep_journal
from tests.journeys.program import Program
from tests.journeys.screen import Screen

Start = Callable[..., Program]


@pytest.fixture(scope="session")
def screen(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Screen]:
    """One display for all journeys of a run."""
    if sys.platform != "linux":
        pytest.skip("journeys are made under X on Linux")
    screen = Screen(tmp_path_factory.mktemp("screen"))
    yield screen
    screen.close()


@pytest.fixture
def home(tmp_path: Path) -> Path:
    """An empty home."""
    home = tmp_path / "home"
    home.mkdir(mode=0o700)
    return home


@pytest.fixture(scope="session")
def journal_made_once(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A home with one empty journal whose key costs nothing to derive, to be copied."""
    home = tmp_path_factory.mktemp("made") / "home"
    keep_journal(home)
    return home


@pytest.fixture
def kept(home: Path, journal_made_once: Path) -> Kept:
    """An empty journal in `home`, which the program knows."""
    shutil.copytree(journal_made_once, home, dirs_exist_ok=True)
    kept = Kept(home)
    kept.make_known()
    return kept


@pytest.fixture
def start(screen: Screen, home: Path) -> Iterator[Start]:
    """Starts the program."""
    started: list[Program] = []

    def start(*arguments: str, before: tuple[str, ...] = ()) -> Program:
        program = Program(screen, home, before=before, arguments=arguments)
        started.append(program)
        return program

    yield start
    for program in started:
        program.close()
