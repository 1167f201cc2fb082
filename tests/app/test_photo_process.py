"""Photos are decoded by a process that knows nothing, may do nothing, and can do the window no harm."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.fakes import photos
from tests.fakes.photos import SECRET, encoded, picture
from trustjournal.app.photo_process import PhotoProcess, worker_command
from trustjournal.domain.attachment import LONGEST_SIDE, CleanPhoto
from trustjournal.errors import (
    CancelledError,
    PhotoDamagedError,
    PhotoReaderFailedError,
    PhotoTooLargeError,
    TrustJournalError,
)

ROOT = Path(__file__).resolve().parents[2]
PIXEL = encoded(picture(1, 1), "PNG")


@pytest.fixture
def process() -> Iterator[PhotoProcess]:
    process = PhotoProcess()
    yield process
    process.end()


def saying(code: str, *, most_seconds: float = 60) -> PhotoProcess:
    """A worker that does something else."""
    return PhotoProcess([sys.executable, "-I", "-c", code], most_seconds=most_seconds)


@pytest.mark.parametrize(
    "data",
    [
        photos.telling_jpeg(6),
        photos.telling_png(),
        photos.telling_gif(),
        photos.telling_webp(),
        encoded(picture(20, 10, "CMYK"), "JPEG", icc_profile=photos.srgb()),
        encoded(picture(20, 10), "JPEG", progressive=True),
        encoded(picture(20, 10), "MPO", save_all=True, append_images=[picture(10, 10)]),
        encoded(picture(20, 10, "P"), "PNG", transparency=0),
        encoded(picture(20, 10, "LA"), "PNG"),
        encoded(picture(20, 10, "RGBA"), "WEBP", lossless=True),
        encoded(picture(), "WEBP", save_all=True, append_images=[picture().rotate(90)]),
        encoded(picture(), "PNG", save_all=True, append_images=[picture().rotate(90)]),
        encoded(picture(5_000, 40), "JPEG"),
    ],
    ids=["jpeg", "png", "gif", "webp", "print", "progressive", "two images", "palette", "grey with holes", "lossless",
         "moving webp", "moving png", "large"],
)  # fmt: skip
def test_the_process_reads_every_kind_of_photo_with_all_doors_closed(process: PhotoProcess, data: bytes) -> None:
    photo = process(data)
    assert SECRET not in photo.data + (photo.preview or b"")
    assert max(photo.width, photo.height) <= LONGEST_SIDE


def test_damage_and_bombs_are_told_apart(process: PhotoProcess) -> None:
    with pytest.raises(PhotoDamagedError):
        process(photos.telling_jpeg()[:500])
    with pytest.raises(PhotoDamagedError):
        process(b"")
    with pytest.raises(PhotoTooLargeError):
        process(photos.bomb())


@pytest.mark.parametrize(
    "code",
    [
        "import os; os.abort()",
        "import os, signal; os.kill(os.getpid(), signal.SIGSEGV)",
        "raise SystemExit(3)",
        "pass",
        "print('nonsense')",
        "print('[' * 100_000)",
        "print('null')",
        'print(\'{"error": "SystemExit"}\')',
        "print('{\"error\": []}')",
        "import sys; sys.stdout.buffer.write(b'x' * 200_000_000)",
    ],
)
def test_a_worker_that_crashes_or_talks_nonsense_is_told_calmly(code: str) -> None:
    with pytest.raises(PhotoReaderFailedError):
        saying(code)(PIXEL * 1_000)


def answer(**changes: object) -> str:
    about = {
        "media_type": "image/png",
        "width": 1,
        "height": 1,
        "size": len(PIXEL),
        "preview": None,
        "was_moving": False,
    }
    line = json.dumps(about | changes).encode() + b"\n"
    return f"import sys; sys.stdout.buffer.write({line + PIXEL!r})"


def test_an_honest_answer_is_believed() -> None:
    assert saying(answer())(b"") == CleanPhoto("image/png", 1, 1, PIXEL)


@pytest.mark.parametrize(
    "changes",
    [
        {"media_type": "image/svg+xml"},
        {"media_type": "image/jpeg"},
        {"media_type": []},
        {"width": LONGEST_SIDE + 1},
        {"width": -1},
        {"height": 0},
        {"height": 1.5},
        {"height": True},
        {"size": 0},
        {"size": 10**12},
        {"size": len(PIXEL) - 1},
        {"preview": 5},
        {"preview": -1},
        {"was_moving": "no"},
    ],
)
def test_a_worker_that_was_taken_over_is_not_believed(changes: dict[str, object]) -> None:
    with pytest.raises(PhotoReaderFailedError):
        saying(answer(**changes))(b"")


def test_a_worker_that_never_answers_is_ended() -> None:
    with pytest.raises(PhotoReaderFailedError):
        saying("import time; time.sleep(600)", most_seconds=0.3)(PIXEL)


def test_a_worker_that_neither_reads_nor_ends_keeps_nobody_waiting() -> None:
    stop = threading.Event()
    threading.Timer(0.3, stop.set).start()
    with pytest.raises(CancelledError):
        saying("import time; time.sleep(600)")(PIXEL * 100_000, stop)


def test_at_the_end_of_the_session_nothing_is_decoded_any_more() -> None:
    process = saying("import time; time.sleep(600)")
    threading.Timer(0.3, process.end).start()
    with pytest.raises(CancelledError):
        process(PIXEL)
    with pytest.raises(CancelledError):
        process(PIXEL)


def test_without_a_program_to_start_that_is_told() -> None:
    with pytest.raises(PhotoReaderFailedError):
        PhotoProcess(["/nowhere/at/all"])(PIXEL)


def test_the_worker_learns_nothing_about_the_person(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("HOME", "/home/somebody")
    monkeypatch.setenv("DBUS_SESSION_BUS_ADDRESS", "unix:path=/run/bus")
    code = "import os, sys; print(sorted(os.environ), os.getcwd(), sorted(os.listdir('/proc/self/fd')))"
    said = subprocess.run([sys.executable, "-c", _RUN.format(code=code)], capture_output=True, text=True, cwd=ROOT)
    told = said.stdout + said.stderr
    assert "somebody" not in told
    assert "DBUS" not in told
    assert "['HOME', 'LC_CTYPE'] / ['0', '1', '2', '3']" in told  # the last one lists the others


_RUN = """
import os, subprocess, sys
from trustjournal.app import photo_process
seen = []
photo_process._read = lambda answer: seen.append(answer)
open("/dev/null"); os.set_inheritable(os.open("/dev/null", os.O_RDONLY), True)
photo_process.PhotoProcess([sys.executable, "-I", "-c", {code!r}])(b"")
print(seen[0].decode())
"""


def test_the_windows_process_never_loads_a_decoder() -> None:
    code = (
        "import sys, trustjournal.app.opening, trustjournal.app.photo_process, trustjournal.app.demo;"
        "from trustjournal.app.photo_process import PhotoProcess; from tests.app.test_photo_process import PIXEL;"
        "print([name for name in sys.modules if name.split('.')[0] == 'PIL' or name.endswith('.exchange.photos')])"
    )
    code = code.replace("from tests.app.test_photo_process import PIXEL;", f"PIXEL = {PIXEL!r}; PhotoProcess()(PIXEL);")
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, cwd=ROOT, check=True)
    assert done.stdout.strip() == "[]"


@pytest.mark.skipif(shutil.which("strace") is None, reason="needs strace")
def test_while_it_decodes_the_worker_asks_the_kernel_for_nothing_but_memory(tmp_path: Path) -> None:
    log = tmp_path / "log"
    traced = PhotoProcess(["strace", "-f", "-qq", "-o", str(log), *worker_command()])
    traced(photos.telling_jpeg())
    calls = [line.split(maxsplit=1)[-1] for line in log.read_text().splitlines()]
    began = min(place for place, call in enumerate(calls) if call.startswith("read(0"))
    assert not [call for call in calls if "O_CREAT" in call and "/proc/self/coredump_filter" not in call]
    assert not [call for call in calls if call.startswith(("connect(", "bind("))]
    asked = {call.partition("(")[0] for call in calls[began:] if "(" in call and not call.startswith(("+++", "---"))}
    assert asked <= {"read", "write", "mmap", "munmap", "mremap", "brk", "madvise", "exit_group"}, asked


@settings(max_examples=15, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(data=st.data())
def test_whatever_comes_in_the_answer_is_a_photo_or_a_calm_error(process: PhotoProcess, data: st.DataObject) -> None:
    made = bytearray(data.draw(st.sampled_from([photos.telling_jpeg(), photos.telling_png(), photos.telling_webp()])))
    for place in data.draw(st.lists(st.integers(0, len(made) - 1), max_size=20)):
        made[place] = data.draw(st.integers(0, 255))
    try:
        photo = process(bytes(made))
    except TrustJournalError:
        return
    assert photo.data


def test_a_frozen_program_starts_itself(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "frozen", True, raising=False)
    assert worker_command() == [sys.executable, "photo"]
    done = subprocess.run([sys.executable, "-m", "trustjournal", "photo"], input=PIXEL, capture_output=True, cwd=ROOT)
    assert done.returncode == 0
    assert done.stdout.startswith(b'{"media_type": "image/png"')
    assert os.linesep.encode() in done.stdout
