"""What comes from a web page or a word processor arrives as the Markdown a person would have typed."""

from __future__ import annotations

import base64

import pytest

from trustjournal.domain.pasted_page import PICTURE_MARK
from trustjournal.exchange.pasted_html import MOST_MARKUP, MOST_PICTURES, page_from_html

PICTURE = b"\x89PNG\r\n\x1a\n and the rest"
AS_DATA = "data:image/png;base64," + base64.b64encode(PICTURE).decode()


def markdown(html: str) -> str:
    """The Markdown of some HTML that is no plain text."""
    page = page_from_html(html)
    assert page is not None
    return page.markdown


@pytest.mark.parametrize(
    ("html", "expected"),
    [
        ("<p>one <b>two</b> <i>three</i> <s>four</s></p>", "one **two** *three* ~~four~~"),
        ("<strong>all <em>of</em> it</strong>", "**all *of* it**"),
        ("<b>one</b><b> two</b>", "**one two**"),
        ("<b>one<br>two</b>", "**one**\n**two**"),
        ("<b><strong>once</strong></b>", "**once**"),
        ("<h1>A</h1><h3>B <b>c</b></h3><p>d</p>", "# A\n\n### B c\n\nd"),
        ("<ul><li>a<ul><li>b</li></ul></li><li>c</li></ul>", "- a\n  - b\n- c"),
        ("<ul><li>a</li><ul><li>b</li></ul></ul>", "- a\n  - b"),
        ("<ol start=3><li>a<li>b</ol>", "3. a\n4. b"),
        ("<ul><li><input type=checkbox checked> a</li><li><input type=checkbox> b</li></ul>", "- [x] a\n- [ ] b"),
        ("<ul><li role=checkbox aria-checked=true><p>a</p></li></ul>", "- [x] a"),
        ("<blockquote><p>a</p><p>b<br>c</p></blockquote><p>d</p>", "> a\n>\n> b\n> c\n\nd"),
        ("<p>use <code>a*b</code></p>", "use `a*b`"),
        ("<pre>x\n\n\n  *y*\n</pre>", "```\nx\n\n\n  *y*\n```"),
        ("<pre>a ``` b</pre>", "````\na ``` b\n````"),
        ("<p>a</p><hr><p>b</p>", "a\n\n---\n\nb"),
        ("<b>a</b><br>b<br><br>c", "**a**\nb\n\nc"),
        ("<p>a\n   line</p><p><b>b</b></p>", "a line\n\n**b**"),
        ("<table><tr><th>A<th>B<tr><td>1|2<td>3</table>", "| A | B |\n| --- | --- |\n| 1\\|2 | 3 |"),
        ("<table><tr><td>A<td>B<td>C<tr><td colspan=3>1</table>", "| A | B | C |\n| --- | --- | --- |\n| 1 |  |  |"),
        ("<table><tr><td>A<td>B</table>", "| A | B |\n| --- | --- |"),
        ("<table><tr><td><p>A</p><td><p>B</p><tr><td>1<br>2<td>3</table>", "| A | B |\n| --- | --- |\n| 1 2 | 3 |"),
        ("<table><caption>C</caption><tr><td>A<td>B</table>", "C\n\n| A | B |\n| --- | --- |"),
        ("<table><tr><td><b>A</b><p>x</p><p>y</p><td>B</table>", "**A**\n\nx\n\ny\n\nB"),
        ("<table><tr><td><ul><li>a</ul><td>b</table>", "- a\n\nb"),
        ("<table><tr><td><table><tr><td>1<td>2</table></td><td>b</table>", "| 1 | 2 |\n| --- | --- |\n\nb"),
    ],
)
def test_each_thing_becomes_the_signs_for_it(html: str, expected: str) -> None:
    assert markdown(html) == expected


def test_the_look_of_a_word_processor_is_read_from_its_styles() -> None:
    html = (
        "<b style='font-weight:normal'><p><span style='font-weight:700'>bold</span>"
        "<span style='font-weight:400'> not</span> <span style='font-style:italic;text-decoration:line-through'>both"
        "</span></p></b>"
    )
    assert markdown(html) == "**bold** not ~~*both*~~"


def test_a_sign_of_the_text_itself_stays_a_sign_of_the_text() -> None:
    assert markdown("<p>*a* 2 * 3 _b_ snake_case `c` [d](e) <b>f</b></p>") == (
        r"\*a\* 2 * 3 \_b\_ snake_case \`c\` [d]\(e) **f**"
    )


@pytest.mark.parametrize("address", ["https://example.org/a", "HTTP://example.org", "mailto:a@example.org"])
def test_a_link_that_a_person_could_follow_is_kept(address: str) -> None:
    assert markdown(f"<a href='{address}'>there</a>") == f"[there]({address})"


@pytest.mark.parametrize(
    "address",
    [
        "javascript:alert(1)",
        "file:///etc/passwd",
        "data:text/html,x",
        "//host/share",
        "/relative",
        "tj:1",
        "https://",
        "",
    ],
)
def test_any_other_link_leaves_its_words_and_no_address(address: str) -> None:
    assert markdown(f"<b>see</b> <a href='{address}'>there</a>") == "**see** there"


