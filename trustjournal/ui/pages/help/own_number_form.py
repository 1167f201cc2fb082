"""A name, a number and a note: to add a number of one's own, or to change it."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget
from typing_extensions import override

from trustjournal.domain.help import LONGEST_OWN_NAME, LONGEST_OWN_NOTE, LONGEST_OWN_NUMBER, OwnNumber
from trustjournal.ui.kit.button import Button
from trustjournal.ui.kit.button_row import button_row
from trustjournal.ui.kit.labels import SoftLabel
from trustjournal.ui.kit.line_edit import LineEdit
from trustjournal.ui.kit.tokens import S12
from trustjournal.ui.parts.labelled import Labelled


class OwnNumberForm(QWidget):
    """Asks; whoever holds it keeps what was answered."""

    kept = Signal()
    cancelled = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
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
        self.keep = Button(self.tr("Keep"), "primary")
        self.keep.clicked.connect(self.kept)
        self.cancel = Button(self.tr("Not now"), "quiet")
        self.cancel.clicked.connect(self.cancelled)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(S12)
        column.addWidget(self._name_row)
        column.addWidget(SoftLabel(self.tr("Use a nickname if somebody else could read this screen."), small=True))
        column.addWidget(self._number_row)
        column.addWidget(Labelled(self.tr("Note, if you like"), self.note))
        column.addWidget(button_row(self.keep, self.cancel))

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

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.cancelled.emit()
        else:
            super().keyPressEvent(event)
