"""A person's own prompts, as a part of the guide's page: decks, prompts, and decks as files."""

from __future__ import annotations

from collections.abc import Callable

from trustjournal.services.decks import DeckService
from trustjournal.services.prompt_overview import PromptOverviewService
from trustjournal.services.prompting import PromptService
from trustjournal.ui.kit.dialogs import Dialogs
from trustjournal.ui.kit.icons import Icons
from trustjournal.ui.kit.tasks import Tasks
from trustjournal.ui.kit.theme import Theme
from trustjournal.ui.pages.guide.decks.presenter import DecksPresenter
from trustjournal.ui.pages.guide.decks.state import DecksState, News
from trustjournal.ui.pages.guide.decks.view import DecksView


def build_decks_view(
    *,
    decks: DeckService,
    prompting: PromptService,
    prompt_overview: PromptOverviewService,
    tasks: Tasks,
    aside: Tasks,
    dialogs: Dialogs,
    theme: Theme,
    icons: Icons,
) -> DecksView:
    """The view, with its presenter. Files are read and written with `aside`."""

    def made(show: Callable[[DecksState], None], tell: Callable[[News], None], first_deck: str) -> DecksPresenter:
        return DecksPresenter(
            decks=decks,
            prompting=prompting,
            prompt_overview=prompt_overview,
            tasks=tasks,
            aside=aside,
            first_deck=first_deck,
            show=show,
            tell=tell,
        )

    return DecksView(made, dialogs=dialogs, theme=theme, icons=icons)
