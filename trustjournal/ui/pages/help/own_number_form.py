"""A name, a number and a note: to add a number of one's own, or to change it."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from trustjournal.domain.help import LONGEST_OWN_NAME, LONGEST_OWN_NOTE, LONGEST_OWN_NUMBER, OwnNumber
from trustjournal.ui.kit.labels import SoftLabel
from trustjournal.ui.kit.line_edit import LineEdit
from trustjournal.ui.parts.labelled import Labelled
from trustjournal.ui.parts.small_form import SmallForm


class OwnNumberForm(SmallForm):
    """Asks for all three."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(self.tr("Keep"), parent)
        self.name, self.number, self.note = LineEdit(), LineEdit(), LineEdit()
        for field, longest in (
            (self.name, LONGEST_OWN_NAME),
            (self.number, LONGEST_OWN_NUMBER),
            (self.note, LONGEST_OWN_NOTE),
        ):
            field.setMaxLength(longest)
            field.returnPressed.connect(self.kept)
        self._name_row = Labelled(self.tr("Who it is"), self.name)
        self._number_row = Labelled(self.tr("Number"), self.number)
        self.lay_out(
            self._name_row,
            SoftLabel(self.tr("Use a nickname if somebody else could read this screen."), small=True),
            self._number_row,
            Labelled(self.tr("Note, if you like"), self.note),
        )

    def begin(self, one: OwnNumber | None) -> None:
        """Show a number, or none yet, and take the keyboard."""
        self.name.setText(one.name if one is not None else "")
        self.number.setText(one.number if one is not None else "")
        self.note.setText(one.note if one is not None else "")
        self.set_problems("", "")
        self.name.setFocus(Qt.FocusReason.OtherFocusReason)

    def set_problems(self, of_name: str, of_number: str) -> None:
        """Say what is amiss with the name and with the number, or with empty words that nothing is."""
        self._name_row.set_problem(of_name)
        self._number_row.set_problem(of_number)
        field = self.name if of_name else self.number if of_number else None
        if field is not None:
            field.setFocus(Qt.FocusReason.OtherFocusReason)
