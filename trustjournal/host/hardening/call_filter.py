"""A list of the few system calls that working something out needs; the kernel refuses all others (Linux: seccomp, BPF).

Refused, not killed: Python sees an `OSError` where it tries to open a file, and can say so. It comes on top of
`socket_filter`, and like that it cannot be taken off.
"""

from __future__ import annotations

import errno
import os
import sys
from array import array

from trustjournal.host.hardening import libc

assert sys.platform == "linux"  # a type checker on another system reads no further

_CALLS = (
    "read", "write", "close", "fstat", "lseek", "mmap", "mprotect", "munmap", "brk", "rt_sigaction", "rt_sigprocmask",
    "rt_sigreturn", "sched_yield", "mremap", "madvise", "exit", "futex", "restart_syscall", "clock_gettime",
    "exit_group", "getrandom", "membarrier",
)  # fmt: skip
"""Memory, the pipes that are open, the end; nothing that names a file, a process or an address."""

# The kernel's name of a machine, its number of seccomp, and its numbers of the calls above, in their order
# (linux/audit.h, asm/unistd_64.h, asm-generic/unistd.h).
_MACHINES = {
    "x86_64": (
        0xC000_003E,
        317,
        (0, 1, 3, 5, 8, 9, 10, 11, 12, 13, 14, 15, 24, 25, 28, 60, 202, 219, 228, 231, 318, 324),
    ),
    "aarch64": (  # not tested
        0xC000_00B7,
        277,
        (63, 64, 57, 80, 62, 222, 226, 215, 214, 134, 135, 139, 124, 216, 233, 93, 98, 128, 113, 94, 278, 283),
    ),
}
_NUMBER, _MACHINE = 0, 4
"""Where in the kernel's account of a call its parts stand (linux/seccomp.h)."""
_LOAD, _IF_EQUAL, _ANSWER = 0x20, 0x15, 0x06
_ALLOW, _FAIL = 0x7FFF_0000, 0x0005_0000
_PR_SET_NO_NEW_PRIVS = 38
_SECCOMP_SET_MODE_FILTER = 1
_ALL_THREADS = 1


def is_known_here() -> bool:
    """Whether the numbers of this machine are known; a 32-bit Python on a 64-bit kernel is another machine."""
    return sys.maxsize > 2**32 and os.uname().machine in _MACHINES


def set_up() -> None:
    """Set the filter for every thread; raises OSError where the kernel has none or the machine is not known."""
    if not is_known_here():
        raise OSError(errno.ENOSYS, "this machine is not known")
    machine, seccomp, calls = _MACHINES[os.uname().machine]
    code = array("Q", _instructions(machine, calls))
    place, length = code.buffer_info()
    libc.call("prctl", _PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0)
    libc.call("syscall", seccomp, _SECCOMP_SET_MODE_FILTER, _ALL_THREADS, array("Q", (length, place)).tobytes())


def _instructions(machine: int, calls: tuple[int, ...]) -> list[int]:
    """Each compared with the number of the call; the two answers stand at the end."""
    refuse = 3 + len(calls)
    allow = refuse + 1
    return [
        _step(_LOAD, _MACHINE),
        _branch(1, machine, 2, refuse),
        _step(_LOAD, _NUMBER),
        *(_branch(3 + place, number, allow, 4 + place) for place, number in enumerate(calls)),
        _step(_ANSWER, _FAIL | errno.EPERM),
        _step(_ANSWER, _ALLOW),
    ]


def _step(instruction: int, value: int) -> int:
    return instruction | value << 32


def _branch(here: int, value: int, then: int, otherwise: int) -> int:
    return _step(_IF_EQUAL, value) | (then - here - 1) << 16 | (otherwise - here - 1) << 24
