"""What both lives need before they can show anything: Qt, the words of a language, the theme and the icons."""

from __future__ import annotations

import os
import sys
from dataclasses import dataclass
from typing import TextIO

from PySide6.QtCore import QLocale, QSettings
from PySide6.QtWidgets import QApplication

from trustjournal.host.hardening import report_no_words_of_qt
from trustjournal.host.local_settings import LocalSettings
from trustjournal.host.resources import resources_folder, translations_folder
from trustjournal.ui.kit.icons import Icons
from trustjournal.ui.kit.theme import Theme
from trustjournal.ui.kit.translation import install_translations

NAME = "TrustJournal"


@dataclass(frozen=True, slots=True)
class Appearance:
    """The application object and how it looks; keep it as long as there are windows."""

    app: QApplication
    theme: Theme
    icons: Icons


def dress(settings: LocalSettings, *, reports: TextIO | None = None) -> Appearance:
    """Start Qt and dress it as the person chose; what Qt has to report goes to `reports`."""
    _keep_no_settings_of_qt()
    app = QApplication([NAME])
    report_no_words_of_qt(reports)
    app.setApplicationName(NAME)
    app.setDesktopFileName("trustjournal")
    app.setQuitOnLastWindowClosed(False)
    language = QLocale.system().name() if settings.language == "system" else settings.language
    install_translations(app, translations_folder(), language)
    theme = Theme(resources_folder() / "styles")
    theme.set_choice(settings.theme.value)
    theme.set_text_percent(settings.text_percent)
    theme.apply(app)
    return Appearance(app, theme, Icons(resources_folder() / "icons", theme))


def _keep_no_settings_of_qt() -> None:
    """Qt's own file dialog remembers in the clear which folders somebody chose; it is given nowhere to write."""
    if sys.platform not in ("win32", "darwin"):  # where there is no such path, and the system's own dialog is shown
        QSettings.setPath(QSettings.Format.NativeFormat, QSettings.Scope.UserScope, os.devnull)
