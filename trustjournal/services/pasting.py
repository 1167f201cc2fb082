"""What a person pastes from another program."""

from __future__ import annotations

from trustjournal.domain.pasted_page import PastedPage


def read_html(html: str, plain: str) -> PastedPage:
    """The page as Markdown, or the plain text that came with it where that does as well or has to do.

    This takes a moment: not for the window's thread.
    """
    # What reads HTML takes 0.1 s to import, and most days nobody pastes any.
    from trustjournal.exchange.pasted_html import page_from_html

    return page_from_html(html, only_words=not plain.strip()) or PastedPage(plain)
