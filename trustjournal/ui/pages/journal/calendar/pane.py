"""The calendar: a month or a year, and under it what was written on the day one is on."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QSizePolicy, QStackedWidget, QVBoxLayout, QWidget
from typing_extensions import override

from trustjournal.domain.ids import EntryId
from trustjournal.ui.kit.button import Button, IconButton
from trustjournal.ui.kit.divider import Divider
from trustjournal.ui.kit.icons import Icons
from trustjournal.ui.kit.labels import SectionLabel, SoftLabel
from trustjournal.ui.kit.month_grid import MonthGrid, MonthShown, months_on
from trustjournal.ui.kit.theme import Theme
from trustjournal.ui.kit.tokens import S4, S8, S12
from trustjournal.ui.kit.year_grid import YearGrid, YearShown
from trustjournal.ui.messages import sentence
from trustjournal.ui.pages.journal.calendar.presenter import CalendarPresenter, CalendarState
from trustjournal.ui.pages.journal.calendar.words import (
    day_heading,
    entries_words,
    month_heading,
    spoken_day,
    spoken_month,
)
from trustjournal.ui.pages.journal.entry_list.model import EntryListModel
from trustjournal.ui.pages.journal.entry_list.view import EntryListView

LEAST_LIST = 110
"""Pixels at 100 % text that the day's entries have at least."""


