"""The card *Write* under a unit's text: its prompts at three intensities."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFont
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from trustjournal.domain.guide import Unit
from trustjournal.domain.place import Place
from trustjournal.domain.prompt import Intensity, Prompt
from trustjournal.ui.kit.button import Button
from trustjournal.ui.kit.card import Card
from trustjournal.ui.kit.chip import Chip, ChipKind
from trustjournal.ui.kit.divider import Divider
from trustjournal.ui.kit.labels import SoftLabel
from trustjournal.ui.kit.tokens import S4, S8
from trustjournal.ui.pages.guide.prompts.arranging import PromptGroup, UnitPrompts
from trustjournal.ui.pages.guide.prompts.fresh_line import FreshLine
from trustjournal.ui.pages.guide.prompts.row import PromptRowView, PromptWishes
from trustjournal.ui.parts.prompt_words import intensity_label

_KINDS: dict[Intensity, ChipKind] = {Intensity.LIGHT: "plain", Intensity.MEDIUM: "trust", Intensity.DEEP: "mood"}
SETTINGS = Place("settings", None, {"card": "prompts", "below": 0})
"""Where a person says what prompts may be about."""


class WriteCard(Card):
    """Shows the prompts of a unit as they are arranged; what is wished for goes through `wishes`."""

    go_requested = Signal(object)
    """A `Place`."""

    def __init__(self, unit: Unit, wishes: PromptWishes, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self.set_title(self.tr("Write"))
        self._unit = unit
        self._wishes = wishes
        self._groups: dict[Intensity, _Group] = {}
        self._shown: UnitPrompts | None = None
        self._font = QFont()
        self._is_narrow = False
        self._nothing = SoftLabel(self.tr("No prompt of this part is shown now."))
        self._left_out = SoftLabel(small=True)
        self._change = Button(self.tr("Change this in Settings"), "quiet", flush=True)
        self._change.clicked.connect(lambda: self.go_requested.emit(SETTINGS))
        self._around = QWidget()
        around = QVBoxLayout(self._around)
        around.setContentsMargins(0, 0, 0, 0)
        around.setSpacing(S4)
        around.addWidget(self._left_out)
        around.addWidget(self._change, 0, Qt.AlignmentFlag.AlignLeading)
        self._column = QVBoxLayout()
        self._column.setSpacing(S8)
        self.fresh = FreshLine(unit.title, wishes)
        self.body.addLayout(self._column)
        self.body.addWidget(self.fresh)
        self.body.addWidget(self._nothing)
        self.body.addWidget(self._around)
        self.hide()  # until it is known what is switched off

    def show_prompts(self, prompts: UnitPrompts) -> None:
        """Show these; what did not change stays as it is."""
        self.show()
        if prompts == self._shown:
            return
        self._shown = prompts
        if [group.intensity for group in prompts.groups] != list(self._groups):
            self._rebuild(prompts)
        for group in prompts.groups:
            self._groups[group.intensity].show_group(group)
        self.fresh.show_prompts(prompts)
        self._nothing.setVisible(not prompts.groups and prompts.light_until is None)
        self._left_out.setText(self._left_out_words(prompts))
        self._around.setVisible(bool(self._left_out.text()))
        self._change.setAccessibleDescription(self._left_out.text())

    def rows(self) -> tuple[PromptRowView, ...]:
        """The lines of the card."""
        return tuple(row for group in self._groups.values() for row in group.rows())

    def more_buttons(self) -> tuple[Button, ...]:
        """Those that show the rest of an intensity's prompts."""
        return tuple(group.more for group in self._groups.values())

    def row_of(self, prompt: Prompt) -> PromptRowView | None:
        """The line a prompt stands on."""
        return next((row for row in self.rows() if row.prompt.id == prompt.id), None)

    def set_narrow(self, *, narrow: bool) -> None:
        """Put the buttons under the prompts instead of beside them."""
        self._is_narrow = narrow
        for group in self._groups.values():
            group.set_narrow(narrow=narrow)

    def set_type(self, font: QFont) -> None:
        """Set the prompts in these letters."""
        self._font = font
        for group in self._groups.values():
            group.set_type(font)

    def _left_out_words(self, prompts: UnitPrompts) -> str:
        sentences = []
        if prompts.spared and prompts.is_fresh:
            sentences.append(self.tr("%n prompt(s) that touch old hurt left out for now.", "", prompts.spared))
        elif prompts.spared:
            sentences.append(
                self.tr("%n prompt(s) that touch old hurt left out until you choose to see them.", "", prompts.spared)
            )
        if prompts.left_out:
            sentences.append(self.tr("%n prompt(s) of this part left out by your choices.", "", prompts.left_out))
        return " ".join(sentences)

    def _rebuild(self, prompts: UnitPrompts) -> None:
        while self._column.count():
            item = self._column.takeAt(0)
            widget = item.widget() if item is not None else None
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        self._groups = {}
        for group in prompts.groups:
            if self._groups:
                self._column.addWidget(Divider())
            view = self._groups[group.intensity] = _Group(group, self._unit.title, self._wishes)
            view.set_narrow(narrow=self._is_narrow)
            view.set_type(self._font)
            self._column.addWidget(view)


