"""Words are made bold, a link and so on, and plain again, with the caret where it was."""

from __future__ import annotations

import pytest

from tests.domain.passages import drawn, passage
from trustjournal.domain.markup import Style
from trustjournal.domain.markup_spans import Format
from trustjournal.domain.word_commands import toggle_link, toggle_words, words_have


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("took ‹eleven seconds›.", "took **‹eleven seconds›**."),
        ("took el|even seconds.", "took **el|even** seconds."),
        ("took eleven| seconds.", "took **eleven|** seconds."),
        ("took |", "took **|**"),
        ("took **|**", "took |"),
        ("took **eleven|**", "took **eleven**|"),  # the same key ends what it began
        ("took **el|even** seconds", "took el|even seconds"),
        ("took **‹eleven›** seconds", "took ‹eleven› seconds"),
        ("took ‹**eleven**› seconds", "took ‹eleven› seconds"),
        ("took **one ‹two› three**", "took **one** ‹two› **three**"),
        ("**one ‹two** three› four", "**one ‹two three›** four"),
        ("‹one **two** three›", "**‹one two three›**"),
        ("‹ padded › x", "‹ **padded** › x"),
        ("- [ ] ‹buy bread›", "- [ ] **‹buy bread›**"),
        ("‹- one\n- two›", "‹- **one**\n- **two›**"),
        ("‹- **one**\n- two›", "‹- **one**\n- **two›**"),
        ("‹- **one**\n- **two**›", "‹- one\n- two›"),
        ("‹one\n\ntwo›", "**‹one**\n\n**two›**"),
        ("> ‹said›", "> **‹said›**"),
        ("## ‹said›", "## **‹said›**"),
        ("‹---›", "‹---›"),
        ("- *‹both›*", "- ***‹both›***"),
        ("don’t| go", "**don’t|** go"),
        ("日|本", "**日|本**"),
        ("😀 wo|rd", "😀 **wo|rd**"),
    ],
)
def test_bold(before: str, after: str) -> None:
    assert drawn(toggle_words(passage(before), Format.BOLD)) == after


@pytest.mark.parametrize(
    ("wanted", "before", "after"),
    [
        (Format.ITALIC, "how ‹certain› it", "how *‹certain›* it"),
        (Format.ITALIC, "how _‹certain›_ it", "how ‹certain› it"),
        (Format.ITALIC, "***bo|th***", "**bo|th**"),
        (Format.BOLD, "***bo|th***", "*bo|th*"),
        (Format.ITALIC, "how *|* it", "how | it"),
        (Format.ITALIC, "**|**", "***|***"),
        (Format.STRIKE, "the ‹rota› look", "the ~~‹rota›~~ look"),
        (Format.STRIKE, "the ~~ro|ta~~ look", "the ro|ta look"),
        (Format.CODE, "run ‹this›", "run `‹this›`"),
        (Format.CODE, "run ‹a`b›", "run ``‹a`b›``"),
        (Format.CODE, "run ``a`|b``", "run a`|b"),
    ],
)
def test_italic_struck_out_and_code(wanted: Format, before: str, after: str) -> None:
    assert drawn(toggle_words(passage(before), wanted)) == after


@pytest.mark.parametrize("wanted", [Format.BOLD, Format.ITALIC, Format.STRIKE, Format.CODE])
@pytest.mark.parametrize("words", ["‹word›", "a ‹word› b", "- ‹word›\n", "> ‹one\n> two›", "😀‹a b›"])
def test_twice_is_as_before(wanted: Format, words: str) -> None:
    once = toggle_words(passage(words), wanted)
    assert once.text != passage(words).text
    assert toggle_words(once, wanted).text == passage(words).text


def test_in_fenced_code_signs_mean_nothing_and_none_are_written() -> None:
    for wanted in (Format.BOLD, Format.CODE):
        assert drawn(toggle_words(passage("‹let x›", fence=3), wanted)) == "‹let x›"
        assert drawn(toggle_words(passage("le|t", fence=3), wanted)) == "le|t"


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("see ‹this page› now", "see [this page](|) now"),
        ("see pa|ge now", "see [page](|) now"),
        ("see |", "see [|]()"),
        ("‹https://example.org/a›", "[|](https://example.org/a)"),
        ("see [this pa|ge](https://example.org) now", "see this pa|ge now"),
        ("see [this page](https://exa|mple.org) now", "see this page| now"),
        ("- ‹one\n- two›", "- [one](|)\n- two"),
    ],
)
def test_a_link(before: str, after: str) -> None:
    assert drawn(toggle_link(passage(before))) == after


@pytest.mark.parametrize(
    ("words", "is_bold"),
    [("**wo|rd**", True), ("**|word**", True), ("*wo|rd*", False), ("**‹wo›rd**", True), ("**wo‹rd** and›", False)],
)
def test_whether_words_are_bold(words: str, is_bold: bool) -> None:
    assert words_have(passage(words), Style.BOLD) is is_bold
