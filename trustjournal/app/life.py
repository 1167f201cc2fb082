"""What the two lives have in common: their line to the supervisor, and what every window of theirs does."""

from __future__ import annotations

import os
import signal
import sys
import threading
from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, QSocketNotifier, Qt, QTimer, Signal
from PySide6.QtGui import QWindow
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from trustjournal.app.boot import LifeOrder
from trustjournal.app.control import Line, LineBuffer, Word, receive, send


class LifeLine(QObject):
    """A life's end of the control lines."""

    show_allowed = Signal(bool)
    """The window may be shown; True if another program has the keyboard and is to keep it."""
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
        else:
            self._notify(self._hear, self._on_readable)
            woken = _wake_on_signals(self.end_requested.emit)
            self._notify(woken, lambda: os.read(woken, 64))

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
                self.show_allowed.emit(line.fact == Word.BEHIND)
            elif line.word is Word.RAISE:
                self.raise_requested.emit(line.fact)
            elif line.word is Word.LEAVE:
                self.leave_requested.emit()
            elif line.word is Word.END:
                self.end_requested.emit()

    def _notify(self, descriptor: int, call: Callable[[], object]) -> None:
        notifier = QSocketNotifier(descriptor, QSocketNotifier.Type.Read, self)
        notifier.activated.connect(lambda *_: call())
        self._notifiers.append(notifier)


if sys.platform != "win32":

    def _wake_on_signals(end: Callable[[], None]) -> int:
        """Call `end` when the process is asked to end by itself, as a session manager may do to each of them.

        Python sees a signal only between two steps of its own, and an idle event loop makes none: the C handler
        writes to the pipe returned here, and reading from it is such a step.
        """
        woken, wake = os.pipe()
        os.set_blocking(wake, False)
        os.set_blocking(woken, False)
        signal.set_wakeup_fd(wake, warn_on_full_buffer=False)
        for number in (signal.SIGTERM, signal.SIGHUP):
            signal.signal(number, lambda *_: end())
        return woken


class First(QObject):
    """Tells when something happens to a window for the first time."""

    happened = Signal()

    def __init__(self, window: QWidget, kind: QEvent.Type) -> None:
        super().__init__(window)
        window.winId()  # makes its native window, which is where these events come in
        self._kind = kind
        self._is_waiting = True
        window.windowHandle().installEventFilter(self)

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == self._kind and self._is_waiting and isinstance(watched, QWindow) and watched.isExposed():
            watched.removeEventFilter(self)
            self._is_waiting = False
            # After the event: a frame is drawn and sent off while Expose is handled.
            QTimer.singleShot(0, self.happened.emit)
        return False


def first_paint(window: QWidget) -> First:
    """Tells when the window has drawn its first frame on the screen."""
    return First(window, QEvent.Type.Expose)


def first_key(window: QWidget) -> First:
    """Tells when the first key was pressed in the window."""
    return First(window, QEvent.Type.KeyPress)


def bring_to_front(window: QWidget, token: str) -> None:
    """Show `window` above others; `token` is what the desktop gave to whoever asked for it."""
    if token:
        # Qt hands it to the Wayland compositor with the next request to be activated.
        os.environ["XDG_ACTIVATION_TOKEN"] = token
    window.setWindowState(window.windowState() & ~Qt.WindowState.WindowMinimized)
    window.show()
    window.raise_()
    window.activateWindow()


def show_behind(window: QWidget) -> None:
    """Show `window` and leave the keyboard where it is."""
    window.setAttribute(Qt.WidgetAttribute.WA_ShowWithoutActivating)
    window.show()
    window.lower()
    window.setAttribute(Qt.WidgetAttribute.WA_ShowWithoutActivating, on=False)
