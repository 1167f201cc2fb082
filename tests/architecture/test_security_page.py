"""The security page names tests that exist, and lists everything that is kept in the clear."""

from __future__ import annotations

import re
from dataclasses import fields
from pathlib import Path

from trustjournal.host.local_settings import LocalSettings

ROOT = Path(__file__).resolve().parents[2]
PAGE = (ROOT / "docs" / "security.md").read_text(encoding="utf-8")


def section(title: str) -> str:
    """The text under a heading, up to the next."""
    return PAGE.split(f"## {title}\n")[1].split("\n## ")[0]


def test_every_promise_names_tests_that_exist() -> None:
    rows = re.findall(
        r"^\| (?!promise|---)(.+?) \| (.+?) \|$", section("What is promised, and the test behind it"), re.M
    )
    assert len(rows) > 10
    for promise, tests in rows:
        named = re.findall(r"`(tests/[^`]+)`", tests)
        assert named, promise
        for name in named:
            place = ROOT / name
            files = [place] if place.is_file() else sorted(place.rglob("test_*.py"))
            assert any("\ndef test_" in file.read_text(encoding="utf-8") for file in files), f"{promise}: {name}"


def test_everything_kept_in_the_clear_is_listed_and_nothing_else() -> None:
    cells = re.findall(r"^\| (`.+?`) \|", section("What stands in the clear, all of it"), re.M)
    listed = {name for cell in cells for name in re.findall(r"`(\w+)`", cell)}
    assert listed == {field.name for field in fields(LocalSettings)}


def test_the_page_says_what_is_not_protected() -> None:
    assert section("What is not protected").count("\n- **") > 8
