"""`python -m benchmarks [NAME…] [--json FILE]`: runs the named benchmarks, or all, and prints one table.

`prompt-year` is another table: a year of the daily prompt, told in numbers; it is printed only where it is named.
"""

from __future__ import annotations

import argparse
import importlib
import json
import platform
import sys
from collections.abc import Callable
from dataclasses import asdict
from pathlib import Path

from benchmarks.measure import Row

# Name on the command line -> module that has `rows()`.
BENCHMARKS = {
    "first-frame": "benchmarks.first_frame",
    "derivation": "benchmarks.derivation",
    "unlock": "benchmarks.unlock",
    "commit": "benchmarks.commit",
    "search": "benchmarks.search",
    "lock": "benchmarks.lock",
    "writing": "benchmarks.writing",
    "journal-page": "benchmarks.journal_page",
    "guide": "benchmarks.guide",
}


# The same for what has `lines()`: a table of its own.
TABLES = {"prompt-year": "benchmarks.prompt_year"}


def main() -> int:
    """Run, print, and write the numbers where asked."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks", description="Measure the program.")
    parser.add_argument("names", nargs="*", metavar="NAME", help="one of: " + ", ".join((*BENCHMARKS, *TABLES)))
    parser.add_argument("--json", type=Path, metavar="FILE", help="also write the numbers there")
    asked = parser.parse_args()
    unknown = [name for name in asked.names if name not in BENCHMARKS and name not in TABLES]
    if unknown:
        parser.error(f"no benchmark is called {unknown[0]}; there are {', '.join((*BENCHMARKS, *TABLES))}")
    for name in asked.names:
        if name in TABLES:
            tell: Callable[[], list[str]] = importlib.import_module(TABLES[name]).lines
            print("\n".join(tell()))
    measured = [name for name in asked.names or BENCHMARKS if name in BENCHMARKS]
    if not measured:
        return 0
    rows: list[Row] = []
    print(f"Python {platform.python_version()}, {platform.system()} {platform.machine()}")
    print(f"{'':56}{'median':>10}{'p95':>10}{'runs':>6}  aim")
    for name in measured:
        measure: Callable[[], list[Row]] = importlib.import_module(BENCHMARKS[name]).rows
        for row in measure():
            p95 = "" if row.p95 is None else f"{row.p95:.2f}"
            print(f"{row.name:56}{row.median:>7.2f} {row.unit:2}{p95:>10}{row.runs or '':>6}  {row.aim}", flush=True)
            rows.append(row)
    if asked.json:
        asked.json.write_text(json.dumps({row.name: asdict(row) for row in rows}, indent=2) + "\n", encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
