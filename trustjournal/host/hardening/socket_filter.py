"""A filter the kernel runs at each system call of this process and of all it starts (Linux: seccomp, BPF).

- A socket of any family but AF_UNIX is refused, as by a system that does not know the family. Display, D-Bus, keyring,
  input methods and the print service of this computer are AF_UNIX.
- io_uring, which could open sockets behind the back of such a filter, is not there.
- Calls made in another machine's way (32-bit, x32), which number sockets differently, are not there either.

It cannot be taken off, and the kernel asks for a promise with it: no program started from here gains rights it does
not have (`no_new_privs`). So whatever is started from this process has no network and no setuid. A browser or a file
manager has to be asked over D-Bus to open something, and must not be started from here.
"""

from __future__ import annotations

import errno
import os
import sys
from array import array

from trustjournal.host.hardening import libc

assert sys.platform == "linux"  # a type checker on another system reads no further

# What the kernel calls a machine, and its numbers of socket, socketpair, seccomp and io_uring_setup
# (linux/audit.h, asm/unistd_64.h, asm-generic/unistd.h). Both put the lower half of an argument first.
_MACHINES = {
    "x86_64": (0xC000_003E, 41, 53, 317, 425),
    "aarch64": (0xC000_00B7, 198, 199, 277, 425),  # not tested
}
_FIRST_NUMBER_OF_X32 = 0x4000_0000
_AF_UNIX = 1

# Where in the kernel's account of a call its parts stand (linux/seccomp.h).
_NUMBER, _MACHINE, _FAMILY = 0, 4, 16

# Instructions and answers (linux/bpf_common.h, linux/seccomp.h).
_LOAD, _IF_EQUAL, _IF_NOT_LESS, _ANSWER = 0x20, 0x15, 0x35, 0x06
_ALLOW = 0x7FFF_0000
_FAIL = 0x0005_0000

_PR_SET_NO_NEW_PRIVS = 38
_SECCOMP_SET_MODE_FILTER = 1
_ALL_THREADS = 1

_SOCK_NONSENSE = 0x70
"""A socket type with flags nobody knows: a kernel refuses it before it makes anything."""


def is_known_here() -> bool:
    """Whether the numbers of this machine are known; a 32-bit Python on a 64-bit kernel is another machine."""
    return sys.maxsize > 2**32 and os.uname().machine in _MACHINES


def set_up() -> None:
    """Set the filter for every thread; raises OSError where the kernel has none or says no."""
    machine = _MACHINES[os.uname().machine]
    code = array("Q", _instructions(*machine))
    place, length = code.buffer_info()
    libc.call("prctl", _PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0)
    libc.call("syscall", machine[3], _SECCOMP_SET_MODE_FILTER, _ALL_THREADS, array("Q", (length, place)).tobytes())


def is_in_force() -> bool:
    """Whether this filter is on this process.

    Asked for a pair of sockets, which nobody else cares to refuse and which never reach anywhere.
    """
    try:
        libc.call("socketpair", 0, _SOCK_NONSENSE, 0, 0)
    except OSError as error:
        # The filter looks at the family first; a kernel without one finds the flags wrong.
        return error.errno == errno.EAFNOSUPPORT
    return False


def _instructions(machine: int, socket: int, socketpair: int, _seccomp: int, io_uring_setup: int) -> list[int]:
    look_at_family, allow, refuse, not_there = 8, 10, 11, 12
    return [
        _step(_LOAD, _MACHINE),
        _branch(1, _IF_EQUAL, machine, 2, not_there),
        _step(_LOAD, _NUMBER),
        _branch(3, _IF_NOT_LESS, _FIRST_NUMBER_OF_X32, not_there, 4),
        _branch(4, _IF_EQUAL, io_uring_setup, not_there, 5),
        _branch(5, _IF_EQUAL, socket, look_at_family, 6),
        _branch(6, _IF_EQUAL, socketpair, look_at_family, 7),
        _step(_ANSWER, _ALLOW),
        _step(_LOAD, _FAMILY),
        _branch(9, _IF_EQUAL, _AF_UNIX, allow, refuse),
        _step(_ANSWER, _ALLOW),
        _step(_ANSWER, _FAIL | errno.EAFNOSUPPORT),
        _step(_ANSWER, _FAIL | errno.ENOSYS),
    ]


def _step(instruction: int, value: int) -> int:
    return instruction | value << 32


def _branch(here: int, test: int, value: int, then: int, otherwise: int) -> int:
    return _step(test, value) | (then - here - 1) << 16 | (otherwise - here - 1) << 24
