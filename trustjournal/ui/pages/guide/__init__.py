"""The guide: its parts and articles to read, prompts to write from, and what was written from them."""

from __future__ import annotations

from collections.abc import Sequence

from trustjournal.domain.exercise import Exercise
from trustjournal.domain.guide import Guide
from trustjournal.domain.prompt import Prompt
from trustjournal.services.asking_again import AskingAgainService
from trustjournal.services.choices import ChoiceService
from trustjournal.services.finding import FindingService
from trustjournal.services.guide_progress import GuideProgressService
from trustjournal.services.guide_prompts import GuidePromptService
from trustjournal.services.plain_copies import PlainCopyService
from trustjournal.services.prompting import PromptService
from trustjournal.services.writing import WritingService
from trustjournal.ui.kit.dialogs import Dialogs
from trustjournal.ui.kit.icons import Icons
from trustjournal.ui.kit.tasks import Tasks
from trustjournal.ui.kit.theme import Theme
from trustjournal.ui.pages.guide.decks.view import DecksView
from trustjournal.ui.pages.guide.finding.presenter import FindPresenter
from trustjournal.ui.pages.guide.page import GuidePage
from trustjournal.ui.pages.guide.presenter import GuidePresenter, Leaf
from trustjournal.ui.pages.guide.printing.window import GuidePrintingWindow
from trustjournal.ui.pages.guide.reading_look import ReadingLook
from trustjournal.ui.pages.guide.stops import Stops
from trustjournal.ui.pages.guide.then_and_now.presenter import ThenAndNowPresenter


def build_guide_page(
    *,
    guide: Guide,
    exercises: Sequence[Exercise],
    progress: GuideProgressService,
    guide_prompts: GuidePromptService,
    prompting: PromptService,
    asking_again: AskingAgainService,
    finding: FindingService,
    writing: WritingService,
    choices: ChoiceService,
    tasks: Tasks,
    aside: Tasks,
    theme: Theme,
    icons: Icons,
    dialogs: Dialogs,
    own: DecksView,
) -> GuidePage:
    """The page, with its presenters. `own` shows the person's own prompts."""
    page = GuidePage(
        guide,
        lambda show, go: GuidePresenter(
            guide=guide,
            exercises=exercises,
            progress=progress,
            guide_prompts=guide_prompts,
            prompting=prompting,
            finding=finding,
            asking_again=asking_again,
            tasks=tasks,
            show=show,
            go=go,
        ),
        lambda show, go: FindPresenter(
            guide=guide, guide_prompts=guide_prompts, tasks=tasks, aside=aside, show=show, go=go
        ),
        lambda show: ThenAndNowPresenter(
            find_prompt=guide.prompt, guide_prompts=guide_prompts, writing=writing, tasks=tasks, show=show
        ),
        lambda tell: Stops(progress, tasks, tell),
        lambda page, tell: ReadingLook(page, choices=choices, tasks=tasks, tell=tell),
        own=own,
        theme=theme,
        icons=icons,
    )
    copies = PlainCopyService()

    def ask_how_to_print(leaf: Leaf, prompts: tuple[Prompt, ...]) -> None:
        window = GuidePrintingWindow(
            page, theme, leaf=leaf, prompts=prompts, copies=copies, aside=aside, dialogs=dialogs
        )
        window.open()

    page.print_requested.connect(ask_how_to_print)
    return page
