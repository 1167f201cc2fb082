"""Makes the trash a part of the journal page: its way in, its place, and what is said about it."""

from __future__ import annotations

from uuid import UUID

from PySide6.QtCore import QObject, Qt

from trustjournal.domain.change import Changed
from trustjournal.domain.clock import Clock, moment_now
from trustjournal.domain.entry import Entry
from trustjournal.domain.ids import EntryId
from trustjournal.domain.place import ViewState
from trustjournal.services.trash import TrashService
from trustjournal.ui.kit.button import Button
from trustjournal.ui.kit.icons import Icons
from trustjournal.ui.kit.tasks import Tasks
from trustjournal.ui.kit.theme import Theme
from trustjournal.ui.pages.journal.entry_list.presenter import ListState
from trustjournal.ui.pages.journal.page import JournalPage
from trustjournal.ui.pages.journal.sheet.menu import MenuSection
from trustjournal.ui.pages.journal.trash.presenter import TrashPresenter
from trustjournal.ui.pages.journal.trash.view import TrashView
from trustjournal.ui.parts.page import ToastMessage
from trustjournal.ui.parts.when import day_words

_TRASH = "trash"


class PageTrash(QObject):
    """Puts the trash in place of the list and the sheet, and those back."""

    def __init__(
        self, page: JournalPage, *, trash: TrashService, clock: Clock, tasks: Tasks, theme: Theme, icons: Icons
    ) -> None:
        super().__init__(page)
        self._page = page
        self._is_shown = False
        self._has_tidied = False
        self.view = TrashView(theme, icons, lambda: moment_now(clock).day, clock.zone(), page)
        self.view.hide()
        self.presenter = TrashPresenter(
            trash=trash, tasks=tasks, show=self.view.show_state, brought_back=self._on_brought_back, tell=page.tell
        )
        self.view.follow(self.presenter)
        self.view.closed.connect(self.close)
        self.action = page.sheet.menu.add(MenuSection.ENDING, self.tr("Trash…"), self.open)
        self.button = Button(self.tr("Trash"), "quiet", icons.icon("trash", size=16))
        self.button.clicked.connect(self.open)
        self.button.hide()
        page.sheet.empty.put_below(self.button)
        page.list_shown.connect(self._on_page_list_shown)
        page.news_came.connect(self._on_page_news_came)
        page.keep_in_place(self)

    @property
    def is_shown(self) -> bool:
        """Whether the trash is what the page shows."""
        return self._is_shown

    def open(self) -> None:
        """Show the trash."""
        self._page.settle()
        self._show()
        self.view.setFocus(Qt.FocusReason.OtherFocusReason)

    def close(self) -> None:
        """Show the journal again."""
        if self._is_shown:
            self._is_shown = False
            self._page.show_instead(None)
            self.presenter.forget()
            self._page.first_focus().setFocus(Qt.FocusReason.OtherFocusReason)

    def _show(self, chosen: EntryId | None = None) -> None:
        self._is_shown = True
        self._page.show_instead(self.view)
        self.presenter.read(chosen)

    # The page's place -------------------------------------------------------------------------

    def place_view(self) -> ViewState:
        """Which deleted entry is read, if any."""
        if not self._is_shown:
            return {}
        chosen = self.presenter.state.chosen
        return {_TRASH: "" if chosen is None else str(chosen)}

    def return_to(self, view: ViewState) -> None:
        """Show the trash where it was shown."""
        chosen = view.get(_TRASH)
        if isinstance(chosen, str):
            self._show(_id(chosen))
        elif self._is_shown:
            self.close()

    # What the page tells ----------------------------------------------------------------------

    def _on_page_list_shown(self, state: ListState) -> None:
        """Where nothing is left to be listed, the way to the trash has to be somewhere else than at an entry."""
        self.button.setVisible(state.is_journal_empty)
        if state.is_read and not self._has_tidied:
            self._has_tidied = True
            self.presenter.tidy()

    def _on_page_news_came(self, changed: Changed) -> None:
        if self._is_shown:
            self.presenter.refresh(changed)

    def _on_brought_back(self, entry: Entry) -> None:
        words = self.tr("Restored: {day}.").format(day=day_words(entry.moment.day))

        def show() -> None:
            self.close()
            self._page.open_entry(entry.id)
            self._page.go_to_text()

        self._page.toast_requested.emit(ToastMessage(words, self.tr("Show it"), show, is_undo=False))


def _id(text: str) -> EntryId | None:
    try:
        return EntryId(UUID(text))
    except ValueError:
        return None
