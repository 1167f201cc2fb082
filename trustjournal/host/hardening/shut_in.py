"""For a process that decodes what strangers made: it can work out an answer, and do nothing else.

To be called when everything it needs is imported. From then on it opens no file and no socket, starts nothing, and has
only so much memory and time. What it may still do is read and write the pipes it was started with.
"""

from __future__ import annotations

import sys
from contextlib import suppress

from trustjournal.errors import WorkerRefusedError

_REFUSED = (
    "open", "os.", "shutil.", "subprocess.", "socket.", "ctypes.", "tempfile.", "glob.", "import", "exec", "pty.",
    "signal.", "winreg.", "_winapi.", "mmap.", "fcntl.", "syslog.", "urllib.", "webbrowser.",
)  # fmt: skip


def shut_in(*, memory_bytes: int, cpu_seconds: int) -> None:
    """Take everything away but memory, time and the pipes. It cannot be undone."""
    _limit(memory_bytes, cpu_seconds)
    _filter_calls()
    sys.addaudithook(_refuse)


def _refuse(event: str, _arguments: tuple[object, ...]) -> None:
    """Python code is told at once; the kernel refuses the rest."""
    if event.startswith(_REFUSED):
        raise WorkerRefusedError(event)


if sys.platform != "win32":
    import resource

    def _limit(memory_bytes: int, cpu_seconds: int) -> None:
        limits = {
            resource.RLIMIT_AS: memory_bytes,
            resource.RLIMIT_CPU: cpu_seconds,
            resource.RLIMIT_FSIZE: 0,
            resource.RLIMIT_NOFILE: 0,
            resource.RLIMIT_NPROC: 0,
            resource.RLIMIT_CORE: 0,
        }
        for limit, value in limits.items():
            with suppress(OSError, ValueError):
                resource.setrlimit(limit, (value, value))

else:

    def _limit(memory_bytes: int, cpu_seconds: int) -> None:
        """Windows has no such limits: there only Python code is kept from what it should not do."""


if sys.platform == "linux":
    from trustjournal.host.hardening import call_filter, libc

    _PR_SET_PDEATHSIG = 1
    _SIGKILL = 9

    def _filter_calls() -> None:
        with suppress(OSError):
            libc.call("prctl", _PR_SET_PDEATHSIG, _SIGKILL, 0, 0, 0)  # where nobody waits for it any more, it ends
        with suppress(OSError):
            call_filter.set_up()

else:

    def _filter_calls() -> None:
        """Only Linux lets a process give up the calls it does not need."""
