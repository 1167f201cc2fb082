"""The guide: its parts, one part to read and to write from, and beside it what goes with the part."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QLocale, QPoint, QRect, QTimer
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget
from typing_extensions import override

from trustjournal.domain.change import Changed
from trustjournal.domain.guide import Part
from trustjournal.domain.place import Place
from trustjournal.domain.prompt import Prompt
from trustjournal.ui.kit.divider import Divider
from trustjournal.ui.kit.labels import ReadingLabel, SoftLabel
from trustjournal.ui.kit.line_height import column_width
from trustjournal.ui.kit.scroll_column import ScrollColumn
from trustjournal.ui.kit.theme import Theme
from trustjournal.ui.kit.tokens import S4, S16, S24
from trustjournal.ui.pages.guide.part_list import PartList
from trustjournal.ui.pages.guide.presenter import GuidePresenter, GuideState
from trustjournal.ui.pages.guide.side_column import SideColumn
from trustjournal.ui.pages.guide.unit_view import UnitView
from trustjournal.ui.parts.page import Page
from trustjournal.ui.parts.reading_text import CHARACTERS_A_LINE
from trustjournal.ui.parts.trouble import Trouble

WIDE_FROM = 860
"""Pixels at 100 % text from which the three columns stand side by side."""
SLIM_BELOW = 480
"""Pixels at 100 % text under which a prompt's button goes under its words."""
SIDE_WIDTH = 230
LIST_WIDTH = 250
_SEEN = 0.8
"""A unit is visited once its beginning is in the upper part of what can be seen."""


