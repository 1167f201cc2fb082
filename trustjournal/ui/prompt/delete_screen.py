"""Deleting a journal: asked once, and then still to be undone for a while."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from trustjournal.ui.kit.button import Button
from trustjournal.ui.kit.icons import Icons
from trustjournal.ui.kit.labels import PlainLabel
from trustjournal.ui.kit.path_label import PathLabel
from trustjournal.ui.kit.theme import Theme
from trustjournal.ui.parts.labelled import Labelled
from trustjournal.ui.prompt.prompt_screen import PromptScreen
from trustjournal.ui.prompt.state import PromptState, Spot


class DeleteScreen(PromptScreen):
    """Names the journal and says what disks keep."""

    confirmed = Signal()
    left = Signal()

    def __init__(self, theme: Theme, icons: Icons, parent: QWidget | None = None) -> None:
        super().__init__(theme, icons, parent)
        self.words.setText(self.tr("All its pages, its key file and its folder."))
        self.path = PathLabel()
        path_row = Labelled(self.tr("It is kept in"), self.path)
        honest = PlainLabel(
            self.tr(
                "Disks keep traces: deleted files can sometimes be read back, more so on SSDs and in backups. "
                "What is left there is encrypted."
            ),
            wrap=True,
        )
        self.delete = Button("", "danger")
        self.delete.clicked.connect(self.confirmed)
        self.not_now = Button(self.tr("Not now"), "quiet")
        self.not_now.clicked.connect(self.left)
        self.spots = {Spot.ACTION: self.not_now}
        self.lay_out(path_row, honest, actions=(self.delete, self.not_now))

    @override
    def show_state(self, state: PromptState) -> None:
        name = state.folder.name if state.folder is not None else ""
        self.title.setText(self.tr("Delete the journal “{journal}”").format(journal=name))
        self.path.set_paths(str(state.folder or ""))
        self.delete.setText(self.tr("Deleting it…") if state.is_working else self.tr("Delete this journal"))
        super().show_state(state)

    @override
    def first_focus(self) -> QWidget:
        return self.not_now


class SetAsideScreen(PromptScreen):
    """The journal is as good as deleted, and can still be put back."""

    put_back_wanted = Signal()
    for_good_wanted = Signal()

    def __init__(self, theme: Theme, icons: Icons, parent: QWidget | None = None) -> None:
        super().__init__(theme, icons, parent)
        self.words.setText(
            self.tr("You can still put it back. It is deleted for good when this window closes or locks.")
        )
        self.put_back = Button(self.tr("Put it back"))
        self.put_back.clicked.connect(self.put_back_wanted)
        self.for_good = Button(self.tr("Delete for good now"), "danger")
        self.for_good.clicked.connect(self.for_good_wanted)
        self.lay_out(actions=(self.put_back, self.for_good))

    @override
    def show_state(self, state: PromptState) -> None:
        name = state.folder.name if state.folder is not None else ""
        self.title.setText(self.tr("“{journal}” is set aside").format(journal=name))
        super().show_state(state)
