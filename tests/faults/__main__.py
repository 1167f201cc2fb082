"""Tries every fault as often as is promised, and prints the table. `make faults` runs it.

python -m tests.faults [ARGUMENTS OF PYTEST…]
"""

from __future__ import annotations

import os
import sys
from pathlib import Path

from tests.faults import counts

FAULTS = Path(__file__).parent
TESTS = (FAULTS, FAULTS.parent / "domain" / "test_recovery_code.py")

os.environ[counts.VARIABLE] = counts.FULL
# This process has read the counts already, so that pytest begins anew.
os.execv(sys.executable, [sys.executable, "-m", "pytest", "-q", *map(str, TESTS), *sys.argv[1:]])
