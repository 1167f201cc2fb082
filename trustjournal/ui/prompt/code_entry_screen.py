"""Typing a whole recovery code: to get in with it, or to see whether the paper still works."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from trustjournal.domain.recovery_code import GROUP_LENGTH, GROUPS, tidied
from trustjournal.ui.kit.button import Button
from trustjournal.ui.kit.grouped_edit import GroupedEdit
from trustjournal.ui.kit.icons import Icons
from trustjournal.ui.kit.labels import SoftLabel
from trustjournal.ui.kit.theme import Theme
from trustjournal.ui.parts.labelled import Labelled
from trustjournal.ui.prompt.flow.recovery_code import is_slip
from trustjournal.ui.prompt.prompt_screen import PromptScreen
from trustjournal.ui.prompt.state import PromptState, Spot

_ROOM_FOR_SLIPS = GROUP_LENGTH
"""A character too many is shown, and said to be a slip, rather than dropped unseen."""


class CodeEntryScreen(PromptScreen):
    """One field that tidies what is typed, and says at once when a whole code has a slip in it."""

    submitted = Signal(str)
    """The code as typed."""

    def __init__(self, theme: Theme, icons: Icons, parent: QWidget | None = None) -> None:
        super().__init__(theme, icons, parent)
        self.code = GroupedEdit(
            tidied,
            group_length=GROUP_LENGTH,
            longest=GROUPS * GROUP_LENGTH + _ROOM_FOR_SLIPS,
            label=self.tr("Recovery code"),
        )
        self.code_row = Labelled(self.tr("Recovery code"), self.code)
        self.how = SoftLabel(
            self.tr("32 letters and digits in eight groups. Capital or small, with or without hyphens: all is fine."),
            small=True,
        )
        self.use = Button("", "primary")
        self.use.clicked.connect(self._on_use_wanted)
        self.code.textEdited.connect(self._on_code_edited)
        self.code.returnPressed.connect(self._on_use_wanted)
        self.spots = {Spot.CODE: self.code_row}

    @override
    def begin(self, state: PromptState) -> None:
        self.code.forget()

    @override
    def show_state(self, state: PromptState) -> None:
        self.code.setReadOnly(state.is_working)
        super().show_state(state)
        self._say_slip()

    @override
    def first_focus(self) -> QWidget:
        return self.code

    def _on_code_edited(self) -> None:
        self.edited.emit()
        self._say_slip()

    def _say_slip(self) -> None:
        if is_slip(self.code.code()):
            self.code_row.set_problem(self.tr("There is a slip in it. Compare each group with your paper."))
        elif self.code.text():
            self.code_row.set_problem("")

    def _on_use_wanted(self) -> None:
        self.submitted.emit(self.code.text())


class RecoverScreen(CodeEntryScreen):
    """Opens the journal with the code."""

    back_wanted = Signal()

    def __init__(self, theme: Theme, icons: Icons, parent: QWidget | None = None) -> None:
        super().__init__(theme, icons, parent)
        self.title.setText(self.tr("Use the recovery code"))
        self.back = Button(self.tr("Back"), "quiet")
        self.back.clicked.connect(self.back_wanted)
        self.lay_out(self.code_row, self.how, actions=(self.use, self.back))

    @override
    def show_state(self, state: PromptState) -> None:
        name = state.folder.name if state.folder is not None else ""
        self.words.setText(
            self.tr("Type it from your paper. It opens “{journal}” without the passphrase.").format(journal=name)
        )
        self.use.setText(self.tr("Unlocking…") if state.is_working else self.tr("Unlock"))
        super().show_state(state)


class TryCodeScreen(CodeEntryScreen):
    """The drill: nothing is changed by it."""

    make_wanted = Signal()
    left = Signal()

    def __init__(self, theme: Theme, icons: Icons, parent: QWidget | None = None) -> None:
        super().__init__(theme, icons, parent)
        self.title.setText(self.tr("Try your recovery code"))
        self.words.setText(
            self.tr("Fetch the paper and type what stands on it. Trying changes nothing; it only shows that it works.")
        )
        self.make_new = Button(self.tr("Make a new code"))
        self.make_new.clicked.connect(self.make_wanted)
        self.not_now = Button(self.tr("Not now"), "quiet")
        self.not_now.clicked.connect(self.left)
        self.lay_out(self.code_row, self.how, actions=(self.use, self.make_new, self.not_now))

    @override
    def show_state(self, state: PromptState) -> None:
        self.use.setText(self.tr("Trying…") if state.is_working else self.tr("Try it"))
        self.make_new.setVisible(state.trouble is not None and isinstance(state.trouble.reason, Exception))
        super().show_state(state)
