"""`python -m trustjournal`, and the command `trustjournal`."""

from __future__ import annotations

import sys


def main() -> int:
    """Do what the command line asks for; returns the exit code."""
    if sys.argv[1:2] == ["life"]:  # a frozen program starts its own lives this way
        from trustjournal.app.boot import main as live

        live(sys.argv[2:])
    if sys.argv[1:] == ["photo"]:  # and the process that decodes a photo
        from trustjournal.app.photo_worker import live as decode

        decode()
    if sys.argv[1:]:
        from trustjournal.app.commands import run

        return run(sys.argv[1:])
    from trustjournal.app.start import start

    return start()


if __name__ == "__main__":
    sys.exit(main())
