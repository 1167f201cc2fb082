"""The timeline: mood, trust and writing over time."""

from __future__ import annotations

from trustjournal.domain.clock import Clock
from trustjournal.services.looking_back import TimelineService
from trustjournal.ui.kit.icons import Icons
from trustjournal.ui.kit.tasks import Tasks
from trustjournal.ui.kit.theme import Theme
from trustjournal.ui.pages.timeline.page import TimelinePage
from trustjournal.ui.pages.timeline.presenter import TimelinePresenter


def build_timeline_page(
    *, timelines: TimelineService, clock: Clock, tasks: Tasks, theme: Theme, icons: Icons
) -> TimelinePage:
    """The page, with its presenter."""
    return TimelinePage(
        lambda show: TimelinePresenter(timelines=timelines, clock=clock, tasks=tasks, show=show),
        theme=theme,
        icons=icons,
    )
