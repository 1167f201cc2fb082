"""One running program: who gets the lock, and how a second start is heard."""

from __future__ import annotations

import os
import stat
import subprocess
import sys
import threading
from pathlib import Path

import pytest

from trustjournal.host.instance import LONGEST_TOKEN, Doorbell, InstanceLock

TAKE = "import sys; from pathlib import Path; from trustjournal.host.instance import InstanceLock; "


def _another_process_gets_it(folder: Path) -> bool:
    code = TAKE + "print(InstanceLock(Path(sys.argv[1])).take())"
    return subprocess.run([sys.executable, "-c", code, folder], capture_output=True, text=True).stdout == "True\n"


def test_only_one_process_gets_the_lock(tmp_path: Path) -> None:
    lock = InstanceLock(tmp_path / "run")
    assert lock.take()
    assert not _another_process_gets_it(tmp_path / "run")
    lock.release()
    assert _another_process_gets_it(tmp_path / "run")


def test_a_process_that_was_killed_does_not_keep_the_lock(tmp_path: Path) -> None:
    code = TAKE + "assert InstanceLock(Path(sys.argv[1])).take(); print(1, flush=True); sys.stdin.read()"
    with subprocess.Popen(
        [sys.executable, "-c", code, tmp_path], stdin=subprocess.PIPE, stdout=subprocess.PIPE
    ) as process:
        assert process.stdout is not None
        process.stdout.readline()
        assert not InstanceLock(tmp_path).take()
        process.kill()
    assert InstanceLock(tmp_path).take()


def _heard(doorbell: Doorbell, rings: int) -> list[str | None]:
    heard: list[str | None] = []
    thread = threading.Thread(target=lambda: heard.extend(doorbell.wait() for _ in range(rings)), daemon=True)
    thread.start()
    thread.join(10)
    return heard


@pytest.mark.skipif(sys.platform == "win32", reason="no doorbell there yet")
def test_a_ring_is_heard_with_its_token_and_so_is_the_next_one(tmp_path: Path) -> None:
    hung = Doorbell(tmp_path)
    assert hung.hang()
    assert Doorbell(tmp_path).ring("a-token")
    assert Doorbell(tmp_path).ring("")
    assert _heard(hung, 2) == ["a-token", ""]
    assert stat.S_IMODE((tmp_path / "doorbell").stat().st_mode) == 0o600
    hung.take_down()
    assert os.listdir(tmp_path) == []


@pytest.mark.skipif(sys.platform == "win32", reason="no doorbell there yet")
def test_where_nobody_listens_a_ring_does_not_wait(tmp_path: Path) -> None:
    assert not Doorbell(tmp_path).ring("x")
    os.mkfifo(tmp_path / "doorbell")
    assert not Doorbell(tmp_path).ring("x")


@pytest.mark.skipif(sys.platform == "win32", reason="no doorbell there yet")
def test_a_file_in_the_doorbells_place_makes_way(tmp_path: Path) -> None:
    (tmp_path / "doorbell").write_text("not a pipe", encoding="utf-8")
    assert Doorbell(tmp_path).hang()
    assert stat.S_ISFIFO((tmp_path / "doorbell").stat().st_mode)


@pytest.mark.skipif(sys.platform == "win32", reason="no doorbell there yet")
@pytest.mark.parametrize("token", ["two\nlines", "\x1b[31m", "x" * LONGEST_TOKEN, "\udcff\n"])
def test_a_token_that_is_none_is_not_passed_on(tmp_path: Path, token: str) -> None:
    hung = Doorbell(tmp_path)
    hung.hang()
    Doorbell(tmp_path).ring(token)
    assert _heard(hung, 1) == [""]
