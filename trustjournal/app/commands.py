"""The command line: `trustjournal` with words after it. Qt is imported only by the commands that need it."""

from __future__ import annotations

import argparse
import os
import re
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
    if asked.command == "content-report":
        return _content_report(asked.language, as_json=asked.json)
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


def _content_report(language: str, *, as_json: bool) -> int:
    from trustjournal.cli.content_report import content_report
    from trustjournal.host.resources import resources_folder

    folder = resources_folder() / "guide"
    try:
        code = content_report(folder, language, as_json=as_json, out=sys.stdout, errors=sys.stderr)
        sys.stdout.flush()
    except BrokenPipeError:  # who reads it, such as `head`, has seen enough
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())  # Python flushes once more at its end
        return 1
    return code


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
    report = commands.add_parser("content-report", help="for writers and translators: measure the guide, unit by unit")
    report.add_argument("--json", action="store_true", help="as JSON, for a program to read")
    report.add_argument(
        "--language",
        type=_language,
        default="en",
        metavar="xx",
        help="another language of the guide, and what it lacks",
    )
    return parser


def _language(name: str) -> str:
    """A language as folders are named by it: “de”, “pt_BR”."""
    if not re.fullmatch(r"[a-z]{2,3}(_[A-Z]{2})?", name):
        raise argparse.ArgumentTypeError(f"a language is written like de or pt_BR, not {name!r}")
    return name


def _say(line: str) -> None:
    print(line, flush=True)  # noqa: T201 — the command line speaks
