"""Makes history a part of the journal page."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication

from trustjournal.domain.clock import Clock, moment_now
from trustjournal.domain.entry import Entry
from trustjournal.domain.ids import EntryId
from trustjournal.domain.moment import Moment
from trustjournal.domain.place import ViewState
from trustjournal.domain.version import Version
from trustjournal.services.history import HistoryService
from trustjournal.services.writing import WritingService
from trustjournal.ui.kit.icons import Icons
from trustjournal.ui.kit.private_copy import private_copy
from trustjournal.ui.kit.tasks import Tasks
from trustjournal.ui.kit.theme import Theme
from trustjournal.ui.pages.journal.history.presenter import HistoryPresenter
from trustjournal.ui.pages.journal.history.view import HistoryView
from trustjournal.ui.pages.journal.history.words import when_words
from trustjournal.ui.pages.journal.page import JournalPage
from trustjournal.ui.pages.journal.sheet.state import Words
from trustjournal.ui.parts.page import ToastMessage
from trustjournal.ui.parts.save_keeper import SaveKeeper


class PageHistory(QObject):
    """Opens the history of the entry on the sheet in its place, and brings earlier words back."""

    def __init__(
        self,
        page: JournalPage,
        *,
        history: HistoryService,
        writing: WritingService,
        keeper: SaveKeeper,
        clock: Clock,
        tasks: Tasks,
        aside: Tasks,
        theme: Theme,
        icons: Icons,
    ) -> None:
        super().__init__(page)
        self._page = page
        self._history = history
        self._writing = writing
        self._keeper = keeper
        self._clock = clock
        self._tasks = tasks
        self._entry: Entry | None = None
        self._was_in_title = False
        self.view = HistoryView(theme, icons, lambda: moment_now(clock).day, clock.zone(), page.sheet)
        self.view.hide()
        self.presenter = HistoryPresenter(history=history, tasks=tasks, aside=aside, show=self.view.show_state)
        self.view.follow(self.presenter)
        self.view.closed.connect(self.close)
        self.view.copy_requested.connect(self._on_view_copy_requested)
        self.view.bring_back_requested.connect(self._on_view_bring_back_requested)
        page.keep_in_place(self)
        page.sheet.history_requested.connect(self.open)
        page.entry_shown.connect(self._on_page_entry_shown)

    @property
    def is_open(self) -> bool:
        """Whether the history stands in place of the sheet."""
        return self.presenter.state.entry is not None

    def open(self) -> None:
        """Show the history of the entry on the sheet."""
        self._was_in_title = self._page.sheet.head.title.hasFocus()
        self._page.settle()
        if self._entry is None:
            return
        self.presenter.open(self._entry)
        self._page.sheet.cover(self.view)
        self.view.list.setFocus(Qt.FocusReason.OtherFocusReason)

    def close(self) -> None:
        """Show the sheet again, with the caret where it was."""
        if self.is_open:
            focus = QApplication.focusWidget()
            had_keyboard = focus is not None and self.view.isAncestorOf(focus)
            self.presenter.close()
            self._page.sheet.cover(None)
            if had_keyboard:
                self._page.sheet.paper.focus_words(in_title=self._was_in_title)

    def place_view(self) -> ViewState:
        """Earlier words that are looked at are no place to return to."""
        return {}

    def return_to(self, _view: ViewState) -> None:
        """Whoever goes somewhere on the page is not kept at earlier words."""
        self.close()

    def _on_page_entry_shown(self, entry: Entry | None) -> None:
        self._entry = entry
        opened = self.presenter.state.entry
        if opened is not None and (entry is None or entry.id != opened.id):
            self.close()

    def _on_view_copy_requested(self) -> None:
        version = self._version()
        if version is not None:
            whole = "\n\n".join(part for part in (version.title, version.text) if part)
            QGuiApplication.clipboard().setMimeData(private_copy(whole))
            words = self.tr("Copied. Other programs on this computer can read it.")
            self._page.toast_requested.emit(ToastMessage(words))

    def _on_view_bring_back_requested(self) -> None:
        version, now = self._version(), self.presenter.state.entry
        if version is None or now is None:
            return
        when = when_words(Moment.of(version.saved_at, self._clock.zone()), moment_now(self._clock).day)
        words = self.tr("Brought back: {when}. The words before are in the history.").format(when=when)

        def undo() -> None:
            self._put(now.id, _words(now), lambda: None)

        def done() -> None:
            self.close()
            self._page.toast_requested.emit(ToastMessage(words, self.tr("Undo"), undo))

        self._put(now.id, Words(version.title, version.text), done)

    def _put(self, entry_id: EntryId, words: Words, done: Callable[[], None]) -> None:
        """Keep the words of now as a version; only then put others in their place."""
        self._page.settle()
        entry = self._entry
        if entry is None or entry.id != entry_id:
            self._put_unseen(entry_id, words)
            return

        def kept(_none: None) -> None:
            self._page.settle()
            if self._entry is None or _words(self._entry) != _words(entry):  # somebody typed meanwhile, or went on
                self._put(entry_id, words, done)
                return
            self._page.sheet.replace_words(words)
            self._page.settle()
            done()

        self._tasks.run(lambda: self._history.keep_now(entry), owner=self, done=kept, failed=self._page.tell)

    def _put_unseen(self, entry_id: EntryId, words: Words) -> None:
        """The same where another entry is on the sheet by now."""
        held = next((entry for entry in self._keeper.held if entry.id == entry_id), None)

        def keep() -> Entry | None:
            entry = held or self._writing.entry(entry_id)
            if entry is not None:
                self._history.keep_now(entry)
            return entry

        def kept(entry: Entry | None) -> None:
            if entry is not None:
                self._keeper.put(replace(entry, title=words.title, text=words.text))

        self._tasks.run(keep, owner=self, done=kept, failed=self._page.tell)

    def _version(self) -> Version | None:
        comparison = self.presenter.state.comparison
        return None if comparison is None else comparison.version


def _words(entry: Entry) -> Words:
    return Words(entry.title, entry.text)
