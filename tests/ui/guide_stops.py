"""The guide's page in the states that look different, but for own prompts."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from PySide6.QtWidgets import QWidget

from tests.ui.house import House
from trustjournal.domain.place import Place
from trustjournal.domain.prompt import Prompt
from trustjournal.ui.pages.guide.page import GuidePage
from trustjournal.ui.pages.guide.printing.window import GuidePrintingWindow
from trustjournal.ui.pages.guide.prompts.card import WriteCard


def _at_prompts(house: House, unit: str) -> WriteCard:
    """At the card of a unit's prompts, all of them shown: nothing is fresh, as another stop may have it."""
    choices = house.journal.choices
    choices.change(replace(choices.settings(), past_pain_prompts=True, acute_until=None))
    house.window.go(Place("guide", unit))
    page = house.page(GuidePage)
    card = next(view.write for view in page._reading.units if view.unit.id == unit)
    for more in card.more_buttons():
        more.click()
    page._reading.bookmark.go_to_top_of(card)
    return card


def _unfolded(house: House) -> None:
    card = _at_prompts(house, "causes-early-years")
    folded = next(row for row in card.rows() if not row.open_button.isHidden())
    folded.open_button.click()
    assert folded.open_button.isHidden(), "it did not open"


def _put_away(house: House) -> None:
    card = _at_prompts(house, "causes-early-years")
    if all(row.bring_back.isHidden() for row in card.rows()):
        next(row for row in card.rows() if not row.not_today.isHidden()).not_today.click()


def _left_out(house: House) -> None:
    choices = house.journal.choices
    choices.change(replace(choices.settings(), past_pain_prompts=False))
    house.window.go(Place("guide", "causes-early-years"))


def _answered(house: House) -> Prompt:
    """A prompt with two answers, which is asked again."""
    prompt = next(iter(house.journal.guide.parts[1].units[0].prompts))
    while len(house.journal.guide_prompts.answers(prompt.id)) < 2:
        blank = house.journal.writing.blank(house.journal.prompting.serve(prompt))
        house.journal.writing.save(replace(blank, title="Μέρα", text="λέξεις " * 60))
    house.journal.asking_again.ask(prompt.id, prompt.text, prompt.unit, 30)
    return prompt


def _at_answered(house: House) -> None:
    prompt = _answered(house)
    _at_prompts(house, prompt.unit)


def _then_and_now(house: House) -> None:
    prompt = _answered(house)
    house.window.go(Place("guide", prompt.unit, {"answers": prompt.id}))


def _finding(house: House) -> None:
    house.window.go(Place("guide", "overview"))
    page = house.page(GuidePage)
    page.find_words()
    page.find_panel.field.setText("τρυστ")
    page.find_panel.step_requested.emit(False)  # noqa: FBT003


def _found_nothing(house: House) -> None:
    _finding(house)
    house.page(GuidePage).find_panel.field.setText("ξξξξ")


def _article(house: House) -> None:
    house.page(GuidePage).find_panel.stay.click()
    house.window.go(Place("guide", "about-the-ideas"))


def _printing(house: House) -> QWidget:
    house.window.go(Place("guide", "causes"))
    page = house.page(GuidePage)
    page.print_open()
    return page.findChildren(GuidePrintingWindow)[-1]


def _lately(house: House) -> None:
    house.window.go(Place("guide", "lately"))


GUIDE: dict[str, Callable[[House], QWidget | None]] = {
    "guide, unfolded": _unfolded,
    "guide, folded away": _put_away,
    "guide, prompts left out": _left_out,
    "guide, answered": _at_answered,
    "guide, then and now": _then_and_now,
    "guide, finding": _finding,
    "guide, not found": _found_nothing,
    "guide, an article": _article,
    "guide, lately": _lately,
    "guide, to be printed": _printing,
}
