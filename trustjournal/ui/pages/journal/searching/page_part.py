"""Makes search a part of the journal page."""

from __future__ import annotations

from trustjournal.domain.clock import Clock
from trustjournal.domain.found import SavedSearch
from trustjournal.domain.guide import Guide
from trustjournal.services.finding import FindingService
from trustjournal.services.saved_searches import SavedSearchService
from trustjournal.ui.kit.icons import Icons
from trustjournal.ui.kit.tasks import Tasks
from trustjournal.ui.kit.theme import Theme
from trustjournal.ui.pages.journal.page import JournalPage
from trustjournal.ui.pages.journal.searching.presenter import SearchPresenter
from trustjournal.ui.pages.journal.searching.searching import Searching
from trustjournal.ui.pages.journal.sheet.hits import HitsInEntry
from trustjournal.ui.parts.page import ToastMessage


def search_the_page(
    page: JournalPage,
    *,
    finding: FindingService,
    saved: SavedSearchService,
    guide: Guide,
    clock: Clock,
    tasks: Tasks,
    theme: Theme,
    icons: Icons,
) -> Searching:
    """Put chips, help, completion and saved searches into the list, and hits into the sheet."""

    def deleted(search: SavedSearch) -> None:
        words = page.tr("Saved search deleted.")
        message = ToastMessage(words, page.tr("Undo"), lambda: searching.presenter.undo_delete(search))
        page.toast_requested.emit(message)

    searching = Searching(
        page,
        page.list,
        HitsInEntry(page.sheet, theme, icons, places=finding.places, tasks=tasks),
        lambda show, put_query: SearchPresenter(
            finding=finding,
            saved=saved,
            clock=clock,
            tasks=tasks,
            show=show,
            put_query=put_query,
            tell=page.tell,
            deleted=deleted,
        ),
        guide=guide,
        clock=clock,
        theme=theme,
    )
    page.list_shown.connect(searching.list_shown)
    page.sheet_shown.connect(searching.sheet_shown)
    page.news_came.connect(searching.presenter.refresh)
    return searching
