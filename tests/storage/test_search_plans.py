"""How a search is answered: from indexes, newest first, never by reading the texts of the journal."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest

from tests.storage.conftest import Stores, entry, person
from trustjournal.domain.query import parse_query
from trustjournal.storage.database import Parameters, Row
from trustjournal.storage.search_index import SearchIndex

QUERIES = (
    "rain", "rain -lagoon", "-rain", "rain OR lagoon", '"rain lagoon"', "tag:work", "tag:work rain", "tag:once rain",
    "tag:once -rain", "tag:work -rain", "-tag:work", "person:sam tag:work", "feeling:calm rain", "part:1",
    "mood:<0", "mood:<0 rain", "-mood:<0", "trust:<5", "trust:sam<5 rain", "-trust:<5", "before:2020 rain", "on:2020",
    "has:photo", "has:file", "-has:file rain", "is:starred rain", "is:draft", "is:therapy -rain",
    "tag:work OR rain", "(tag:work OR mood:<0) rain", "tag:work OR (person:sam -rain)",
)  # fmt: skip
SHORT_OR_INDEXED = (
    " VIRTUAL TABLE ", "COVERING INDEX ", "check_in_mood", "trust_rating_value", "attachment_file",
    "SCAN tag", "SCAN person", "SCAN found", "SCAN 2 CONSTANT ROWS", "SCAN CONSTANT ROW",
)  # fmt: skip
"""Indexes that hold all that is asked, the names there are, and lists made from an index."""
FOR_WHAT_IS_SHOWN = ("SELECT e.id, e.position", "SELECT position, n, CASE", "SELECT entry, ", "SELECT entry_tag.entry")
"""Statements that read the fifty entries that were found, by their positions and ids."""


def fill(stores: Stores) -> None:
    """A few entries: a plan does not depend on how many there are."""
    sam = stores.people.add(person("Sam"))
    for number in range(40):
        one = entry("rain" if number % 2 else "lagoon", day=date(2020, 1, 1) + timedelta(days=number))
        tags = ("work", "once") if number == 7 else ("work",)
        stores.entries.save(replace(one, tags=tags, people=(sam.id,), feelings=("calm",), is_starred=number % 3 == 0))


@pytest.mark.parametrize("query", QUERIES)
def test_no_search_goes_through_the_entries_themselves(
    stores: Stores, query: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    fill(stores)
    asked: list[tuple[str, Parameters]] = []
    rows = stores.db.rows

    def spy(sql: str, parameters: Parameters = ()) -> list[Row]:
        asked.append((sql, parameters))
        return rows(sql, parameters)

    monkeypatch.setattr(stores.db, "rows", spy)
    tree = parse_query(query, date(2026, 11, 25)).tree
    assert tree is not None
    SearchIndex(stores.db).find_query(tree, 50)
    assert asked
    for sql, parameters in asked:
        if sql.startswith("CREATE VIRTUAL TABLE"):
            continue
        assert not any(word in sql for word in ("rain", "lagoon", "'sam", "work", "once", "calm")), (
            "what was typed is bound"
        )
        for *_, step in rows(f"EXPLAIN QUERY PLAN {sql}", parameters):
            if sql.startswith(FOR_WHAT_IS_SHOWN):
                assert not step.startswith("SCAN"), (sql, step)
            elif step.startswith("SCAN"):
                is_listed = step == "SCAN w" and "(SELECT DISTINCT position" in sql
                assert is_listed or any(name in step for name in SHORT_OR_INDEXED), (sql, step)
            assert "USE TEMP B-TREE FOR ORDER BY" not in step or "attachment" in sql, (sql, step)


def test_the_texts_of_no_other_entries_are_read_than_of_those_found(
    stores: Stores, monkeypatch: pytest.MonkeyPatch
) -> None:
    fill(stores)
    read: list[str] = []
    rows = stores.db.rows

    def spy(sql: str, parameters: Parameters = ()) -> list[Row]:
        if "text" in sql.replace("search_text", ""):
            read.append(sql)
            assert len(parameters) == 1 + 5
        return rows(sql, parameters)

    monkeypatch.setattr(stores.db, "rows", spy)
    tree = parse_query("rain tag:work", date(2026, 11, 25)).tree
    assert tree is not None
    assert len(SearchIndex(stores.db).find_query(tree, 5)) == 5
    assert len(read) == 1
