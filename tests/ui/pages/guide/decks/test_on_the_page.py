"""Own prompts as a part of the guide's page, and of what names parts elsewhere."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from trustjournal.domain.deck import Deck, OwnPrompt
from trustjournal.domain.guide import OWN_UNIT, Guide
from trustjournal.domain.place import Place
from trustjournal.services.journal import Journal
from trustjournal.ui.kit.dialogs import Dialogs
from trustjournal.ui.kit.icons import Icons
from trustjournal.ui.kit.tasks import InlineTasks
from trustjournal.ui.kit.theme import Theme
from trustjournal.ui.pages.guide import build_guide_page
from trustjournal.ui.pages.guide.decks import build_decks_view
from trustjournal.ui.pages.guide.decks.view import DecksView
from trustjournal.ui.pages.guide.page import GuidePage
from trustjournal.ui.pages.journal.entry_list.line_maker import LineMaker
from trustjournal.ui.pages.journal.sheet.words import quotation


@pytest.fixture
def page(journal: Journal, guide: Guide, theme: Theme, icons: Icons, qtbot: QtBot) -> GuidePage:
    """The guide's page with own prompts, at its first part."""
    tasks, dialogs = InlineTasks(), Dialogs()
    page = build_guide_page(
        guide=guide,
        exercises=(),
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
        dialogs=dialogs,
        own=build_decks_view(
            decks=journal.decks,
            prompting=journal.prompting,
            prompt_overview=journal.prompt_overview,
            tasks=tasks,
            aside=tasks,
            dialogs=dialogs,
            theme=theme,
            icons=icons,
        ),
    )
    qtbot.addWidget(page)
    page.resize(1068, 700)
    page.show()
    page.activateWindow()
    qtbot.waitUntil(page.isActiveWindow)
    page.visit(Place("guide"))
    return page


def own(page: GuidePage) -> DecksView:
    (view,) = page.findChildren(DecksView)
    return view


def test_they_stand_last_in_the_list_and_open_from_there(page: GuidePage) -> None:
    *_, last = page._parts.lines().values()
    assert last.text() == "Your own prompts"
    assert not own(page).isVisible()
    last.click()
    assert own(page).isVisible()
    assert page.place().item == OWN_UNIT
    assert page._reading.units == []


def test_one_can_come_back_to_them(page: GuidePage) -> None:
    page.visit(Place("guide", OWN_UNIT))
    assert own(page).empty.isVisible()
    page.visit(Place("guide", "boats"))
    assert not own(page).isVisible()


def test_a_new_prompt_can_be_begun_from_anywhere_and_leaving_keeps_it(page: GuidePage, journal: Journal) -> None:
    page.go_requested.connect(page.visit)
    (command,) = [one for one in page.commands() if one.words == "New prompt of your own"]
    command.do()
    QTest.keyClicks(own(page).forms.prompt_form.words.viewport(), "Half a thought")
    page.settle()
    assert [[one.text for one in deck.prompts] for deck in journal.decks.all()] == [["Half a thought"]]


def test_what_was_written_from_them_is_listed_beside_them(page: GuidePage, journal: Journal) -> None:
    deck = journal.decks.save(Deck("One"))
    assert deck.id is not None
    prompt = journal.decks.save_prompt(OwnPrompt("What helped?"), deck.id)
    served = journal.prompting.serve(prompt.as_prompt())
    kept = journal.writing.save(replace(journal.writing.blank(served), title="Mine", text="My words."))
    page.visit(Place("guide", OWN_UNIT))
    assert [entry.id for entry in page._presenter.state.entries] == [kept.id]


def test_the_sheet_and_the_list_name_them_as_a_part(journal: Journal, guide: Guide) -> None:
    deck = journal.decks.save(Deck("One"))
    assert deck.id is not None
    prompt = journal.decks.save_prompt(OwnPrompt("What helped?"), deck.id)
    served = journal.prompting.serve(prompt.as_prompt())
    kept = journal.writing.save(replace(journal.writing.blank(served), text="My words."))
    journal.decks.delete(deck.id)
    entry, summary = journal.writing.entry(kept.id), journal.finding.summary(kept.id)
    assert entry is not None
    assert entry.prompt is not None
    assert summary is not None
    assert quotation(entry.prompt, guide) == "Your own prompts — “What helped?”"
    part = LineMaker(guide)._parts.get(summary.unit or "")
    assert part is not None
    assert part.title == "Your own prompts"
