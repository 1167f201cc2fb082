"""What a line of Markdown is, read as an editor reads it: alone, with the fence that is open before it."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from trustjournal.domain.markup import (
    LONGEST_STYLED,
    NO_FENCE,
    Checkbox,
    Line,
    LineKind,
    Link,
    Style,
    read_line,
)

STYLES = {"strong": Style.BOLD, "em": Style.ITALIC}


def pieces(text: str, style: Style) -> list[str]:
    """The words of a line that have a style."""
    return [text[start:end] for one, start, end in read_line(text).spans if one is style]


def test_words_without_signs_are_words() -> None:
    assert read_line("Asked Sam for the day off – 70 %.") == Line()


@pytest.mark.parametrize(
    ("text", "style", "words"),
    [
        ("took **eleven seconds** flat", Style.BOLD, ["eleven seconds"]),
        ("how __certain__ it felt", Style.BOLD, ["certain"]),
        ("how *certain* it felt", Style.ITALIC, ["certain"]),
        ("how _certain_ it felt", Style.ITALIC, ["certain"]),
        ("~~not so~~", Style.STRIKE, ["not so"]),
        ("~~~not so~~~ ~nor~", Style.STRIKE, []),
        ("~~a **b~~ c**", Style.STRIKE, ["a **b"]),
        ("a `**b**` c", Style.CODE, ["**b**"]),
        ("``a ` b``", Style.CODE, ["a ` b"]),
        ("a `b c", Style.CODE, []),
        ("a `**b**` c", Style.BOLD, []),
        ("2 * 3 * 4", Style.ITALIC, []),
        ("file_name_with_lines", Style.ITALIC, []),
        (r"\*not this\*", Style.ITALIC, []),
        ("**open", Style.BOLD, []),
        ("日本 **強調** 語", Style.BOLD, ["強調"]),
        ("😀 **two 😀** 😀", Style.BOLD, ["two 😀"]),
        ("שלום **עולם**", Style.BOLD, ["עולם"]),
    ],
)
def test_words_between_signs_have_a_style(text: str, style: Style, words: list[str]) -> None:
    assert pieces(text, style) == words


def test_signs_are_told_from_words() -> None:
    assert sorted(pieces("## A **b** `c`", Style.MARKER)) == ["## ", "**", "**", "`", "`"]


@pytest.mark.parametrize("level", range(1, 7))
def test_a_heading_has_a_level(level: int) -> None:
    line = read_line("#" * level + " What I take from it")
    assert (line.kind, line.level) == (LineKind.HEADING, level)


@pytest.mark.parametrize("text", ["#tag", "####### seven", "a # b"])
def test_not_every_number_sign_makes_a_heading(text: str) -> None:
    assert read_line(text).kind is LineKind.TEXT


@pytest.mark.parametrize("text", ["- ask earlier", "* a", "+ a", "1. a", "12) a", "  - a", "\t- a", "-"])
def test_items_of_lists(text: str) -> None:
    assert read_line(text).kind is LineKind.ITEM


@pytest.mark.parametrize("text", ["-ask", "– en dash", "1.5 km", "2026.x"])
def test_what_only_looks_like_an_item(text: str) -> None:
    assert read_line(text).kind is LineKind.TEXT


@pytest.mark.parametrize(
    ("text", "checkbox"),
    [
        ("- [ ] call", Checkbox(2, 5, is_ticked=False)),
        ("- [x] call", Checkbox(2, 5, is_ticked=True)),
        ("  1. [X] call", Checkbox(5, 8, is_ticked=True)),
        ("> - [ ] call", Checkbox(4, 7, is_ticked=False)),
        ("[ ] call", None),
        ("- [] call", None),
        ("- [ ](there)", None),
    ],
)
def test_tasks(text: str, checkbox: Checkbox | None) -> None:
    assert read_line(text).checkbox == checkbox


def test_the_words_of_a_ticked_task_are_done() -> None:
    assert pieces("- [x] swap", Style.DONE) == [" swap"]
    assert pieces("- [ ] swap", Style.DONE) == []


@pytest.mark.parametrize("text", ["> said", ">said", "   > said", "> > twice"])
def test_quotes(text: str) -> None:
    assert read_line(text).is_quote


def test_a_quote_may_hold_what_a_line_may() -> None:
    line = read_line("> ## A *b*")
    assert (line.is_quote, line.kind, line.level) == (True, LineKind.HEADING, 2)
    assert pieces("> ## A *b*", Style.ITALIC) == ["b"]


@pytest.mark.parametrize("text", ["---", "***", "___", "- - -", "  ----------  "])
def test_rules(text: str) -> None:
    assert read_line(text).kind is LineKind.RULE


@pytest.mark.parametrize(
    ("text", "links"),
    [
        ("see [the words](https://a.b/c_d) there", [Link(4, 32, "https://a.b/c_d")]),
        ("[a](<b c>)", [Link(0, 10, "b c")]),
        ("[a](b(c)d)", [Link(0, 10, "b(c)d")]),
        ('[a](b "title")', [Link(0, 14, "b")]),
        ("see https://a.b/c, and", [Link(4, 17, "https://a.b/c")]),
        ("<https://a.b>", [Link(0, 13, "https://a.b")]),
        ("<mailto:a@b.c>", [Link(0, 14, "mailto:a@b.c")]),
        ("[a] (b)", []),
        ("a [b", []),
    ],
)
def test_links(text: str, links: list[Link]) -> None:
    assert list(read_line(text).links) == links


def test_words_of_a_link_may_be_bold() -> None:
    assert pieces("[a **b**](c)", Style.BOLD) == ["b"]
    assert pieces("[a **b**](c)", Style.LINK) == ["a **b**"]


def test_a_line_that_is_only_a_picture_of_the_journal_is_one() -> None:
    picture_id = "0123456789abcdef" * 2
    line = read_line(f" ![the lake](tj:{picture_id}) ")
    assert (line.kind, line.picture) == (LineKind.PICTURE, picture_id)


@pytest.mark.parametrize(
    "text",
    [
        "![a](https://example.org/a.png)",
        "![a](file:///etc/hostname)",
        "![a](tj:0123)",
        f"![a](tj:{'F' * 32})",
        f"words ![a](tj:{'0' * 32})",
        f"![a](tj:{'0' * 32}) words",
        f"![a](tj:{'0' * 32}",
    ],
)
def test_nothing_else_is_a_picture(text: str) -> None:
    assert read_line(text).picture == ""


def read_all(lines: list[str]) -> list[LineKind]:
    """What lines are, one after the other."""
    kinds, fence = [], NO_FENCE
    for text in lines:
        line = read_line(text, fence)
        fence = line.fence
        kinds.append(line.kind)
    return kinds


@pytest.mark.parametrize(
    ("lines", "kinds"),
    [
        (["```py", "# x", "```", "# x"], "FENCE CODE FENCE HEADING"),
        (["~~~", "```", "~~~", "a"], "FENCE CODE FENCE TEXT"),
        (["````", "```", "`````", "a"], "FENCE CODE FENCE TEXT"),
        (["```", "``` no end", "- a"], "FENCE CODE CODE"),
        (["``` a ` b", "a"], "TEXT TEXT"),
        (["``", "- a"], "TEXT ITEM"),
    ],
)
def test_code_runs_from_fence_to_fence(lines: list[str], kinds: str) -> None:
    assert [kind.name for kind in read_all(lines)] == kinds.split()


def test_in_fenced_code_nothing_else_is_read() -> None:
    assert [span.style for span in read_line("**a**", fence=3).spans] == [Style.CODE]


@pytest.mark.parametrize("text", ["*a _b *c ", "~~a ", "*a**", "` `` ", "[x](a(b)", "_ ", "- ", "> ", "[", "<http://"])
def test_a_line_of_nothing_but_signs_is_read(text: str) -> None:
    many = text * (LONGEST_STYLED // len(text))
    assert len(read_line(many).spans) < 3 * len(many)


def test_in_a_line_longer_than_anybody_writes_nothing_is_looked_for() -> None:
    assert read_line("**a** " * LONGEST_STYLED) == Line()


def dressed(text: str) -> list[tuple[str, frozenset[Style]]]:
    """The characters of a line that are no markup, each with its styles."""
    spans = read_line(text).spans
    markup = {at for style, start, end in spans if style is Style.MARKER for at in range(start, end)}
    wanted = frozenset(STYLES.values())
    return [
        (text[at], frozenset(style for style, start, end in spans if style in wanted and start <= at < end))
        for at in range(len(text))
        if at not in markup
    ]


def rendered(text: str) -> list[tuple[str, frozenset[Style]]]:
    """The same as a whole Markdown reader has it."""
    characters: list[tuple[str, frozenset[Style]]] = []
    styles: list[Style] = []
    for token in MarkdownIt("commonmark").parseInline(text)[0].children or ():
        name, _, step = token.type.rpartition("_")
        if step == "open":
            styles.append(STYLES[name])
        elif step == "close":
            styles.pop()
        else:
            characters += [(one, frozenset(styles)) for one in token.content]
    return characters


@given(st.lists(st.sampled_from(["*", "**", "***", "_", "__", "a", "b", " ", ".", "é"]), max_size=14).map("".join))
def test_pairs_of_signs_are_found_as_a_whole_reader_finds_them(text: str) -> None:
    text = f"x{text}x"
    assert dressed(text) == rendered(text)
