"""A life without Qt that follows a script, so that the supervisor can be tested through real processes.

`FAKE_LIVES` names a folder. `<kind>.<number>` in it holds the steps of the number-th life of that kind, one a line;
what happens is added to `log`, one line an event.
"""

from __future__ import annotations

import os
import sys
import time
from pathlib import Path

from trustjournal.app.control import Line, LineBuffer, Word, receive, send
from trustjournal.app.handoff import read_hand_off, write_hand_off
from trustjournal.app.spawn import PROMPT, open_inherited
from trustjournal.storage.journal_keys import JournalKeys

KEY = bytes(range(32))


def main() -> None:
    """Follow the steps of this life."""
    kind, hear_name, say_name, key_name, _home, notice, task = sys.argv[1:]
    folder = Path(os.environ["FAKE_LIVES"])
    hear, say = open_inherited(hear_name, to_write=False), open_inherited(say_name, to_write=True)
    key = open_inherited(key_name, to_write=kind == PROMPT)
    number = 1
    while not (steps := _take(folder / f"{kind}.{number}")):
        number += 1
    me = f"{kind} {number}"

    def log(text: str) -> None:
        with (folder / "log").open("a", encoding="utf-8") as file:
            file.write(f"{me}: {text}\n")

    log(" ".join(word for word in ("begins", notice, task) if word))
    buffer = LineBuffer()
    heard: list[Line] = []
    for step in steps:
        verb, _, rest = step.partition(" ")
        if verb == "say":
            word, _, fact = rest.partition(" ")
            # Logged before it is said: nobody can answer before the log knows.
            log(step)
            send(say, Line(Word(word), fact))
        elif verb == "hear":
            while not any(line.word == rest for line in heard):
                lines = receive(hear, buffer)
                if lines is None:
                    log("is alone")
                    os._exit(9)
                heard += lines
            found = next(line for line in heard if line.word == rest)
            heard.remove(found)
            log(f"hears {rest} {found.fact}".strip())
        elif verb == "give":
            write_hand_off(key, JournalKeys(folder, "a.tjdb", "ab", bytearray(KEY), bytes(16), bytearray(KEY)))
            log("gives the key")
        elif verb == "take":
            got = read_hand_off(key)
            log("finds no key" if got is None else f"takes the key {got.keys.sqlcipher_key == KEY}")
        elif verb == "descriptors":
            log(f"has {[descriptor for descriptor in range(3, 1000) if _is_open(descriptor)]}")
            log(f"was given {sorted((hear, say, key))}")
        elif verb == "exit":
            log(f"exits {rest}")
            os._exit(int(rest))
        elif verb == "crash":
            log("crashes")
            os.abort()
        elif verb == "stay":
            time.sleep(60)
    os._exit(0)


def _is_open(descriptor: int) -> bool:
    try:
        os.fstat(descriptor)
    except OSError:
        return False
    return True


def _take(script: Path) -> list[str]:
    taken = script.with_suffix(script.suffix + ".taken")
    try:
        script.rename(taken)
    except FileNotFoundError:
        if taken.exists():
            return []
        sys.exit(f"no script for {script.name}")
    return taken.read_text(encoding="utf-8").splitlines()


if __name__ == "__main__":
    main()
