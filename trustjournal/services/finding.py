"""Finding entries again: newest first, by what is searched for, or by the guide unit they began from."""

from __future__ import annotations

from trustjournal.domain.clock import Clock, moment_now
from trustjournal.domain.entry import EntrySummary, SearchHit
from trustjournal.domain.found import KnownNames, Places
from trustjournal.domain.guide import Guide, Part
from trustjournal.domain.ids import EntryId
from trustjournal.domain.query import (
    Named,
    Operator,
    Problem,
    ProblemKind,
    Query,
    Term,
    TrustIs,
    parse_query,
    term_text,
)
from trustjournal.storage.entry_store import EntryStore
from trustjournal.storage.person_store import PersonStore
from trustjournal.storage.search_index import SearchIndex
from trustjournal.storage.search_names import PartNames


class FindingService:
    """Lists and searches; pages of a list go on `before` the position of the last one shown."""

    def __init__(self, entries: EntryStore, search: SearchIndex, people: PersonStore, *, clock: Clock) -> None:
        self._entries = entries
        self._search = search
        self._people = people
        self._clock = clock

    def newest(self, limit: int, before: int | None = None) -> tuple[EntrySummary, ...]:
        """The newest entries, by their date."""
        return self._entries.newest(limit, before)

    def count(self) -> int:
        """How many entries there are."""
        return self._entries.count()

    def search(self, query: str, limit: int = 50, before: int | None = None) -> tuple[SearchHit, ...]:
        """Entries a query is true for, newest first; any text is a query (`domain.query` says how it is read)."""
        tree = self._read(query).tree
        return () if tree is None else self._search.find_query(tree, limit, before)

    def count_found(self, query: str, most: int) -> int:
        """How many entries a query is true for, counted up to `most`."""
        tree = self._read(query).tree
        return 0 if tree is None else self._search.count(tree, most)

    def remarks(self, query: str) -> tuple[Problem, ...]:
        """What in a query was not understood or is not the name of anything, in the order of the text."""
        read = self._read(query)
        unknown = (problem for term in read.terms if (problem := self._unknown(read, term)) is not None)
        return tuple(sorted((*read.problems, *unknown), key=lambda problem: problem.start))

    def places(self, query: str, title: str, text: str) -> Places:
        """Where the words of a query stand in the title and the text of an entry."""
        tree = self._read(query).tree
        if tree is None:
            return Places()
        found = (_in_utf16(words, self._search.places(tree, words)) for words in (title, text))
        return Places(*found)

    def for_unit(self, unit: str, limit: int) -> tuple[EntrySummary, ...]:
        """The newest entries that began from a prompt of a unit."""
        return self._entries.for_unit(unit, limit)

    def tags(self) -> tuple[str, ...]:
        """Every tag in use."""
        return self._entries.tags()

    def known_names(self) -> KnownNames:
        """The names a query can use: people in the order they were added, the others by the alphabet."""
        people = tuple(person.name for person in self._people.all(archived=True))
        return KnownNames(people, self._entries.tags(), self._search.names.feelings())

    def summary(self, id_: EntryId) -> EntrySummary | None:
        """What lists show of one entry; None where it is deleted."""
        return self._entries.summary(id_)

    def _read(self, query: str) -> Query:
        return parse_query(query, moment_now(self._clock).day)

    def _unknown(self, read: Query, term: Term) -> Problem | None:
        condition = term.condition
        if not isinstance(condition, Named | TrustIs) or self._search.names.knows(condition):
            return None
        meant = self._search.names.nearest(condition)
        operator = condition.operator if isinstance(condition, Named) else Operator.TRUST
        renamed = None
        if meant is not None:
            as_meant = (
                Named(operator, meant)
                if isinstance(condition, Named)
                else TrustIs(meant, condition.comparison, condition.value)
            )
            renamed = ("-" if term.is_negated and read.text[term.start] == "-" else "") + term_text(as_meant)
        typed = read.text[term.start : term.end]
        return Problem(ProblemKind.UNKNOWN_NAME, term.start, term.end, operator, typed, renamed)


def part_names(guide: Guide) -> tuple[PartNames, ...]:
    """What the parts of a guide can be called by in a query: number, title, and the titles of their units."""
    return tuple(names for part in guide.named_parts for names in _names_of(part))


def _names_of(part: Part) -> tuple[PartNames, ...]:
    whole = tuple(unit.id for unit in part.units)
    names = (part.title, part.id) if part.number is None else (str(part.number), part.title, part.id)
    return (PartNames(names, whole), *(PartNames((unit.title, unit.id), (unit.id,)) for unit in part.units))


def _in_utf16(text: str, spans: tuple[tuple[int, int], ...]) -> tuple[tuple[int, int], ...]:
    """Places in characters as places in the units windows count in."""
    if text.isascii():
        return spans
    found = []
    done = units = 0
    for start, end in spans:
        units += _units(text[done:start])
        width = _units(text[start:end])
        found.append((units, units + width))
        units += width
        done = end
    return tuple(found)


def _units(text: str) -> int:
    return len(text.encode("utf-16-le", "surrogatepass")) // 2
