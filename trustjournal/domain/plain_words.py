"""The words of a text without the signs of Markdown."""

from __future__ import annotations

import re

from trustjournal.domain.markup import NO_FENCE, Line, LineKind, Style, read_line

_NUMBER = re.compile(r"[ \t>]*(\d{1,9}[.)])")
_OF_PICTURE = re.compile(r"!\[|\]\(tj:[0-9a-f]{32}\)")


def plain_words(text: str) -> str:
    """The words of some lines without the signs that dress them, in one line; of a picture what is said about it.

    What is in a list keeps a sign: a dash, its number, or a box.
    """
    fence, lines = NO_FENCE, []
    for one in text.split("\n"):
        line = read_line(one, fence)
        fence = line.fence
        if line.kind is LineKind.PICTURE:
            lines.append(_OF_PICTURE.sub("", one))
        elif line.kind not in (LineKind.FENCE, LineKind.RULE):
            lines.append(_sign_of(one, line) + _without(one, line))
    return " ".join(" ".join(lines).split())


def _sign_of(text: str, line: Line) -> str:
    if line.kind is not LineKind.ITEM:
        return ""
    if line.checkbox is not None:
        return "☑ " if line.checkbox.is_ticked else "☐ "
    number = _NUMBER.match(text)
    return "– " if number is None else f"{number[1]} "


def _without(text: str, line: Line) -> str:
    kept, end = [], 0
    for style, start, stop in sorted(line.spans, key=lambda span: span.start):
        if style in (Style.MARKER, Style.CHECKBOX):
            kept.append(text[end : max(end, start)])
            end = max(end, stop)
    return "".join((*kept, text[end:]))
