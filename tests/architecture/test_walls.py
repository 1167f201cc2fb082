"""The floors of the house are walls, not wishes."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]

IMPORT_EVERYTHING_BELOW_THE_WINDOWS = """
import importlib, pkgutil, sys

class NoQt:
    def find_spec(self, name, path=None, target=None):
        if name.split(".")[0] in ("PySide6", "shiboken6"):
            raise ImportError("a floor below the windows asked for Qt: " + name)

sys.meta_path.insert(0, NoQt())
import trustjournal
count = 0
for floor in ("domain", "storage", "exchange", "services", "errors", "cli"):
    package = importlib.import_module("trustjournal." + floor)
    for module in pkgutil.walk_packages(getattr(package, "__path__", ()), package.__name__ + "."):
        importlib.import_module(module.name)
        count += 1
print(count)
"""


def test_every_contract_between_the_floors_is_kept() -> None:
    done = subprocess.run(
        [Path(sys.executable).with_name("lint-imports"), "--no-cache"], cwd=ROOT, capture_output=True, text=True
    )
    assert done.returncode == 0, done.stdout + done.stderr
    assert re.search(r"Contracts: \d+ kept, 0 broken", done.stdout)


def test_everything_below_the_windows_works_without_qt() -> None:
    done = subprocess.run(
        [sys.executable, "-c", IMPORT_EVERYTHING_BELOW_THE_WINDOWS], cwd=ROOT, capture_output=True, text=True
    )
    assert done.returncode == 0, done.stderr
    assert int(done.stdout) > 20


def test_qt_parts_that_reach_a_network_or_render_pages_are_never_imported() -> None:
    allowed = {"QtCore", "QtGui", "QtWidgets", "QtSvg", "QtPrintSupport"}
    asked = {
        (path.relative_to(ROOT).as_posix(), name)
        for path in (ROOT / "trustjournal").rglob("*.py")
        for name in re.findall(r"(?:from|import) PySide6\.?(\w*)", path.read_text(encoding="utf-8"))
        if name and name != "import"
    }
    assert asked, "nothing imports Qt: this test looks in the wrong place"
    assert {(path, name) for path, name in asked if name not in allowed} == set()
