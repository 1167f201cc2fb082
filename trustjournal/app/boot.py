"""The first steps of a life, before Qt is loaded.

Modules that do not need Qt are imported here: after PySide6 each import costs more, as it looks into their source.
"""

from __future__ import annotations

import gc
import os
import signal
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from trustjournal.app.spawn import PROMPT, open_inherited
from trustjournal.host.hardening import harden_process
from trustjournal.host.local_settings import LocalSettingsFile
from trustjournal.host.paths import Paths


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
    task: str = ""
    """The word of a vault task that the prompt begins with."""


def read_order(arguments: Sequence[str]) -> LifeOrder:
    """The order in a life's own arguments, as `spawn` wrote them."""
    kind, hear, say, key, home, notice, task = arguments
    return LifeOrder(
        kind,
        open_inherited(hear, to_write=False),
        open_inherited(say, to_write=True),
        open_inherited(key, to_write=kind == PROMPT),
        home,
        notice,
        task,
    )


def main(arguments: Sequence[str]) -> None:
    """Live the life the arguments ask for, and end the process."""
    # Nothing made while starting becomes garbage worth looking for; it is switched on again with the first frame.
    gc.disable()
    # Ctrl+C in a terminal reaches every process; what to do about it is the supervisor's business.
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    hardening = harden_process()
    order = read_order(arguments)
    paths = Paths.of(Path(order.home) if order.home else None)
    local = LocalSettingsFile(paths.local_settings)
    settings = local.read()
    code = 2
    try:
        if order.kind == PROMPT:
            from trustjournal.app.prompt import live_prompt

            code = live_prompt(order, paths, local, settings, hardening)
        else:
            from trustjournal.app.opening import live_session

            code = live_session(order, paths, local, settings, hardening)
    except Exception as error:  # noqa: BLE001 — nothing is above this but the end of the process
        sys.excepthook(type(error), error, error.__traceback__)
    # Everything worth keeping is stored by now. Taking apart thousands of widgets would only keep the person waiting.
    for stream in (sys.stdout, sys.stderr):
        if stream is not None:
            stream.flush()
    os._exit(code)
