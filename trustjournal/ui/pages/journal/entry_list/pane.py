"""The left half of the page: search, a button for a new entry, and the list, or a sentence where it is empty."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from typing import Protocol, runtime_checkable

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget
from typing_extensions import override

from trustjournal.ui.kit.button import Button
from trustjournal.ui.kit.icons import Icons
from trustjournal.ui.kit.labels import SoftLabel
from trustjournal.ui.kit.theme import Theme
from trustjournal.ui.kit.tokens import S8, S12, S16
from trustjournal.ui.messages import sentence
from trustjournal.ui.pages.journal.entry_list.model import EntryListModel
from trustjournal.ui.pages.journal.entry_list.presenter import EntryListPresenter, ListState
from trustjournal.ui.pages.journal.entry_list.search_field import SearchField
from trustjournal.ui.pages.journal.entry_list.view import EntryListView


@runtime_checkable
class HasFront(Protocol):
    """A face that says what of it gets the keyboard."""

    @property
    def front(self) -> QWidget:
        """A widget of it."""
        ...


class ListPane(QWidget):
    """Finds and lists entries."""

    new_requested = Signal()

    def __init__(self, theme: Theme, icons: Icons, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._presenter: EntryListPresenter | None = None
        self.search = SearchField(icons)
        self.new_button = Button(self.tr("New entry"), "quiet", icons.icon("plus"))
        self.new_button.setAccessibleName(self.tr("New entry (Ctrl+N)"))
        self.new_button.setToolTip(self.tr("New entry (Ctrl+N)"))
        self._under_search = QVBoxLayout()
        self._under_search.setSpacing(S8)
        self._under_search.setContentsMargins(0, 0, S8 - 2, 0)
        self._counted = ("", "")
        self._has_nothing = False
        self.note = SoftLabel(small=True)
        self.note.setContentsMargins(S16 - 2, 0, S16 - 2, 0)
        self._model = EntryListModel(self._read_more, self)
        self.view = EntryListView(self._model, theme, icons)
        self._faces = QStackedWidget()
        self._faces.addWidget(self.view)
        self._under_list = QVBoxLayout()
        self._top = QHBoxLayout()
        self._top.setSpacing(S8)
        self._beside_new = QHBoxLayout()
        self._beside_new.setSpacing(0)
        self._beside_new.addWidget(self.new_button)
        self._top.addLayout(self._beside_new)
        self._top.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(S16 - 2, S12, S8, 0)
        column.setSpacing(S12)
        inset = QVBoxLayout()
        inset.setContentsMargins(0, 0, S8 - 2, 0)
        inset.setSpacing(S8)
        inset.addLayout(self._top)
        inset.addWidget(self.search)
        column.addLayout(inset)
        column.addLayout(self._under_search)
        column.addWidget(self.note)
        column.addWidget(self._faces, 1)
        column.addLayout(self._under_list)
        QWidget.setTabOrder(self.new_button, self.search)
        self.new_button.clicked.connect(self.new_requested)
        self.search.list_requested.connect(self._on_search_list_requested)
        self.view.search_requested.connect(self._on_view_search_requested)

    def follow(self, presenter: EntryListPresenter) -> None:
        """Let `presenter` decide what is listed."""
        self._presenter = presenter
        self.search.query_changed.connect(presenter.search)
        self.view.rows_seen.connect(presenter.want)

    def put_beside_list(self, button: QWidget, face: QWidget, stops: Sequence[QWidget]) -> None:
        """Give the list another face, where Tab comes to `stops`, and its button a place over the search field."""
        self._top.addWidget(button)
        self._faces.addWidget(face)
        QWidget.setTabOrder(self.new_button, button)
        for before, after in pairwise((self.view, *stops)):
            QWidget.setTabOrder(before, after)

    def put_beside_new(self, button: QWidget) -> None:
        """Give a button a place right beside the one for a new entry."""
        self._beside_new.addWidget(button)
        QWidget.setTabOrder(self.new_button, button)

    def turn_to(self, face: QWidget | None) -> None:
        """Show another face in place of the list, or the list again."""
        self._faces.setCurrentWidget(self.view if face is None else face)

    @property
    def face(self) -> QWidget:
        """The list, or what is shown in place of it."""
        return self._faces.currentWidget() or self.view

    @property
    def front(self) -> QWidget:
        """What gets the keyboard: the list, or what another face says."""
        face = self.face
        if isinstance(face, HasFront) and isinstance(face, QWidget):
            return face.front
        return self.search if self._has_nothing else self.view

    def put_under_list(self, widget: QWidget) -> None:
        """Give something a place under the list."""
        self._under_list.addWidget(widget)

    def put_under_search(self, widget: QWidget) -> None:
        """Give something a place between the search field and the list."""
        self._under_search.addWidget(widget)

    def say_found(self, query: str, words: str) -> None:
        """How many entries a query has found in all."""
        self._counted = (query, words)
        if query == self.search.query:
            self.note.setText(words)

    def show_state(self, state: ListState) -> None:
        """Show a state."""
        self.search.set_query(state.query)
        self._model.show(state.lines, has_more=state.has_more)
        self._has_nothing = state.is_read and not state.lines
        # A frame around nothing would say only that there is nothing to walk through.
        self.view.setFocusPolicy(Qt.FocusPolicy.NoFocus if self._has_nothing else Qt.FocusPolicy.StrongFocus)
        if self._has_nothing and self.view.hasFocus():
            self.search.setFocus(Qt.FocusReason.OtherFocusReason)
        note = self._note(state)
        self.note.setText(note)
        self.note.setVisible(bool(note))

    def _note(self, state: ListState) -> str:
        if state.trouble is not None:
            return sentence(state.trouble).text
        if not state.is_read:
            return ""
        if state.query.strip():
            if state.shown == 0:
                return self.tr("Nothing found. Fewer or shorter words find more.")
            if state.has_more and self._counted[0] == state.query:
                return self._counted[1]
            if state.has_more:
                return self.tr("The newest %n entry(s); scroll for more", "", state.shown)
            return self.tr("%n entry(s) found", "", state.shown)
        return ""

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.new_button.setText(self.tr("New entry"))
        if self._top.minimumSize().width() > self._top.geometry().width():
            self.new_button.setText("")  # its sign is left, and its name

    def _read_more(self) -> None:
        if self._presenter is not None:
            self._presenter.read_more()

    def _on_search_list_requested(self) -> None:
        if self._has_nothing:
            return
        self.view.setFocus(Qt.FocusReason.ShortcutFocusReason)
        if self.view.current_id() is None:
            self.view.choose_first()

    def _on_view_search_requested(self) -> None:
        self.search.setFocus(Qt.FocusReason.ShortcutFocusReason)
