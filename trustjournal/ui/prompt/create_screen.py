"""Makes a journal: its name, its place, its passphrase twice, and the one warning that matters."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from trustjournal.ui.kit.button import Button
from trustjournal.ui.kit.icons import Icons
from trustjournal.ui.kit.keyboard_layout import KeyboardLayout
from trustjournal.ui.kit.line_edit import LineEdit
from trustjournal.ui.kit.theme import Theme
from trustjournal.ui.kit.tokens import S4
from trustjournal.ui.parts.labelled import Labelled
from trustjournal.ui.prompt.flow.making import LONGEST_FOLDER_NAME, folder_name_of
from trustjournal.ui.prompt.no_way_back import NoWayBack
from trustjournal.ui.prompt.passphrase_pair import PassphrasePair
from trustjournal.ui.prompt.place_field import PlaceField
from trustjournal.ui.prompt.prompt_screen import PromptScreen
from trustjournal.ui.prompt.state import PromptState, Spot


class CreateScreen(PromptScreen):
    """Asks for everything a new journal needs, on one screen."""

    create_pressed = Signal()
    place_wanted = Signal()
    folder_wanted = Signal()
    back_wanted = Signal()

    def __init__(self, theme: Theme, icons: Icons, keyboard: KeyboardLayout, parent: QWidget | None = None) -> None:
        super().__init__(theme, icons, parent)
        self._folder = Path()
        self.words.setText(
            self.tr(
                "A private notebook with a guide about trust. It stays on this computer, encrypted, "
                "and only your passphrase opens it. Nobody reads along, so nobody will call for help for you."
            )
        )
        self.name = LineEdit()
        self.name.setMaxLength(LONGEST_FOLDER_NAME)
        name_row = Labelled(self.tr("Name of the journal"), self.name)
        self._place = PlaceField(theme)
        self.change_place = self._place.change
        self.change_place.clicked.connect(self.place_wanted)
        place_row = Labelled(self.tr("Kept in"), self._place)
        pair = self.pair = PassphrasePair(
            theme, icons, keyboard, self.tr("Passphrase"), self.tr("The same passphrase again")
        )
        self.passphrase, self.again, self.meter = pair.passphrase, pair.again, pair.meter
        self.make_one, self.proposal = pair.make_one, pair.proposal
        self.warning = NoWayBack(theme, icons)
        self.create_button = Button("", "primary")
        self.create_button.clicked.connect(self.create_pressed)
        self.back = Button(self.tr("Back"), "quiet")
        self.back.clicked.connect(self.back_wanted)
        self.open_other = Button(self.tr("Open a journal that is already there…"), "quiet")
        self.open_other.clicked.connect(self.folder_wanted)
        self.name.textEdited.connect(self.edited)
        self.name.textChanged.connect(self._show_whole_place)
        self.name.returnPressed.connect(self.passphrase.setFocus)
        pair.edited.connect(self.edited)
        pair.submitted.connect(self.create_pressed)
        self.spots = {
            Spot.NAME: name_row,
            Spot.PLACE: self.change_place,
            Spot.PASSPHRASE: pair.passphrase_row,
            Spot.AGAIN: pair.again_row,
        }
        self.buttons = [self.make_one, self.change_place]
        actions = (self.create_button, self.back, self.open_other)
        self.lay_out(S4, name_row, place_row, pair, self.warning, actions=actions)

    @override
    def begin(self, state: PromptState) -> None:
        self.name.setText(self.tr("Personal") if state.is_first_run else "")
        self.pair.forget()

    @override
    def show_state(self, state: PromptState) -> None:
        self.title.setText(self.tr("Welcome to TrustJournal") if state.is_first_run else self.tr("Make a journal"))
        self.words.setVisible(state.is_first_run)
        self._folder = state.place
        self._show_whole_place()
        self.pair.show_state(state)
        self.create_button.setText(self.tr("Making it…") if state.is_working else self.tr("Make the journal"))
        self.back.setVisible(state.folder is not None)
        self.open_other.setVisible(state.folder is None)
        self.name.setReadOnly(state.is_working)
        super().show_state(state)

    @override
    def first_focus(self) -> QWidget:
        """The first field that is still empty."""
        return self.passphrase if self.name.text() else self.name

    def _show_whole_place(self) -> None:
        """A folder may not be called everything a journal may: show what it will be called before it is made."""
        self._place.set_path(self._folder / folder_name_of(self.name.text()))
