"""The guide: its parts to read, prompts to write from, and what was written from them."""

from __future__ import annotations

from collections.abc import Sequence

from trustjournal.domain.exercise import Exercise
from trustjournal.domain.guide import Guide
from trustjournal.services.finding import FindingService
from trustjournal.services.guide import GuideService
from trustjournal.services.prompting import PromptService
from trustjournal.ui.kit.tasks import Tasks
from trustjournal.ui.kit.theme import Theme
from trustjournal.ui.pages.guide.page import GuidePage
from trustjournal.ui.pages.guide.presenter import GuidePresenter


def build_guide_page(
    *,
    guide: Guide,
    exercises: Sequence[Exercise],
    progress: GuideService,
    prompting: PromptService,
    finding: FindingService,
    tasks: Tasks,
    theme: Theme,
) -> GuidePage:
    """The page, with its presenter."""
    return GuidePage(
        lambda show: GuidePresenter(
            guide=guide,
            exercises=exercises,
            progress=progress,
            prompting=prompting,
            finding=finding,
            tasks=tasks,
            show=show,
        ),
        theme=theme,
    )
