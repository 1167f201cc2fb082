"""Puts search together on the journal page: the field, chips, help, completion, remarks, saved ones, and the hits."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QLocale, QObject, Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QWidget

from trustjournal.domain.clock import Clock, moment_now
from trustjournal.domain.entry import Entry
from trustjournal.domain.guide import Guide
from trustjournal.domain.ids import EntryId
from trustjournal.domain.query import Completion
from trustjournal.ui.kit.theme import Theme
from trustjournal.ui.pages.journal.entry_list.pane import ListPane
from trustjournal.ui.pages.journal.entry_list.presenter import ListState
from trustjournal.ui.pages.journal.searching.chips import ChipRow
from trustjournal.ui.pages.journal.searching.completer import FieldCompleter
from trustjournal.ui.pages.journal.searching.help_popover import HelpPopover
from trustjournal.ui.pages.journal.searching.offer_popover import OfferPopover
from trustjournal.ui.pages.journal.searching.offers import Category, Offer, offers_for, values_for
from trustjournal.ui.pages.journal.searching.presenter import SearchPresenter
from trustjournal.ui.pages.journal.searching.remarks import Remarks
from trustjournal.ui.pages.journal.searching.saved_popover import SavedPopover
from trustjournal.ui.pages.journal.searching.state import MOST_COUNTED, SearchState
from trustjournal.ui.pages.journal.sheet.hits import HitsInEntry
from trustjournal.ui.pages.journal.sheet.state import TOP, JournalState
from trustjournal.ui.parts.entry_line import EntryLine

MakeSearch = Callable[[Callable[[SearchState], None], Callable[[str], None]], SearchPresenter]


class Searching(QObject):
    """Owned by the page. Told what the list and the sheet show; everything else it hears by itself."""

    def __init__(
        self,
        page: QWidget,
        pane: ListPane,
        hits: HitsInEntry,
        make_presenter: MakeSearch,
        *,
        guide: Guide,
        clock: Clock,
        theme: Theme,
    ) -> None:
        super().__init__(page)
        self._pane, self._field = pane, pane.search
        self._guide, self._clock, self._theme = guide, clock, theme
        self.hits = hits
        self.chips = ChipRow()
        self.remarks = Remarks()
        pane.put_under_search(self.chips)
        self.chips.set_tab_order(self._field)
        pane.put_under_search(self.remarks)
        self.presenter = make_presenter(self._show, self._field.put)
        self.completer = FieldCompleter(self._field, theme, self._values)
        self._choosing: OfferPopover | None = None
        self._names = self.presenter.state.names
        self._ids: frozenset[EntryId] = frozenset()
        self._query = ""
        self._sheet: tuple[int, Entry] | None = None
        self._field.help_requested.connect(self.open_help)
        self._field.query_changed.connect(self.presenter.query_changed)
        self._field.focused.connect(self.presenter.read_names)
        self.chips.category_requested.connect(self._on_chips_category_requested)
        self.chips.term_added.connect(self.presenter.add)
        self.chips.term_removed.connect(self.presenter.remove)
        self.chips.saved_requested.connect(self._on_chips_saved_requested)
        self.remarks.mend_requested.connect(self.presenter.mend)
        for keys, back in (("F3", False), ("Shift+F3", True)):
            shortcut = QShortcut(QKeySequence(keys), pane)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(lambda back=back: hits.step(back=back))
        self.presenter.read_saved()

    # What the page shows ----------------------------------------------------------------------

    def list_shown(self, state: ListState) -> None:
        """The list shows something else."""
        if not state.is_read or state.trouble is not None:
            return
        is_search = bool(state.query.strip())
        self._ids = (
            frozenset(line.summary.id for line in state.lines if isinstance(line, EntryLine))
            if is_search
            else frozenset()
        )
        self.presenter.answered(state.query, state.shown, has_more=state.has_more)
        if state.query.strip() != self._query:
            self._query = state.query.strip()
            self._mark(go=False)

    def sheet_shown(self, state: JournalState) -> None:
        """The sheet shows something else."""
        sheet = state.sheet
        before = self._sheet
        self._sheet = None if sheet is None else (sheet.showing, sheet.entry)
        if sheet is not None and (before is None or before[0] != sheet.showing):
            self._mark(go=sheet.spot == TOP)

    def _mark(self, *, go: bool) -> None:
        if self._sheet is not None and self._query and self._sheet[1].id in self._ids:
            self.hits.look(self._query, go=go)
        else:
            self.hits.forget()

    # Small cards ------------------------------------------------------------------------------

    def open_help(self) -> None:
        """Say what can be searched for."""
        popover = HelpPopover(self._field, self._theme)
        popover.term_chosen.connect(self._add)
        popover.open_below()

    def _on_chips_category_requested(self, category: Category, anchor: QWidget) -> None:
        self.presenter.read_names()
        titles = {
            Category.PERSON: (self.tr("Entries about a person"), self.tr("Name")),
            Category.TAG: (self.tr("Entries with a tag"), self.tr("Tag")),
            Category.PART: (self.tr("Entries begun from a part of the guide"), self.tr("Part of the guide")),
            Category.MOOD: (self.tr("Entries of days with a mood"), self.tr("Mood of the day")),
            Category.DATE: (self.tr("Entries of some days"), self.tr("2026, 2026-11 or 2026-11-22")),
            Category.FEELING: (self.tr("Entries with a feeling"), self.tr("Feeling")),
            Category.TRUST: (self.tr("Entries of days with a trust rating"), self.tr("Name")),
            Category.MARK: (self.tr("More"), self.tr("More")),
        }
        title, hint = titles[category]

        def offers(typed: str) -> Sequence[Offer]:
            today = moment_now(self._clock).day
            return offers_for(category, typed, self.presenter.state.names, self._guide, today)

        popover = OfferPopover(anchor, self._theme, title=title, hint=hint, offers_for=offers)
        popover.term_chosen.connect(self._add)
        self._choosing = popover
        popover.destroyed.connect(self._on_popover_destroyed)
        popover.open_below()

    def _on_popover_destroyed(self) -> None:
        self._choosing = None

    def _on_chips_saved_requested(self, anchor: QWidget) -> None:
        state = self.presenter.state
        popover = SavedPopover(anchor, self._theme, state.saved, state.query.text)
        popover.run_requested.connect(self.presenter.run_saved)
        popover.save_requested.connect(self.presenter.save)
        popover.rename_requested.connect(self.presenter.rename)
        popover.delete_requested.connect(self.presenter.delete)
        popover.open_below()

    # Inside -----------------------------------------------------------------------------------

    def _add(self, term: str) -> None:
        self.presenter.add(term)
        self._field.setFocus(Qt.FocusReason.OtherFocusReason)

    def _values(self, completion: Completion) -> Sequence[Offer]:
        return values_for(completion.operator, completion.typed, self.presenter.state.names, self._guide)

    def _show(self, state: SearchState) -> None:
        self.chips.show_state(state)
        self.remarks.show_remarks(state.remarks)
        if state.names != self._names:
            self._names = state.names
            if self._choosing is not None:
                self._choosing.offer()
        if state.found:
            self._pane.say_found(state.query.text, self._found_words(state.found))

    def _found_words(self, found: int) -> str:
        number = QLocale().toString
        if found > MOST_COUNTED:
            return self.tr("More than {count} entries found").format(count=number(MOST_COUNTED))
        return self.tr("%n entry(s) found", "", found).replace(str(found), number(found))
