"""The calendar in place of the journal page's list: turned to by a button, its keys, or the heading of a month."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QKeySequence, QShortcut

from trustjournal.domain.clock import Clock
from trustjournal.domain.entry import Entry
from trustjournal.domain.guide import Guide
from trustjournal.domain.place import ViewState
from trustjournal.services.calendar import CalendarService
from trustjournal.services.people import PeopleService
from trustjournal.ui.kit.button import IconButton
from trustjournal.ui.kit.icons import Icons
from trustjournal.ui.kit.tasks import Tasks
from trustjournal.ui.kit.theme import Theme
from trustjournal.ui.pages.journal.calendar.pane import CalendarPane
from trustjournal.ui.pages.journal.calendar.presenter import CalendarPresenter
from trustjournal.ui.pages.journal.entry_list.line_maker import LineMaker
from trustjournal.ui.pages.journal.page import JournalPage

KEYS = "Ctrl+Shift+D"

_DAY, _IS_YEAR = "calendar", "calendar_year"


class PageCalendar(QObject):
    """Turns the left half of the page to the calendar and back."""

    def __init__(
        self,
        page: JournalPage,
        *,
        calendar: CalendarService,
        people: PeopleService,
        guide: Guide,
        clock: Clock,
        tasks: Tasks,
        theme: Theme,
        icons: Icons,
    ) -> None:
        super().__init__(page)
        self._page = page
        self.pane = CalendarPane(theme, icons)
        self.presenter = CalendarPresenter(
            calendar=calendar,
            people=people,
            clock=clock,
            tasks=tasks,
            make=LineMaker(guide),
            show=self.pane.show_state,
            open_entry=page.open_entry,
        )
        self.pane.follow(self.presenter)
        shown = QKeySequence(KEYS).toString(QKeySequence.SequenceFormat.NativeText)
        name = self.tr("Calendar ({keys})").format(keys=shown)
        self.button = IconButton(icons.icon("calendar"), name, checkable=True)
        page.list.put_beside_list(self.button, self.pane, self.pane.stops)
        self.button.clicked.connect(self._on_button_clicked)
        keys = QShortcut(QKeySequence(KEYS), page)
        keys.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        keys.activated.connect(self._on_keys_activated)
        page.list.view.month_requested.connect(self._on_view_month_requested)
        page.list.search.query_changed.connect(self._on_search_query_changed)
        page.entry_shown.connect(self._on_page_entry_shown)
        page.news_came.connect(self.presenter.refresh)
        page.keep_in_place(self)
        self.pane.entry_chosen.connect(page.open_entry)
        self.pane.text_requested.connect(page.go_to_text)
        self.pane.write_requested.connect(lambda day: page.start_new(day=day))

    @property
    def is_shown(self) -> bool:
        """Whether the calendar is what the left half shows."""
        return self._page.list.face is self.pane

    def place_view(self) -> ViewState:
        """What to keep of how it is."""
        if not self.is_shown:
            return {}
        state = self.presenter.state
        return {_DAY: state.day.isoformat(), _IS_YEAR: state.is_year}

    def return_to(self, view: ViewState) -> None:
        """Be as it was; a place that says nothing of it leaves it as it is, and no day at all means the list."""
        if view.get(_DAY) == "":
            self._turn_back()
        try:
            day = date.fromisoformat(str(view.get(_DAY)))
        except ValueError:
            return
        self._turn(day, is_year=view.get(_IS_YEAR) is True)

    # ------------------------------------------------------------------------------------------

    def _turn(self, day: date | None = None, *, is_year: bool = False) -> None:
        self.button.setChecked(True)
        self._page.list.turn_to(self.pane)
        self.presenter.begin(day, is_year=is_year)

    def _turn_back(self) -> None:
        self.button.setChecked(False)
        self._page.list.turn_to(None)
        self.presenter.end()

    def _on_button_clicked(self, is_checked: bool) -> None:
        if is_checked:
            self._turn()
        else:
            self._turn_back()

    def _on_keys_activated(self) -> None:
        if self.is_shown:
            self._turn_back()
            self._page.go_to_list()
        else:
            self._page.go_to_list()
            self._turn()
            self.pane.focus_grid()

    def _on_view_month_requested(self, first_day: date) -> None:
        self._turn(first_day)
        self.pane.focus_grid()

    def _on_search_query_changed(self) -> None:
        if self.is_shown:
            self._turn_back()

    def _on_page_entry_shown(self, entry: Entry | None) -> None:
        is_kept = entry is not None and entry.revision > 0
        day = entry.moment.day if entry is not None and is_kept else None
        self.presenter.follow(day)
        self.pane.show_current(entry.id if entry is not None else None, day)
