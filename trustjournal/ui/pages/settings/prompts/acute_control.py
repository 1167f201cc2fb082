"""“Something happened in the last four weeks”: the tick, and the day up to which prompts are short and light."""

from __future__ import annotations

from datetime import date, timedelta

from PySide6.QtCore import QDate, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from trustjournal.domain.clock import Clock, moment_now
from trustjournal.domain.settings import ACUTE_FOR, JournalSettings
from trustjournal.ui.kit.as_qdate import as_qdate
from trustjournal.ui.kit.date_edit import DateEdit
from trustjournal.ui.kit.tokens import S8
from trustjournal.ui.kit.wrapped_check import WrappedCheck
from trustjournal.ui.parts.labelled import Labelled
from trustjournal.ui.parts.when import day_format


class AcuteControl(QWidget):
    """A tick, and while it is set the last day it is for."""

    until_chosen = Signal(object)
    """The last day, or None: it is over."""

    def __init__(self, clock: Clock) -> None:
        super().__init__()
        self._clock = clock
        self._is_showing = False
        self.tick = WrappedCheck(self.tr("Something happened in the last four weeks"))
        self.tick.clicked.connect(self._on_tick_clicked)
        self.until = DateEdit(as_qdate(self._today()), label=self.tr("Short and light until"))
        self.until.setDisplayFormat(day_format())
        self.until.dateChanged.connect(self._on_until_date_changed)
        self._until_row = Labelled(self.tr("Short and light until"), self.until)
        narrow = QHBoxLayout()
        narrow.addWidget(self._until_row)
        narrow.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(S8)
        column.addWidget(self.tick)
        column.addLayout(narrow)
        self._until_row.hide()
        self.setFocusProxy(self.tick)

    def show_settings(self, settings: JournalSettings) -> None:
        """Show whether it is on today, and until when."""
        today = self._today()
        is_on = settings.is_acute(today)
        self._is_showing = True
        self.tick.set_checked(is_on)
        if is_on and settings.acute_until is not None and not self.until.hasFocus():
            self.until.setDateRange(as_qdate(today), as_qdate(today + timedelta(days=365)))
            self.until.setDate(as_qdate(settings.acute_until))
        self._until_row.setVisible(is_on)
        self._is_showing = False

    def _on_tick_clicked(self, ticked: bool) -> None:
        self.until_chosen.emit(self._today() + ACUTE_FOR if ticked else None)

    def _on_until_date_changed(self, day: QDate) -> None:
        if not self._is_showing:
            self.until_chosen.emit(date(day.year(), day.month(), day.day()))

    def _today(self) -> date:
        return moment_now(self._clock).day
