"""A language's words take the place of the English ones, and English counts properly under each of them."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QLocale, Qt, QTranslator
from PySide6.QtWidgets import QApplication

from tests.ui.linguist import ENGLISH, compiled
from trustjournal.ui.kit.translation import install_translations

GERMAN = """<?xml version="1.0" encoding="utf-8"?><!DOCTYPE TS><TS version="2.1" language="{language}"><context>
<name>People</name><message><source>Back</source><translation>Zurück</translation></message></context></TS>"""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Compiled translations, one of them into no more than a word."""
    compiled(ENGLISH, tmp_path)
    for language in ("de", "he"):
        file = tmp_path / f"trustjournal_{language}.ts"
        file.write_text(GERMAN.format(language=language), encoding="utf-8")
        compiled(file, tmp_path)
    return tmp_path


@pytest.fixture
def installed(qapp: QApplication) -> Iterator[list[QTranslator]]:
    """What is put in here is taken off the application again."""
    translators: list[QTranslator] = []
    qapp.setLayoutDirection(Qt.LayoutDirection.LayoutDirectionAuto)  # other tests turn it by hand
    yield translators
    for translator in translators:
        qapp.removeTranslator(translator)
    qapp.setLayoutDirection(Qt.LayoutDirection.LayoutDirectionAuto)


def minutes(number: int) -> str:
    return QCoreApplication.translate("ReadingColumn", "%n minute(s)", "", number)


@pytest.mark.parametrize("language", ["en", "en_US", "C", "de_DE", "xx"])
def test_english_counts_properly_under_every_language(
    language: str, folder: Path, qapp: QApplication, installed: list[QTranslator]
) -> None:
    installed += install_translations(qapp, folder, language)
    assert minutes(1) == "1 minute"
    assert minutes(3) == "3 minutes"


def test_a_language_brings_its_words_and_those_of_qt(
    folder: Path, qapp: QApplication, installed: list[QTranslator]
) -> None:
    installed += install_translations(qapp, folder, "de_DE")
    assert QCoreApplication.translate("People", "Back") == "Zurück"
    assert QCoreApplication.translate("QPlatformTheme", "Cancel") == "Abbrechen"


def test_a_language_from_right_to_left_turns_the_window(
    folder: Path, qapp: QApplication, installed: list[QTranslator]
) -> None:
    installed += install_translations(qapp, folder, "he")
    assert qapp.layoutDirection() is Qt.LayoutDirection.RightToLeft


def test_a_language_we_have_no_words_for_leaves_everything_english(
    folder: Path, qapp: QApplication, installed: list[QTranslator]
) -> None:
    installed += install_translations(qapp, folder, "ar")
    assert qapp.layoutDirection() is Qt.LayoutDirection.LeftToRight
    assert QCoreApplication.translate("QPlatformTheme", "Cancel") == "Cancel"
    assert minutes(1) == "1 minute"


def test_a_missing_folder_is_no_reason_to_stop(tmp_path: Path, qapp: QApplication) -> None:
    assert install_translations(qapp, tmp_path / "nowhere", QLocale.system().name()) == ()
