"""What a running process can show about itself: its sockets, its files, what it has written, what protects it.

Paths may tell something about a person, so no `repr` here holds one.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum

from trustjournal.domain.protection import Protection, Standing


class SocketReach(StrEnum):
    """How far a socket can reach."""

    THIS_COMPUTER = "this-computer"
    INTERNET = "internet"
    ELSEWHERE = "elsewhere"
    """Any other kind: to the kernel, to a device near by, to another virtual machine."""


class PathKind(StrEnum):
    """Where a file is, or what stands in its place."""

    JOURNAL = "journal"
    """In the folder of the open journal."""
    SETTINGS = "settings"
    """In the folders the program keeps for this computer."""
    PROGRAM = "program"
    """The program itself, and the Python and Qt it runs on."""
    SYSTEM = "system"
    ELSEWHERE = "elsewhere"
    """Anywhere else: an export, a backup."""
    PIPE = "pipe"
    MEMORY = "memory"
    """A file that has no place on a disk."""


@dataclass(frozen=True, slots=True)
class OpenSocket:
    """One open socket. Addresses and the other side are empty where they cannot be told."""

    reach: SocketReach
    address: str = field(default="", repr=False)
    """Its own path; of an abstract address `@` and its name."""
    peer: str = field(default="", repr=False)
    """The path it is connected to."""
    peer_program: str = ""
    """The name of the program at the other end."""


@dataclass(frozen=True, slots=True)
class OpenFile:
    """One open file."""

    kind: PathKind
    path: str = field(repr=False)
    """Absolute; empty for a pipe."""
    is_writable: bool


@dataclass(frozen=True, slots=True)
class WrittenFile:
    """One file that was opened for writing, put in another's place, or is open for writing now."""

    kind: PathKind
    path: str = field(repr=False)
    is_there: bool
    """Whether it is still there."""


@dataclass(frozen=True, slots=True)
class ProcessProof:
    """What a process shows about itself, all of it looked up at one moment."""

    protections: tuple[tuple[Protection, Standing], ...]
    sockets: tuple[OpenSocket, ...] | None
    """None where this system does not tell."""
    files: tuple[OpenFile, ...] | None
    """None where this system does not tell."""
    written: tuple[WrittenFile, ...]
    """Since the process began, in order. What Qt itself opened and closed again is not among them."""
    is_all_written: bool
    """False when there were more than are remembered."""

    @property
    def internet_sockets(self) -> int | None:
        """How many sockets could reach the internet; None where this system does not tell."""
        if self.sockets is None:
            return None
        return sum(socket.reach is SocketReach.INTERNET for socket in self.sockets)
