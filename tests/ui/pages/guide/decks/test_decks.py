"""Own prompts on the guide's page: written, changed, deleted, switched, put into files and taken from them."""

from __future__ import annotations

import json
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QWidget
from pytestqt.qtbot import QtBot

from tests.fakes.clock import FakeClock
from tests.fakes.stepped_tasks import SteppedTasks
from trustjournal.domain.deck import Deck, OwnPrompt
from trustjournal.domain.guide import OWN_UNIT
from trustjournal.domain.ids import DeckId
from trustjournal.domain.place import Place
from trustjournal.domain.prompt import Intensity
from trustjournal.services.journal import Journal
from trustjournal.ui.kit.dialogs import Dialogs
from trustjournal.ui.kit.icons import Icons
from trustjournal.ui.kit.tasks import InlineTasks, Tasks
from trustjournal.ui.kit.theme import Theme
from trustjournal.ui.pages.guide.decks import build_decks_view
from trustjournal.ui.pages.guide.decks.deck_card import DeckCard
from trustjournal.ui.pages.guide.decks.prompt_row import OwnPromptRow
from trustjournal.ui.pages.guide.decks.state import ROWS_AT_ONCE
from trustjournal.ui.pages.guide.decks.view import DecksView
from trustjournal.ui.parts.page import ToastMessage


@dataclass
class Desk:
    """The view over a real journal, and what it asked for."""

    view: DecksView
    journal: Journal
    file: Path
    toasts: list[ToastMessage] = field(default_factory=list)
    over: list[ToastMessage] = field(default_factory=list)
    places: list[Place] = field(default_factory=list)

    def decks(self) -> list[tuple[str, bool, list[str]]]:
        """What the journal keeps."""
        return [(deck.name, deck.is_on, [one.text for one in deck.prompts]) for deck in self.journal.decks.all()]

    def card(self, place: int = 0) -> DeckCard:
        """A deck on the page."""
        deck = self.journal.decks.all()[place].id
        assert deck is not None
        return self.view.cards[deck]

    def row(self, place: int = 0) -> OwnPromptRow:
        """A prompt of the first deck."""
        return list(self.card().rows.values())[place]

    def said(self) -> str:
        """What can be read."""
        settle()
        return "\n".join(label.text() for label in self.view.findChildren(QLabel) if label.isVisible())

    def write(self, text: str) -> None:
        """Type into the form for a prompt."""
        QTest.keyClicks(self.view.forms.prompt_form.words.viewport(), text)

    def undo(self) -> None:
        """Take the last thing back."""
        on_action = self.toasts[-1].on_action
        assert on_action is not None
        on_action()


Make = Callable[[], Desk]


def keep(journal: Journal, name: str, *prompts: OwnPrompt, is_on: bool = True) -> DeckId:
    """A deck in the journal."""
    deck = journal.decks.save(Deck(name, is_on=is_on)).id
    assert deck is not None
    for prompt in prompts:
        journal.decks.save_prompt(prompt, deck)
    return deck


@pytest.fixture
def tasks() -> Tasks:
    return InlineTasks()


@pytest.fixture
def make(journal: Journal, tasks: Tasks, theme: Theme, icons: Icons, qtbot: QtBot, tmp_path: Path) -> Make:
    """Shows the view as it is when somebody comes to it."""

    def made() -> Desk:
        file = tmp_path / "deck.json"

        def choose_files(parent: QWidget, title: str, chosen: Callable[[Sequence[Path]], None]) -> None:
            assert parent.isVisible()
            assert title == "Which file holds the deck?"
            chosen([file])

        def choose_place(parent: QWidget, title: str, name: str, chosen: Callable[[Path], None]) -> None:
            assert parent.isVisible()
            assert title.endswith("Whoever has the file can read it.")
            assert name == "Document.json"
            chosen(file)

        view = build_decks_view(
            decks=journal.decks,
            prompting=journal.prompting,
            prompt_overview=journal.prompt_overview,
            tasks=tasks,
            aside=tasks,
            dialogs=Dialogs(ask_for_files=choose_files, ask_where_to_save=choose_place),
            theme=theme,
            icons=icons,
        )
        qtbot.addWidget(view)
        desk = Desk(view, journal, file)
        view.toast_requested.connect(desk.toasts.append)
        view.toast_over.connect(desk.over.append)
        view.go_requested.connect(desk.places.append)
        view.resize(560, 900)
        view.show()
        view.activateWindow()
        qtbot.waitUntil(view.isActiveWindow)
        view.read()
        return desk

    return made


