"""No piece of a page may stand on the screen as a window of its own, not even for a moment: it would take the focus."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot
from typing_extensions import override

from tests.fakes.clock import FakeClock
from trustjournal.domain.mood import Mood
from trustjournal.domain.person import Role
from trustjournal.domain.place import Place
from trustjournal.domain.trust import Basis
from trustjournal.services.exercise_reader import read_exercises
from trustjournal.services.guide_reader import read_guide
from trustjournal.services.journal import Journal
from trustjournal.ui.kit.dialogs import Dialogs
from trustjournal.ui.kit.icons import Icons
from trustjournal.ui.kit.tasks import InlineTasks
from trustjournal.ui.kit.theme import Theme
from trustjournal.ui.pages.guide import build_guide_page
from trustjournal.ui.pages.guide.decks import build_decks_view
from trustjournal.ui.pages.practice import build_practice_page
from trustjournal.ui.pages.today import build_today_page

GUIDE = Path(__file__).parents[3] / "resources" / "guide"


class Windows(QObject):
    """Remembers every widget that was shown as a window."""

    def __init__(self) -> None:
        super().__init__()
        self.seen: list[str] = []

    @override
    def eventFilter(self, watched: QObject, event: QEvent, /) -> bool:
        if event.type() is QEvent.Type.Show and isinstance(watched, QWidget) and watched.isWindow():
            self.seen.append(type(watched).__name__)
        return False


@pytest.fixture
def windows(qapp: QApplication) -> Iterator[Windows]:
    windows = Windows()
    qapp.installEventFilter(windows)
    yield windows
    qapp.removeEventFilter(windows)


def test_today_guide_and_practice_show_no_window_but_themselves(
    journal: Journal, clock: FakeClock, theme: Theme, icons: Icons, windows: Windows, qtbot: QtBot
) -> None:
    alex = journal.people.add("Alex", Role.PARTNER)
    journal.checking_in.save(Mood(1, 1), ("calm",), {alex.id: (6, Basis.SAW)})
    guide = read_guide(GUIDE, "en")
    exercises = read_exercises(GUIDE, "en")
    tasks = InlineTasks()
    today = build_today_page(
        prompting=journal.prompting,
        people=journal.people,
        checking_in=journal.checking_in,
        looking_back=journal.looking_back,
        memories=journal.memories,
        guide=guide,
        clock=clock,
        tasks=tasks,
        theme=theme,
    )
    shown_guide = build_guide_page(
        guide=guide,
        exercises=exercises,
        progress=journal.progress,
        guide_prompts=journal.guide_prompts,
        prompting=journal.prompting,
        asking_again=journal.asking_again,
        finding=journal.finding,
        writing=journal.writing,
        choices=journal.choices,
        tasks=tasks,
        aside=tasks,
        theme=theme,
        icons=icons,
        dialogs=Dialogs(),
        own=build_decks_view(
            decks=journal.decks,
            prompting=journal.prompting,
            prompt_overview=journal.prompt_overview,
            tasks=tasks,
            aside=tasks,
            dialogs=Dialogs(),
            theme=theme,
            icons=icons,
        ),
    )
    practice = build_practice_page(exercises=exercises, theme=theme)
    for page, place in (
        (today, Place("today")),
        (shown_guide, Place("guide", "causes")),
        (practice, Place("practice", "two-minute-settling")),
    ):
        qtbot.addWidget(page)
        page.show()
        page.visit(place)
        QApplication.processEvents()
        page.resize(500, 700)
        QApplication.processEvents()

    assert windows.seen == ["TodayPage", "GuidePage", "PracticePage"]
