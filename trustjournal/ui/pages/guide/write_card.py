"""The prompts of a unit at three intensities. Deep ones wait behind their content note until they are opened."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QVBoxLayout, QWidget

from trustjournal.domain.guide import Unit
from trustjournal.domain.prompt import Intensity, Prompt
from trustjournal.ui.kit.button import Button
from trustjournal.ui.kit.card import Card
from trustjournal.ui.kit.chip import Chip, ChipKind
from trustjournal.ui.kit.divider import Divider
from trustjournal.ui.kit.labels import PlainLabel, SoftLabel
from trustjournal.ui.kit.tokens import S4, S8, S12
from trustjournal.ui.parts.prompt_words import intensity_label

SHOWN_AT_FIRST = 3
_KINDS: dict[Intensity, ChipKind] = {Intensity.LIGHT: "plain", Intensity.MEDIUM: "trust", Intensity.DEEP: "mood"}


class WriteCard(Card):
    """The card *Write* under a unit's text."""

    write_requested = Signal(object)
    """The `Prompt` to write about."""
    unfold_requested = Signal(object)
    """The deep `Prompt` to open."""

    def __init__(self, unit: Unit, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self.set_title(self.tr("Write"))
        self._groups: list[_Group] = []
        for intensity in Intensity:
            prompts = [prompt for prompt in unit.prompts if prompt.intensity is intensity]
            if not prompts:
                continue
            group = _Group(intensity, prompts, unit.title)
            group.write_requested.connect(self.write_requested)
            group.unfold_requested.connect(self.unfold_requested)
            if self._groups:
                self.body.addWidget(Divider())
            self.body.addWidget(group)
            self._groups.append(group)

    def show_unfolded(self, unfolded: frozenset[str]) -> None:
        """Open the deep prompts with these ids, and fold the others."""
        for group in self._groups:
            group.show_unfolded(unfolded)

    def set_narrow(self, *, narrow: bool) -> None:
        """Put the buttons under the prompts instead of beside them."""
        for group in self._groups:
            group.set_narrow(narrow=narrow)


class _Group(QWidget):
    """The prompts of one intensity: the first few, and the rest on request."""

    write_requested = Signal(object)
    unfold_requested = Signal(object)

    def __init__(self, intensity: Intensity, prompts: Iterable[Prompt], unit_title: str) -> None:
        super().__init__()
        self._rows = [_Row(prompt) for prompt in prompts]
        self._shows_all = False
        self._intensity = intensity_label(intensity)
        chip = Chip(self._intensity, _KINDS[intensity])
        head = QHBoxLayout()
        head.setSpacing(S8)
        head.addWidget(chip)
        head.addWidget(SoftLabel(self._about(intensity), small=True), 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(S4)
        column.addLayout(head)
        for row in self._rows:
            row.write_requested.connect(self.write_requested)
            row.unfold_requested.connect(self.unfold_requested)
            column.addWidget(row)
        self._more = Button("", "quiet")
        self._more.setAccessibleDescription(unit_title)  # a part has several of these
        self._more.clicked.connect(self._on_more_clicked)
        column.addWidget(self._more, 0, Qt.AlignmentFlag.AlignLeading)
        self._show_rows()

    def show_unfolded(self, unfolded: frozenset[str]) -> None:
        for row in self._rows:
            row.show_unfolded(unfolded)

    def set_narrow(self, *, narrow: bool) -> None:
        for row in self._rows:
            row.set_narrow(narrow=narrow)

    def _about(self, intensity: Intensity) -> str:
        match intensity:
            case Intensity.LIGHT:
                return self.tr("a few minutes, on any day")
            case Intensity.MEDIUM:
                return self.tr("a closer look, with a closing step")
            case Intensity.DEEP:
                return self.tr("for when you have time and somewhere safe to sit")

    def _show_rows(self) -> None:
        for number, row in enumerate(self._rows):
            row.setVisible(self._shows_all or number < SHOWN_AT_FIRST)
        hidden = len(self._rows) - SHOWN_AT_FIRST
        self._more.setVisible(hidden > 0)
        self._more.setText(self.tr("Show fewer") if self._shows_all else self.tr("%n more", "", max(0, hidden)))
        self._more.setAccessibleName(
            self.tr("{words}: {intensity} prompts").format(words=self._more.text(), intensity=self._intensity)
        )

    def _on_more_clicked(self) -> None:
        self._shows_all = not self._shows_all
        self._show_rows()


class _Row(QWidget):
    """One prompt and its button."""

    write_requested = Signal(object)
    unfold_requested = Signal(object)

    def __init__(self, prompt: Prompt) -> None:
        super().__init__()
        self._prompt = prompt
        self._words = PlainLabel(wrap=True)
        self._words.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self._note = SoftLabel(prompt.content_note or "")
        self._write = Button(self.tr("Write about this"), "quiet")
        self._write.clicked.connect(lambda: self.write_requested.emit(prompt))
        self._show = Button(self.tr("Show"))
        self._show.clicked.connect(self._on_show_clicked)
        self._row = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._row.setContentsMargins(0, S4, 0, S4)
        self._row.setSpacing(S12)
        words = QVBoxLayout()
        words.setSpacing(S4)
        words.addWidget(self._words)
        words.addWidget(self._note)
        self._row.addLayout(words, 1)
        for button in (self._write, self._show):
            self._row.addWidget(button, 0, Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeading)
        self._fold(is_folded=prompt.intensity is Intensity.DEEP)

    def show_unfolded(self, unfolded: frozenset[str]) -> None:
        self._fold(is_folded=self._prompt.intensity is Intensity.DEEP and self._prompt.id not in unfolded)

    def set_narrow(self, *, narrow: bool) -> None:
        direction = QBoxLayout.Direction.TopToBottom if narrow else QBoxLayout.Direction.LeftToRight
        self._row.setDirection(direction)

    def _fold(self, *, is_folded: bool) -> None:
        had_focus = self._show.hasFocus()
        self._words.setVisible(not is_folded)
        self._words.setText("" if is_folded else self._prompt.text)
        self._note.setVisible(bool(self._prompt.content_note))
        self._write.setVisible(not is_folded)
        self._show.setVisible(is_folded)
        self._write.setAccessibleName(self.tr("Write about this: {prompt}").format(prompt=self._prompt.text))
        self._show.setAccessibleName(
            self.tr("Show a deep prompt. {note}").format(note=self._prompt.content_note or "").strip()
        )
        if had_focus and not is_folded:
            self._write.setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_show_clicked(self) -> None:
        self.unfold_requested.emit(self._prompt)
