"""The line icons: all there, in one hand, sharp, and in the colours of the theme."""

from __future__ import annotations

import gc
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest
from PySide6.QtCore import QSize
from PySide6.QtGui import QColor, QIcon, QImage
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

import trustjournal
from tests.ui.conftest import RESOURCES
from trustjournal.ui.kit.icons import Icons
from trustjournal.ui.kit.theme import Theme
from trustjournal.ui.kit.tokens import DARK, LIGHT

NAMES = sorted(path.stem for path in (RESOURCES / "icons").glob("*.svg"))


def colours_of(image: QImage) -> set[str]:
    """The colours of the pixels that are wholly covered."""
    return {
        image.pixelColor(x, y).name().upper()
        for x in range(image.width())
        for y in range(image.height())
        if image.pixelColor(x, y).alpha() == 255
    }


@pytest.mark.parametrize("name", NAMES)
def test_every_drawing_is_of_one_hand(name: str) -> None:
    root = ET.parse(RESOURCES / "icons" / f"{name}.svg").getroot()
    assert root.get("viewBox") == "0 0 24 24"
    assert root.get("stroke") == "currentColor"
    assert root.get("stroke-width") == "1.6"
    assert root.get("stroke-linecap") == "round"
    assert root.get("fill") == "none"


@pytest.mark.parametrize("name", NAMES)
def test_every_icon_paints_something_inside_its_square_and_nothing_at_its_edge(icons: Icons, name: str) -> None:
    image = icons.pixmap(name, size=24, ratio=2).toImage()
    assert image.size() == QSize(48, 48)
    assert colours_of(image) == {LIGHT.ink}
    edge = [image.pixelColor(i, j).alpha() for i in range(48) for j in (0, 47)]
    edge += [image.pixelColor(j, i).alpha() for i in range(48) for j in (0, 47)]
    assert set(edge) == {0}


def test_every_drawing_is_used_somewhere() -> None:
    source = "".join(path.read_text(encoding="utf-8") for path in Path(trustjournal.__file__).parent.rglob("*.py"))
    assert NAMES
    assert [name for name in NAMES if f'"{name}"' not in source] == []


def test_an_icon_made_in_the_light_is_right_in_the_dark(icons: Icons, theme: Theme) -> None:
    icon = icons.icon("lock", "trust")
    assert colours_of(icon.pixmap(QSize(24, 24), 2.0).toImage()) == {LIGHT.trust}
    theme.set_choice("dark")
    assert colours_of(icon.pixmap(QSize(24, 24), 2.0).toImage()) == {DARK.trust}


@pytest.mark.parametrize("size", [16, 20, 24])
@pytest.mark.parametrize("ratio", [1.0, 2.0])
def test_an_icon_has_as_many_pixels_as_the_screen(icons: Icons, size: int, ratio: float) -> None:
    pixmap = icons.icon("search").pixmap(QSize(size, size), ratio)
    assert pixmap.width() == size * ratio
    assert pixmap.devicePixelRatio() == ratio


def test_an_icon_of_something_disabled_is_fainter(icons: Icons) -> None:
    image = icons.icon("trash").pixmap(QSize(24, 24), 2.0, QIcon.Mode.Disabled).toImage()
    alphas = {image.pixelColor(x, y).alpha() for x in range(48) for y in range(48)}
    assert max(alphas) <= 130


def test_a_name_without_a_drawing_is_an_error(icons: Icons) -> None:
    with pytest.raises(FileNotFoundError):
        icons.icon("unicorn")


def test_icons_outlive_their_makers_variables_and_are_copied_safely(icons: Icons, qtbot: QtBot) -> None:
    button = QPushButton("x")
    qtbot.addWidget(button)
    button.setIcon(icons.icon("copy"))
    copies = [QIcon(button.icon()) for _ in range(50)]
    for copy in copies:
        copy.addPixmap(icons.pixmap("lock"))  # makes Qt clone the engine behind the icon
    del copies, copy
    gc.collect()
    button.setText("")  # the icon's own pixels
    button.setIconSize(QSize(64, 64))
    button.show()
    image = button.grab().toImage()
    assert QColor(LIGHT.ink).name().upper() in colours_of(image)
