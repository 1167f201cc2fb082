"""Own prompts on the guide's page in the states that look different."""

from __future__ import annotations

import tempfile
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

from PySide6.QtWidgets import QWidget

from tests.ui.house import House
from trustjournal.domain.deck import LONGEST_DECK_NAME, LONGEST_NOTE, LONGEST_OWN_PROMPT, Deck, OwnPrompt
from trustjournal.domain.guide import OWN_UNIT
from trustjournal.domain.place import Place
from trustjournal.domain.prompt import Intensity
from trustjournal.exchange.deck_file import write_deck
from trustjournal.ui.pages.guide.decks.deck_card import DeckCard
from trustjournal.ui.pages.guide.decks.view import DecksView

PROMPTS = (
    OwnPrompt("Τι βοήθησε;"),
    OwnPrompt(("λέξεις " * 200)[:LONGEST_OWN_PROMPT], Intensity.MEDIUM),
    OwnPrompt("Πότε άρχισε;", Intensity.DEEP, note=("λέξεις " * 60)[:LONGEST_NOTE]),
)


def _view(house: House) -> DecksView:
    """Two decks, of which the first is open, and one of its prompts was set aside."""
    decks = house.journal.decks
    if not decks.all():
        first = decks.save(Deck(("όνομα " * 30)[:LONGEST_DECK_NAME])).id
        assert first is not None
        for prompt in PROMPTS:
            kept = decks.save_prompt(prompt, first)
        decks.save_prompt(replace(kept, intensity=Intensity.LIGHT, note="", text="Ποιος ήρθε;", id=None), first)
        decks.take_in(Deck("Άλλο", (OwnPrompt("Γιατί;"),)))
    house.window.go(Place("guide", OWN_UNIT))
    view = house.page(DecksView)
    view.presenter.leave_file()
    view.presenter.leave_saving()
    view.settle()
    first = decks.all()[0].id
    if first is not None and view.presenter.state.open != first:
        view.presenter.toggle(first)
    return view


def _card(view: DecksView) -> DeckCard:
    return next(iter(view.cards.values()))


def _own(house: House) -> None:
    _view(house)


def _new(house: House) -> None:
    """A new prompt that says nothing yet, and so cannot be kept."""
    view = _view(house)
    _card(view).add.click()
    view.forms.prompt_form.closeness.set_value(Intensity.DEEP.name)
    view.forms.prompt_form.keep.click()


def _changing(house: House) -> None:
    view = _view(house)
    list(_card(view).rows.values())[1].change_action.trigger()


def _unfolded(house: House) -> None:
    view = _view(house)
    list(_card(view).rows.values())[2].show_it.click()


def _naming(house: House) -> None:
    view = _view(house)
    _card(view).rename_action.trigger()


def _saving(house: House) -> None:
    view = _view(house)
    _card(view).save_action.trigger()


def _looked_at(house: House, data: bytes) -> None:
    view = _view(house)
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / "deck.json"
        file.write_bytes(data)
        view.presenter.look_at_file(file)


def _incoming(house: House) -> None:
    prompts = (OwnPrompt("Τι βοήθησε;"), OwnPrompt("Και τι άλλο;"))
    _looked_at(house, write_deck(Deck(("όνομα " * 30)[:LONGEST_DECK_NAME], prompts)))


def _refused(house: House) -> None:
    _looked_at(house, '{"format": "trustjournal-deck", "version": 1, "χρώμα": 1, "name": "Α", "prompts": []}'.encode())


OWN_PROMPTS: dict[str, Callable[[House], QWidget | None]] = {
    "guide, own prompts": _own,
    "guide, an own prompt unfolded": _unfolded,
    "guide, a new prompt": _new,
    "guide, changing a prompt": _changing,
    "guide, naming a deck": _naming,
    "guide, a deck goes into a file": _saving,
    "guide, a deck from a file": _incoming,
    "guide, no deck in the file": _refused,
}
