"""Changes when an entry was written: a day and a time on the clock of the place it was written in."""

from __future__ import annotations

from datetime import date, time

from PySide6.QtCore import Qt, QTime, Signal
from PySide6.QtGui import QCloseEvent, QKeyEvent, QShowEvent
from PySide6.QtWidgets import QDateEdit, QFormLayout, QWidget
from typing_extensions import override

from trustjournal.domain.moment import Moment
from trustjournal.ui.kit.as_qdate import as_qdate
from trustjournal.ui.kit.button import Button
from trustjournal.ui.kit.date_edit import DateEdit, TimeEdit
from trustjournal.ui.kit.labels import SoftLabel
from trustjournal.ui.kit.popover import Popover
from trustjournal.ui.kit.theme import Theme
from trustjournal.ui.kit.tokens import S8, S12


class MomentPopover(Popover):
    """Two fields and a button. The zone stays the one the entry was written in.

    Whoever goes elsewhere means what the fields say, as with Enter; only Escape leaves the entry as it was.
    """

    moment_changed = Signal(object)
    """The new `Moment`."""

    def __init__(self, anchor: QWidget, theme: Theme, moment: Moment) -> None:
        super().__init__(anchor, theme)
        self.setAccessibleName(self.tr("Date and time"))
        self._moment = moment
        self.day = DateEdit(as_qdate(moment.day), label=self.tr("Date"))
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
        self.done_button.clicked.connect(self.close)
        self._is_wanted = True

    @override
    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.day.setFocus(Qt.FocusReason.PopupFocusReason)
        self.day.setSelectedSection(QDateEdit.Section.DaySection)  # what is typed now takes its place

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.close()
            return
        if event.key() == Qt.Key.Key_Escape:
            self._is_wanted = False
        super().keyPressEvent(event)

    @override
    def closeEvent(self, event: QCloseEvent) -> None:
        if self._is_wanted:
            self._is_wanted = False
            self._adopt()
        super().closeEvent(event)

    def _adopt(self) -> None:
        self.day.interpretText()
        self.time.interpretText()
        old, chosen_day, chosen_time = self._moment, self.day.date(), self.time.time()
        day = date(chosen_day.year(), chosen_day.month(), chosen_day.day())
        wall_time = time(chosen_time.hour(), chosen_time.minute())
        if (day, wall_time) != (old.day, old.wall_time.replace(second=0)):
            self.moment_changed.emit(Moment.on_the_wall(day, wall_time, old.zone))
