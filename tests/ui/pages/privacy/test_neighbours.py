"""Who is at the other end of a connection inside this computer, by what its addresses tell."""

from __future__ import annotations

import pytest

from trustjournal.domain.proof import OpenSocket, SocketReach
from trustjournal.ui.pages.privacy.neighbours import Neighbour, neighbour_of


@pytest.mark.parametrize(
    ("peer", "program", "neighbour"),
    [
        ("@/tmp/.X11-unix/X99", "Xvfb", Neighbour.SCREEN),
        ("/run/user/1000/wayland-0", "kwin_wayland", Neighbour.SCREEN),
        ("", "Xwayland", Neighbour.SCREEN),
        ("/run/user/1000/bus", "dbus-daemon", Neighbour.DESKTOP),
        ("/run/dbus/system_bus_socket", "dbus-broker", Neighbour.DESKTOP),
        ("@/tmp/.ICE-unix/1234", "gnome-session-b", Neighbour.DESKTOP),
        ("/run/user/1000/at-spi/bus_0", "dbus-daemon", Neighbour.SCREEN_READER),
        ("/run/user/1000/keyring/control", "gnome-keyring-d", Neighbour.KEYRING),
        ("", "kwalletd6", Neighbour.KEYRING),
        ("@/home/somebody/.cache/ibus/dbus-x", "ibus-daemon", Neighbour.INPUT_METHOD),
        ("", "fcitx5", Neighbour.INPUT_METHOD),
        ("", "python3", Neighbour.ITSELF),
        ("", "", Neighbour.ITSELF),
        ("/run/user/1000/pulse/native", "pulseaudio", Neighbour.OTHER),
    ],
)
def test_a_connection_is_named_by_who_is_there(peer: str, program: str, neighbour: Neighbour) -> None:
    assert neighbour_of(OpenSocket(SocketReach.THIS_COMPUTER, "", peer, program)) is neighbour
