"""The session's window with all its pages, over one open journal. A new page is put in here."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path

import trustjournal
from trustjournal.app.appearance import Appearance
from trustjournal.domain.clock import Clock
from trustjournal.domain.exercise import Exercise
from trustjournal.domain.look import ThemeChoice
from trustjournal.services.journal import Journal
from trustjournal.ui.kit.tasks import Tasks
from trustjournal.ui.pages.guide import build_guide_page
from trustjournal.ui.pages.journal import build_journal_page
from trustjournal.ui.pages.people import build_people_page
from trustjournal.ui.pages.practice import build_practice_page
from trustjournal.ui.pages.settings import build_settings_page
from trustjournal.ui.pages.timeline import build_timeline_page
from trustjournal.ui.pages.today import build_today_page
from trustjournal.ui.parts.save_keeper import SaveKeeper
from trustjournal.ui.shell.window import SessionWindow


def build_session_window(
    look: Appearance,
    journal: Journal,
    *,
    folder: Path,
    exercises: Sequence[Exercise],
    keeper: SaveKeeper,
    clock: Clock,
    tasks: Tasks,
    keep_look: Callable[[ThemeChoice, int], None],
    read_geometry: Callable[[], bytes | None] = lambda: None,
) -> SessionWindow:
    """The window, on no page yet. `keep_look` keeps colours and text size (percent) for this computer."""
    theme, icons, guide = look.theme, look.icons, journal.guide
    return SessionWindow(
        theme,
        icons,
        pages=(
            build_today_page(
                prompting=journal.prompting,
                people=journal.people,
                checking_in=journal.checking_in,
                looking_back=journal.looking_back,
                guide=guide,
                clock=clock,
                tasks=tasks,
                theme=theme,
            ),
            build_journal_page(
                writing=journal.writing,
                finding=journal.finding,
                people=journal.people,
                prompting=journal.prompting,
                keeper=keeper,
                guide=guide,
                clock=clock,
                tasks=tasks,
                theme=theme,
                icons=icons,
            ),
            build_guide_page(
                guide=guide,
                exercises=exercises,
                progress=journal.progress,
                prompting=journal.prompting,
                finding=journal.finding,
                tasks=tasks,
                theme=theme,
            ),
            build_timeline_page(timelines=journal.looking_back, clock=clock, tasks=tasks, theme=theme, icons=icons),
            build_people_page(people=journal.people, tasks=tasks, theme=theme, icons=icons),
            build_practice_page(exercises=exercises, theme=theme),
        ),
        below=(
            build_settings_page(
                choices=journal.choices,
                tasks=tasks,
                theme=theme,
                icons=icons,
                keep_look=keep_look,
                journal_folder=folder,
                version=trustjournal.__version__,
            ),
        ),
        journal_name=folder.name,
        keeper=keeper,
        read_geometry=read_geometry,
    )
