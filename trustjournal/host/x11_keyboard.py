"""The layout of the keyboard under X11, where Qt does not know it."""

from __future__ import annotations

import ctypes
from typing import Any

_CORE_KEYBOARD = 0x0100
_LONGEST = 256
"""Of the property, in units of four bytes."""


class _State(ctypes.Structure):
    """The beginning of XkbStateRec; the effective group is all that is read of it."""

    _fields_ = (("group", ctypes.c_ubyte), ("rest", ctypes.c_ubyte * 31))


class X11Keyboard:
    """Asks the X server through a connection of its own, which is made with the first question."""

    def __init__(self) -> None:
        self._x: Any = None
        self._display: int | None = None
        self._was_opened = False

    def layout(self) -> str:
        """The layout as it is set now, as X11 calls it and panels show it ("US", "DE"); empty where it is not known."""
        if not self._was_opened:
            self._was_opened = True
            self._open()
        if self._display is None:
            return ""
        state = _State()
        if self._x.XkbGetState(self._display, _CORE_KEYBOARD, ctypes.byref(state)) != 0:
            return ""
        layouts = self._layouts()
        return layouts[state.group].upper() if state.group < len(layouts) else ""

    def close(self) -> None:
        """Give the connection back."""
        if self._display is not None:
            self._x.XCloseDisplay(self._display)
            self._display = None

    def _open(self) -> None:
        try:
            x = ctypes.CDLL("libX11.so.6")
        except OSError:
            return
        x.XOpenDisplay.restype = ctypes.c_void_p
        x.XOpenDisplay.argtypes = (ctypes.c_char_p,)
        x.XCloseDisplay.argtypes = (ctypes.c_void_p,)
        x.XkbGetState.argtypes = (ctypes.c_void_p, ctypes.c_uint, ctypes.c_void_p)
        x.XInternAtom.restype = ctypes.c_ulong
        x.XInternAtom.argtypes = (ctypes.c_void_p, ctypes.c_char_p, ctypes.c_int)
        x.XDefaultRootWindow.restype = ctypes.c_ulong
        x.XDefaultRootWindow.argtypes = (ctypes.c_void_p,)
        x.XFree.argtypes = (ctypes.c_void_p,)
        x.XGetWindowProperty.argtypes = (
            *(ctypes.c_void_p, ctypes.c_ulong, ctypes.c_ulong),
            *(ctypes.c_long, ctypes.c_long, ctypes.c_int, ctypes.c_ulong),
            *(ctypes.c_void_p,) * 5,
        )
        self._x, self._display = x, x.XOpenDisplay(None)

    def _layouts(self) -> list[str]:
        """The layouts that are set up, in the order of their groups: the third of the words about the keyboard."""
        x, display = self._x, self._display
        words = x.XInternAtom(display, b"_XKB_RULES_NAMES", 1)
        if not words:
            return []
        kind, form = ctypes.c_ulong(), ctypes.c_int()
        length, more, content = ctypes.c_ulong(), ctypes.c_ulong(), ctypes.c_void_p()
        failed = x.XGetWindowProperty(
            display,
            x.XDefaultRootWindow(display),
            *(words, 0, _LONGEST, 0, 0),
            *(ctypes.byref(out) for out in (kind, form, length, more, content)),
        )
        if failed or not content.value:
            return []
        try:
            parts = ctypes.string_at(content.value, length.value).decode("ascii", "replace").split("\0")
        finally:
            x.XFree(content)
        return parts[2].split(",") if len(parts) > 2 else []
