"""What becomes of a link somebody follows: nothing is opened here; its address can be copied."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QGuiApplication

from trustjournal.ui.kit.private_copy import private_copy
from trustjournal.ui.parts.page import ToastMessage


def about_link(address: str) -> ToastMessage:
    """Says that nothing is opened, where the link points, and offers to copy that."""
    words = QCoreApplication.translate("JournalPage", "Links are not opened here: nothing leaves this computer.")
    return ToastMessage(
        f"{words} {address}",
        QCoreApplication.translate("JournalPage", "Copy address"),
        lambda: QGuiApplication.clipboard().setMimeData(private_copy(address)),
        is_undo=False,
    )