def settle() -> None:
    for _ in range(5):
        QApplication.processEvents()


# Empty ------------------------------------------------------------------------------------------


def test_without_decks_words_say_what_can_be_here_and_the_first_prompt_makes_a_deck(make: Make) -> None:
    desk = make()
    assert "Your own questions can be here" in desk.said()
    desk.view.empty.action.click()
    desk.write("What helped?")
    desk.view.forms.prompt_form.keep.click()
    assert desk.decks() == [("My prompts", True, ["What helped?"])]
    assert "What helped?" in desk.said()
    assert not desk.view.empty.isVisible()
    assert QApplication.focusWidget() is desk.view.add


# Prompts ----------------------------------------------------------------------------------------


def test_a_prompt_is_written_into_a_deck_and_enter_keeps_it(make: Make, journal: Journal) -> None:
    keep(journal, "One")
    keep(journal, "Other")
    desk = make()
    desk.card().add.click()
    desk.write("Who came?")
    form = desk.view.forms.prompt_form
    form.closeness.set_value("DEEP")
    form.decks.setCurrentIndex(1)
    QTest.keyClick(form.words, Qt.Key.Key_Return)
    assert desk.decks() == [("One", True, []), ("Other", True, ["Who came?"])]
    kept = journal.decks.all()[1].prompts[0]
    assert (kept.intensity, kept.minutes) == (Intensity.DEEP, 8)


def test_a_prompt_needs_words(make: Make, journal: Journal) -> None:
    keep(journal, "One")
    desk = make()
    desk.card().add.click()
    desk.view.forms.prompt_form.keep.click()
    assert "A few words are needed here." in desk.said()
    assert desk.decks() == [("One", True, [])]


def test_what_is_too_long_is_said_and_the_words_stay_in_the_form(make: Make, journal: Journal) -> None:
    keep(journal, "One")
    desk = make()
    desk.card().add.click()
    desk.view.forms.prompt_form.words.set_text("long " * 300)
    desk.view.forms.prompt_form.keep.click()
    assert desk.decks() == [("One", True, [])]
    assert "A prompt may have up to 1000 characters." in desk.said()
    assert desk.view.forms.prompt_form.typed.text.startswith("long long")


def test_changing_one_happens_in_its_place_and_keeps_what_the_form_does_not_show(make: Make, journal: Journal) -> None:
    keep(journal, "One", OwnPrompt("First?"), OwnPrompt("Second?", minutes=33, note="Slow.", needs_person=True))
    desk = make()
    row = desk.row(1)
    row.change_action.trigger()
    assert row.isAncestorOf(desk.view.forms.prompt_form)
    assert not row.write.isVisible()
    desk.write(" Really?")
    desk.view.forms.prompt_form.keep.click()
    changed = journal.decks.all()[0].prompts[1]
    assert (changed.text, changed.minutes, changed.note, changed.needs_person) == ("Second? Really?", 33, "Slow.", True)
    settle()
    assert desk.row(1).write.isVisible()
    assert QApplication.focusWidget() is desk.row(1).more


def test_a_deleted_prompt_is_brought_back(make: Make, journal: Journal) -> None:
    keep(journal, "One", OwnPrompt("First?"), OwnPrompt("Second?"))
    desk = make()
    desk.row().delete_action.trigger()
    assert desk.decks() == [("One", True, ["Second?"])]
    assert "First?" not in desk.said()
    desk.undo()
    assert desk.decks() == [("One", True, ["First?", "Second?"])]
    assert "First?" in desk.said()


