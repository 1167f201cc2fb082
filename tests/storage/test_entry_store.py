"""Entries: kept as written, in the order of their dates, and never over a newer one."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta
from uuid import uuid4

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.storage.conftest import Stores, entry, moment, person
from trustjournal.domain.entry import LONGEST_TEXT, LONGEST_TITLE, Entry
from trustjournal.domain.ids import EntryId, ServedPromptId
from trustjournal.domain.moment import Moment
from trustjournal.domain.prompt import Intensity, Outcome, ServedPrompt
from trustjournal.errors import EntryChangedElsewhereError, TooLongError
from trustjournal.storage.records import ENTRY, Records

DAY = date(2026, 8, 1)


def served(unit: str = "causes-early-years") -> ServedPrompt:
    return ServedPrompt(ServedPromptId(uuid4()), f"{unit}.one", unit, Intensity.LIGHT, DAY, "What helped?")


def test_an_entry_comes_back_as_it_was_kept(stores: Stores, reopen: Callable[[], Stores]) -> None:
    sam, ann = stores.people.add(person("Sam")), stores.people.add(person("Ann"))
    written = replace(
        entry("Line one\r\n\tline two\x00 😀 עברית", title="A “title”"),
        people=(ann.id, sam.id), tags=("trust", "Ärger"), prompt=served(),
    )  # fmt: skip
    kept = stores.entries.save(written)
    assert kept == replace(written, revision=1)
    assert stores.entries.get(written.id) == kept
    stores.db.close()
    assert reopen().entries.get(written.id) == kept


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.text(max_size=200), st.text(max_size=2000))
def test_any_text_comes_back_unchanged(stores: Stores, title: str, text: str) -> None:
    kept = stores.entries.save(entry(text, title=title))
    assert stores.entries.get(kept.id) == kept
    assert (kept.title, kept.text) == (title, text)


def test_half_a_surrogate_pair_is_replaced_and_a_split_one_joined(stores: Stores) -> None:
    kept = stores.entries.save(entry("a \ud83d\ude00 b \ud83d c"))
    assert kept.text == "a 😀 b \ufffd c"
    assert stores.entries.get(kept.id) == kept


def test_an_instant_between_milliseconds_is_told_back_as_it_is_kept(stores: Stores) -> None:
    written = replace(entry(), moment=Moment.of(datetime(1963, 5, 4, 3, 2, 1, 999_999, tzinfo=UTC), "Europe/Rome"))
    kept = stores.entries.save(written)
    assert kept.moment.instant.microsecond == 999_000
    assert stores.entries.get(kept.id) == kept


def test_saving_what_is_kept_already_changes_nothing(stores: Stores) -> None:
    kept = stores.entries.save(replace(entry(), tags=("one",)))
    before = stores.db.row("SELECT revision, changed_at FROM entry")
    assert stores.entries.save(kept) == kept
    # A retry of a save whose answer was lost knows an older revision, and is answered with the kept one.
    assert stores.entries.save(replace(kept, revision=0)) == kept
    assert stores.db.row("SELECT revision, changed_at FROM entry") == before


def test_each_change_is_a_revision_and_an_older_one_cannot_overwrite_a_newer(stores: Stores) -> None:
    first = stores.entries.save(entry("one"))
    second = stores.entries.save(replace(first, text="two"))
    assert (first.revision, second.revision) == (1, 2)
    for stale in (
        replace(first, text="three"),
        replace(first, text="three", revision=0),
        replace(second, text="x", revision=9),
    ):
        with pytest.raises(EntryChangedElsewhereError):
            stores.entries.save(stale)
    assert stores.entries.get(first.id) == second


def test_an_entry_that_was_never_kept_must_come_with_revision_zero(stores: Stores) -> None:
    with pytest.raises(EntryChangedElsewhereError):
        stores.entries.save(replace(entry(), revision=3))
    assert stores.entries.count() == 0


def test_a_late_save_does_not_bring_a_deleted_entry_back(stores: Stores) -> None:
    kept = stores.entries.save(entry("one"))
    stores.entries.delete(kept.id)
    for late in (kept, replace(kept, text="two"), replace(kept, text="two", revision=2)):
        with pytest.raises(EntryChangedElsewhereError):
            stores.entries.save(late)
    assert stores.entries.get(kept.id) is None


def test_a_deletion_can_be_undone(stores: Stores) -> None:
    other = stores.entries.save(entry("other"))
    kept = stores.entries.save(replace(entry("gone words", title="t"), tags=("tag",)))
    stores.entries.delete(kept.id)
    stores.entries.delete(kept.id)
    assert stores.entries.get(kept.id) is None
    assert stores.entries.summary(kept.id) is None
    assert [s.id for s in stores.entries.newest(10)] == [other.id]
    assert stores.entries.count() == 1
    assert stores.entries.tags() == ()
    assert stores.search.find("gone", 10) == ()
    back = stores.entries.undo_delete(kept.id)
    assert back == replace(kept, revision=3)
    assert stores.entries.undo_delete(kept.id) == back
    assert [hit.summary.id for hit in stores.search.find("gone", 10)] == [kept.id]
    assert stores.entries.save(replace(back, text="more")).revision == 4
    with pytest.raises(LookupError):
        stores.entries.undo_delete(EntryId(uuid4()))


def test_newest_means_by_date_then_time_then_order_of_writing(stores: Stores) -> None:
    written = [
        stores.entries.save(entry(name, day=day, at=at))
        for name, day, at in [
            ("b", DAY, time(9, 30)), ("e", date(2027, 1, 1), time(0, 0)), ("a", date(1950, 1, 1), time(23, 59)),
            ("c", DAY, time(9, 30)), ("d", DAY, time(9, 30, 1)),
        ]
    ]  # fmt: skip
    names = {kept.id: kept.text for kept in written}
    newest = stores.entries.newest(10)
    assert [names[s.id] for s in newest] == ["e", "d", "c", "b", "a"]
    assert len({s.position for s in newest}) == 5
    assert [names[s.id] for s in stores.entries.newest(2)] == ["e", "d"]
    assert [names[s.id] for s in stores.entries.newest(2, before=newest[1].position)] == ["c", "b"]
    assert stores.entries.first_day() == date(1950, 1, 1)


def test_changing_the_date_moves_an_entry_and_changing_the_words_does_not(stores: Stores) -> None:
    old = stores.entries.save(entry("old", day=date(2020, 1, 1)))
    new = stores.entries.save(entry("new", day=date(2025, 1, 1)))
    twin = stores.entries.save(entry("new too", day=date(2025, 1, 1)))
    stores.entries.save(replace(new, text="new words"))
    assert [s.id for s in stores.entries.newest(3)] == [twin.id, new.id, old.id]
    stores.entries.save(replace(old, moment=moment(date(2026, 1, 1))))
    assert [s.id for s in stores.entries.newest(3)] == [old.id, twin.id, new.id]
    assert [hit.summary.id for hit in stores.search.find("old", 3)] == [old.id]


def test_the_clock_of_the_computer_does_not_decide_the_order(stores: Stores) -> None:
    same = moment()
    ids = [stores.entries.save(replace(entry(str(n)), moment=same)).id for n in range(20)]
    assert [s.id for s in stores.entries.newest(30)] == ids[::-1]
    stores.entries.delete(ids[19])
    assert stores.entries.save(replace(entry("after"), moment=same)).id == stores.entries.newest(1)[0].id


def test_tags_differ_in_more_than_case_and_are_listed_while_in_use(stores: Stores) -> None:
    first = stores.entries.save(replace(entry(), tags=("Trust", "zebra")))
    second = stores.entries.save(replace(entry(), tags=(" trust ", "TRUST", "Caf\u00e9", "cafe\u0301", "", "  ")))
    assert first.tags == ("Trust", "zebra")
    assert second.tags == ("Trust", "Café")
    assert stores.entries.tags() == ("Café", "Trust", "zebra")
    stores.entries.save(replace(first, tags=()))
    assert stores.entries.tags() == ("Café", "Trust")
    assert {s.id: s.tags for s in stores.entries.newest(5)} == {first.id: (), second.id: ("Trust", "Café")}


def test_a_person_named_twice_is_linked_once(stores: Stores) -> None:
    sam = stores.people.add(person())
    assert stores.entries.save(replace(entry(), people=(sam.id, sam.id))).people == (sam.id,)


def test_a_summary_has_the_beginning_of_the_text_in_one_line(stores: Stores) -> None:
    short = stores.entries.save(entry("One\n\n  two\tthree"))
    long = stores.entries.save(entry("word " * 1000))
    spaces = stores.entries.save(entry(" " * 5000 + "late"))
    summaries = {s.id: s.excerpt for s in stores.entries.newest(5)}
    assert summaries[short.id] == "One two three"
    assert summaries[long.id].endswith("word…")
    assert len(summaries[long.id]) <= 201
    assert summaries[spaces.id] == "…"


def test_entries_of_a_unit_are_found_by_the_prompt_they_began_from(stores: Stores) -> None:
    first, second = served(), served()
    kept = [
        stores.entries.save(replace(entry(day=day), prompt=prompt))
        for day, prompt in [(DAY, first), (DAY + timedelta(1), second), (DAY, None), (DAY, served("other"))]
    ]
    assert [s.id for s in stores.entries.for_unit("causes-early-years", 10)] == [kept[1].id, kept[0].id]
    assert [s.unit for s in stores.entries.for_unit("causes-early-years", 1)] == ["causes-early-years"]
    stores.entries.delete(kept[1].id)
    assert [s.id for s in stores.entries.for_unit("causes-early-years", 10)] == [kept[0].id]


def test_an_entry_shows_what_became_of_its_prompt_since(stores: Stores) -> None:
    kept = stores.entries.save(replace(entry(), prompt=served()))
    assert kept.prompt is not None
    stores.prompts.set_outcome(kept.prompt.id, Outcome.WRITTEN)
    again = stores.entries.get(kept.id)
    assert again is not None
    assert again.prompt == replace(kept.prompt, outcome=Outcome.WRITTEN)
    assert stores.entries.save(kept) == again


def test_marks_on_the_timeline_have_day_and_words(stores: Stores) -> None:
    kept = [
        stores.entries.save(entry("three whole words", day=DAY + timedelta(n), at=time(23, 59, 59))) for n in range(4)
    ]
    marks = stores.entries.writing_marks(DAY + timedelta(1), DAY + timedelta(2))
    assert [mark.entry for mark in marks] == [kept[1].id, kept[2].id]
    assert [mark.words for mark in marks] == [3, 3]
    assert marks[0].moment == kept[1].moment
    plan = stores.db.rows("EXPLAIN QUERY PLAN SELECT id, words FROM entry WHERE position BETWEEN 1 AND 2")
    assert "COVERING INDEX entry_marks" in plan[0][3]


def test_the_first_and_last_day_there_is_can_be_used(stores: Stores) -> None:
    far = [
        stores.entries.save(
            replace(
                entry(), moment=Moment(day, time(12), "UTC", datetime(day.year, day.month, day.day, 12, tzinfo=UTC))
            )
        )
        for day in (date.min, date.max)
    ]
    assert [s.id for s in stores.entries.newest(3)] == [far[1].id, far[0].id]
    assert len(stores.entries.writing_marks(date.min, date.max)) == 2


def test_a_title_and_a_text_may_be_so_long_and_no_longer(stores: Stores) -> None:
    longest = stores.entries.save(entry("x", title="t" * LONGEST_TITLE))
    assert stores.entries.get(longest.id) == longest
    for too_long in (entry(title="t" * (LONGEST_TITLE + 1)), entry("x" * (LONGEST_TEXT + 1))):
        with pytest.raises(TooLongError):
            stores.entries.save(too_long)
        assert stores.entries.get(too_long.id) is None


def test_an_entry_of_five_megabytes_is_kept_and_found(stores: Stores, reopen: Callable[[], Stores]) -> None:
    kept = stores.entries.save(entry("needle " + "many words here " * 330_000 + " haystack"))
    assert len(kept.text) > 5_000_000
    stores.db.close()
    again = reopen()
    assert again.entries.get(kept.id) == kept
    assert [hit.summary.id for hit in again.search.find("haystack", 5)] == [kept.id]
    assert again.search.find("needle", 5)[0].snippet[0].text == "needle"
    assert again.db.problems() == ()


def test_the_hash_of_every_kept_entry_fits(stores: Stores) -> None:
    for n in range(5):
        stores.entries.save(replace(entry(f"text {n}"), tags=("a", "b"), prompt=served()))
    assert Records(stores.db).altered(ENTRY) == ()


def test_entries_are_kept_whole_or_not_at_all(stores: Stores, monkeypatch: pytest.MonkeyPatch) -> None:
    kept = stores.entries.save(entry("one"))

    def fail(*_: object) -> None:
        raise ZeroDivisionError

    monkeypatch.setattr(stores.search, "put", fail)
    with pytest.raises(ZeroDivisionError):
        stores.entries.save(replace(kept, text="two"))
    with pytest.raises(ZeroDivisionError):
        stores.entries.save(Entry(EntryId(uuid4()), moment(), "new", "new"))
    assert stores.entries.get(kept.id) == kept
    assert stores.entries.count() == 1
    assert len(stores.search.find("one", 5)) == 1
