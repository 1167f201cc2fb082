"""What is installed is pinned, hashed, and names no address."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
FILES = sorted((ROOT / "packaging" / "requirements").glob("*.txt"))


def pins(path: Path) -> dict[str, str]:
    """Package -> pinned version."""
    return dict(re.findall(r"^([\w.-]+)==([^\s;\\]+)", path.read_text(encoding="utf-8"), re.MULTILINE))


def bare(name: str) -> str:
    """A requirement's name as the index spells it."""
    return re.sub(r"[-_.]+", "-", re.split(r"[\s<>=!~\[;]", name)[0]).lower()


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.name)
def test_requirement_files_hold_hashes_and_no_addresses(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    assert not re.search(r"https?://|file:|--(extra-)?index|find-links|trusted-host", text)
    for block in re.split(r"^(?=[\w.-]+==)", text, flags=re.MULTILINE)[1:]:
        assert "--hash=sha256:" in block, block.splitlines()[0]


def test_every_declared_dependency_is_pinned() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    runtime, development = pins(FILES[1]), pins(FILES[0])
    assert {path.stem for path in FILES} == {"development", "runtime"}
    assert {bare(name) for name in project["project"]["dependencies"]} <= runtime.keys()
    assert {bare(name) for name in project["dependency-groups"]["dev"]} <= development.keys()


def test_the_tests_run_on_the_versions_the_program_runs_on() -> None:
    runtime, development = pins(FILES[1]), pins(FILES[0])
    assert {name: development.get(name) for name in runtime} == runtime


def test_every_declared_dependency_has_its_reason() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    reasons = (ROOT / "docs" / "dependencies.md").read_text(encoding="utf-8").lower()
    asked = [*project["project"]["dependencies"], *project["dependency-groups"]["dev"]]
    assert [bare(name) for name in asked if f"| {bare(name)} |" not in reasons] == []
