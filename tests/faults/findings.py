"""The table of what was tried and what was found wrong, printed at the end of a run."""

from __future__ import annotations

import os
import platform
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime

from sqlcipher3 import dbapi2 as sqlite

from tests.faults import counts


@dataclass
class Finding:
    """One kind of fault: how often it was tried, and how often it locked somebody out, lost something or misled."""

    what: str
    tried: int = 0
    lock_outs: int = 0
    lost: int = 0
    wrong: int = 0
    seconds: float = 0.0


@dataclass
class Findings:
    """Every finding of this run."""

    rows: list[Finding] = field(default_factory=list)

    @contextmanager
    def about(self, what: str) -> Iterator[Finding]:
        """A row, kept when the block ends well."""
        finding, began = Finding(what), time.perf_counter()
        yield finding
        finding.seconds = time.perf_counter() - began
        self.rows.append(finding)

    def table(self) -> list[str]:
        """The lines to print."""
        wide = max(len(row.what) for row in self.rows)
        head = f"{'fault':<{wide}}  {'tried':>7}  {'lock-outs':>9}  {'lost':>5}  {'wrong':>5}  {'seconds':>7}"
        lines = [head, "-" * len(head)]
        lines += [
            f"{row.what:<{wide}}  {row.tried:>7,}  {row.lock_outs:>9}  "
            f"{row.lost:>5}  {row.wrong:>5}  {row.seconds:>7.1f}"
            for row in self.rows
        ]
        return [*lines, "", *circumstances()]


def circumstances() -> list[str]:
    """When, on what and by which command the table was made."""
    connection = sqlite.connect(":memory:")
    (cipher,) = connection.execute("PRAGMA cipher_version").fetchone()
    connection.close()
    whole = os.environ.get(counts.VARIABLE) == counts.FULL
    return [
        f"{datetime.now(UTC):%Y-%m-%d %H:%M} UTC, {platform.system()} {platform.machine()}, {os.cpu_count()} cores, "
        f"Python {sys.version.split()[0]}, SQLCipher {cipher}",
        "the whole count: make faults" if whole else "a small count; the whole one: make faults",
    ]
