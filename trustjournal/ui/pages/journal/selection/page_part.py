"""Makes picking several entries a part of the journal page: the bar, its choices, and what is said afterwards."""

from __future__ import annotations

from collections.abc import Callable
from itertools import pairwise

from PySide6.QtCore import QLocale, QObject, Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QWidget

from trustjournal.domain.ids import EntryId
from trustjournal.services.arranging import ArrangingService
from trustjournal.services.finding import FindingService
from trustjournal.services.people import PeopleService
from trustjournal.ui.kit.icons import Icons
from trustjournal.ui.kit.tasks import Tasks
from trustjournal.ui.kit.theme import Theme
from trustjournal.ui.pages.journal.page import JournalPage
from trustjournal.ui.pages.journal.selection.bar import SelectionBar
from trustjournal.ui.pages.journal.selection.choices import PersonChoice, TagChoice
from trustjournal.ui.pages.journal.selection.picked import picked_in
from trustjournal.ui.pages.journal.selection.presenter import Done, Kind, SelectionPresenter
from trustjournal.ui.parts.page import ToastMessage
from trustjournal.ui.parts.save_keeper import SaveKeeper


class PageSelection(QObject):
    """Does things with several entries at once."""

    _reported = Signal(int)
    """From the journal's thread: so many are done."""

    def __init__(
        self,
        page: JournalPage,
        *,
        arranging: ArrangingService,
        people: PeopleService,
        finding: FindingService,
        keeper: SaveKeeper,
        tasks: Tasks,
        theme: Theme,
        icons: Icons,
    ) -> None:
        super().__init__(page)
        self._page = page
        self._keeper = keeper
        self._theme = theme
        self._view = page.list.view
        self.bar = SelectionBar(theme, icons)
        self.presenter = SelectionPresenter(
            arranging=arranging,
            people=people,
            finding=finding,
            tasks=tasks,
            show=self.bar.show_state,
            before=self._store_words,
            changed=page.take_over,
            said=self._say,
            tell=page.tell,
            report=self._reported.emit,
        )
        page.list.put_under_list(self.bar)
        for before, after in pairwise((self._view, *self.bar.stops)):
            QWidget.setTabOrder(before, after)
        page.delete_picked_requested.connect(self._on_trash_clicked)
        self._reported.connect(self.presenter.progressed, Qt.ConnectionType.QueuedConnection)
        self._view.picking_changed.connect(self._on_view_picking_changed)
        self.bar.ended.connect(self._on_bar_ended)
        self.bar.tag.clicked.connect(self._on_tag_clicked)
        self.bar.person.clicked.connect(self._on_person_clicked)
        self.bar.star.clicked.connect(self.presenter.star)
        self.bar.print.clicked.connect(self._on_print_clicked)
        self.bar.markdown.clicked.connect(self._on_markdown_wanted)
        page.markdown_of_picked_requested.connect(self._on_markdown_wanted)
        self.bar.trash.clicked.connect(self._on_trash_clicked)
        self.bar.cancel.clicked.connect(self.presenter.stop)
        escape = QShortcut(QKeySequence(Qt.Key.Key_Escape), self.bar)
        escape.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        escape.activated.connect(self._on_bar_ended)

    # ------------------------------------------------------------------------------------------

    def _on_view_picking_changed(self) -> None:
        self.presenter.pick(picked_in(self._view.lines(), self._view.picked_rows()))

    def _on_bar_ended(self) -> None:
        self._view.end_picking()
        self._view.setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_tag_clicked(self) -> None:
        choice = TagChoice(self.bar.tag, self._theme, self.presenter.state.tags)
        choice.tag_chosen.connect(self.presenter.add_tag)
        choice.open_below()

    def _on_person_clicked(self) -> None:
        choice = PersonChoice(self.bar.person, self._theme, self.presenter.state.people)
        choice.person_chosen.connect(self.presenter.add_person)
        choice.open_below()

    def _on_print_clicked(self) -> None:
        self._page.settle()
        self.presenter.with_ids(self._print)

    def _print(self, ids: tuple[EntryId, ...]) -> None:
        if ids:
            self._page.print_requested.emit(ids)

    def _on_markdown_wanted(self) -> None:
        self._page.settle()
        self.presenter.with_ids(self._save_as_markdown)

    def _save_as_markdown(self, ids: tuple[EntryId, ...]) -> None:
        if ids:
            self._page.markdown_requested.emit(ids)

    def _on_trash_clicked(self) -> None:
        self.presenter.delete()
        self._on_bar_ended()

    def _store_words(self, go_on: Callable[[], None], failed: Callable[[Exception], None]) -> None:
        self._page.settle()
        self._keeper.flush(go_on, failed)

    def _say(self, done: Done) -> None:
        count = QLocale().toString(done.count)
        words = self._words(done).replace(str(done.count), count)
        undo = (self.tr("Undo"), done.undo) if done.count else (None, None)
        self._page.toast_requested.emit(ToastMessage(words, *undo))

    def _words(self, done: Done) -> str:
        if not done.count:
            return self.tr("Nothing had to be changed.")
        match done.kind:
            case Kind.TAGGED:
                return self.tr("%n entry(s) tagged “{name}”.", "", done.count).format(name=done.name)
            case Kind.LINKED:
                return self.tr("%n entry(s) linked to {name}.", "", done.count).format(name=done.name)
            case Kind.STARRED:
                return self.tr("%n entry(s) starred.", "", done.count)
            case Kind.UNSTARRED:
                return self.tr("%n entry(s) without a star now.", "", done.count)
            case Kind.DELETED:
                return self.tr("%n entry(s) moved to the trash.", "", done.count)
