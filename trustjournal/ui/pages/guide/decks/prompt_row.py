"""One prompt of a deck: its words, what kind of prompt it is, and what can be done with it."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QMenu, QVBoxLayout, QWidget

from trustjournal.domain.deck import OwnPrompt
from trustjournal.domain.prompt import Intensity
from trustjournal.ui.kit.button import Button, IconButton
from trustjournal.ui.kit.flow_layout import FlowLayout
from trustjournal.ui.kit.icons import Icons
from trustjournal.ui.kit.labels import PlainLabel, SoftLabel
from trustjournal.ui.kit.tokens import S4, S8
from trustjournal.ui.parts.prompt_words import intensity_label


class OwnPromptRow(QWidget):
    """A prompt. A deep one waits folded until it is opened."""

    write_requested = Signal(object)
    change_requested = Signal(object)
    delete_requested = Signal(object)
    draw_again_requested = Signal(object)
    unfold_requested = Signal(object)
    """Each with the `OwnPrompt`."""

    def __init__(self, prompt: OwnPrompt, icons: Icons) -> None:
        super().__init__()
        self._prompt = prompt
        self._words = PlainLabel(wrap=True)
        self._words.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self._about = SoftLabel(small=True)
        self.write = Button(self.tr("Write about this"), "quiet", flush=True)
        self.write.clicked.connect(lambda: self.write_requested.emit(self._prompt))
        self.show_it = Button(self.tr("Show"), "quiet", flush=True)
        self.show_it.clicked.connect(self._on_show_it_clicked)
        self.again = Button(self.tr("Let it come up again"), "quiet")
        self.again.clicked.connect(lambda: self.draw_again_requested.emit(self._prompt))
        self.more = IconButton(icons.icon("more"), self.tr("More"))
        self.more.setPopupMode(IconButton.ToolButtonPopupMode.InstantPopup)
        menu = QMenu(self.more)
        self.change_action = menu.addAction(self.tr("Change…"), lambda: self.change_requested.emit(self._prompt))
        self.delete_action = menu.addAction(self.tr("Delete"), lambda: self.delete_requested.emit(self._prompt))
        self.more.setMenu(menu)
        buttons = QWidget()
        flow = FlowLayout(buttons, gap=S8, row_gap=0)
        for button in (self.write, self.show_it, self.again):
            flow.addWidget(button)
        words = QVBoxLayout()
        words.setSpacing(S4)
        words.addWidget(self._words)
        words.addWidget(self._about)
        words.addWidget(buttons)
        self._shown = QWidget()
        row = QHBoxLayout(self._shown)
        row.setContentsMargins(0, S4, 0, S4)
        row.setSpacing(S8)
        row.addLayout(words, 1)
        row.addWidget(self.more, 0, Qt.AlignmentFlag.AlignTop)
        self.form_slot = QVBoxLayout()
        """Where it is changed."""
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._shown)
        column.addLayout(self.form_slot)

    def show_prompt(self, prompt: OwnPrompt, *, is_folded: bool, is_set_aside: bool) -> None:
        """Show it as it is now."""
        self._prompt = prompt
        self._words.setText("" if is_folded else prompt.text)
        self._words.setVisible(not is_folded)
        self._about.setText(self._facts(prompt, is_set_aside=is_set_aside))
        self.again.setVisible(is_set_aside and not is_folded)
        had_focus = self.show_it.hasFocus()
        self.write.setVisible(not is_folded)
        self.show_it.setVisible(is_folded)
        if had_focus and not is_folded:
            self.write.setFocus(Qt.FocusReason.OtherFocusReason)
        about = self._facts(prompt, is_set_aside=is_set_aside) if is_folded else prompt.text
        self.write.setAccessibleName(self.tr("Write about this: {prompt}").format(prompt=about))
        self.show_it.setAccessibleName(self.tr("Show this prompt: {about}").format(about=about))
        self.again.setAccessibleName(self.tr("Let it come up again: {prompt}").format(prompt=about))
        self.more.setAccessibleName(self.tr("More for: {prompt}").format(prompt=about))

    def set_changing(self, *, changing: bool) -> None:
        """Give its place to the form in which it is changed, or take it again."""
        self._shown.setVisible(not changing)

    def _facts(self, prompt: OwnPrompt, *, is_set_aside: bool) -> str:
        said = [intensity_label(prompt.intensity)]
        if prompt.intensity is Intensity.DEEP:
            said.append(self.tr("does not come up by itself"))
        if is_set_aside:
            said.append(self.tr("set aside by you"))
        if prompt.note:
            said.append(prompt.note)
        return " · ".join(said)

    def _on_show_it_clicked(self) -> None:
        self.unfold_requested.emit(self._prompt)
