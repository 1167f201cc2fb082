"""A journal with a little of everything in it, and the timeline page over it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date, time, timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import QLocale
from pytestqt.qtbot import QtBot

from tests.fakes.clock import FakeClock
from trustjournal.domain.mood import Mood
from trustjournal.domain.person import Role
from trustjournal.services.journal import Journal
from trustjournal.ui.kit.icons import Icons
from trustjournal.ui.kit.tasks import InlineTasks
from trustjournal.ui.kit.theme import Theme
from trustjournal.ui.pages.timeline import build_timeline_page
from trustjournal.ui.pages.timeline.page import TimelinePage

TODAY = date(2026, 3, 10)
ICONS = Path(__file__).parents[4] / "resources" / "icons"

LogWeeks = Callable[..., None]


@pytest.fixture
def log_weeks(journal: Journal, clock: FakeClock) -> LogWeeks:
    """Logs a mood each week and rates people, the last time yesterday."""

    def log(weeks: int, *names: str, not_sure: int = 0) -> None:
        people = [journal.people.add(name, Role.FRIEND) for name in names]
        for week in range(weeks):
            clock.set(TODAY - timedelta(days=1 + 7 * week), time(20, 15))
            ratings = {person.id: (None if week < not_sure else 5 + week % 3, None) for person in people}
            journal.checking_in.save(Mood(2, -1), (), ratings)
        clock.set(TODAY)

    return log


@pytest.fixture
def write_on(journal: Journal, clock: FakeClock) -> Callable[[date], str]:
    """Writes a page of three words on a day; returns its id."""

    def write(day: date, at: time = time(21, 5)) -> str:
        clock.set(day, at)
        entry = journal.writing.save(replace(journal.writing.blank(), title="a", text="three plain words"))
        clock.set(TODAY)
        return str(entry.id)

    return write


@pytest.fixture
def page(qtbot: QtBot, journal: Journal, clock: FakeClock) -> TimelinePage:
    """The page, not yet visited."""
    before = QLocale()
    QLocale.setDefault(QLocale("en_GB"))
    theme = Theme(Path("unused"))
    page = build_timeline_page(
        timelines=journal.looking_back, clock=clock, tasks=InlineTasks(), theme=theme, icons=Icons(ICONS, theme)
    )
    QLocale.setDefault(before)
    qtbot.addWidget(page)
    page.resize(1068, 820)
    return page
