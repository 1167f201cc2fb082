"""What protects a running process of the program, and how it stands with each protection on this computer."""

from __future__ import annotations

from enum import StrEnum


class Protection(StrEnum):
    """One thing that is done so that nothing leaves the process."""

    PRIVATE_FILES = "private-files"
    """Files it makes can be read by their owner only."""
    NO_CRASH_COPY = "no-crash-copy"
    """A crash leaves no copy of its memory."""
    CLOSED_MEMORY = "closed-memory"
    """Other programs of the same person cannot read its memory. Pauses while a file dialog of the system is open."""
    NO_NETWORK_IN_PYTHON = "no-network-in-python"
    """Its Python code, and that of every library, opens no socket but those of this computer."""
    NO_NETWORK_AT_ALL = "no-network-at-all"
    """The system opens no such socket for any of its code, nor for any program it starts."""
    REPORTS_WITHOUT_WORDS = "reports-without-words"
    """What it reports of its own errors holds nothing a person wrote."""


class Standing(StrEnum):
    """What the system says of a protection when it is asked."""

    ON = "on"
    OFF = "off"
    NOT_POSSIBLE_HERE = "not-possible-here"
