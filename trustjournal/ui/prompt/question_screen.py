"""The one question about the place where somebody writes."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from trustjournal.domain.settings import IDLE_MINUTES_IF_SEEN, OthersMaySee
from trustjournal.ui.kit.button import Button
from trustjournal.ui.kit.icons import Icons
from trustjournal.ui.kit.labels import PlainLabel, SoftLabel
from trustjournal.ui.kit.theme import Theme
from trustjournal.ui.kit.tokens import S4
from trustjournal.ui.prompt.prompt_screen import PromptScreen

_SMALLEST_WIDTH = 96
"""Pixels at 100 % text: no answer looks larger than another."""


class QuestionScreen(PromptScreen):
    """Whether others may see this computer, what follows from the answer, and what cannot follow from any."""

    answered = Signal(object)
    """An `OthersMaySee`."""

    def __init__(self, theme: Theme, icons: Icons, parent: QWidget | None = None) -> None:
        super().__init__(theme, icons, parent)
        self.title.setText(self.tr("Could anyone who worries you see this computer?"))
        self.words.setText(
            self.tr("Someone at home, at work, or anyone who comes near it. You can change all of it in Settings.")
        )
        follows = PlainLabel(
            self.tr(
                "With “Maybe” or “Yes” the journal locks after {minutes} minutes and when the window is minimised, "
                "and the program asks the system to keep the window out of screenshots where it can."
            ).format(minutes=IDLE_MINUTES_IF_SEEN),
            wrap=True,
        )
        limits = SoftLabel(
            self.tr(
                "What no program can promise: this one does not help against spying software, against being made "
                "to tell the passphrase, or against being seen while you write. "
                "It stays in the list of installed programs."
            ),
            small=True,
        )
        self.choices = {
            OthersMaySee.NO: Button(self.tr("No")),
            OthersMaySee.MAYBE: Button(self.tr("Maybe")),
            OthersMaySee.YES: Button(self.tr("Yes")),
        }
        for answer, button in self.choices.items():
            button.clicked.connect(lambda _checked=False, answer=answer: self.answered.emit(answer))
            button.setAccessibleDescription(self.title.text())
        theme.changed.connect(self._fit)
        self._fit()
        self.lay_out(S4, follows, limits, S4, actions=tuple(self.choices.values()))

    @override
    def first_focus(self) -> QWidget:
        """The one that does no harm if a key was pressed too often."""
        return self.choices[OthersMaySee.MAYBE]

    def _fit(self) -> None:
        for button in self.choices.values():
            button.setMinimumWidth(self.theme.sp(_SMALLEST_WIDTH))
