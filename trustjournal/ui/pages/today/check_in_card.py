"""The check-in as a card: mood and words on one side, people on the other, and what was noted afterwards."""

from __future__ import annotations

from datetime import time
from itertools import pairwise

from PySide6.QtCore import QLocale, Qt, QTime, Signal
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QVBoxLayout, QWidget

from trustjournal.domain.ids import PersonId
from trustjournal.domain.person import Person
from trustjournal.ui.kit.button import Button
from trustjournal.ui.kit.card import Card
from trustjournal.ui.kit.flow_layout import FlowLayout
from trustjournal.ui.kit.labels import PlainLabel, SoftLabel
from trustjournal.ui.kit.theme import Theme
from trustjournal.ui.kit.tokens import S8, S16, S24
from trustjournal.ui.pages.today.check_in_presenter import CheckInPresenter, CheckInState, PersonAsked
from trustjournal.ui.pages.today.draft import MOST_WORDS, Answer
from trustjournal.ui.parts.feeling_words import FeelingWords
from trustjournal.ui.parts.mood_pad import MoodPad
from trustjournal.ui.parts.person_rating import PersonRating
from trustjournal.ui.parts.trouble import Trouble

PEOPLE_AT_FIRST = 5


class CheckInCard(Card):
    """Shows a `CheckInState` and hands what is done on it to the presenter."""

    add_person_requested = Signal()

    def __init__(self, presenter: CheckInPresenter, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self.set_title(self.tr("Check in"))
        self._presenter = presenter
        self._theme = theme
        self._ratings: dict[PersonId, PersonRating] = {}
        self._shown_people: tuple[Person, ...] = ()
        self._shows_everybody = False
        self._is_rendering = False
        self._tab_order: tuple[QWidget, ...] = ()

        self._form = self._make_form()
        self._noted = self._make_noted()
        self._trouble = Trouble()
        self.body.addWidget(self._form)
        self.body.addWidget(self._noted)
        self.body.addWidget(self._trouble)
        self.body.addStretch(1)
        self._noted.hide()

    # -- layout --------------------------------------------------------------------------------------------------

    def set_narrow(self, *, narrow: bool) -> None:
        """Put the people under the mood, and buttons under words, instead of beside them."""
        direction = QBoxLayout.Direction.TopToBottom if narrow else QBoxLayout.Direction.LeftToRight
        for row in (self._halves, self._noted_row):
            row.setDirection(direction)
            row.update()  # turning it alone leaves the layouts around it with the old heights

    def first_focus(self) -> QWidget:
        """Where the keyboard goes first."""
        return self._again if self._form.isHidden() else self._pad.first_focus()

    def _make_form(self) -> QWidget:
        form = QWidget()
        column = QVBoxLayout(form)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(S16)
        self._halves = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._halves.setSpacing(S24)
        self._halves.addWidget(self._make_mood(), 2)
        self._halves.addLayout(self._make_answers(), 3)
        column.addLayout(self._halves)
        return form

    def _make_answers(self) -> QVBoxLayout:
        column = QVBoxLayout()
        column.setSpacing(S16)
        column.addWidget(self._make_people())
        column.addStretch(1)
        self._clear = Button(self.tr("Clear"), kind="quiet")
        self._clear.setAccessibleName(self.tr("Clear this check-in"))
        self._clear.clicked.connect(self._on_clear_clicked)
        self._save = Button(self.tr("Save check-in"), kind="primary")
        self._save.clicked.connect(self._on_save_clicked)
        row = QHBoxLayout()
        row.setSpacing(S8)
        row.addStretch(1)
        row.addWidget(self._clear)
        row.addWidget(self._save)
        column.addLayout(row)
        return column

    def _make_mood(self) -> QWidget:
        half = QWidget()
        column = QVBoxLayout(half)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(S8)
        self._pad = MoodPad(self._theme)
        self._pad.mood_changed.connect(self._on_pad_mood_changed)
        self._words = FeelingWords(MOST_WORDS)
        self._words.word_toggled.connect(self._on_words_word_toggled)
        self._words.word_typed.connect(self._on_words_word_typed)
        column.addWidget(self._pad)
        column.addWidget(self._words)
        column.addStretch(1)
        return half

    def _make_people(self) -> QWidget:
        half = QWidget()
        column = QVBoxLayout(half)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(S8)
        self._question = SoftLabel(
            self.tr("How much do you feel able to rely on them right now? 0 not at all · 5 partly · 10 fully"),
            small=True,
        )
        column.addWidget(self._question)
        self._people_column = QVBoxLayout()
        self._people_column.setSpacing(S8)
        column.addLayout(self._people_column)
        self._more = Button("", kind="quiet")
        self._more.clicked.connect(self._on_more_clicked)
        self._more.hide()
        column.addWidget(self._more, 0, Qt.AlignmentFlag.AlignLeading)
        self._nobody = SoftLabel(self.tr("People you write about can be rated here too. A made-up name is fine."))
        self._add_person = Button(self.tr("Add the first person"))
        self._add_person.clicked.connect(self.add_person_requested)
        self._add_myself = Button(self.tr("Add myself"))
        self._add_myself.clicked.connect(self._on_add_myself_clicked)
        column.addWidget(self._nobody)
        first_steps = QWidget()
        steps = FlowLayout(first_steps, gap=S8)
        steps.addWidget(self._add_person)
        steps.addWidget(self._add_myself)
        self._first_steps = first_steps
        column.addWidget(first_steps)
        column.addStretch(1)
        self._nobody.hide()
        first_steps.hide()
        return half

    def _make_noted(self) -> QWidget:
        noted = QWidget()
        row = self._noted_row = QBoxLayout(QBoxLayout.Direction.LeftToRight, noted)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(S8)
        self._noted_at = PlainLabel(wrap=True)
        self._undo = Button(self.tr("Undo"))
        self._undo.setAccessibleName(self.tr("Undo this check-in"))
        self._undo.clicked.connect(self._on_undo_clicked)
        self._again = Button(self.tr("Check in again"), kind="quiet")
        self._again.clicked.connect(self._on_again_clicked)
        row.addWidget(self._noted_at, 1)
        for button in (self._again, self._undo):
            row.addWidget(button, 0, Qt.AlignmentFlag.AlignLeading)
        return noted

    # -- render --------------------------------------------------------------------------------------------------

    def render_state(self, state: CheckInState) -> None:
        """Show a state."""
        self._is_rendering = True
        had_focus = self.isAncestorOf(self.focusWidget()) if self.focusWidget() is not None else False
        try:
            self._render_form(state)
            self._render_noted(state)
        finally:
            self._is_rendering = False
        if had_focus and state.kept is not None and not self._noted.isAncestorOf(self.focusWidget()):
            self._undo.setFocus(Qt.FocusReason.OtherFocusReason)

    def _render_form(self, state: CheckInState) -> None:
        self._form.setVisible(state.kept is None)
        self._pad.set_mood(state.draft.mood)
        self._words.set_words(state.words_offered, state.own_words, state.draft.words)
        people = tuple(asked.person for asked in state.people)
        if people != self._shown_people:
            self._rebuild_people(people)
        for asked in state.people:
            self._show_answer(asked)
        self._show_some_people()
        self._question.setVisible(bool(people))
        self._nobody.setVisible(state.has_only_myself)
        self._first_steps.setVisible(state.has_only_myself)
        self._add_myself.setVisible(state.has_nobody)
        self._order_tabs()
        self._save.setEnabled(state.can_save)
        self._clear.setVisible(state.draft.is_given)
        self._trouble.show_error(state.trouble)

    def _render_noted(self, state: CheckInState) -> None:
        self._noted.setVisible(state.kept is not None)
        if state.kept is not None:
            self._noted_at.setText(self.tr("Noted at {time}").format(time=_clock_time(state.kept.moment.wall_time)))

    def _rebuild_people(self, people: tuple[Person, ...]) -> None:
        for rating in self._ratings.values():
            self._people_column.removeWidget(rating)
            rating.hide()
            rating.deleteLater()
        self._ratings = {}
        self._shown_people = people
        for person in people:
            rating = PersonRating(person, self._theme)
            rating.answered.connect(lambda who=person.id: self._on_rating_answered(who))
            self._people_column.addWidget(rating)
            self._ratings[person.id] = rating

    def _order_tabs(self) -> None:
        """Words and people come and go; new ones would otherwise be reached last of all, after what saves them."""
        ratings = (self._ratings[person.id] for person in self._shown_people)
        order: tuple[QWidget, ...] = (
            self._pad.last_focus(),
            *self._words.in_tab_order(),
            *(widget for rating in ratings for widget in rating.in_tab_order()),
            self._more,
            self._add_person,
            self._add_myself,
            self._clear,
            self._save,
        )
        if order != self._tab_order:
            self._tab_order = order
            for before, after in pairwise(order):
                QWidget.setTabOrder(before, after)

    def _show_answer(self, asked: PersonAsked) -> None:
        rating = self._ratings[asked.person.id]
        rating.set_answer(asked.answer.value, asked.answer.basis, is_not_sure=asked.answer.is_not_sure)
        rating.set_earlier(asked.earlier)

    def _show_some_people(self) -> None:
        count = len(self._shown_people)
        is_long = count > PEOPLE_AT_FIRST
        for number, person in enumerate(self._shown_people):
            self._ratings[person.id].setVisible(self._shows_everybody or not is_long or number < PEOPLE_AT_FIRST)
        self._more.setVisible(is_long)
        if is_long:
            self._more.setText(
                self.tr("Show fewer") if self._shows_everybody else self.tr("Show all %n people", "", count)
            )

    # -- what is done on the card ----------------------------------------------------------------------------------

    def _on_pad_mood_changed(self) -> None:
        if not self._is_rendering:
            self._presenter.set_mood(self._pad.mood())

    def _on_words_word_toggled(self, word: str) -> None:
        self._presenter.toggle_word(word)

    def _on_words_word_typed(self, word: str) -> None:
        self._presenter.add_word(word)

    def _on_rating_answered(self, person: PersonId) -> None:
        if self._is_rendering:
            return
        rating = self._ratings[person]
        self._presenter.answer(person, Answer(rating.value(), rating.is_not_sure(), rating.basis()))

    def _on_more_clicked(self) -> None:
        self._shows_everybody = not self._shows_everybody
        self._show_some_people()

    def _on_add_myself_clicked(self) -> None:
        self._presenter.add_myself(self.tr("Myself"))

    def _on_clear_clicked(self) -> None:
        self._presenter.clear()
        self._pad.first_focus().setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_save_clicked(self) -> None:
        self._presenter.save()

    def _on_undo_clicked(self) -> None:
        self._presenter.undo()
        self._pad.first_focus().setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_again_clicked(self) -> None:
        self._presenter.again()
        self._pad.first_focus().setFocus(Qt.FocusReason.OtherFocusReason)


def _clock_time(wall_time: time) -> str:
    return QLocale().toString(QTime(wall_time.hour, wall_time.minute), QLocale.FormatType.ShortFormat)
