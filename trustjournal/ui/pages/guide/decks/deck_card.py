"""One deck: its name, its switch, and its prompts once it is opened."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFont, QMouseEvent
from PySide6.QtWidgets import QApplication, QHBoxLayout, QMenu, QVBoxLayout, QWidget
from typing_extensions import override

from trustjournal.domain.deck import Deck, OwnPrompt
from trustjournal.domain.ids import OwnPromptId
from trustjournal.domain.prompt import Intensity
from trustjournal.ui.kit.button import Button, IconButton
from trustjournal.ui.kit.button_row import button_row
from trustjournal.ui.kit.card import Card
from trustjournal.ui.kit.divider import Divider
from trustjournal.ui.kit.icons import Icons
from trustjournal.ui.kit.labels import PlainLabel, SoftLabel
from trustjournal.ui.kit.tokens import S4, S8
from trustjournal.ui.kit.wrapped_check import WrappedCheck
from trustjournal.ui.pages.guide.decks.prompt_row import OwnPromptRow
from trustjournal.ui.pages.guide.decks.state import DecksState, PromptForm
from trustjournal.ui.pages.guide.decks.words import deck_words


class DeckCard(Card):
    """A deck. Signals carry nothing where it is about the deck, and the `OwnPrompt` where it is about one."""

    fold_requested = Signal()
    switch_requested = Signal(bool)
    add_requested = Signal()
    rename_requested = Signal()
    save_requested = Signal()
    delete_requested = Signal()
    more_requested = Signal()
    place_chosen = Signal()
    saving_left = Signal()
    prompt_write_requested = Signal(object)
    prompt_change_requested = Signal(object)
    prompt_delete_requested = Signal(object)
    prompt_draw_again_requested = Signal(object)
    prompt_unfold_requested = Signal(object)

    def __init__(self, icons: Icons) -> None:
        super().__init__()
        self._icons = icons
        self.rows: dict[OwnPromptId, OwnPromptRow] = {}
        self.fold = IconButton(icons.icon("chevron-right"), "")
        self.fold.clicked.connect(self.fold_requested)
        self._name = PlainLabel(wrap=True)
        self._about = SoftLabel(small=True)
        self.more = IconButton(icons.icon("more"), self.tr("More"))
        self.more.setPopupMode(IconButton.ToolButtonPopupMode.InstantPopup)
        menu = QMenu(self.more)
        self.rename_action = menu.addAction(self.tr("Rename…"), self.rename_requested.emit)
        self.save_action = menu.addAction(self.tr("Save as a file…"), self.save_requested.emit)
        self.delete_action = menu.addAction(self.tr("Delete deck"), self.delete_requested.emit)
        self.more.setMenu(menu)
        self.switch = WrappedCheck(self.tr("Takes part in the daily draw"))
        self.switch.clicked.connect(self.switch_requested)
        self.add = Button(self.tr("Add a prompt"), "quiet", icons.icon("plus", size=16), flush=True)
        self.add.clicked.connect(self.add_requested)
        self._nothing = SoftLabel(self.tr("No prompt is in this deck yet."))
        self.next_ones = Button("", "quiet", flush=True)
        self.next_ones.clicked.connect(self.more_requested)
        self._make_saving()
        self._lay_out()

    def _make_saving(self) -> None:
        self.saving = QWidget()
        warning = SoftLabel(
            self.tr(
                "The file is plain text. It lies outside your journal, and whoever finds it can read these prompts. "
                "It holds the name of the deck and its prompts, and nothing that you wrote from them."
            )
        )
        self.choose_place = Button(self.tr("Choose where…"))
        self.choose_place.clicked.connect(self.place_chosen)
        self.leave_saving = Button(self.tr("Not now"), "quiet")
        self.leave_saving.clicked.connect(self.saving_left)
        column = QVBoxLayout(self.saving)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(S8)
        column.addWidget(warning)
        column.addWidget(button_row(self.choose_place, self.leave_saving))

    def _lay_out(self) -> None:
        names = QVBoxLayout()
        names.setSpacing(0)
        names.addWidget(self._name)
        names.addWidget(self._about)
        head = QHBoxLayout()
        head.setSpacing(S8)
        head.addWidget(self.fold, 0, Qt.AlignmentFlag.AlignTop)
        head.addLayout(names, 1)
        head.addWidget(self.more, 0, Qt.AlignmentFlag.AlignTop)
        self._inside = QWidget()
        inside = QVBoxLayout(self._inside)
        inside.setContentsMargins(0, 0, 0, 0)
        inside.setSpacing(S8)
        self._rows = QVBoxLayout()
        self._rows.setSpacing(S4)
        self.prompt_slot = QVBoxLayout()
        """Where a new prompt is written."""
        for widget in (self.switch, self.saving, Divider(), self._nothing):
            inside.addWidget(widget)
        inside.addLayout(self.prompt_slot)
        inside.addLayout(self._rows)
        inside.addWidget(self.next_ones, 0, Qt.AlignmentFlag.AlignLeading)
        inside.addWidget(self.add, 0, Qt.AlignmentFlag.AlignLeading)
        self.name_slot = QVBoxLayout()
        """Where the deck is renamed."""
        self.body.addLayout(head)
        self.body.addLayout(self.name_slot)
        self.body.addWidget(self._inside)

    def show_deck(self, deck: Deck, state: DecksState) -> None:
        """Show the deck as it is; its prompts only where it is the open one."""
        is_open = state.open == deck.id
        self.fold.setIcon(self._icons.icon("chevron-down" if is_open else "chevron-right"))
        self.fold.set_name(
            self.tr("Fold the deck: {name}").format(name=deck.name)
            if is_open
            else self.tr("Open the deck: {name}").format(name=deck.name)
        )
        self._name.setText(deck.name)
        self.setAccessibleName(deck.name)
        self._about.setText(deck_words(deck))
        self.more.setAccessibleName(self.tr("More for the deck: {name}").format(name=deck.name))
        self.switch.set_checked(deck.is_on)
        self.switch.box.setAccessibleDescription(deck.name)
        self.add.setAccessibleDescription(deck.name)
        self._show_saving(is_asked=state.outgoing == deck.id)
        self._inside.setVisible(is_open)
        self._show_rows(deck if is_open else Deck(""), state)

    def _show_saving(self, *, is_asked: bool) -> None:
        """Once it is answered the keyboard goes where it was asked from."""
        focused = QApplication.focusWidget()
        had_keyboard = focused is not None and self.saving.isAncestorOf(focused)
        self.saving.setVisible(is_asked)
        if had_keyboard and not is_asked:
            self.more.setFocus(Qt.FocusReason.OtherFocusReason)

    def set_font(self, name: QFont) -> None:
        """Set the name of the deck in this font."""
        self._name.setFont(name)

    @override
    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """A click on the name does what the arrow does."""
        head = self._name.geometry().united(self._about.geometry())
        if event.button() is Qt.MouseButton.LeftButton and head.contains(event.position().toPoint()):
            self.fold_requested.emit()
        super().mouseReleaseEvent(event)

    def _show_rows(self, deck: Deck, state: DecksState) -> None:
        shown = deck.prompts[: state.rows]
        form = state.form
        changing = form.prompt.id if isinstance(form, PromptForm) else None
        wanted = {prompt.id for prompt in shown}
        for gone in [id_ for id_ in self.rows if id_ not in wanted]:
            row = self.rows.pop(gone)
            self._rows.removeWidget(row)
            row.hide()
            row.deleteLater()
        for place, prompt in enumerate(shown):
            row = self._row_of(prompt)
            if self._rows.indexOf(row) != place:
                self._rows.insertWidget(place, row)
            is_folded = prompt.intensity is Intensity.DEEP and prompt.id not in state.unfolded
            row.show_prompt(prompt, is_folded=is_folded, is_set_aside=prompt.prompt_id in state.set_aside)
            row.set_changing(changing=prompt.id == changing)
            row.show()
        self._nothing.setVisible(not deck.prompts)
        left = len(deck.prompts) - len(shown)
        self.next_ones.setVisible(left > 0)
        self.next_ones.setText(self.tr("%n more", "", left))
        self.next_ones.setAccessibleDescription(deck.name)

    def _row_of(self, prompt: OwnPrompt) -> OwnPromptRow:
        assert prompt.id is not None
        row = self.rows.get(prompt.id)
        if row is None:
            row = self.rows[prompt.id] = OwnPromptRow(prompt, self._icons)
            row.write_requested.connect(self.prompt_write_requested)
            row.change_requested.connect(self.prompt_change_requested)
            row.delete_requested.connect(self.prompt_delete_requested)
            row.draw_again_requested.connect(self.prompt_draw_again_requested)
            row.unfold_requested.connect(self.prompt_unfold_requested)
        return row
