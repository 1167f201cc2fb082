"""The prompts of a part: what a person switched off is not there, deep ones wait, and answers are remembered."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel

from tests.fakes.clock import FakeClock
from tests.ui.pages.guide.conftest import Build, allow_past_pain, buttons, labels, places, settle, write_from
from trustjournal.domain.change import Changed
from trustjournal.domain.guide import Guide
from trustjournal.domain.place import Place
from trustjournal.domain.prompt import Intensity, Topic
from trustjournal.services.guide_prompts import PromptsNow
from trustjournal.services.journal import Journal
from trustjournal.ui.pages.guide.page import GuidePage
from trustjournal.ui.pages.guide.prompts.arranging import Wishes, prompts_of, swap
from trustjournal.ui.pages.guide.prompts.row import PromptRowView

DEEP = "A deep question about boats?"


def _row(page: GuidePage, prompt_id: str) -> PromptRowView:
    (row,) = (row for row in page._reading.units[0].write.rows() if row.prompt.id == prompt_id)
    return row


def _everything_said(page: GuidePage) -> str:
    """Also what is hidden, and what only a screen reader says."""
    words = [label.text() for label in page.findChildren(QLabel)]
    for button in page.findChildren(QAbstractButton):
        words += [button.text(), button.accessibleName(), button.accessibleDescription(), button.toolTip()]
    return "\n".join(words)


def test_prompts_about_past_pain_are_not_on_the_page_until_that_is_chosen(build: Build, journal: Journal) -> None:
    page = build()
    assert DEEP not in _everything_said(page)
    assert "Goes deep." not in _everything_said(page)
    assert "2 prompts that touch old hurt are left out until you choose to see them." in labels(page)
    assert "your choices" not in labels(page)

    allow_past_pain(journal)
    page.refresh(Changed.SETTINGS)
    settle()

    assert "Goes deep." in labels(page)
    assert "left out" not in labels(page)


def test_while_something_is_fresh_nobody_is_asked_to_choose_what_touches_old_hurt(
    build: Build, journal: Journal
) -> None:
    allow_past_pain(journal)
    journal.guide_prompts.set_acute(acute=True)
    page = build()
    assert "2 prompts that touch old hurt are left out for now." in labels(page)
    assert "until you choose" not in labels(page)


def test_a_topic_that_is_switched_off_is_left_out_and_leads_to_the_settings(build: Build, journal: Journal) -> None:
    journal.choices.change(replace(journal.choices.settings(), topics_off=frozenset({Topic.CHILDHOOD})))
    page = build()
    wanted = places(page)

    assert "A light question 2 about boats?" not in _everything_said(page)
    assert "1 prompt of this part is left out by your choices." in labels(page)
    assert "2 prompts that touch old hurt are left out until you choose to see them." in labels(page)
    buttons(page, "Change this in Settings")[0].click()

    assert wanted == [Place("settings", None, {"card": "prompts", "below": 0})]


def test_a_prompt_that_is_not_for_somebody_is_left_out_too(build: Build, journal: Journal) -> None:
    prompt = journal.guide.prompt("boats.light-0")
    assert prompt is not None
    journal.guide_prompts._prompts.hide(prompt.id)

    page = build()

    assert prompt.text not in _everything_said(page)


def test_the_words_of_a_folded_prompt_are_nowhere_on_the_page(build: Build, journal: Journal) -> None:
    allow_past_pain(journal)
    page = build()
    assert DEEP not in _everything_said(page)

    _row(page, "boats.deep-0").open_button.click()

    assert DEEP in _everything_said(page)


def test_swapping_a_deep_prompt_brings_a_lighter_one_that_is_nowhere_else_on_the_page(
    build: Build, journal: Journal
) -> None:
    allow_past_pain(journal)
    page = build()
    row = _row(page, "boats.deep-0")
    row.swap_button.setFocus()

    row.swap_button.click()

    assert row.prompt.id == "boats.medium-3"
    assert row.words.text() == "A question 3 about boats?"
    assert "Medium" in labels(page)
    assert QApplication.focusWidget() is row.swap_button
    for _ in range(4):  # the light ones that are not shown, and round to the first
        row.swap_button.click()
    assert row.prompt.id == "boats.deep-0"
    assert not row.words.text()


def test_a_swap_moves_no_button(build: Build, journal: Journal) -> None:
    allow_past_pain(journal)
    page = build()
    row = _row(page, "boats.deep-0")
    row.open_button.click()
    settle()
    before = row.swap_button.mapTo(row, row.swap_button.rect().topLeft())

    row.words.setText("a much longer question about boats " * 5)
    settle()

    assert row.words.heightForWidth(row.words.width()) > 2 * row.words.fontMetrics().height()
    assert row.swap_button.mapTo(row, row.swap_button.rect().topLeft()) == before


def test_a_swap_never_brings_what_is_switched_off_or_deeper(guide: Guide, journal: Journal) -> None:
    unit = guide.units.__next__()
    now = PromptsNow(replace(journal.choices.settings(), past_pain_prompts=True, topics_off=frozenset({Topic.DEATH})))
    wishes = Wishes()

    seen = set()
    for _ in range(20):
        wishes = swap(unit, now, wishes, "boats.medium-0")
        (group,) = (g for g in prompts_of(unit, now, wishes, {}).groups if g.intensity is Intensity.MEDIUM)
        seen.add(group.rows[0].prompt.id)

    assert seen == {"boats.medium-3", "boats.light-3", "boats.light-4", "boats.light-5", "boats.medium-0"}


def test_not_today_folds_a_prompt_away_until_tomorrow(build: Build, journal: Journal, clock: FakeClock) -> None:
    allow_past_pain(journal)
    page = build()
    row = _row(page, "boats.deep-0")
    row.open_button.click()
    row.not_today.setFocus()

    row.not_today.click()

    assert DEEP not in _everything_said(page)
    assert "Folded away for today." in labels(page)
    assert QApplication.focusWidget() is row.bring_back
    clock.move_on(days=1)
    again = build()
    assert "Folded away for today." not in labels(again)


def test_what_was_folded_away_can_be_brought_back(build: Build, journal: Journal) -> None:
    allow_past_pain(journal)
    page = build()
    row = _row(page, "boats.deep-0")
    row.not_today.click()

    row.bring_back.click()

    assert "Goes deep." in labels(page)
    assert row.open_button.isVisible()


def test_a_prompt_says_when_it_was_written_about(build: Build, journal: Journal, clock: FakeClock) -> None:
    write_from(journal, "boats.light-0", "Then")
    clock.set(date(2026, 5, 3))
    write_from(journal, "boats.light-0", "Now")

    page = build()

    assert "Written about on 3 May 2026. Once before that." in labels(page)
    assert not _row(page, "boats.light-1").answered.isVisible()


def test_asking_again_is_planned_and_can_be_taken_back(build: Build, journal: Journal) -> None:
    write_from(journal, "boats.light-0", "Then")
    page = build()
    line = _row(page, "boats.light-0").answered
    in_30_days, in_90_days = line.again.menu().actions()
    assert (in_30_days.text(), in_90_days.text()) == ("In 30 days", "In 90 days")

    line.again.setFocus()
    in_90_days.trigger()

    assert QApplication.focusWidget() is line.stop
    assert [(p.prompt_id, p.due) for p in journal.asking_again.all_planned()] == [("boats.light-0", date(2026, 6, 8))]
    assert "It comes up again from 8 Jun 2026." in labels(page)
    line.stop.click()
    assert journal.asking_again.all_planned() == ()
    assert line.again.isVisible()


def test_more_prompts_come_where_tab_goes_next(build: Build) -> None:
    page = build()
    card = page._reading.units[0].write
    card.more_buttons()[0].click()
    settle()

    last = _row(page, "boats.light-5").write
    last.setFocus()

    QTest.keyClick(last, Qt.Key.Key_Tab)

    assert QApplication.focusWidget() is card.more_buttons()[0]


def test_what_happened_lately_is_said_in_its_part(build: Build, journal: Journal, guide: Guide) -> None:
    part = guide.parts[0]
    lately = replace(part, id="lately", units=(replace(part.units[0], id="lately"),))
    page = build(guide=replace(guide, parts=(lately,)))
    (card,) = (view._lately for view in page._reading.units)
    assert card is not None

    card.check.box.click()

    assert journal.choices.settings().acute_until == date(2026, 4, 7)
    assert "7 April 2026" in labels(page)
    card.check.box.click()
    assert journal.choices.settings().acute_until is None


def _something_is_fresh(journal: Journal) -> None:
    allow_past_pain(journal)
    journal.guide_prompts.set_acute(acute=True)


def test_while_something_is_fresh_only_light_prompts_stand_on_the_page(build: Build, journal: Journal) -> None:
    _something_is_fresh(journal)
    page = build()

    assert "A light question 0 about boats?" in labels(page)
    assert "A question 0 about boats?" not in _everything_said(page)
    assert "Goes deep." not in _everything_said(page)
    assert "7 April 2026 only short, light prompts are shown here." in labels(page)
    assert {prompt.intensity for prompt in page._presenter.offered()} == {Intensity.LIGHT}


def test_the_others_come_on_request_until_one_turns_the_page_and_none_about_past_pain(
    build: Build, journal: Journal, guide: Guide
) -> None:
    _something_is_fresh(journal)
    page = build()
    button = page._reading.units[0].write.fresh.others
    button.setFocus()

    button.click()
    settle()

    assert "A question 0 about boats?" in labels(page)
    assert "Goes deep." not in _everything_said(page)
    assert QApplication.focusWidget() is button
    page.visit(Place("guide", guide.parts[1].id))
    page.visit(Place("guide", guide.parts[0].id))
    settle()
    assert "A question 0 about boats?" not in labels(page)


def test_a_swap_brings_nothing_that_waits(guide: Guide, journal: Journal) -> None:
    unit = guide.units.__next__()
    _something_is_fresh(journal)
    now, wishes = journal.guide_prompts.prompts_now((unit.id,)), Wishes()

    for _ in range(20):
        wishes = swap(unit, now, wishes, "boats.light-0")

        (group,) = prompts_of(unit, now, wishes, {}).groups
        assert group.rows[0].prompt.intensity is Intensity.LIGHT


def test_what_waits_is_not_found_either(build: Build, journal: Journal) -> None:
    page = build()
    page.find_words()
    page.find_panel.field.setText("question 0 about")
    found = page.find_panel.hits.count()
    page.find_panel.close_button.click()

    _something_is_fresh(journal)
    page.find_words()
    page.find_panel.field.setText("question 0 about")

    assert 0 < page.find_panel.hits.count() < found
