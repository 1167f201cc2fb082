"""The panel to look for words in the guide: a field, the places with the words around them, and the way between."""

from __future__ import annotations

from PySide6.QtCore import QLocale, QSignalBlocker, QSize, Qt, Signal
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent, QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget
from typing_extensions import override

from trustjournal.domain.guide import Article, Guide
from trustjournal.domain.guide_text import MOST_HITS, GuideHit, Spot, around
from trustjournal.ui.kit.button import Button, IconButton
from trustjournal.ui.kit.divider import Divider
from trustjournal.ui.kit.icons import Icons
from trustjournal.ui.kit.labels import SoftLabel
from trustjournal.ui.kit.line_edit import LineEdit
from trustjournal.ui.kit.text_scale import scaled
from trustjournal.ui.kit.theme import Theme
from trustjournal.ui.kit.tokens import S4, S8, S12
from trustjournal.ui.kit.two_line_list import TwoLineList
from trustjournal.ui.pages.guide.finding.presenter import FindState
from trustjournal.ui.parts.trouble import Trouble

LIST_HEIGHT = 240
"""Pixels at 100 % text, where the panel stands over the text."""


class FindPanel(QWidget):
    """Enter goes to the next place, Shift and Enter back; Escape returns to where one was."""

    words_changed = Signal(str)
    step_requested = Signal(bool)
    """Go to the next place; true: to the one before."""
    hit_chosen = Signal(int)
    return_requested = Signal()
    """Close, and go back to where one was."""
    stay_requested = Signal()
    """Close, and stay at what was found."""

    def __init__(self, guide: Guide, theme: Theme, icons: Icons) -> None:
        super().__init__()
        self._guide = guide
        self.setAccessibleName(self.tr("Find in the guide"))
        self.field = _Field(self.tr("Find in the guide"))
        self.count = SoftLabel(small=True)
        self.previous = IconButton(icons.icon("chevron-up"), self.tr("Previous place (Shift+F3)"))
        self.next = IconButton(icons.icon("chevron-down"), self.tr("Next place (F3)"))
        self.close_button = IconButton(icons.icon("close"), self.tr("Back to where you were (Esc)"))
        self.stay = Button(self.tr("Stay here"), "quiet")
        self.stay.setToolTip(self.tr("Close the search and stay at this place"))
        self.hits = TwoLineList(theme, self.tr("Places"))
        self._trouble = Trouble()
        self._lay_out()
        self.field.textChanged.connect(self.words_changed)
        self.field.enter_pressed.connect(self.step_requested)
        self.field.down_pressed.connect(self._on_field_down_pressed)
        self.next.clicked.connect(lambda: self.step_requested.emit(False))  # noqa: FBT003
        self.previous.clicked.connect(lambda: self.step_requested.emit(True))  # noqa: FBT003
        self.hits.row_chosen.connect(self.hit_chosen)
        self.hits.gone_on.connect(self.stay_requested)
        self.close_button.clicked.connect(self.return_requested)
        self.stay.clicked.connect(self.stay_requested)

    def _lay_out(self) -> None:
        first, second = QHBoxLayout(), QHBoxLayout()
        first.setSpacing(S4)
        first.addWidget(self.field, 1)
        first.addWidget(self.close_button)
        second.setSpacing(S4)
        second.addWidget(self.count, 1)
        second.addWidget(self.stay)
        second.addWidget(self.previous)
        second.addWidget(self.next)
        inside = QVBoxLayout()
        inside.setContentsMargins(S12, S12, S12, S8)
        inside.setSpacing(S4)
        inside.addLayout(first)
        inside.addLayout(second)
        inside.addWidget(self._trouble)
        inside.addWidget(self.hits, 1)
        inside.addStretch()  # without the list the field stays where it is
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(inside, 1)
        column.addWidget(Divider())

    def ask(self) -> None:
        """Take the keyboard; the words of the last time are selected."""
        self.field.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.field.selectAll()

    def show_state(self, state: FindState) -> None:
        """Show what was found and where one is."""
        if self.field.text() != state.words:
            with QSignalBlocker(self.field):
                self.field.setText(state.words)
        self.hits.show_rows([(self._where(hit), self._context(hit)) for hit in state.hits], state.current)
        for widget in (self.previous, self.next):
            widget.setEnabled(bool(state.hits))
        self.hits.setVisible(bool(state.hits))
        self.stay.setVisible(state.current is not None)
        self._trouble.show_error(state.trouble)
        words = self._count_words(state)
        if words != self.count.text():
            self.count.setText(words)
            if words and self.isVisible():
                QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, words))

    def _count_words(self, state: FindState) -> str:
        number = QLocale().toString
        if not state.is_known:
            return ""
        if not state.hits:
            return self.tr("Not found")
        count = number(len(state.hits)) + ("+" if len(state.hits) == MOST_HITS else "")
        if state.current is None:
            return self.tr("{count} found").format(count=count)
        return self.tr("{number} of {count}").format(number=number(state.current + 1), count=count)

    def _where(self, hit: GuideHit) -> str:
        """“Causes · Early years · Key ideas”: the most telling of it first, for the end may not be seen."""
        item = hit.passage.item
        unit = self._guide.unit(item)
        leaf = self._guide.part_of_unit(item) or self._guide.article(item)
        spot = {
            Spot.IDEA: self.tr("Key ideas"),
            Spot.PROMPT: self.tr("Prompt"),
            Spot.CLOSING: self.tr("Before you go"),
        }.get(hit.passage.spot, "")
        names = [] if leaf is None else [leaf.title]
        if unit is not None and not isinstance(leaf, Article) and leaf is not None and len(leaf.units) > 1:
            names = [unit.title]
        return " · ".join(name for name in (*names, spot) if name)

    def _context(self, hit: GuideHit) -> str:
        return self.tr("A deep prompt, folded") if hit.passage.is_folded else around(hit)

    def _on_field_down_pressed(self) -> None:
        if self.hits.count():
            self.hits.setFocus(Qt.FocusReason.TabFocusReason)
            if self.hits.currentRow() < 0:
                self.hits.setCurrentRow(0)

    @override
    def sizeHint(self) -> QSize:
        return QSize(super().sizeHint().width(), scaled(LIST_HEIGHT))

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.return_requested.emit()
        else:
            super().keyPressEvent(event)


class _Field(LineEdit):
    """A field in which Enter goes on, and Down goes into the list."""

    enter_pressed = Signal(bool)
    """True: with Shift."""
    down_pressed = Signal()

    def __init__(self, label: str) -> None:
        super().__init__(label, label=label)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.enter_pressed.emit(bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier))
        elif event.key() == Qt.Key.Key_Down:
            self.down_pressed.emit()
        else:
            super().keyPressEvent(event)
