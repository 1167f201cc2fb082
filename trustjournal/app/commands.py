"""The command line: `trustjournal` with words after it. Qt is imported only by the commands that need it."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Sequence
from pathlib import Path

import trustjournal

TOUR_FOLDER = Path("tour")


def run(arguments: Sequence[str]) -> int:
    """Do what the command line asks for; returns the exit code."""
    asked = _parser().parse_args(arguments)
    if asked.self_test:
        from trustjournal.app.self_test import self_test

        return self_test(sys.stdout)
    if asked.command == "demo":
        from trustjournal.app.demo import demo

        return demo()
    if asked.command == "tour":
        return _tour(asked.out)
    from trustjournal.app.start import start

    return start()


def tour_instead() -> int:
    """There is no screen: say so, and show the program in pictures."""
    _say(f"There is no screen here, so a tour of the program is made in pictures instead, in {TOUR_FOLDER.resolve()}")
    return _tour(TOUR_FOLDER)


def _tour(folder: Path) -> int:
    from trustjournal.app.tour import tour

    for picture in tour(folder):
        _say(str(picture))
    return 0


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="trustjournal",
        description="An offline, encrypted journal for people who are working on trust. Without a command it opens.",
    )
    parser.add_argument("--version", action="version", version=f"TrustJournal {trustjournal.__version__}")
    parser.add_argument(
        "--self-test", action="store_true", help="check the cipher, full-text search and the files, and say so"
    )
    commands = parser.add_subparsers(dest="command", metavar="COMMAND")
    commands.add_parser("demo", help="open a throw-away journal filled with a made-up life; it is deleted at the end")
    tour = commands.add_parser("tour", help="make pictures of every page of the demo, without a screen")
    tour.add_argument("--out", type=Path, default=TOUR_FOLDER, metavar="DIR", help="where the pictures go")
    return parser


def _say(line: str) -> None:
    print(line, flush=True)  # noqa: T201 — the command line speaks