def test_writing_about_one_serves_it_as_it_is_worded_now(make: Make, journal: Journal) -> None:
    keep(journal, "One", OwnPrompt("What helped?"))
    desk = make()
    desk.row().write.click()
    (place,) = desk.places
    served = journal.prompting.serve(journal.decks.all()[0].prompts[0].as_prompt())
    assert (place.page, place.item, dict(place.view)) == ("journal", "new", {"served": str(served.id)})
    assert (served.wording, served.unit) == ("What helped?", OWN_UNIT)


def test_a_deep_one_is_folded_behind_its_note_until_it_is_shown(make: Make, journal: Journal) -> None:
    keep(journal, "One", OwnPrompt("When did it begin?", Intensity.DEEP, note="It looks back."))
    desk = make()
    assert "When did it begin?" not in desk.said()
    assert "It looks back." in desk.said()
    assert "begin" not in " ".join(one.accessibleName() for one in desk.row().findChildren(QWidget))
    desk.row().show_it.setFocus()
    desk.row().show_it.click()
    assert "When did it begin?" in desk.said()
    assert QApplication.focusWidget() is desk.row().write


def test_one_that_was_set_aside_says_so_and_comes_up_again(make: Make, journal: Journal, clock: FakeClock) -> None:
    keep(journal, "One", OwnPrompt("What helped?"))
    clock.move_on(days=1)
    while (served := journal.prompting.todays()) is None or served.unit != OWN_UNIT:
        clock.move_on(days=1)
    journal.prompting.not_this_topic()
    desk = make()
    assert "set aside by you" in desk.said()
    desk.row().again.click()
    assert "set aside by you" not in desk.said()
    assert journal.decks.hidden() == frozenset()


def test_a_long_deck_shows_its_prompts_in_lots(make: Make, journal: Journal) -> None:
    with journal.all_at_once():
        keep(journal, "One", *(OwnPrompt(f"Question {number}?") for number in range(ROWS_AT_ONCE + 5)))
    desk = make()
    assert len(desk.card().rows) == ROWS_AT_ONCE
    assert desk.card().next_ones.text() == "5 more"
    desk.card().next_ones.click()
    assert len(desk.card().rows) == ROWS_AT_ONCE + 5
    assert not desk.card().next_ones.isVisible()


def test_words_of_a_person_are_never_taken_for_markup(make: Make, journal: Journal) -> None:
    keep(journal, "<b>&One", OwnPrompt("<img src='x'> & <b>why</b>?"))
    desk = make()
    labels = [label for label in desk.view.findChildren(QLabel) if "<" in label.text()]
    assert {label.text() for label in labels} == {"<b>&One", "<img src='x'> & <b>why</b>?"}
    assert {label.textFormat() for label in labels} == {Qt.TextFormat.PlainText}


# Nothing typed is lost ------------------------------------------------------------------------------


def test_words_in_an_open_form_are_kept_when_somebody_leaves(make: Make, journal: Journal) -> None:
    keep(journal, "One", OwnPrompt("First?"))
    desk = make()
    desk.card().add.click()
    desk.write("Half a quest")
    desk.view.settle()
    assert desk.decks() == [("One", True, ["First?", "Half a quest"])]
    assert not desk.view.forms.prompt_form.isVisible()


def test_a_form_without_news_is_left_without_a_trace(make: Make, journal: Journal) -> None:
    keep(journal, "One", OwnPrompt("First?"))
    desk = make()
    for begin in (desk.card().add.click, desk.row().change_action.trigger, desk.view.add_deck.click):
        begin()
        settle()
        desk.view.settle()
        assert desk.view.forms.open_form is None
    assert desk.decks() == [("One", True, ["First?"])]
    assert desk.toasts == []


def test_opening_another_form_keeps_the_words_of_the_first(make: Make, journal: Journal) -> None:
    keep(journal, "One", OwnPrompt("First?"))
    desk = make()
    desk.card().add.click()
    desk.write("Second?")
    desk.row().change_action.trigger()
    assert desk.decks() == [("One", True, ["First?", "Second?"])]
    assert desk.view.forms.prompt_form.typed.text == "First?"


