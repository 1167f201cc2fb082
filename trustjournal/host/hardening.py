"""Manners of every process of the program: private files, no core dumps, no network, no words in what it reports."""

from __future__ import annotations

import os
import sys
from contextlib import suppress
from types import TracebackType
from typing import TYPE_CHECKING, TextIO

from trustjournal.errors import NetworkRefusedError

if TYPE_CHECKING:
    import threading

# No pathlib here: this stands before the first painted frame.
_PROGRAM = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))  # noqa: PTH100, PTH120

# Raised by the standard library before it reaches out, whatever kind of socket it would use.
_ALWAYS_REFUSED = frozenset(
    {
        "ftplib.connect",
        "ftplib.sendcmd",
        "http.client.connect",
        "imaplib.open",
        "nntplib.connect",
        "poplib.connect",
        "smtplib.connect",
        "socket.getaddrinfo",
        "socket.gethostbyaddr",
        "socket.gethostbyname",
        "socket.getnameinfo",
        "telnetlib.Telnet.open",
        "urllib.Request",
    }
)
# Fine on a socket of this computer (display, D-Bus, keyring), refused on any other.
_REFUSED_UNLESS_LOCAL = frozenset(
    {"socket.bind", "socket.connect", "socket.sendmsg", "socket.sendto", "socket.__new__"}
)
_AF_UNIX = 1

DEEPEST = 8
"""Places a report names, innermost first: enough to find a fault."""


def harden_process() -> None:
    """Everything that needs no Qt, in one call: the first thing each process does."""
    keep_files_private()
    leave_no_core()
    refuse_network()
    report_no_words(sys.stderr)


def keep_files_private() -> None:
    """Files made from now on are readable by their owner only."""
    os.umask(0o077)


if sys.platform == "win32":

    def leave_no_core() -> None:
        """Nothing is done about crash reports here yet."""

else:

    def leave_no_core() -> None:
        """A crash leaves no copy of the memory on disk."""
        import resource

        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
        if sys.platform == "linux":
            # Where a program is told of crashes through a pipe, the limit does not count: this leaves it nothing.
            with suppress(OSError), open("/proc/self/coredump_filter", "w", encoding="ascii") as file:  # noqa: PTH123
                file.write("0")


def refuse_network() -> None:
    """From now on Python code of this process opens no socket but those of this computer; it cannot be undone."""
    sys.addaudithook(_refuse)


def _refuse(event: str, arguments: tuple[object, ...]) -> None:
    if event in _REFUSED_UNLESS_LOCAL:
        family = arguments[1] if event == "socket.__new__" else getattr(arguments[0], "family", None)
        if os.name == "posix" and family == _AF_UNIX:
            return
    elif event not in _ALWAYS_REFUSED:
        return
    raise NetworkRefusedError(event)


def report_no_words(stream: TextIO | None) -> None:
    """Reports of errors nobody caught name the error and where it happened, and never its message.

    Messages, and the values tracebacks can show, may carry what a person wrote.
    """
    import threading

    sys.excepthook = lambda kind, error, trace: _report(stream, kind, trace)
    threading.excepthook = lambda facts: _report_from_thread(stream, facts)
    sys.unraisablehook = lambda facts: _report(stream, facts.exc_type, facts.exc_traceback)


def report_no_words_of_qt(stream: TextIO | None) -> None:
    """The same for Qt's own messages: their kind, category and place. To be called after the first window's platform
    is up, because what Qt says before that (a missing library) is what a person needs to read, and holds no words."""
    from PySide6.QtCore import QMessageLogContext, QtMsgType, qInstallMessageHandler

    def handle(kind: QtMsgType, context: QMessageLogContext, message: str) -> None:
        if kind is QtMsgType.QtDebugMsg or kind is QtMsgType.QtInfoMsg:
            return
        place = f" ({_short(context.file)}:{context.line})" if context.file else ""
        category = context.category or "default"
        _write(stream, f"{kind.name} in {category}{place}")

    qInstallMessageHandler(handle)


def _report_from_thread(stream: TextIO | None, facts: threading.ExceptHookArgs) -> None:
    if facts.exc_type is not SystemExit:
        _report(stream, facts.exc_type, facts.exc_traceback)


def _report(stream: TextIO | None, kind: type[BaseException], trace: TracebackType | None) -> None:
    places: list[str] = []
    while trace is not None:
        places.insert(0, f"{_short(trace.tb_frame.f_code.co_filename)}:{trace.tb_lineno}")
        trace = trace.tb_next
    _write(stream, f"{kind.__name__} at {' < '.join(places[:DEEPEST]) or 'an unknown place'}")


def _short(file_name: str) -> str:
    """Inside the program from its folder on; elsewhere the file's name alone, as a path can tell who somebody is."""
    parent = os.path.dirname(_PROGRAM)  # noqa: PTH120
    return file_name[len(parent) + 1 :] if file_name.startswith(_PROGRAM + os.sep) else file_name.rpartition(os.sep)[2]


def _write(stream: TextIO | None, line: str) -> None:
    if stream is None:  # a windowed program on Windows has none
        return
    with suppress(OSError, ValueError):
        stream.write(f"trustjournal: {line}\n")
        stream.flush()
