"""Measures of Windows. Not tested."""

from __future__ import annotations

import ctypes
import sys
from contextlib import suppress
from ctypes import byref, c_void_p, wintypes

from trustjournal.domain.protection import Protection, Standing

assert sys.platform == "win32"  # a type checker on another system reads no further

TYPE_CHECKING = False
if TYPE_CHECKING:
    from trustjournal.host.hardening import Measure

# SEM_FAILCRITICALERRORS, SEM_NOGPFAULTERRORBOX, SEM_NOOPENFILEERRORBOX
_QUIET = 0x0001 | 0x0002 | 0x8000
_NO_HEAP_IN_REPORTS = 0x0001

# What others may still do with this process: wait for it, ask for its name, end it. Nothing else, and so not read it.
# "OW" is whoever it belongs to.
_OTHERS_MAY = "D:P(A;;0x00101001;;;OW)(A;;GA;;;SY)"
_PROCESS_VM_READ = 0x0010
_ACCESS_DENIED = 5
_SDDL_REVISION_1 = 1
_DACL_SECURITY_INFORMATION = 0x0000_0004
_PROTECTED_DACL = 0x8000_0000


def measures() -> tuple[Measure, ...]:
    """What can be done before anything else."""
    return NoCrashCopy(), NoNetworkAtAll()


class NoNetworkAtAll:
    """A rule of the firewall, made at installation, is the system's way; a program cannot do it for itself."""

    name = Protection.NO_NETWORK_AT_ALL

    def apply(self) -> None:
        """Nothing a program can do for itself."""

    def state(self) -> Standing:
        """Nothing to be told either."""
        return Standing.NOT_POSSIBLE_HERE


class NoCrashCopy:
    """A crash is not told to Windows Error Reporting; were it told, the report would hold no heap."""

    name = Protection.NO_CRASH_COPY

    def apply(self) -> None:
        """Set the modes of this process; a program of its own name is also excluded for this person."""
        kernel = ctypes.WinDLL("kernel32")
        kernel.SetErrorMode(_QUIET)
        with suppress(AttributeError):
            kernel.WerSetFlags(_NO_HEAP_IN_REPORTS)
        if getattr(sys, "frozen", False):  # else it would be Python that is excluded, for everything
            with suppress(OSError, AttributeError):
                ctypes.WinDLL("wer").WerAddExcludedApplication(sys.executable.rpartition("\\")[2], 0)

    def state(self) -> Standing:
        """Reads back the mode."""
        mode = ctypes.WinDLL("kernel32").GetErrorMode()
        return Standing.ON if mode & _QUIET == _QUIET else Standing.OFF


class ClosedMemory:
    """Other programs of the same person may wait for this process and end it, and not read it."""

    name = Protection.CLOSED_MEMORY

    def apply(self) -> None:
        """Replace the list of who may do what with this process."""
        security = ctypes.WinDLL("advapi32")
        kernel = ctypes.WinDLL("kernel32")
        kernel.GetCurrentProcess.restype = wintypes.HANDLE
        descriptor = c_void_p()
        if security.ConvertStringSecurityDescriptorToSecurityDescriptorW(
            _OTHERS_MAY, _SDDL_REVISION_1, byref(descriptor), None
        ):
            what = wintypes.DWORD(_DACL_SECURITY_INFORMATION | _PROTECTED_DACL)
            security.SetKernelObjectSecurity(wintypes.HANDLE(kernel.GetCurrentProcess()), what, descriptor)
            kernel.LocalFree(descriptor)

    def lift(self) -> None:
        """Not needed: dialogs are shown by this process itself."""

    def state(self) -> Standing:
        """Tries to open this process for reading, as another program would."""
        kernel = ctypes.WinDLL("kernel32", use_last_error=True)
        kernel.OpenProcess.restype = wintypes.HANDLE
        handle = kernel.OpenProcess(_PROCESS_VM_READ, 0, kernel.GetCurrentProcessId())
        if handle:
            kernel.CloseHandle(wintypes.HANDLE(handle))
            return Standing.OFF
        return Standing.ON if ctypes.get_last_error() == _ACCESS_DENIED else Standing.OFF
