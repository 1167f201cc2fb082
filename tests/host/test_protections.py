"""Every protection tells how it stands by asking the system, and tells the truth when it is taken away."""

from __future__ import annotations

import sys

import pytest

from tests.host.another_process import run
from trustjournal.domain.protection import Protection

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="tried on Linux only")

TELL = "for name, standing in hardening.standings(): print(name.value, standing.value)\n"
CLOSE = "hardening.close_memory()\n"


def _standings(code: str, **environment: str) -> dict[str, str]:
    done = run(code + TELL, environment=environment)
    assert done.returncode == 0, done.stderr
    return dict(line.split() for line in done.stdout.splitlines())


def test_a_life_with_keys_is_protected_in_every_way_there_is() -> None:
    assert _standings(CLOSE) == {protection.value: "on" for protection in Protection}


def test_before_the_keys_only_the_memory_is_open() -> None:
    found = _standings("")
    assert found.pop("closed-memory") == "off"
    assert set(found.values()) == {"on"}


TAKEN_AWAY = {
    "private-files": "import os; os.umask(0o022)",
    "no-crash-copy": "open('/proc/self/coredump_filter', 'w').write('33')",
    "closed-memory": "import ctypes; ctypes.CDLL(None).prctl(4, 1, 0, 0, 0)",
    "reports-without-words": "import sys; sys.excepthook = sys.__excepthook__",
}


@pytest.mark.parametrize("protection", TAKEN_AWAY)
def test_what_is_taken_away_is_told_as_off_because_it_is_looked_up(protection: str) -> None:
    found = _standings(CLOSE + TAKEN_AWAY[protection] + "\n")
    assert found.pop(protection) == "off"
    assert set(found.values()) == {"on"}


@pytest.mark.parametrize(
    ("measure", "protection"),
    [
        ("everywhere.PrivateFiles()", "private-files"),
        ("linux.NoCrashCopy()", "no-crash-copy"),
        ("linux.NoNetworkAtAll()", "no-network-at-all"),
        ("everywhere.NoNetworkInPython(everywhere.WrittenPaths())", "no-network-in-python"),
        ("reports.ReportsWithoutWords(None)", "reports-without-words"),
        ("linux.ClosedMemory()", "closed-memory"),
    ],
)
def test_a_measure_is_off_before_it_is_applied_and_on_afterwards(measure: str, protection: str) -> None:
    code = (
        "import os; os.umask(0o022)\n"
        "from trustjournal.host.hardening import everywhere, linux, reports\n"
        f"measure = {measure}\nprint(measure.name.value, measure.state().value)\n"
        "measure.apply(); print(measure.state().value)"
    )
    assert run(code, hardened=False).stdout.split() == [protection, "off", "on"]


def test_a_kernel_that_refuses_the_filter_is_told_as_off_and_the_program_starts() -> None:
    code = (
        "from trustjournal.host.hardening import libc\n"
        "def refuse(name, *arguments):\n"
        "    if name == 'syscall': raise OSError(22, 'no filter')\n"
        "    return call(name, *arguments)\n"
        "call, libc.call = libc.call, refuse\n"
        "from trustjournal.host.hardening import harden_process\nhardening = harden_process()\n"
    )
    done = run(code + TELL, hardened=False)
    assert "no-network-at-all off" in done.stdout.splitlines()
    assert "no-network-in-python on" in done.stdout.splitlines()


@pytest.mark.parametrize("display", ["localhost:10.0", "computer:0", "192.0.2.1:0.0", "[::1]:0"])
def test_where_windows_come_over_a_network_the_filter_is_not_possible(display: str) -> None:
    assert _standings(CLOSE, DISPLAY=display)["no-network-at-all"] == "not-possible-here"


@pytest.mark.parametrize("display", ["", ":0", ":99.0", "unix:0", "/tmp/launch/display:0"])
def test_a_display_of_this_computer_does_not_keep_the_filter_away(display: str) -> None:
    assert _standings(CLOSE, DISPLAY=display)["no-network-at-all"] == "on"
