"""Settings: how it looks, what it asks, when it locks, and what this program is."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from trustjournal.domain.look import ThemeChoice
from trustjournal.services.choices import ChoiceService
from trustjournal.ui.kit.icons import Icons
from trustjournal.ui.kit.tasks import Tasks
from trustjournal.ui.kit.theme import Theme
from trustjournal.ui.pages.settings.page import SettingsPage
from trustjournal.ui.pages.settings.presenter import SettingsPresenter


def build_settings_page(
    *,
    choices: ChoiceService,
    tasks: Tasks,
    theme: Theme,
    icons: Icons,
    keep_look: Callable[[ThemeChoice, int], None],
    journal_folder: Path,
    version: str,
) -> SettingsPage:
    """The page, with its presenter; `keep_look` keeps the colours and the text size in percent for this computer."""

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
            show=show,
        ),
        theme=theme,
        icons=icons,
        journal_folder=journal_folder,
        version=version,
    )
