"""Search: any text is a query, accents and scripts do not matter, newest first."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.storage.conftest import Stores, entry, moment
from trustjournal.domain.entry import TextRun


def finds(stores: Stores, query: str) -> bool:
    return bool(stores.search.find(query, 5))


def marked(runs: tuple[TextRun, ...]) -> str:
    return "".join(f"[{run.text}]" if run.is_hit else run.text for run in runs)


@pytest.mark.parametrize(
    ("text", "query"),
    [
        ("Über das Café in Łódź", "uber"), ("Über das Café in Łódź", "CAFÉ"), ("Über das Café in Łódź", "lodz"),
        ("decomposed cafe\u0301", "café"), ("composed caf\u00e9", "cafe\u0301"), ("Straße", "strasse"),
        ("STRASSE", "straße"), ("İstanbul ve ısı", "istanbul"), ("Smørrebrød", "smorrebrod"), ("naïve", "naive"),
        ("Việt Nam", "viet"), ("Ελλάδα", "ελλαδα"), ("ΣΟΦΟΣ", "σοφος"), ("ёлка", "елка"), ("ﬁnally", "finally"),
        ("ｆｕｌｌｗｉｄｔｈ", "fullwidth"), ("trust", "tr"), ("trust", "t"), ("trusting", "trust"),
        ("relationship", "relat"),
        ("don't worry", "don't"), ("don’t worry", "don't"), ("don't worry", "don"), ("well-known", "well-known"),
        ("well-known", "known"), ("a.b@example.org", "example"), ("C++ and 3.14", "3.14"), ("snake_case", "case"),
        ("東京都に行った", "東京"), ("東京都に行った", "京都"), ("東京都に行った", "行"),
        ("東京都に行った", "東京都に行った"),
        ("がっこう", "がっ"), ("ガッコウ", "ガッコウ"), ("ｶﾞｯｺｳ", "ガッコウ"), ("信頼している", "信頼"),
        ("北京大学", "京大"),
        ("친구를 믿는다", "친구"), ("친구를 믿는다", "믿는"), ("ฉันเชื่อใจเขา", "เชื่อ"), ("हिन्दी में लिखा", "हिन्दी"),
        ("שָׁלוֹם לכולם", "שלום"), ("שלום", "שָׁלוֹם"), ("كِتَاب جديد", "كتاب"), ("أحمد", "احمد"), ("مـــرحبا", "مرحبا"),
        ("so happy 😀 today", "😀"), ("family 👩‍👧 day", "👧"), ("thumbs 👍🏽", "👍"), ("heart ❤️", "❤"),
        ("flag 🇮🇹", "🇮🇹"),
        ("shaking \U0001fae8 head", "\U0001fae8"), ("zero\u200bwidth", "width"), ("soft\u00adhyphen", "softhyphen"),
        ("first second third", "third first"), ("first second third", "FIRST sec"), ("x" * 300, "x" * 300),
        ("x" * 300, "x" * 200), ("line one\nline two", "one line"), ("NEAR OR NOT AND", "near or not and"),
        ('she said "never again"', '"never again"'), ("100 % sure; really?", "sure; really?"), ("a*b", "a*b"),
        ("title^2", "title:title^2"),
    ],
)  # fmt: skip
def test_it_finds(stores: Stores, text: str, query: str) -> None:
    stores.entries.save(entry(text if "title:" not in query else "title title 2"))
    assert finds(stores, query)
    hit = stores.search.find(query, 5)[0]
    assert (
        "".join(run.text for run in hit.snippet).replace("…", "").strip() in " ".join(text.split()) or "title" in text
    )


@pytest.mark.parametrize(
    ("text", "query"),
    [
        ("か", "が"), ("東京", "京東"), ("東 と 京", "東京"), ("hat", "hut"), ("trust", "rust"),
        ("trust me", "me tru x"),
        ("untrusting", "trust"), ("first word", "fir word"), ("ab", "a b"), ("शिकायत", "शेकायत"), ("日本", "本日"),
        ("plain", "!!!"), ("plain", ""), ("plain", "   "), ("plain", "*"), ("plain", '"'),
    ],
)  # fmt: skip
def test_it_does_not_find(stores: Stores, text: str, query: str) -> None:
    stores.entries.save(entry(text))
    assert not finds(stores, query)


@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.text(max_size=60))
def test_any_text_is_a_valid_query_and_finds_itself(stores: Stores, text: str) -> None:
    stores.entries.save(entry(f"before {text} after"))
    found = stores.search.find(text, 1000)
    assert bool(found) == any(stores.search._shadows.tokens(text))


@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.text(alphabet="\"'()*:^-+{}[] ANDORNTEear\u0000\ud83d%_\\", max_size=40))
def test_signs_that_mean_something_to_the_database_are_only_text(stores: Stores, query: str) -> None:
    stores.search.find(query, 5)


def test_words_of_title_and_text_are_found_together_but_no_phrase_runs_over_the_edge(stores: Stores) -> None:
    stores.entries.save(entry("京 words", title="title 東"))
    assert finds(stores, "title words")
    assert not finds(stores, "東京")


def test_hits_come_newest_first_and_in_pages(stores: Stores) -> None:
    days = [date(2020, 1, 1) + timedelta(days=n * 37 % 100) for n in range(100)]
    for day in days:
        stores.entries.save(entry("the same word in each", day=day))
    pages = []
    before = None
    while page := stores.search.find("wor", 30, before):
        pages.append(page)
        before = page[-1].summary.position
    assert [len(page) for page in pages] == [30, 30, 30, 10]
    found = [hit.summary.moment.day for page in pages for hit in page]
    assert found == sorted(days, reverse=True)


def test_a_prefix_with_many_endings_finds_them_all_in_order(stores: Stores) -> None:
    for n in range(100):
        stores.entries.save(entry(f"prefix{n:03}", day=date(2020, 1, 1) + timedelta(days=n * 37 % 100)))
    for query in ("p", "pr", "pre", "pref", "prefix"):
        days = [hit.summary.moment.day for hit in stores.search.find(query, 200)]
        assert len(days) == 100
        assert days == sorted(days, reverse=True)
    assert len(stores.search.find("prefix04", 200)) == 10


def test_what_was_changed_or_deleted_is_found_as_it_is_now(stores: Stores) -> None:
    kept = stores.entries.save(entry("first words", title="heading"))
    kept = stores.entries.save(replace(kept, text="second words"))
    assert (finds(stores, "first"), finds(stores, "second")) == (False, True)
    kept = stores.entries.save(replace(kept, moment=moment(date(2001, 1, 1)), title="headline"))
    assert (finds(stores, "heading"), finds(stores, "headline"), finds(stores, "second")) == (False, True, True)
    assert len(stores.search.find("words", 10)) == 1
    stores.entries.delete(kept.id)
    assert not finds(stores, "words")


@pytest.mark.parametrize(
    ("text", "query", "snippet"),
    [
        ("I met Ärger and argue", "arg", "I met [Ärger] and [argue]"),
        ("cafe\u0301s and CAFÉ", "café", "[cafe\u0301s] and [CAFÉ]"),
        ("un cafe\u0301, ou deux", "cafe ou", "un [cafe\u0301], [ou] deux"),
        ("東京都に行った", "京都", "東[京都]に行った"),
        ("one\n\ntwo   three", "two", "one [two] three"),
        ("Straße nach Süden", "strasse nach", "[Straße] [nach] Süden"),
        ("don’t say don’t", "don't", "[don’t] say [don’t]"),
        ("👍🏽 yes", "👍", "[👍]🏽 yes"),
        ("ﬁne dining", "fine", "[ﬁne] dining"),
        ("שָׁלוֹם לכולם", "שלום", "[שָׁלוֹם] לכולם"),
        ("word words wording", "word x", None),
        ("the cat sat", "the cat", "[the] [cat] sat"),
        ("theme the", "the theme", "[theme] [the]"),
    ],
)
def test_hits_are_marked_in_the_words_as_they_were_written(
    stores: Stores, text: str, query: str, snippet: str | None
) -> None:
    stores.entries.save(entry(text, title=text))
    hits = stores.search.find(query, 1)
    if snippet is None:
        assert not hits
        return
    assert marked(hits[0].snippet) == snippet
    if "\n" not in text:
        assert marked(hits[0].title) == snippet


@pytest.mark.parametrize("filler", ["lorem ipsum dolor ", "été à Łódź ", "日本語の文章。", "e\u0301te\u0301 "])
@pytest.mark.parametrize("repeats", [0, 3, 30, 500])
def test_the_snippet_shows_the_first_hit_wherever_it_stands(stores: Stores, filler: str, repeats: int) -> None:
    stores.entries.save(entry(filler * repeats + " needle " + filler * repeats))
    snippet = marked(stores.search.find("needle", 1)[0].snippet)
    assert "[needle]" in snippet
    assert snippet.startswith("…") == (len(filler) * repeats > 48)
    assert len(snippet) < 260


def test_a_hit_in_the_title_alone_shows_the_beginning_of_the_text(stores: Stores) -> None:
    stores.entries.save(entry("A long text. " * 100, title="Needle"))
    hit = stores.search.find("needle", 1)[0]
    assert marked(hit.title) == "[Needle]"
    assert marked(hit.snippet).startswith("A long text.")


def test_a_very_long_title_is_shown_by_its_beginning(stores: Stores) -> None:
    stores.entries.save(entry(title="needle " * 1400))
    assert len("".join(run.text for run in stores.search.find("needle", 1)[0].title)) <= 301


def test_the_index_inside_the_file_is_encrypted(stores: Stores, folder: Path) -> None:
    stores.entries.save(entry("xylophonist " * 300))
    stores.search.find("xylo", 5)
    stores.db.close()
    assert not any(b"xylophonist" in path.read_bytes() for path in folder.iterdir())


def test_the_words_around_a_hit_show_no_address_of_a_photo(stores: Stores) -> None:
    stores.entries.save(entry(f"At the hall ![the big hall](tj:{'0a' * 16}) we met."))
    (hit,) = stores.search.find("met", 5)
    assert "".join(run.text for run in hit.snippet) == "At the hall the big hall we met."
