"""The first fifty hits with their snippets, newest first, in journals of ten and a hundred thousand entries.

Words alone, and with the filters of a query; then the same texts searched as others do (`benchmarks.peers`).
"""

from __future__ import annotations

import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from pathlib import Path

from benchmarks import peers
from benchmarks.dressed import add_people, check_in, dress
from benchmarks.journals import COMMON, JAPANESE, LAST_DAY, RARE, encrypted, fill, new_journal
from benchmarks.measure import Row, timed
from trustjournal.domain.query import Node, parse_query
from trustjournal.storage.database import Database
from trustjournal.storage.search_index import SearchIndex

RUNS = 60
SIZES = (10_000, 100_000)
WORDS = {
    "rare-word": RARE,
    "common-word": COMMON,
    "two-letter-prefix": "ba",
    "two-japanese": JAPANESE,
    "two-words": f"{COMMON} late",
    "phrase": f'"{COMMON} it was"',
    "either": f"{RARE} OR {COMMON}",
    "without": f"-{COMMON}",
}
FILTERED = {
    "tag-common": f"tag:work {COMMON}",
    "tag-seldom": f"tag:garden {COMMON}",
    "tag-long-ago": f'tag:"old job" {COMMON}',
    "tag-and-person": f"person:sam tag:work {COMMON}",
    "tags-alone": "tag:work person:sam",
    "starred": f"is:starred {COMMON}",
    "bad-days": f"mood:<0 {COMMON}",
    "worst-days": f"mood:<-3 {COMMON}",
    "trust": f"trust:sam<5 {COMMON}",
    "one-month": f"on:2020-03 {COMMON}",
    "before": f"before:2018 {COMMON}",
    "group": f"(tag:work OR person:sam) {COMMON} -tag:garden",
}
HARDEST = {"few-of-many": f"feeling:calm mood:>0 is:starred {COMMON}"}
"""Fewer than fifty entries among half of the journal: every hit of the word has to be tried."""


def rows() -> list[Row]:
    """Each query at each size, and how the larger journal's 95th percentile compares with the smaller one's."""
    found: dict[tuple[str, int], Row] = {}
    beside: list[Row] = []
    for size in SIZES:
        with _journal(size) as (db, index):
            for name, query in (WORDS | FILTERED).items():
                found[name, size] = _timed(index, name, query, size, aim="p95 ≤ 10 ms")
            beside += [_timed(index, name, query, size) for name, query in HARDEST.items()]
            beside.append(
                timed(f"search/count-{size}", partial(index.count, _tree(COMMON), 501), runs=RUNS, aim="said later")
            )
            beside += peers.rows(db, size, {"rare": RARE, "common": COMMON})
    small, large = SIZES
    ratios = [
        Row(
            f"search/{name}-p95-ratio",
            (found[name, large].p95 or 0) / (found[name, small].p95 or 1),
            unit="×",
            aim="≤ 2",
        )
        for name in WORDS
    ]
    return [*found.values(), *beside, *ratios]


@contextmanager
def _journal(size: int) -> Iterator[tuple[Database, SearchIndex]]:
    with tempfile.TemporaryDirectory() as folder:
        keys = new_journal(Path(folder) / "Journal")
        with encrypted(keys) as (db, store):
            with db.transaction():
                people = add_people(db)
            fill(db, store, size, dress=dress(people, size))
            check_in(db, people)
        with encrypted(keys) as (db, _):
            yield db, SearchIndex(db)


def _tree(query: str) -> Node:
    tree = parse_query(query, LAST_DAY).tree
    assert tree is not None
    return tree


def _timed(index: SearchIndex, name: str, query: str, size: int, *, aim: str = "") -> Row:
    tree = _tree(query)
    assert index.find_query(tree, 50), (name, size)
    return timed(f"search/{name}-{size}", partial(index.find_query, tree, 50), runs=RUNS, aim=aim)
