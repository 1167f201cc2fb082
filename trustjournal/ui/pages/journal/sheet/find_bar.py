"""The strip over the paper to look for words in this entry, and to replace them."""

from __future__ import annotations

from PySide6.QtCore import QLocale, QSignalBlocker, Qt, Signal
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent, QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget
from typing_extensions import override

from trustjournal.domain.find_in_text import Looking
from trustjournal.ui.kit.button import Button, IconButton
from trustjournal.ui.kit.chip import Chip
from trustjournal.ui.kit.divider import Divider
from trustjournal.ui.kit.flow_layout import FlowLayout
from trustjournal.ui.kit.icons import Icons
from trustjournal.ui.kit.labels import SoftLabel
from trustjournal.ui.kit.line_edit import LineEdit
from trustjournal.ui.kit.text_scale import scaled
from trustjournal.ui.kit.theme import Theme
from trustjournal.ui.kit.tokens import S4, S8, S16
from trustjournal.ui.pages.journal.sheet.finder import FindState

FIELD_WIDTH, COUNT_WIDTH = 220, 64


class FindBar(QWidget):
    """Two rows: what is looked for, and what is put in its place. Enter goes on, Shift and Enter back."""

    looking_changed = Signal(object)
    """A `Looking`."""
    step_requested = Signal(bool)
    """Go to the next hit; true: to the one before."""
    replace_requested = Signal(str)
    replace_all_requested = Signal(str)
    close_requested = Signal()

    def __init__(self, theme: Theme, icons: Icons, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(self.tr("Find in this entry"))
        self.field = _Field(self.tr("Find in this entry"))
        self.count = SoftLabel(small=True, wrap=False)
        self.previous = IconButton(icons.icon("chevron-up"), self.tr("Previous place (Shift+F3)"))
        self.next = IconButton(icons.icon("chevron-down"), self.tr("Next place (F3)"))
        self.match_case = Chip(self.tr("Match case"), "trust", checkable=True)
        self.whole_words = Chip(self.tr("Whole words"), "trust", checkable=True)
        self.close_button = IconButton(icons.icon("close"), self.tr("Close (Esc)"))
        self.by = _Field(self.tr("Replace with"))
        self.replace_button = Button(self.tr("Replace"), "plain")
        self.all_button = Button(self.tr("Replace all"), "plain")
        find, self._replacing = QWidget(), QWidget()
        rows = FlowLayout(find, gap=S8, row_gap=S4), FlowLayout(self._replacing, gap=S8, row_gap=S4)
        shown: tuple[QWidget, ...] = (
            self.field, self.count, self.previous, self.next, self.match_case, self.whole_words
        )  # fmt: skip
        for widget in shown:
            rows[0].addWidget(widget)
        for field_or_button in (self.by, self.replace_button, self.all_button):
            rows[1].addWidget(field_or_button)
        inside = QVBoxLayout()
        inside.setSpacing(S8)
        inside.addWidget(find)
        inside.addWidget(self._replacing)
        across = QHBoxLayout()
        across.setContentsMargins(S16, S8, S16, S8)
        across.setSpacing(S8)
        across.addLayout(inside, 1)
        across.addWidget(self.close_button, 0, Qt.AlignmentFlag.AlignTop)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(across)
        column.addWidget(Divider())
        self.field.textChanged.connect(self._tell_looking)
        self.match_case.toggled.connect(self._tell_looking)
        self.whole_words.toggled.connect(self._tell_looking)
        self.field.enter_pressed.connect(self.step_requested)
        self.by.enter_pressed.connect(lambda _back: self.replace_requested.emit(self.by.text()))
        self.next.clicked.connect(lambda: self.step_requested.emit(False))  # noqa: FBT003
        self.previous.clicked.connect(lambda: self.step_requested.emit(True))  # noqa: FBT003
        self.replace_button.clicked.connect(lambda: self.replace_requested.emit(self.by.text()))
        self.all_button.clicked.connect(lambda: self.replace_all_requested.emit(self.by.text()))
        self.close_button.clicked.connect(self.close_requested)
        theme.changed.connect(self._fit)
        self._fit()

    def looking(self) -> Looking:
        """What is looked for."""
        return Looking(self.field.text(), self.match_case.is_checked(), self.whole_words.is_checked())

    def ask(self, words: str, *, replacing: bool) -> None:
        """Come up with the keyboard in the field; without words it has those of the last time."""
        if words:
            with QSignalBlocker(self.field):
                self.field.setText(words)
        self._replacing.setVisible(replacing)
        self.show()
        self.field.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.field.selectAll()

    def show_state(self, state: FindState) -> None:
        """Say how many there are and at which one is."""
        number = QLocale().toString
        if not state.is_looking:
            words = ""
        elif not state.count:
            words = self.tr("Not found")
        elif state.current:
            words = self.tr("{number} of {count}").format(number=number(state.current), count=number(state.count))
        else:
            words = self.tr("{count} found").format(count=number(state.count))
        has_hits = state.count > 0
        for button in (self.previous, self.next, self.replace_button, self.all_button):
            button.setEnabled(has_hits)
        if words != self.count.text():
            self.count.setText(words)
            if words and self.isVisible():
                QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, words))

    def _tell_looking(self) -> None:
        self.looking_changed.emit(self.looking())

    def _fit(self) -> None:
        for field in (self.field, self.by):
            field.setFixedWidth(scaled(FIELD_WIDTH))
        self.count.setMinimumWidth(scaled(COUNT_WIDTH))  # so that what stands behind it stays where it is


class _Field(LineEdit):
    """A field in which Enter does the next thing."""

    enter_pressed = Signal(bool)
    """True: with Shift."""

    def __init__(self, label: str) -> None:
        super().__init__(label, label=label)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.enter_pressed.emit(bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier))
        else:
            super().keyPressEvent(event)
