"""A person's own words stay inside the journal, and the names in it are words too."""

from __future__ import annotations

from dataclasses import replace

from tests.fakes.announcements import Announcements
from trustjournal.domain.change import Changed
from trustjournal.domain.person import Role
from trustjournal.domain.spelling import word_key
from trustjournal.services.journal import Journal


def test_a_word_is_kept_once_and_can_be_taken_back_and_kept_again(
    journal: Journal, announcements: Announcements
) -> None:
    announcements.taken()
    for word in ("zine", "Ålborg", "zine", "  "):
        journal.spelling.add(word)
    assert journal.spelling.words() == ("zine", "Ålborg")
    assert announcements.taken() == [Changed.WORDS] * 2
    journal.spelling.remove("zine")
    journal.spelling.remove("never")
    assert journal.spelling.words() == ("Ålborg",)
    assert announcements.taken() == [Changed.WORDS]
    journal.spelling.add("zine")
    assert journal.spelling.words() == ("zine", "Ålborg")


def test_a_word_is_kept_as_dictionaries_write_it(journal: Journal) -> None:
    journal.spelling.add("y’all")
    journal.spelling.add("re\u0301sume\u0301")
    assert journal.spelling.words() == ("résumé", "y'all")


def test_names_of_people_and_tags_are_known(journal: Journal) -> None:
    journal.spelling.add("Zine")
    sam = journal.people.add("Sam O’Brien", Role.FRIEND)
    journal.people.change(replace(sam, is_archived=True))
    journal.writing.save(replace(journal.writing.blank(), text="x", tags=("night shift",)))
    known = journal.spelling.known_keys()
    assert {word_key(word) for word in ("zine", "Sam's", "O'Brien", "Night", "SHIFT")} <= known
    assert "x" not in known


def test_the_choices_about_spelling_come_back(journal: Journal) -> None:
    assert journal.choices.settings().spell_check
    chosen = replace(journal.choices.settings(), spell_check=False, spell_languages=("de_DE", "en_GB"))
    journal.choices.change(chosen)
    assert journal.choices.settings() == chosen
