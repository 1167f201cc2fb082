"""What the self-test looks at on this computer, and what it found."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from types import MappingProxyType


class Check(StrEnum):
    """One thing that is tried, in this order."""

    PROGRAM_FILES = "program-files"
    KEY_DERIVATION = "key-derivation"
    CIPHER = "cipher"
    ENCRYPTED_AT_REST = "encrypted-at-rest"
    NOTHING_ELSEWHERE = "nothing-elsewhere"
    SEARCH = "search"
    TEMPORARY_DATA = "temporary-data"
    WHOLE_FILE = "whole-file"


@dataclass(frozen=True, slots=True)
class CheckResult:
    """What came of a check. Nothing in it was written by a person, and nothing in it is a path."""

    check: Check
    holds: bool
    facts: Mapping[str, int | str] = field(default_factory=lambda: MappingProxyType({}))
    """Numbers and versions, by a name for developers."""
    problem: str = ""
    """What did not hold, in English, for developers."""
