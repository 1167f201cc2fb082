"""Earlier words can be listed, read, and are there before other words take their place."""

from __future__ import annotations

from dataclasses import replace
from uuid import uuid4

import pytest

from tests.fakes.clock import FakeClock
from trustjournal.domain.entry import Entry
from trustjournal.domain.ids import VersionId
from trustjournal.services.journal import Journal


@pytest.fixture
def written(journal: Journal) -> Entry:
    return journal.writing.save(replace(journal.writing.blank(), title="Rain", text="It rained."))


def _texts(journal: Journal, entry: Entry) -> list[str]:
    found = (journal.history.version(summary.id) for summary in journal.history.versions(entry.id))
    return [version.text for version in found if version is not None]


def test_an_entry_that_was_just_begun_has_no_history(journal: Journal, written: Entry) -> None:
    assert journal.history.versions(written.id) == ()


def test_words_of_another_day_are_there_when_they_were_replaced(
    journal: Journal, written: Entry, clock: FakeClock
) -> None:
    clock.move_on(days=1)
    journal.writing.save(replace(written, text="It rained, and I was late."))
    (summary,) = journal.history.versions(written.id)
    version = journal.history.version(summary.id)
    assert version is not None
    assert (version.title, version.text, summary.words) == ("Rain", "It rained.", 2)


def test_the_words_of_now_can_be_kept_before_others_come(journal: Journal, written: Entry, clock: FakeClock) -> None:
    clock.move_on(minutes=1)
    journal.history.keep_now(written)
    journal.history.keep_now(written)
    assert _texts(journal, written) == ["It rained."]
    assert journal.history.versions(written.id)[0].saved_at == clock.now()


def test_words_that_were_never_stored_have_nothing_to_be_kept_with(journal: Journal) -> None:
    entry = replace(journal.writing.blank(), text="Not stored.")
    journal.history.keep_now(entry)
    assert journal.history.versions(entry.id) == ()


def test_a_version_that_is_gone_is_none(journal: Journal) -> None:
    assert journal.history.version(VersionId(uuid4())) is None
