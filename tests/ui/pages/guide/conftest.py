"""The guide page over a journal with the made-up guide, and what tests look at on it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel, QWidget
from pytestqt.qtbot import QtBot

from trustjournal.domain.exercise import Exercise
from trustjournal.domain.guide import Guide
from trustjournal.domain.place import Place
from trustjournal.services.journal import Journal
from trustjournal.ui.kit.dialogs import Dialogs
from trustjournal.ui.kit.icons import Icons
from trustjournal.ui.kit.tasks import InlineTasks
from trustjournal.ui.kit.theme import Theme
from trustjournal.ui.pages.guide import build_guide_page
from trustjournal.ui.pages.guide.decks import build_decks_view
from trustjournal.ui.pages.guide.page import GuidePage
from trustjournal.ui.parts.reading_text import ReadingText

SETTLE = Exercise("settle", "Settle", 2, "It helps.", ("Sit down.",), "That is all.", ("boats",))
OTHER = Exercise("other", "Other", 2, "It helps.", ("Sit down.",), "That is all.", ())

Build = Callable[..., GuidePage]


@pytest.fixture
def build(journal: Journal, guide: Guide, theme: Theme, icons: Icons, qtbot: QtBot) -> Build:
    """Makes the page and shows it at the first part."""

    def made(*, dialogs: Dialogs | None = None, guide: Guide = guide) -> GuidePage:
        tasks, shown_dialogs = InlineTasks(), dialogs or Dialogs()
        page = build_guide_page(
            guide=guide,
            exercises=(SETTLE, OTHER),
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
            dialogs=shown_dialogs,
            own=build_decks_view(
                decks=journal.decks,
                prompting=journal.prompting,
                prompt_overview=journal.prompt_overview,
                tasks=tasks,
                aside=tasks,
                dialogs=shown_dialogs,
                theme=theme,
                icons=icons,
            ),
        )
        qtbot.addWidget(page)
        page.resize(1068, 600)
        page.show()
        page.activateWindow()
        qtbot.waitUntil(page.isActiveWindow)
        page.visit(Place("guide"))
        settle()
        return page

    return made


def settle() -> None:
    """Let layouts and timers come to rest."""
    for _ in range(20):
        QApplication.processEvents()


def buttons(page: QWidget, name: str) -> list[QAbstractButton]:
    """The visible buttons with this name."""
    return [
        button
        for button in page.findChildren(QAbstractButton)
        if name in (button.text(), button.accessibleName()) and button.isVisible()
    ]


def labels(page: QWidget) -> str:
    """What visible labels say."""
    return "\n".join(label.accessibleName() or label.text() for label in page.findChildren(QLabel) if label.isVisible())


def read(page: QWidget) -> str:
    """What can be read at length."""
    return "\n".join(text.toPlainText() for text in page.findChildren(ReadingText) if text.isVisible())


def places(page: GuidePage) -> list[Place]:
    """Where the page wants to go, from now on."""
    wanted: list[Place] = []
    page.go_requested.connect(wanted.append)
    return wanted


def write_from(journal: Journal, prompt_id: str, title: str) -> str:
    """An entry written from a prompt; its id as text."""
    prompt = next(prompt for prompt in journal.guide.prompts if prompt.id == prompt_id)
    blank = journal.writing.blank(journal.prompting.serve(prompt))
    return str(journal.writing.save(replace(blank, title=title, text="words")).id)


def allow_past_pain(journal: Journal) -> None:
    """The made-up deep prompts touch on it."""
    journal.choices.change(replace(journal.choices.settings(), past_pain_prompts=True))
