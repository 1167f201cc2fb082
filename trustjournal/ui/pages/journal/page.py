"""The journal: the list of entries beside the sheet one writes on."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QWidget
from typing_extensions import override

from trustjournal.domain.change import Changed
from trustjournal.domain.entry import Entry
from trustjournal.domain.guide import Guide
from trustjournal.domain.ids import EntryId, ServedPromptId
from trustjournal.domain.place import Place
from trustjournal.ui.kit.icons import Icons
from trustjournal.ui.kit.theme import Theme
from trustjournal.ui.messages import sentence
from trustjournal.ui.pages.journal.entry_list.pane import ListPane
from trustjournal.ui.pages.journal.entry_list.presenter import EntryListPresenter, ListState
from trustjournal.ui.pages.journal.halves import Halves
from trustjournal.ui.pages.journal.in_place import NEW, RANDOM, PartInPlace, day_in, entry_in, served_in, spot_in
from trustjournal.ui.pages.journal.sheet.followed_link import about_link
from trustjournal.ui.pages.journal.sheet.pane import SheetPane
from trustjournal.ui.pages.journal.sheet.presenter import JournalPresenter
from trustjournal.ui.pages.journal.sheet.state import TOP, Deleted, JournalState, Spot, Words
from trustjournal.ui.parts.page import Command, Page, ToastMessage
from trustjournal.ui.parts.save_keeper import SaveKeeper

ShowList = Callable[[ListState], None]
ShowSheet = Callable[[JournalState], None]
MakeList = Callable[[ShowList], EntryListPresenter]
MakeSheet = Callable[[ShowSheet, Callable[[Exception], None], Callable[[], Words | None]], JournalPresenter]


class JournalPage(Page):
    """Entries, newest first; what is written is kept without being asked."""

    name = "journal"
    icon_name = "journal"

    print_requested = Signal(object)
    """A tuple of `EntryId`: take these to paper, or offer to choose days where it is empty."""
    markdown_requested = Signal(object)
    """A tuple of `EntryId`: save these as Markdown, or offer to choose days where it is empty."""
    markdown_of_picked_requested = Signal()
    """The picked entries are to be saved as Markdown."""
    delete_picked_requested = Signal()
    """The picked entries are to go to the trash."""
    random_requested = Signal()
    """A page by chance is wanted."""
    entry_shown = Signal(object)
    """The `Entry` on the sheet, each time anything about it is new; None where there is none."""
    list_shown = Signal(object)
    """A `ListState`: the list shows something else."""
    sheet_shown = Signal(object)
    """A `JournalState`: the sheet shows something else."""
    news_came = Signal(object)
    """A `Changed`: something changed, perhaps on another page."""
    settled = Signal()
    """The page is left, or the journal locked: whatever waits to be kept is to be kept now."""

    def __init__(
        self,
        make_list: MakeList,
        make_sheet: MakeSheet,
        *,
        keeper: SaveKeeper,
        theme: Theme,
        icons: Icons,
        guide: Guide,
        zone_here: str,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self._is_visited = False
        self._opens_newest = False
        self._entry_told: Entry | None = None
        self._told: tuple[EntryId, date | None] | None = None
        self._new_day: date | None = None
        self._taken_over: tuple[EntryId, Spot] | None = None
        self._in_place: list[PartInPlace] = []
        self._commands: list[Command] = []
        self.list = ListPane(theme, icons)
        self.sheet = SheetPane(theme, icons, guide, zone_here)
        self.halves = Halves(self.list, self.sheet, theme, self)
        self._instead: QWidget | None = None
        self._whole = whole = QHBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSizeConstraint(QHBoxLayout.SizeConstraint.SetNoConstraint)
        whole.addWidget(self.halves)

        self._list_presenter = make_list(self._render_list)
        self._presenter = make_sheet(self._render_sheet, self.tell, self.sheet.take_words)
        self.list.follow(self._list_presenter)
        self.sheet.follow(self._presenter)
        keeper.state_changed.connect(self._presenter.on_save_state_changed)
        keeper.stored.connect(self._on_keeper_stored)
        keeper.kept_both.connect(self._presenter.on_kept_both)
        self.list.new_requested.connect(self.start_new)
        self.list.view.entry_chosen.connect(self.open_entry)
        self.list.view.write_requested.connect(self.go_to_text)
        self.sheet.new_requested.connect(self.start_new)
        self.sheet.list_requested.connect(self.go_to_list)
        self.sheet.delete_requested.connect(self.delete)
        self.sheet.quiet_requested.connect(self.quiet_requested)
        self.sheet.finding.toast_requested.connect(self.toast_requested)
        self.sheet.finding.toast_over.connect(self.toast_over)
        self.sheet.text.link_activated.connect(self._on_text_link_activated)
        self.sheet.print_requested.connect(self.print_open_entry)
        to_paper = QShortcut(QKeySequence(QKeySequence.StandardKey.Print), self)
        to_paper.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        to_paper.activated.connect(self.print_open_entry)
        find = QShortcut(QKeySequence(QKeySequence.StandardKey.Find), self)
        find.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        find.activated.connect(self._on_find_activated)
        for keys in (Qt.Key.Key_Delete, Qt.Modifier.CTRL | Qt.Key.Key_Delete):
            # In the text the same keys delete a letter or a word, as everywhere else.
            delete = QShortcut(QKeySequence(keys), self.list.view)
            delete.setContext(Qt.ShortcutContext.WidgetShortcut)
            delete.activated.connect(self._on_delete_activated)
        theme.changed.connect(self.halves.fit)

    # A page of the session --------------------------------------------------------------------

    @override
    def title(self) -> str:
        return self.tr("Journal")

    @override
    def visit(self, place: Place) -> None:
        is_first, self._is_visited = not self._is_visited, True
        view = place.view
        if isinstance(width := view.get("list"), int):
            self.halves.list_width = width
        query = view.get("search")
        if isinstance(query, str):
            self._list_presenter.search(query)
        if is_first:
            self._list_presenter.read()
        self._presenter.read_names()
        for part in self._in_place:
            part.return_to(view)
        entry_id = entry_in(place)
        if place.item == NEW:
            self.start_new(served_in(view), day_in(view))
        elif place.item == RANDOM:
            self.random_requested.emit()
        elif entry_id is not None:
            self.halves.is_list_wanted = False
            spot = spot_in(view)
            self._presenter.open(entry_id, spot or TOP, wants_keyboard=spot is not None)
        elif is_first:
            self._opens_newest = True
        self.halves.fit()

    @override
    def place(self) -> Place:
        view: dict[str, str | int | bool | None] = {}
        if self.halves.list_width:
            view["list"] = self.halves.list_width
        if query := self.list.search.text():
            view["search"] = query
        for part in self._in_place:
            view |= part.place_view()
        entry = self._presenter.entry
        if entry is None:
            return Place(self.name, None, view)
        if self._presenter.is_blank():
            if self._new_day is not None:
                view["day"] = self._new_day.isoformat()
            if entry.prompt is not None:
                view["served"] = str(entry.prompt.id)
            return Place(self.name, NEW, view)
        spot = self.sheet.paper.spot()
        view |= {"cursor": spot.cursor, "scroll": spot.scroll, "in_title": spot.in_title}
        return Place(self.name, str(entry.id), view)

    @override
    def refresh(self, changed: Changed) -> None:
        self.news_came.emit(changed)
        self._list_presenter.refresh(changed)
        if changed is Changed.ENTRIES and not self.isVisible():
            self._presenter.take_over()  # another page changed it
        if self._is_visited and changed in (Changed.ENTRIES, Changed.PEOPLE):
            self._presenter.read_names()

    @override
    def settle(self) -> None:
        self._presenter.keep_words()
        self.settled.emit()

    @override
    def first_focus(self) -> QWidget:
        sheet = self._presenter.state.sheet
        if self._instead is not None:
            return self._instead
        if sheet is None:
            return self.sheet.empty.action if self._list_presenter.state.is_journal_empty else self.list.search
        if sheet.wants_keyboard or not self.list.isVisible():
            return self.sheet.head.title if sheet.spot.in_title else self.sheet.text
        return self.list.front

    @override
    def commands(self) -> tuple[Command, ...]:
        return tuple(self._commands)

    # Wishes -----------------------------------------------------------------------------------

    def start_new(self, served: ServedPromptId | None = None, day: date | None = None) -> None:
        """Put up an empty sheet, of today or another day, with the keyboard in its text."""
        self._new_day = day
        self._presenter.start(served, day)
        self.halves.show_list(is_wanted=False)

    def open_entry(self, entry_id: EntryId) -> None:
        """Put an entry on the sheet, and leave the keyboard where it is."""
        self._presenter.open(entry_id)

    def go_to_text(self) -> None:
        """Give the text of the entry the keyboard."""
        self.halves.show_list(is_wanted=False)
        self.sheet.text.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def go_to_list(self) -> None:
        """Give the list, or what stands in its place, the keyboard."""
        self.halves.show_list(is_wanted=True)
        self.list.front.setFocus(Qt.FocusReason.OtherFocusReason)

    def keep_in_place(self, part: PartInPlace) -> None:
        """Let a part of the page add to the page's place what it needs to return to where it was."""
        self._in_place.append(part)

    def add_command(self, command: Command) -> None:
        """Let a part of the page be called by name from anywhere."""
        self._commands.append(command)

    def store_entry(self, entry: Entry, done: Callable[[EntryId], None], failed: Callable[[Exception], None]) -> None:
        """Have an entry stored, a blank one too, because a photo or a file is to be put into it."""
        self._presenter.store_for_attachment(entry, done, failed)

    def show_instead(self, widget: QWidget | None) -> None:
        """Show something in place of the list and the sheet; those again where it is None."""
        if self._instead is not None:
            self._instead.hide()
        self._instead = widget
        self.halves.setVisible(widget is None)
        if widget is not None:
            self._whole.addWidget(widget)
            widget.show()

    def set_stays_away(self, stays_away: bool) -> None:
        """Never bring the entry on the sheet back unasked, or allow it again."""
        self._presenter.set_stays_away(stays_away)

    def take_over(self, changed: tuple[EntryId, ...]) -> None:
        """Entries were changed by something other than the sheet; if one is on it, the sheet shows it as it is now.

        One that left the sheet empty, because it was deleted, is on it again once it is brought back.
        """
        entry = self._presenter.entry
        if entry is not None and entry.id in changed:
            self._taken_over = entry.id, self.sheet.paper.spot()
            self._presenter.take_over()
        elif entry is None and self._taken_over is not None and self._taken_over[0] in changed:
            self._presenter.open(*self._taken_over)

    def print_open_entry(self) -> None:
        """Ask how the entry on the sheet should be printed; without one, which days."""
        self.print_requested.emit(self.entry_to_take_out())

    def entry_to_take_out(self) -> tuple[EntryId, ...]:
        """The entry on the sheet, its newest words handed over to be stored; none where nothing is written on it."""
        self._presenter.keep_words()
        entry = None if self._presenter.is_blank() else self._presenter.entry
        return () if entry is None else (entry.id,)

    def delete(self) -> None:
        """Delete the entry on the sheet and offer to undo that."""
        entry = self._presenter.entry
        if entry is None:
            return
        neighbour = self.list.view.neighbour_of(entry.id)

        def done(deleted: Deleted) -> None:
            self._list_presenter.drop(deleted.entry.id)
            self.toast_requested.emit(
                ToastMessage(self.tr("Entry deleted."), self.tr("Undo"), lambda: self._presenter.undo_delete(deleted))
            )

        self._presenter.delete(self.sheet.paper.spot(), done)
        if neighbour is not None:
            self._presenter.open(neighbour)
            # Not to the text of the neighbour: the key that undoes would be the text's own there.
            self.go_to_list()
        else:
            self.sheet.empty.action.setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_keeper_stored(self, stored: Entry) -> None:
        self._presenter.on_stored(stored)

    def _on_text_link_activated(self, address: str) -> None:
        self.toast_requested.emit(about_link(address))

    def _on_delete_activated(self) -> None:
        if self.list.view.is_picking:
            self.delete_picked_requested.emit()
        else:
            self.delete()

    def _on_find_activated(self) -> None:
        if self.sheet.finding.is_meant():
            self.sheet.finding.ask()
            return
        self.halves.show_list(is_wanted=True)
        self.list.search.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.list.search.selectAll()

    @override
    def set_quiet(self, quiet: bool) -> None:
        """Focus mode leaves the entry alone on the page; searching still brings the list in its place."""
        self.halves.is_quiet = quiet
        self.sheet.say_quiet(quiet=quiet)
        if quiet and self._presenter.entry is not None:
            self.halves.is_list_wanted = False
        self.halves.fit()

    # Showing ----------------------------------------------------------------------------------

    def _render_list(self, state: ListState) -> None:
        self.list.show_state(state)
        if self._opens_newest and state.is_read:
            self._opens_newest = False
            self._open_newest()
        self.sheet.say_empty(self._empty_sentence(state))
        if self.halves.has_list == state.is_journal_empty:
            self.halves.has_list = not state.is_journal_empty
            self.halves.fit()
        self.list_shown.emit(state)

    def _render_sheet(self, state: JournalState) -> None:
        self.sheet.show_state(state)
        self._follow_sheet()
        self.sheet_shown.emit(state)
        entry = None if state.sheet is None else state.sheet.entry
        if entry != self._entry_told:
            self._entry_told = entry
            self.entry_shown.emit(entry)

    def _open_newest(self) -> None:
        newest = self._list_presenter.newest()
        if newest is not None and self._presenter.entry is None:
            self._presenter.open(newest)

    def _follow_sheet(self) -> None:
        """Let the list mark what is on the sheet, once: somebody may be further on in the list meanwhile."""
        entry = self._presenter.entry
        told = None if entry is None else (entry.id, entry.moment.day if entry.revision else None)
        if told != self._told:
            self._told = told
            self.list.view.show_current(*(told or (None, None)))

    def _empty_sentence(self, state: ListState) -> str:
        if state.is_journal_empty:
            return self.tr("What you write will be here, in this encrypted journal and nowhere else.")
        return self.tr("Choose an entry on the left, or begin a new one.")

    def tell(self, error: Exception) -> None:
        """Say what went wrong, for a while."""
        message = sentence(error)
        self.toast_requested.emit(ToastMessage(f"{message.text} {message.next_step}".strip()))

    # Width ------------------------------------------------------------------------------------

    @override
    def minimumSizeHint(self) -> QSize:
        return self.halves.minimumSizeHint()

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.halves.fit()
