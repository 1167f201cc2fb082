"""Entries are found again: in pages, by words, by what they began from."""

from __future__ import annotations

from dataclasses import replace

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.fakes.clock import FakeClock
from trustjournal.domain.entry import Entry
from trustjournal.services.journal import Journal


def write(journal: Journal, clock: FakeClock, *texts: str) -> list[Entry]:
    """An entry of each text, a day apart."""
    entries = []
    for text in texts:
        entries.append(journal.writing.save(replace(journal.writing.blank(), text=text)))
        clock.move_on(days=1)
    return entries


def test_the_list_goes_on_where_its_last_page_ended(journal: Journal, clock: FakeClock) -> None:
    entries = write(journal, clock, *(f"page {n}" for n in range(5)))
    first = journal.finding.newest(2)
    rest = journal.finding.newest(9, first[-1].position)
    assert [summary.id for summary in (*first, *rest)] == [entry.id for entry in reversed(entries)]
    assert journal.finding.count() == 5


def test_words_are_found_newest_first_and_in_pages(journal: Journal, clock: FakeClock) -> None:
    entries = write(journal, clock, "Crème brûlée", "no such thing", "a creme again", "信頼について")
    hits = journal.finding.search("creme")
    assert [hit.summary.id for hit in hits] == [entries[2].id, entries[0].id]
    assert [hit.summary.id for hit in journal.finding.search("creme", 5, hits[0].summary.position)] == [entries[0].id]
    assert "".join(run.text for run in hits[1].snippet if run.is_hit) == "Crème"
    assert [hit.summary.id for hit in journal.finding.search("信頼")] == [entries[3].id]


@given(query=st.text(max_size=40))
@settings(deadline=None, max_examples=200, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_any_text_is_a_query(journal: Journal, query: str) -> None:
    journal.finding.search(query)


def test_operators_of_the_search_engine_are_words_like_any_other(journal: Journal, clock: FakeClock) -> None:
    [entry] = write(journal, clock, 'NEAR the "quay" AND not far')
    for query in ('"quay', "AND", "near(", "quay*", 'NOT "', "title:quay", "^near", "-quay"):
        assert {hit.summary.id for hit in journal.finding.search(query)} <= {entry.id}
    assert journal.finding.search('"quay')


def test_entries_that_began_from_a_unit_and_tags_in_use(journal: Journal) -> None:
    served = journal.prompting.serve(journal.guide.parts[1].units[0].prompts[0])
    from_wind = journal.writing.save(replace(journal.writing.blank(served), text="windy", tags=("Sea", "home")))
    other = journal.writing.save(replace(journal.writing.blank(), text="calm", tags=("sea",)))
    assert [summary.id for summary in journal.finding.for_unit("wind", 5)] == [from_wind.id]
    assert journal.finding.tags() == ("home", "Sea")
    summary = journal.finding.summary(other.id)
    assert summary is not None
    assert summary.tags == ("Sea",)
    journal.writing.delete(other.id)
    assert journal.finding.summary(other.id) is None
