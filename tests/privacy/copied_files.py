"""A file manager in which somebody has copied files."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from tests.journeys.screen import Screen

_OWNER = """
import sys
from PySide6.QtCore import QMimeData, QUrl
from PySide6.QtWidgets import QApplication
app = QApplication([])
files = QMimeData()
files.setUrls([QUrl.fromLocalFile(path) for path in sys.argv[1:]])
app.clipboard().setMimeData(files)
print("ready", flush=True)
app.exec()
"""


@contextmanager
def copied_files(screen: Screen, *paths: Path) -> Iterator[None]:
    """These files are on the clipboard."""
    command = [sys.executable, "-c", _OWNER, *map(str, paths)]
    with subprocess.Popen(command, env=screen.environment, stdout=subprocess.PIPE, text=True) as owner:
        assert owner.stdout is not None
        assert owner.stdout.readline().strip() == "ready"
        try:
            yield
        finally:
            owner.kill()
