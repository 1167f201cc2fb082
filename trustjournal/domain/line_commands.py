"""Commands that make lines a heading, a list, a task or a quote in Markdown, and plain again."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace

from trustjournal.domain.line_beginning import LineBeginning, line_beginning
from trustjournal.domain.markup import LineKind
from trustjournal.domain.markup_spans import Format
from trustjournal.domain.passage import Change, Passage, PassageLine, changed

BULLET, BOX, TICKED, QUOTE, FENCE = "- ", "[ ] ", "[x] ", "> ", "```"
HEADINGS = {Format.HEADING_1: 1, Format.HEADING_2: 2, Format.HEADING_3: 3}

_Begin = Callable[[LineBeginning], LineBeginning]


def toggle_lines(passage: Passage, wanted: Format) -> Passage:
    """Make every selected line this; plain, where all of them are it already."""
    lines = _lines(passage)
    is_all = bool(lines) and all(_is(line_beginning(line.text), wanted) for line in lines)
    if wanted is Format.QUOTE:
        return _toggle_quote(passage, is_quote=is_all)
    if is_all:
        return _begun(passage, lines, _without)
    if wanted in HEADINGS:
        heading = "#" * HEADINGS[wanted] + " "
        return _begun(passage, lines, lambda old: LineBeginning(old.quote, heading=heading))
    return _begun(passage, lines, _Lister(wanted))


def plain_lines(passage: Passage) -> Passage:
    """Make headings plain lines."""
    return _begun(passage, _lines(passage), lambda old: replace(old, heading=""))


def lines_are(passage: Passage, wanted: Format) -> bool:
    """Whether every selected line is this."""
    lines = _lines(passage)
    return bool(lines) and all(_is(line_beginning(line.text), wanted) for line in lines)


def toggle_ticks(passage: Passage) -> Passage:
    """Tick the selected tasks; untick them, where all are ticked."""
    tasks = [line for line in _lines(passage) if line_beginning(line.text).box]
    is_all = all(line_beginning(line.text).is_ticked for line in tasks)
    return _begun(passage, tasks, lambda old: replace(old, box=(BOX if is_all else TICKED)[:3] + old.box[3:]))


def toggle_fence(passage: Passage) -> Passage:
    """Put the selected lines between fences of code; or take the fences away that are around them."""
    lines = list(passage.lines())
    if len(lines) >= 2 and lines[0].line.kind is lines[-1].line.kind is LineKind.FENCE and passage.fence == 0:
        last = lines[-1]
        return changed(
            passage,
            [Change(0, len(lines[0].text) + 1, ""), Change(last.start - 1, len(last.text) + 1, "", pushes=False)],
        )
    if any(line.is_code for line in lines):
        return passage
    return changed(passage, [Change(0, 0, f"{FENCE}\n"), Change(len(passage.text), 0, f"\n{FENCE}", pushes=False)])


# Inside -------------------------------------------------------------------------------------------


def _lines(passage: Passage) -> list[PassageLine]:
    """The lines a command is about: not code, rules and pictures, and no empty ones among others."""
    lines = [
        line for line in passage.lines() if not line.is_code and line.line.kind not in (LineKind.RULE, LineKind.PICTURE)
    ]
    return [line for line in lines if line.text.strip()] or lines[:1]


def _is(old: LineBeginning, wanted: Format) -> bool:
    match wanted:
        case Format.BULLETS:
            return bool(old.item) and old.number is None and not old.box
        case Format.NUMBERS:
            return old.number is not None and not old.box
        case Format.BOXES:
            return bool(old.box)
        case Format.QUOTE:
            return bool(old.quote)
        case _:
            return old.level == HEADINGS[wanted]


def _without(old: LineBeginning) -> LineBeginning:
    return LineBeginning(old.quote)


class _Lister:
    """Makes the items of a list, one after the other; counts those of each depth."""

    def __init__(self, wanted: Format) -> None:
        self._wanted = wanted
        self._counts: dict[int, int] = {}

    def __call__(self, old: LineBeginning) -> LineBeginning:
        indent = old.indent if old.item else ""
        if self._wanted is not Format.NUMBERS:
            return LineBeginning(old.quote, indent, item=BULLET, box=BOX if self._wanted is Format.BOXES else "")
        depth = len(indent)
        self._counts = {other: count for other, count in self._counts.items() if other <= depth}
        self._counts[depth] = self._counts.get(depth, 0) + 1
        return LineBeginning(old.quote, indent, item=f"{self._counts[depth]}. ")


def _toggle_quote(passage: Passage, *, is_quote: bool) -> Passage:
    lines = [line for line in passage.lines() if not line.is_code]
    changes = []
    for line in lines:
        quote = line_beginning(line.text).quote
        if not is_quote:
            changes.append(Change(line.start, 0, QUOTE if line.text or len(lines) == 1 else QUOTE.rstrip()))
        elif quote:
            signs = quote.split(">", 1)[0] + ">"
            length = len(signs) + (1 if quote[len(signs) :].startswith(" ") else 0)
            changes.append(Change(line.start, length, ""))
    return changed(passage, changes)


def _begun(passage: Passage, lines: Sequence[PassageLine], begin: _Begin) -> Passage:
    """The passage with other beginnings of lines."""
    changes = []
    for line in lines:
        old = line_beginning(line.text)
        new = begin(old)
        if new != old:
            changes.append(Change(line.start, len(old.signs), new.signs))
    return changed(passage, changes)
