"""Changes when an entry was written: a day and a time on the clock of the place it was written in."""

from __future__ import annotations

from datetime import date, time

from PySide6.QtCore import QDate, Qt, QTime, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFormLayout, QWidget
from typing_extensions import override

from trustjournal.domain.moment import Moment
from trustjournal.ui.kit.button import Button
from trustjournal.ui.kit.date_edit import DateEdit, TimeEdit
from trustjournal.ui.kit.labels import SoftLabel
from trustjournal.ui.kit.theme import Theme
from trustjournal.ui.kit.tokens import S8, S12
from trustjournal.ui.pages.journal.popover import Popover


class MomentPopover(Popover):
    """Two fields and a button. The zone stays the one the entry was written in."""

    moment_changed = Signal(object)
    """The new `Moment`."""

    def __init__(self, anchor: QWidget, theme: Theme, moment: Moment) -> None:
        super().__init__(anchor, theme)
        self.setAccessibleName(self.tr("Date and time"))
        self._moment = moment
        self.day = DateEdit(QDate(moment.day.year, moment.day.month, moment.day.day), label=self.tr("Date"))
        self.time = TimeEdit(QTime(moment.wall_time.hour, moment.wall_time.minute), label=self.tr("Time"))
        form = QFormLayout()
        form.setHorizontalSpacing(S12)
        form.setVerticalSpacing(S8)
        form.addRow(self.tr("Date"), self.day)
        form.addRow(self.tr("Time"), self.time)
        self.done_button = Button(self.tr("Done"), "primary")
        self.column.addLayout(form)
        self.column.addWidget(SoftLabel(self.tr("Time zone: {zone}").format(zone=moment.zone), small=True, wrap=False))
        self.column.addWidget(self.done_button, 0, Qt.AlignmentFlag.AlignTrailing)
        self.done_button.clicked.connect(self._on_done_button_clicked)
        self.day.setFocus()

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._on_done_button_clicked()
        else:
            super().keyPressEvent(event)

    def _on_done_button_clicked(self) -> None:
        self.day.interpretText()
        self.time.interpretText()
        old, chosen_day, chosen_time = self._moment, self.day.date(), self.time.time()
        day = date(chosen_day.year(), chosen_day.month(), chosen_day.day())
        wall_time = time(chosen_time.hour(), chosen_time.minute())
        if (day, wall_time) != (old.day, old.wall_time.replace(second=0)):
            self.moment_changed.emit(Moment.on_the_wall(day, wall_time, old.zone))
        self.close()
