"""Writing a small file so that it is either the old one or the new one, whatever happens."""

from __future__ import annotations

import os
from pathlib import Path

from trustjournal.host.paths import make_private


def write_whole(path: Path, content: bytes) -> None:
    """Replace `path` by `content` in one step, readable by its owner only. Raises OSError and leaves the old file."""
    make_private(path.parent)
    beside = path.with_name(path.name + ".tmp")
    descriptor = os.open(beside, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
    try:
        with os.fdopen(descriptor, "wb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        beside.replace(path)
    except OSError:
        beside.unlink(missing_ok=True)
        raise