class GuidePage(Page):
    """The guide."""

    name = "guide"
    icon_name = "guide"

    def __init__(
        self,
        make_presenter: Callable[[Callable[[GuideState], None]], GuidePresenter],
        *,
        theme: Theme,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self._part: Part | None = None
        self._units: list[UnitView] = []
        self._is_wide: bool | None = None
        self._goal: tuple[str | None, int] | None = None
        self._presenter = make_presenter(self.render_state)

        self._parts = PartList(theme)
        self._parts.part_chosen.connect(self._on_parts_part_chosen)
        self._reading = ScrollColumn(2000)
        self._text_column = QWidget()
        self._side = SideColumn(theme)
        self._side.go_requested.connect(self.go_requested)
        self._list_area = ScrollColumn(margin=14)
        self._side_area = ScrollColumn(margin=20)
        self._dividers = (Divider(upright=True), Divider(upright=True))
        self._where = SoftLabel(wrap=False, small=True)
        self._title = ReadingLabel(role="title")
        self._trouble = Trouble()
        self._unit_column = QVBoxLayout()
        self._unit_column.setSpacing(S24)
        self._lay_out()
        theme.changed.connect(self._on_theme_changed)
        self._reading.verticalScrollBar().valueChanged.connect(self._on_scrolled)
        self._reading.verticalScrollBar().rangeChanged.connect(self._on_scroll_range_changed)
        self._fit()
        self.render_state(self._presenter.state)

    # -- Page ------------------------------------------------------------------------------------------------------

    @override
    def title(self) -> str:
        return self.tr("Guide")

    @override
    def visit(self, place: Place) -> None:
        before = self._part
        self._presenter.visit(place.item)
        scroll = place.view.get("scroll")
        if isinstance(scroll, int) and not isinstance(scroll, bool):
            self._go_to(None, scroll)
        elif self._part is not None and place.item is not None and place.item != self._part.id:
            self._go_to(place.item, 0)
        elif before != self._part:
            self._go_to(None, 0)
        self._look_soon()

    @override
    def place(self) -> Place:
        return Place(self.name, self._part.id if self._part is not None else None, {"scroll": self._scrolled()})

    @override
    def refresh(self, changed: Changed) -> None:
        # What changed while another page was there is read when somebody comes back; `visit` reads everything.
        if self.isVisible():
            self._presenter.refresh(changed)

    @override
    def first_focus(self) -> QWidget:
        return self._parts.first_focus()

    # -- render ----------------------------------------------------------------------------------------------------

    def render_state(self, state: GuideState) -> None:
        """Show the list, the part, and what goes with it."""
        self._parts.show_lines(state.lines, state.part)
        if state.part is not None and state.part != self._part:
            self._show_part(state.part)
        for unit in self._units:
            unit.show_unfolded(state.unfolded)
        self._side.show_exercises(state.exercises)
        self._side.show_entries(state.entries, are_read=state.are_entries_read)
        self._trouble.show_error(state.trouble)

    def _show_part(self, part: Part) -> None:
        self._part = part
        self._where.setText(self._about(part))
        self._title.set_text(part.title)
        for view in self._units:
            self._unit_column.removeWidget(view)
            view.hide()
            view.deleteLater()
        self._units = [UnitView(unit, self._theme, titled=len(part.units) > 1) for unit in part.units]
        for view in self._units:
            view.write_requested.connect(self._on_write_requested)
            view.unfold_requested.connect(self._presenter.unfold)
            view.cursor_moved.connect(lambda where, view=view: self._keep_in_sight(view, where))
            view.set_narrow(narrow=self._is_slim())
            self._unit_column.addWidget(view)
        self._reading.verticalScrollBar().setValue(0)
        self._look_soon()

    def _about(self, part: Part) -> str:
        minutes = self.tr("%n minute(s)", "", sum(unit.minutes for unit in part.units))
        if part.number is None:
            return minutes
        number = QLocale().toString(part.number)
        return self.tr("Part {number} · {minutes}").format(number=number, minutes=minutes)

    # -- scrolling and what was seen -------------------------------------------------------------------------------

    def _scrolled(self) -> int:
        """How far down one is, in thousandths: pixels would not survive another text size."""
        bar = self._reading.verticalScrollBar()
        return round(1000 * bar.value() / bar.maximum()) if bar.maximum() else 0

    def _go_to(self, unit: str | None, thousandths: int) -> None:
        """Scroll there now, and again when the texts have found their heights."""
        self._goal = (unit, thousandths)
        self._reach_goal()

    def _reach_goal(self) -> None:
        if self._goal is None:
            return
        unit, thousandths = self._goal
        bar = self._reading.verticalScrollBar()
        view = next((view for view in self._units if view.unit.id == unit), None)
        if view is not None and view is not self._units[0]:
            bar.setValue(self._height_of(view, view.rect().topLeft()) - S16)
        else:
            bar.setValue(round(bar.maximum() * thousandths / 1000))

    def _on_scroll_range_changed(self) -> None:
        self._reach_goal()
        self._look_soon()

    def _on_scrolled(self) -> None:
        self._look_soon()

    def _look_soon(self) -> None:
        """Once the layout is settled, see which units are in sight."""
        QTimer.singleShot(0, self, self._look)

    def _look(self) -> None:
        if not self.isVisible():
            return
        port = self._reading.viewport()
        for view in self._units:
            top = view.mapTo(port, view.rect().topLeft()).y()
            if top < port.height() * _SEEN and top + view.height() > 0:
                self._presenter.saw(view.unit.id)

    def _keep_in_sight(self, view: UnitView, where: QRect) -> None:
        self._reading.ensureVisible(0, self._height_of(view, where.center()), 0, self._theme.sp(40))

    def _height_of(self, view: UnitView, point: QPoint) -> int:
        """How far down the column a point of a unit lies."""
        return self._text_column.y() + view.mapTo(self._text_column, point).y()

    # -- what is done on the page ------------------------------------------------------------------------------------

    def _on_parts_part_chosen(self, part: Part) -> None:
        self._goal = None
        self._presenter.open_part(part)

    def _on_write_requested(self, prompt: Prompt) -> None:
        self._presenter.write_about(prompt, self.go_requested.emit)

    # -- layout ------------------------------------------------------------------------------------------------------

    def _lay_out(self) -> None:
        self._list_area.body.addWidget(self._parts)
        self._list_area.body.addStretch(1)
        # The column's width follows the face that is read, not the text size alone.
        middle = QHBoxLayout()
        middle.addStretch(1)
        middle.addWidget(self._text_column, 1000)
        middle.addStretch(1)
        self._reading.body.addLayout(middle)
        self._reading.body.addStretch(1)
        body = QVBoxLayout(self._text_column)
        body.setContentsMargins(0, 0, 0, 0)
        body.setSpacing(S16)
        self._chooser_slot = QVBoxLayout()
        body.addLayout(self._chooser_slot)
        head = QVBoxLayout()
        head.setSpacing(S4)
        head.addWidget(self._where)
        head.addWidget(self._title)
        body.addLayout(head)
        body.addWidget(self._trouble)
        body.addLayout(self._unit_column)
        self._side_slot = QVBoxLayout()
        body.addLayout(self._side_slot)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self._list_area)
        row.addWidget(self._dividers[0])
        row.addWidget(self._reading, 1)
        row.addWidget(self._dividers[1])
        row.addWidget(self._side_area)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()

    def _arrange(self) -> None:
        """Three columns where there is room; else the list folds into a button and the side goes under the text."""
        for view in self._units:
            view.set_narrow(narrow=self._is_slim())
        wide = self.width() >= self._theme.sp(WIDE_FROM)
        if wide == self._is_wide:
            return
        self._is_wide = wide
        for divider in self._dividers:
            divider.setVisible(wide)
        self._list_area.setVisible(wide)
        self._side_area.setVisible(wide)
        self._parts.set_narrow(narrow=not wide)
        if wide:
            self._list_area.body.insertWidget(0, self._parts)
            self._side_area.body.addWidget(self._side)
        else:
            self._chooser_slot.addWidget(self._parts)
            self._side_slot.addWidget(self._side)

    def _is_slim(self) -> bool:
        return self.width() < self._theme.sp(SLIM_BELOW)

    def _fit(self) -> None:
        self._list_area.setFixedWidth(self._theme.sp(LIST_WIDTH))
        self._side_area.setFixedWidth(self._theme.sp(SIDE_WIDTH))
        self._text_column.setMaximumWidth(column_width(self._theme.serif_font(), CHARACTERS_A_LINE))
        self._is_wide = None
        self._arrange()

    def _on_theme_changed(self) -> None:
        self._fit()
        for view in self._units:
            view.set_type()
