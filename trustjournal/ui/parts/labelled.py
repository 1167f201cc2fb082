"""A field with its name above it and, where something is amiss, a sentence below it."""

from __future__ import annotations

from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from trustjournal.ui.kit.labels import PlainLabel, SectionLabel
from trustjournal.ui.kit.line_edit import LineEdit
from trustjournal.ui.kit.tokens import S4


class Labelled(QWidget):
    """Puts a visible name over `field`, and gives it the same name for a screen reader."""

    def __init__(self, name: str, field: QWidget, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._field = field
        self._name = SectionLabel()
        self._name.setBuddy(field)
        self.set_name(name)
        self._problem = PlainLabel(wrap=True)
        self._problem.setProperty("tone", "problem")
        self._problem.hide()
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(0, 0, 0, 0)
        self.column.setSpacing(S4)
        self.column.addWidget(self._name)
        self.column.addWidget(field)
        self.column.addWidget(self._problem)

    @property
    def field(self) -> QWidget:
        """What the name belongs to."""
        return self._field

    @property
    def problem(self) -> str:
        """What is said to be amiss; empty where nothing is."""
        return self._problem.text()

    def set_name(self, name: str) -> None:
        """Call the field something else."""
        self._name.setText(name)
        self._field.setAccessibleName(name)

    def set_problem(self, problem: str) -> None:
        """Say what is amiss, or with an empty string that nothing is."""
        if problem == self._problem.text():
            return
        self._problem.setText(problem)
        self._problem.setVisible(bool(problem))
        self._field.setAccessibleDescription(problem)
        if isinstance(self._field, LineEdit):
            self._field.set_problem(bool(problem))
        if problem and QAccessible.isActive():
            QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, problem))
