"""Asks where to save a file."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Protocol

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QFileDialog, QWidget


class FileDialog(Protocol):
    """Asks for a file to write and tells it; tells nothing if the person thinks better of it."""

    def __call__(self, parent: QWidget, title: str, name: str, chosen: Callable[[Path], None]) -> None:
        """Ask, with `name` as a first proposal; return at once and call `chosen` later."""
        ...


def ask_where_to_save(
    parent: QWidget,
    title: str,
    name: str,
    chosen: Callable[[Path], None],
    *,
    about_to_open: Callable[[QDialog], None] = lambda _dialog: None,
) -> None:
    """Ask with the system's dialog, beginning in the person's own folder and never where downloads go."""
    dialog = QFileDialog(parent, title, str(Path.home()))
    dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
    dialog.setFileMode(QFileDialog.FileMode.AnyFile)
    dialog.setDefaultSuffix(Path(name).suffix)
    dialog.setNameFilter(f"PDF (*{Path(name).suffix})")
    dialog.selectFile(name)
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    dialog.fileSelected.connect(lambda file: chosen(Path(file)))
    about_to_open(dialog)
    dialog.open()
