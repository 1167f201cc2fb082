"""An earlier answer to a prompt beside the newest one: next to it where there is room, else over it."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QBoxLayout, QComboBox, QFrame, QScrollArea, QSizePolicy, QVBoxLayout, QWidget
from typing_extensions import override

from trustjournal.domain.entry import Entry
from trustjournal.domain.ids import EntryId
from trustjournal.domain.place import Place
from trustjournal.ui.kit.button import Button
from trustjournal.ui.kit.divider import Divider
from trustjournal.ui.kit.flow_layout import FlowLayout
from trustjournal.ui.kit.labels import ReadingLabel, SectionLabel, SoftLabel
from trustjournal.ui.kit.theme import Theme
from trustjournal.ui.kit.tokens import S4, S8, S16, S24
from trustjournal.ui.pages.guide.then_and_now.presenter import ThenAndNowState
from trustjournal.ui.parts.reader import Reader
from trustjournal.ui.parts.trouble import Trouble
from trustjournal.ui.parts.when import day_words

BESIDE_FROM = 720
"""Pixels at 100 % text from which the two stand beside each other."""
LEAST_HEIGHT = 160


class ThenAndNowView(QWidget):
    """Both are read-only; the newer one can be opened to go on with it."""

    go_requested = Signal(object)
    """A `Place`."""
    then_chosen = Signal(object)
    """The `EntryId` of an earlier answer."""
    write_requested = Signal()
    close_requested = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._state = ThenAndNowState()
        self._is_beside = True
        self.back = Button(self.tr("Back to the guide"))
        self.back.clicked.connect(self.close_requested)
        self._prompt = ReadingLabel(role="prompt")
        self.write = Button(self.tr("Write about it again"), "primary")
        self.write.clicked.connect(self.write_requested)
        self._trouble = Trouble()
        self.days = QComboBox()
        self.days.setAccessibleName(self.tr("Which earlier words"))
        self.days.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        self.days.activated.connect(lambda index: self.then_chosen.emit(self.days.itemData(index)))
        self.then = _Side(self.tr("Then"), theme, self.days)
        self.now = _Side(self.tr("Now"), theme)
        for side in (self.then, self.now):
            side.open_requested.connect(self._on_side_open_requested)
        self._sides = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._sides.setSpacing(0)
        self._line = Divider(upright=True)
        self._sides.addWidget(self.then, 1)
        self._sides.addWidget(self._line)
        self._sides.addWidget(self.now, 1)
        head = QVBoxLayout()
        head.setContentsMargins(S24, S16, S24, S8)
        head.setSpacing(S8)
        head.addWidget(self.back, 0, Qt.AlignmentFlag.AlignLeading)
        head.addWidget(self._prompt)
        head.addWidget(self._trouble)
        head.addWidget(self.write, 0, Qt.AlignmentFlag.AlignLeading)
        inside = QWidget()
        inside.setObjectName("scroll_page")
        column = QVBoxLayout(inside)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(head)
        column.addWidget(Divider())
        column.addLayout(self._sides, 1)
        area = QScrollArea()  # in a small window with large letters both are taller than there is room
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setWidgetResizable(True)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.setWidget(inside)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(area)

    def show_state(self, state: ThenAndNowState) -> None:
        """Show the answers of a state."""
        self._state = state
        self._prompt.set_text(state.wording)
        self._trouble.show_error(state.trouble)
        self.days.clear()
        for entry in reversed(state.earlier):
            self.days.addItem(day_words(entry.moment.day), entry.id)
        index = next((i for i, entry in enumerate(reversed(state.earlier)) if entry.id == state.then), -1)
        self.days.setCurrentIndex(index)
        self.days.setVisible(len(state.earlier) > 1)
        self.then.show_entry(state.shown_then, names_day=len(state.earlier) < 2)
        self.now.show_entry(state.now, names_day=True)
        self.then.setVisible(state.shown_then is not None)
        self.now.setVisible(state.now is not None)
        self._line.setVisible(state.now is not None and self._is_beside)
        self.write.setVisible(state.is_read and bool(state.wording))

    def fit(self, width: int) -> None:
        """Put them beside each other, or one over the other."""
        beside = width >= self._theme.sp(BESIDE_FROM)
        self._sides.setDirection(QBoxLayout.Direction.LeftToRight if beside else QBoxLayout.Direction.TopToBottom)
        self._is_beside = beside
        for side in (self.then, self.now):
            side.reader.setMinimumHeight(self._theme.sp(LEAST_HEIGHT))
        self._line.setVisible(beside and self._state.now is not None)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.close_requested.emit()
        else:
            super().keyPressEvent(event)

    def first_focus(self) -> QWidget:
        """Where the keyboard goes first."""
        return self.back

    def _on_side_open_requested(self, entry: EntryId) -> None:
        self.go_requested.emit(Place("journal", str(entry)))


class _Side(QWidget):
    """One answer: when it was written, its words, and the way to it."""

    open_requested = Signal(object)

    def __init__(self, name: str, theme: Theme, days: QComboBox | None = None) -> None:
        super().__init__()
        self._entry: EntryId | None = None
        self._name = name
        self._day = SoftLabel(small=True, wrap=False)
        self.reader = Reader(theme, name)
        self.open_button = Button(self.tr("Open this entry"), "quiet")
        self.open_button.clicked.connect(lambda: self.open_requested.emit(self._entry))
        row = QWidget()
        self.heading = FlowLayout(row, gap=S8)
        self.heading.addWidget(SectionLabel(name))
        self.heading.addWidget(self._day)
        if days is not None:
            self.heading.addWidget(days)
        self.heading.addWidget(self.open_button)
        self.heading.setContentsMargins(S24, 0, S8, 0)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, S8, 0, 0)
        column.setSpacing(S4)
        column.addWidget(row)
        column.addWidget(self.reader, 1)

    def show_entry(self, entry: Entry | None, *, names_day: bool) -> None:
        self._entry = None if entry is None else entry.id
        day = "" if entry is None else day_words(entry.moment.day)
        self._day.setText(day)
        self._day.setVisible(names_day)
        self.reader.setAccessibleName(f"{self._name}: {day}")
        self.open_button.setAccessibleName(self.tr("Open the entry of {day}").format(day=day))
        self.reader.show_words("" if entry is None else entry.title, "" if entry is None else entry.text)
