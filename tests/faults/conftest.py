"""What the tests of faults share, and the table at the end."""

from __future__ import annotations

import os
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.faults.disk_calls.library import compiled
from tests.faults.findings import Findings

_FINDINGS = pytest.StashKey[Findings]()


def pytest_configure(config: pytest.Config) -> None:
    """One table for the whole run."""
    config.stash[_FINDINGS] = Findings()


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter, config: pytest.Config) -> None:
    """Print the table."""
    findings = config.stash.get(_FINDINGS, Findings())
    if findings.rows:
        terminalreporter.section("faults")
        for line in findings.table():
            terminalreporter.write_line(line)


@pytest.fixture(scope="session")
def findings(pytestconfig: pytest.Config) -> Findings:
    """The table."""
    return pytestconfig.stash.setdefault(_FINDINGS, Findings())


@pytest.fixture(scope="session")
def disk_calls(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The library that records calls to the disk, or lets them fail."""
    return compiled(tmp_path_factory.mktemp("disk_calls"))


@pytest.fixture
def quick_disk() -> Iterator[Path]:
    """A folder in memory where there is one: what the simulated disks do must not wait for the real one."""
    memory = Path("/dev/shm")
    with tempfile.TemporaryDirectory(dir=memory if os.access(memory, os.W_OK) else None) as folder:
        yield Path(folder)
