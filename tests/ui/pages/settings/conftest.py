"""The settings page over a real journal, with a recorder where the session would lock for a task."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QApplication

from tests.fakes.clock import FakeClock
from tests.fakes.dictionaries import FakeDictionaries
from tests.fakes.surroundings import PASSPHRASE_WAY
from trustjournal.domain.arrival import Arrival
from trustjournal.domain.look import ThemeChoice
from trustjournal.domain.place import Place
from trustjournal.domain.spelling import Dictionaries
from trustjournal.domain.vault_task import TaskOrder
from trustjournal.domain.way_in import WayIn
from trustjournal.services.choices import ChoiceService
from trustjournal.services.journal import Journal
from trustjournal.ui.kit.icons import Icons
from trustjournal.ui.kit.tasks import InlineTasks
from trustjournal.ui.kit.theme import Theme
from trustjournal.ui.pages.settings import build_settings_page
from trustjournal.ui.pages.settings.page import SettingsPage

FOLDER = Path("/home/somebody") / ("a-very-long-folder-name-" * 8) / "Personal"


@dataclass
class Scene:
    """The page, and what it did. `ways` and `trusted` are what the page is told the next time it asks."""

    choices: ChoiceService
    theme: Theme
    page: SettingsPage = field(init=False)
    looks: list[tuple[ThemeChoice, int]] = field(default_factory=list)
    orders: list[TaskOrder] = field(default_factory=list)
    ways: tuple[WayIn, ...] = (PASSPHRASE_WAY,)
    trusted: frozenset[str] = frozenset()
    dictionaries: Dictionaries = field(default_factory=FakeDictionaries)
    helps_before_unlocking: bool = True

    def keep_help(self, shown: bool) -> None:
        """What the settings of this computer are told."""
        self.helps_before_unlocking = shown

    def visit(self) -> None:
        """Come to the page again."""
        self.page.visit(Place("settings"))


BuildScene = Callable[..., Scene]


@pytest.fixture
def build_scene(journal: Journal, theme: Theme, icons: Icons, clock: FakeClock) -> Iterator[BuildScene]:
    """Build a scene whose journal was opened in some way, on some system."""
    pages: list[SettingsPage] = []

    def build(
        *,
        arrival: Arrival | None = None,
        last_opened: datetime | None = None,
        can_hide_from_capture: bool = True,
        is_shown: bool = True,
        dictionaries: Dictionaries | None = None,
    ) -> Scene:
        scene = Scene(journal.choices, theme)
        scene.dictionaries = dictionaries or scene.dictionaries
        scene.page = build_settings_page(
            choices=journal.choices,
            prompt_overview=journal.prompt_overview,
            asking_again=journal.asking_again,
            guide=journal.guide,
            tasks=InlineTasks(),
            theme=theme,
            icons=icons,
            clock=clock,
            keep_look=lambda choice, percent: scene.looks.append((choice, percent)),
            start_task=scene.orders.append,
            read_ways=lambda: scene.ways,
            trusted_ways=lambda: scene.trusted,
            reads_help_before_unlocking=lambda: scene.helps_before_unlocking,
            keep_help_before_unlocking=scene.keep_help,
            arrival=arrival or Arrival(),
            last_opened=last_opened,
            can_hide_from_capture=can_hide_from_capture,
            journal_folder=FOLDER,
            version="0.1.0",
            spelling=journal.spelling,
            dictionaries=scene.dictionaries,
            aside=InlineTasks(),
        )
        pages.append(scene.page)
        scene.page.resize(900, 700)
        if is_shown:
            scene.visit()
            scene.page.show()
        return scene

    yield build
    for page in pages:  # one that is left behind would be dressed anew with every change of the look
        page.hide()
        page.deleteLater()
        QApplication.sendPostedEvents(page, QEvent.Type.DeferredDelete)
    theme.set_text_percent(100)
    theme.set_choice("light")


@pytest.fixture
def scene(build_scene: BuildScene) -> Scene:
    """The page of a journal that has a passphrase and nothing else."""
    return build_scene()