class _Group(QWidget):
    """The prompts of one intensity: the first few, and the rest on request."""

    def __init__(self, group: PromptGroup, unit_title: str, wishes: PromptWishes) -> None:
        super().__init__()
        self._wishes = wishes
        self._group = group
        self._rows: dict[str, PromptRowView] = {}
        self._font = QFont()
        self._is_narrow = False
        head = QHBoxLayout()
        head.setSpacing(S8)
        head.addWidget(Chip(intensity_label(group.intensity), _KINDS[group.intensity]), 0, Qt.AlignmentFlag.AlignTop)
        head.addWidget(SoftLabel(self._about(group.intensity), small=True), 1)
        self._row_column = QVBoxLayout()
        self._row_column.setSpacing(S4)
        self.more = Button("", "quiet", flush=True)
        self.more.setAccessibleDescription(unit_title)  # a part has several of these
        self.more.clicked.connect(lambda: wishes.expand(self._group, expanded=not self._group.is_expanded))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(S4)
        column.addLayout(head)
        column.addLayout(self._row_column)
        column.addWidget(self.more, 0, Qt.AlignmentFlag.AlignLeading)

    def rows(self) -> tuple[PromptRowView, ...]:
        return tuple(self._rows.values())

    def show_group(self, group: PromptGroup) -> None:
        self._group = group
        slots = [row.slot for row in group.rows]
        for slot in [slot for slot in self._rows if slot not in slots]:
            view = self._rows.pop(slot)
            view.hide()
            view.deleteLater()
        for place, row in enumerate(group.rows):
            if row.slot not in self._rows:
                view = self._rows[row.slot] = PromptRowView(row, self._wishes)
                view.set_narrow(narrow=self._is_narrow)
                view.set_type(self._font)
                self._row_column.insertWidget(place, view)
            self._rows[row.slot].show_row(row, stands_for=group.intensity)
        self._rows = {slot: self._rows[slot] for slot in slots}
        self.more.raise_()  # assistive technology reads widgets in this order
        self.more.setVisible(group.more > 0)
        self.more.setText(self.tr("Show fewer") if group.is_expanded else self.tr("%n more", "", group.more))
        self.more.setAccessibleName(
            self.tr("{words}: {intensity} prompts").format(
                words=self.more.text(), intensity=intensity_label(group.intensity)
            )
        )

    def set_narrow(self, *, narrow: bool) -> None:
        self._is_narrow = narrow
        for row in self._rows.values():
            row.set_narrow(narrow=narrow)

    def set_type(self, font: QFont) -> None:
        self._font = font
        for row in self._rows.values():
            row.set_type(font)

    def _about(self, intensity: Intensity) -> str:
        match intensity:
            case Intensity.LIGHT:
                return self.tr("a few minutes, on any day")
            case Intensity.MEDIUM:
                return self.tr("a closer look, with a closing step")
            case Intensity.DEEP:
                return self.tr("for when you have time and somewhere safe to sit")
