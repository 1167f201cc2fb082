"""The query: any text is one, what is meant is understood, what is not is told, and printing it changes nothing."""

from __future__ import annotations

from datetime import date
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from trustjournal.domain.query import (
    All,
    Any,
    Comparison,
    InDays,
    Mark,
    Marked,
    MoodIs,
    Named,
    Node,
    Not,
    Operator,
    ProblemKind,
    TrustIs,
    Words,
    completion_at,
    parse_query,
    printed,
    quoted,
    term_text,
    with_term,
    without,
)
from trustjournal.domain.query.terms import PieceKind

TODAY = date(2026, 11, 25)  # a Wednesday

PARTS = st.sampled_from(
    ["tag:", "person:", "part:", "mood:", "trust:", "before:", "on:", "has:", "is:", "perosn:", "<0", ">=3",
     '"', "“", "(",
     ")", "-", " ", "OR", "AND", "2026-11", "31-02", "photo", "stared", "sam", "Aunt May",
     "信頼", "é", "\ud83d", ":", "yesterday"]
)  # fmt: skip
TEXTS = st.one_of(st.text(max_size=60), st.lists(PARTS, max_size=14).map("".join))


def tree(text: str) -> Node | None:
    return parse_query(text, TODAY).tree


def problems(text: str) -> list[tuple[ProblemKind, str | None]]:
    return [(problem.kind, problem.suggestion) for problem in parse_query(text, TODAY).problems]


def closed(node: Node | None) -> Node | None:
    """The same without the mark of what is still being typed."""
    match node:
        case Words():
            return Words(node.text, node.is_phrase)
        case Not():
            inner = closed(node.node)
            assert inner is not None
            return Not(inner)
        case All() | Any():
            return type(node)(tuple(part for one in node.nodes if (part := closed(one)) is not None))
        case _:
            return node


@given(TEXTS)
def test_every_text_is_read_and_its_pieces_make_it_up_again(text: str) -> None:
    query = parse_query(text, TODAY)
    assert "".join(text[piece.start : piece.end] for piece in query.pieces) == text
    places = [(term.start, term.end) for term in query.terms]
    assert places == sorted(places)
    assert all(first[1] <= second[0] for first, second in pairwise(places))
    assert all(problem.end <= len(text) for problem in query.problems)


@given(TEXTS)
def test_what_is_between_the_terms_joins_or_groups_them_or_is_told(text: str) -> None:
    query = parse_query(text, TODAY)
    covered = [(term.start, term.end) for term in query.terms] + [(one.start, one.end) for one in query.problems]
    for piece in query.pieces:
        if piece.kind in (PieceKind.WORD, PieceKind.PHRASE):
            assert any(start <= piece.start and piece.end <= end for start, end in covered)


@given(TEXTS)
def test_printing_and_reading_again_is_the_same_query(text: str) -> None:
    query = parse_query(text, TODAY)
    again = parse_query(printed(query), TODAY)
    assert closed(again.tree) == closed(query.tree)
    assert printed(again) == printed(query)


@given(TEXTS)
def test_any_term_can_be_taken_away(text: str) -> None:
    query = parse_query(text, TODAY)
    for term in query.terms:
        left = parse_query(without(query, term), TODAY)
        assert len(left.terms) < len(query.terms) or len(left.text) < len(text)


@given(TEXTS, st.sampled_from(["tag:work", 'person:"Aunt May"', "is:starred"]))
def test_a_term_that_is_added_is_there_whatever_was_there_before(text: str, term: str) -> None:
    added = parse_query(with_term(text, term), TODAY)
    assert term in {added.text[one.start : one.end].lstrip("-") for one in added.terms} or len(text) > 900


