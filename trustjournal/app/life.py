"""What the two lives have in common: their orders, their line to the supervisor, and knowing when they have painted."""

from __future__ import annotations

import os
import signal
import sys
import threading
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QObject, QSocketNotifier, Qt, QTimer, Signal
from PySide6.QtGui import QWindow
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from trustjournal.app.control import Line, LineBuffer, Word, receive, send
from trustjournal.app.spawn import PROMPT, SESSION, open_inherited
from trustjournal.host.hardening import harden_process


@dataclass(frozen=True, slots=True)
class LifeOrder:
    """What a life is told on its command line. Nothing secret and no text."""

    kind: str
    hear: int
    """A descriptor to read: what the supervisor says."""
    say: int
    """A descriptor to write: what the supervisor shall know."""
    key: int
    """Where the key goes: the prompt writes it, the session reads it."""
    home: str = ""
    """The folder that stands for the person's own ones; empty for theirs."""
    notice: str = ""
    """The class name of an error the unlock screen is to explain."""


def read_order(arguments: Sequence[str]) -> LifeOrder:
    """The order in a life's own arguments, as `spawn` wrote them."""
    kind, hear, say, key, home, notice = arguments
    return LifeOrder(
        kind,
        open_inherited(hear, to_write=False),
        open_inherited(say, to_write=True),
        open_inherited(key, to_write=kind == PROMPT),
        home,
        notice,
    )


def main(arguments: Sequence[str]) -> None:
    """Live the life the arguments ask for, and end the process."""
    if hasattr(signal, "SIGINT"):
        # Ctrl+C in a terminal reaches every process; what to do about it is the supervisor's business.
        signal.signal(signal.SIGINT, signal.SIG_IGN)
    harden_process()
    order = read_order(arguments)
    code = 2
    try:
        if order.kind == PROMPT:
            from trustjournal.app.prompt import live
        elif order.kind == SESSION:
            from trustjournal.app.session import live
        code = live(order)
    except Exception as error:  # noqa: BLE001 — nothing is above this but the end of the process
        sys.excepthook(type(error), error, error.__traceback__)
    # Everything worth keeping is stored by now. Taking apart thousands of widgets would only keep the person waiting.
    for stream in (sys.stdout, sys.stderr):
        if stream is not None:
            stream.flush()
    os._exit(code)


class LifeLine(QObject):
    """A life's end of the control lines."""

    show_allowed = Signal()
    """The window may be shown."""
    raise_requested = Signal(str)
    """The program was started a second time; with its activation token, or empty."""
    leave_requested = Signal()
    """The other life's window is there: nothing is left to do here."""
    end_requested = Signal()
    """The program is to end: save, close and leave. Also when the supervisor is gone."""

    _heard = Signal(object)

    def __init__(self, order: LifeOrder, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._say = order.say
        self._hear = order.hear
        self._buffer = LineBuffer()
        self._heard.connect(self._on_heard)
        self._notifiers: list[QSocketNotifier] = []

    def listen(self) -> None:
        """Begin to hear; call it when everything is connected."""
        if sys.platform == "win32":  # pipes cannot be waited for together with events there; not tested
            threading.Thread(target=self._listen_until_the_end, daemon=True).start()
            return
        self._notify(self._hear, self._on_readable)
        self._watch_sigterm()

    def say(self, word: Word, fact: str = "") -> None:
        """Tell the supervisor."""
        send(self._say, Line(word, fact))

    def _on_readable(self) -> None:
        lines = receive(self._hear, self._buffer)
        if lines is None:
            self._notifiers[0].setEnabled(False)
        self._on_heard(lines)

    def _listen_until_the_end(self) -> None:
        lines: tuple[Line, ...] | None = ()
        while lines is not None:
            lines = receive(self._hear, self._buffer)
            self._heard.emit(lines)

    def _on_heard(self, lines: tuple[Line, ...] | None) -> None:
        for line in (Line(Word.END),) if lines is None else lines:
            if line.word is Word.SHOW:
                self.show_allowed.emit()
            elif line.word is Word.RAISE:
                self.raise_requested.emit(line.fact)
            elif line.word is Word.LEAVE:
                self.leave_requested.emit()
            elif line.word is Word.END:
                self.end_requested.emit()

    def _watch_sigterm(self) -> None:
        """A session manager may end each process by itself. Python sees a signal only between two steps of its own,
        so the C handler writes to a pipe that wakes the event loop."""
        woken, wake = os.pipe()
        os.set_blocking(wake, False)
        os.set_blocking(woken, False)
        signal.set_wakeup_fd(wake, warn_on_full_buffer=False)
        for number in (signal.SIGTERM, signal.SIGHUP):
            signal.signal(number, lambda *_: self.end_requested.emit())
        self._notify(woken, lambda: os.read(woken, 64))

    def _notify(self, descriptor: int, call: Callable[[], object]) -> None:
        notifier = QSocketNotifier(descriptor, QSocketNotifier.Type.Read, self)
        notifier.activated.connect(lambda *_: call())
        self._notifiers.append(notifier)


class FirstPaint(QObject):
    """Tells when a window has drawn its first frame on the screen, once."""

    happened = Signal()

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        window.winId()  # makes its native window, which knows when it is exposed
        self._is_waiting = True
        window.windowHandle().installEventFilter(self)

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        is_exposed = event.type() == QEvent.Type.Expose and isinstance(watched, QWindow) and watched.isExposed()
        if is_exposed and self._is_waiting:
            watched.removeEventFilter(self)
            self._is_waiting = False
            # The frame is drawn and sent off while the event is handled: when that is over, it is there.
            QTimer.singleShot(0, self.happened.emit)
        return super().eventFilter(watched, event)


def bring_to_front(window: QWidget, token: str) -> None:
    """Show `window` above others; `token` is what the desktop gave to whoever asked for it."""
    if token:
        # Qt hands it to the Wayland compositor with the next request to be activated.
        os.environ["XDG_ACTIVATION_TOKEN"] = token
    window.setWindowState(window.windowState() & ~Qt.WindowState.WindowMinimized)
    window.show()
    window.raise_()
    window.activateWindow()