def test_escape_leaves_the_form_and_the_words_can_be_brought_back(make: Make, journal: Journal) -> None:
    keep(journal, "One")
    desk = make()
    desk.card().add.click()
    desk.write("A thought")
    QTest.keyClick(desk.view.forms.prompt_form.words, Qt.Key.Key_Escape)
    assert desk.decks() == [("One", True, [])]
    assert desk.toasts[-1].text == "Your words were not kept."
    desk.undo()
    settle()
    assert desk.view.forms.prompt_form.isVisible()
    desk.view.forms.prompt_form.keep.click()
    assert desk.decks() == [("One", True, ["A thought"])]


class TestWithASlowJournal:
    """Work is done only when it is let go on."""

    @pytest.fixture
    def tasks(self) -> SteppedTasks:
        return SteppedTasks()

    def test_a_form_opened_meanwhile_stays_open(self, make: Make, journal: Journal, tasks: SteppedTasks) -> None:
        keep(journal, "One", OwnPrompt("First?"))
        desk = make()
        tasks.all()
        settle()
        desk.card().add.click()
        desk.write("Second?")
        desk.row().change_action.trigger()
        tasks.all()
        settle()
        assert desk.decks() == [("One", True, ["First?", "Second?"])]
        assert desk.view.forms.prompt_form.isVisible()
        assert desk.view.forms.prompt_form.typed.text == "First?"

    @pytest.mark.parametrize("decks", [["One"], []], ids=["into a deck", "into the first deck"])
    def test_leaving_before_a_prompt_is_kept_makes_no_second_one(
        self, make: Make, journal: Journal, tasks: SteppedTasks, decks: list[str]
    ) -> None:
        for name in decks:
            keep(journal, name)
        desk = make()
        tasks.all()
        settle()
        desk.view.begin_prompt()
        desk.write("Why?")
        QTest.keyClick(desk.view.forms.prompt_form.words, Qt.Key.Key_Return)
        desk.view.settle()
        tasks.all()
        settle()
        assert [prompts for _, _, prompts in desk.decks()] == [["Why?"]]
        assert desk.view.presenter.state.trouble is None

    def test_words_that_could_not_be_kept_after_leaving_are_offered_again(
        self, make: Make, journal: Journal, tasks: SteppedTasks
    ) -> None:
        deck = keep(journal, "One", OwnPrompt("First?"))
        desk = make()
        tasks.all()
        settle()
        desk.card().add.click()
        desk.write("Second?")
        desk.row().change_action.trigger()
        journal.decks.delete(deck)
        tasks.all()
        settle()
        desk.undo()
        assert desk.view.forms.prompt_form.typed.text == "Second?"


# Decks ------------------------------------------------------------------------------------------


def test_a_deck_is_made_named_and_switched(make: Make) -> None:
    desk = make()
    desk.view.presenter.start_naming()
    QTest.keyClicks(desk.view.forms.name_form.field, "Evenings")
    QTest.keyClick(desk.view.forms.name_form.field, Qt.Key.Key_Return)
    assert desk.decks() == [("Evenings", True, [])]
    assert "0 prompts · in the daily draw" in desk.said()
    desk.card().switch.box.click()
    assert desk.decks() == [("Evenings", False, [])]
    assert "0 prompts · off" in desk.said()
    desk.card().rename_action.trigger()
    desk.view.forms.name_form.field.setText("Mornings")
    desk.view.forms.name_form.keep.click()
    assert desk.decks() == [("Mornings", False, [])]


def test_a_name_that_is_taken_is_said_beside_it(make: Make, journal: Journal) -> None:
    keep(journal, "One")
    desk = make()
    desk.view.add_deck.click()
    for name, words in ((" ", "A name is needed here."), ("ONE", "Another deck is called so.")):
        desk.view.forms.name_form.field.setText(name)
        desk.view.forms.name_form.keep.click()
        assert words in desk.said()
    assert desk.decks() == [("One", True, [])]


