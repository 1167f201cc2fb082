"""A computer that says what a test wants it to."""

from __future__ import annotations

import threading
from collections.abc import Callable

from trustjournal.host.lock_signals import Heard


class FakeLockSignals:
    """Tells whoever listens, on a thread of its own as the real ones do."""

    def __init__(self) -> None:
        self.lock: Callable[[], None] | None = None
        self.has_ended = False

    def begin(self, lock: Callable[[], None]) -> None:
        """As in `LockSignals`."""
        self.lock = lock

    def heard(self) -> Heard:
        """Nothing in particular."""
        return Heard(screen_lock=self.lock is not None)

    def end(self) -> None:
        """As in `LockSignals`."""
        self.has_ended = True

    def tell(self) -> None:
        """Nobody is to see the screen any more; returns when that was said."""
        assert self.lock is not None, "nobody listens"
        thread = threading.Thread(target=self.lock)
        thread.start()
        thread.join()
