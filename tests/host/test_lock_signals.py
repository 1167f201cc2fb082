"""What the computer says is heard on a real message bus; what is not there is done without."""

from __future__ import annotations

import os
import socket
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

if sys.platform != "linux":
    pytest.skip("D-Bus is heard on Linux", allow_module_level=True)

from tests.fakes.desktop import ANOTHER_SESSION, FakeLogind, FakeScreenSaver, PrivateBus
from trustjournal.host.lock_signals import Heard, LockSignals, NoLockSignals, lock_signals
from trustjournal.host.lock_signals_linux import SCREEN_SAVERS

ALL_OF_LOGIND = Heard(screen_lock=True, user_switch=True, suspend=True, suspend_waits=True)
PATIENCE_S = 20.0


def wait_until(holds: Callable[[], bool]) -> None:
    deadline = time.monotonic() + PATIENCE_S
    while not holds():
        assert time.monotonic() < deadline
        time.sleep(0.005)


class Locks:
    """Counts how often it was asked to lock, and lets a test wait for it."""

    def __init__(self) -> None:
        self.count = 0
        self._asked = threading.Semaphore(0)

    def __call__(self) -> None:
        self.count += 1
        self._asked.release()

    def wait(self) -> None:
        assert self._asked.acquire(timeout=PATIENCE_S)


@pytest.fixture
def bus() -> Iterator[PrivateBus]:
    bus = PrivateBus()
    yield bus
    bus.close()


@pytest.fixture
def on_buses(bus: PrivateBus, monkeypatch: pytest.MonkeyPatch) -> None:
    """Both buses are this one."""
    monkeypatch.setenv("DBUS_SYSTEM_BUS_ADDRESS", bus.address)
    monkeypatch.setenv("DBUS_SESSION_BUS_ADDRESS", bus.address)


@pytest.fixture
def logind(bus: PrivateBus) -> Iterator[FakeLogind]:
    logind = FakeLogind(bus)
    yield logind
    logind.close()


@pytest.fixture
def locks() -> Locks:
    return Locks()


@pytest.fixture
def signals(on_buses: None, logind: FakeLogind, locks: Locks) -> Iterator[LockSignals]:
    """Listening, to a logind that has answered everything."""
    signals = lock_signals()
    signals.begin(locks)
    wait_until(lambda: signals.heard() == ALL_OF_LOGIND)
    yield signals
    signals.end()


def test_a_locked_session_locks(signals: LockSignals, logind: FakeLogind, locks: Locks) -> None:
    logind.lock()
    locks.wait()


def test_a_screen_said_to_be_locked_locks(signals: LockSignals, logind: FakeLogind, locks: Locks) -> None:
    logind.change("LockedHint", to=True)
    locks.wait()


def test_somebody_else_at_the_computer_locks(signals: LockSignals, logind: FakeLogind, locks: Locks) -> None:
    logind.change("Active", to=False)
    locks.wait()


def test_what_ends_or_concerns_other_sessions_does_not_lock(
    signals: LockSignals, logind: FakeLogind, locks: Locks
) -> None:
    logind.lock(ANOTHER_SESSION)
    logind.change("Active", to=False, session=ANOTHER_SESSION)
    logind.change("LockedHint", to=False)
    logind.change("Active", to=True)
    logind.change("IdleHint", to=True)
    logind.wake()
    logind.sleep()  # after all the others on the same connection: nothing before it was still on its way
    locks.wait()
    assert locks.count == 1


@pytest.mark.parametrize("name", SCREEN_SAVERS)
def test_a_screen_saver_that_comes_up_locks(on_buses: None, bus: PrivateBus, locks: Locks, name: str) -> None:
    saver = FakeScreenSaver(bus, name)
    signals = lock_signals()
    signals.begin(locks)
    wait_until(lambda: signals.heard().screen_lock)
    saver.turn(on=False)
    saver.turn(on=True)
    locks.wait()
    assert locks.count == 1
    saver.close()
    signals.end()


# Sleep waits --------------------------------------------------------------------------------------


def test_sleep_waits_from_the_beginning_until_the_end(signals: LockSignals, logind: FakeLogind, locks: Locks) -> None:
    (delay,) = logind.delays
    assert (delay.what, delay.mode) == ("sleep", "delay")
    logind.sleep()
    locks.wait()
    assert delay.is_held()
    signals.end()
    assert not delay.is_held()
    assert signals.heard() == Heard()


