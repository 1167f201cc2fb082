"""An open journal: everything a person can do with it, over one database."""

from __future__ import annotations

import random
from contextlib import AbstractContextManager
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from trustjournal.domain.change import Announce
from trustjournal.domain.clock import Clock
from trustjournal.domain.guide import Guide
from trustjournal.domain.ids import DeviceId
from trustjournal.services.arranging import ArrangingService
from trustjournal.services.asking_again import AskingAgainService
from trustjournal.services.attaching import AttachingService
from trustjournal.services.calendar import CalendarService
from trustjournal.services.checking_in import CheckInService
from trustjournal.services.choices import ChoiceService
from trustjournal.services.decks import DeckService
from trustjournal.services.destinations import DestinationService
from trustjournal.services.finding import FindingService, part_names
from trustjournal.services.guide_progress import GuideProgressService
from trustjournal.services.guide_prompts import GuidePromptService
from trustjournal.services.history import HistoryService
from trustjournal.services.looking_back import TimelineService
from trustjournal.services.memories import MemoryService
from trustjournal.services.openings import OpeningService
from trustjournal.services.own_numbers import OwnNumberService
from trustjournal.services.paper import PaperService
from trustjournal.services.people import PeopleService
from trustjournal.services.prompt_of_the_day import PromptOfTheDay
from trustjournal.services.prompt_overview import PromptOverviewService
from trustjournal.services.prompting import PromptService
from trustjournal.services.saved_searches import SavedSearchService
from trustjournal.services.spelling import SpellingService
from trustjournal.services.templates import TemplateService
from trustjournal.services.trash import TrashService
from trustjournal.services.writing import WritingService
from trustjournal.storage.attachment_store import AttachmentStore
from trustjournal.storage.check_in_store import CheckInStore
from trustjournal.storage.database import Database, open_database
from trustjournal.storage.deck_store import DeckStore
from trustjournal.storage.entry_store import EntryStore
from trustjournal.storage.own_number_store import OwnNumberStore
from trustjournal.storage.person_store import PersonStore
from trustjournal.storage.planned_prompt_store import PlannedPromptStore
from trustjournal.storage.prompt_store import PromptStore
from trustjournal.storage.saved_search_store import SavedSearchStore
from trustjournal.storage.search_index import SearchIndex
from trustjournal.storage.settings_store import SettingsStore
from trustjournal.storage.template_store import TemplateStore
from trustjournal.storage.trash_store import TrashStore
from trustjournal.storage.version_store import VersionStore
from trustjournal.storage.word_store import WordStore

if TYPE_CHECKING:
    from trustjournal.storage.journal_keys import JournalKeys


@dataclass(frozen=True, slots=True)
class Journal:
    """The services of one journal. All of them are used on one thread, the one that opened it."""

    writing: WritingService
    history: HistoryService
    trash: TrashService
    attaching: AttachingService
    finding: FindingService
    calendar: CalendarService
    arranging: ArrangingService
    memories: MemoryService
    saved_searches: SavedSearchService
    templates: TemplateService
    destinations: DestinationService
    paper: PaperService
    people: PeopleService
    checking_in: CheckInService
    prompting: PromptService
    decks: DeckService
    asking_again: AskingAgainService
    prompt_overview: PromptOverviewService
    looking_back: TimelineService
    progress: GuideProgressService
    guide_prompts: GuidePromptService
    choices: ChoiceService
    openings: OpeningService
    spelling: SpellingService
    own_numbers: OwnNumberService
    guide: Guide = field(repr=False)
    _database: Database = field(repr=False)

    def close(self) -> None:
        """Close the database; closing twice does nothing."""
        self._database.close()

    def all_at_once(self) -> AbstractContextManager[None]:
        """Everything done in the block is kept together when it ends, or none of it."""
        return self._database.transaction()

    def at(self, clock: Clock, announce: Announce) -> Journal:
        """The same journal with another clock and another listener, for filling in a past."""
        return _over(self._database, clock=clock, guide=self.guide, announce=announce)


def open_journal(keys: JournalKeys, *, clock: Clock, guide: Guide, announce: Announce, device: DeviceId) -> Journal:
    """Open the journal of `keys` and build its services; raises as `storage.database.open_database` does."""
    return _over(open_database(keys, device=device, now=clock.now), clock=clock, guide=guide, announce=announce)


def _over(database: Database, *, clock: Clock, guide: Guide, announce: Announce) -> Journal:
    search = SearchIndex(database, part_names(guide))
    entries = EntryStore(database, search)
    people = PersonStore(database)
    check_ins = CheckInStore(database)
    prompts = PromptStore(database)
    planned = PlannedPromptStore(database)
    settings = SettingsStore(database)
    choices = ChoiceService(settings, announce=announce)
    decks = DeckService(database, DeckStore(database), prompts, announce=announce)
    prompting = PromptService(
        database, prompts, PromptOfTheDay(settings), check_ins, entries, people, choices, planned,
        guide=guide, clock=clock, announce=announce, own=decks.for_the_draw,
    )  # fmt: skip
    asking_again = AskingAgainService(planned, clock=clock, announce=announce)
    return Journal(
        writing=WritingService(database, entries, prompts, clock=clock, announce=announce),
        history=HistoryService(VersionStore(database), clock=clock),
        trash=TrashService(TrashStore(database), entries, announce=announce),
        attaching=AttachingService(database, AttachmentStore(database), announce=announce),
        calendar=CalendarService(database),
        arranging=ArrangingService(database, entries, announce=announce),
        memories=MemoryService(
            database, entries, choices, choose_below=random.SystemRandom().randrange, announce=announce
        ),
        finding=FindingService(entries, search, people, clock=clock),
        saved_searches=SavedSearchService(SavedSearchStore(database), announce=announce),
        templates=TemplateService(TemplateStore(database), announce=announce),
        destinations=DestinationService(entries, search, people, guide),
        paper=PaperService(entries, people, AttachmentStore(database)),
        people=PeopleService(people, announce=announce),
        checking_in=CheckInService(check_ins, clock=clock, announce=announce),
        prompting=prompting,
        decks=decks,
        asking_again=asking_again,
        prompt_overview=PromptOverviewService(prompting, asking_again, prompts, announce=announce),
        looking_back=TimelineService(check_ins, entries, people),
        progress=GuideProgressService(prompts, settings, clock=clock, announce=announce),
        guide_prompts=GuidePromptService(prompts, settings, choices, clock=clock),
        choices=choices,
        openings=OpeningService(settings),
        spelling=SpellingService(WordStore(database), people, entries, announce=announce),
        own_numbers=OwnNumberService(OwnNumberStore(database), announce=announce),
        guide=guide,
        _database=database,
    )  # fmt: skip