def test_an_address_does_not_end_early_or_break_out_of_its_link() -> None:
    assert markdown("<a href='https://e.org/a b(c)<d>'>x</a>") == "[x](https://e.org/a%20b%28c%29%3Cd%3E)"


def test_a_link_that_says_its_own_address_says_it_once() -> None:
    assert markdown("<a href='https://e.org/a_b'>https://e.org/a_b</a>") == "<https://e.org/a_b>"


def test_what_is_hidden_or_no_text_stays_out() -> None:
    html = (
        "<head><title>no</title></head><p><b>yes</b></p><script>no</script><style>no</style><noscript>no</noscript>"
        "<!-- no --><![CDATA[no]]><?php no ?><template>no</template><p hidden>no</p>"
        "<p style='display: NONE'>no</p><p style='color:red;visibility:hidden !important'>no</p>"
        "<span style='font-size:0px'>no</span><button>no</button><svg><text>no</text></svg><p>end</p>"
    )
    assert markdown(html) == "**yes**\n\nend"


def test_a_picture_in_the_page_is_handed_on_in_its_place_with_its_words() -> None:
    page = page_from_html(f"<p>a</p><p><img alt='my [old] cat' src='{AS_DATA}'></p><p>b</p>")
    assert page is not None
    assert page.markdown == f"a\n\n![my (old) cat]({PICTURE_MARK})\n\nb"
    assert page.pictures == (PICTURE,)
    assert page.with_pictures(["tj:1"]) == "a\n\n![my (old) cat](tj:1)\n\nb"
    assert page.with_pictures([None]) == "a\n\nmy (old) cat\n\nb"


def test_several_pictures_keep_their_order_also_the_same_one_twice() -> None:
    other = "data:image/jpeg;base64," + base64.b64encode(b"other").decode()
    page = page_from_html(f"<img src='{other}'><h2>x <img src='{AS_DATA}'></h2><img src='{AS_DATA}'>")
    assert page is not None
    assert page.pictures == (b"other", PICTURE, PICTURE)
    assert page.markdown.count(PICTURE_MARK) == 3


def test_a_picture_from_elsewhere_leaves_no_stray_words_and_keeps_words_apart() -> None:
    html = (
        "<p><b>a</b><img src='https://e.org/x.png' alt='remote'><img src='file:///x.png' alt='local'>b</p>"
        "<img alt='remote'><img alt='local'><p>c<img src='https://e.org/t.gif' width=1 height=1 alt=tracker>d</p>"
    )
    assert markdown(html) == "**a** b\n\ncd"


def test_a_picture_from_elsewhere_that_is_drawn_for_a_sign_is_that_sign() -> None:
    assert markdown("<b>a</b> <img src='https://e.org/s.png' alt='🙂'> b") == "**a** 🙂 b"


def test_a_page_cannot_point_at_a_picture_that_is_not_in_it() -> None:
    page = page_from_html(f"<img src='0'><img src='{PICTURE_MARK}' alt='{PICTURE_MARK}'>&#xFFFC;<b>x</b>")
    assert page is not None
    assert (page.markdown, page.pictures) == ("**x**", ())


def test_no_more_pictures_are_taken_than_anybody_pastes() -> None:
    page = page_from_html(f"<img src='{AS_DATA}'>" * (MOST_PICTURES + 3))
    assert page is not None
    assert len(page.pictures) == MOST_PICTURES


@pytest.mark.parametrize("html", ["", "plain", "<p>only</p><div>words</div>", "<span style='color:red'>red</span>"])
def test_where_there_are_only_words_the_plain_text_is_as_good(html: str) -> None:
    assert page_from_html(html) is None


def test_where_no_plain_text_is_there_only_words_are_a_page_too() -> None:
    page = page_from_html("<p>only</p><div>words</div>", only_words=True)
    assert page is not None
    assert page.markdown == "only\n\nwords"


def test_what_is_too_long_or_too_deep_or_takes_too_long_is_left_to_the_plain_text() -> None:
    assert page_from_html("<b>x</b>" + " " * MOST_MARKUP) is None
    assert page_from_html("<div>" * 90 + "<b>x</b>") is not None
    assert page_from_html("<div>" * 20_000 + "<b>x</b>" + "</div>" * 20_000) is None
    assert page_from_html("<b>x</b>", is_late=lambda: True) is None


@pytest.mark.parametrize(
    "piece", ["<!--", "<!", "<?", "</", "<", "<a ", "<a b=\"'", "&", "<li>", "<b>x</b>", "<br>", "<table><tr>"]
)
@pytest.mark.parametrize("patience", [1, 500])
def test_it_can_be_stopped_at_any_step(piece: str, patience: int) -> None:
    asked = 0

    def is_late() -> bool:
        nonlocal asked
        asked += 1
        return asked > patience

    page_from_html(piece * 3_000 + "<b>x</b>", is_late)
    assert asked <= patience + 1


def test_white_space_around_a_page_is_no_part_of_it() -> None:
    assert markdown("\n<html><head></head><body>\n <h2>Title</h2>\n<p>a <b>b</b></p>\n</body></html>\n") == (
        "## Title\n\na **b**"
    )
