"""Today: the prompt of the day, a check-in, and the last sixty days as a strip."""

from __future__ import annotations

from trustjournal.domain.clock import Clock
from trustjournal.domain.guide import Guide
from trustjournal.services.checking_in import CheckInService
from trustjournal.services.looking_back import TimelineService
from trustjournal.services.memories import MemoryService
from trustjournal.services.people import PeopleService
from trustjournal.services.prompting import PromptService
from trustjournal.ui.kit.tasks import Tasks
from trustjournal.ui.kit.theme import Theme
from trustjournal.ui.pages.today.check_in_presenter import CheckInPresenter
from trustjournal.ui.pages.today.memory_presenter import MemoryPresenter
from trustjournal.ui.pages.today.page import TodayPage
from trustjournal.ui.pages.today.presenter import TodayPresenter


def build_today_page(
    *,
    prompting: PromptService,
    people: PeopleService,
    checking_in: CheckInService,
    looking_back: TimelineService,
    memories: MemoryService,
    guide: Guide,
    clock: Clock,
    tasks: Tasks,
    theme: Theme,
) -> TodayPage:
    """The page, with its presenters."""
    return TodayPage(
        lambda show: TodayPresenter(
            prompting=prompting, looking_back=looking_back, guide=guide, clock=clock, tasks=tasks, show=show
        ),
        lambda show: CheckInPresenter(people=people, checking_in=checking_in, clock=clock, tasks=tasks, show=show),
        lambda show, kept_away: MemoryPresenter(
            memories=memories, clock=clock, tasks=tasks, show=show, kept_away=kept_away
        ),
        theme=theme,
    )
