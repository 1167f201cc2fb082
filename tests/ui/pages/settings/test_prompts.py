"""What a day's prompt may be about is told in plain words and changed at once; what is set aside can be taken back."""

from __future__ import annotations

from datetime import timedelta

import pytest
from PySide6.QtCore import QDate, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tests.fakes.clock import FakeClock
from tests.ui.pages.settings.conftest import Scene
from trustjournal.domain.change import Changed
from trustjournal.domain.prompt import Intensity, Prompt, Topic
from trustjournal.domain.settings import JournalSettings
from trustjournal.errors import StorageReadOnlyError
from trustjournal.services.journal import Journal
from trustjournal.ui.kit.as_qdate import as_qdate
from trustjournal.ui.pages.settings.prompts.lists_card import PromptListsCard
from trustjournal.ui.pages.settings.prompts.set_aside_list import SetAsideList
from trustjournal.ui.parts.page import ToastMessage
from trustjournal.ui.parts.refusal import Refusal
from trustjournal.ui.parts.when import day_words


@pytest.fixture
def toasts(scene: Scene) -> list[ToastMessage]:
    """What the page asked the window to show for a while."""
    told: list[ToastMessage] = []
    scene.page.toast_requested.connect(told.append)
    return told


def undo(toasts: list[ToastMessage]) -> None:
    """Do what the last one offers."""
    assert toasts[-1].action_text == "Undo"
    assert toasts[-1].on_action is not None
    toasts[-1].on_action()


def lists(scene: Scene) -> PromptListsCard:
    """The card with what was set aside, as it is kept now."""
    scene.page.refresh(Changed.PROMPTS)
    return scene.page.prompt_lists


def words(rows: SetAsideList) -> list[str]:
    """The words of a list."""
    return [row.words.text() for row in rows.rows]


def first(journal: Journal, intensity: Intensity = Intensity.LIGHT) -> Prompt:
    """The first prompt of the guide that goes so deep."""
    return next(p for p in journal.guide.prompts if p.intensity is intensity and not p.needs_person)


def hide_todays(journal: Journal) -> str:
    """Say of today's prompt that it is not for me; returns its words."""
    shown = journal.prompting.todays()
    assert shown is not None
    journal.prompting.not_for_me()
    return shown.wording


def test_one_sentence_says_what_can_come_up(scene: Scene, journal: Journal) -> None:
    overview = journal.prompt_overview.overview()
    assert (
        scene.page.prompts.summary.text()
        == f"{overview.prompts} prompts from {overview.parts} parts can come up as a day’s prompt."
    )
    scene.choices.change(JournalSettings(parts_off=frozenset(part.id for part in journal.guide.parts[1:])))
    scene.page.refresh(Changed.SETTINGS)
    assert scene.page.prompts.summary.text().endswith(" from 1 part can come up as a day’s prompt.")
    scene.choices.change(JournalSettings(parts_off=frozenset(part.id for part in journal.guide.parts)))
    scene.page.refresh(Changed.SETTINGS)
    assert scene.page.prompts.summary.text() == "No prompt can come up now. A day begins with a blank page."


def test_with_deep_chosen_the_sentence_says_where_the_deep_ones_are(scene: Scene) -> None:
    scene.page.prompts.ceiling.set_value(Intensity.MEDIUM.name)
    scene.page.refresh(Changed.SETTINGS)
    medium = scene.page.prompts.summary.text()
    assert medium.endswith(" can come up as a day’s prompt.")
    scene.page.prompts.ceiling.set_value(Intensity.DEEP.name)
    scene.page.refresh(Changed.SETTINGS)
    assert scene.page.prompts.summary.text() == f"{medium} Deep ones are shown on the guide’s pages only."


def test_the_last_day_of_it_is_written_in_words(scene: Scene, clock: FakeClock) -> None:
    scene.page.prompts.acute.tick.box.click()
    until = clock.today + timedelta(weeks=4)
    assert scene.page.prompts.acute.until.text() in day_words(until)
    assert f"{until:%B}" in scene.page.prompts.acute.until.text()


def test_a_part_is_switched_off_and_on(scene: Scene, journal: Journal) -> None:
    part = journal.guide.parts[0].id
    tick = scene.page.prompts.parts.ticks[part]
    assert tick.is_checked()
    QTest.keyClick(tick.box, Qt.Key.Key_Space)
    assert scene.choices.settings().parts_off == {part}
    QTest.keyClick(tick.box, Qt.Key.Key_Space)
    assert scene.choices.settings().parts_off == frozenset()


def test_after_something_happened_prompts_are_light_for_four_weeks_and_the_day_can_be_changed(
    scene: Scene, clock: FakeClock
) -> None:
    acute = scene.page.prompts.acute
    assert not acute.tick.is_checked()
    assert not acute.until.isVisible()
    acute.tick.box.click()
    until = clock.today + timedelta(weeks=4)
    assert scene.choices.settings().acute_until == until
    assert acute.until.isVisible()
    assert acute.until.date() == as_qdate(until)
    acute.until.setDate(acute.until.date().addDays(7))
    assert scene.choices.settings().acute_until == until + timedelta(days=7)


def test_saying_that_it_is_over_can_be_undone_with_its_day(
    scene: Scene, clock: FakeClock, toasts: list[ToastMessage]
) -> None:
    until = clock.today + timedelta(days=9)
    scene.choices.change(JournalSettings(acute_until=until))
    scene.page.refresh(Changed.SETTINGS)
    scene.page.prompts.acute.tick.box.click()
    assert scene.choices.settings().acute_until is None
    undo(toasts)
    assert scene.choices.settings().acute_until == until
    assert scene.page.prompts.acute.tick.is_checked()


