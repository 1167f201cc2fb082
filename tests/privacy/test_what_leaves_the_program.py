"""A whole session watched from outside: no socket to any network, and no word in any file or message.

What a journal cannot do yet (import, export) is not in it.
"""

from __future__ import annotations

import re
import shutil
import subprocess
from collections.abc import Iterable
from pathlib import Path

import pytest

from tests.journeys.conftest import Start
from tests.journeys.journals import Kept
from tests.journeys.screen import Screen
from tests.privacy.whole_session import live_through, plant

CALLS = "trace=%network,%file,write,writev,pwrite64,pwritev,pwritev2,sendfile,copy_file_range"


@pytest.fixture
def strace() -> str:
    path = shutil.which("strace")
    if path is None:
        pytest.skip("needs strace")
    return path


def test_a_session_reaches_no_network_and_no_word_leaves_it(
    screen: Screen, start: Start, kept: Kept, strace: str, tmp_path: Path
) -> None:
    words = plant(kept)
    log = tmp_path / "strace.log"
    program = start(before=(strace, "-f", "-qq", "--seccomp-bpf", "-s", "65536", "-e", CALLS, "-o", str(log)))
    live_through(program, kept)

    traced = log.read_bytes()
    sockets = re.findall(rb"socket\((\w+)", traced)
    assert set(sockets) == {b"AF_UNIX"}, "a socket that is not this computer's own"
    assert b"sin_addr" not in traced
    assert b"sin6_addr" not in traced
    for what, word in words.items():
        assert word.encode() not in traced, f"the {what} left the program"
        assert "\\0".join(word).encode() not in traced, f"the {what} left the program as UTF-16"
    look_at_every_file(_files_written(traced), words)

    # The same log shows that it would have seen: the database was opened and written in, and settings were kept.
    written = _files_written(traced)
    assert kept.database in written
    assert any(path.name.startswith("settings.json") for path in written)
    assert re.search(rb"pwrite64\(\d+, ", traced)


def test_the_program_lives_where_there_is_no_network_at_all_and_leaves_no_word_behind(
    screen: Screen, start: Start, kept: Kept
) -> None:
    if subprocess.run(["unshare", "-n", "true"], capture_output=True).returncode != 0:
        pytest.skip("this user may not make a place without a network")
    words = plant(kept)
    program = start(before=("unshare", "-n"))
    live_through(program, kept)
    left = [path for path in kept.home.rglob("*") if path.is_file()]
    assert kept.database in left
    look_at_every_file(left, words)
    for path in left:
        assert path.stat().st_mode & 0o077 == 0 or path.name == "output", f"others can read {path.name}"


def _files_written(traced: bytes) -> set[Path]:
    """Every file that was opened to be written, or that took another's place."""
    opened = re.findall(rb'open(?:at)?\((?:\w+, )?"([^"]+)", [^)]*O_(?:WRONLY|RDWR)', traced)
    renamed = re.findall(rb'rename(?:at2?)?\((?:\w+, )?"[^"]+", (?:\w+, )?"([^"]+)"', traced)
    paths = {Path(raw.decode("utf-8", "replace")) for raw in (*opened, *renamed)}
    # A part longer than this can be on no disk; the spelling library is given such a folder, to make its files in vain.
    return {
        path
        for path in paths
        if path.is_absolute() and not path.is_relative_to("/dev") and max(map(len, path.parts)) <= 255
    }


def look_at_every_file(paths: Iterable[Path], words: dict[str, str]) -> None:
    """None of `words` is in any of these files."""
    for path in paths:
        if not path.is_file() or path.is_relative_to("/proc"):
            continue
        content = path.read_bytes()
        for what, word in words.items():
            for encoding in ("utf-8", "utf-16-le", "utf-16-be"):
                assert word.encode(encoding) not in content, f"the {what} is in {path.name}"
