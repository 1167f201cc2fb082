"""Own prompts and their decks are kept, changed, deleted and brought back."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from uuid import uuid4

import pytest

from tests.storage.conftest import Stores
from trustjournal.domain.deck import Deck, OwnPrompt
from trustjournal.domain.ids import DeckId, OwnPromptId
from trustjournal.domain.prompt import Intensity, Kind, Topic
from trustjournal.storage.deck_store import DeckStore
from trustjournal.storage.records import DECK, OWN_PROMPT, Records

FULL = OwnPrompt(
    "What helped?", Intensity.DEEP, Kind.ACTION, 7, frozenset({Topic.FAMILY, Topic.MONEY}), needs_person=True,
    note="Slow.",
)  # fmt: skip


@pytest.fixture
def decks(stores: Stores) -> DeckStore:
    return DeckStore(stores.db)


def make(decks: DeckStore, name: str, *prompts: OwnPrompt, is_on: bool = True) -> Deck:
    """A kept deck."""
    id_ = DeckId(uuid4())
    decks.save_deck(id_, name, is_on=is_on)
    kept = tuple(replace(prompt, id=OwnPromptId(uuid4())) for prompt in prompts)
    for prompt in kept:
        assert prompt.id is not None
        decks.save_prompt(prompt.id, prompt, id_)
    return Deck(name, kept, is_on, id_)


def test_decks_come_in_their_order_with_their_prompts_as_they_were_kept(stores: Stores, decks: DeckStore) -> None:
    first = make(decks, "Zoë’s", FULL, OwnPrompt("Why?"))
    second = make(decks, "A", is_on=False)
    assert decks.all() == (first, second)
    assert Records(stores.db).altered(DECK) == Records(stores.db).altered(OWN_PROMPT) == ()


def test_they_are_there_after_a_lock(stores: Stores, decks: DeckStore, reopen: Callable[[], Stores]) -> None:
    kept = make(decks, "Evenings", FULL)
    stores.db.close()
    assert DeckStore(reopen().db).all() == (kept,)


def test_a_prompt_is_changed_and_goes_into_another_deck(decks: DeckStore) -> None:
    one, other = make(decks, "One", FULL), make(decks, "Other")
    assert one.id is not None
    assert other.id is not None
    changed = replace(one.prompts[0], text="What else?", topics=frozenset({Topic.SEX}))
    assert changed.id is not None
    decks.save_prompt(changed.id, changed, other.id)
    decks.save_deck(one.id, "First", is_on=False)
    assert decks.all() == (replace(one, name="First", is_on=False, prompts=()), replace(other, prompts=(changed,)))


def test_a_deleted_prompt_comes_back_as_it_was(decks: DeckStore) -> None:
    kept = make(decks, "Evenings", FULL, OwnPrompt("Why?"))
    id_ = kept.prompts[0].id
    assert id_ is not None
    decks.delete_prompt(id_)
    decks.delete_prompt(OwnPromptId(uuid4()))
    assert decks.all() == (replace(kept, prompts=kept.prompts[1:]),)
    decks.undo_delete_prompt(id_)
    assert decks.all() == (kept,)


def test_a_deleted_deck_takes_its_prompts_along_and_brings_them_back(decks: DeckStore) -> None:
    kept, other = make(decks, "Evenings", FULL, OwnPrompt("Why?")), make(decks, "Other", OwnPrompt("Who?"))
    assert kept.id is not None
    gone = kept.prompts[1].id
    assert gone is not None
    decks.delete_prompt(gone)
    decks.delete_deck(kept.id)
    decks.delete_deck(DeckId(uuid4()))
    assert decks.all() == (other,)
    decks.undo_delete_deck(kept.id)
    assert decks.all() == (replace(kept, prompts=kept.prompts[:1]), other)


def test_what_a_newer_version_knows_of_a_prompt_does_no_harm(stores: Stores, decks: DeckStore) -> None:
    kept = make(decks, "Evenings", FULL)
    with stores.db.transaction():
        stores.db.write("UPDATE own_prompt SET works_with = 'music'", ())
        stores.db.write("UPDATE own_prompt_topic SET topic = 'weather' WHERE topic = 'money'", ())
    plain = replace(kept.prompts[0], kind=Kind.PROCESS, topics=frozenset({Topic.FAMILY}))
    assert decks.all() == (replace(kept, prompts=(plain,)),)
