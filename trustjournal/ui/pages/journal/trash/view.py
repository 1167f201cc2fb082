"""The trash, in place of the list and the sheet: what was deleted on one side, its words on the other."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QApplication, QBoxLayout, QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget
from typing_extensions import override

from trustjournal.domain.entry import Entry
from trustjournal.domain.moment import Moment
from trustjournal.domain.trash import TrashedEntry
from trustjournal.ui.kit.button import Button, IconButton
from trustjournal.ui.kit.button_row import button_row
from trustjournal.ui.kit.divider import Divider
from trustjournal.ui.kit.empty_state import EmptyState
from trustjournal.ui.kit.icons import Icons
from trustjournal.ui.kit.labels import PlainLabel, SoftLabel
from trustjournal.ui.kit.theme import Theme
from trustjournal.ui.kit.tokens import S8, S12, S16, Type
from trustjournal.ui.kit.two_line_list import TwoLineList
from trustjournal.ui.messages import Message, sentence
from trustjournal.ui.pages.journal.history.words import when_words
from trustjournal.ui.pages.journal.trash.presenter import Question, TrashPresenter, TrashState
from trustjournal.ui.parts.reader import Reader
from trustjournal.ui.parts.refusal import Refusal
from trustjournal.ui.parts.when import moment_words

SIDE_BY_SIDE = 700
LIST_WIDTH = 330
LIST_HEIGHT = 260
NO_LIMIT = 16777215
"""What Qt takes for no limit to a side."""


class TrashView(QWidget):
    """Shows a `TrashState`. Escape, or the button, closes it."""

    closed = Signal()

    def __init__(
        self, theme: Theme, icons: Icons, today: Callable[[], date], zone: str, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self._today = today
        self._zone = zone
        self._presenter: TrashPresenter | None = None
        self._entries: tuple[TrashedEntry, ...] = ()
        self._entry: Entry | None = None
        self._question: Question | None = None
        self._make_widgets(icons)
        self._lay_out()
        self._connect()
        self._dress()

    def _make_widgets(self, icons: Icons) -> None:
        self.back = IconButton(icons.icon("chevron-left"), self.tr("Back to the journal (Esc)"))
        self._title = PlainLabel(self.tr("Trash"))
        self._note = SoftLabel(small=True)
        self._note.setContentsMargins(S12, 0, S12, 0)  # where the words of the list begin
        self.list = TwoLineList(self._theme, self.tr("Deleted entries, the last deleted first"))
        self.empty_it = Button(self.tr("Empty the trash…"), "quiet")
        self._when = SoftLabel(small=True)
        self.bring_back = Button(self.tr("Restore"), "primary")
        self.bring_back.setAccessibleDescription(self.tr("Puts the entry back to its date"))
        self.delete = Button(self.tr("Delete for good…"))
        self.question = Refusal(self._theme, icons)
        self.sure = Button(self.tr("Delete for good"), "danger")
        self.keep = Button(self.tr("Keep"))
        self.question.add_action(self.keep)
        self.question.add_action(self.sure)
        self.reader = Reader(self._theme, self.tr("Text of the deleted entry"))
        self.empty = EmptyState(
            self.tr("Nothing is in the trash. Entries you delete will be here, until you delete them for good."),
            self.tr("Back to the journal"),
        )

    def _lay_out(self) -> None:
        top = QHBoxLayout()
        top.setSpacing(S8)
        top.addWidget(self.back)
        top.addWidget(self._title, 1)
        top.addWidget(self.empty_it)
        self._left = QWidget()
        left = QVBoxLayout(self._left)
        left.setContentsMargins(S12, S12, S8, S8)
        left.setSpacing(S8)
        left.addLayout(top)
        left.addWidget(self._note)
        left.addWidget(self.list, 1)
        left.addStretch()  # where there is no list the title stays at the top
        self._read = QWidget()
        right = QVBoxLayout(self._read)
        right.setContentsMargins(0, 0, 0, 0)
        right.setSpacing(0)
        self._bar = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._bar.setContentsMargins(S16, S12, S16, S12)
        self._bar.setSpacing(S8)
        self._bar.addWidget(self._when, 1)
        self._buttons = button_row(self.delete, self.bring_back)
        self._bar.addWidget(self._buttons)
        asked = QVBoxLayout()
        asked.setContentsMargins(S16, 0, S16, S12)
        asked.addWidget(self.question)
        self._asked = QWidget()
        self._asked.setLayout(asked)
        self._asked.hide()
        right.addLayout(self._bar)
        right.addWidget(self._asked)
        right.addWidget(Divider())
        right.addWidget(self.reader, 1)
        self._right = QStackedWidget()
        self._right.addWidget(self._read)
        self._right.addWidget(self.empty)
        self._line = Divider(upright=True)
        self._sides = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._sides.setContentsMargins(0, 0, 0, 0)
        self._sides.setSpacing(0)
        self._sides.addWidget(self._left)
        self._sides.addWidget(self._line)
        self._sides.addWidget(self._right, 1)

    def _connect(self) -> None:
        self.back.clicked.connect(self.closed)
        self.empty.action_requested.connect(self.closed)
        self.list.row_chosen.connect(self._on_list_row_chosen)
        self.list.gone_on.connect(lambda: self.reader.setFocus(Qt.FocusReason.ShortcutFocusReason))
        self.list.verticalScrollBar().valueChanged.connect(self._on_list_scrolled)
        self._theme.changed.connect(self._dress)

    def follow(self, presenter: TrashPresenter) -> None:
        """Let `presenter` decide what is shown."""
        self._presenter = presenter
        self.bring_back.clicked.connect(presenter.bring_back)
        self.delete.clicked.connect(lambda: presenter.ask(Question.ONE))
        self.empty_it.clicked.connect(lambda: presenter.ask(Question.ALL))
        self.sure.clicked.connect(presenter.answer)
        self.keep.clicked.connect(lambda: presenter.ask(None))

    # Showing ----------------------------------------------------------------------------------

    def show_state(self, state: TrashState) -> None:
        """Show a state."""
        self._entries = state.entries
        is_empty = state.is_read and not state.entries
        ids = [entry.id for entry in state.entries]
        self.list.show_rows(
            [self._row(entry) for entry in state.entries], ids.index(state.chosen) if state.chosen in ids else None
        )
        self._note.setText(self._sentence(state))
        self._note.setVisible(bool(self._note.text()))
        self.list.setVisible(not is_empty)
        self.empty_it.setVisible(bool(state.entries))
        for button in (self.bring_back, self.delete, self.empty_it):
            button.setEnabled(not state.is_emptying and (button is self.empty_it or state.entry is not None))
        if state.entry is not self._entry:
            self._entry = state.entry
            self._show_entry(state)
        self._ask(state)
        self._fit()
        if is_empty and self._right.currentWidget() is not self.empty:
            focus = QApplication.focusWidget()
            had_keyboard = focus is not None and self.isAncestorOf(focus)
            self._right.setCurrentWidget(self.empty)
            if had_keyboard:
                self.empty.action.setFocus(Qt.FocusReason.OtherFocusReason)
        elif not is_empty:
            self._right.setCurrentWidget(self._read)

    def _row(self, entry: TrashedEntry) -> tuple[str, str]:
        words = " ".join((entry.title or entry.excerpt).split()) or self.tr("No words")
        when = when_words(Moment.of(entry.deleted_at, self._zone), self._today())
        return words, self.tr("Deleted: {when}").format(when=when)

    def _sentence(self, state: TrashState) -> str:
        if state.trouble is not None:
            return sentence(state.trouble).text
        if state.is_emptying:
            return self.tr("Deleting for good. Still to go: {count}").format(count=state.total)
        if not state.total:
            return ""
        return self.tr("%n deleted entry(s). They stay here until you delete them for good.", "", state.total)

    def _show_entry(self, state: TrashState) -> None:
        entry = state.entry
        if entry is None:
            self.reader.show_words("", "")
            self._when.setText("")
            return
        self.reader.show_words(entry.title, entry.text)
        self._when.setText(self.tr("Written: {when}").format(when=moment_words(entry.moment)))

    def _ask(self, state: TrashState) -> None:
        if state.question is self._question:
            return
        self._question = state.question
        if state.question is None:
            self.question.say(None)
            self._asked.hide()
            self._fit()
            self.list.setFocus(Qt.FocusReason.OtherFocusReason)
            return
        title = self.tr("Delete this entry for good?")
        if state.question is Question.ALL:
            title = self.tr("Delete all %n entry(s) in the trash for good?", "", state.total)
        self._asked.show()
        self._fit()
        self.question.say(
            Message(
                title,
                self.tr(
                    "The words, photos, files and earlier versions go with it, and nothing can bring them back. "
                    "Backups and copies of this journal that were made before still hold them."
                ),
                "",
            )
        )
        self.keep.setFocus(Qt.FocusReason.OtherFocusReason)

    # What the person does ---------------------------------------------------------------------

    def _on_list_row_chosen(self, row: int) -> None:
        if self._presenter is not None:
            self._presenter.choose(self._entries[row].id)

    def _on_list_scrolled(self, value: int) -> None:
        bar = self.list.verticalScrollBar()
        if self._presenter is not None and bar.maximum() - value < bar.pageStep():
            self._presenter.read_more()

    @override
    def focusInEvent(self, event: QFocusEvent) -> None:
        """Whoever gives the page the keyboard means what one walks through on it."""
        first = self.empty.action if self._right.currentWidget() is self.empty else self.list
        first.setFocus(event.reason())

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            if self._question is not None and self._presenter is not None:
                self._presenter.ask(None)
            else:
                self.closed.emit()
        elif event.key() == Qt.Key.Key_Delete and self.delete.isEnabled() and self._presenter is not None:
            self._presenter.ask(Question.ONE)
        else:
            super().keyPressEvent(event)

    # Looks ------------------------------------------------------------------------------------

    def _dress(self) -> None:
        self._title.setFont(self._theme.ui_font(weight=Type.STRONG))
        self._fit()

    def _fit(self) -> None:
        sp = self._theme.sp
        is_beside = self.width() >= sp(SIDE_BY_SIDE)
        across, down = QBoxLayout.Direction.LeftToRight, QBoxLayout.Direction.TopToBottom
        self._sides.setDirection(across if is_beside else down)
        self._bar.setDirection(across if is_beside else down)
        self._line.setMaximumSize(1 if is_beside else NO_LIMIT, NO_LIMIT if is_beside else 1)
        width = max(min(sp(LIST_WIDTH), self.width() * 2 // 5), self._left.minimumSizeHint().width())
        self._left.setMinimumWidth(width if is_beside else 0)
        self._left.setMaximumWidth(width if is_beside else NO_LIMIT)
        height = min(sp(LIST_HEIGHT), self.height() * 2 // 5)
        self._left.setMinimumHeight(0 if is_beside or not self._entries else height)
        self._left.setMaximumHeight(NO_LIMIT if is_beside else height)
        self._left.setVisible(is_beside or self._question is None)  # else there is no room for the question
        side_by_side = self.delete.sizeHint().width() + S8 + self.bring_back.sizeHint().width()
        self._buttons.setMinimumWidth(side_by_side if is_beside else 0)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    @override
    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.ApplicationFontChange:
            self._fit()
