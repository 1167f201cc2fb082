"""Keeps Qt from noting where its file dialogs have been."""

from __future__ import annotations

import os
import sys

from PySide6.QtCore import QSettings


def keep_no_history() -> None:
    """Before each dialog for files: Qt writes the folders it was in to a file of its own, in clear (`QtProject.conf`).

    From now on what would go there goes nowhere.
    """
    if sys.platform == "linux":
        QSettings.setPath(QSettings.Format.NativeFormat, QSettings.Scope.UserScope, os.devnull)
    else:  # not tested: there it is no file of ours, so what the dialog before noted is taken out
        QSettings("QtProject").remove("FileDialog")
