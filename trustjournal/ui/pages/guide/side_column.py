"""Beside the text: exercises that go with the part, and what was written from it."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import QLocale, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from trustjournal.domain.entry import EntrySummary
from trustjournal.domain.exercise import Exercise
from trustjournal.domain.place import Place
from trustjournal.ui.kit.as_qdate import as_qdate
from trustjournal.ui.kit.labels import SectionLabel, SoftLabel
from trustjournal.ui.kit.link_card import LinkCard
from trustjournal.ui.kit.theme import Theme
from trustjournal.ui.kit.tokens import S4, S8, S16

_LONGEST_LABEL = 60


class SideColumn(QWidget):
    """Links that lead out of the guide."""

    go_requested = Signal(object)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._exercises: tuple[Exercise, ...] | None = None
        self._entries: tuple[EntrySummary, ...] | None = None
        self._lines: list[LinkCard] = []
        self._practise = SectionLabel(self.tr("Practise"))
        self._exercise_column = QVBoxLayout()
        self._exercise_column.setSpacing(S8)
        self._entry_column = QVBoxLayout()
        self._entry_column.setSpacing(S4)
        self._nothing = SoftLabel(self.tr("What you write from this part will be listed here."), small=True)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(S8)
        column.addWidget(self._practise)
        column.addLayout(self._exercise_column)
        column.addSpacing(S16)
        self._here = SectionLabel(self.tr("Your entries here"))
        column.addWidget(self._here)
        column.addWidget(self._nothing)
        column.addLayout(self._entry_column)
        column.addStretch(1)

    def show_exercises(self, exercises: tuple[Exercise, ...]) -> None:
        """List these exercises."""
        if exercises == self._exercises:
            return
        self._exercises = exercises
        self._practise.setVisible(bool(exercises))
        cards = [
            (LinkCard(exercise.title, exercise.why, self._theme), Place("practice", exercise.id))
            for exercise in exercises
        ]
        self._fill(self._exercise_column, cards)
        for below in (self._here, self._nothing, *self._lines):
            below.raise_()  # assistive technology reads widgets in this order

    def show_entries(self, entries: tuple[EntrySummary, ...], *, are_read: bool) -> None:
        """List these entries; say what will be here while there are none."""
        self._nothing.setVisible(are_read and not entries)
        if entries == self._entries:
            return
        self._entries = entries
        has_years = len({entry.moment.day.year for entry in entries}) > 1
        lines = [
            (
                LinkCard(_label(entry, has_year=has_years), "", self._theme, framed=False),
                Place("journal", str(entry.id)),
            )
            for entry in entries
        ]
        self._fill(self._entry_column, lines)
        self._lines = [line for line, _ in lines]

    def _fill(self, column: QVBoxLayout, cards: Iterable[tuple[LinkCard, Place]]) -> None:
        while column.count():
            item = column.takeAt(0)
            widget = item.widget() if item is not None else None
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        for card, place in cards:
            card.clicked.connect(lambda _checked=False, place=place: self.go_requested.emit(place))
            column.addWidget(card)


def _label(entry: EntrySummary, *, has_year: bool) -> str:
    """“21 Nov · Who came back”: the day (its year where the list has several), and the title or the first words."""
    when = entry.moment.day
    pattern = "d MMM yyyy" if has_year else "d MMM"
    day = QLocale().toString(as_qdate(when), pattern)
    words = " ".join((entry.title or entry.excerpt).split())
    if len(words) > _LONGEST_LABEL:
        words = words[: _LONGEST_LABEL - 1].rstrip() + "…"
    return f"{day} · {words}"