def test_a_deleted_deck_is_brought_back_with_its_prompts(make: Make, journal: Journal) -> None:
    keep(journal, "One", OwnPrompt("First?"), OwnPrompt("Second?"))
    desk = make()
    desk.card().delete_action.trigger()
    assert desk.decks() == []
    assert QApplication.focusWidget() is desk.view.empty.action
    assert desk.toasts[-1].text == "“One” is deleted with 2 prompts. What you wrote stays."
    desk.undo()
    assert desk.decks() == [("One", True, ["First?", "Second?"])]


def test_a_deck_with_an_open_form_in_it_can_go(make: Make, journal: Journal) -> None:
    keep(journal, "One", OwnPrompt("First?"))
    keep(journal, "Other", OwnPrompt("Else?"))
    desk = make()
    desk.row().change_action.trigger()
    desk.card().delete_action.trigger()
    settle()
    desk.card().fold.click()
    desk.card().add.click()
    desk.write("New?")
    desk.view.forms.prompt_form.keep.click()
    assert desk.decks() == [("Other", True, ["Else?", "New?"])]


def test_one_deck_is_open_at_a_time_and_its_arrow_says_so(make: Make, journal: Journal) -> None:
    keep(journal, "One", OwnPrompt("First?"))
    keep(journal, "Other", OwnPrompt("Second?"))
    desk = make()
    assert "First?" in desk.said()
    assert desk.card(0).fold.accessibleName() == "Fold the deck: One"
    desk.card(1).fold.click()
    assert "First?" not in desk.said()
    assert "Second?" in desk.said()
    assert desk.card(0).fold.accessibleName() == "Open the deck: One"


# Files ------------------------------------------------------------------------------------------


def test_a_deck_goes_into_a_file_only_after_its_warning_was_read(make: Make, journal: Journal) -> None:
    keep(journal, "One", OwnPrompt("First?"))
    desk = make()
    desk.card().save_action.trigger()
    assert not desk.file.exists()
    assert "The file is plain text. It lies outside your journal" in desk.said()
    desk.card().choose_place.click()
    assert json.loads(desk.file.read_text(encoding="utf-8"))["prompts"] == [{"text": "First?", "intensity": "light"}]
    assert desk.toasts[-1].text == "1 prompt saved. The file is plain text."
    assert not desk.card().saving.isVisible()


def test_once_it_is_saved_the_keyboard_is_at_the_deck_again(make: Make, journal: Journal) -> None:
    keep(journal, "One", OwnPrompt("First?"))
    desk = make()
    desk.card().save_action.trigger()
    desk.card().choose_place.setFocus()
    desk.card().choose_place.click()
    assert QApplication.focusWidget() is desk.card().more


def test_what_went_wrong_is_said_until_it_goes_well(make: Make, journal: Journal) -> None:
    keep(journal, "One", OwnPrompt("First?"))
    desk = make()
    desk.card().save_action.trigger()
    desk.file.mkdir()
    desk.card().choose_place.click()
    assert desk.view.refusal.isVisible()
    desk.view.read()
    assert desk.view.refusal.isVisible(), "looking at the journal mends nothing"
    desk.file.rmdir()
    desk.card().choose_place.click()
    assert desk.toasts[-1].text == "1 prompt saved. The file is plain text."
    assert not desk.view.refusal.isVisible()


def test_that_words_were_not_kept_is_over_once_words_are(make: Make, journal: Journal) -> None:
    keep(journal, "One")
    desk = make()
    desk.card().add.click()
    desk.write("A thought")
    QTest.keyClick(desk.view.forms.prompt_form.words, Qt.Key.Key_Escape)
    (not_kept,) = desk.toasts
    desk.card().rename_action.trigger()
    desk.view.forms.name_form.keep.click()
    assert desk.over == [], "the name of a deck is something else"
    desk.card().add.click()
    desk.write("A better thought")
    desk.view.forms.prompt_form.keep.click()
    assert len(desk.over) == 1
    assert desk.over[0] is not_kept


