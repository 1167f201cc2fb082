"""How often each fault is tried: few times with every run of the tests, many with `make faults`."""

from __future__ import annotations

import os
from typing import Final

VARIABLE: Final = "TRUSTJOURNAL_FAULTS"
"""Set to `FULL` for the whole count."""
FULL: Final = "full"

_IS_FULL: Final = os.environ.get(VARIABLE) == FULL

POWER_CUTS: Final = 6000 if _IS_FULL else 250
"""Moments at which the power goes."""
ROUNDS: Final = 5 if _IS_FULL else 3
"""Times that everything is done which can be done to the ways in."""
MISTAKES: Final = 99 if _IS_FULL else 2
"""How many of the mistakes that are made on purpose are tried."""
POWER_CUTS_ON_KNOWN_BAD: Final = 600 if _IS_FULL else 100
"""The same for each mistake made on purpose."""
KEY_FILE_FLIPS: Final = 2000 if _IS_FULL else 150
"""Bits flipped in one copy of the key file, and as many pairs in both."""
DATABASE_FLIPS: Final = 1000 if _IS_FULL else 100
"""Bits flipped in a database."""
COPIED_FLIPS: Final = 1000 if _IS_FULL else 80
"""Bits flipped in a database before everything in it is encrypted anew."""
FAILING_CALL_STEP: Final = 1 if _IS_FULL else 40
"""Of the calls to the disk, every which one fails (the last ones all do: there it is decided)."""
CODE_SLIPS: Final = 200_000 if _IS_FULL else 1500
"""Slips of the pen of each sort in a recovery code; what is proved for every code does not need them."""
