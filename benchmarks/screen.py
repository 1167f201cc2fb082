"""Watches a virtual screen from outside: when something is on it, and when nothing is."""

from __future__ import annotations

import ctypes
import os
import subprocess
import time
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager

WIDTH, HEIGHT = 1280, 820
ALL_PLANES = 0xFFFFFFFF
Z_PIXMAP = 2


class Screen:
    """One Xvfb screen. Its root is black, so a point that is not black has a window over it that has painted."""

    def __init__(self, name: str) -> None:
        """Connect to the X display `name` (such as ``:99``)."""
        self.name = name
        self._x11 = ctypes.CDLL("libX11.so.6")
        self._x11.XOpenDisplay.restype = ctypes.c_void_p
        self._x11.XDefaultRootWindow.argtypes = [ctypes.c_void_p]
        self._x11.XDefaultRootWindow.restype = ctypes.c_ulong
        self._x11.XGetImage.restype = ctypes.c_void_p
        self._x11.XGetImage.argtypes = [
            ctypes.c_void_p,
            ctypes.c_ulong,
            ctypes.c_int,
            ctypes.c_int,
            ctypes.c_uint,
            ctypes.c_uint,
            ctypes.c_ulong,
            ctypes.c_int,
        ]
        self._x11.XGetPixel.argtypes = [ctypes.c_void_p, ctypes.c_int, ctypes.c_int]
        self._x11.XGetPixel.restype = ctypes.c_ulong
        self._x11.XDestroyImage.argtypes = [ctypes.c_void_p]
        self._display = ctypes.c_void_p(self._x11.XOpenDisplay(name.encode()))
        self._root = self._x11.XDefaultRootWindow(self._display)

    def pixel(self, x: int = WIDTH // 2, y: int = HEIGHT // 2) -> int:
        """The colour of one point, 0 where no window has painted."""
        image = ctypes.c_void_p(self._x11.XGetImage(self._display, self._root, x, y, 1, 1, ALL_PLANES, Z_PIXMAP))
        colour = int(self._x11.XGetPixel(image, 0, 0))
        self._x11.XDestroyImage(image)
        return colour & 0xFFFFFF

    def strip(self, x: int, *, step: int = 8) -> frozenset[int]:
        """The colours windows have painted in a column of points down the whole screen."""
        image = ctypes.c_void_p(self._x11.XGetImage(self._display, self._root, x, 0, 1, HEIGHT, ALL_PLANES, Z_PIXMAP))
        colours = frozenset(int(self._x11.XGetPixel(image, 0, y)) & 0xFFFFFF for y in range(0, HEIGHT, step))
        self._x11.XDestroyImage(image)
        return colours - {0}

    def when(self, holds: Callable[[], bool], *, within_s: float = 30.0) -> float:
        """The time (`time.perf_counter`) at which `holds` first does, looked at every millisecond or so."""
        deadline = time.perf_counter() + within_s
        while not holds():
            if time.perf_counter() > deadline:
                raise TimeoutError("the screen did not change in time")
            time.sleep(0.001)
        return time.perf_counter()

    def surroundings(self) -> Mapping[str, str]:
        """The environment for programs that are to appear on this screen."""
        kept = {key: value for key, value in os.environ.items() if key not in ("WAYLAND_DISPLAY", "QT_QPA_PLATFORM")}
        return {**kept, "DISPLAY": self.name, "QT_QPA_PLATFORM": "xcb"}


@contextmanager
def virtual_screen() -> Iterator[Screen]:
    """A screen of its own, gone afterwards."""
    read_end, write_end = os.pipe()
    command = ["Xvfb", "-displayfd", str(write_end), "-screen", "0", f"{WIDTH}x{HEIGHT}x24", "-nolisten", "tcp"]
    server = subprocess.Popen(command, pass_fds=[write_end], stderr=subprocess.DEVNULL)
    os.close(write_end)
    try:
        with os.fdopen(read_end) as answer:
            number = answer.readline().strip()
        yield Screen(f":{number}")
    finally:
        server.terminate()
        server.wait()
