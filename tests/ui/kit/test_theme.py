"""The theme: who it follows, what it scales, and how little time it takes."""

from __future__ import annotations

import time

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QFont, QFontInfo, QPalette, QStyleHints
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from tests.ui.conftest import RESOURCES
from trustjournal.ui.kit import theme as theme_module
from trustjournal.ui.kit.labels import ReadingLabel
from trustjournal.ui.kit.theme import Theme
from trustjournal.ui.kit.tokens import DARK, LIGHT


@pytest.fixture
def system_theme(qapp: QApplication) -> Theme:
    theme = Theme(RESOURCES / "styles")
    theme.apply(qapp)
    return theme


def test_a_choice_wins_over_the_system(theme: Theme, qtbot: QtBot) -> None:
    with qtbot.waitSignal(theme.changed):
        theme.set_choice("dark")
    assert theme.palette == DARK
    with qtbot.waitSignal(theme.changed):
        theme.set_choice("light")
    assert theme.palette == LIGHT


def test_without_a_choice_it_follows_the_system_while_the_program_runs(
    system_theme: Theme, qapp: QApplication, monkeypatch: pytest.MonkeyPatch
) -> None:
    for scheme, palette in ((Qt.ColorScheme.Dark, DARK), (Qt.ColorScheme.Light, LIGHT)):
        monkeypatch.setattr(QStyleHints, "colorScheme", lambda _hints, scheme=scheme: scheme)
        qapp.styleHints().colorSchemeChanged.emit(scheme)
        assert system_theme.palette == palette


def test_a_wish_for_high_contrast_wins_over_every_choice(theme: Theme, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(theme_module, "_asks_for_contrast", lambda _app: True)
    theme.set_choice("dark")
    assert theme.palette not in (LIGHT, DARK)
    assert theme.palette.border == theme.palette.line


def test_the_palette_of_the_application_speaks_in_tokens(theme: Theme, qapp: QApplication) -> None:
    theme.set_choice("dark")
    roles = QPalette.ColorRole
    for role, token in ((roles.Window, "paper"), (roles.Text, "ink"), (roles.Accent, "trust")):
        assert qapp.palette().color(role).name().upper() == DARK.colour(token)


def test_the_same_choice_again_changes_nothing(theme: Theme, qtbot: QtBot) -> None:
    with qtbot.assertNotEmitted(theme.changed):
        theme.set_choice(theme.choice)
        theme.set_text_percent(theme.text_percent)


def test_what_the_stylesheet_draws_in_the_serif_has_the_family_that_was_found(theme: Theme, qtbot: QtBot) -> None:
    title = ReadingLabel("Where this starts", role="title")
    qtbot.addWidget(title)
    title.ensurePolished()
    assert QFontInfo(title.font()).family() == QFontInfo(theme.serif_font()).family()


def test_larger_text_scales_fonts_and_lengths_and_stops_at_twice(theme: Theme, qapp: QApplication) -> None:
    theme.set_text_percent(500)
    assert theme.text_percent == 200
    assert theme.sp(14) == 28
    assert theme.ui_font(14).pixelSize() == 28
    assert theme.serif_font().pixelSize() == 32
    assert qapp.font().pixelSize() == 28
    theme.set_text_percent(20)
    assert theme.text_percent == 100


def test_figures_that_stand_under_each_other_have_one_width(theme: Theme) -> None:
    font = theme.figures_font(weight=600)
    assert font.featureValue(QFont.Tag("tnum")) == 1
    assert font.weight() == QFont.Weight.DemiBold


def test_colours_can_be_thinned(theme: Theme) -> None:
    assert theme.colour("trust", 50).alphaF() == pytest.approx(0.5, abs=0.01)


def test_dressing_the_application_is_quick_enough_for_the_first_frame(qapp: QApplication) -> None:
    took = []
    for _ in range(5):
        qapp.setStyleSheet("")
        start = time.perf_counter()
        Theme(RESOURCES / "styles").apply(qapp)
        took.append(time.perf_counter() - start)
    assert min(took) < 0.020


def test_a_widget_made_before_the_change_wears_the_new_look(theme: Theme, qtbot: QtBot) -> None:
    label = QLabel("x")
    qtbot.addWidget(label)
    label.show()
    theme.set_choice("dark")
    assert label.palette().color(QPalette.ColorRole.WindowText).name().upper() == DARK.ink
