"""The journal page: find an entry on the left, write it on the right."""

from __future__ import annotations

from trustjournal.domain.clock import Clock
from trustjournal.domain.guide import Guide
from trustjournal.services.finding import FindingService
from trustjournal.services.people import PeopleService
from trustjournal.services.prompting import PromptService
from trustjournal.services.writing import WritingService
from trustjournal.ui.kit.icons import Icons
from trustjournal.ui.kit.tasks import Tasks
from trustjournal.ui.kit.theme import Theme
from trustjournal.ui.pages.journal.entry_list.presenter import EntryListPresenter
from trustjournal.ui.pages.journal.page import JournalPage
from trustjournal.ui.pages.journal.sheet.presenter import JournalPresenter
from trustjournal.ui.parts.save_keeper import SaveKeeper


def build_journal_page(
    *,
    writing: WritingService,
    finding: FindingService,
    people: PeopleService,
    prompting: PromptService,
    keeper: SaveKeeper,
    guide: Guide,
    clock: Clock,
    tasks: Tasks,
    theme: Theme,
    icons: Icons,
) -> JournalPage:
    """The page, with its presenters."""
    return JournalPage(
        lambda show: EntryListPresenter(finding=finding, people=people, guide=guide, tasks=tasks, show=show),
        lambda show, tell, take_words: JournalPresenter(
            writing=writing,
            finding=finding,
            people=people,
            prompting=prompting,
            keeper=keeper,
            tasks=tasks,
            show=show,
            tell=tell,
            take_words=take_words,
        ),
        keeper=keeper,
        theme=theme,
        icons=icons,
        guide=guide,
        zone_here=clock.zone(),
    )
