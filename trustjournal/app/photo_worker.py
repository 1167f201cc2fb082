"""The process that decodes one photo: bytes come in over a pipe, a clean photo goes out over another, and it ends.

It is started fresh and has never held a key or a word. While it decodes it opens no file and reaches no network; its
memory and its time are limited, and whatever happens to it the window goes on.
"""

from __future__ import annotations

import json
import os
import signal
import sys

from trustjournal.host.hardening import harden_process

MEMORY_BYTES = 1_200_000_000
CPU_SECONDS = 40
PIECE = 1 << 20


def main() -> None:
    """Decode the photo on standard input; one line about it goes to standard output, and its bytes after it."""
    hardening = harden_process()
    hardening.close_memory()
    from trustjournal.errors import WorldError
    from trustjournal.exchange.photos import clean_photo, load_everything
    from trustjournal.host.hardening.shut_in import shut_in

    load_everything()
    shut_in(memory_bytes=MEMORY_BYTES, cpu_seconds=CPU_SECONDS)
    try:
        photo = clean_photo(_read_all())
    except WorldError as error:
        _write(json.dumps({"error": type(error).__name__}).encode() + b"\n")
        return
    about = {
        "media_type": photo.media_type,
        "width": photo.width,
        "height": photo.height,
        "size": len(photo.data),
        "preview": None if photo.preview is None else len(photo.preview),
        "was_moving": photo.was_moving,
    }
    _write(json.dumps(about).encode() + b"\n")
    _write(photo.data)
    _write(photo.preview or b"")


def live() -> None:
    """All of it, to the end of the process."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl+C in a terminal reaches every process
    code = 1
    try:
        main()
        code = 0
    except BaseException as error:  # noqa: BLE001 — nothing is above this but the end of the process
        sys.excepthook(type(error), error, error.__traceback__)
    os._exit(code)


def _read_all() -> bytes:
    pieces = []
    while piece := os.read(0, PIECE):
        pieces.append(piece)
    return b"".join(pieces)


def _write(data: bytes) -> None:
    rest = memoryview(data)
    while rest:
        rest = rest[os.write(1, rest) :]
