"""Reports of errors without a word of what a person wrote."""

from __future__ import annotations

import os
import sys
from contextlib import suppress

from trustjournal.domain.protection import Protection, Standing

TYPE_CHECKING = False
if TYPE_CHECKING:
    import threading
    from types import TracebackType
    from typing import TextIO

# No pathlib here: this stands before the first painted frame.
_PROGRAM = os.path.dirname(os.path.dirname(os.path.dirname(os.path.abspath(__file__))))  # noqa: PTH100, PTH120

DEEPEST = 8
"""Places a report names, innermost first: enough to find a fault."""


class ReportsWithoutWords:
    """Errors nobody caught are reported to `stream` by `report_no_words`."""

    name = Protection.REPORTS_WITHOUT_WORDS

    def __init__(self, stream: TextIO | None) -> None:
        self._stream = stream
        self._hooks: tuple[object, ...] = ()

    def apply(self) -> None:
        """Take the place of what Python would report."""
        report_no_words(self._stream)
        self._hooks = _hooks()

    def state(self) -> Standing:
        """Whether nothing has taken its place since."""
        return Standing.ON if self._hooks == _hooks() else Standing.OFF


def _hooks() -> tuple[object, ...]:
    import threading

    return sys.excepthook, threading.excepthook, sys.unraisablehook


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
