"""Own prompts: kept in decks, drawn by the rules of the day, named where parts are named, in files and out of them."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from tests.fakes.announcements import Announcements
from tests.fakes.clock import FakeClock
from tests.fakes.journals import opened
from trustjournal.domain.change import Changed
from trustjournal.domain.deck import LONGEST_OWN_PROMPT, MOST_PROMPTS, Deck, OwnPrompt
from trustjournal.domain.guide import OWN_UNIT, Guide
from trustjournal.domain.ids import DeckId, OwnPromptId
from trustjournal.domain.person import Role
from trustjournal.domain.place import Place
from trustjournal.domain.prompt import Intensity, Kind, Outcome, Topic
from trustjournal.errors import (
    DeckFileError,
    DeckProblem,
    DecksFullError,
    FileUnreadableError,
    NameTakenError,
    TooLongError,
)
from trustjournal.services.decks import read_deck_file, write_deck_file
from trustjournal.services.journal import Journal
from trustjournal.storage.journal_keys import JournalKeys


def id_of(deck: Deck) -> DeckId:
    assert deck.id is not None
    return deck.id


def make(journal: Journal, name: str, *texts: str, **about: object) -> Deck:
    """A kept deck with prompts of these words."""
    deck = journal.decks.save(Deck(name))
    for text in texts:
        journal.decks.save_prompt(replace(OwnPrompt(text), **about), id_of(deck))  # type: ignore[arg-type]
    return next(one for one in journal.decks.all() if one.id == deck.id)


@pytest.fixture
def own_only(keys: JournalKeys, clock: FakeClock, guide: Guide) -> Iterator[Journal]:
    """A journal whose guide has no prompts: what is drawn is the person's own."""
    journal = opened(keys, clock=clock, guide=replace(guide, parts=()))
    yield journal
    journal.close()


def wording(journal: Journal) -> str | None:
    """The words of the day's prompt."""
    served = journal.prompting.todays()
    return None if served is None else served.wording


# Keeping ------------------------------------------------------------------------------------------


def test_prompts_are_kept_changed_deleted_and_brought_back(journal: Journal, announcements: Announcements) -> None:
    deck = make(journal, " My \n deck ", " What\nhelped? ")
    (kept,) = deck.prompts
    assert (deck.name, kept.text, deck.is_on) == ("My deck", "What helped?", True)
    changed = journal.decks.save_prompt(replace(kept, text="What else?"), id_of(deck))
    assert journal.decks.all()[0].prompts == (changed,)
    assert changed.id == kept.id is not None
    journal.decks.delete_prompt(OwnPromptId(kept.id))
    assert journal.decks.all()[0].prompts == ()
    journal.decks.undo_delete_prompt(kept.id)
    journal.decks.delete(id_of(deck))
    assert journal.decks.all() == ()
    journal.decks.undo_delete(id_of(deck))
    assert journal.decks.all() == (replace(deck, prompts=(changed,)),)
    assert announcements.taken() == [Changed.PROMPTS] * 7


def test_what_says_nothing_or_too_much_is_refused(journal: Journal) -> None:
    deck = make(journal, "Deck")
    for text in ("", " \u200b ", "\x00"):
        with pytest.raises(ValueError, match="no words"):
            journal.decks.save_prompt(OwnPrompt(text), id_of(deck))
        with pytest.raises(ValueError, match="no words"):
            journal.decks.save(Deck(text))
    with pytest.raises(TooLongError):
        journal.decks.save_prompt(OwnPrompt("x" * (LONGEST_OWN_PROMPT + 1)), id_of(deck))
    with pytest.raises(NameTakenError):
        journal.decks.save(Deck("DECK"))
    assert journal.decks.save(replace(deck, name="deck")).name == "deck"
    assert [one.prompts for one in journal.decks.all()] == [()]


def test_a_full_deck_takes_no_more_but_lets_one_be_changed(journal: Journal) -> None:
    with journal.all_at_once():
        deck = make(journal, "Deck", *(f"Question {number}?" for number in range(MOST_PROMPTS)))
    with pytest.raises(DecksFullError):
        journal.decks.save_prompt(OwnPrompt("One more?"), id_of(deck))
    journal.decks.save_prompt(replace(deck.prompts[0], text="Another?"), id_of(deck))
    assert len(journal.decks.all()[0].prompts) == MOST_PROMPTS


