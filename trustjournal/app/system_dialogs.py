"""The system's dialogs, announced to the hardening: a portal looks into the process it shows one for."""

from __future__ import annotations

from PySide6.QtWidgets import QDialog

from trustjournal.host.hardening import Hardening
from trustjournal.ui.kit.dialogs import Dialogs


def announced_dialogs(hardening: Hardening) -> Dialogs:
    """The system's dialogs, which may look into this process as long as they are open, see `Hardening`."""

    def about_to_open(dialog: QDialog) -> None:
        hardening.dialog_opens()
        dialog.finished.connect(lambda _result: hardening.dialog_closes())

    return Dialogs.announced(about_to_open)
