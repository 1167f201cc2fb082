"""After locking, no process of the program holds a written word, the passphrase or the key."""

from __future__ import annotations

import os
import sys

import pytest

from tests.journeys.conftest import Start
from tests.journeys.journals import Kept
from tests.journeys.memory import copies, forms
from tests.journeys.screen import Screen, wait_until

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="looks into /proc")

CANARY = "Zanzibar-Lantern-Moth"


def _key_forms(key: bytes | bytearray) -> tuple[bytes, ...]:
    return bytes(key), key.hex().encode(), key.hex().upper().encode(), key.hex().encode("utf-16-le")


def test_after_lock_no_process_holds_a_word_the_passphrase_or_the_key(screen: Screen, start: Start, kept: Kept) -> None:
    keys = kept.keys()
    key_forms = (*_key_forms(keys.sqlcipher_key), *_key_forms(keys.backup_key))
    assert copies(os.getpid(), _key_forms(keys.sqlcipher_key)) > 0, "this scan would not find a key"

    program = start()
    prompt = program.wait_for("prompt")
    screen.write(kept.passphrase)
    wait_until(lambda: copies(prompt, forms(kept.passphrase)), "the scan to find what is being typed")
    screen.press("Return")
    session = program.wait_for("session")
    assert copies(session, forms(kept.passphrase)) == 0, "the session knows the passphrase"
    assert copies(session, key_forms) == 0, "the key lies in the session's memory"

    screen.press("ctrl+n")
    screen.write(f"{CANARY} is what nobody may find")
    wait_until(lambda: copies(session, forms(CANARY)), "the scan to find what is being written")
    screen.press("ctrl+f")
    screen.write(CANARY.lower())
    wait_until(lambda: copies(session, forms(CANARY.lower())), "the search")
    screen.press("ctrl+l")

    program.wait_for("prompt")
    tree = program.tree()
    assert session not in tree
    assert sorted(tree.values()) == ["prompt", "supervisor"]
    for pid, kind in tree.items():
        for text in (CANARY, CANARY.lower(), kept.passphrase):
            assert copies(pid, forms(text)) == 0, f"the {kind} holds a word"
        assert copies(pid, key_forms) == 0, f"the {kind} holds a key"
    screen.press("alt+F4")
    assert program.ends() == 0
    assert [entry.text for entry in kept.entries()] == [f"{CANARY} is what nobody may find"]
