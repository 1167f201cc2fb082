"""Where the one open form stands: in the place of the prompt that is changed, in its deck, or above all decks."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget

from trustjournal.domain.ids import DeckId
from trustjournal.ui.kit.card import Card
from trustjournal.ui.kit.tokens import S8
from trustjournal.ui.pages.guide.decks.deck_card import DeckCard
from trustjournal.ui.pages.guide.decks.forms import DeckNameForm, OwnPromptForm
from trustjournal.ui.pages.guide.decks.prompt_row import OwnPromptRow
from trustjournal.ui.pages.guide.decks.state import DecksState, NameForm, PromptForm


class FormPlace(Card):
    """Keeps both forms, and is itself the place above all decks. It is hidden while a form stands elsewhere."""

    opened = Signal(object)
    """The form that was opened, once it has its place."""

    def __init__(self) -> None:
        super().__init__()
        self.prompt_form, self.name_form = OwnPromptForm(), DeckNameForm()
        self._shown: PromptForm | NameForm | None = None
        for form in (self.prompt_form, self.name_form):
            self.body.addWidget(form)
            form.setContentsMargins(0, 0, 0, S8)

    @property
    def open_form(self) -> OwnPromptForm | DeckNameForm | None:
        """The form that is open."""
        match self._shown:
            case PromptForm():
                return self.prompt_form
            case NameForm():
                return self.name_form
            case None:
                return None

    def show_state(self, state: DecksState, cards: Mapping[DeckId, DeckCard], problem: str, otherwise: QWidget) -> None:
        """Show the open form where it belongs; once none is open the keyboard goes where it was, or to `otherwise`."""
        before, self._shown = self._shown, state.form
        self.prompt_form.offer_decks(state.decks)
        shown = self.open_form
        for form in (self.prompt_form, self.name_form):
            if form is not shown:  # what holds it may be about to go
                self._put_away(form, _place(before, cards) or otherwise)
        slot = self._slot(cards)
        self.setVisible(shown is not None and slot is self.body)
        if shown is None:
            return
        if slot.indexOf(shown) < 0:
            slot.addWidget(shown)
        shown.show()
        if self._shown != before:
            self._fill(state)
            QTimer.singleShot(0, shown, lambda: self.opened.emit(shown))
        shown.set_problem(problem)

    def _fill(self, state: DecksState) -> None:
        if isinstance(self._shown, PromptForm):
            self.prompt_form.begin(self._shown.prompt, self._shown.deck)
        elif self._shown is not None:
            deck = state.deck(self._shown.deck)
            self.name_form.begin("" if deck is None else deck.name)

    def _slot(self, cards: Mapping[DeckId, DeckCard]) -> QVBoxLayout:
        form = self._shown
        card = _card(form, cards)
        if card is None:
            return self.body
        if isinstance(form, NameForm):
            return card.name_slot
        row = _row(form, card)
        return card.prompt_slot if row is None else row.form_slot

    def _put_away(self, form: QWidget, after: QWidget) -> None:
        focused = QApplication.focusWidget()
        had_keyboard = focused is not None and form.isAncestorOf(focused)
        if self.body.indexOf(form) < 0:
            self.body.addWidget(form)
        form.hide()
        if had_keyboard:
            after.setFocus(Qt.FocusReason.OtherFocusReason)


def _place(form: PromptForm | NameForm | None, cards: Mapping[DeckId, DeckCard]) -> QWidget | None:
    """What a form was opened with."""
    card = _card(form, cards)
    if card is None:
        return None
    if isinstance(form, NameForm):
        return card.more
    row = _row(form, card)
    return card.add if row is None else row.more


def _card(form: PromptForm | NameForm | None, cards: Mapping[DeckId, DeckCard]) -> DeckCard | None:
    return None if form is None or form.deck is None else cards.get(form.deck)


def _row(form: PromptForm | NameForm | None, card: DeckCard) -> OwnPromptRow | None:
    if not isinstance(form, PromptForm) or form.prompt.id is None:
        return None
    return card.rows.get(form.prompt.id)
