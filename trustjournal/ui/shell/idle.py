"""Notices that nobody is there any more."""

from __future__ import annotations

import time
from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, QTimer, Signal
from PySide6.QtGui import QGuiApplication, QWindow
from typing_extensions import override

_SIGNS_OF_LIFE = frozenset(
    {
        QEvent.Type.KeyPress,
        QEvent.Type.MouseButtonPress,
        QEvent.Type.MouseMove,
        QEvent.Type.Wheel,
        QEvent.Type.TouchBegin,
        QEvent.Type.TouchUpdate,
        QEvent.Type.TabletPress,
        QEvent.Type.InputMethod,
    }
)


class IdleWatch(QObject):
    """Asks to lock after `idle_minutes` without a key or the mouse.

    It listens at windows, where every key and movement comes in, and at what is being typed in, which alone hears an
    input method; a filter on the whole application would run for every event there is.
    It counts by the clock on the wall as well as by the timer, because a timer sleeps while the computer does: the
    first touch after a long sleep locks instead of showing the page.
    """

    lock_requested = Signal()

    def __init__(
        self, idle_minutes: int, parent: QObject | None = None, *, now_seconds: Callable[[], float] = time.time
    ) -> None:
        super().__init__(parent)
        self._now_seconds = now_seconds
        self._idle_seconds = idle_minutes * 60.0
        self._last_sign = now_seconds()
        self._is_over = False
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self._on_timer_timeout)
        self._wait()

    def set_idle_minutes(self, idle_minutes: int) -> None:
        """Wait this long from now on."""
        self._idle_seconds = idle_minutes * 60.0
        self._note_sign()
        self._wait()

    def watch(self, app: QGuiApplication) -> None:
        """Listen at whatever window and field the person works with."""
        app.focusWindowChanged.connect(self._on_app_focus_window_changed)
        app.focusObjectChanged.connect(self._on_app_focus_object_changed)
        self._on_app_focus_window_changed(app.focusWindow())
        self._on_app_focus_object_changed(app.focusObject())

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() in _SIGNS_OF_LIFE:
            if self._idle_for() >= self._idle_seconds and not self._is_over:
                self._ask()
                return True  # whoever touches it now sees no page
            self._note_sign()
        return False

    def _on_app_focus_window_changed(self, window: QWindow | None) -> None:
        if window is not None:
            window.installEventFilter(self)  # Qt moves a filter that is there already, and does not add it twice

    def _on_app_focus_object_changed(self, focus: QObject | None) -> None:
        if focus is not None:
            focus.installEventFilter(self)

    def _idle_for(self) -> float:
        return self._now_seconds() - self._last_sign

    def _note_sign(self) -> None:
        self._last_sign = self._now_seconds()
        if self._is_over:  # it asked, and the person is here after all: a save that fails keeps the journal open
            self._is_over = False
            self._wait()

    def _wait(self) -> None:
        rest = self._idle_seconds - self._idle_for()
        self._timer.start(max(1, round(min(rest, self._idle_seconds) * 1000)))

    def _on_timer_timeout(self) -> None:
        if self._idle_for() >= self._idle_seconds:
            self._ask()
        else:
            self._wait()

    def _ask(self) -> None:
        if not self._is_over:
            self._is_over = True
            self.lock_requested.emit()
