"""What tests of windows share: the look, dressed once on the application, and its icons."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from trustjournal.ui.kit.icons import Icons
from trustjournal.ui.kit.theme import Theme

RESOURCES = Path(__file__).parents[2] / "resources"


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
