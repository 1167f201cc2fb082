"""Reads foreign HTML into a tree, and gives up in time where it was made to take long or to nest deep.

Python's own parser is used: it is no C code that a page could crash. Some of its versions take a time that grows with
the square of what is broken; every step of it comes through here, so time and depth are watched at each.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping

from bs4 import BeautifulSoup
from bs4.element import Tag
from typing_extensions import override

DEEPEST = 100
"""Levels of elements inside each other; a page needs a few dozen."""

_ENDED_BY = {
    "p": {"p"}, "li": {"li", "p"}, "dt": {"dt", "dd", "p"}, "dd": {"dt", "dd", "p"},
    "td": {"td", "th", "p"}, "th": {"td", "th", "p"}, "tr": {"td", "th", "tr", "p"},
}  # fmt: skip
"""A page may leave out the end of these before the next one begins; the parser would put one into the other."""

Late = Callable[[], bool]
"""Whether the time is up."""


class TooHardError(Exception):
    """The page nests too deep or takes too long: it is not read."""


class Soup(BeautifulSoup):
    """A tree of HTML; raises TooHardError while it is made."""

    def __init__(self, html: str, is_late: Late) -> None:
        self._is_late = is_late
        # Behind its own beginning nothing looks like XML or like the name of a file, about which the parser would warn.
        super().__init__("<html>" + html, "html.parser")

    @override
    def handle_starttag(
        self,
        name: str,
        namespace: str | None,
        nsprefix: str | None,
        attrs: Mapping[str, str],
        sourceline: int | None = None,
        sourcepos: int | None = None,
        namespaces: dict[str, str] | None = None,
    ) -> Tag | None:
        ended = _ENDED_BY.get(name, ())
        while self.currentTag is not None and self.currentTag.name in ended:
            self.handle_endtag(self.currentTag.name)
        if self._is_late() or len(self.tagStack) > DEEPEST:
            raise TooHardError
        return super().handle_starttag(name, namespace, nsprefix, attrs, sourceline, sourcepos, namespaces)

    @override
    def handle_data(self, data: str) -> None:
        if self._is_late():
            raise TooHardError
        super().handle_data(data)