def test_a_prompt_does_not_go_into_a_deck_that_is_gone(journal: Journal) -> None:
    deck = make(journal, "Deck")
    journal.decks.delete(id_of(deck))
    with pytest.raises(LookupError):
        journal.decks.save_prompt(OwnPrompt("Why?"), id_of(deck))


# The daily draw -------------------------------------------------------------------------------------


def test_own_prompts_take_turns_with_the_parts_of_the_guide(journal: Journal, clock: FakeClock, guide: Guide) -> None:
    make(journal, "Deck", *(f"Question {number}?" for number in range(9)))
    served = []
    for _ in range(4 * (len(guide.parts) + 1)):
        found = journal.prompting.todays()
        assert found is not None
        served.append(found)
        clock.move_on(days=1)
    own = [one for one in served if one.unit == OWN_UNIT]
    assert 2 <= len(own) < len(served)
    assert len({one.prompt_id for one in own}) == len(own)
    assert all(one.prompt_id.startswith("own.") for one in own)


def test_a_deck_that_is_off_gives_nothing(own_only: Journal) -> None:
    deck = make(own_only, "Deck", "What helped?")
    own_only.decks.save(replace(deck, is_on=False))
    assert wording(own_only) is None
    own_only.decks.save(replace(deck, is_on=True))
    assert wording(own_only) == "What helped?"


def test_deep_ones_wait_and_so_do_those_of_topics_that_are_off(own_only: Journal) -> None:
    make(own_only, "Deep", "When did it begin?", intensity=Intensity.DEEP)
    make(own_only, "Family", "Who came?", topics=frozenset({Topic.FAMILY}))
    make(own_only, "Old", "What was it?", topics=frozenset({Topic.PAST_PAIN}))
    make(own_only, "Somebody", "How are they?", needs_person=True)
    settings = own_only.choices.settings()
    own_only.choices.change(replace(settings, topics_off=frozenset({Topic.FAMILY}), ceiling=Intensity.DEEP))
    assert wording(own_only) is None
    own_only.people.add("Sam", Role.FRIEND)
    assert wording(own_only) == "How are they?"


def test_the_days_prompt_makes_room_when_it_is_deleted_or_its_deck_is_switched_off(own_only: Journal) -> None:
    one, other = make(own_only, "One", "What helped?"), make(own_only, "Other", "What else?")
    first = wording(own_only)
    shown, hidden = (one, other) if first == "What helped?" else (other, one)
    own_only.decks.save(replace(shown, is_on=False))
    assert wording(own_only) == hidden.prompts[0].text
    id_ = hidden.prompts[0].id
    assert id_ is not None
    own_only.decks.delete_prompt(id_)
    assert wording(own_only) is None


def test_what_was_written_about_stays_the_days_prompt(own_only: Journal) -> None:
    deck = make(own_only, "One", "What helped?")
    served = own_only.prompting.todays()
    own_only.writing.save(replace(own_only.writing.blank(served), text="My words."))
    own_only.decks.delete(id_of(deck))
    assert wording(own_only) == "What helped?"


def test_a_prompt_that_was_set_aside_can_come_up_again(own_only: Journal) -> None:
    deck = make(own_only, "One", "What helped?", kind=Kind.RESOURCE)
    assert wording(own_only) == "What helped?"
    assert own_only.prompting.not_this_topic() == ()
    assert own_only.decks.hidden() == {deck.prompts[0].prompt_id}
    own_only.prompt_overview.bring_back(deck.prompts[0].prompt_id)
    assert own_only.decks.hidden() == frozenset()


# Writing from one -----------------------------------------------------------------------------------


