"""Puts a language's words in place of the English ones in the source."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QCoreApplication, QLibraryInfo, QTranslator


def install_translations(app: QCoreApplication, folder: Path, language: str) -> tuple[QTranslator, ...]:
    """Load our own words and Qt's (menus, dialogs) for a language such as ``de``; what has no file stays English.

    English has a file of its own too: it holds the plural forms. The translators belong to the application.
    """
    installed = []
    ours = (f"trustjournal_{language}", folder)
    of_qt = (f"qtbase_{language}", Path(QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)))
    for name, place in (of_qt, ours):
        translator = QTranslator(app)
        if translator.load(name, str(place)):
            app.installTranslator(translator)
            installed.append(translator)
    return tuple(installed)
