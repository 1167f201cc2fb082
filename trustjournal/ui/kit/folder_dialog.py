"""Asks for a folder: an edge of the program, so that tests can answer instead of a person."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Protocol

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QFileDialog, QWidget

from trustjournal.ui.kit.dialog_history import keep_no_history


class FolderDialog(Protocol):
    """Asks for a folder and tells it; tells nothing if the person thinks better of it."""

    def __call__(self, parent: QWidget, title: str, start: Path, chosen: Callable[[Path], None]) -> None:
        """Ask, beginning at `start`; return at once and call `chosen` later."""
        ...


def ask_for_folder(
    parent: QWidget,
    title: str,
    start: Path,
    chosen: Callable[[Path], None],
    *,
    about_to_open: Callable[[QDialog], None] = lambda _dialog: None,
) -> None:
    """Ask with the system's dialog, without holding up the window."""
    keep_no_history()
    dialog = QFileDialog(parent, title, str(start))
    dialog.setFileMode(QFileDialog.FileMode.Directory)
    dialog.setOption(QFileDialog.Option.ShowDirsOnly)
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    dialog.fileSelected.connect(lambda folder: chosen(Path(folder)))
    about_to_open(dialog)
    dialog.open()
