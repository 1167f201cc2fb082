"""How the sheet looks is chosen on the Settings page."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtGui import QFontDatabase

from tests.ui.pages.settings.conftest import Scene
from trustjournal.domain.change import Changed
from trustjournal.domain.writing_look import ColumnWidth, WritingLook
from trustjournal.ui.kit.tokens import Type


def kept(scene: Scene) -> WritingLook:
    return scene.choices.settings().writing


def test_every_choice_is_kept(scene: Scene) -> None:
    card = scene.page.writing
    card.zoom.set_value("150")
    card.width_choice.set_value("wide")
    card.typewriter.click()
    assert kept(scene) == WritingLook(150, width=ColumnWidth.WIDE, typewriter=True)


def test_any_family_of_this_computer_can_be_chosen_and_is_shown(scene: Scene) -> None:
    face = scene.page.writing.face
    assert face.count() == 3
    face.showPopup()
    face.hidePopup()
    family = face.itemText(face.count() - 1)
    assert QFontDatabase.hasFamily(family)
    face.setCurrentIndex(face.count() - 1)
    face.activated.emit(face.count() - 1)
    assert kept(scene).face == family
    assert scene.page.writing.sample.font().families() == [family]


def test_what_was_chosen_on_the_sheet_is_shown_and_left_alone(scene: Scene) -> None:
    choices = scene.choices
    look = WritingLook(60, "A Family From Elsewhere")
    choices.change(replace(choices.settings(), writing=look))
    scene.page.refresh(Changed.SETTINGS)
    assert scene.page.writing.face.currentText() == "A Family From Elsewhere"
    assert scene.page.writing.zoom.value == ""
    assert scene.page.writing.sample.font().pixelSize() == round(Type.READING * 0.6)
    assert kept(scene) == look
