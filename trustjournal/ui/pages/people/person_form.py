"""A name and what somebody is to the writer: to add somebody, or to change them."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from trustjournal.domain.person import LONGEST_NAME, Person, Role
from trustjournal.ui.kit.labels import SoftLabel
from trustjournal.ui.kit.line_edit import LineEdit
from trustjournal.ui.kit.segmented import Segmented
from trustjournal.ui.parts.labelled import Labelled
from trustjournal.ui.parts.person_words import role_label
from trustjournal.ui.parts.small_form import SmallForm


class PersonForm(SmallForm):
    """Asks for both."""

    def __init__(self, keep_text: str, parent: QWidget | None = None) -> None:
        super().__init__(keep_text, parent)
        self.name = LineEdit()
        self.name.setMaxLength(LONGEST_NAME)
        self.name.returnPressed.connect(self.kept)
        self._name_row = Labelled(self.tr("Name or nickname"), self.name)
        self.roles = Segmented(
            [(role.value, role_label(role)) for role in Role],
            value=Role.FRIEND.value,
            label=self.tr("Who they are to you"),
        )
        self.lay_out(
            self._name_row,
            SoftLabel(self.tr("Use a nickname if somebody else could read this screen."), small=True),
            Labelled(self.tr("Who they are to you"), self.roles),
        )

    @property
    def role(self) -> Role:
        """The role that is chosen."""
        return Role(self.roles.value)

    def begin(self, person: Person | None) -> None:
        """Show somebody, or nobody yet, and take the keyboard."""
        self.name.setText(person.name if person is not None else "")
        self.roles.set_value((person.role if person is not None else Role.FRIEND).value)
        self.set_problem("")
        self.name.setFocus(Qt.FocusReason.OtherFocusReason)
        self.name.selectAll()

    def set_problem(self, problem: str) -> None:
        """Say what is amiss with the name, or with an empty string that nothing is."""
        self._name_row.set_problem(problem)
        if problem:
            self.name.setFocus(Qt.FocusReason.OtherFocusReason)
            self.name.selectAll()
