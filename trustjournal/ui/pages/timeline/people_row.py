"""Chooses whose ratings are drawn: a switch for each person that was rated in this time."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from trustjournal.domain.ids import PersonId
from trustjournal.domain.timeline import TrustSeries
from trustjournal.ui.kit.chart.series_toggle import SeriesToggle
from trustjournal.ui.kit.flow_layout import FlowLayout
from trustjournal.ui.kit.labels import SoftLabel
from trustjournal.ui.kit.theme import Theme
from trustjournal.ui.kit.tokens import S4
from trustjournal.ui.pages.timeline.lanes import LOOKS
from trustjournal.ui.pages.timeline.words import TimelineWords


class PeopleRow(QWidget):
    """The switches, each a legend too; with four switched on, the others wait."""

    person_switched = Signal(object)
    """(person id, whether to draw)"""

    def __init__(self, theme: Theme, words: TimelineWords, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._words = words
        self._toggles: dict[PersonId, SeriesToggle] = {}
        self._known: tuple[tuple[PersonId, str, str], ...] = ()
        self._full = SoftLabel(self.tr("Four people can be drawn at once."), small=True)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(S4)
        self._flow_place = QWidget()
        self._flow = FlowLayout(self._flow_place)
        column.addWidget(self._flow_place)
        column.addWidget(self._full)

    def show_people(
        self, series: tuple[TrustSeries, ...], drawn: tuple[TrustSeries, ...], *, can_draw_more: bool
    ) -> None:
        """Show a switch for each of `series`; those in `drawn` are on."""
        known = tuple((one.person, one.name, ", ".join(self._words.ratings(one))) for one in series)
        if known != self._known:
            self._known = known
            self._rebuild()
        places = {one.person: place for place, one in enumerate(drawn)}
        for one in series:
            toggle = self._toggles[one.person]
            is_on = one.person in places
            toggle.setChecked(is_on)
            toggle.setEnabled(is_on or can_draw_more)
            toggle.setToolTip(self._words.about_ratings(one))
            if is_on:
                toggle.set_look(*LOOKS[places[one.person]])
        self._full.setVisible(not can_draw_more and len(series) > len(drawn))
        self.setVisible(bool(series))

    def _rebuild(self) -> None:
        self._flow.clear()
        self._toggles = {}
        for person, name, note in self._known:
            toggle = SeriesToggle(self._theme, name, note)
            # `clicked`, not `toggled`: only what a person does is a wish.
            toggle.clicked.connect(lambda is_on, who=person: self.person_switched.emit((who, is_on)))
            self._flow.addWidget(toggle)
            self._toggles[person] = toggle
