"""Puts a language's words in place of the English ones in the source."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QCoreApplication, QLibraryInfo, QTranslator

PLURALS = "trustjournal_en"
"""English has a file of its own: it holds the plural forms. It lies under every other language, for what that lacks."""


def install_translations(app: QCoreApplication, folder: Path, language: str) -> tuple[QTranslator, ...]:
    """Load our own words, and with them Qt's (menus, dialogs), for a language such as ``de``; else all stays English.

    Qt's words for a language we have none for are left alone: they would also turn the window from right to left
    while what stands in it is English. The translators belong to the application.
    """
    installed = [_loaded(app, PLURALS, folder)]
    ours = _loaded(app, f"trustjournal_{language}", folder) if not _is_english(language) else None
    if ours is not None:
        of_qt = Path(QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath))
        installed += [_loaded(app, f"qtbase_{language}", of_qt), ours]
    found = [translator for translator in installed if translator is not None]
    for translator in found:  # the last one is asked first
        app.installTranslator(translator)
    return tuple(found)


def _is_english(language: str) -> bool:
    """Whether it is English, or the nameless language of a system that was told none (``C``)."""
    return language in ("C", "POSIX", "en") or language.startswith(("en_", "en-"))


def _loaded(app: QCoreApplication, name: str, folder: Path) -> QTranslator | None:
    translator = QTranslator(app)
    if translator.load(name, str(folder)):
        return translator
    translator.deleteLater()
    return None