def test_an_entry_keeps_the_words_it_was_begun_from(journal: Journal) -> None:
    deck = make(journal, "One", "What helped?")
    served = journal.prompting.serve(deck.prompts[0].as_prompt())
    kept = journal.writing.save(replace(journal.writing.blank(served), title="Mine", text="My words."))
    journal.decks.save_prompt(replace(deck.prompts[0], text="What else?"), id_of(deck))
    entry = journal.writing.entry(kept.id)
    assert entry is not None
    assert entry.prompt is not None
    assert (entry.prompt.wording, entry.prompt.outcome) == ("What helped?", Outcome.WRITTEN)
    assert entry.prompt.prompt_id == deck.prompts[0].prompt_id
    assert [one.id for one in journal.finding.for_unit(OWN_UNIT, 5)] == [kept.id]
    assert journal.progress.progress()[OWN_UNIT].written == 1


@pytest.mark.parametrize("query", ["part:own", 'part:"your own prompts"'])
def test_entries_begun_from_own_prompts_are_found_as_those_of_a_part(journal: Journal, query: str) -> None:
    deck = make(journal, "One", "What helped?")
    for prompt in (deck.prompts[0].as_prompt(), journal.guide.prompts[0]):
        blank = journal.writing.blank(journal.prompting.serve(prompt))
        journal.writing.save(replace(blank, title=prompt.unit, text="My words."))
    assert journal.finding.remarks(query) == ()
    assert ["".join(run.text for run in hit.title) for hit in journal.finding.search(query)] == [OWN_UNIT]


def test_own_prompts_can_be_gone_to_by_name(journal: Journal) -> None:
    found = journal.destinations.matching("own pro")
    assert [(one.name, one.place) for one in found] == [("Your own prompts", Place("guide", OWN_UNIT))]


# Files ----------------------------------------------------------------------------------------------


def test_a_deck_comes_back_from_its_file(journal: Journal, tmp_path: Path) -> None:
    deck = make(journal, "Evenings", "What helped?", "Why?")
    write_deck_file(tmp_path / "deck.json", deck)
    journal.decks.delete(id_of(deck))
    file = read_deck_file(tmp_path / "deck.json")
    look = journal.decks.look(file)
    assert (look.total, look.already_here, look.name) == (2, 0, "Evenings")
    assert journal.decks.all() == ()
    added = journal.decks.take_in(file)
    (found,) = journal.decks.all()
    assert [prompt.text for prompt in found.prompts] == ["What helped?", "Why?"]
    assert (found.id, found.is_on) == (added.id, False)


def test_what_is_here_already_is_skipped_and_nothing_new_is_no_deck(journal: Journal, tmp_path: Path) -> None:
    make(journal, "Evenings", "What helped?")
    file = Deck("evenings", (OwnPrompt("WHAT helped?"), OwnPrompt("Why?")), is_on=False)
    look = journal.decks.look(file)
    assert (look.total, look.already_here, look.name) == (2, 1, "evenings 2")
    journal.decks.take_in(file)
    assert [[prompt.text for prompt in deck.prompts] for deck in journal.decks.all()] == [["What helped?"], ["Why?"]]
    with pytest.raises(ValueError, match="already"):
        journal.decks.take_in(file)
    assert len(journal.decks.all()) == 2


def test_an_imported_deck_is_drawn_from_only_once_it_is_switched_on(own_only: Journal) -> None:
    added = own_only.decks.take_in(Deck("Theirs", (OwnPrompt("What helped?"),)))
    assert wording(own_only) is None
    own_only.decks.save(replace(added, is_on=True))
    assert wording(own_only) == "What helped?"


def test_a_file_that_is_gone_or_too_large_or_no_deck_is_told_apart(tmp_path: Path) -> None:
    with pytest.raises(FileUnreadableError):
        read_deck_file(tmp_path / "gone.json")
    with (tmp_path / "large.json").open("wb") as large:
        large.truncate(60_000_000)
    with pytest.raises(DeckFileError) as told:
        read_deck_file(tmp_path / "large.json")
    assert told.value.problem is DeckProblem.TOO_MANY_BYTES
    (tmp_path / "other.json").write_text(json.dumps({"name": "no deck"}), encoding="utf-8")
    with pytest.raises(DeckFileError) as told:
        read_deck_file(tmp_path / "other.json")
    assert told.value.problem is DeckProblem.NOT_A_DECK
