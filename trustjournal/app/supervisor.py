"""The first process: starts one life after the other and ends with the last. It has no Qt, no key and no text.

The old window stays, covered, until the new one has painted: a life is told to leave only then. The pipe a key goes
through is made here and never read here.
"""

from __future__ import annotations

import os
import signal
import threading
from collections.abc import Callable
from dataclasses import dataclass
from queue import SimpleQueue

from trustjournal.app.control import Line, LineBuffer, Word, receive, send
from trustjournal.app.spawn import SESSION, Life

SESSION_LOST = "SessionLostError"


@dataclass(frozen=True, slots=True)
class Said:
    """A life said something."""

    life: Life
    line: Line


@dataclass(frozen=True, slots=True)
class Gone:
    """The process of a life ended."""

    life: Life
    code: int


@dataclass(frozen=True, slots=True)
class Rung:
    """Somebody started the program a second time."""

    token: str


@dataclass(frozen=True, slots=True)
class AskedToEnd:
    """The system, or Ctrl+C in a terminal, asks the program to end."""


Event = Said | Gone | Rung | AskedToEnd


class Supervisor:
    """Holds at most one life whose window is the program's, and one that is on its way to replace it."""

    def __init__(
        self,
        *,
        start_prompt: Callable[[str, str], Life],
        start_session: Callable[[int], Life],
        watch: Callable[[Life, Callable[[Event], None]], None] | None = None,
    ) -> None:
        self._start_prompt = start_prompt
        self._start_session = start_session
        self._watch = watch or watch_life
        self._events: SimpleQueue[Event] = SimpleQueue()
        self._alive: set[Life] = set()
        self._shown: Life | None = None
        self._coming: Life | None = None
        self._ending = False
        self._is_behind = False
        self._exit_code = 0
        self.has_shown_a_window = False

    def tell(self, event: Event) -> None:
        """Something happened; may be called from any thread and from a signal handler."""
        self._events.put(event)

    def run(self, first: Life) -> int:
        """Go on from the life that was started first until no life is left; returns the program's exit code."""
        self._welcome(first)
        while self._alive:
            event = self._events.get()
            if isinstance(event, Said):
                self._on_said(event.life, event.line)
            elif isinstance(event, Gone):
                self._on_gone(event.life, event.code)
            elif isinstance(event, Rung):
                self._on_rung(event.token)
            else:
                self._on_asked_to_end()
        return self._exit_code

    def _welcome(self, life: Life) -> None:
        self._coming = life
        self._alive.add(life)
        self._watch(life, self.tell)
        send(life.hear, Line(Word.SHOW, Word.BEHIND if self._is_behind else ""))
        self._is_behind = False

    def _on_said(self, life: Life, line: Line) -> None:
        if line.word is Word.PAINTED and life is self._coming:
            self.has_shown_a_window = True
            before, self._shown, self._coming = self._shown, life, None
            if before is not None:
                _dismiss(before)
        elif line.word is Word.UNLOCKING and life is self._shown and self._coming is None and life.key is not None:
            # It imports Qt and builds its theme while the key is derived, and then waits for it. After a wrong
            # passphrase it goes on waiting, for the next try.
            self._welcome(self._start_session(life.key))
            life.forget_key()
        elif line.word is Word.BEHIND and life is self._shown:
            self._is_behind = True
        elif line.word is Word.LOCKING and life is self._shown and not self._ending:
            self._welcome(self._start_prompt("", line.fact))
        elif line.word is Word.FAILED and life is self._coming:
            self._coming = None
            if not self._ending:
                self._welcome(self._start_prompt(line.fact, ""))
        elif line.word is Word.QUIT and life is self._shown:
            self._on_asked_to_end()

    def _on_gone(self, life: Life, code: int) -> None:
        self._alive.discard(life)
        life.forget_key()
        os.close(life.hear)
        was_shown, was_coming = life is self._shown, life is self._coming
        if was_shown:
            self._shown = None
        if was_coming:
            self._coming = None
        if not (was_shown or was_coming) or self._ending:
            return
        # Only a session that waited for a key in vain, because its prompt is gone, ends in peace unseen.
        if life.kind == SESSION and (was_shown or self._shown is not None or code != 0):
            self._welcome(self._start_prompt(SESSION_LOST, ""))
        elif self._coming is None:
            # The prompt is what everything begins with: where it does not hold, nothing is left to try. A session
            # that still waits for a key finds its pipe closed, and ends.
            self._exit_code = 1
            if self._shown is not None:
                _dismiss(self._shown)

    def _on_rung(self, token: str) -> None:
        life = self._shown or self._coming
        if life is not None:
            send(life.hear, Line(Word.RAISE, token))

    def _on_asked_to_end(self) -> None:
        self._ending = True
        for life in (self._shown, self._coming):
            if life is not None:
                send(life.hear, Line(Word.END))


def watch_life(life: Life, tell: Callable[[Event], None]) -> None:
    """Report all that `life` says, and then its end, from a thread of its own: the same on every system."""

    def listen() -> None:
        buffer = LineBuffer()
        while (lines := receive(life.said, buffer)) is not None:
            for line in lines:
                tell(Said(life, line))
        os.close(life.said)
        tell(Gone(life, life.wait()))

    threading.Thread(target=listen, name=f"listen to {life.kind}", daemon=True).start()


def watch_doorbell(wait: Callable[[], str | None], tell: Callable[[Event], None]) -> None:
    """Report each ring of a second start; `wait` returns its token, or None when there will be no more."""

    def listen() -> None:
        while (token := wait()) is not None:
            tell(Rung(token))

    threading.Thread(target=listen, name="listen to the doorbell", daemon=True).start()


def watch_signals(tell: Callable[[Event], None]) -> None:
    """Report the wish of the system, or of a person at a terminal, that the program end."""
    for name in ("SIGTERM", "SIGINT", "SIGHUP", "SIGBREAK"):
        number = getattr(signal, name, None)
        if number is not None:
            signal.signal(number, lambda *_: tell(AskedToEnd()))


def _dismiss(life: Life) -> None:
    send(life.hear, Line(Word.LEAVE))
