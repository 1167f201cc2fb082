"""Runs a few lines in a process of their own, because what hardening does cannot be undone."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
HARDEN = "from trustjournal.host.hardening import harden_process; hardening = harden_process()\n"


def run(
    code: str, *, hardened: bool = True, environment: Mapping[str, str] | None = None, cwd: Path = ROOT
) -> subprocess.CompletedProcess[str]:
    """Run `code`, after hardening unless told otherwise."""
    return subprocess.run(
        [sys.executable, "-c", (HARDEN if hardened else "") + code],
        capture_output=True,
        text=True,
        timeout=60,
        cwd=cwd,
        env={**os.environ, "PYTHONPATH": str(ROOT), **(environment or {})},
    )
