"""The manners of every process of the program, each of them a measure that can be applied and asked how it stands.

`harden_process` comes first in every process. In the two lives `Hardening.close_memory` follows, once Qt is there and
before a passphrase or a key is.
"""

from __future__ import annotations

import sys

from trustjournal.host.hardening.everywhere import NoNetworkInPython, PrivateFiles, WrittenPaths
from trustjournal.host.hardening.reports import ReportsWithoutWords, report_no_words_of_qt

if sys.platform == "linux":
    from trustjournal.host.hardening import linux as system
elif sys.platform == "win32":
    from trustjournal.host.hardening import windows as system
else:
    from trustjournal.host.hardening import macos as system

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Protocol

    from trustjournal.domain.protection import Protection, Standing

    class Measure(Protocol):
        """One thing done for a process. Neither method raises: a process starts also where a system says no."""

        @property
        def name(self) -> Protection:
            """What it protects."""
            ...

        def apply(self) -> None:
            """Do it."""
            ...

        def state(self) -> Standing:
            """How it stands, asked of the system now and not remembered."""
            ...

    class LiftableMeasure(Measure, Protocol):
        """A measure that can be taken back."""

        def lift(self) -> None:
            """Take it back for a while; `apply` does it again."""
            ...


__all__ = ["Hardening", "harden_process", "report_no_words_of_qt"]


def harden_process() -> Hardening:
    """Everything that needs no Qt, in one call: the first thing each process does.

    Files are private, a crash leaves nothing, no network is reached, reports hold no words. Only the memory is left
    open, see `Hardening.close_memory`.
    """
    written = WrittenPaths()
    at_once: list[Measure] = [
        PrivateFiles(),
        *system.measures(),
        NoNetworkInPython(written),
        ReportsWithoutWords(sys.stderr),
    ]
    for measure in at_once:
        measure.apply()
    return Hardening(at_once, system.ClosedMemory(), written)


class Hardening:
    """How one process protects itself; there is one of it in a process, and whoever needs it is given it."""

    def __init__(self, at_once: list[Measure], memory: LiftableMeasure, written: WrittenPaths) -> None:
        self._at_once = at_once
        self._memory = memory
        self._is_to_be_closed = False
        self._open_dialogs = 0
        self.written = written
        """The files it has written since it began."""

    def close_memory(self) -> None:
        """From now on other programs of the same person cannot read this process.

        To be called when Qt is up and before a passphrase or a key is there: while it starts, Qt asks the desktop for
        dark or light and more, and on Linux the desktop first looks into a process it has not met (`dialog_opens`).
        """
        self._is_to_be_closed = True
        if self._open_dialogs == 0:
            self._memory.apply()

    def dialog_opens(self) -> None:
        """A dialog of the system (to choose a file or a folder) is about to be shown; call it before.

        On Linux the portal that shows it asks who is calling, by opening `/proc/PID/root`; that of a closed process it
        may not open, and it refuses. So the memory stands open as long as such a dialog does, and other programs of
        the same person could read it. A crash leaves nothing meanwhile either: the limit on cores stays.
        """
        self._open_dialogs += 1
        if self._open_dialogs == 1 and self._is_to_be_closed:
            self._memory.lift()

    def dialog_closes(self) -> None:
        """The dialog is gone, whatever came of it."""
        self._open_dialogs -= 1
        if self._open_dialogs == 0 and self._is_to_be_closed:
            self._memory.apply()

    def standings(self) -> tuple[tuple[Protection, Standing], ...]:
        """Every protection and how it stands now."""
        return tuple((measure.name, measure.state()) for measure in (*self._at_once, self._memory))