def test_the_end_of_the_process_lets_the_computer_sleep(on_buses: None, bus: PrivateBus, logind: FakeLogind) -> None:
    code = (
        "import os, sys\n"
        "from trustjournal.host.hardening import harden_process\n"
        "from trustjournal.host.lock_signals import lock_signals\n"
        "harden_process(); signals = lock_signals()\n"
        "signals.begin(lambda: os._exit(0)); sys.stdin.read()"
    )
    with subprocess.Popen([sys.executable, "-c", code], stdin=subprocess.PIPE) as process:
        wait_until(lambda: len(logind.delays) == 1)
        (delay,) = logind.delays
        assert delay.is_held()
        logind.sleep()
        assert delay.wait_for_release(PATIENCE_S)
        assert process.wait(PATIENCE_S) == 0


def test_a_session_that_lives_on_has_the_next_sleep_wait_too(
    signals: LockSignals, logind: FakeLogind, locks: Locks
) -> None:
    for _ in range(2):
        logind.sleep()
        locks.wait()
        logind.wake()
    logind.lock()
    locks.wait()
    assert [delay.is_held() for delay in logind.delays] == [True]


def test_a_wait_that_was_refused_is_asked_for_again_after_waking(
    on_buses: None, logind: FakeLogind, locks: Locks
) -> None:
    logind.is_stingy = True
    signals = lock_signals()
    signals.begin(locks)
    wait_until(lambda: signals.heard() == Heard(screen_lock=True, user_switch=True, suspend=True))
    logind.is_stingy = False
    logind.wake()
    wait_until(lambda: signals.heard() == ALL_OF_LOGIND)
    signals.end()


# What is not there --------------------------------------------------------------------------------


@pytest.mark.parametrize("address", ["disabled:", "", "unix:path=/nowhere/at/all", "tcp:host=localhost", "nonsense"])
def test_without_a_bus_nothing_is_heard_and_nothing_happens(
    monkeypatch: pytest.MonkeyPatch, locks: Locks, address: str, capfd: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("DBUS_SYSTEM_BUS_ADDRESS", address or "disabled:")
    monkeypatch.setenv("DBUS_SESSION_BUS_ADDRESS", address)
    signals = lock_signals()
    signals.begin(locks)
    signals.end()
    assert signals.heard() == Heard()
    assert capfd.readouterr() == ("", "")


def test_without_logind_the_screen_saver_is_still_heard(on_buses: None, bus: PrivateBus, locks: Locks) -> None:
    saver = FakeScreenSaver(bus, SCREEN_SAVERS[0])
    signals = lock_signals()
    signals.begin(locks)
    wait_until(lambda: signals.heard() == Heard(screen_lock=True))
    signals.end()
    saver.close()


def test_a_bus_that_goes_away_ends_the_listening(signals: LockSignals, bus: PrivateBus, locks: Locks) -> None:
    bus.close()
    wait_until(lambda: signals.heard() == Heard())
    assert locks.count == 0


def test_a_bus_that_never_answers_keeps_nobody_waiting(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, locks: Locks
) -> None:
    with socket.socket(socket.AF_UNIX) as silent:
        silent.bind(str(tmp_path / "bus"))
        silent.listen(8)
        for name in ("SYSTEM", "SESSION"):
            monkeypatch.setenv(f"DBUS_{name}_BUS_ADDRESS", f"unix:path={tmp_path / 'bus'}")
        signals = lock_signals()
        signals.begin(locks)  # returns: a window goes on
        assert signals.heard() == Heard()
        signals.end()


def test_the_desktops_bus_is_found_in_its_usual_place(
    bus: PrivateBus, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, locks: Locks
) -> None:
    path = bus.address.removeprefix("unix:path=").split(",")[0]
    os.symlink(path, tmp_path / "bus")
    monkeypatch.delenv("DBUS_SESSION_BUS_ADDRESS", raising=False)
    monkeypatch.setenv("XDG_RUNTIME_DIR", str(tmp_path))
    monkeypatch.setenv("DBUS_SYSTEM_BUS_ADDRESS", "disabled:")
    saver = FakeScreenSaver(bus, SCREEN_SAVERS[0])
    signals = lock_signals()
    signals.begin(locks)
    wait_until(lambda: signals.heard().screen_lock)
    signals.end()
    saver.close()


def test_nothing_of_it_is_imported_before_it_begins() -> None:
    code = (
        "import sys; from trustjournal.host.lock_signals import lock_signals; lock_signals()\n"
        "print([name for name in sys.modules if name.startswith(('jeepney', 'PySide6'))])"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"


def test_other_systems_hear_nothing_yet(locks: Locks) -> None:
    signals = NoLockSignals()
    signals.begin(locks)
    assert signals.heard() == Heard()
    signals.end()
