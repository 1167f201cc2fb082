"""What each part of a query finds, in a journal with people, tags, moods and ratings."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace
from datetime import date, time
from itertools import product

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.fakes.clock import FakeClock
from tests.fakes.journals import opened
from trustjournal.domain.guide import Guide
from trustjournal.domain.ids import PersonId
from trustjournal.domain.moment import Moment
from trustjournal.domain.mood import Mood
from trustjournal.domain.person import Role
from trustjournal.domain.query import ProblemKind
from trustjournal.services.journal import Journal
from trustjournal.services.vault import VaultService
from trustjournal.storage import search_finder

ZONE = "Europe/Rome"


@pytest.fixture(scope="module")
def told(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Journal]:
    """A journal with a few entries, each with something of its own."""
    from tests.conftest import MADE_UP_GUIDE
    from tests.fakes.journals import cheap_vaults
    from trustjournal.services.guide_reader import read_guide

    clock = FakeClock()
    vaults: VaultService = cheap_vaults(clock)
    guide: Guide = read_guide(MADE_UP_GUIDE, "en")
    journal = opened(
        vaults.create(tmp_path_factory.mktemp("told") / "J", "four plain test words"), clock=clock, guide=guide
    )
    sam, may = journal.people.add("Sam", Role.WORK), journal.people.add("Aunt May", Role.FAMILY)
    journal.people.add("Samira", Role.FRIEND)
    served = journal.prompting.serve(guide.parts[1].units[0].prompts[0])

    def write(title: str, text: str, day: date, **fields: object) -> None:
        entry = replace(journal.writing.blank(), title=title, text=text, **fields)  # type: ignore[arg-type]
        journal.writing.save(replace(entry, moment=Moment.on_the_wall(day, time(9, 0), ZONE)))

    def check_in(day: date, pleasantness: int, ratings: Mapping[PersonId, int]) -> None:
        clock.set(day, time(20, 0))
        journal.checking_in.save(Mood(pleasantness, 0), (), {who: (value, None) for who, value in ratings.items()})

    write("door", "Rain at the old door.", date(2025, 1, 5), people=(sam.id,), tags=("Work",))
    write("quay", "We walked by the sea. Rain later.", date(2025, 2, 10), people=(may.id,), tags=("home", "Sea side"))
    write("radio", "The café was closed; no rain.", date(2025, 11, 20), feelings=("on edge", "calm"), is_starred=True)
    write("wind", "A storm at sea.", date(2026, 3, 9), is_draft=True, tags=("work",), people=(sam.id, may.id))
    moment = Moment.on_the_wall(date(2026, 3, 10), time(8, 0), ZONE)
    journal.writing.save(
        replace(
            journal.writing.blank(served), title="part", text="Begun from a prompt.", is_for_therapy=True, moment=moment
        )
    )
    check_in(date(2025, 1, 5), -3, {sam.id: 3, may.id: 9})
    check_in(date(2025, 2, 10), 2, {sam.id: 4, may.id: 8})
    check_in(date(2026, 3, 9), 0, {})
    clock.set(date(2026, 3, 10))
    yield journal
    journal.close()


def titles(journal: Journal, query: str) -> list[str]:
    return [hit.summary.title for hit in journal.finding.search(query)]


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ("rain", "radio quay door"), ("rain sea", "quay"), ('"rain later"', "quay"), ('"later rain"', ""),
        ("rain -sea", "radio door"), ("storm OR door", "wind door"), ("cafe", "radio"), ("-rain", "part wind"),
        ("-rain -storm", "part"), ("-(rain OR storm)", "part"), ("(rain sea) OR storm", "wind quay"),
        ("tag:work", "wind door"), ("tag:WORK", "wind door"), ("tag:wor", "wind door"), ("tag:side", "quay"),
        ('tag:"sea side"', "quay"), ("-tag:work", "part radio quay"), ("tag:work rain", "door"),
        ("tag:work OR rain", "wind radio quay door"), ("tag:nothing", ""), ("tag:work tag:home", ""),
        ("person:sam", "wind door"), ("person:sa", "wind door"), ('person:"aunt may"', "wind quay"),
        ("person:may", "wind quay"), ("person:sam person:may", "wind"), ("person:samira", ""),
        ("feeling:calm", "radio"), ('feeling:"on edge"', "radio"), ("feeling:edge", "radio"), ("feeling:sad", ""),
        ("is:starred", "radio"), ("is:draft", "wind"), ("is:therapy", "part"), ("-is:starred rain", "quay door"),
        ("has:photo", ""), ("has:file", ""), ("-has:photo", "part wind radio quay door"), ("-has:file storm", "wind"),
        ("mood:<0", "door"), ("mood:>0", "quay"), ("mood:>=0", "wind quay"), ("mood:0", "wind"), ("mood:<-3", ""),
        ("-mood:<0 rain", "radio quay"), ("mood:<0 rain", "door"), ("mood:<0 OR mood:>0", "quay door"),
        ("trust:<5", "door"), ("trust:>7", "quay"), ("trust:sam<5", "quay door"), ("trust:sam=3", "door"),
        ('trust:"aunt may">8', "door"), ("trust:sam", "quay door"), ("trust:sam<5 person:sam", "door"),
        ("trust:sam<5 rain sea", "quay"), ("trust:nobody<5", ""),
        ("before:2025-02-10", "door"), ("before:2025-02", "door"), ("before:2026", "radio quay door"),
        ("after:2025", "part wind"), ("after:2025-02-10", "part wind radio"), ("on:2025", "radio quay door"),
        ("on:2025-11", "radio"), ("on:2026-03-09", "wind"), ("on:today", "part"), ("on:yesterday", "wind"),
        ("on:last-year", "radio quay door"), ("-on:2025", "part wind"), ("before:2026 rain -tag:work", "radio quay"),
        ("part:wind", "part"), ("before:31-02 rain", "radio quay door"), ("perosn:sam rain", "radio quay door"),
        ("mood:abc storm", "wind"), ("", ""), ("perosn:sam", ""), ("tag:", ""), ("()", ""), ('"', ""),
    ],
)  # fmt: skip
def test_it_finds(told: Journal, query: str, found: str) -> None:
    assert titles(told, query) == found.split()
    assert told.finding.count_found(query, 501) == len(found.split())


@pytest.mark.parametrize(
    ("query", "kind", "suggestion"),
    [
        ("perosn:sam", ProblemKind.UNKNOWN_OPERATOR, "person:sam"),
        ("person:aunt-mey x", ProblemKind.UNKNOWN_NAME, 'person:"Aunt May"'),
        ("-tag:wrok x", ProblemKind.UNKNOWN_NAME, "-tag:Work"),
        ("feeling:clam", ProblemKind.UNKNOWN_NAME, "feeling:calm"),
        ("trust:sym<5", ProblemKind.UNKNOWN_NAME, "trust:Sam<5"),
        ("tag:qqqqqq", ProblemKind.UNKNOWN_NAME, None),
        ("before:31-02", ProblemKind.NO_DATE, "before:2026-02-28"),
    ],
)
def test_what_is_wrong_is_told_with_what_was_probably_meant(
    told: Journal, query: str, kind: ProblemKind, suggestion: str | None
) -> None:
    [remark] = told.finding.remarks(query)
    assert (remark.kind, remark.suggestion) == (kind, suggestion)


def test_a_part_is_found_by_its_number_its_name_or_a_unit(told: Journal) -> None:
    part = told.guide.parts[1]
    for name in (part.id, part.title, part.units[0].title, part.units[0].id):
        assert titles(told, f'part:"{name}"') == ["part"], name
    assert titles(told, f'part:"{told.guide.parts[0].title}"') == []


def test_pages_of_a_filtered_search_go_on_where_the_last_ended(told: Journal) -> None:
    first = told.finding.search("-has:photo", 2)
    rest = told.finding.search("-has:photo", 9, first[-1].summary.position)
    assert [hit.summary.title for hit in (*first, *rest)] == ["part", "wind", "radio", "quay", "door"]
    assert told.finding.count_found("-has:photo", 2) == 2


LEAVES = (
    "rain", "sea", "tag:work", "person:sam", "mood:<0", "trust:<5", "is:starred", "on:2025", "has:file", "part:wind",
    "trust:sam<5", "feeling:calm", "is:draft", "after:2025-02", "tag:nothing", "trust:nobody", '"rain later"',
)  # fmt: skip
QUERIES = st.recursive(
    st.sampled_from(LEAVES),
    lambda inner: st.one_of(
        inner.map(lambda one: f"-({one})"),
        st.lists(inner, min_size=2, max_size=3).map(lambda many: "(" + " ".join(many) + ")"),
        st.lists(inner, min_size=2, max_size=3).map(lambda many: "(" + " OR ".join(many) + ")"),
    ),
    max_leaves=10,
)


@pytest.fixture(params=["reads", "asks the index"])
def _way(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    """A journal this small is always read; a large one is not."""
    if request.param != "reads":
        monkeypatch.setattr(search_finder, "_FEW", -1)
    else:
        monkeypatch.setattr(search_finder, "_MANY_HITS", 0)


@pytest.mark.usefixtures("_way")
@given(first=QUERIES, second=QUERIES)
@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_queries_obey_the_laws_of_sets(told: Journal, first: str, second: str) -> None:
    """Whichever way a query is answered, it is answered rightly."""

    def found(query: str) -> set[str]:
        # A bare word may go on where it is the last one of a query, so none of these is.
        return set(titles(told, f"{query} -qqq"))

    everything = found("-has:photo")
    assert found(f"{first} {second}") == found(first) & found(second)
    assert found(f"{first} OR {second}") == found(first) | found(second)
    assert found(f"-({first})") == everything - found(first)


def test_a_query_of_many_alternatives_is_answered_all_the_same(told: Journal) -> None:
    query = " ".join(f"({a} OR {b})" for a, b in product(("tag:work", "is:starred", "rain"), ("sea", "person:sam")))
    assert set(titles(told, query)) == {"door", "quay", "wind"} & set(titles(told, query))
    assert titles(told, f"{query} -qqq") == titles(told, f"-(-({query})) -qqq")


@given(query=st.text(max_size=60))
@settings(max_examples=200, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_any_text_is_answered(told: Journal, query: str) -> None:
    told.finding.search(query)
    told.finding.count_found(query, 10)
    told.finding.remarks(query)
    told.finding.places(query, query, f"before {query} after")


def test_places_are_counted_as_windows_count(told: Journal) -> None:
    places = told.finding.places("cafe -rain sea", "😀 Café", "😀 the CAFÉ by the sea, 😀 sea rain")
    assert places.title == ((3, 7),)
    assert [_cut("😀 the CAFÉ by the sea, 😀 sea rain", *place) for place in places.text] == ["CAFÉ", "sea", "sea"]
    assert told.finding.places("tag:work", "tag work", "work").text == ()


def _cut(text: str, start: int, end: int) -> str:
    return text.encode("utf-16-le")[2 * start : 2 * end].decode("utf-16-le")


def test_names_that_can_be_completed_are_those_of_the_journal(told: Journal) -> None:
    names = told.finding.known_names()
    assert names.people == ("Sam", "Aunt May", "Samira")
    assert names.tags == ("home", "Sea side", "Work")
    assert names.feelings == ("calm", "on edge")


def test_changing_what_an_entry_has_changes_what_finds_it(journal: Journal) -> None:
    entry = journal.writing.save(
        replace(journal.writing.blank(), title="one", text="x", tags=("a",), feelings=("sad",))
    )
    assert titles(journal, "tag:a feeling:sad") == ["one"]
    entry = journal.writing.save(replace(entry, tags=("b",), feelings=(), is_starred=True))
    assert (titles(journal, "tag:a"), titles(journal, "feeling:sad")) == ([], [])
    assert titles(journal, "tag:b is:starred") == ["one"]
    journal.writing.delete(entry.id)
    assert titles(journal, "tag:b") == []
    assert titles(journal, "-has:photo") == []
    journal.writing.undo_delete(entry.id)
    assert titles(journal, "tag:b is:starred") == ["one"]
