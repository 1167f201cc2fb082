"""The history of an entry, in place of its sheet: versions on one side, on the other what changed."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence, QResizeEvent
from PySide6.QtWidgets import QApplication, QBoxLayout, QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget
from typing_extensions import override

from trustjournal.domain.moment import Moment
from trustjournal.domain.version import VersionSummary
from trustjournal.ui.kit.button import Button, IconButton
from trustjournal.ui.kit.divider import Divider
from trustjournal.ui.kit.empty_state import EmptyState
from trustjournal.ui.kit.flow_layout import FlowLayout
from trustjournal.ui.kit.icons import Icons
from trustjournal.ui.kit.labels import PlainLabel, SoftLabel
from trustjournal.ui.kit.theme import Theme
from trustjournal.ui.kit.tokens import S4, S8, S12, S16, Type
from trustjournal.ui.kit.two_line_list import TwoLineList
from trustjournal.ui.kit.wrapped_check import WrappedCheck
from trustjournal.ui.messages import sentence
from trustjournal.ui.pages.journal.history.presenter import Beside, Comparison, HistoryPresenter, HistoryState
from trustjournal.ui.pages.journal.history.words import number_words, spoken_change, when_words
from trustjournal.ui.parts.reader import Reader

SIDE_BY_SIDE = 620
LIST_WIDTH = 210
LIST_HEIGHT = 150
NO_LIMIT = 16777215
"""What Qt takes for no limit to a side."""


class HistoryView(QWidget):
    """Shows a `HistoryState`. Escape, or the button, closes it."""

    closed = Signal()
    bring_back_requested = Signal()
    copy_requested = Signal()

    def __init__(
        self, theme: Theme, icons: Icons, today: Callable[[], date], zone: str, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self._today = today
        self._zone = zone
        self._presenter: HistoryPresenter | None = None
        self._versions: tuple[VersionSummary, ...] = ()
        self._comparison: Comparison | None = None
        self._at = -1
        self._make_widgets(icons)
        self._lay_out()
        self._connect()
        self._dress()

    def _make_widgets(self, icons: Icons) -> None:
        self.back = IconButton(icons.icon("chevron-left"), self.tr("Back to the entry (Esc)"))
        self._title = PlainLabel(self.tr("History"))
        self.copy = IconButton(icons.icon("copy"), self.tr("Copy the text of this version"))
        self.copy.setAccessibleDescription(self.tr("Other programs on this computer can read what is copied."))
        self.bring_back = Button(self.tr("Bring back this version"), "primary")
        self.list = TwoLineList(self._theme, self.tr("Versions, the newest first"))
        self.beside = WrappedCheck(self.tr("Compare with the version before it"))
        self.beside.setToolTip(self.tr("Otherwise with the words as they are now"))
        self.before = IconButton(icons.icon("chevron-up"), self.tr("Change before (Shift+F3)"))
        self.after = IconButton(icons.icon("chevron-down"), self.tr("Next change (F3)"))
        self._added, self._removed = SoftLabel(small=True, wrap=False), SoftLabel(small=True, wrap=False)
        self._added.setProperty("change", "added")
        self._removed.setProperty("change", "removed")
        self._said = SoftLabel(small=True, wrap=False)
        self.reader = Reader(self._theme, self.tr("What changed"))
        self.reader.setAccessibleDescription(
            self.tr("Added words are underlined, removed words are struck through. F3 goes to the next change.")
        )
        self.empty = EmptyState("", self.tr("Back to the entry"))

    def _lay_out(self) -> None:
        bar = QHBoxLayout()
        bar.setContentsMargins(S12, S12, S16, S12)
        bar.setSpacing(S8)
        bar.addWidget(self.back)
        bar.addWidget(self._title)
        bar.addStretch(1)
        bar.addWidget(self.copy)
        self._moves = QWidget()
        moves = QHBoxLayout(self._moves)
        moves.setContentsMargins(0, 0, 0, 0)
        moves.setSpacing(S4)
        moves.addWidget(self.before)
        moves.addWidget(self.after)
        counts = QWidget()
        row = FlowLayout(counts, gap=S12, row_gap=S4)
        for widget in (self._added, self._removed, self._said, self._moves):
            row.addWidget(widget)
        self._above = QWidget()
        above = QVBoxLayout(self._above)
        above.setContentsMargins(S16, S12, S16, S8)
        above.setSpacing(S8)
        above.addWidget(self.beside)
        above.addWidget(counts)
        right = QVBoxLayout()
        right.setSpacing(0)
        right.addWidget(self._above)
        right.addWidget(Divider())
        right.addWidget(self.reader, 1)
        self._line = Divider(upright=True)
        self._halves = QWidget()
        self._sides = QBoxLayout(QBoxLayout.Direction.LeftToRight, self._halves)
        self._sides.setContentsMargins(0, 0, 0, 0)
        self._sides.setSpacing(0)
        self._list_room = QWidget()
        room = QVBoxLayout(self._list_room)
        room.setContentsMargins(S8, S8, S8, 0)
        room.addWidget(self.list)
        self._sides.addWidget(self._list_room)
        self._sides.addWidget(self._line)
        self._sides.addLayout(right, 1)
        self._stack = QStackedWidget()
        self._stack.addWidget(self._halves)
        self._stack.addWidget(self.empty)
        actions = QHBoxLayout()
        actions.setContentsMargins(S16, S12, S16, S12)
        actions.addWidget(self.bring_back)
        actions.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(bar)
        column.addWidget(Divider())
        column.addWidget(self._stack, 1)
        self._below = QWidget()
        self._below.setLayout(actions)
        column.addWidget(Divider())
        column.addWidget(self._below)

    def _connect(self) -> None:
        self.back.clicked.connect(self.closed)
        self.empty.action_requested.connect(self.closed)
        self.copy.clicked.connect(self.copy_requested)
        self.bring_back.clicked.connect(self.bring_back_requested)
        self.list.row_chosen.connect(self._on_list_row_chosen)
        self.list.gone_on.connect(self._on_list_gone_on)
        self.beside.clicked.connect(self._on_beside_clicked)
        self.after.clicked.connect(lambda: self.go(1))
        self.before.clicked.connect(lambda: self.go(-1))
        self._keys: dict[str, Callable[[], None]] = {
            "Esc": self.closed.emit,
            "F3": lambda: self.go(1),
            "Shift+F3": lambda: self.go(-1),
        }
        self._theme.changed.connect(self._dress)

    def follow(self, presenter: HistoryPresenter) -> None:
        """Let `presenter` decide what is shown."""
        self._presenter = presenter

    def first_focus(self) -> QWidget:
        """Who gets the keyboard when the history opens."""
        return self.list if self._versions else self.empty.action

    # Showing ----------------------------------------------------------------------------------

    def show_state(self, state: HistoryState) -> None:
        """Show a state."""
        focus = QApplication.focusWidget()
        had_focus = focus is not None and self._halves.isAncestorOf(focus)
        self._versions = state.versions
        is_empty = state.is_read and not state.versions
        self.empty.set_sentence(self._empty_sentence(state))
        self._stack.setCurrentIndex(1 if is_empty else 0)
        self._below.setVisible(not is_empty)
        order = [summary.id for summary in state.versions]
        current = order.index(state.chosen) if state.chosen in order else None
        self.list.show_rows(self._rows(state), current)
        self.beside.set_checked(state.beside is Beside.BEFORE)
        is_ready = state.comparison is not None
        self.copy.setEnabled(is_ready)
        self.copy.setVisible(not is_empty)
        self.bring_back.setEnabled(is_ready)
        if state.comparison is not self._comparison:
            self._comparison = state.comparison
            if state.comparison is not None:
                self._show_comparison(state.comparison)
            elif state.entry is None:
                self.reader.show_difference((), ())
        if state.trouble is not None and not is_empty:
            self._said.setText(sentence(state.trouble).text)
        if had_focus and is_empty:
            self.first_focus().setFocus(Qt.FocusReason.OtherFocusReason)

    def _rows(self, state: HistoryState) -> list[tuple[str, str]]:
        earlier = [*state.versions[1:], None]
        return [
            (when_words(Moment.of(version.saved_at, self._zone), self._today()), self._size(version, before))
            for version, before in zip(state.versions, earlier, strict=False)
        ]

    def _size(self, version: VersionSummary, earlier: VersionSummary | None) -> str:
        """How many words a version has, and how many more or fewer than the one before it."""
        words = number_words(self.tr("%n word(s)", "", version.words), version.words)
        change = version.words - earlier.words if earlier is not None else 0
        if not change:
            return words
        by = abs(change)
        more = self.tr("%n more", "", by) if change > 0 else self.tr("%n fewer", "", by)
        return f"{words} · {number_words(more, by)}"

    def _show_comparison(self, comparison: Comparison) -> None:
        self.reader.show_difference(comparison.title, comparison.text)
        self._at = -1
        for label, words, number in (
            (self._added, self.tr("%n word(s) added", "", comparison.added), comparison.added),
            (self._removed, self.tr("%n word(s) removed", "", comparison.removed), comparison.removed),
        ):
            label.setText(number_words(words, number))
            label.setVisible(number > 0)
        self._moves.setVisible(not comparison.is_same)
        self._say_where()
        if self.reader.places:
            self.reader.verticalScrollBar().setValue(0)

    def _say_where(self) -> None:
        count = len(self.reader.places)
        if not count:
            is_before = self.beside.is_checked()
            same = self.tr("The same as before") if is_before else self.tr("The same as now")
            self._said.setText(same)
        elif self._at < 0:
            self._said.setText(self.tr("%n change(s)", "", count))
        else:
            self._said.setText(self.tr("{number} of {count}").format(number=self._at + 1, count=count))

    def _empty_sentence(self, state: HistoryState) -> str:
        if state.trouble is not None:
            return sentence(state.trouble).text
        return self.tr(
            "Earlier words of this entry will be here, once you have changed it after ten minutes or on another day."
        )

    # Moving -----------------------------------------------------------------------------------

    def go(self, step: int) -> None:
        """Go to the next change, or to the one before; after the last comes the first."""
        places = self.reader.places
        if not places:
            return
        self._at = (self._at + step) % len(places) if self._at >= 0 else (0 if step > 0 else len(places) - 1)
        self.reader.go_to(places[self._at], spoken_change(places[self._at], self._at + 1, len(places)))
        self._say_where()

    def _on_list_row_chosen(self, row: int) -> None:
        if self._presenter is not None:
            self._presenter.choose(self._versions[row].id)

    def _on_list_gone_on(self) -> None:
        self.reader.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.go(1)

    def _on_beside_clicked(self, is_before: bool) -> None:
        if self._presenter is not None:
            self._presenter.compare_with(Beside.BEFORE if is_before else Beside.NOW)

    # Keys -------------------------------------------------------------------------------------

    @override
    def event(self, event: QEvent) -> bool:
        """The sheet under this hears the same keys as shortcuts; here they come to this."""
        if (
            event.type() == QEvent.Type.ShortcutOverride
            and isinstance(event, QKeyEvent)
            and _named(event) in self._keys
        ):
            event.accept()
            return True
        return super().event(event)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        do = self._keys.get(_named(event))
        if do is None:
            super().keyPressEvent(event)
        else:
            do()

    # Looks ------------------------------------------------------------------------------------

    def _dress(self) -> None:
        theme = self._theme
        self._title.setFont(theme.ui_font(weight=Type.STRONG))
        self._fit()

    def _fit(self) -> None:
        sp = self._theme.sp
        is_beside = self.width() >= sp(SIDE_BY_SIDE)
        direction = QBoxLayout.Direction.LeftToRight if is_beside else QBoxLayout.Direction.TopToBottom
        self._sides.setDirection(direction)
        self._line.setMinimumSize(1, 1)
        self._line.setMaximumSize(1 if is_beside else NO_LIMIT, NO_LIMIT if is_beside else 1)
        self._list_room.setMinimumWidth(sp(LIST_WIDTH) if is_beside else 0)
        self._list_room.setMaximumWidth(sp(LIST_WIDTH) if is_beside else NO_LIMIT)
        height = min(sp(LIST_HEIGHT), self.height() // 5)
        self._list_room.setMinimumHeight(0 if is_beside else height)
        self._list_room.setMaximumHeight(NO_LIMIT if is_beside else height)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()


def _named(event: QKeyEvent) -> str:
    return QKeySequence(event.keyCombination()).toString(QKeySequence.SequenceFormat.PortableText)
