"""Presses keys on a virtual screen from outside, as a keyboard does."""

from __future__ import annotations

import ctypes
from collections.abc import Sequence
from time import perf_counter

from benchmarks.screen import Screen

NAMES = {" ": "space"}


class Keyboard:
    """The keys of one Xvfb screen, pressed through the XTest extension by a connection of its own."""

    def __init__(self, screen: Screen) -> None:
        self._x11 = ctypes.CDLL("libX11.so.6")
        self._test = ctypes.CDLL("libXtst.so.6")
        self._x11.XOpenDisplay.restype = ctypes.c_void_p
        self._x11.XStringToKeysym.restype = ctypes.c_ulong
        self._x11.XKeysymToKeycode.argtypes = [ctypes.c_void_p, ctypes.c_ulong]
        self._x11.XKeysymToKeycode.restype = ctypes.c_ubyte
        self._x11.XFlush.argtypes = [ctypes.c_void_p]
        self._test.XTestFakeKeyEvent.argtypes = [ctypes.c_void_p, ctypes.c_uint, ctypes.c_int, ctypes.c_ulong]
        self._display = ctypes.c_void_p(self._x11.XOpenDisplay(screen.name.encode()))

    def press(self, *keys: str) -> float:
        """Press a chord, last key last, and let go of it; returns when the last key went down (`time.perf_counter`)."""
        codes = [self._code(key) for key in keys]
        for code in codes[:-1]:
            self._fake(code, down=True)
        begun = perf_counter()
        self._fake(codes[-1], down=True)
        for code in reversed(codes):
            self._fake(code, down=False)
        return begun

    def write(self, words: Sequence[str]) -> None:
        """Type a text of small letters and spaces."""
        for letter in words:
            self.press(NAMES.get(letter, letter))

    def _code(self, key: str) -> int:
        return int(self._x11.XKeysymToKeycode(self._display, self._x11.XStringToKeysym(key.encode())))

    def _fake(self, code: int, *, down: bool) -> None:
        self._test.XTestFakeKeyEvent(self._display, code, down, 0)
        self._x11.XFlush(self._display)