@given(st.text(max_size=30))
def test_a_name_in_quotation_marks_is_read_as_that_name(name: str) -> None:
    plain = quoted(name).strip('"')
    found = tree(f"tag:{quoted(name)} x")
    assert found == (All((Named(Operator.TAG, plain), Words("x", is_open=True))) if plain else Words("x", is_open=True))


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("rain", Words("rain", is_open=True)),
        ("rain at sea", All((Words("rain"), Words("at"), Words("sea", is_open=True)))),
        ('"at sea"', Words("at sea", is_phrase=True)),
        ("“at sea”", Words("at sea", is_phrase=True)),
        ('"at se', Words("at se", is_phrase=True, is_open=True)),
        ("tag:work", Named(Operator.TAG, "work")),
        ("TAG:Work", Named(Operator.TAG, "Work")),
        ('person:"Aunt May"', Named(Operator.PERSON, "Aunt May")),
        ("person:“Aunt May”", Named(Operator.PERSON, "Aunt May")),
        ("rai person:sam", All((Words("rai", is_open=True), Named(Operator.PERSON, "sam")))),
        ("-rain sea", All((Not(Words("rain")), Words("sea", is_open=True)))),
        ("-tag:work", Not(Named(Operator.TAG, "work"))),
        ("well-known - x", All((Words("well-known"), Words("-"), Words("x", is_open=True)))),
        ("--x", Words("--x", is_open=True)),
        (
            "a b OR c d",
            All((Words("a"), Any((Words("b"), Words("c"))), Words("d", is_open=True))),
        ),
        ("(a b) OR c", Any((All((Words("a"), Words("b"))), Words("c", is_open=True)))),
        ("-(a OR b)", Not(Any((Words("a"), Words("b"))))),
        ("a AND b", All((Words("a"), Words("b", is_open=True)))),
        ("OR a OR", Words("a", is_open=True)),
        ("a or b", All((Words("a"), Words("or"), Words("b", is_open=True)))),
        (":) word(s)", All((Words(":)"), Words("word(s)", is_open=True)))),
        ("mood:<0", MoodIs(Comparison.BELOW, 0)),
        ("mood:>=-2", MoodIs(Comparison.AT_LEAST, -2)),
        ("mood:≤−3", MoodIs(Comparison.AT_MOST, -3)),
        ("mood:4", MoodIs(Comparison.EXACTLY, 4)),
        ("trust:<5", TrustIs(None, Comparison.BELOW, 5)),
        ("trust:sam<5", TrustIs("sam", Comparison.BELOW, 5)),
        ('trust:"Aunt May">=7', TrustIs("Aunt May", Comparison.AT_LEAST, 7)),
        ("trust:sam", TrustIs("sam", None)),
        ("trust:10", TrustIs(None, Comparison.EXACTLY, 10)),
        ("has:photo", Marked(Mark.PHOTO)),
        ("has:files", Marked(Mark.FILE)),
        ("is:Starred", Marked(Mark.STARRED)),
        ("is:draft", Marked(Mark.DRAFT)),
        ("is:therapy", Marked(Mark.THERAPY)),
        ("", None),
        ("   ", None),
        ("()", None),
        ("http://example.org 3:15", All((Words("http://example.org"), Words("3:15", is_open=True)))),
    ],
)  # fmt: skip
def test_it_means(text: str, meant: Node | None) -> None:
    assert tree(text) == meant
    assert problems(text) == []


@pytest.mark.parametrize(
    ("typed", "first", "last"),
    [
        ("2026", date(2026, 1, 1), date(2026, 12, 31)),
        ("2026-02", date(2026, 2, 1), date(2026, 2, 28)),
        ("2026-2", date(2026, 2, 1), date(2026, 2, 28)),
        ("2026-11-22", date(2026, 11, 22), date(2026, 11, 22)),
        ("2026/11/22", date(2026, 11, 22), date(2026, 11, 22)),
        ("today", TODAY, TODAY),
        ("Yesterday", date(2026, 11, 24), date(2026, 11, 24)),
        ("last-week", date(2026, 11, 16), date(2026, 11, 22)),
        ('"last week"', date(2026, 11, 16), date(2026, 11, 22)),
        ("this-week", date(2026, 11, 23), date(2026, 11, 29)),
        ("last-month", date(2026, 10, 1), date(2026, 10, 31)),
        ("this-month", date(2026, 11, 1), date(2026, 11, 30)),
        ("last-year", date(2025, 1, 1), date(2025, 12, 31)),
        ("this-year", date(2026, 1, 1), date(2026, 12, 31)),
    ],
)
def test_days_can_be_said_in_several_ways(typed: str, first: date, last: date) -> None:
    [on], [before], [after] = (parse_query(f"{key}:{typed}", TODAY).terms for key in ("on", "before", "after"))
    assert isinstance(on.condition, InDays)
    assert isinstance(before.condition, InDays)
    assert isinstance(after.condition, InDays)
    assert (on.condition.first, on.condition.last) == (first, last)
    assert (before.condition.first, before.condition.last) == (None, date.fromordinal(first.toordinal() - 1))
    assert (after.condition.first, after.condition.last) == (date.fromordinal(last.toordinal() + 1), None)


