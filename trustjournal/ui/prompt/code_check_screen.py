"""Two groups of a new recovery code, typed back from paper."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget
from typing_extensions import override

from trustjournal.domain.recovery_code import GROUP_LENGTH, tidied
from trustjournal.ui.kit.button import Button
from trustjournal.ui.kit.grouped_edit import GroupedEdit
from trustjournal.ui.kit.icons import Icons
from trustjournal.ui.kit.theme import Theme
from trustjournal.ui.kit.tokens import S4, S16
from trustjournal.ui.parts.labelled import Labelled
from trustjournal.ui.prompt.flow.recovery_code import GROUPS_TYPED_BACK
from trustjournal.ui.prompt.prompt_screen import PromptScreen
from trustjournal.ui.prompt.state import PromptState, Spot


class CodeCheckScreen(PromptScreen):
    """Tells which group is not as it was shown; only then the code begins to work."""

    submitted = Signal(object)
    """What was typed, a list in the order of the groups."""
    show_again_wanted = Signal()

    def __init__(self, theme: Theme, icons: Icons, parent: QWidget | None = None) -> None:
        super().__init__(theme, icons, parent)
        self._groups: tuple[int, ...] = ()
        self._wrong: frozenset[int] = frozenset()
        self.title.setText(self.tr("Is it on paper?"))
        self.words.setText(self.tr("Type these two groups from your paper. Then the code begins to work."))
        self.fields = [
            GroupedEdit(tidied, group_length=GROUP_LENGTH, longest=GROUP_LENGTH) for _ in range(GROUPS_TYPED_BACK)
        ]
        self._row = QWidget()
        row = QHBoxLayout(self._row)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(S16)
        self._cells: list[Labelled] = []
        for place, field in enumerate(self.fields):
            cell = Labelled("", field)
            self._cells.append(cell)
            column = QVBoxLayout()
            column.addWidget(cell, 0, Qt.AlignmentFlag.AlignTop)
            row.addLayout(column, 1)
            field.textEdited.connect(self._on_edited)
            field.returnPressed.connect(lambda place=place: self._on_return_pressed(place))
        self.check = Button("", "primary")
        self.check.clicked.connect(self._on_check_wanted)
        self.again = Button(self.tr("Show the code again"), "quiet")
        self.again.clicked.connect(self.show_again_wanted)
        self.spots = {Spot.ACTION: self.check}
        self.lay_out(S4, self._row, actions=(self.check, self.again))

    @override
    def begin(self, state: PromptState) -> None:
        for field in self.fields:
            field.forget()

    @override
    def show_state(self, state: PromptState) -> None:
        code = state.code
        if code is not None and code.groups:
            self._groups = code.groups
            for group, field, cell in zip(code.groups, self.fields, self._cells, strict=True):
                cell.set_name(self.tr("Group {number}").format(number=group + 1))
                field.setReadOnly(state.is_working)
                is_wrong = group in code.wrong
                cell.set_problem(
                    self.tr("Group {number} is not the one that was shown.").format(number=group + 1)
                    if is_wrong
                    else ""
                )
            if code.wrong and code.wrong != self._wrong:
                first = next(
                    field for group, field in zip(code.groups, self.fields, strict=True) if group in code.wrong
                )
                first.setFocus(Qt.FocusReason.OtherFocusReason)
                first.selectAll()
            self._wrong = code.wrong
        self.check.setText(self.tr("Making it work…") if state.is_working else self.tr("Check"))
        super().show_state(state)

    @override
    def first_focus(self) -> QWidget:
        return self.fields[0]

    def _on_edited(self) -> None:
        for cell in self._cells:
            cell.set_problem("")
        self.edited.emit()

    def _on_return_pressed(self, place: int) -> None:
        following = place + 1
        if following < len(self.fields) and not self.fields[following].text():
            self.fields[following].setFocus(Qt.FocusReason.TabFocusReason)
        else:
            self._on_check_wanted()

    def _on_check_wanted(self) -> None:
        self._wrong = frozenset()
        self.submitted.emit([field.text() for field in self.fields])
