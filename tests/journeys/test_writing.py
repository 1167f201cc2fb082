"""A page with every format is written by keyboard alone, found in, and looks as it was left after locking."""

from __future__ import annotations

from tests.journeys.conftest import Start
from tests.journeys.journals import Kept
from tests.journeys.program import Program
from tests.journeys.screen import Screen

WRITTEN = """\
## A plan
It took **eleven** seconds, felt *odd*, ~~bad~~ and `ls`.
- bread
- milk
  - oat
- [x] call
- [ ] write
1. one
2. two
> said
see [page](https://example.org) now
```
let x
let y
```
---
last
"""


def _unlock(program: Program, kept: Kept) -> None:
    program.wait_for("prompt")
    program.screen.write(kept.passphrase)
    program.screen.press("Return")
    program.wait_for("session")


def _write_every_format(screen: Screen) -> None:
    press, write = screen.press, screen.write
    press("ctrl+alt+2")
    write("A plan")
    press("Return")
    for words, keys in (
        ("It took ", "ctrl+b"), ("eleven", "ctrl+b"), (" seconds, felt ", "ctrl+i"), ("odd", "ctrl+i"),
        (", ", "ctrl+shift+x"), ("bad", "ctrl+shift+x"), (" and ", "ctrl+shift+c"), ("ls", "ctrl+shift+c"),
    ):  # fmt: skip
        write(words)
        press(keys)
    write(".")
    press("Return", "ctrl+shift+8")
    write("bread")
    press("Return")
    write("milk")
    press("Return", "Tab")
    write("oat")
    press("Return", "Return", "Return")  # out, and out of the list
    press("ctrl+shift+9")
    write("call")
    press("ctrl+Return", "Return")
    write("write")
    press("Return", "Return", "ctrl+shift+7")
    write("one")
    press("Return")
    write("two")
    press("Return", "Return", "ctrl+shift+period")
    write("said")
    press("Return", "Return")
    write("see page")
    press("ctrl+shift+k")
    write("https://example.org")
    press("End")
    write(" now")
    press("Return")
    write("let x")
    press("Return")
    write("let y")
    press("shift+Up", "shift+Home", "ctrl+shift+c", "Down", "Down", "Down", "End", "Return")
    write("last")
    press("Return")
    write("---")
    press("alt+Up", "Down", "End", "Return")


def test_a_page_with_every_format_is_written_by_keyboard_alone(screen: Screen, start: Start, kept: Kept) -> None:
    program = start()
    _unlock(program, kept)
    screen.press("ctrl+n")
    _write_every_format(screen)
    screen.press("alt+F4")
    assert program.ends() == 0
    (entry,) = kept.entries()
    assert entry.text == WRITTEN
    assert "Traceback" not in program.output()


def test_words_are_replaced_by_keyboard_and_the_size_of_the_letters_is_kept(
    screen: Screen, start: Start, kept: Kept
) -> None:
    program = start()
    _unlock(program, kept)
    screen.press("ctrl+n")
    screen.write("Sam said so. SAM went, sam came.")
    screen.press("ctrl+h")
    screen.write("sam")
    screen.press("Return")
    screen.press(*["Tab"] * 5)
    screen.write("Alex")
    screen.press("Return", "Escape", "ctrl+plus", "ctrl+plus")
    screen.write("Jo")  # over the hit the caret was left at
    screen.press("ctrl+l")
    program.wait_for("prompt")
    screen.write(kept.passphrase)
    screen.press("Return")
    program.wait_for("session")
    screen.press("alt+F4")
    assert program.ends() == 0
    (entry,) = kept.entries()
    assert sorted(entry.text.split()) == sorted(["Sam", "said", "so.", "Alex", "went,", "Jo", "came."])
    with kept.open() as journal:
        assert journal.choices.settings().writing.zoom_percent == 125
