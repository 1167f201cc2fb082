"""Whatever is on the clipboard, pasting ends in text, and never in the words of a script."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from trustjournal.domain.pasted_page import PICTURE_MARK
from trustjournal.exchange.pasted_html import page_from_html

NAMES = st.sampled_from([
    "p", "div", "b", "strong", "i", "em", "s", "a", "h1", "h2", "ul", "ol", "li", "blockquote", "pre", "code", "table",
    "tr", "td", "th", "br", "hr", "span", "img", "input", "section", "font",
])  # fmt: skip
NUMBERS = st.sampled_from(["", "1", "²", "٣", "-1", "9" * 5_000, "x"])
SCRIPTS = st.sampled_from(
    ["<script>SECRET</script>", "<style>SECRET{}</style>", "<SCRIPT x='>'>SECRET</script >", "<!-- SECRET -->"]
)
TEXTS = st.text(st.characters(exclude_characters="<&"), max_size=12)


@st.composite
def elements(draw: st.DrawFn, inner: st.SearchStrategy[str]) -> str:
    """An element, perhaps without its end, around something."""
    name = draw(NAMES)
    start = f'<{name} start="{draw(NUMBERS)}" colspan="{draw(NUMBERS)}" href="https://e.org/{draw(NUMBERS)}">'
    return start + draw(inner) + draw(st.sampled_from(["", f"</{name}>"]))


PAGES = st.recursive(
    SCRIPTS | TEXTS, lambda inner: elements(inner) | st.lists(inner, max_size=5).map("".join), max_leaves=30
)


@given(st.binary(max_size=2_000))
def test_any_bytes_end_in_text(data: bytes) -> None:
    page = page_from_html("<b>x</b>" + data.decode("utf-8", "replace"))
    assert page is None or isinstance(page.markdown, str)


@given(st.text(st.sampled_from(list("<>/!-?[]=\"'& \n\x00abtrdlipx1#;*_`~|()")), max_size=300))
def test_any_broken_markup_ends_in_text(html: str) -> None:
    page = page_from_html("<b>x</b>" + html)
    assert page is None or page.markdown


@given(PAGES)
def test_any_page_ends_in_text_without_what_its_scripts_say(html: str) -> None:
    page = page_from_html(html)
    if page is not None:
        assert "SECRET" not in page.markdown
        assert PICTURE_MARK not in page.markdown
        assert "\x00" not in page.markdown
