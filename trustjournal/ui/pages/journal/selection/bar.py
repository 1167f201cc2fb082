"""The bar under the list while several entries are picked: how many, and what can be done with all of them."""

from __future__ import annotations

from PySide6.QtCore import QLocale, Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from trustjournal.ui.kit.button import Button, IconButton
from trustjournal.ui.kit.button_row import button_row
from trustjournal.ui.kit.icons import Icons
from trustjournal.ui.kit.labels import PlainLabel
from trustjournal.ui.kit.progress_line import ProgressLine
from trustjournal.ui.kit.theme import Theme
from trustjournal.ui.kit.tokens import S4, S8
from trustjournal.ui.pages.journal.selection.presenter import SelectionState


class SelectionBar(QFrame):
    """Shows a `SelectionState`; not there while nothing is picked."""

    ended = Signal()
    """Pick nothing any more."""

    def __init__(self, theme: Theme, icons: Icons, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(self.tr("Selected entries"))
        self.count = PlainLabel()
        self.close_button = IconButton(icons.icon("close", size=16), self.tr("End the selection (Escape)"))
        self.tag = Button(self.tr("Tag…"), "quiet")
        self.person = Button(self.tr("Person…"), "quiet")
        self.star = Button(self.tr("Star"), "quiet")
        self.star.setAccessibleDescription(self.tr("Stars all; if all have a star, takes the stars away"))
        self.print = Button(self.tr("Print…"), "quiet")
        self.markdown = Button(self.tr("Save as Markdown…"), "quiet")
        self.trash = Button(self.tr("Move to trash"), "quiet")
        self.choices = button_row(self.tag, self.person, self.star, self.print, self.markdown, self.trash)
        self.progress = ProgressLine(theme, self.tr("How far the change is"))
        self.cancel = Button(self.tr("Cancel"), "plain")
        self.working = QWidget()
        line = QHBoxLayout(self.working)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(S8)
        line.addWidget(self.progress, 1)
        line.addWidget(self.cancel)
        head = QHBoxLayout()
        head.setSpacing(S8)
        head.addWidget(self.count, 1)
        head.addWidget(self.close_button)
        column = QVBoxLayout(self)
        column.setContentsMargins(S8, S4, S8, S8)
        column.setSpacing(S4)
        column.addLayout(head)
        column.addWidget(self.choices)
        column.addWidget(self.working)
        self.close_button.clicked.connect(self.ended)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.show_state(SelectionState())

    @property
    def stops(self) -> tuple[QWidget, ...]:
        """Where Tab comes to, in this order."""
        return (
            self.tag, self.person, self.star, self.print, self.markdown, self.trash, self.cancel, self.close_button,
        )  # fmt: skip

    def show_state(self, state: SelectionState) -> None:
        """Show a state."""
        self.setVisible(state.count > 0 or (state.is_working and state.of > 0))
        words = self.tr("%n selected", "", state.count).replace(str(state.count), QLocale().toString(state.count))
        self.count.setText(words)
        is_long = state.is_working and state.of > 0
        self.choices.setVisible(not is_long)
        self.choices.setEnabled(not state.is_working)
        self.working.setVisible(is_long)
        self.close_button.setVisible(not is_long)
        self.person.setEnabled(bool(state.people))
        if is_long:
            self.progress.set_percent(100 * state.done // state.of)
