"""Practice: short exercises, one step at a time."""

from __future__ import annotations

from collections.abc import Sequence

from trustjournal.domain.exercise import Exercise
from trustjournal.ui.kit.theme import Theme
from trustjournal.ui.pages.practice.page import PracticePage
from trustjournal.ui.pages.practice.presenter import PracticePresenter


def build_practice_page(*, exercises: Sequence[Exercise], theme: Theme) -> PracticePage:
    """The page, with its presenter."""
    return PracticePage(lambda show: PracticePresenter(exercises=exercises, show=show), theme=theme)
