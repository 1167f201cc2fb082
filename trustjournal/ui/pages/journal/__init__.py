"""The journal page: find an entry on the left, write it on the right."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from trustjournal.domain.clock import Clock
from trustjournal.domain.guide import Guide
from trustjournal.domain.spelling import Dictionaries
from trustjournal.domain.template import Template
from trustjournal.services.arranging import ArrangingService
from trustjournal.services.attaching import AttachingService, PreparingService, ReadPhoto
from trustjournal.services.calendar import CalendarService
from trustjournal.services.choices import ChoiceService
from trustjournal.services.finding import FindingService
from trustjournal.services.history import HistoryService
from trustjournal.services.memories import MemoryService
from trustjournal.services.paper import PaperService
from trustjournal.services.people import PeopleService
from trustjournal.services.plain_copies import PlainCopyService
from trustjournal.services.prompting import PromptService
from trustjournal.services.saved_searches import SavedSearchService
from trustjournal.services.spelling import SpellingService
from trustjournal.services.templates import TemplateService
from trustjournal.services.trash import TrashService
from trustjournal.services.writing import WritingService
from trustjournal.ui.kit.dialogs import Dialogs
from trustjournal.ui.kit.icons import Icons
from trustjournal.ui.kit.tasks import Tasks
from trustjournal.ui.kit.theme import Theme
from trustjournal.ui.pages.journal.answers import PageAnswers
from trustjournal.ui.pages.journal.attachments.album import Album
from trustjournal.ui.pages.journal.by_name import name_what_can_be_gone_to
from trustjournal.ui.pages.journal.calendar.page_part import PageCalendar
from trustjournal.ui.pages.journal.entry_list.presenter import EntryListPresenter
from trustjournal.ui.pages.journal.history.page_part import PageHistory
from trustjournal.ui.pages.journal.landing.page_part import PageLanding
from trustjournal.ui.pages.journal.memories import PageMemories
from trustjournal.ui.pages.journal.page import JournalPage
from trustjournal.ui.pages.journal.pasting.smart_paste import SmartPaste
from trustjournal.ui.pages.journal.printing.page_part import PagePrinting
from trustjournal.ui.pages.journal.searching.page_part import search_the_page
from trustjournal.ui.pages.journal.selection.page_part import PageSelection
from trustjournal.ui.pages.journal.sheet.presenter import JournalPresenter
from trustjournal.ui.pages.journal.sheet.sheet_look import SheetLook
from trustjournal.ui.pages.journal.spelling import watch_spelling
from trustjournal.ui.pages.journal.templates.page_part import PageTemplates
from trustjournal.ui.pages.journal.trash.page_part import PageTrash
from trustjournal.ui.parts.look_keeper import LookKeeper
from trustjournal.ui.parts.page import ToastMessage
from trustjournal.ui.parts.save_keeper import SaveKeeper


def build_journal_page(
    *,
    writing: WritingService,
    history: HistoryService,
    trash: TrashService,
    attaching: AttachingService,
    finding: FindingService,
    saved_searches: SavedSearchService,
    templates: TemplateService,
    shipped_templates: Sequence[Template],
    calendar: CalendarService,
    arranging: ArrangingService,
    memories: MemoryService,
    paper: PaperService,
    people: PeopleService,
    prompting: PromptService,
    keeper: SaveKeeper,
    guide: Guide,
    clock: Clock,
    tasks: Tasks,
    theme: Theme,
    icons: Icons,
    dialogs: Dialogs,
    spelling: SpellingService,
    choices: ChoiceService,
    dictionaries: Dictionaries,
    aside: Tasks,
    read_photo: ReadPhoto,
    photo_tasks: Tasks,
) -> JournalPage:
    """The page, with its presenters and the windows it opens.

    `aside` are tasks nothing else waits for: what is pasted is read on them, and dictionaries are asked. A photo may
    take seconds, and a disk too, so `photo_tasks` are others: files are written there as well.
    """
    page = JournalPage(
        lambda show: EntryListPresenter(
            finding=finding, people=people, calendar=calendar, guide=guide, tasks=tasks, show=show
        ),
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

    PageCalendar(
        page,
        calendar=calendar,
        people=people,
        guide=guide,
        clock=clock,
        tasks=tasks,
        theme=theme,
        icons=icons,
    )
    PagePrinting(
        page,
        paper=paper,
        copies=PlainCopyService(),
        clock=clock,
        tasks=tasks,
        aside=photo_tasks,
        dialogs=dialogs,
        theme=theme,
    )
    PageAnswers(page)
    PageMemories(page, memories=memories, tasks=tasks, icons=icons)
    PageLanding(page, guide=guide, icons=icons)
    PageTemplates(page, templates=templates, shipped=shipped_templates, tasks=tasks, theme=theme, icons=icons)
    PageSelection(
        page,
        arranging=arranging,
        people=people,
        finding=finding,
        keeper=keeper,
        tasks=tasks,
        theme=theme,
        icons=icons,
    )
    PageTrash(page, trash=trash, clock=clock, tasks=tasks, theme=theme, icons=icons)
    PageHistory(
        page,
        history=history,
        writing=writing,
        keeper=keeper,
        clock=clock,
        tasks=tasks,
        aside=aside,
        theme=theme,
        icons=icons,
    )
    album = Album(
        page,
        attaching=attaching,
        preparing=PreparingService(read_photo),
        tasks=tasks,
        photo_tasks=photo_tasks,
        dialogs=dialogs,
        theme=theme,
        icons=icons,
    )
    SmartPaste(page.sheet.text, tasks=aside, keep_pictures=album.keep_pictures)
    watch = watch_spelling(
        page.sheet.text,
        spelling=spelling,
        choices=choices,
        dictionaries=dictionaries,
        tasks=tasks,
        aside=aside,
        tell=page.tell,
    )
    watch.said.connect(lambda words: page.toast_requested.emit(ToastMessage(words)))
    page.news_came.connect(watch.checker.refresh)
    search_the_page(
        page,
        finding=finding,
        saved=saved_searches,
        guide=guide,
        clock=clock,
        tasks=tasks,
        theme=theme,
        icons=icons,
    )
    look = SheetLook(
        page,
        page.sheet.paper,
        page.sheet.menu,
        lambda show: LookKeeper(
            choices=choices,
            tasks=tasks,
            show=show,
            tell=page.tell,
            look_of=lambda settings: settings.writing,
            with_look=lambda settings, look: replace(settings, writing=look),
        ),
    )
    page.news_came.connect(look.refresh)
    page.settled.connect(look.keep)
    name_what_can_be_gone_to(page, clock)
    return page
