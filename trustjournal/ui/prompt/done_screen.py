"""Says that something is done and true now; one button leads on."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from trustjournal.ui.kit.button import Button
from trustjournal.ui.kit.icons import Icons
from trustjournal.ui.kit.theme import Theme
from trustjournal.ui.prompt.prompt_screen import PromptScreen
from trustjournal.ui.prompt.state import CodeReason, PromptState


class DoneScreen(PromptScreen):
    """A title, words and a button."""

    went_on = Signal()

    def __init__(self, theme: Theme, icons: Icons, parent: QWidget | None = None) -> None:
        super().__init__(theme, icons, parent)
        self.go_on = Button(self.tr("Open the journal"), "primary")
        self.go_on.clicked.connect(self.went_on)
        self.lay_out(actions=(self.go_on,))


class CodeKeptScreen(DoneScreen):
    """The new code opens the journal."""

    def __init__(self, theme: Theme, icons: Icons, parent: QWidget | None = None) -> None:
        super().__init__(theme, icons, parent)
        self.title.setText(self.tr("It works"))

    @override
    def show_state(self, state: PromptState) -> None:
        code = state.code
        if code is not None:
            if code.replaces:
                words = self.tr(
                    "This code opens the journal now, and the old one no longer does. You could tear that up."
                )
            else:
                words = self.tr("This code opens the journal now. In Settings you can try it from paper at any time.")
            self.words.setText(words)
            is_new = code.reason is CodeReason.NEW_JOURNAL
            self.go_on.setText(self.tr("Go on") if is_new else self.tr("Open the journal"))
        super().show_state(state)


class CodeWorksScreen(DoneScreen):
    """The drill went well."""

    def __init__(self, theme: Theme, icons: Icons, parent: QWidget | None = None) -> None:
        super().__init__(theme, icons, parent)
        self.title.setText(self.tr("Your recovery code works"))
        self.words.setText(self.tr("What stands on your paper opens this journal. Put it back where it was safe."))


class DeletedScreen(DoneScreen):
    """The journal is gone."""

    def __init__(self, theme: Theme, icons: Icons, parent: QWidget | None = None) -> None:
        super().__init__(theme, icons, parent)
        self.title.setText(self.tr("The journal is deleted"))
        self.words.setText(
            self.tr("Backups and copies of it that you made in other places are still there, and still encrypted.")
        )
        self.go_on.setText(self.tr("Go on"))
