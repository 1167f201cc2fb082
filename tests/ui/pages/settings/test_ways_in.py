"""What opens the journal is listed, and whatever needs its keys is asked of the unlock screen."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from PySide6.QtWidgets import QApplication, QLabel, QPushButton, QWidget

from tests.fakes.surroundings import (
    EVERY_WAY,
    MADE_AT,
    OTHER_COMPUTER_WAY,
    PASSPHRASE_WAY,
    RECOVERY_WAY,
    THIS_COMPUTER_WAY,
)
from tests.ui.pages.settings.conftest import BuildScene, Scene
from trustjournal.domain.arrival import Arrival
from trustjournal.domain.settings import JournalSettings
from trustjournal.domain.vault_task import TaskOrder, VaultTask


def _words(widget: QWidget) -> str:
    QApplication.processEvents()  # what was just put into a layout is shown
    return " ".join(label.text() for label in widget.findChildren(QLabel) if label.isVisible())


def _show_every_way(scene: Scene) -> None:
    scene.ways, scene.trusted = EVERY_WAY, frozenset({THIS_COMPUTER_WAY.id})
    scene.visit()


def test_each_way_in_is_listed_with_its_day(scene: Scene) -> None:
    _show_every_way(scene)
    listed = [_words(row) for row in scene.page.ways_in.rows]
    names = ["Passphrase", "Recovery code", "This computer", "Another computer"]
    days = ["2 January 2026", "3 January 2026", "4 January 2026", "5 January 2026"]
    for row, name, day in zip(listed, names, days, strict=True):
        assert row.startswith(name)
        assert day in row


def test_a_way_in_is_asked_to_be_closed_by_its_id(scene: Scene) -> None:
    _show_every_way(scene)
    for row in scene.page.ways_in.rows:
        if row.remove is not None:
            row.remove.click()
    closed = (RECOVERY_WAY, THIS_COMPUTER_WAY, OTHER_COMPUTER_WAY)
    assert scene.orders == [TaskOrder(VaultTask.REMOVE_WAY_IN, way.id) for way in closed]


def test_a_passphrase_cannot_be_removed(scene: Scene) -> None:
    (row,) = scene.page.ways_in.rows
    assert row.remove is None


def test_buttons_that_look_alike_are_told_apart_by_ear(scene: Scene) -> None:
    _show_every_way(scene)
    buttons = [row.remove for row in scene.page.ways_in.rows if row.remove is not None]
    assert len({button.accessibleName() for button in buttons}) == len(buttons) == 3


def test_without_a_recovery_code_there_is_a_quiet_reminder_and_nothing_to_try(scene: Scene) -> None:
    card = scene.page.ways_in
    assert "There is no recovery code yet" in _words(card)
    assert card.try_code.isHidden()
    assert card.make_code.text() == "Make a recovery code…"


def test_with_one_it_can_be_tried_and_replaced(scene: Scene) -> None:
    _show_every_way(scene)
    card = scene.page.ways_in
    assert "There is no recovery code yet" not in _words(card)
    assert not card.try_code.isHidden()
    assert card.make_code.text() == "Make a new one…"


def test_a_recovery_code_says_when_it_was_tried(scene: Scene) -> None:
    _show_every_way(scene)
    assert "never tried" in _words(scene.page.ways_in)
    scene.choices.change(replace(JournalSettings(), recovery_tried_on=date(2026, 2, 1)))
    scene.visit()
    assert "Last tried on Sunday, 1 February 2026" in _words(scene.page.ways_in)
    assert "never tried" not in _words(scene.page.ways_in)


def test_this_computer_is_off_until_it_is_switched_on_and_can_be_switched_off(scene: Scene) -> None:
    card = scene.page.ways_in
    assert not card.trust.isHidden()
    assert card.distrust.isHidden()
    card.trust.click()
    _show_every_way(scene)
    assert card.trust.isHidden()
    card.distrust.click()
    assert scene.orders == [
        TaskOrder(VaultTask.TRUST_THIS_COMPUTER),
        TaskOrder(VaultTask.REMOVE_WAY_IN, THIS_COMPUTER_WAY.id),
    ]


def test_another_computer_does_not_count_as_this_one(scene: Scene) -> None:
    scene.ways = (PASSPHRASE_WAY, OTHER_COMPUTER_WAY)
    scene.trusted = frozenset({THIS_COMPUTER_WAY.id})
    scene.visit()
    assert not scene.page.ways_in.trust.isHidden()
    assert "Another computer" in _words(scene.page.ways_in)


def test_one_honest_sentence_says_what_unlocking_with_this_computer_means(scene: Scene) -> None:
    assert "Anyone who is logged in as you on this computer can then open this journal." in _words(scene.page.ways_in)


@pytest.mark.parametrize(
    ("card", "button", "task"),
    [
        ("ways_in", "change_passphrase", VaultTask.CHANGE_PASSPHRASE),
        ("ways_in", "make_code", VaultTask.MAKE_RECOVERY_CODE),
        ("ways_in", "try_code", VaultTask.TRY_RECOVERY_CODE),
        ("ways_in", "re_encrypt", VaultTask.RE_ENCRYPT),
        ("journals", "move_away", VaultTask.MOVE),
        ("journals", "open_another", VaultTask.OPEN_ANOTHER),
        ("journals", "make_another", VaultTask.MAKE_ANOTHER),
        ("journals", "delete", VaultTask.DELETE),
    ],
)
def test_each_task_has_a_button(scene: Scene, card: str, button: str, task: VaultTask) -> None:
    _show_every_way(scene)
    found = getattr(getattr(scene.page, card), button)
    assert isinstance(found, QPushButton)
    assert found.isVisible()
    found.click()
    assert scene.orders == [TaskOrder(task)]


def test_the_card_says_that_it_locks_asks_and_comes_back(scene: Scene) -> None:
    words = _words(scene.page.ways_in)
    assert "the journal locks first and asks for your passphrase" in words
    assert "you come back here" in words


def test_what_was_opened_and_tried_before_is_told_as_a_plain_count(build_scene: BuildScene) -> None:
    words = _words(build_scene(arrival=Arrival(failed_attempts=1), last_opened=MADE_AT).page.journals)
    assert "Last opened Friday, 2 January 2026, 13:00. 1 failed attempt since." in words
    assert "someone with the files could reset that" in words
    assert "2 failed attempts since." in _words(build_scene(arrival=Arrival(failed_attempts=2)).page.journals)
    assert "No failed attempts since." in _words(build_scene(last_opened=MADE_AT).page.journals)
    assert "failed" not in _words(build_scene().page.journals)
