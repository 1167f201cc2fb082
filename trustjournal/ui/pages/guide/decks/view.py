"""Own prompts: decks to open, prompts to write from, and files that come in and go out."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget

from trustjournal.domain.change import Changed
from trustjournal.domain.deck import Deck, OwnPrompt
from trustjournal.domain.ids import DeckId
from trustjournal.ui.kit.button import Button
from trustjournal.ui.kit.button_row import button_row
from trustjournal.ui.kit.card import Card
from trustjournal.ui.kit.dialogs import Dialogs
from trustjournal.ui.kit.empty_state import EmptyState
from trustjournal.ui.kit.icons import Icons
from trustjournal.ui.kit.labels import PlainLabel, SoftLabel
from trustjournal.ui.kit.tab_order import tab_as_laid_out
from trustjournal.ui.kit.theme import Theme
from trustjournal.ui.kit.tokens import S8, S16, Type
from trustjournal.ui.pages.guide.decks.deck_card import DeckCard
from trustjournal.ui.pages.guide.decks.form_place import FormPlace
from trustjournal.ui.pages.guide.decks.forms import DeckNameForm, OwnPromptForm
from trustjournal.ui.pages.guide.decks.presenter import DecksPresenter
from trustjournal.ui.pages.guide.decks.state import DecksState, Need, News, NewsKind
from trustjournal.ui.pages.guide.decks.words import form_words, look_words, news_words, trouble_words
from trustjournal.ui.parts.page import ToastMessage
from trustjournal.ui.parts.refusal import Refusal

MakePresenter = Callable[[Callable[[DecksState], None], Callable[[News], None], str], DecksPresenter]
"""From what shows a state, what says news, and the name of a first deck."""


class DecksView(QWidget):
    """A column for the guide's page. It asks for places and toasts as a page does."""

    go_requested = Signal(object)
    toast_requested = Signal(object)
    toast_over = Signal(object)
    in_sight_wanted = Signal(object)
    """A widget in this view that the person is about to use."""

    def __init__(self, make_presenter: MakePresenter, *, dialogs: Dialogs, theme: Theme, icons: Icons) -> None:
        super().__init__()
        self._dialogs = dialogs
        self._icons = icons
        self._theme = theme
        self.cards: dict[DeckId, DeckCard] = {}
        self._not_kept: ToastMessage | None = None
        self.presenter = make_presenter(self.render_state, self._on_news, self.tr("My prompts"))
        self._intro = SoftLabel(
            self.tr(
                "Questions of your own, in decks. A deck that takes part in the daily draw gives the day’s prompt now "
                "and then, by the same rules as the guide. You can write about each one here whenever you like."
            )
        )
        self.add = Button(self.tr("New prompt"), "primary", icons.icon("plus", colour_token="on_trust", size=16))  # noqa: S106
        self.add.clicked.connect(self.begin_prompt)
        self.add_deck = Button(self.tr("New deck"))
        self.add_deck.clicked.connect(self._on_add_deck_clicked)
        self.take_in = Button(self.tr("Add a deck from a file…"))
        self.take_in.clicked.connect(self._on_take_in_clicked)
        self._buttons = button_row(self.add, self.add_deck, self.take_in)
        self.refusal = Refusal(theme, icons)
        self._make_incoming()
        self.forms = FormPlace()
        self._connect_forms()
        self.forms.opened.connect(self.in_sight_wanted)
        self._make_empty()
        self._decks = QVBoxLayout()
        self._decks.setSpacing(S16)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(S16)
        for widget in (self._intro, self._buttons, self.refusal, self.incoming, self.forms, self.empty):
            column.addWidget(widget)
        column.addLayout(self._decks)
        theme.changed.connect(self._dress)
        self._dress()
        self.render_state(self.presenter.state)

    # For the page -----------------------------------------------------------------------------

    def read(self) -> None:
        """Somebody came here: look at the journal."""
        self.presenter.read()

    def refresh(self, changed: Changed) -> None:
        """Look again, if what changed is shown here."""
        self.presenter.refresh(changed)

    def settle(self) -> None:
        """Keep what is typed in an open form."""
        match self.forms.open_form:
            case OwnPromptForm() as form:
                self.presenter.settle_prompt(form.typed)
            case DeckNameForm() as form:
                self.presenter.settle_name(form.name)
            case None:
                pass

    def first_focus(self) -> QWidget:
        """What gets the keyboard when somebody comes here."""
        return self.empty.action if self.empty.isVisibleTo(self) else self.add

    def begin_prompt(self) -> None:
        """Open the form for a new prompt; what is typed in an open one is kept."""
        self.settle()
        self.presenter.start_prompt()

    # Showing ----------------------------------------------------------------------------------

    def render_state(self, state: DecksState) -> None:
        """Show this state."""
        focused = QApplication.focusWidget()
        had_keyboard = focused is not None and self.isAncestorOf(focused)
        is_empty = state.is_read and not state.decks and state.form is None and state.incoming is None
        self.empty.setVisible(is_empty)
        self._buttons.setVisible(not is_empty)
        self._intro.setVisible(not is_empty)
        before = set(self.cards)
        self._show_decks(state)
        self.forms.show_state(state, self.cards, self._problem(state), self.first_focus())
        self._show_incoming(state, None if state.open in before else self._open_card(state))
        is_about_form = state.form is not None or not isinstance(state.trouble, Exception)
        self.refusal.say(None if is_about_form else trouble_words(_error(state)))
        tab_as_laid_out(self)
        focused = QApplication.focusWidget()
        if had_keyboard and (focused is None or not self.isAncestorOf(focused)):  # what had it is gone
            self.first_focus().setFocus(Qt.FocusReason.OtherFocusReason)

    def _show_decks(self, state: DecksState) -> None:
        wanted = {deck.id for deck in state.decks}
        for gone in [id_ for id_ in self.cards if id_ not in wanted]:
            card = self.cards.pop(gone)
            self._decks.removeWidget(card)
            card.hide()
            card.deleteLater()
        for place, deck in enumerate(state.decks):
            card = self._card_of(deck)
            if self._decks.indexOf(card) != place:
                self._decks.insertWidget(place, card)
            card.show_deck(deck, state)

    def _open_card(self, state: DecksState) -> DeckCard | None:
        return None if state.open is None else self.cards.get(state.open)

    def _show_incoming(self, state: DecksState, added: DeckCard | None) -> None:
        """Once it is answered the keyboard goes to the deck that was added, or where the file was asked for."""
        was_hidden = self.incoming.isHidden()
        focused = QApplication.focusWidget()
        had_keyboard = focused is not None and self.incoming.isAncestorOf(focused)
        self.incoming.setVisible(state.incoming is not None)
        if state.incoming is None:
            if had_keyboard and added is not None:
                added.switch.box.setFocus(Qt.FocusReason.OtherFocusReason)
                QTimer.singleShot(0, added, lambda: self.in_sight_wanted.emit(added.switch))
            elif had_keyboard and self.take_in.isVisibleTo(self):
                self.take_in.setFocus(Qt.FocusReason.OtherFocusReason)
            return
        self._incoming_name.setText(self.tr("From the file: {name}").format(name=state.incoming.file.name))
        self._incoming_words.setText(look_words(state.incoming))
        self.accept.setVisible(bool(state.incoming.look.new))
        self.decline.setText(self.tr("Not now") if state.incoming.look.new else self.tr("Close"))
        if was_hidden:
            QTimer.singleShot(0, self, lambda: self.in_sight_wanted.emit(self.incoming))
            (self.accept if state.incoming.look.new else self.decline).setFocus(Qt.FocusReason.OtherFocusReason)

    def _problem(self, state: DecksState) -> str:
        match state.trouble:
            case None:
                return ""
            case Need.WORDS:
                return self.tr("A few words are needed here.")
            case Need.NAME:
                return self.tr("A name is needed here.")
            case _:
                return form_words(_error(state))

    # What is done -----------------------------------------------------------------------------

    def _card_of(self, deck: Deck) -> DeckCard:
        assert deck.id is not None
        if deck.id not in self.cards:
            self.cards[deck.id] = self._made_card(deck.id)
        return self.cards[deck.id]

    def _made_card(self, id_: DeckId) -> DeckCard:
        card, presenter = DeckCard(self._icons), self.presenter
        card.set_font(self._theme.ui_font(weight=Type.STRONG))
        card.fold_requested.connect(lambda: self._settled(lambda: presenter.toggle(id_)))
        card.switch_requested.connect(lambda is_on: presenter.switch(id_, is_on=is_on))
        card.add_requested.connect(lambda: self._settled(lambda: presenter.start_prompt(id_)))
        card.rename_requested.connect(lambda: self._settled(lambda: presenter.start_naming(id_)))
        card.save_requested.connect(lambda: self._settled(lambda: presenter.ask_to_save(id_)))
        card.delete_requested.connect(lambda: self._on_deck_delete_requested(id_))
        card.more_requested.connect(presenter.show_more)
        card.place_chosen.connect(self._on_place_chosen)
        card.saving_left.connect(presenter.leave_saving)
        card.prompt_write_requested.connect(self._on_write_requested)
        card.prompt_change_requested.connect(
            lambda prompt: self._settled(lambda: presenter.start_changing(prompt, id_))
        )
        card.prompt_delete_requested.connect(self._on_prompt_delete_requested)
        card.prompt_draw_again_requested.connect(presenter.draw_again)
        card.prompt_unfold_requested.connect(presenter.unfold)
        return card

    def _settled(self, then: Callable[[], None]) -> None:
        self.settle()
        then()

    def _on_add_deck_clicked(self) -> None:
        self._settled(self.presenter.start_naming)

    def _on_write_requested(self, prompt: OwnPrompt) -> None:
        self._settled(lambda: self.presenter.write_about(prompt, self.go_requested.emit))

    def _on_prompt_delete_requested(self, prompt: OwnPrompt) -> None:
        self.presenter.delete_prompt(prompt)
        self.first_focus().setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_deck_delete_requested(self, id_: DeckId) -> None:
        self.settle()
        self.presenter.delete_deck(id_)
        self.first_focus().setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_take_in_clicked(self) -> None:
        self.settle()
        self._dialogs.ask_for_files(self, self.tr("Which file holds the deck?"), self._on_files_chosen)

    def _on_files_chosen(self, files: Sequence[Path]) -> None:
        if files:
            self.presenter.look_at_file(files[0])

    def _on_place_chosen(self) -> None:
        title = self.tr("Where should the deck be saved? Whoever has the file can read it.")
        # The proposed name says nothing of what is in it.
        self._dialogs.ask_where_to_save(self, title, self.tr("Document.json"), self.presenter.save_file)

    def _on_news(self, news: News) -> None:
        if news.kind in (NewsKind.KEPT, NewsKind.NOT_KEPT) and self._not_kept is not None:
            self.toast_over.emit(self._not_kept)
            self._not_kept = None
        if news.kind is NewsKind.KEPT:
            return
        undo = None
        if news.undo is not None:
            undo = self.tr("Bring them back") if news.kind is NewsKind.NOT_KEPT else self.tr("Undo")
        message = ToastMessage(news_words(news), undo, news.undo)
        if news.kind is NewsKind.NOT_KEPT:
            self._not_kept = message
        self.toast_requested.emit(message)

    def _dress(self) -> None:
        self._incoming_name.setFont(self._theme.ui_font(weight=Type.STRONG))
        for card in self.cards.values():
            card.set_font(self._theme.ui_font(weight=Type.STRONG))

    # Widgets ----------------------------------------------------------------------------------

    def _connect_forms(self) -> None:
        prompt_form, name_form = self.forms.prompt_form, self.forms.name_form
        prompt_form.kept.connect(lambda: self.presenter.keep_prompt(prompt_form.typed))
        prompt_form.cancelled.connect(lambda: self.presenter.leave_prompt(prompt_form.typed))
        name_form.kept.connect(lambda: self.presenter.keep_name(name_form.name))
        name_form.cancelled.connect(self.presenter.close_form)

    def _make_incoming(self) -> None:
        self.incoming = Card()
        self._incoming_name = PlainLabel(wrap=True)
        self._incoming_words = SoftLabel()
        self.accept = Button(self.tr("Add the deck"), "primary")
        self.accept.clicked.connect(self.presenter.add_file)
        self.decline = Button(self.tr("Not now"), "quiet")
        self.decline.clicked.connect(self.presenter.leave_file)
        self.incoming.body.setSpacing(S8)
        self.incoming.body.addWidget(self._incoming_name)
        self.incoming.body.addWidget(self._incoming_words)
        self.incoming.body.addWidget(button_row(self.accept, self.decline))
        self.incoming.hide()

    def _make_empty(self) -> None:
        self.empty = EmptyState(
            self.tr(
                "Your own questions can be here, in decks. A deck takes part in the daily draw until you switch it "
                "off. Somebody you trust may also have a deck for you, as a file. A deck from a file is off until you "
                "switch it on."
            ),
            self.tr("Write a first prompt"),
        )
        self.empty.action_requested.connect(self.begin_prompt)
        from_file = Button(self.tr("Add a deck from a file…"), "quiet")
        from_file.clicked.connect(self._on_take_in_clicked)
        self.empty.put_below(from_file)
        self.empty.hide()


def _error(state: DecksState) -> Exception:
    return state.trouble if isinstance(state.trouble, Exception) else ValueError("there is no trouble")
