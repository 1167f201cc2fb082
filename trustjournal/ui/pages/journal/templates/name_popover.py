"""Asks under which name an entry is to be kept as a template."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from trustjournal.domain.template import LONGEST_TEMPLATE_NAME
from trustjournal.ui.kit.button import Button
from trustjournal.ui.kit.labels import SectionLabel, SoftLabel
from trustjournal.ui.kit.line_edit import LineEdit
from trustjournal.ui.kit.popover import Popover
from trustjournal.ui.kit.text_scale import scaled
from trustjournal.ui.kit.theme import Theme

WIDTH = 300


class NamePopover(Popover):
    """A name and a button; Enter saves, Escape leaves it."""

    save_requested = Signal(str)

    def __init__(self, anchor: QWidget, theme: Theme, name: str) -> None:
        super().__init__(anchor, theme)
        self.setAccessibleName(self.tr("Save as template"))
        self.column.addWidget(SectionLabel(self.tr("Save as template")))
        note = self.tr("Title and text are kept for new entries to begin with. This entry stays as it is.")
        self.column.addWidget(SoftLabel(note, small=True))
        self.field = LineEdit(self.tr("Name"), label=self.tr("Name of the template"))
        self.field.setMaxLength(LONGEST_TEMPLATE_NAME)
        self.field.setText(name)
        self.field.selectAll()
        self.save_button = Button(self.tr("Save"), "primary")
        self.column.addWidget(self.field)
        self.column.addWidget(self.save_button, 0, Qt.AlignmentFlag.AlignTrailing)
        self.setFixedWidth(scaled(WIDTH))
        self.save_button.clicked.connect(self._save)
        self.field.setFocus()

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._save()
        else:
            super().keyPressEvent(event)

    def _save(self) -> None:
        name = self.field.text().strip()
        if name:
            self.close()
            self.save_requested.emit(name)
        else:
            self.field.setFocus()
