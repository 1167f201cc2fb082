"""The first fifty hits with their snippets, newest entry first, in journals of ten and a hundred thousand entries."""

from __future__ import annotations

import tempfile
from functools import partial
from pathlib import Path

from benchmarks.journals import COMMON, JAPANESE, RARE, encrypted, fill, new_journal
from benchmarks.measure import Row, timed
from trustjournal.storage.search_index import SearchIndex

RUNS = 60
QUERIES = {"rare-word": RARE, "common-word": COMMON, "two-letter-prefix": "ba", "two-japanese": JAPANESE}
SIZES = (10_000, 100_000)


def rows() -> list[Row]:
    """Each query at each size, and how the larger journal's 95th percentile compares with the smaller one's."""
    found: dict[tuple[str, int], Row] = {}
    for size in SIZES:
        with tempfile.TemporaryDirectory() as folder:
            keys = new_journal(Path(folder) / "Journal")
            with encrypted(keys) as (db, store):
                fill(db, store, size)
            with encrypted(keys) as (db, _):
                index = SearchIndex(db)
                for name, query in QUERIES.items():
                    expected = 10 if name == "rare-word" else 50
                    assert len(index.find(query, 50)) == expected, (name, size)
                    found[name, size] = timed(
                        f"search/{name}-{size}", partial(index.find, query, 50), runs=RUNS, aim="p95 ≤ 10 ms"
                    )
    small, large = SIZES
    ratios = [
        Row(
            f"search/{name}-p95-ratio",
            (found[name, large].p95 or 0) / (found[name, small].p95 or 1),
            unit="×",
            aim="≤ 2",
        )
        for name in QUERIES
    ]
    return [*found.values(), *ratios]
