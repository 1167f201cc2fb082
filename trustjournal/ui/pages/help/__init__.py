"""Help: what to do in danger, numbers to call, and two articles about being safe."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from trustjournal.domain.clock import Clock
from trustjournal.domain.exercise import SETTLING, Exercise
from trustjournal.domain.guide import Guide
from trustjournal.domain.help import HelpNumbers
from trustjournal.services.choices import ChoiceService
from trustjournal.services.own_numbers import OwnNumberService
from trustjournal.ui.kit.icons import Icons
from trustjournal.ui.kit.tasks import Tasks
from trustjournal.ui.kit.theme import Theme
from trustjournal.ui.pages.help.page import HelpPage
from trustjournal.ui.pages.help.presenter import HelpPresenter


def build_help_page(
    *,
    read_numbers: Callable[[], HelpNumbers],
    guide: Guide,
    exercises: Sequence[Exercise],
    own_numbers: OwnNumberService,
    choices: ChoiceService,
    clock: Clock,
    tasks: Tasks,
    theme: Theme,
    icons: Icons,
) -> HelpPage:
    """The page, with its presenter. `read_numbers` reads the file of numbers; it is asked once."""
    return HelpPage(
        lambda show, deleted: HelpPresenter(
            read_numbers=read_numbers,
            articles=tuple(article for article in guide.articles if article.is_care),
            own_numbers=own_numbers,
            choices=choices,
            clock=clock,
            tasks=tasks,
            show=show,
            deleted=deleted,
        ),
        settling=next((one for one in exercises if one.id == SETTLING), None),
        theme=theme,
        icons=icons,
    )