def test_a_file_is_looked_at_before_anything_is_added(make: Make, journal: Journal) -> None:
    keep(journal, "One", OwnPrompt("First?"))
    desk = make()
    prompts = [{"text": text} for text in ("first?", "Second?", "Third?")]
    form = {"format": "trustjournal-deck", "version": 1, "name": "One", "prompts": prompts}
    desk.file.write_text(json.dumps(form), encoding="utf-8")
    desk.view.take_in.click()
    assert desk.decks() == [("One", True, ["First?"])]
    assert "3 prompts, 1 already here. The new ones would be a deck of their own, “One 2”" in desk.said()
    assert QApplication.focusWidget() is desk.view.accept
    desk.view.accept.click()
    assert desk.decks() == [("One", True, ["First?"]), ("One 2", False, ["Second?", "Third?"])]
    assert desk.toasts[-1].text == "2 prompts added as “One 2”. The deck is off."
    assert QApplication.focusWidget() is desk.card(1).switch.box
    desk.undo()
    assert desk.decks() == [("One", True, ["First?"])]


def test_where_all_is_here_already_there_is_nothing_to_add(make: Make, journal: Journal) -> None:
    keep(journal, "One", OwnPrompt("First?"))
    desk = make()
    form = {"format": "trustjournal-deck", "version": 1, "name": "A", "prompts": [{"text": "first?"}]}
    desk.file.write_text(json.dumps(form), encoding="utf-8")
    desk.view.take_in.click()
    assert "1 prompt, and it is already here." in desk.said()
    assert not desk.view.accept.isVisible()
    desk.view.decline.setFocus()
    desk.view.decline.click()
    assert not desk.view.incoming.isVisible()
    assert QApplication.focusWidget() is desk.view.take_in


@pytest.mark.parametrize(
    ("changes", "said"),
    [
        ({"version": 2}, "It was made by a newer version of TrustJournal. Nothing was added."),
        ({"colour": "red"}, "“colour” is something that this version does not know. Nothing was added."),
        (
            {"prompts": [{"text": "Why?"}, {"text": "x" * 1001}]},
            "Prompt 2 in the file: What stands behind “text” is longer than 1000 characters. Nothing was added.",
        ),
        (
            {"prompts": [{"text": "Why?", "intensity": "fierce"}]},
            "Prompt 1 in the file: “intensity” is one of these: light, medium, deep. Nothing was added.",
        ),
        (
            {"prompts": [{"text": "Why?", "kind": 1}]},
            "Prompt 1 in the file: “kind” is one of these: resource, process, action. Nothing was added.",
        ),
        (
            {"prompts": [{"text": "Why?", "minutes": 0}]},
            "Prompt 1 in the file: “minutes” is a whole number from 1 to 120. Nothing was added.",
        ),
        (
            {"prompts": [{"text": "Why?", "about_someone": "yes"}]},
            "Prompt 1 in the file: “about_someone” is one of these: true, false. Nothing was added.",
        ),
        (
            {"prompts": [{"text": "Why?", "topics": ["love"]}]},
            "Prompt 1 in the file: “topics” is a list of any of these: childhood, family, parents, infidelity, sex, "
            "violence, death, addiction, money, faith, children, workplace, break-up, body-health, past-pain. "
            "Nothing was added.",
        ),
        ({"prompts": "Why?"}, "“prompts” is a list of prompts. Nothing was added."),
        ({"name": 1}, "“name” is words in quotation marks. Nothing was added."),
        ({"format": "a"}, "It is not a deck of prompts, or it was cut short. Nothing was added."),
    ],
)
def test_a_file_that_cannot_be_added_says_why(make: Make, changes: dict[str, object], said: str) -> None:
    desk = make()
    form = {"format": "trustjournal-deck", "version": 1, "name": "A", "prompts": [{"text": "Why?"}], **changes}
    desk.file.write_text(json.dumps(form), encoding="utf-8")
    desk.view.take_in.click()
    assert said in desk.said()
    assert desk.decks() == []


def test_a_file_that_is_gone_is_said_to_be(make: Make) -> None:
    desk = make()
    desk.view.take_in.click()
    assert "The file could not be read" in desk.said()
