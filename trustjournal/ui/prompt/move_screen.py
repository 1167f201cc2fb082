"""Keeping a journal in another place."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from trustjournal.ui.kit.button import Button
from trustjournal.ui.kit.icons import Icons
from trustjournal.ui.kit.path_label import PathLabel
from trustjournal.ui.kit.theme import Theme
from trustjournal.ui.kit.tokens import S4
from trustjournal.ui.parts.labelled import Labelled
from trustjournal.ui.prompt.prompt_screen import PromptScreen
from trustjournal.ui.prompt.state import PromptState, Spot


class MoveScreen(PromptScreen):
    """Shows where it is and where it will be."""

    place_wanted = Signal()
    confirmed = Signal()
    left = Signal()

    def __init__(self, theme: Theme, icons: Icons, parent: QWidget | None = None) -> None:
        super().__init__(theme, icons, parent)
        self.title.setText(self.tr("Move the journal"))
        self.words.setText(
            self.tr("The whole folder moves. It stays encrypted on the way, so the passphrase is not needed for this.")
        )
        self.now, self.then = PathLabel(), PathLabel()
        self.now_row = Labelled(self.tr("It is kept in"), self.now)
        self.then_row = Labelled(self.tr("It will be kept in"), self.then)
        self.choose = Button(self.tr("Choose a place…"))
        self.choose.clicked.connect(self.place_wanted)
        self.move_it = Button(self.tr("Move it"), "primary")
        self.move_it.clicked.connect(self.confirmed)
        self.just_open = Button(self.tr("Just open the journal"), "quiet")
        self.just_open.clicked.connect(self.left)
        self.spots = {Spot.PLACE: self.choose, Spot.ACTION: self.choose}
        self.lay_out(S4, self.now_row, self.then_row, actions=(self.choose, self.move_it, self.just_open))

    @override
    def show_state(self, state: PromptState) -> None:
        if state.folder is not None:
            self.now.set_paths(str(state.folder))
        self.then.set_paths(str(state.destination) if state.destination is not None else "")
        self.then_row.setVisible(state.destination is not None)
        super().show_state(state)
        self.move_it.setEnabled(state.destination is not None and not state.is_working)
