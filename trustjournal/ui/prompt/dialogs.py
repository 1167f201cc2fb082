"""The dialogs of the system that the prompt opens: edges, so that tests can answer instead of a person."""

from __future__ import annotations

from dataclasses import dataclass

from trustjournal.ui.prompt.file_dialog import FileDialog, ask_where_to_save
from trustjournal.ui.prompt.folder_dialog import FolderDialog, ask_for_folder
from trustjournal.ui.prompt.print_dialog import PrintDialog, ask_to_print


@dataclass(frozen=True, slots=True)
class Dialogs:
    """By default those of the system."""

    ask_for_folder: FolderDialog = ask_for_folder
    ask_where_to_save: FileDialog = ask_where_to_save
    ask_to_print: PrintDialog = ask_to_print
