"""A dialog for files leaves no note of the folders it was in. Tried in a process with a home of its own."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="tried on Linux only")

ROOT = Path(__file__).resolve().parents[3]
CODE = """
import sys
from pathlib import Path
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QFileDialog, QWidget
from trustjournal.ui.kit.file_dialog import ask_for_files, ask_where_to_save
from trustjournal.ui.kit.folder_dialog import ask_for_folder
folder, kind = Path(sys.argv[1]), sys.argv[2]
app = QApplication([])
window, chosen = QWidget(), []
ask = {
    "files": lambda: ask_for_files(window, "", chosen.append),
    "save": lambda: ask_where_to_save(window, "", "copy.jpg", chosen.append),
    "folder": lambda: ask_for_folder(window, "", folder, chosen.append),
    "none of ours": lambda: QFileDialog(window).open(),
}[kind]
ask()
dialog = window.findChild(QFileDialog)
dialog.setDirectory(str(folder))
dialog.selectFile(str({"folder": folder, "save": folder / "copy.jpg"}.get(kind, folder / "photo.jpg")))
QTimer.singleShot(0, dialog.accept)
dialog.finished.connect(lambda: QTimer.singleShot(0, app.quit))
app.exec()
dialog = None if kind != "none of ours" else dialog.deleteLater()
app.processEvents()
print(chosen)
"""


def notes(tmp_path: Path, kind: str) -> str:
    """What stands in the files the dialog made in a person's settings."""
    folder, home = tmp_path / "Osprey-Terrace", tmp_path / "home"
    folder.mkdir()
    (folder / "photo.jpg").touch()
    environment = os.environ | {"HOME": str(home), "XDG_CONFIG_HOME": str(home), "QT_QPA_PLATFORM": "offscreen"}
    done = subprocess.run(
        [sys.executable, "-c", CODE, str(folder), kind], env=environment, cwd=ROOT, capture_output=True, text=True,
        timeout=60,
    )  # fmt: skip
    assert done.returncode == 0, done.stderr
    if kind != "none of ours":
        assert "Osprey-Terrace" in done.stdout
    return "".join(path.read_text(errors="replace") for path in home.rglob("*") if path.is_file())


@pytest.mark.parametrize("kind", ["files", "save", "folder"])
def test_no_folder_is_noted(tmp_path: Path, kind: str) -> None:
    assert notes(tmp_path, kind) == ""


def test_qt_by_itself_would_note_it(tmp_path: Path) -> None:
    assert "Osprey-Terrace" in notes(tmp_path, "none of ours")
