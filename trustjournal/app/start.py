"""The plain start: from the command line to the unlock screen in as few steps as can be.

The unlock screen is started before anything else is even imported; it loads Qt on the other core while this process
takes the lock, and shows its window only when it is told that it may.
"""

from __future__ import annotations

import os
import sys

from trustjournal.app.spawn import Life, keep_standard_streams_apart, start_prompt, start_session


def start() -> int:
    """Start the program and stay until it ends; returns its exit code."""
    if not has_screen():
        from trustjournal.app.commands import tour_instead

        return tour_instead()
    keep_standard_streams_apart()
    try:
        first = start_prompt()
    except OSError as error:
        print(f"TrustJournal could not start a second process: {error.strerror}.", file=sys.stderr)  # noqa: T201
        return 1
    from trustjournal.host.hardening import harden_process
    from trustjournal.host.instance import Doorbell, InstanceLock
    from trustjournal.host.paths import Paths

    harden_process()
    runtime = Paths.of_user().runtime
    lock, doorbell = InstanceLock(runtime), Doorbell(runtime)
    if not lock.take():
        _send_away(first)
        return _ring(doorbell)
    try:
        return supervise(lambda: first, doorbell=doorbell)
    finally:
        doorbell.take_down()
        lock.release()


def supervise(start_first: Callable[[], Life], *, home: str = "", doorbell: Doorbell | None = None) -> int:
    """Look after a first life and all that follow it; returns the program's exit code.

    From before `start_first` is called until this returns, a signal to end is a wish the lives are asked to follow.
    """
    from trustjournal.app.supervisor import Supervisor, watch_doorbell, watch_signals

    supervisor = Supervisor(
        start_prompt=lambda notice, order: start_prompt(home, notice, order),
        start_session=lambda key: start_session(key, home),
    )
    watch_signals(supervisor.tell)
    if doorbell is not None and doorbell.hang():
        watch_doorbell(doorbell.wait, supervisor.tell)
    code = supervisor.run(start_first())
    if code != 0 and not supervisor.has_shown_a_window:
        print("TrustJournal could not open its window. The lines above may say why.", file=sys.stderr)  # noqa: T201
    return code


def has_screen() -> bool:
    """Whether a window can be shown at all."""
    names = ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM")
    return sys.platform != "linux" or any(os.environ.get(name) for name in names)


def _send_away(life: Life) -> None:
    """The life finds its line to the supervisor closed before it was allowed to show anything, and ends."""
    os.close(life.hear)
    life.forget_key()
    life.wait()


def _ring(doorbell: Doorbell) -> int:
    if doorbell.ring(os.environ.get("XDG_ACTIVATION_TOKEN", "")):
        return 0
    print("TrustJournal is running already.", file=sys.stderr)  # noqa: T201
    return 1


TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable

    from trustjournal.host.instance import Doorbell
