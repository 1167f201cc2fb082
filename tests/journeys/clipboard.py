"""Another program that has something on the clipboard, as a browser has."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager

from tests.journeys.screen import Screen

_OWNER = """
import sys
from PySide6.QtCore import QMimeData
from PySide6.QtWidgets import QApplication
app = QApplication([])
html, plain = sys.stdin.read().split("\\0")
page = QMimeData()
page.setHtml(html)
page.setText(plain)
app.clipboard().setMimeData(page)
print("ready", flush=True)
app.exec()
"""


@contextmanager
def copied_page(screen: Screen, html: str, plain: str) -> Iterator[None]:
    """A page somebody copied in a browser, as HTML and as plain text."""
    with subprocess.Popen(
        [sys.executable, "-c", _OWNER],
        env=screen.environment,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    ) as owner:
        assert owner.stdin is not None
        assert owner.stdout is not None
        owner.stdin.write(f"{html}\0{plain}")
        owner.stdin.close()
        assert owner.stdout.readline().strip() == "ready"
        try:
            yield
        finally:
            owner.kill()