@pytest.mark.parametrize(
    ("text", "kind", "suggestion"),
    [
        ("perosn:sam", ProblemKind.UNKNOWN_OPERATOR, "person:sam"),
        ("tga:walk", ProblemKind.UNKNOWN_OPERATOR, "tag:walk"),
        ('people:"Aunt May"', ProblemKind.UNKNOWN_OPERATOR, 'person:"Aunt May"'),
        ("tags:work", ProblemKind.UNKNOWN_OPERATOR, "tag:work"),
        ("befor:2026", ProblemKind.UNKNOWN_OPERATOR, "before:2026"),
        ("since:2026", ProblemKind.UNKNOWN_OPERATOR, "after:2026"),
        ("mood:abc", ProblemKind.NO_MOOD, None),
        ("mood:bad", ProblemKind.NO_MOOD, "mood:<0"),
        ("mood:anxous", ProblemKind.NO_MOOD, "feeling:anxious"),
        ("mood:<9", ProblemKind.NO_MOOD, "mood:<4"),
        ("trust:sam<20", ProblemKind.NO_TRUST, "trust:sam<10"),
        ("trust:sam<low", ProblemKind.NO_TRUST, None),
        ("before:31-02", ProblemKind.NO_DATE, "before:2026-02-28"),
        ("on:2026-02-31", ProblemKind.NO_DATE, "on:2026-02-28"),
        ("on:22-11-2026", ProblemKind.NO_DATE, "on:2026-11-22"),
        ("on:11/22/2026", ProblemKind.NO_DATE, "on:2026-11-22"),
        ("after:november", ProblemKind.NO_DATE, "after:2026-11"),
        ("after:dec", ProblemKind.NO_DATE, "after:2025-12"),
        ("after:yesteray", ProblemKind.NO_DATE, "after:yesterday"),
        ("after:0000", ProblemKind.NO_DATE, None),
        ("has:photoes", ProblemKind.UNKNOWN_VALUE, "has:photo"),
        ("has:picture", ProblemKind.UNKNOWN_VALUE, "has:photo"),
        ("is:stared", ProblemKind.UNKNOWN_VALUE, "is:starred"),
        ("is:photo", ProblemKind.UNKNOWN_VALUE, "has:photo"),
        ("is:xyzzy", ProblemKind.UNKNOWN_VALUE, None),
        ("tag: work", ProblemKind.NO_VALUE, None),
    ],
)
def test_what_is_not_understood_is_told_and_the_rest_still_means_something(
    text: str, kind: ProblemKind, suggestion: str | None
) -> None:
    assert problems(text) == [(kind, suggestion)]
    [problem] = parse_query(text, TODAY).problems
    assert text.startswith(problem.typed)
    found = parse_query(f"sea {text} rain", TODAY)
    assert found.problems
    assert All((Words("sea"), Words("rain", is_open=True))) == closed_but_last(found.tree)
    if suggestion is not None:
        assert problems(f"{suggestion} x") == []


def closed_but_last(node: Node | None) -> Node | None:
    """Without the word behind `tag: `, which is a word like any other."""
    if isinstance(node, All):
        kept = tuple(one for one in node.nodes if one != Words("work"))
        return All(kept) if len(kept) > 1 else kept[0]
    return node


@pytest.mark.parametrize(
    "text",
    ["tag:", "person:", "before:20", "before:2026-", "on:yest", "mood:<", "mood:-", "trust:sam<", "is:star", "has:"],
)  # fmt: skip
def test_what_is_still_being_typed_is_no_mistake(text: str) -> None:
    assert problems(text) == []


def test_a_chip_is_added_once_and_taken_away_with_its_or() -> None:
    assert with_term("", "tag:work") == "tag:work"
    assert with_term("rain ", "tag:work") == "rain tag:work"
    assert with_term("tag:work rain", "tag:work") == "tag:work rain"
    assert with_term('"at sea', "tag:work") == '"at sea" tag:work'
    query = parse_query("rain -tag:work OR tag:home (sea tag:x)", TODAY)
    texts = {query.text[term.start : term.end]: term for term in query.terms}
    assert without(query, texts["-tag:work"]) == "rain tag:home (sea tag:x)"
    assert without(query, texts["tag:home"]) == "rain -tag:work (sea tag:x)"
    assert without(query, texts["tag:x"]) == "rain -tag:work OR tag:home (sea)"
    assert texts["-tag:work"].is_negated
    assert not texts["tag:x"].is_negated


def test_a_name_is_completed_where_it_is_typed() -> None:
    text = "rain person:Au sea"
    found = completion_at(text, len("rain person:Au"))
    assert found is not None
    assert (found.operator, found.typed) == (Operator.PERSON, "Au")
    assert found.completed(text, '"Aunt May"') == ('rain person:"Aunt May" sea', len('rain person:"Aunt May" '))
    assert completion_at(text, 2) is None
    open_quote = completion_at('person:"Aunt M', 14)
    assert open_quote is not None
    assert open_quote.typed == "Aunt M"
    assert open_quote.completed('person:"Aunt M', '"Aunt May"') == ('person:"Aunt May" ', 18)


def test_only_the_beginning_of_a_very_long_text_is_read() -> None:
    query = parse_query("word " * 1000, TODAY)
    assert len(query.text) == 1000


def test_nothing_that_was_typed_shows_in_a_repr() -> None:
    query = parse_query('secret tag:hidden trust:"quiet name"<3 mood:sekrit on:2026', TODAY)
    shown = repr(query)
    assert not any(word in shown for word in ("secret", "hidden", "quiet", "sekrit", "2026-01"))


def test_every_operator_can_be_printed_and_read_again() -> None:
    for text in ("tag:a", "part:4", "feeling:calm", "mood:<0", "trust:<5", 'trust:"5"<5', "on:today", "has:file"):
        [term] = parse_query(text, TODAY).terms
        assert term_text(term.condition) == text
