"""The files this process has open."""

from __future__ import annotations

import os
import stat
import sys

from trustjournal.domain.proof import OpenFile, PathKind
from trustjournal.host.path_kinds import PathKinds

_GONE = " (deleted)"

if sys.platform == "linux":
    import fcntl

    def open_files(kinds: PathKinds) -> tuple[OpenFile, ...] | None:
        """Files, devices and pipes, each once; None on a system that does not tell."""
        found: dict[OpenFile, None] = {}
        for name in os.listdir("/proc/self/fd"):  # noqa: PTH208
            try:
                file = _look(int(name), kinds)
            except OSError:
                continue  # closed since, as the one is that listed these
            if file is not None:
                found[file] = None
        return tuple(found)

    def _look(descriptor: int, kinds: PathKinds) -> OpenFile | None:
        path = os.readlink(f"/proc/self/fd/{descriptor}")  # noqa: PTH115
        is_writable = fcntl.fcntl(descriptor, fcntl.F_GETFL) & os.O_ACCMODE != os.O_RDONLY
        if stat.S_ISFIFO(os.fstat(descriptor).st_mode) and not path.startswith("/"):
            return OpenFile(PathKind.PIPE, "", is_writable)
        if not path.startswith("/"):
            return None  # a socket, or something of the kernel that holds nothing
        return OpenFile(kinds.of(path), path.removesuffix(_GONE), is_writable)

else:  # not tested

    def open_files(kinds: PathKinds) -> tuple[OpenFile, ...] | None:
        """Files, devices and pipes, each once; None on a system that does not tell."""
        del kinds
        return None
