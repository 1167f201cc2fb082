"""The dialogs of the system: edges of the program, so that tests can answer instead of a person."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from typing import Self

from PySide6.QtWidgets import QDialog

from trustjournal.ui.kit.file_dialog import FileDialog, FilesDialog, ask_for_files, ask_where_to_save
from trustjournal.ui.kit.folder_dialog import FolderDialog, ask_for_folder
from trustjournal.ui.kit.print_dialog import PrintDialog, ask_to_print


@dataclass(frozen=True, slots=True)
class Dialogs:
    """Each returns at once and tells later what the person chose; by default those of the system."""

    ask_for_folder: FolderDialog = ask_for_folder
    ask_where_to_save: FileDialog = ask_where_to_save
    ask_to_print: PrintDialog = ask_to_print
    ask_for_files: FilesDialog = ask_for_files

    @classmethod
    def announced(cls, about_to_open: Callable[[QDialog], None]) -> Self:
        """Those of the system; `about_to_open` is called with each that a portal may show, just before it is shown."""
        return cls(
            ask_for_folder=partial(ask_for_folder, about_to_open=about_to_open),
            ask_where_to_save=partial(ask_where_to_save, about_to_open=about_to_open),
            ask_for_files=partial(ask_for_files, about_to_open=about_to_open),
        )
