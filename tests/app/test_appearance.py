"""How a life is dressed leaves nothing behind."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

CHOOSE_A_FILE = """
import sys
from pathlib import Path
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QFileDialog, QWidget
if sys.argv[1] == "dressed":
    from trustjournal.app.appearance import dress
    from trustjournal.host.local_settings import LocalSettings
    app = dress(LocalSettings()).app
else:
    app = QApplication([])
window = QWidget()
window.show()
dialog = QFileDialog(window, "Save", str(Path.home() / "my secret folder"))
dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
dialog.selectFile("kit.pdf")
dialog.fileSelected.connect(lambda _file: dialog.deleteLater())
dialog.destroyed.connect(lambda: QTimer.singleShot(0, app.quit))
dialog.open()
QTimer.singleShot(0, dialog.accept)
app.exec()
"""


@pytest.mark.skipif(sys.platform in ("win32", "darwin"), reason="the system's own dialog is shown there")
@pytest.mark.parametrize("how", ["dressed", "as Qt comes"])
def test_the_file_dialog_remembers_no_folder(tmp_path: Path, how: str) -> None:
    (tmp_path / "my secret folder").mkdir()
    surroundings = {**os.environ, "HOME": str(tmp_path), "XDG_CONFIG_HOME": str(tmp_path / ".config")}
    subprocess.run([sys.executable, "-c", CHOOSE_A_FILE, how], env=surroundings, check=True, timeout=60)
    left = [path for path in tmp_path.rglob("*") if path.is_file()]
    assert bool(left) is (how != "dressed"), "Qt itself remembers it, or this test would not see anything"