class CalendarPane(QWidget):
    """Shows a `CalendarState`, and tells its presenter what the person does."""

    entry_chosen = Signal(object)
    """The id of an entry of the day."""
    text_requested = Signal()
    """Enter on an entry: take me to its text."""
    write_requested = Signal(object)
    """Begin an entry for this day."""

    def __init__(self, theme: Theme, icons: Icons, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._presenter: CalendarPresenter | None = None
        self._state: CalendarState | None = None
        self._theme = theme
        self._icons = icons
        self.back = IconButton(icons.icon("chevron-left"), "")
        self.on = IconButton(icons.icon("chevron-right"), "")
        self.heading = Button("", "quiet")
        self.heading.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.today = Button(self.tr("Today"), "quiet")
        self.month = MonthGrid(theme, self._spoken_day)
        self.month.setAccessibleName(self.tr("Days of the month"))
        self.year = YearGrid(theme, self._spoken_month)
        self.year.setAccessibleName(self.tr("Months of the year"))
        self.day = SectionLabel("")
        self.day.setWordWrap(True)
        self.note = SoftLabel(small=True)
        self.write = Button(self.tr("Write for this day"), "quiet", flush=True)
        self._model = EntryListModel(lambda: None, self)
        self.entries = EntryListView(self._model, theme, icons)
        self.entries.setAccessibleName(self.tr("Entries of the day"))
        self._grids = QStackedWidget()
        self._grids.addWidget(self.month)
        self._grids.addWidget(self.year)
        self._lay_out()
        self._point()
        theme.changed.connect(self._fit_grids)

        self.back.clicked.connect(lambda: self._step(-1))
        self.on.clicked.connect(lambda: self._step(1))
        self.heading.clicked.connect(self._on_heading_clicked)
        self.today.clicked.connect(self._on_today_clicked)
        self.write.clicked.connect(self._on_write_clicked)
        self.month.day_moved.connect(lambda day: self._asked().go(day))
        self.month.day_pressed.connect(self._on_month_day_pressed)
        self.year.month_moved.connect(lambda day: self._asked().go(day))
        self.year.month_pressed.connect(self._on_year_month_pressed)
        self.entries.entry_chosen.connect(self.entry_chosen)
        self.entries.write_requested.connect(self.text_requested)
        self.entries.search_requested.connect(self.focus_grid)

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.setSpacing(0)
        head.addWidget(self.back)
        head.addWidget(self.heading, 1)
        head.addWidget(self.on)
        head.addWidget(self.today)
        inside = QWidget()
        column = QVBoxLayout(inside)
        column.setContentsMargins(0, 0, S8 - 2, 0)
        column.setSpacing(S8)
        column.addLayout(head)
        column.addWidget(self._grids)
        column.addWidget(Divider())
        said = QVBoxLayout()
        said.setSpacing(S4)
        said.setContentsMargins(S12, 0, S12, 0)
        said.addWidget(self.day)
        said.addWidget(self.note)
        said.addWidget(self.write, 0, Qt.AlignmentFlag.AlignLeading)
        column.addLayout(said)
        column.addWidget(self.entries, 1)
        column.addStretch()  # on a day without entries the words stay together at the top
        # In large text or a low window not all of it has room.
        scroll = QScrollArea()
        scroll.setFrameShape(QFrame.Shape.NoFrame)
        scroll.setWidgetResizable(True)
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        scroll.setWidget(inside)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(scroll)

    @property
    def stops(self) -> tuple[QWidget, ...]:
        """Where Tab comes to, in this order."""
        return (
            self.back,
            self.heading,
            self.on,
            self.today,
            self.month,
            self.year,
            self.write,
            self.entries,
        )

    def follow(self, presenter: CalendarPresenter) -> None:
        """Let `presenter` decide what is shown."""
        self._presenter = presenter
        self.show_state(presenter.state)

    @property
    def front(self) -> QWidget:
        """What gets the keyboard: the month or the year."""
        return self._grid()

    def focus_grid(self) -> None:
        """Give the month or the year the keyboard."""
        self._grid().setFocus(Qt.FocusReason.ShortcutFocusReason)

    def show_current(self, entry_id: EntryId | None, day: date | None) -> None:
        """Mark the entry that is on the sheet."""
        self.entries.show_current(entry_id, day)

    def show_state(self, state: CalendarState) -> None:
        """Show a state."""
        self._state = state
        counts = dict(state.days.between(date(state.day.year, 1, 1), date(state.day.year, 12, 31)))
        self.heading.setText(f"{state.day.year}" if state.is_year else month_heading(state.day))
        self.heading.setAccessibleName(
            self.tr("{month}: show the whole year").format(month=month_heading(state.day))
            if not state.is_year
            else self.tr("{year}: back to the month").format(year=state.day.year)
        )
        self.back.set_name(self.tr("The year before") if state.is_year else self.tr("The month before"))
        self.on.set_name(self.tr("The year after") if state.is_year else self.tr("The month after"))
        if state.is_year:
            self.year.show_year(YearShown(state.day, state.today, counts))
        else:
            self.month.show_month(MonthShown(state.day, state.today, counts, state.opened))
        had_keyboard = self.month.hasFocus() or self.year.hasFocus()
        self._grids.setCurrentWidget(self._grid())
        self._fit_grids()
        if had_keyboard:
            self.focus_grid()
        self.day.setText(day_heading(state.day))
        self.note.setText(self._note(state))
        self.note.setVisible(bool(self.note.text()))
        self.write.setVisible(state.can_write)
        self._model.show(state.lines, has_more=False)
        self.entries.setVisible(bool(state.lines))

    @override
    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LayoutDirectionChange:
            self._point()

    def _point(self) -> None:
        """Back points to where reading begins."""
        is_mirrored = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
        self.back.setIcon(self._icons.icon("chevron-right" if is_mirrored else "chevron-left"))
        self.on.setIcon(self._icons.icon("chevron-left" if is_mirrored else "chevron-right"))

    def _grid(self) -> MonthGrid | YearGrid:
        return self.year if self._state is not None and self._state.is_year else self.month

    def _fit_grids(self) -> None:
        self._grids.setFixedHeight(self._grid().height())
        self.entries.setMinimumHeight(self._theme.sp(LEAST_LIST))

    def _note(self, state: CalendarState) -> str:
        if state.trouble is not None:
            return sentence(state.trouble).text
        if not state.is_read:
            return ""
        return entries_words(state.count) if state.count else self.tr("Nothing written on this day.")

    def _spoken_day(self, day: date) -> str:
        state = self._state
        if state is None:
            return day_heading(day)
        return spoken_day(day, state.days.count(day), is_today=day == state.today, is_open=day == state.opened)

    def _spoken_month(self, day: date) -> str:
        state = self._state
        first, last = day.replace(day=1), months_on(day.replace(day=1), 1)
        count = sum(n for other, n in state.days.between(first, last) if other.month == day.month) if state else 0
        return spoken_month(day, count)

    def _asked(self) -> CalendarPresenter:
        assert self._presenter is not None, "somebody decides what is shown"
        return self._presenter

    # ------------------------------------------------------------------------------------------

    def _step(self, direction: int) -> None:
        presenter = self._asked()
        presenter.go(months_on(presenter.state.day, direction * (12 if presenter.state.is_year else 1)))

    def _on_heading_clicked(self) -> None:
        self._asked().show_year(is_year=not self._asked().state.is_year)

    def _on_today_clicked(self) -> None:
        self._asked().zoom(self._asked().state.today)
        self.focus_grid()

    def _on_write_clicked(self) -> None:
        self.write_requested.emit(self._asked().state.day)

    def _on_month_day_pressed(self, day: date) -> None:
        presenter = self._asked()
        presenter.press(day)
        count = presenter.state.count
        if count > 1:
            self.entries.setFocus(Qt.FocusReason.ShortcutFocusReason)
        elif count == 0 and presenter.state.can_write:
            self.write.setFocus(Qt.FocusReason.ShortcutFocusReason)
        else:
            self.month.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def _on_year_month_pressed(self, day: date) -> None:
        self._asked().zoom(day)
        self.focus_grid()
