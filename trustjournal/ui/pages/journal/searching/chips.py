"""The row of chips under the search field: filters that are on can be taken away, the others can be added."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAction, QResizeEvent
from PySide6.QtWidgets import QMenu, QSizePolicy, QWidget
from typing_extensions import override

from trustjournal.domain.query import InDays, Mark, MoodIs, Named, Term, TrustIs
from trustjournal.ui.kit.chip import Chip, ChipKind
from trustjournal.ui.kit.flow_layout import FlowLayout
from trustjournal.ui.kit.tokens import S4
from trustjournal.ui.pages.journal.searching.offers import CATEGORY_OF, Category, mark_label
from trustjournal.ui.pages.journal.searching.state import SearchState
from trustjournal.ui.pages.journal.searching.words import chip_label

SHOWN = (Category.PERSON, Category.TAG, Category.PART, Category.MOOD, Category.DATE)
"""The others are under *More*."""
GAP = S4 + 2


class ChipRow(QWidget):
    """Chips in as few rows as the filters that are on, and *More*, need; what has no room there is under *More*."""

    category_requested = Signal(object, object)
    """A `Category` to choose from, and the widget to do that under."""
    term_added = Signal(str)
    term_removed = Signal(object)
    """A `Term`."""
    saved_requested = Signal(object)
    """Saved searches, and the widget to show them under."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(self.tr("Filters"))
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        self._flow = FlowLayout(self, gap=GAP, row_gap=S4)
        self._on: list[Chip] = []
        self._shown: tuple[Term, ...] = ()
        self._adders = {category: Chip(self._name(category), clickable=True) for category in SHOWN}
        self.more = Chip(self.tr("More"), clickable=True)
        self.saved = Chip(self.tr("Saved"), clickable=True)
        for category, chip in self._adders.items():
            chip.clicked.connect(lambda category=category, chip=chip: self.category_requested.emit(category, chip))
        self.more.clicked.connect(self._open_more)
        self.saved.clicked.connect(lambda: self.saved_requested.emit(self.saved))
        self._after: QWidget | None = None
        self.saved.hide()
        self._rebuild(())

    def set_tab_order(self, after: QWidget) -> None:
        """Say behind which widget Tab comes to the chips."""
        self._after = after
        self._rebuild(self._shown)

    def show_state(self, state: SearchState) -> None:
        """Show the filters of a query."""
        self.saved.setVisible(bool(state.saved) or bool(state.query.text.strip()))
        if state.filters != self._shown:
            self._shown = state.filters
            self._rebuild(state.filters)
        self._fit()

    def on_chips(self) -> Sequence[Chip]:
        """The chips of the filters that are on."""
        return self._on

    def adder(self, category: Category) -> Chip:
        """The chip that adds a filter of a kind."""
        return self._adders[category]

    def _rebuild(self, terms: Sequence[Term]) -> None:
        had_keyboard = any(chip.isAncestorOf(self.focusWidget()) for chip in self._on)
        for chip in self._on:
            self._flow.removeWidget(chip)
            chip.hide()
            chip.deleteLater()
        self._on = []
        others = (*self._adders.values(), self.more, self.saved)
        for chip in others:
            self._flow.removeWidget(chip)
        for term in terms:
            chip = Chip(chip_label(term), _kind(term), removable=True)
            chip.removed.connect(lambda term=term: self.term_removed.emit(term))
            self._on.append(chip)
        before = self._after
        for chip in (*self._on, *others):
            self._flow.addWidget(chip)
            chip.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
            if before is not None:
                QWidget.setTabOrder(before, chip)
            before = chip
        if had_keyboard:
            (self._on or [self.more])[-1].setFocus(Qt.FocusReason.OtherFocusReason)
        self._fit()

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        """Offer as many kinds of filter as no row has to be begun for."""
        used = {_category(term) for term in self._shown}
        last = [self.more] if self.saved.isHidden() else [self.more, self.saved]
        rows = self._rows([*self._on, *last])
        offered: list[Chip] = []
        for category, chip in self._adders.items():
            if category not in used and self._rows([*self._on, *offered, chip, *last]) <= rows:
                offered.append(chip)
            chip.setVisible(chip in offered)

    def _rows(self, chips: Sequence[Chip]) -> int:
        rows, end = 1, 0
        for chip in chips:
            width = min(chip.sizeHint().width(), self.width())
            if end and end + width > self.width():
                rows, end = rows + 1, 0
            end += width + GAP
        return rows

    def _open_more(self) -> None:
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        for category in (*(one for one in SHOWN if self._adders[one].isHidden()), Category.FEELING, Category.TRUST):
            action = QAction(self.tr("{kind}…").format(kind=self._name(category)), menu)
            action.triggered.connect(lambda _, category=category: self.category_requested.emit(category, self.more))
            menu.addAction(action)
        menu.addSeparator()
        for mark in (Mark.STARRED, Mark.DRAFT, Mark.THERAPY, Mark.PHOTO, Mark.FILE):
            action = QAction(mark_label(mark), menu)
            action.triggered.connect(lambda _, mark=mark: self.term_added.emit(mark.value))
            menu.addAction(action)
        menu.popup(self.more.mapToGlobal(self.more.rect().bottomLeft()))

    def _name(self, category: Category) -> str:
        return {
            Category.PERSON: self.tr("Person"),
            Category.TAG: self.tr("Tag"),
            Category.PART: self.tr("Part"),
            Category.MOOD: self.tr("Mood"),
            Category.DATE: self.tr("Date"),
            Category.FEELING: self.tr("Feeling"),
            Category.TRUST: self.tr("Trust"),
            Category.MARK: self.tr("More"),
        }[category]


def _category(term: Term) -> Category:
    match term.condition:
        case Named(operator=operator) | InDays(operator=operator):
            return CATEGORY_OF[operator]
        case MoodIs():
            return Category.MOOD
        case TrustIs():
            return Category.TRUST
        case _:
            return Category.MARK


def _kind(term: Term) -> ChipKind:
    return "mood" if _category(term) in (Category.MOOD, Category.FEELING) else "trust"
