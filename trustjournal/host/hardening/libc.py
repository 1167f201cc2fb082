"""Calls into the C library of Linux.

`ctypes` does the same with its own machine underneath. Importing all of it stands before the first frame and takes
five times as long as the machine alone, which is all that is needed here.
"""

from __future__ import annotations

import _ctypes
import os
import sys

assert sys.platform == "linux"  # a type checker on another system reads no further


class _Function(_ctypes.CFuncPtr):
    _flags_ = _ctypes.FUNCFLAG_CDECL | _ctypes.FUNCFLAG_USE_ERRNO


def call(name: str, *arguments: int | bytes) -> int:
    """Call the function `name`, whose result is an int; bytes are passed as a pointer to them.

    Raises OSError where it returns -1.
    """
    here = _ctypes.dlopen(None, os.RTLD_NOW)  # type: ignore[arg-type]  # all that is loaded; its stub forgets this
    function = _Function(_ctypes.dlsym(here, name))
    result: int = function(*arguments)
    if result == -1:
        reason = _ctypes.get_errno()
        raise OSError(reason, os.strerror(reason))
    return result
