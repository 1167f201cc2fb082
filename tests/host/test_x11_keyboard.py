"""The layout of the keyboard is the one that is set, also after it was switched; and nothing where nobody knows."""

from __future__ import annotations

import ctypes
import os
import shutil
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest

from trustjournal.host.x11_keyboard import X11Keyboard


@pytest.fixture(scope="module")
def display(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    missing = [name for name in ("Xvfb", "setxkbmap", "xkbcomp") if shutil.which(name) is None]
    if missing:
        pytest.skip(f"this needs {', '.join(missing)}")
    to_read, to_write = os.pipe()
    with (tmp_path_factory.mktemp("x") / "log").open("wb") as log:
        server = subprocess.Popen(
            ["Xvfb", "-displayfd", str(to_write), "-nolisten", "tcp", "-noreset"],
            pass_fds=(to_write,),
            stdout=log,
            stderr=log,
        )
        os.close(to_write)
        with os.fdopen(to_read) as pipe:
            yield f":{pipe.readline().strip()}"
        server.terminate()
        server.wait()


@pytest.fixture
def keyboard(display: str, monkeypatch: pytest.MonkeyPatch) -> Iterator[X11Keyboard]:
    monkeypatch.setenv("DISPLAY", display)
    keyboard = X11Keyboard()
    yield keyboard
    keyboard.close()


def set_layouts(layouts: str) -> None:
    subprocess.run(["setxkbmap", "-layout", layouts], check=True, capture_output=True)


def switch_to(group: int) -> None:
    """As the person's shortcut or panel would."""
    x = ctypes.CDLL("libX11.so.6")
    x.XOpenDisplay.restype = ctypes.c_void_p
    display = ctypes.c_void_p(x.XOpenDisplay(None))
    x.XkbLockGroup(display, 0x0100, group)
    x.XSync(display, 0)
    x.XCloseDisplay(display)


def test_the_layout_is_the_one_that_is_set_and_follows_a_switch(keyboard: X11Keyboard) -> None:
    set_layouts("us,de,gr")
    switch_to(0)
    assert keyboard.layout() == "US"
    switch_to(2)
    assert keyboard.layout() == "GR"
    set_layouts("fr")
    switch_to(0)
    assert keyboard.layout() == "FR"


def test_without_a_display_nothing_is_known(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("DISPLAY", ":" + "9" * 4)
    assert X11Keyboard().layout() == ""
    monkeypatch.delenv("DISPLAY")
    assert X11Keyboard().layout() == ""


def test_without_the_library_nothing_is_known(keyboard: X11Keyboard, monkeypatch: pytest.MonkeyPatch) -> None:
    def missing(_name: str) -> None:
        raise OSError

    monkeypatch.setattr(ctypes, "CDLL", missing)
    assert keyboard.layout() == ""
