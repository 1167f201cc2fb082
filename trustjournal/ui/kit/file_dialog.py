"""Asks where to save a file, and which files to take in."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Protocol

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QFileDialog, QWidget

from trustjournal.ui.kit.dialog_history import keep_no_history


class FileDialog(Protocol):
    """Asks for a file to write and tells it; tells nothing if the person thinks better of it."""

    def __call__(self, parent: QWidget, title: str, name: str, chosen: Callable[[Path], None]) -> None:
        """Ask, with `name` as a first proposal; return at once and call `chosen` later."""
        ...


class FilesDialog(Protocol):
    """Asks for files that are there and tells them; tells nothing if the person thinks better of it."""

    def __call__(self, parent: QWidget, title: str, chosen: Callable[[Sequence[Path]], None]) -> None:
        """Ask; return at once and call `chosen` later."""
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
    keep_no_history()
    dialog = QFileDialog(parent, title, str(Path.home()))
    dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
    dialog.setFileMode(QFileDialog.FileMode.AnyFile)
    if suffix := Path(name).suffix:
        dialog.setDefaultSuffix(suffix)
        dialog.setNameFilter(f"{suffix.removeprefix('.').upper()} (*{suffix})")
    dialog.selectFile(name)
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    dialog.fileSelected.connect(lambda file: chosen(Path(file)))
    about_to_open(dialog)
    dialog.open()


def ask_for_files(
    parent: QWidget,
    title: str,
    chosen: Callable[[Sequence[Path]], None],
    *,
    about_to_open: Callable[[QDialog], None] = lambda _dialog: None,
) -> None:
    """Ask with the system's dialog, beginning in the person's own folder."""
    keep_no_history()
    dialog = QFileDialog(parent, title, str(Path.home()))
    dialog.setFileMode(QFileDialog.FileMode.ExistingFiles)
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    dialog.filesSelected.connect(lambda files: chosen([Path(file) for file in files]))
    about_to_open(dialog)
    dialog.open()
