"""Keeps a window out of screenshots, recordings and shared screens, where the system has a way.

It is a request, not a wall: neither system promises that every program that captures the screen honours it.
On Linux there is no such request, neither under X11 nor under Wayland.
"""

from __future__ import annotations

import sys
from collections.abc import Callable
from typing import Protocol

_WDA_NONE = 0x00
_WDA_EXCLUDEFROMCAPTURE = 0x11
_FIRST_WINDOWS = 19041
"""The build of Windows 10, version 2004. An older one would show the window as a black area, and tell no difference."""

_NS_WINDOW_SHARING_NONE = 0
_NS_WINDOW_SHARING_READ_ONLY = 1

Excluder = Callable[[int, bool], bool]
"""Takes what Qt calls `winId` and whether to keep the window out; tells whether the system took it."""


class User32(Protocol):
    """What is needed of the library of that name."""

    def SetWindowDisplayAffinity(self, window: int, affinity: int) -> int:  # noqa: N802 - its name
        """0 if it is refused."""
        ...


class Messages(Protocol):
    """Sends messages to Objective-C objects."""

    def ask(self, receiver: int, selector: str) -> int:
        """Send one without arguments that answers with an object; 0 for none."""
        ...

    def tell(self, receiver: int, selector: str, number: int) -> None:
        """Send one with a number that answers nothing."""
        ...


def is_possible() -> bool:
    """Whether this system has a way."""
    return _excluder_here() is not None


def exclude_window(win_id: int, excluded: bool) -> bool:
    """Keep a window out of what others capture, or let it in again; False if the system has no way or says no.

    `win_id` is what Qt calls by that name, of a window that has been shown or has at least got its native one.
    """
    excluder = _excluder_here()
    return excluder is not None and excluder(win_id, excluded)


def excluder_of(
    platform: str,
    *,
    windows_build: Callable[[], int],
    user32: Callable[[], User32],
    messages: Callable[[], Messages],
) -> Excluder | None:
    """The way of a system, by Python's name for it; None where there is none."""
    if platform == "win32" and windows_build() >= _FIRST_WINDOWS:
        library = user32()
        return lambda win_id, excluded: exclude_on_windows(library, win_id, excluded=excluded)
    if platform == "darwin":
        runtime = messages()
        return lambda win_id, excluded: exclude_on_macos(runtime, win_id, excluded=excluded)
    return None


def exclude_on_windows(library: User32, win_id: int, *, excluded: bool) -> bool:
    """Windows draws the window for the person and leaves it out of what others get."""
    return library.SetWindowDisplayAffinity(win_id, _WDA_EXCLUDEFROMCAPTURE if excluded else _WDA_NONE) != 0


def exclude_on_macos(runtime: Messages, win_id: int, *, excluded: bool) -> bool:
    """There `winId` is a view; its window is told that nobody shares it."""
    window = runtime.ask(win_id, "window")
    if not window:
        return False
    runtime.tell(window, "setSharingType:", _NS_WINDOW_SHARING_NONE if excluded else _NS_WINDOW_SHARING_READ_ONLY)
    return True


def _excluder_here() -> Excluder | None:
    return excluder_of(sys.platform, windows_build=_windows_build, user32=_user32, messages=_messages)


if sys.platform == "win32":  # not tested
    import ctypes
    from ctypes import wintypes

    def _windows_build() -> int:
        return sys.getwindowsversion().build

    def _user32() -> User32:
        library = ctypes.WinDLL("user32")
        library.SetWindowDisplayAffinity.argtypes = (wintypes.HWND, wintypes.DWORD)
        library.SetWindowDisplayAffinity.restype = wintypes.BOOL
        return library

else:

    def _windows_build() -> int:
        return 0

    def _user32() -> User32:
        raise NotImplementedError


if sys.platform == "darwin":  # not tested
    import ctypes

    class _Runtime:
        """The Objective-C runtime, in which a call has to be made with the types the method has."""

        def __init__(self) -> None:
            self._library = ctypes.CDLL("/usr/lib/libobjc.A.dylib")
            self._library.sel_registerName.restype = ctypes.c_void_p
            self._library.sel_registerName.argtypes = (ctypes.c_char_p,)
            send = ctypes.cast(self._library.objc_msgSend, ctypes.c_void_p).value or 0
            self._ask = ctypes.CFUNCTYPE(ctypes.c_void_p, ctypes.c_void_p, ctypes.c_void_p)(send)
            self._tell = ctypes.CFUNCTYPE(None, ctypes.c_void_p, ctypes.c_void_p, ctypes.c_ulong)(send)

        def ask(self, receiver: int, selector: str) -> int:
            return self._ask(receiver, self._library.sel_registerName(selector.encode())) or 0

        def tell(self, receiver: int, selector: str, number: int) -> None:
            self._tell(receiver, self._library.sel_registerName(selector.encode()), number)

    def _messages() -> Messages:
        return _Runtime()

else:

    def _messages() -> Messages:
        raise NotImplementedError
