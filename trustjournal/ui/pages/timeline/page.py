"""The timeline: mood, trust in each person, and writing, under each other on one time axis; or the same as a table."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from PySide6.QtCore import QLocale, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget
from typing_extensions import override

from trustjournal.domain.change import Changed
from trustjournal.domain.place import Place
from trustjournal.domain.timeline import Span, WritingMark
from trustjournal.ui.kit.button import Button, IconButton
from trustjournal.ui.kit.card import Card
from trustjournal.ui.kit.chart.data import CardText
from trustjournal.ui.kit.chart.lane_chart import LaneChart
from trustjournal.ui.kit.empty_state import EmptyState
from trustjournal.ui.kit.icons import Icons
from trustjournal.ui.kit.labels import PageTitle, PlainLabel, SoftLabel
from trustjournal.ui.kit.scroll_column import ScrollColumn
from trustjournal.ui.kit.segmented import Segmented
from trustjournal.ui.kit.theme import Theme
from trustjournal.ui.kit.tokens import S8, S12, S16
from trustjournal.ui.pages.timeline.fact_table import FactTable
from trustjournal.ui.pages.timeline.lanes import Lanes
from trustjournal.ui.pages.timeline.people_row import PeopleRow
from trustjournal.ui.pages.timeline.presenter import TimelinePresenter, TimelineState, day_in
from trustjournal.ui.pages.timeline.table_model import TimelineTableModel, rows_of
from trustjournal.ui.pages.timeline.words import TimelineWords
from trustjournal.ui.parts.page import Page
from trustjournal.ui.parts.trouble import Trouble

NARROW_UNDER = 640
"""Pixels at 100 % text under which what stands over the graph takes two rows."""
FEW_DOTS = 3
"""Moods and ratings up to which a sentence says that more will come."""


class TimelinePage(Page):
    """Looks back."""

    name = "timeline"
    icon_name = "timeline"

    def __init__(
        self,
        make_presenter: Callable[[Callable[[TimelineState], None]], TimelinePresenter],
        *,
        theme: Theme,
        icons: Icons,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self._icons = icons
        self._words = TimelineWords(QLocale(), self)
        self._lanes = Lanes(self._words, self)
        self._state = TimelineState()
        self._wanted_day: date | None = None
        self._presenter = make_presenter(self.render_state)
        self._make_controls()
        self._make_views()
        self._lay_out()
        theme.changed.connect(self._fit_graph)
        theme.changed.connect(self._fit_bar)
        self.render_state(self._presenter.state)

    # -- parts ---------------------------------------------------------------------------------------------------

    def _make_controls(self) -> None:
        self._title = PageTitle(self.title())
        spans = (
            (Span.MONTH, self.tr("1 month")),
            (Span.HALF_YEAR, self.tr("6 months")),
            (Span.YEAR, self.tr("Year")),
            (Span.ALL, self.tr("All")),
        )
        self._spans = Segmented(
            [(span.value, words) for span, words in spans],
            value=Span.HALF_YEAR.value,
            label=self.tr("How much time to show"),
        )
        self._spans.value_changed.connect(self._on_spans_value_changed)
        is_mirrored = self.layoutDirection() is Qt.LayoutDirection.RightToLeft
        near, far = ("chevron-right", "chevron-left") if is_mirrored else ("chevron-left", "chevron-right")
        self._earlier = IconButton(self._icons.icon(near), self.tr("Earlier"))
        self._earlier.clicked.connect(self._on_earlier_clicked)
        self._later = IconButton(self._icons.icon(far), self.tr("Later"))
        self._later.clicked.connect(self._on_later_clicked)
        self._stretch = PlainLabel()
        self._table_button = Button(self.tr("Show as table"))
        self._table_button.clicked.connect(self._on_table_button_clicked)

    def _make_views(self) -> None:
        self._chart = LaneChart(self._theme, self._card_for, name=self.tr("Mood, trust and writing over time"))
        self._chart.activated.connect(self._on_chart_activated)
        self._graph = Card()
        self._graph.body.addWidget(self._chart, 1)
        self._graph.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self._model = TimelineTableModel(self._words, self)
        self._table = FactTable(self._model)
        self._table.setAccessibleName(self.tr("Mood, trust and writing, newest first"))
        self._table.opened.connect(self._on_table_opened)
        self._table.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self._people = PeopleRow(self._theme, self._words)
        self._people.person_switched.connect(self._on_people_person_switched)
        self._note = SoftLabel(small=True)
        self._trouble = Trouble()
        self._empty = EmptyState(
            self.tr("Your moods, ratings and pages will stand here side by side, on one line of time."),
            self.tr("Go to today's check-in"),
        )
        self._empty.action_requested.connect(self._on_empty_action_requested)

    def _lay_out(self) -> None:
        self._column = ScrollColumn(4000)
        self._column.body.setSpacing(S16)
        head = QHBoxLayout()
        head.setSpacing(S16)
        head.addWidget(self._title)
        head.addSpacing(S8)
        head.addWidget(self._spans, 1)
        self._column.body.addLayout(head)
        self._bar = QWidget()
        bar = self._bar_row = QBoxLayout(QBoxLayout.Direction.LeftToRight, self._bar)
        bar.setContentsMargins(0, 0, 0, 0)
        bar.setSpacing(S8)
        steps = QHBoxLayout()
        steps.setSpacing(S8)
        steps.addWidget(self._earlier)
        steps.addWidget(self._stretch)
        steps.addWidget(self._later)
        bar.addLayout(steps)
        bar.addStretch(1)
        bar.addWidget(self._table_button)
        self._column.body.addWidget(self._bar)
        self._column.body.addWidget(self._trouble)
        body = QVBoxLayout()
        body.setSpacing(S12)
        body.addWidget(self._graph, 1000)
        body.addWidget(self._table, 1000)
        body.addWidget(self._people)
        body.addWidget(self._note)
        body.addStretch(1)
        self._column.body.addLayout(body, 1)
        self._column.body.addWidget(self._empty, 1000)
        page = QVBoxLayout(self)
        page.setContentsMargins(0, 0, 0, 0)
        page.addWidget(self._column)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit_bar()
        self._fit_graph()

    def _fit_bar(self) -> None:
        """The button under the stretch of time, and that in two lines, where there is no room for all in a row."""
        is_narrow = self.width() < self._theme.sp(NARROW_UNDER)
        directions = QBoxLayout.Direction
        self._bar_row.setDirection(directions.TopToBottom if is_narrow else directions.LeftToRight)
        self._bar_row.setAlignment(self._table_button, Qt.AlignmentFlag.AlignLeading)
        self._stretch.setWordWrap(is_narrow)
        self._bar_row.update()  # turning it alone leaves the layouts around it with the old heights

    # -- Page ----------------------------------------------------------------------------------------------------

    @override
    def title(self) -> str:
        return self.tr("Timeline")

    @override
    def visit(self, place: Place) -> None:
        # What is read may come later than this, so the cursor's day is kept until then.
        self._wanted_day = day_in(place.view.get("day"))
        self._presenter.visit(place.view)

    @override
    def place(self) -> Place:
        day = self._chart.cursor_day
        return Place(self.name, view={**self._presenter.view(), "day": day.isoformat() if day is not None else None})

    @override
    def refresh(self, changed: Changed) -> None:
        # What changed while another page was there is read when somebody comes back: `visit` reads everything.
        if self.isVisible():
            self._presenter.refresh(changed)

    @override
    def first_focus(self) -> QWidget:
        if self._state.is_journal_empty:
            return self._empty.action
        return self._table if self._state.is_table else self._chart

    # -- render --------------------------------------------------------------------------------------------------

    def render_state(self, state: TimelineState) -> None:
        """Show the stretch of time as a graph or a table, or the empty page."""
        before, self._state = self._state, state
        timeline = state.timeline
        has_time = timeline is not None and not state.is_journal_empty
        for part in (self._bar, self._spans, self._note):
            part.setVisible(has_time)
        self._graph.setVisible(has_time and not state.is_table)
        self._table.setVisible(has_time and state.is_table)
        self._empty.setVisible(state.is_journal_empty)
        self._trouble.show_error(state.trouble)
        self._spans.set_value(state.span.value)
        self._earlier.setEnabled(state.can_go_earlier)
        self._later.setEnabled(state.can_go_later)
        self._table_button.setText(self.tr("Show as graph") if state.is_table else self.tr("Show as table"))
        if timeline is None or not has_time:
            self._people.hide()
            return
        self._stretch.setText(self._words.stretch(timeline))
        self._people.show_people(timeline.trust, state.drawn, can_draw_more=state.can_draw_more)
        self._note.setText(self._about(state))
        if (timeline, state.drawn) != (before.timeline, before.drawn):
            self._chart.set_data(self._lanes.chart(timeline, state.drawn), self._words.summary(timeline, state.drawn))
            self._fit_graph()
        if self._wanted_day is not None and timeline is not before.timeline:
            self._chart.set_cursor_day(self._wanted_day)
            self._wanted_day = None
        if state.is_table:
            self._model.set_rows(rows_of(timeline, state.drawn))

    def _fit_graph(self) -> None:
        """As tall as its lanes can use and not taller: with one or two strips, dots should not swim in a tall card."""
        around = self._graph.sizeHint().height() - self._chart.sizeHint().height()
        self._graph.setMaximumHeight(self._chart.comfortable_height() + max(0, around))

    def _about(self, state: TimelineState) -> str:
        assert state.timeline is not None
        timeline = state.timeline
        dots = sum(len(run) for run in timeline.moods) + sum(series.count for series in timeline.trust)
        if timeline.is_empty:
            return self.tr("Nothing was noted in this time.")
        note = self.tr("Shows the moments you logged, not the whole week.")
        if dots > FEW_DOTS:
            return note
        return " ".join((self.tr("Your first dots. Each check-in adds its own."), note)) if dots else note

    def _card_for(self, day: date) -> CardText:
        timeline = self._state.timeline
        return self._words.card(day, timeline, self._state.drawn) if timeline is not None else CardText("")

    # -- wishes --------------------------------------------------------------------------------------------------

    def _on_spans_value_changed(self, value: str) -> None:
        self._presenter.choose_span(Span(value))

    def _on_earlier_clicked(self) -> None:
        self._presenter.go_earlier()

    def _on_later_clicked(self) -> None:
        self._presenter.go_later()

    def _on_table_button_clicked(self) -> None:
        self._presenter.show_table(table=not self._state.is_table)

    def _on_people_person_switched(self, wish: object) -> None:
        assert isinstance(wish, tuple)
        person, is_on = wish
        self._presenter.draw(person, drawn=is_on)

    def _on_chart_activated(self, entry: str) -> None:
        self.go_requested.emit(Place("journal", entry))

    def _on_table_opened(self, number: int) -> None:
        fact = self._model.row(number).fact
        if isinstance(fact, WritingMark):
            self.go_requested.emit(Place("journal", str(fact.entry)))

    def _on_empty_action_requested(self) -> None:
        self.go_requested.emit(Place("today"))
