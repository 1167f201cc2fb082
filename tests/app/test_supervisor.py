"""The supervisor, with real processes and real pipes; only the lives are made up."""

from __future__ import annotations

import json
import os
import sys
import threading
import time
from collections.abc import Callable, Sequence
from pathlib import Path

import pytest

from trustjournal.app.spawn import start_prompt, start_session
from trustjournal.app.supervisor import AskedToEnd, Rung, Supervisor

ROOT = Path(__file__).resolve().parents[2]


class Stage:
    """A folder of scripts for lives, and what they did."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.supervisor = Supervisor(
            start_prompt=lambda notice, order: start_prompt("", notice, order, command=_fake),
            start_session=lambda key: start_session(key, "", command=_fake),
        )

    def script(self, kind: str, number: int, *steps: str) -> None:
        (self.folder / f"{kind}.{number}").write_text("\n".join(steps), encoding="utf-8")

    def play(self) -> int:
        return self.supervisor.run(start_prompt("", "", command=_fake))

    def play_while(self, tease: Callable[[], None]) -> int:
        codes: list[int] = []
        thread = threading.Thread(target=lambda: codes.append(self.play()))
        thread.start()
        tease()
        thread.join(30)
        assert codes, "the supervisor did not end"
        return codes[0]

    def wait_for(self, line: str) -> None:
        deadline = time.monotonic() + 20
        while line not in self.log():
            assert time.monotonic() < deadline, (line, self.log())
            time.sleep(0.01)

    def log(self) -> list[str]:
        path = self.folder / "log"
        return path.read_text(encoding="utf-8").splitlines() if path.exists() else []

    def of(self, me: str) -> list[str]:
        return [line.removeprefix(me + ": ") for line in self.log() if line.startswith(me + ": ")]


def _fake(arguments: Sequence[str]) -> list[str]:
    code = f"import sys; sys.path.insert(0, {str(ROOT)!r}); from tests.app.fake_life import main; main()"
    return [sys.executable, "-P", "-c", code, *arguments]


@pytest.fixture
def stage(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Stage:
    monkeypatch.setenv("FAKE_LIVES", str(tmp_path))
    return Stage(tmp_path)


UNLOCK = ("hear show", "say painted", "say unlocking", "give", "hear leave")


def test_a_journal_is_unlocked_locked_and_closed_and_each_window_stays_until_the_next_has_painted(
    stage: Stage,
) -> None:
    stage.script("prompt", 1, *UNLOCK, "exit 0")
    stage.script("session", 1, "take", "say painted", "say locking", "hear leave", "exit 0")
    stage.script("prompt", 2, "hear show", "say painted", "say quit", "exit 0")
    assert stage.play() == 0
    log = stage.log()
    assert log.index("session 1: say painted") < log.index("prompt 1: hears leave")
    assert log.index("prompt 2: say painted") < log.index("session 1: hears leave")
    assert "session 1: takes the key True" in log


def test_a_prompt_begins_with_the_task_the_session_was_locked_for(stage: Stage) -> None:
    stage.script("prompt", 1, *UNLOCK, "exit 0")
    stage.script("session", 1, "take", "say painted", "say locking change-passphrase", "hear leave", "exit 0")
    stage.script("prompt", 2, "hear show", "say painted", "say quit", "exit 0")
    assert stage.play() == 0
    assert stage.of("prompt 1")[0] == "begins"
    assert stage.of("prompt 2")[0] == "begins change-passphrase"


def test_a_prompt_that_follows_a_window_in_the_background_is_told_to_stay_there(stage: Stage) -> None:
    stage.script("prompt", 1, *UNLOCK, "exit 0")
    stage.script("session", 1, "take", "say painted", "say behind", "say locking", "hear leave", "exit 0")
    stage.script("prompt", 2, *UNLOCK, "exit 0")
    stage.script("session", 2, "take", "say painted", "say quit", "exit 0")
    assert stage.play() == 0
    assert "hears show" in stage.of("prompt 1")
    assert "hears show behind" in stage.of("prompt 2")


def test_a_prompt_that_gives_up_its_keys_is_replaced_and_the_session_that_waited_for_them_ends(stage: Stage) -> None:
    stage.script("prompt", 1, "hear show", "say painted", "say unlocking", "say locking", "hear leave", "exit 0")
    stage.script("session", 1, "take", "exit 0")
    stage.script("prompt", 2, *UNLOCK, "exit 0")
    stage.script("session", 2, "take", "say painted", "say quit", "exit 0")
    assert stage.play() == 0
    assert "session 1: finds no key" in stage.log()
    assert "session 2: takes the key True" in stage.log()
    assert stage.log().index("prompt 2: say painted") < stage.log().index("prompt 1: hears leave")


def test_a_life_inherits_its_three_pipe_ends_and_nothing_else_of_ours(stage: Stage) -> None:
    from_outside = {descriptor for descriptor in range(3, 1000) if _is_inheritable(descriptor)}
    stray, stray_end = os.pipe()
    stage.script("prompt", 1, "descriptors", *UNLOCK, "exit 0")
    stage.script("session", 1, "descriptors", "take", "say painted", "say quit", "exit 0")
    assert stage.play() == 0
    os.close(stray)
    os.close(stray_end)
    for me in ("prompt 1", "session 1"):
        has, given = (set(json.loads(line.partition("[")[1] + line.partition("[")[2])) for line in stage.of(me)[1:3])
        assert has - from_outside == given
        assert len(given) == 3


def _is_inheritable(descriptor: int) -> bool:
    try:
        return os.get_inheritable(descriptor)
    except OSError:
        return False


def test_a_session_waits_on_after_a_wrong_passphrase_and_takes_the_next_key(stage: Stage) -> None:
    stage.script("prompt", 1, "hear show", "say painted", "say unlocking", "say unlocking", "give", "hear leave")
    stage.script("session", 1, "take", "say painted", "say quit", "exit 0")
    assert stage.play() == 0
    assert [line for line in stage.log() if "begins" in line] == ["prompt 1: begins", "session 1: begins"]


def test_a_journal_that_cannot_be_opened_leads_to_a_prompt_that_knows_why(stage: Stage) -> None:
    stage.script("prompt", 1, *UNLOCK, "exit 0")
    stage.script("session", 1, "take", "say failed JournalDamagedError", "exit 0")
    stage.script("prompt", 2, "hear show", "say painted", "say quit", "exit 0")
    assert stage.play() == 0
    assert stage.of("prompt 2")[0] == "begins JournalDamagedError"
    assert stage.log().index("prompt 2: say painted") < stage.log().index("prompt 1: hears leave")


def test_a_session_that_crashes_leads_to_a_prompt_that_says_so(stage: Stage) -> None:
    stage.script("prompt", 1, *UNLOCK, "exit 0")
    stage.script("session", 1, "take", "say painted", "crash")
    stage.script("prompt", 2, "hear show", "say painted", "say quit", "exit 0")
    assert stage.play() == 0
    assert stage.of("prompt 2")[0] == "begins SessionLostError"


def test_a_session_that_crashes_before_it_painted_leads_to_a_prompt_too(stage: Stage) -> None:
    stage.script("prompt", 1, *UNLOCK, "exit 0")
    stage.script("session", 1, "take", "crash")
    stage.script("prompt", 2, "hear show", "say painted", "say quit", "exit 0")
    assert stage.play() == 0
    assert stage.of("prompt 2")[0] == "begins SessionLostError"
    assert "hears leave" in stage.of("prompt 1")


def test_a_session_that_came_first_and_crashes_before_it_painted_leads_to_a_prompt_too(stage: Stage) -> None:
    stage.script("session", 1, "crash")
    stage.script("prompt", 1, "hear show", "say painted", "say quit", "exit 0")
    key, key_end = os.pipe()
    first = start_session(key, "", command=_fake)
    os.close(key)
    os.close(key_end)
    assert stage.supervisor.run(first) == 0
    assert stage.of("prompt 1")[0] == "begins SessionLostError"


def test_a_prompt_that_crashes_ends_the_program(stage: Stage) -> None:
    stage.script("prompt", 1, "hear show", "crash")
    assert stage.play() == 1
    assert not stage.supervisor.has_shown_a_window


def test_a_prompt_that_crashes_takes_the_waiting_session_with_it(stage: Stage) -> None:
    stage.script("prompt", 1, "hear show", "say painted", "say unlocking", "crash")
    stage.script("session", 1, "take", "exit 0")
    assert stage.play() == 1
    assert "finds no key" in stage.of("session 1")


def test_a_prompt_that_does_not_come_after_locking_lets_the_covered_session_leave(stage: Stage) -> None:
    stage.script("prompt", 1, *UNLOCK, "exit 0")
    stage.script("session", 1, "take", "say painted", "say locking", "hear leave", "exit 0")
    stage.script("prompt", 2, "crash")
    assert stage.play() == 1
    assert "hears leave" in stage.of("session 1")


def test_closing_the_window_ends_the_program_and_the_session_that_waits(stage: Stage) -> None:
    stage.script("prompt", 1, "hear show", "say painted", "say unlocking", "say quit", "exit 0")
    stage.script("session", 1, "take", "exit 0")
    assert stage.play() == 0


def test_asked_to_end_it_asks_the_session_to_save_and_waits_for_it(stage: Stage) -> None:
    stage.script("prompt", 1, *UNLOCK, "exit 0")
    stage.script("session", 1, "take", "say painted", "hear end", "say quit", "exit 0")

    def tease() -> None:
        stage.wait_for("session 1: say painted")
        stage.supervisor.tell(AskedToEnd())

    assert stage.play_while(tease) == 0
    assert stage.of("session 1")[-1] == "exits 0"


def test_a_second_start_raises_the_window_that_is_shown_and_passes_its_token_on(stage: Stage) -> None:
    stage.script("prompt", 1, "hear show", "say painted", "hear raise", "say quit", "exit 0")

    def tease() -> None:
        stage.wait_for("prompt 1: say painted")
        stage.supervisor.tell(Rung("a-token"))

    assert stage.play_while(tease) == 0
    assert "hears raise a-token" in stage.of("prompt 1")


def test_a_life_that_says_nonsense_is_not_obeyed(stage: Stage) -> None:
    stage.script("prompt", 1, "hear show", "say painted", "say locking", "say quit", "exit 0")
    assert stage.play() == 0
    assert not [line for line in stage.log() if line.startswith("prompt 2")]
