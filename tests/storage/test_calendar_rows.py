"""How many entries each day has, whatever happens to entries; and the entries from a day on."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from datetime import date, time

from tests.storage.conftest import Stores, entry
from trustjournal.domain.moment import Moment
from trustjournal.domain.written_days import WrittenDays
from trustjournal.storage.calendar_rows import summaries_from, written_days

FIRST, SECOND = date(2026, 3, 10), date(2024, 2, 29)


def on(day: date, hour: int = 9) -> Moment:
    return Moment.on_the_wall(day, time(hour), "Europe/Rome")


def counted(stores: Stores) -> WrittenDays:
    days = Counter(row[0] for row in stores.db.rows("SELECT day FROM entry WHERE deleted_at IS NULL"))
    return WrittenDays((date.fromisoformat(day), count) for day, count in sorted(days.items(), reverse=True))


def test_the_days_are_right_after_writing_moving_deleting_and_bringing_back(stores: Stores) -> None:
    assert written_days(stores.db) == WrittenDays()
    one = stores.entries.save(replace(entry(text="one"), moment=on(FIRST)))
    two = stores.entries.save(replace(entry(text="two"), moment=on(FIRST, 10)))
    assert list(written_days(stores.db)) == [(FIRST, 2)]
    two = stores.entries.save(replace(two, moment=on(SECOND)))
    assert list(written_days(stores.db)) == [(FIRST, 1), (SECOND, 1)]
    stores.entries.save(replace(two, text="two, and more"))
    stores.entries.delete(one.id)
    assert list(written_days(stores.db)) == [(SECOND, 1)]
    stores.entries.undo_delete(one.id)
    assert written_days(stores.db) == counted(stores) == WrittenDays([(FIRST, 1), (SECOND, 1)])


def test_what_did_not_happen_is_not_counted(stores: Stores) -> None:
    class ChangedMindError(Exception):
        pass

    try:
        with stores.db.transaction():
            stores.entries.save(replace(entry(text="one"), moment=on(FIRST)))
            raise ChangedMindError
    except ChangedMindError:
        pass
    assert written_days(stores.db) == WrittenDays()


def test_entries_from_a_day_on_begin_with_its_newest_one(stores: Stores) -> None:
    with stores.db.transaction():
        for day in (FIRST, SECOND):
            for hour in (8, 9, 10):
                stores.entries.save(replace(entry(title=f"{day:%m} {hour}", text="t"), moment=on(day, hour)))
    assert [one.title for one in summaries_from(stores.db, FIRST, 2, 2)] == ["03 8", "02 10"]
    assert [one.title for one in summaries_from(stores.db, SECOND, 0, 9)] == ["02 10", "02 9", "02 8"]
    assert [one.title for one in summaries_from(stores.db, date(2025, 1, 1), 0, 1)] == ["02 10"]
