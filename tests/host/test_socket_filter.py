"""The filter of the kernel, tried from C, where no hook for Python is asked."""

from __future__ import annotations

import errno
import sys

import pytest

from tests.host.another_process import run

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="a filter of Linux")

C = (
    "import ctypes\nc = ctypes.CDLL(None, use_errno=True)\n"
    "def tried(name, *arguments):\n"
    "    ctypes.set_errno(0)\n"
    "    return ctypes.get_errno() if getattr(c, name)(*arguments) == -1 else 0\n"
    "two = (ctypes.c_int * 2)()\n"
)
FAMILIES = {"AF_INET": 2, "AF_INET6": 10, "AF_NETLINK": 16, "AF_PACKET": 17, "AF_ALG": 38, "AF_VSOCK": 40}
RAW = 3
IO_URING_SETUP = 425
X32 = 0x4000_0000


@pytest.mark.parametrize("family", FAMILIES)
def test_c_code_gets_no_socket_of_another_family(family: str) -> None:
    done = run(C + f"print(*(tried('socket', {FAMILIES[family]}, kind, 0) for kind in (1, 2, 3, 5)))")
    assert done.stdout.split() == [str(errno.EAFNOSUPPORT)] * 4


@pytest.mark.parametrize("family", ["AF_INET", "AF_NETLINK"])
def test_without_the_filter_c_code_gets_one(family: str) -> None:
    kind = RAW if family == "AF_NETLINK" else 1
    assert run(C + f"print(tried('socket', {FAMILIES[family]}, {kind}, 0))", hardened=False).stdout == "0\n"


def test_sockets_of_this_computer_are_left_alone() -> None:
    done = run(C + "print(*(tried('socket', 1, kind, 0) for kind in (1, 2, 5)), tried('socketpair', 1, 1, 0, two))")
    assert done.stdout.split() == ["0"] * 4


def test_pairs_of_another_family_are_refused() -> None:
    attempt = "print(tried('socketpair', 2, 1, 0, two))"
    assert run(C + attempt).stdout.strip() == str(errno.EAFNOSUPPORT)
    assert run(C + attempt, hardened=False).stdout.strip() != str(errno.EAFNOSUPPORT)


def test_the_upper_half_of_a_family_does_not_hide_it() -> None:
    # The kernel takes the lower 32 bits for the family, whatever stands above.
    number = {"x86_64": 41, "aarch64": 198}
    code = (
        "import os\nc.syscall.argtypes = [ctypes.c_long] + [ctypes.c_ulong] * 3\n"
        f"print(tried('syscall', {number}[os.uname().machine], (1 << 32) | 2, 1, 0))"
    )
    assert run(C + code).stdout.strip() == str(errno.EAFNOSUPPORT)
    assert run(C + code, hardened=False).stdout.strip() == "0"


def test_io_uring_is_not_there() -> None:
    # Nothing is set up where the second argument is no place to write to.
    attempt = f"print(tried('syscall', {IO_URING_SETUP}, 1, None))"
    assert run(C + attempt).stdout.strip() == str(errno.ENOSYS)
    if run(C + attempt, hardened=False).stdout.strip() == str(errno.ENOSYS):
        pytest.skip("this kernel has no io_uring, so nothing is shown by its absence")


def test_calls_in_the_way_of_x32_are_not_there() -> None:
    done = run(C + f"print(tried('syscall', {X32 + 41}, 2, 1, 0), tried('syscall', {X32 + 39}))")
    assert done.stdout.split() == [str(errno.ENOSYS)] * 2


def test_calls_in_the_way_of_32_bit_are_not_there() -> None:
    # mov eax, 20 (getpid, which works without the filter); int 0x80; ret
    code = (
        "import ctypes, mmap, os, platform\n"
        "if platform.machine() != 'x86_64': raise SystemExit(77)\n"
        "place = mmap.mmap(-1, 4096, prot=mmap.PROT_READ | mmap.PROT_WRITE | mmap.PROT_EXEC)\n"
        "place.write(bytes.fromhex('b8 14 00 00 00 cd 80 c3'))\n"
        "view = ctypes.c_char.from_buffer(place)\n"
        "answer = ctypes.CFUNCTYPE(ctypes.c_int)(ctypes.addressof(view))()\n"
        "print('own id' if answer == os.getpid() else -answer)\n"
    )
    free = run(code, hardened=False)
    if free.stdout != "own id\n":
        pytest.skip("this kernel has no 32-bit calls")
    assert run(code).stdout.strip() == str(errno.ENOSYS)


def test_threads_that_were_there_before_are_held_too() -> None:
    code = (
        "import threading\ngo = threading.Event()\n"
        "def wait():\n    go.wait(); print(tried('socket', 2, 1, 0))\n"
        "thread = threading.Thread(target=wait); thread.start()\n"
        "from trustjournal.host.hardening import harden_process; harden_process()\ngo.set(); thread.join()"
    )
    assert run(C + code, hardened=False).stdout.strip() == str(errno.EAFNOSUPPORT)


def test_what_the_process_starts_is_held_too_and_gains_no_rights() -> None:
    code = (
        "import subprocess, sys\n"
        "child = '''import ctypes; c = ctypes.CDLL(None, use_errno=True)\n"
        "print(c.socket(2, 1, 0), ctypes.get_errno(), c.prctl(39, 0, 0, 0, 0))'''\n"
        "print(subprocess.run([sys.executable, '-c', child], capture_output=True, text=True).stdout)"
    )
    assert run(code).stdout.split() == ["-1", str(errno.EAFNOSUPPORT), "1"]
    assert run(code, hardened=False).stdout.split()[2] == "0"


def test_a_filter_that_is_inherited_is_not_set_again() -> None:
    count = "print(next(line.split()[1] for line in open('/proc/self/status') if line.startswith('Seccomp_filters')))"
    harden = "from trustjournal.host.hardening import harden_process; harden_process()\n"
    start = f"subprocess.run([sys.executable, '-c', {harden + count!r}], capture_output=True, text=True).stdout"
    code = f"import subprocess, sys\nprint({start})\n{count}"
    child, own = run(code).stdout.split()
    assert child == own
