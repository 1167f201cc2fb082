"""Everything that locks, with the whole program on a real screen and a message bus of its own."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace

import pytest

from tests.fakes.desktop import FakeLogind, FakeScreenSaver, PrivateBus
from tests.journeys.conftest import Start
from tests.journeys.journals import Kept
from tests.journeys.program import Program
from tests.journeys.screen import Screen, wait_until
from trustjournal.domain.settings import JournalSettings

SLEEP_WAITS_S = 60.0
ABOVE_THE_EDGE = 35
"""Pixels from the lower edge of the window to the middle of the lock's button, in its lower left corner."""


@pytest.fixture
def bus() -> Iterator[PrivateBus]:
    """The message bus of the system and of the desktop, in one."""
    bus = PrivateBus()
    yield bus
    bus.close()


@pytest.fixture
def logind(bus: PrivateBus) -> Iterator[FakeLogind]:
    """Who says that the screen is locked, and who waits before the computer sleeps."""
    logind = FakeLogind(bus)
    yield logind
    logind.close()


@pytest.fixture
def saver(bus: PrivateBus) -> Iterator[FakeScreenSaver]:
    """The screen saver of a desktop."""
    saver = FakeScreenSaver(bus, "org.gnome.ScreenSaver")
    yield saver
    saver.close()


def unlocked(start: Start, screen: Screen, kept: Kept, bus: PrivateBus | None = None) -> Program:
    """The program with an open journal, on that bus if there is one."""
    named = [f"DBUS_{name}_BUS_ADDRESS={bus.address}" for name in ("SYSTEM", "SESSION")] if bus else []
    program = start(before=("env", *named))
    program.wait_for("prompt")
    screen.write(kept.passphrase)
    screen.press("Return")
    program.wait_for("session")
    return program


def choose(kept: Kept, settings: JournalSettings) -> None:
    with kept.open() as journal:
        journal.choices.change(settings)


def windows_of(screen: Screen, pid: int) -> int:
    return len(screen.ask("xdotool", "search", "--onlyvisible", "--pid", str(pid)).split())


@pytest.mark.parametrize(
    "say",
    [
        lambda logind, saver: logind.lock(),
        lambda logind, saver: logind.change("Active", to=False),
        lambda logind, saver: saver.turn(on=True),
    ],
    ids=["screen locked", "another person", "screen saver"],
)
def test_the_computer_locks_the_journal(
    screen: Screen,
    start: Start,
    kept: Kept,
    bus: PrivateBus,
    logind: FakeLogind,
    saver: FakeScreenSaver,
    say: Callable[[FakeLogind, FakeScreenSaver], None],
) -> None:
    program = unlocked(start, screen, kept, bus)
    wait_until(lambda: logind.delays, "the journal to listen")
    screen.press("ctrl+n")
    screen.write("words")

    def locked() -> bool:
        say(logind, saver)  # again, until the other bus is listened to as well
        return "prompt" in program.tree().values()

    wait_until(locked, "the lock")
    program.wait_for("prompt")
    screen.press("alt+F4")
    assert program.ends() == 0
    assert [entry.text for entry in kept.entries()] == ["words"]


def test_sleep_waits_until_the_words_are_stored_and_no_process_has_them_in_its_memory(
    screen: Screen, start: Start, kept: Kept, bus: PrivateBus, logind: FakeLogind
) -> None:
    program = unlocked(start, screen, kept, bus)
    session = program.wait_for("session")
    (delay,) = wait_until(lambda: logind.delays, "the journal to listen")
    screen.press("ctrl+n")
    screen.write("the newest words")
    assert delay.is_held()
    logind.sleep()
    assert delay.wait_for_release(SLEEP_WAITS_S)
    assert session not in program.tree()
    assert [entry.text for entry in kept.entries()] == ["the newest words"]
    logind.wake()
    program.wait_for("prompt")
    screen.write(kept.passphrase)
    screen.press("Return")
    program.wait_for("session")
    wait_until(lambda: len(logind.delays) == 2, "the next sleep to wait as well")


def test_the_chord_locks_while_a_menu_has_the_keyboard(screen: Screen, start: Start, kept: Kept) -> None:
    program = unlocked(start, screen, kept)
    session = program.wait_for("session")
    screen.press("ctrl+n")
    screen.write("words")
    before = windows_of(screen, session)
    screen.press("Menu")
    wait_until(lambda: windows_of(screen, session) > before, "a menu")
    screen.press("ctrl+l")
    program.wait_for("prompt")


def test_the_chord_locks_in_focus_mode(screen: Screen, start: Start, kept: Kept) -> None:
    program = unlocked(start, screen, kept)
    screen.press("F11", "ctrl+l")
    program.wait_for("prompt")


def test_the_button_locks(screen: Screen, start: Start, kept: Kept) -> None:
    program = unlocked(start, screen, kept)
    window = program.window()
    height = screen.place(window)[3]
    screen.ask("xdotool", "mousemove", "--window", str(window), "100", str(height - ABOVE_THE_EDGE), "click", "1")
    program.wait_for("prompt")


def test_a_minimised_window_locks_where_that_was_chosen(screen: Screen, start: Start, kept: Kept) -> None:
    choose(kept, replace(JournalSettings(), lock_on_minimise=True))
    program = unlocked(start, screen, kept)
    screen.ask("xdotool", "windowminimize", str(program.window()))
    wait_until(lambda: set(program.tree().values()) == {"supervisor", "prompt"}, "the lock")


def test_another_program_in_front_locks_where_that_was_chosen(screen: Screen, start: Start, kept: Kept) -> None:
    choose(kept, replace(JournalSettings(), lock_on_focus_loss=True))
    program = unlocked(start, screen, kept)
    with screen.something_else_in_front():
        other = screen.focused()
        wait_until(lambda: set(program.tree().values()) == {"supervisor", "prompt"}, "the lock")
        wait_until(lambda: program.life("prompt"), "the unlock screen")
        assert screen.focused() == other, "what is typed elsewhere would land in the passphrase field"
