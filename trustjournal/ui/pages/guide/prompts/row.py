"""One prompt on the page of the guide: its words, or the note a deep one waits behind, and what can be done with it."""

from __future__ import annotations

from typing import Protocol

from PySide6.QtCore import Qt
from PySide6.QtGui import QFont, QFontMetrics
from PySide6.QtWidgets import QBoxLayout, QVBoxLayout, QWidget

from trustjournal.domain.prompt import Intensity, Prompt
from trustjournal.ui.kit.button import Button
from trustjournal.ui.kit.flow_layout import FlowLayout
from trustjournal.ui.kit.labels import PlainLabel, SoftLabel
from trustjournal.ui.kit.tokens import S4, S8, S12
from trustjournal.ui.pages.guide.prompts.answered_line import AnsweredLine
from trustjournal.ui.pages.guide.prompts.arranging import PromptGroup, PromptRow
from trustjournal.ui.parts.prompt_words import intensity_label

LINES = 3
"""Room for the words of a prompt that can be swapped."""


class PromptWishes(Protocol):
    """What can be wished for on a prompt."""

    def write_about(self, prompt: Prompt) -> None: ...
    def unfold(self, prompt: Prompt) -> None: ...
    def swap(self, slot: str) -> None: ...
    def not_today(self, prompt: Prompt) -> None: ...
    def bring_back(self, prompt: Prompt) -> None: ...
    def ask_again(self, prompt: Prompt, days: int) -> None: ...
    def then_and_now(self, prompt: Prompt) -> None: ...
    def expand(self, group: PromptGroup, *, expanded: bool) -> None: ...
    def go_beyond_light(self, *, beyond: bool) -> None: ...


class PromptRowView(QWidget):
    """A line of the card. The words of a folded prompt are nowhere in it, also not for a screen reader."""

    def __init__(self, row: PromptRow, wishes: PromptWishes) -> None:
        super().__init__()
        self._row = row
        self._is_narrow = False
        self.words = PlainLabel(wrap=True)
        self.words.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self._note = SoftLabel()
        self.write = Button(self.tr("Write about this"), "quiet")
        self.write.clicked.connect(lambda: wishes.write_about(self._row.prompt))
        self.open_button = Button(self.tr("Show"))
        self.open_button.clicked.connect(lambda: wishes.unfold(self._row.prompt))
        self.swap_button = Button(self.tr("Swap"), "quiet")
        self.swap_button.clicked.connect(lambda: wishes.swap(self._row.slot))
        self.not_today = Button(self.tr("Not today"), "quiet")
        self.not_today.clicked.connect(lambda: wishes.not_today(self._row.prompt))
        self.bring_back = Button(self.tr("Bring back"), "quiet")
        self.bring_back.clicked.connect(lambda: wishes.bring_back(self._row.prompt))
        self.answered = AnsweredLine(wishes)
        buttons = QWidget()
        flow = FlowLayout(buttons, gap=S8)
        self._buttons = (self.write, self.open_button, self.swap_button, self.not_today, self.bring_back)
        for button in self._buttons:
            flow.addWidget(button)
        said = QVBoxLayout()
        said.setSpacing(S4)
        for label in (self.words, self._note):
            said.addWidget(label)
        self._across = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._across.setSpacing(S12)
        self._across.addLayout(said, 1)
        self._across.addWidget(buttons, 0, Qt.AlignmentFlag.AlignTop)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, S4, 0, S4)
        column.setSpacing(S4)
        column.addLayout(self._across)
        column.addWidget(self.answered)

    @property
    def prompt(self) -> Prompt:
        """What stands here now."""
        return self._row.prompt

    def show_row(self, row: PromptRow, *, stands_for: Intensity) -> None:
        """Show a prompt in the place of one of an intensity."""
        had_focus = next((button for button in self._buttons if button.hasFocus()), None)
        self._row = row
        prompt = row.prompt
        is_deep = stands_for is Intensity.DEEP
        is_open = not (row.is_folded or row.is_put_away)
        self.words.setText(prompt.text if is_open else "")
        self.words.setVisible(is_open)
        self._note.setText(self._note_of(row, stands_for))
        self._note.setVisible(bool(self._note.text()))
        self.write.setVisible(is_open)
        self.open_button.setVisible(row.is_folded and not row.is_put_away)
        self.swap_button.setVisible(is_deep and not row.is_put_away)
        self.swap_button.setEnabled(row.can_swap)
        self.not_today.setVisible(is_deep and not row.is_put_away)
        self.bring_back.setVisible(row.is_put_away)
        self._keep_room()
        self._name_buttons(is_open=is_open)
        self.answered.show_answers(row)
        self._turn()
        if had_focus is not None and (had_focus.isHidden() or not had_focus.isEnabled()):
            nearest = next(one for one in self._buttons if not one.isHidden() and one.isEnabled())
            nearest.setFocus(Qt.FocusReason.OtherFocusReason)

    def set_narrow(self, *, narrow: bool) -> None:
        """Put the button under the prompt instead of beside it."""
        self._is_narrow = narrow
        self._turn()

    def set_type(self, font: QFont) -> None:
        """Set the prompt in these letters."""
        self.words.setFont(font)
        self._keep_room()

    def _keep_room(self) -> None:
        """Where a prompt can be swapped, the buttons under it stay where they are, however long the next one is."""
        can_swap = not self.swap_button.isHidden()
        line = QFontMetrics(self.words.font()).lineSpacing() + 1  # text to be selected is rounded up
        self.words.setMinimumHeight(LINES * line if can_swap else 0)

    def mark(self, start: int, end: int) -> None:
        """Select some letters of the words, if these can be seen."""
        if self.words.text():
            self.words.setSelection(start, end - start)

    def unmark(self) -> None:
        """Select nothing."""
        if self.words.hasSelectedText():
            self.words.setSelection(0, 0)

    def _note_of(self, row: PromptRow, stands_for: Intensity) -> str:
        if row.is_put_away:
            return self.tr("Folded away for today.")
        prompt = row.prompt
        if prompt.intensity is not stands_for:
            return intensity_label(prompt.intensity)
        return prompt.content_note or ""

    def _name_buttons(self, *, is_open: bool) -> None:
        prompt = self._row.prompt
        note = prompt.content_note or ""
        about = prompt.text if is_open else note
        self.write.setAccessibleName(self.tr("Write about this: {prompt}").format(prompt=about))
        self.open_button.setAccessibleName(self.tr("Show a deep prompt. {note}").format(note=note).strip())
        self.swap_button.setAccessibleName(self.tr("Swap for another prompt: {prompt}").format(prompt=about))
        self.not_today.setAccessibleName(self.tr("Not today: {prompt}").format(prompt=about))
        self.bring_back.setAccessibleName(self.tr("Bring back what was folded away. {note}").format(note=note).strip())

    def _turn(self) -> None:
        under = self._is_narrow or self._row.is_folded or not self.swap_button.isHidden()
        direction = QBoxLayout.Direction.TopToBottom if under else QBoxLayout.Direction.LeftToRight
        if direction != self._across.direction():
            self._across.setDirection(direction)
