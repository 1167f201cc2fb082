"""One life replaces the other without a moment in which the screen shows no window of the program, or a stray one."""

from __future__ import annotations

from tests.journeys.conftest import Start
from tests.journeys.journals import Kept
from tests.journeys.screen import Screen
from tests.journeys.watch import Watch, longest_gap


def test_there_is_a_window_at_every_moment_and_never_a_third(screen: Screen, start: Start, kept: Kept) -> None:
    watch = Watch(screen)
    program = start()
    program.wait_for("prompt")
    places = [screen.place(program.window())]
    for _ in range(2):
        screen.write(kept.passphrase)
        screen.press("Return")
        program.wait_for("session")
        places.append(screen.place(program.window()))
        screen.press("ctrl+l")
        program.wait_for("prompt")
        places.append(screen.place(program.window()))
    screen.press("alt+F4")
    assert program.ends() == 0
    counts = watch.stop()
    assert [count.windows for count in counts] == [1, *([2, 1] * 4), 0]
    assert longest_gap(counts[:-1]) == 0
    assert len(set(places)) == 1, "a window took another place than the one before it"


def test_words_typed_right_after_locking_go_into_the_passphrase_field(screen: Screen, start: Start, kept: Kept) -> None:
    program = start()
    program.wait_for("prompt")
    for _ in range(2):
        # No click in between: whoever gets the prompt can type at once.
        screen.write(kept.passphrase)
        screen.press("Return")
        program.wait_for("session")
        screen.press("ctrl+l")
        program.wait_for("prompt")
    screen.press("alt+F4")
    assert program.ends() == 0
