"""Who a connection inside this computer leads to, as its addresses tell. Plain Python."""

from __future__ import annotations

from enum import Enum, auto

from trustjournal.domain.proof import OpenSocket


class Neighbour(Enum):
    """Kinds of programs at the other end, in the order they are named in."""

    SCREEN = auto()
    DESKTOP = auto()
    SCREEN_READER = auto()
    KEYRING = auto()
    INPUT_METHOD = auto()
    ITSELF = auto()
    OTHER = auto()


# The first sign that is found in an address counts: the bus of screen readers is a bus too.
_SIGNS = (
    (".x11-unix", Neighbour.SCREEN),
    ("wayland-", Neighbour.SCREEN),
    ("at-spi", Neighbour.SCREEN_READER),
    ("keyring", Neighbour.KEYRING),
    ("kwallet", Neighbour.KEYRING),
    ("ibus", Neighbour.INPUT_METHOD),
    ("fcitx", Neighbour.INPUT_METHOD),
    ("dbus", Neighbour.DESKTOP),
    ("/bus", Neighbour.DESKTOP),
    (".ice-unix", Neighbour.DESKTOP),
)
_PROGRAMS = (
    ("xorg", Neighbour.SCREEN),
    ("xwayland", Neighbour.SCREEN),
    ("xvfb", Neighbour.SCREEN),
    ("dbus-", Neighbour.DESKTOP),
    ("gnome-keyring", Neighbour.KEYRING),
    ("kwallet", Neighbour.KEYRING),
    ("ibus", Neighbour.INPUT_METHOD),
    ("fcitx", Neighbour.INPUT_METHOD),
    ("python", Neighbour.ITSELF),
    ("trustjournal", Neighbour.ITSELF),
)


def neighbour_of(socket: OpenSocket) -> Neighbour:
    """The kind of program a socket of this computer leads to."""
    address = f"{socket.address}\n{socket.peer}".casefold()
    program = socket.peer_program.casefold()
    by_address = next((neighbour for sign, neighbour in _SIGNS if sign in address), None)
    by_program = next((neighbour for sign, neighbour in _PROGRAMS if program.startswith(sign)), None)
    return by_address or by_program or (Neighbour.OTHER if socket.peer or program else Neighbour.ITSELF)
