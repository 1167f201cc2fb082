"""Turns HTML from the clipboard into a page of Markdown.

Importing this brings in Beautiful Soup and markdownify: do it when something is pasted, and not on the window's thread.
Nothing is fetched and no file is read: a picture is kept where its bytes are in the HTML, else only its words are.
"""

from __future__ import annotations

import binascii
import re
import secrets
import time
from urllib.parse import unquote_to_bytes

from trustjournal.domain.pasted_page import PastedPage
from trustjournal.exchange.markdown_writer import MarkdownWriter
from trustjournal.exchange.soup import Late, Soup, TooHardError
from trustjournal.exchange.tidy_html import has_meaning, tidy

MOST_HTML = 64_000_000
"""Characters, with the pictures in it."""
MOST_MARKUP = 2_000_000
"""Characters, without them."""
MOST_PICTURES = 50
LONGEST_SECONDS = 4.0

_PICTURE = re.compile(r"data:image/[\w.+-]{1,40};base64,([A-Za-z0-9+/=%\s]*)", re.IGNORECASE)


def page_from_html(html: str, is_late: Late | None = None, *, only_words: bool = False) -> PastedPage | None:
    """The page as Markdown, or None where the plain text beside it says it better or must do.

    That is: too long, nested too deep, taking longer than a person waits; or nothing in it but words, which is a page
    all the same with `only_words`, for where no plain text is there.
    """
    if is_late is None:
        end = time.monotonic() + LONGEST_SECONDS

        def is_late() -> bool:
            return time.monotonic() > end

    if len(html) > MOST_HTML:
        return None
    nonce, found = secrets.token_hex(8), list[bytes]()

    def put_aside(match: re.Match[str]) -> str:
        found.append(_decoded(match[1]) if len(found) < MOST_PICTURES else b"")
        return f"{nonce}-{len(found) - 1}"

    markup = _PICTURE.sub(put_aside, html)
    if len(markup) > MOST_MARKUP:
        return None
    pictures = {f"{nonce}-{n}": picture for n, picture in enumerate(found) if picture}
    try:
        soup = Soup(markup, is_late)
        tidy(soup, frozenset(pictures), is_late)
        if not only_words and not has_meaning(soup):
            return None
        markdown, addresses = MarkdownWriter(is_late).write(soup)
    except TooHardError:
        return None
    return PastedPage(markdown, tuple(pictures[address] for address in addresses)) if markdown.strip() else None


def _decoded(base64: str) -> bytes:
    try:
        return binascii.a2b_base64(unquote_to_bytes(base64))
    except binascii.Error:
        return b""
