"""What tests of windows share: the look, dressed once on the application, its icons, and English as people read it."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, QTranslator
from PySide6.QtWidgets import QApplication

from tests.ui.linguist import ENGLISH, compiled
from trustjournal.ui.kit.icons import Icons
from trustjournal.ui.kit.theme import Theme

RESOURCES = Path(__file__).parents[2] / "resources"


@pytest.fixture(scope="session", autouse=True)
def english(qapp: QApplication, tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    """The plural forms of English, as the program installs them."""
    translator = QTranslator()
    assert translator.load(str(compiled(ENGLISH, tmp_path_factory.mktemp("english"))))
    qapp.installTranslator(translator)
    yield
    qapp.removeTranslator(translator)


@pytest.fixture(autouse=True)
def no_windows_left_behind(qapp: QApplication) -> Iterator[None]:
    """Closed windows go with their test.

    Left to Python's garbage collection, they would go at any moment, also while Qt tells all windows of something.
    """
    yield
    qapp.sendPostedEvents(None, QEvent.Type.DeferredDelete)


@pytest.fixture
def theme(qapp: QApplication) -> Theme:
    """The program's look, light, at 100 % text."""
    theme = Theme(RESOURCES / "styles")
    theme.set_choice("light")
    theme.apply(qapp)
    return theme


@pytest.fixture
def icons(theme: Theme) -> Icons:
    """Every line icon in the colours of the theme."""
    return Icons(RESOURCES / "icons", theme)