def test_after_its_last_day_it_is_off_and_shows_no_old_day(scene: Scene, clock: FakeClock) -> None:
    scene.choices.change(JournalSettings(acute_until=clock.today - timedelta(days=1)))
    scene.page.refresh(Changed.SETTINGS)
    assert not scene.page.prompts.acute.tick.is_checked()
    assert not scene.page.prompts.acute.until.isVisible()
    assert scene.choices.settings().acute_until is not None  # looking at it changed nothing


def test_a_day_that_is_over_cannot_be_chosen(scene: Scene, clock: FakeClock) -> None:
    scene.page.prompts.acute.tick.box.click()
    scene.page.prompts.acute.until.setDate(QDate(2001, 1, 1))
    assert scene.choices.settings().acute_until == clock.today


def test_a_prompt_that_was_not_for_me_is_brought_back_and_the_undo_hides_it_again(
    scene: Scene, journal: Journal, toasts: list[ToastMessage]
) -> None:
    wording = hide_todays(journal)
    card = lists(scene)
    assert words(card.hidden) == [wording]
    assert card.hidden.rows[0].button.accessibleName() == f"Bring back: {wording}"
    card.hidden.rows[0].button.click()
    assert words(card.hidden) == []
    assert card.hidden.none.isVisibleTo(card)
    assert journal.prompt_overview.overview().hidden == ()
    undo(toasts)
    assert words(card.hidden) == [wording]


def test_a_resting_prompt_says_until_when_and_can_be_asked_for(
    scene: Scene, journal: Journal, clock: FakeClock, toasts: list[ToastMessage]
) -> None:
    shown = journal.prompting.todays()
    assert shown is not None
    journal.prompting.skip()
    card = lists(scene)
    assert words(card.resting) == [shown.wording]
    assert card.resting.rows[0].note.text() == f"Back from {day_words(clock.today + timedelta(days=30))}"
    card.resting.rows[0].button.click()
    assert words(card.resting) == []
    assert words(card.planned) == [shown.wording]
    (planned,) = journal.asking_again.all_planned()
    assert (planned.prompt_id, planned.due) == (shown.prompt_id, clock.today + timedelta(days=1))
    undo(toasts)
    assert words(card.resting) == [shown.wording]
    assert words(card.planned) == []


def test_a_plan_tells_its_day_and_can_be_cancelled(
    scene: Scene, journal: Journal, clock: FakeClock, toasts: list[ToastMessage]
) -> None:
    prompt = first(journal)
    due = journal.asking_again.ask(prompt.id, prompt.text, prompt.unit, 30)
    card = lists(scene)
    assert words(card.planned) == [prompt.text]
    assert card.planned.rows[0].note.text() == f"From {day_words(due)}"
    card.planned.rows[0].button.click()
    assert journal.asking_again.all_planned() == ()
    undo(toasts)
    assert [(one.prompt_id, one.due) for one in journal.asking_again.all_planned()] == [(prompt.id, due)]
    clock.move_on(days=31)
    assert "as soon as" in lists(scene).planned.rows[0].note.text()


def test_the_words_of_a_deep_prompt_are_not_read_in_passing(scene: Scene, journal: Journal) -> None:
    deep = first(journal, Intensity.DEEP)
    journal.asking_again.ask(deep.id, deep.text, deep.unit, 30)
    journal.asking_again.ask("gone.one", "Words of an older guide", "gone", 90)
    told = words(lists(scene).planned)
    assert told[0].startswith("A deep prompt of ")
    assert told[1] == "A deep prompt"
    assert deep.text not in scene.page.prompt_lists.planned.rows[0].button.accessibleName()


def test_the_keyboard_goes_on_to_the_next_row(scene: Scene, journal: Journal, qtbot: QtBot) -> None:
    for _ in range(3):
        hide_todays(journal)
    card = lists(scene)
    scene.page.activateWindow()
    before = words(card.hidden)
    card.hidden.rows[1].button.setFocus()
    qtbot.waitUntil(lambda: QApplication.focusWidget() is card.hidden.rows[1].button)
    QTest.keyClick(card.hidden.rows[1].button, Qt.Key.Key_Space)
    assert words(card.hidden) == [before[0], before[2]]
    assert QApplication.focusWidget() is card.hidden.rows[1].button


def test_after_the_last_row_the_keyboard_stays_where_it_was(scene: Scene, journal: Journal, qtbot: QtBot) -> None:
    hide_todays(journal)
    card = lists(scene)
    scene.page.activateWindow()
    card.hidden.rows[0].button.setFocus()
    qtbot.waitUntil(lambda: QApplication.focusWidget() is card.hidden.rows[0].button)
    QTest.keyClick(card.hidden.rows[0].button, Qt.Key.Key_Space)
    assert QApplication.focusWidget() is card.hidden.none
    assert card.hidden.none.isVisible()


def test_a_change_that_cannot_be_kept_is_told_and_nothing_is_gone(
    scene: Scene, journal: Journal, monkeypatch: pytest.MonkeyPatch
) -> None:
    wording = hide_todays(journal)
    card = lists(scene)

    def refuse(_: str) -> None:
        raise StorageReadOnlyError

    monkeypatch.setattr(journal.prompt_overview, "bring_back", refuse)
    card.hidden.rows[0].button.click()
    refusal = scene.page.findChild(Refusal)
    assert refusal is not None
    assert "cannot be written" in refusal.title
    assert words(card.hidden) == [wording]


def test_a_topic_that_is_off_leaves_fewer_prompts(scene: Scene, journal: Journal) -> None:
    before = scene.page.prompts.summary.text()
    scene.choices.change(JournalSettings(topics_off=frozenset({Topic.CHILDHOOD})))
    scene.page.refresh(Changed.SETTINGS)
    assert scene.page.prompts.summary.text() != before
