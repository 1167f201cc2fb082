"""The Today page: its prompt, its check-in card, its strip, and that all of it works by keyboard alone."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date, timedelta
from typing import Protocol

import pytest
from PySide6.QtCore import QDate, QEvent, QLocale, QPoint, Qt, QTime
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel, QWidget
from pytestqt.qtbot import QtBot

from tests.fakes.clock import FakeClock
from trustjournal.domain.change import Changed
from trustjournal.domain.guide import Guide
from trustjournal.domain.mood import Mood
from trustjournal.domain.person import Role
from trustjournal.domain.place import Place
from trustjournal.domain.prompt import Intensity, Outcome, ServedPrompt, Topic
from trustjournal.domain.trust import Basis
from trustjournal.services.journal import Journal
from trustjournal.ui.kit.axis_pad import AxisPad
from trustjournal.ui.kit.chart.strip_chart import StripChart
from trustjournal.ui.kit.rating_slider import RatingSlider
from trustjournal.ui.kit.tasks import InlineTasks
from trustjournal.ui.kit.theme import Theme
from trustjournal.ui.pages.today import build_today_page
from trustjournal.ui.pages.today.page import TodayPage
from trustjournal.ui.parts.page import ToastMessage
from trustjournal.ui.parts.person_rating import PersonRating

WELCOME = "Welcome. A minute is enough; a page is fine too."

TODAY = Place("today")


class Build(Protocol):
    """Makes the page, and goes there."""

    def __call__(self, place: Place = ...) -> TodayPage: ...


@pytest.fixture
def build(journal: Journal, guide: Guide, clock: FakeClock, theme: Theme, qtbot: QtBot) -> Build:
    """Makes the page, shows it and goes there."""

    def made(place: Place = TODAY) -> TodayPage:
        page = build_today_page(
            prompting=journal.prompting,
            people=journal.people,
            checking_in=journal.checking_in,
            looking_back=journal.looking_back,
            memories=journal.memories,
            guide=guide,
            clock=clock,
            tasks=InlineTasks(),
            theme=theme,
        )
        qtbot.addWidget(page)
        page.resize(1068, 820)
        page.show()
        page.visit(place)
        return page

    return made


def _button(page: QWidget, name: str) -> QAbstractButton:
    found = [
        button
        for button in page.findChildren(QAbstractButton)
        if name in (button.text(), button.accessibleName()) and button.isVisible()
    ]
    assert len(found) == 1, f"{name}: {len(found)}"
    return found[0]


def _is_there(page: QWidget, name: str) -> bool:
    return any(button.text() == name and button.isVisible() for button in page.findChildren(QAbstractButton))


def _words(page: QWidget) -> str:
    return "\n".join(label.accessibleName() or label.text() for label in page.findChildren(QLabel) if label.isVisible())


def _long(day: date) -> str:
    return QLocale().toString(QDate(day.year, day.month, day.day), QLocale.FormatType.LongFormat)


def _places(page: TodayPage) -> list[Place]:
    places: list[Place] = []
    page.go_requested.connect(places.append)
    return places


def _served(journal: Journal) -> ServedPrompt:
    served = journal.prompting.todays()
    assert served is not None
    return served


def _allow(journal: Journal, ceiling: Intensity) -> None:
    journal.choices.change(replace(journal.choices.settings(), ceiling=ceiling, past_pain_prompts=True))


def test_the_day_is_written_out_and_no_gap_is_mentioned(build: Build, clock: FakeClock) -> None:
    page = build()
    day = clock.today

    assert _long(day) in _words(page)
    before = _words(page)
    clock.set(day + timedelta(days=30))
    page.visit(Place("today"))

    after = _words(page)
    assert _long(clock.today) in after
    assert after.count(WELCOME) == before.count(WELCOME) == 1
    assert "days" not in after.replace("Last 60 days", "")


def test_the_prompt_is_shown_with_its_part_and_intensity(build: Build, journal: Journal, guide: Guide) -> None:
    page = build()
    served = _served(journal)
    part = guide.part_of_unit(served.unit)

    assert part is not None
    assert served.wording in _words(page)
    assert part.title in " ".join(button.text() for button in page.findChildren(QAbstractButton))
    assert "Light" in _words(page)


def test_writing_about_it_starts_an_entry_with_the_prompt_that_was_served(build: Build, journal: Journal) -> None:
    page = build()
    places = _places(page)

    _button(page, "Write about this").click()

    assert places == [Place("journal", "new", {"served": str(_served(journal).id)})]


def test_a_new_entry_starts_blank(build: Build) -> None:
    page = build()
    places = _places(page)

    _button(page, "New entry").click()

    assert places == [Place("journal", "new")]


def test_the_part_chip_opens_the_guide_there(build: Build, journal: Journal, guide: Guide) -> None:
    page = build()
    places = _places(page)
    served = _served(journal)
    part = guide.part_of_unit(served.unit)
    assert part is not None

    chip = next(button for button in page.findChildren(QAbstractButton) if part.title in button.text())
    chip.click()

    assert places == [Place("guide", served.unit)]


def test_another_shows_another_and_says_when_five_were_looked_at(build: Build, journal: Journal, qtbot: QtBot) -> None:
    page = build()
    page.activateWindow()
    qtbot.waitUntil(page.isActiveWindow)
    seen = {_served(journal).prompt_id}

    for _ in range(5):
        _button(page, "Another").click()
        seen.add(_served(journal).prompt_id)
    assert len(seen) == 6

    _button(page, "Another").setFocus()
    _button(page, "Another").click()
    assert _served(journal).wording in _words(page)
    assert "You have looked at 5 others today." in _words(page)
    assert "is left" not in _words(page)
    assert _button(page, "Another").hasFocus()


def test_another_says_when_there_is_none_left(build: Build, journal: Journal, monkeypatch: pytest.MonkeyPatch) -> None:
    page = build()
    monkeypatch.setattr(type(journal.prompting), "another", lambda _: None)

    _button(page, "Another").click()

    assert "No other prompt is left for today." in _words(page)
    assert _served(journal).wording in _words(page)


def test_lighter_is_offered_only_where_something_lighter_can_be(build: Build, journal: Journal) -> None:
    page = build()

    assert _served(journal).intensity is Intensity.LIGHT
    assert not _is_there(page, "Lighter")


def test_lighter_brings_a_lighter_prompt(build: Build, journal: Journal, clock: FakeClock) -> None:
    _allow(journal, Intensity.MEDIUM)
    while _served(journal).intensity is not Intensity.MEDIUM:
        clock.move_on(days=1)
    page = build()

    _button(page, "Lighter").click()

    assert _served(journal).intensity is Intensity.LIGHT
    assert _served(journal).wording in _words(page)


def test_it_says_how_long_a_prompt_takes(build: Build, journal: Journal, guide: Guide) -> None:
    page = build()
    minutes = next(prompt.minutes for prompt in guide.prompts if prompt.id == _served(journal).prompt_id)

    assert f"about {minutes} minute" in _words(page)


def test_not_today_lets_the_prompt_rest_and_offers_a_blank_page(build: Build, journal: Journal, qtbot: QtBot) -> None:
    page = build()
    page.activateWindow()
    qtbot.waitUntil(page.isActiveWindow)
    places = _places(page)
    toasts: list[ToastMessage] = []
    page.toast_requested.connect(toasts.append)
    wording = _served(journal).wording
    _button(page, "Not today").setFocus()

    _button(page, "Not today").click()

    assert journal.prompting.todays() is None
    assert wording not in _words(page)
    assert not _is_there(page, "Another")
    assert _button(page, "Write freely").hasFocus()
    _button(page, "Write freely").click()
    assert places == [Place("journal", "new")]
    assert (toasts[0].text, toasts[0].action_text) == ("That prompt rests for a month or longer.", "Undo")

    assert toasts[0].on_action is not None
    toasts[0].on_action()
    assert wording in _words(page)
    assert _is_there(page, "Another")


def test_not_this_topic_names_what_is_off_and_can_be_undone(
    build: Build, journal: Journal, guide: Guide, clock: FakeClock
) -> None:
    topics = {prompt.id: prompt.topics for prompt in guide.prompts}
    while topics[_served(journal).prompt_id] != {Topic.CHILDHOOD}:
        clock.move_on(days=1)
    page = build()
    before = _served(journal)
    toasts: list[ToastMessage] = []
    page.toast_requested.connect(toasts.append)

    _button(page, "Not this topic").click()

    assert "childhood" in toasts[0].text
    assert journal.choices.settings().topics_off == {Topic.CHILDHOOD}
    assert before.wording not in _words(page)
    assert _served(journal).wording in _words(page)

    assert toasts[0].action_text == "Undo"
    assert toasts[0].on_action is not None
    toasts[0].on_action()
    assert journal.choices.settings().topics_off == frozenset()
    assert before.wording in _words(page)


def test_not_for_me_hides_this_prompt_alone_and_can_be_undone(build: Build, journal: Journal) -> None:
    page = build()
    before = _served(journal)
    toasts: list[ToastMessage] = []
    page.toast_requested.connect(toasts.append)

    _button(page, "Not for me").click()

    assert toasts[0].text == "That prompt will not come up again."
    assert journal.choices.settings().topics_off == frozenset()
    assert [one.prompt_id for one in journal.prompt_overview.overview().hidden] == [before.prompt_id]
    assert before.wording not in _words(page)

    assert toasts[0].on_action is not None
    toasts[0].on_action()
    assert journal.prompt_overview.overview().hidden == ()
    assert before.wording in _words(page)


def test_only_a_prompt_with_topics_offers_to_switch_them_off(
    build: Build, journal: Journal, guide: Guide, clock: FakeClock
) -> None:
    topics = {prompt.id: prompt.topics for prompt in guide.prompts}
    offered = set()
    for _ in range(20):
        page = build()
        offered.add((bool(topics[_served(journal).prompt_id]), _is_there(page, "Not this topic")))
        clock.move_on(days=1)
    assert offered == {(True, True), (False, False)}


def test_without_a_prompt_there_is_a_sentence_and_a_blank_page(
    build: Build, journal: Journal, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(type(journal.prompting), "todays", lambda _: None)
    page = build()
    places = _places(page)

    assert "blank page" in _words(page)
    assert not _is_there(page, "Another")
    _button(page, "Write freely").click()

    assert places == [Place("journal", "new")]


def test_a_deep_prompt_waits_behind_its_note(
    build: Build, journal: Journal, guide: Guide, clock: FakeClock, monkeypatch: pytest.MonkeyPatch
) -> None:
    deep = next(prompt for prompt in guide.prompts if prompt.content_note)
    served = replace(
        _served(journal),
        prompt_id=deep.id,
        unit=deep.unit,
        intensity=deep.intensity,
        wording=deep.text,
        outcome=Outcome.SHOWN,
    )
    monkeypatch.setattr(type(journal.prompting), "todays", lambda _: served)
    page = build()

    assert deep.text not in _words(page)
    assert str(deep.content_note) in _words(page)
    assert not _is_there(page, "Write about this")

    _button(page, "Show it").click()
    assert deep.text in _words(page)
    assert _is_there(page, "Write about this")


def _write_entries(journal: Journal, number: int) -> None:
    for _ in range(number):
        journal.writing.save(replace(journal.writing.blank(), text="A few words."))


def test_whether_prompts_may_go_deeper_is_asked_only_from_the_fifth_entry_on(build: Build, journal: Journal) -> None:
    _write_entries(journal, 4)
    page = build()
    assert "a little deeper" not in _words(page)

    _write_entries(journal, 1)
    page.visit(TODAY)

    assert "a little deeper" in _words(page)


@pytest.mark.parametrize(
    ("answer", "ceiling", "said"),
    [
        ("Go a little deeper", Intensity.MEDIUM, "From tomorrow on, a prompt may go a little deeper."),
        ("Keep them light", Intensity.LIGHT, "Prompts stay light."),
    ],
)
def test_the_answer_is_kept_and_it_is_not_asked_again(
    build: Build, journal: Journal, qtbot: QtBot, answer: str, ceiling: Intensity, said: str
) -> None:
    _write_entries(journal, 5)
    page = build()
    page.activateWindow()
    qtbot.waitUntil(page.isActiveWindow)
    toasts: list[ToastMessage] = []
    page.toast_requested.connect(toasts.append)
    prompt = _served(journal)

    button = _button(page, answer)
    button.setFocus()
    button.click()

    assert toasts[0].text.startswith(said)
    assert "Settings" in toasts[0].text
    assert journal.choices.settings().ceiling is ceiling
    assert not _is_there(page, answer)
    assert prompt.wording in _words(page)
    assert page.focusWidget() is page.first_focus()
    page.visit(TODAY)
    assert "a little deeper" not in _words(page)


def test_nothing_is_due_so_nothing_says_due(build: Build) -> None:
    assert "due" not in _words(build()).casefold()


def test_without_people_the_card_offers_the_first_person(build: Build) -> None:
    page = build()
    places = _places(page)

    _button(page, "Add the first person").click()

    assert places == [Place("people", "new")]


def test_the_writer_can_be_rated_from_an_empty_journal(build: Build, journal: Journal) -> None:
    page = build()

    _button(page, "Add myself").click()

    assert [person.role for person in journal.people.people()] == [Role.MYSELF]
    assert page.findChildren(PersonRating)
    assert not _is_there(page, "Add myself")


def test_more_than_five_people_are_shown_on_request(build: Build, journal: Journal) -> None:
    for number in range(7):
        journal.people.add(f"Friend {number}", Role.FRIEND)
    page = build()
    ratings = page.findChildren(PersonRating)

    assert sum(rating.isVisible() for rating in ratings) == 5
    page._check_in_card._more.click()
    assert sum(rating.isVisible() for rating in ratings) == 7


def test_a_check_in_is_saved_noted_and_undone(build: Build, journal: Journal, clock: FakeClock) -> None:
    alex = journal.people.add("Alex", Role.PARTNER)
    page = build()
    save = _button(page, "Save check-in")
    assert not save.isEnabled()

    page.findChildren(RatingSlider)[0].set_value(7)
    assert save.isEnabled()
    save.click()

    assert f"Noted at {QLocale().toString(QTime(9, 30), QLocale.FormatType.ShortFormat)}" in _words(page)
    assert [rating.person for rating in journal.checking_in.ratings_on(clock.today)] == [alex.id]

    _button(page, "Undo this check-in").click()
    assert journal.checking_in.ratings_on(clock.today) == ()
    assert page.findChildren(RatingSlider)[0].value() == 7


def test_an_unsaved_check_in_is_still_there_after_a_lock(build: Build, journal: Journal) -> None:
    journal.people.add("Alex", Role.PARTNER)
    journal.people.add("Sam", Role.FRIEND)
    page = build()
    page._check_in.set_mood(Mood(2, -1))
    _button(page, "calm").click()
    first, second = page.findChildren(PersonRating)
    first.findChildren(RatingSlider)[0].set_value(7)
    _button(second, "Not sure about Sam").click()
    journal.choices.remember_places([page.place()])
    (returned_to,) = journal.choices.last_places()
    assert returned_to is not None

    unlocked = build(returned_to)

    first, second = unlocked.findChildren(PersonRating)
    assert (first.value(), second.is_not_sure()) == (7, True)
    assert unlocked.findChildren(AxisPad)[0].value() == (2, -1)
    assert unlocked.place() == page.place()
    _button(unlocked, "Save check-in").click()
    assert unlocked.place() == Place("today")


def test_a_visit_without_anything_given_has_nothing_to_remember(build: Build) -> None:
    assert build().place() == Place("today")


def test_the_strip_appears_with_the_first_mood_and_says_how_many(
    build: Build, journal: Journal, clock: FakeClock
) -> None:
    page = build()
    chart = page.findChild(StripChart)
    assert isinstance(chart, StripChart)
    assert not chart.isVisible()

    journal.checking_in.save(Mood(1, 1), (), {})
    alex = journal.people.add("Alex", Role.PARTNER)
    journal.checking_in.save(None, (), {alex.id: (6, Basis.SAW)})
    page.visit(Place("today"))

    assert chart.isVisible()
    assert [lane.title for lane in chart.data.lanes] == ["Mood", "Trust"]
    assert "1 mood" in chart.value_text()
    places = _places(page)
    _button(page, "Open timeline").click()
    assert places == [Place("timeline")]


def test_a_narrow_window_puts_the_cards_under_each_other(build: Build, theme: Theme) -> None:
    page = build()
    check_in, strip = page._check_in_card, page._strip_card
    assert strip.mapTo(page, strip.rect().topLeft()).x() > check_in.mapTo(page, check_in.rect().topRight()).x()

    page.resize(640, 820)
    QApplication.processEvents()

    assert strip.mapTo(page, strip.rect().topLeft()).y() > check_in.mapTo(page, check_in.rect().bottomLeft()).y()


def test_large_text_puts_the_cards_under_each_other(build: Build, theme: Theme) -> None:
    page = build()
    try:
        theme.set_text_percent(200)
        QApplication.processEvents()
        check_in, strip = page._check_in_card, page._strip_card
        assert strip.mapTo(page, strip.rect().topLeft()).y() > check_in.mapTo(page, check_in.rect().bottomLeft()).y()
    finally:
        theme.set_text_percent(100)


def _with_four_people(journal: Journal) -> None:
    for name, role in (("Alex", Role.PARTNER), ("Sam", Role.WORK), ("Mina", Role.FRIEND), ("Myself", Role.MYSELF)):
        journal.people.add(name, role)


def test_with_four_people_the_page_fits_beside_the_navigation_without_scrolling_also_once_answered(
    build: Build, journal: Journal
) -> None:
    _with_four_people(journal)
    page = build()
    bar = page._column.verticalScrollBar()
    assert bar.maximum() == 0

    for slider in page.findChildren(RatingSlider):
        slider.set_value(6)
    for word in ("torn", "unsure", "guarded"):
        _button(page, word).click()
    QApplication.processEvents()

    assert bar.maximum() == 0


def test_pad_and_words_begin_at_the_same_edge(build: Build) -> None:
    page = build()
    chip = next(button for button in page.findChildren(QAbstractButton) if button.text() == "guarded")
    toggle = _button(page, "Use lists instead")

    edges = {widget.mapTo(page, QPoint(0, 0)).x() for widget in (page.findChildren(AxisPad)[0], chip, toggle)}

    assert len(edges) == 1


def test_tab_goes_from_the_mood_over_the_people_to_save(build: Build, journal: Journal, qtbot: QtBot) -> None:
    _with_four_people(journal)
    page = build()
    page.activateWindow()
    qtbot.waitUntil(page.isActiveWindow)
    page._check_in_card._pad.first_focus().setFocus()
    page._check_in.set_mood(Mood(3, 3))
    passed: list[str] = []
    for _ in range(60):
        here = QApplication.focusWidget()
        assert here is not None
        passed.append(here.accessibleName() or (here.text() if isinstance(here, QAbstractButton) else ""))
        QTest.keyClick(here, Qt.Key.Key_Tab)

    people = [name for name in dict.fromkeys(passed) if "rely on" in name or "Not sure about" in name]
    assert len(people) == 8
    steps = ("hopeful", "+ word", *people, "Clear this check-in", "Save check-in", "New entry", "Another")
    assert [passed.index(step) for step in steps] == sorted(passed.index(step) for step in steps)
    once_round = passed[: passed.index(passed[0], 1)]
    assert len(set(once_round)) == len(once_round)


def test_every_control_has_a_name(build: Build, journal: Journal) -> None:
    journal.people.add("Alex", Role.PARTNER)
    page = build()

    for widget in page.findChildren(QWidget):
        if widget.isVisible() and widget.focusPolicy() & Qt.FocusPolicy.TabFocus and widget.focusProxy() is None:
            text = widget.text() if isinstance(widget, QAbstractButton) else ""
            assert widget.accessibleName() or text, widget


def _tab_to(wanted: Callable[[QWidget], bool]) -> QWidget:
    for _ in range(60):
        here = QApplication.focusWidget()
        assert here is not None
        if wanted(here):
            return here
        QTest.keyClick(here, Qt.Key.Key_Tab)
    raise AssertionError("Tab never came there")


def test_a_check_in_can_be_made_by_keyboard_alone(
    build: Build, journal: Journal, clock: FakeClock, qtbot: QtBot
) -> None:
    journal.people.add("Alex", Role.PARTNER)
    page = build()
    page.activateWindow()
    page.first_focus().setFocus()
    qtbot.waitUntil(lambda: QApplication.focusWidget() is not None)

    pad = _tab_to(lambda widget: isinstance(widget, AxisPad))
    QTest.keyClick(pad, Qt.Key.Key_Right)
    QTest.keyClick(pad, Qt.Key.Key_Down)
    word = _tab_to(lambda widget: isinstance(widget, QAbstractButton) and widget.text() == "calm")
    QTest.keyClick(word, Qt.Key.Key_Space)
    slider = _tab_to(lambda widget: isinstance(widget, RatingSlider))
    QTest.keyClick(slider, Qt.Key.Key_8)
    save = _tab_to(lambda widget: isinstance(widget, QAbstractButton) and widget.text() == "Save check-in")
    QTest.keyClick(save, Qt.Key.Key_Space)

    [[dot]] = journal.looking_back.recent(today=clock.today).moods
    assert (dot.pleasantness, dot.energy) == (1, -1)
    assert [rating.value for rating in journal.checking_in.ratings_on(clock.today)] == [8]
    undo = QApplication.focusWidget()
    assert undo is not None
    assert undo.accessibleName() == "Undo this check-in"


def test_what_changed_elsewhere_is_read_on_the_next_visit_only(build: Build, journal: Journal) -> None:
    page = build()
    page.hide()
    journal.people.add("Alex", Role.PARTNER)

    page.refresh(Changed.PEOPLE)
    assert not page.findChildren(PersonRating)
    page.show()
    page.visit(Place("today"))

    assert len(page.findChildren(PersonRating)) == 1


def test_a_gone_chip_is_not_on_show_while_it_waits_to_be_deleted(build: Build, journal: Journal) -> None:
    page = build()
    page._check_in.set_mood(Mood(3, 3))
    page._check_in.set_mood(Mood(-3, -3))
    shown = [chip for chip in page._check_in_card._words.findChildren(QWidget, "chip_face") if chip.isVisible()]

    assert len(shown) == 6 + 2
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
