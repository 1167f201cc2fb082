"""Settings: how it looks, what it asks, when it locks, what opens the journal, and what this program is."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from pathlib import Path

from PySide6.QtCore import QLocale

from trustjournal.domain.arrival import Arrival
from trustjournal.domain.clock import Clock
from trustjournal.domain.guide import Guide
from trustjournal.domain.look import ThemeChoice
from trustjournal.domain.spelling import Dictionaries
from trustjournal.domain.vault_task import TaskOrder
from trustjournal.domain.way_in import WayIn
from trustjournal.services.asking_again import AskingAgainService
from trustjournal.services.choices import ChoiceService
from trustjournal.services.prompt_overview import PromptOverviewService
from trustjournal.services.spelling import SpellingService
from trustjournal.ui.kit.icons import Icons
from trustjournal.ui.kit.tasks import Tasks
from trustjournal.ui.kit.theme import Theme
from trustjournal.ui.pages.settings.page import SettingsPage
from trustjournal.ui.pages.settings.presenter import SettingsPresenter
from trustjournal.ui.pages.settings.prompts.presenter import PromptsPresenter
from trustjournal.ui.pages.settings.spelling_presenter import SpellingPresenter


def build_settings_page(
    *,
    choices: ChoiceService,
    prompt_overview: PromptOverviewService,
    asking_again: AskingAgainService,
    guide: Guide,
    tasks: Tasks,
    theme: Theme,
    icons: Icons,
    clock: Clock,
    keep_look: Callable[[ThemeChoice, int], None],
    start_task: Callable[[TaskOrder], None],
    read_ways: Callable[[], tuple[WayIn, ...]],
    trusted_ways: Callable[[], frozenset[str]],
    arrival: Arrival,
    last_opened: datetime | None,
    can_hide_from_capture: bool,
    reads_help_before_unlocking: Callable[[], bool],
    keep_help_before_unlocking: Callable[[bool], None],
    journal_folder: Path,
    version: str,
    spelling: SpellingService,
    dictionaries: Dictionaries,
    aside: Tasks,
) -> SettingsPage:
    """The page, with its presenter.

    `keep_look` keeps the colours and the text size in percent for this computer; `start_task` locks the journal to do
    something with its keys. `read_ways` and `trusted_ways` (the ids of this computer's) are asked by the tasks, and
    `last_opened` is when the journal was opened before this time. `aside` are tasks on which dictionaries are asked.
    """

    def change_look(choice: ThemeChoice, text_percent: int) -> None:
        theme.set_choice(choice.value)
        theme.set_text_percent(text_percent)
        keep_look(choice, text_percent)

    return SettingsPage(
        lambda show: SettingsPresenter(
            choices=choices,
            tasks=tasks,
            read_look=lambda: (ThemeChoice(theme.choice), theme.text_percent),
            change_look=change_look,
            read_ways=read_ways,
            trusted_ways=trusted_ways,
            start_task=start_task,
            reads_help_before_unlocking=reads_help_before_unlocking,
            keep_help_before_unlocking=keep_help_before_unlocking,
            show=show,
        ),
        theme=theme,
        icons=icons,
        clock=clock,
        arrival=arrival,
        last_opened=last_opened,
        can_hide_from_capture=can_hide_from_capture,
        journal_folder=journal_folder,
        version=version,
        guide=guide,
        make_prompts=lambda show: PromptsPresenter(
            overviews=prompt_overview, asking_again=asking_again, tasks=tasks, show=show
        ),
        make_spelling=lambda show: SpellingPresenter(
            spelling=spelling,
            dictionaries=dictionaries,
            of_system=QLocale.system().uiLanguages(),
            tasks=tasks,
            aside=aside,
            show=show,
        ),
    )
