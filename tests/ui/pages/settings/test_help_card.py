"""Whether help can be reached before unlocking: on by default, off in one switch, and it says what is shown there."""

from __future__ import annotations

from dataclasses import replace

import pytest

from tests.ui.pages.settings.conftest import BuildScene
from trustjournal.domain.place import Place
from trustjournal.domain.settings import OthersMaySee


def test_one_switch_takes_help_off_the_unlock_screen_and_brings_it_back(build_scene: BuildScene) -> None:
    scene = build_scene()
    switch = scene.page.help.before_unlocking
    assert switch.is_checked()
    switch.box.click()
    assert scene.helps_before_unlocking is False
    scene.visit()
    assert not switch.is_checked()
    switch.box.click()
    assert scene.helps_before_unlocking is True


@pytest.mark.parametrize("answer", OthersMaySee)
def test_whoever_may_be_watched_is_told_what_others_see_and_the_switch_stays_as_it_is(
    build_scene: BuildScene, answer: OthersMaySee
) -> None:
    scene = build_scene()
    scene.choices.change(replace(scene.choices.settings(), others_may_see=answer))
    scene.visit()
    card = scene.page.help
    may_be_seen = answer in (OthersMaySee.MAYBE, OthersMaySee.YES)
    assert card.before_unlocking.is_checked()
    assert card.seen.isVisible() is may_be_seen
    assert ("Anyone who opens this program can see" in card.seen.text()) is may_be_seen
    card.before_unlocking.box.click()
    assert not card.seen.isVisible()


def test_it_leads_to_help(build_scene: BuildScene) -> None:
    scene = build_scene()
    wanted: list[Place] = []
    scene.page.go_requested.connect(wanted.append)
    scene.page.help.open.click()
    assert wanted == [Place("help")]
