"""What Enter, Tab and moving lines do in lists and quotes of Markdown."""

from __future__ import annotations

from dataclasses import replace

from trustjournal.domain.line_beginning import LineBeginning, line_beginning
from trustjournal.domain.line_commands import BOX
from trustjournal.domain.passage import Change, Passage, PassageLine, changed

STEP = 2
"""Spaces an item is moved in by, where nothing before it asks for more."""


def new_line(passage: Passage) -> Passage | None:
    """Go on with the list or the quote the caret is in; end it where its last line is empty. None: a plain new line.

    The lines after the caret's are only there to be numbered anew.
    """
    line = next(line for line in reversed(list(passage.lines())) if line.start <= passage.position)
    begun = line_beginning(line.text)
    words_at = line.start + len(begun.signs)
    is_signed = bool(begun.item or begun.quote)
    if line.is_code or not passage.is_caret or not is_signed or passage.position < words_at:
        return None
    if not passage.text[words_at : line.start + len(line.text)].strip():
        return _ended(passage, line, begun)
    following = replace(begun, heading="", box=BOX if begun.box else "")
    if begun.number is not None:
        following = replace(following, item=begun.numbered(begun.number + 1))
    before, after = passage.text[: passage.position], passage.text[passage.position :].lstrip(" ")
    written = f"{before}\n{following.signs}"
    return renumbered(replace(passage, text=written + after).at(len(written)))


def indented(passage: Passage) -> Passage | None:
    """Move the selected items of lists in, under the one before. None where none is selected.

    A line before the selected ones may be part of the passage.
    """
    items = _selected_items(passage)
    if not items:
        return None
    lines = list(passage.lines())
    changes = []
    step = STEP
    for line in items:
        begun = line_beginning(line.text)
        before = next((other for other in reversed(lines) if other.start < line.start), None)
        if before is not None and before not in items:
            step = len(line_beginning(before.text).item) or STEP
        at = line.start + len(begun.quote)
        changes.append(Change(at, 0, "\t" if begun.indent.startswith("\t") else " " * step))
    return changed(passage, changes)


def outdented(passage: Passage) -> Passage | None:
    """Move the selected items of lists out again. None where none is selected."""
    items = _selected_items(passage)
    if not items:
        return None
    lines = list(passage.lines())
    changes = []
    for line in items:
        begun = line_beginning(line.text)
        at, width = line.start + len(begun.quote), len(begun.indent)
        if begun.indent.startswith("\t"):
            changes.append(Change(at, 1, ""))
        elif width:
            above = [line_beginning(other.text) for other in lines if other.start < line.start]
            steps = [len(other.indent) for other in above if other.item and len(other.indent) < width]
            changes.append(Change(at, width - steps[-1] if steps else min(width, STEP), ""))
    return changed(passage, changes)


def moved_up(passage: Passage) -> Passage:
    """Put the first line of the passage, which is not selected, behind the others."""
    first, _, rest = passage.text.partition("\n")
    by = len(first) + 1
    return replace(passage, text=f"{rest}\n{first}", anchor=passage.anchor - by, position=passage.position - by)


def moved_down(passage: Passage) -> Passage:
    """Put the last line of the passage, which is not selected, before the others."""
    rest, _, last = passage.text.rpartition("\n")
    by = len(last) + 1
    return replace(passage, text=f"{last}\n{rest}", anchor=passage.anchor + by, position=passage.position + by)


def renumbered(passage: Passage) -> Passage:
    """The passage with the numbers after the caret's line counted on from its own."""
    changes = []
    count: int | None = None
    depth = (0, 0)
    for line in passage.lines():
        begun = line_beginning(line.text)
        here = (len(begun.quote), len(begun.indent))
        if count is None:
            if line.start + len(line.text) >= passage.position:
                if begun.number is None:
                    return passage
                count, depth = begun.number, here
            continue
        if not line.text.strip() or here < depth or (here == depth and begun.number is None):
            break
        if here == depth:
            count += 1
            at = line.start + sum(here)
            changes.append(Change(at, len(begun.item), begun.numbered(count)))
    return changed(passage, changes)


# Inside -------------------------------------------------------------------------------------------


def _ended(passage: Passage, line: PassageLine, begun: LineBeginning) -> Passage:
    """An empty item moves out a step, or its signs go; so does the sign of an empty quote."""
    if begun.item and begun.indent:
        out = outdented(passage.at(line.start + len(line.text)))
        assert out is not None
        return out
    kept = begun.quote if begun.item else ""
    length = len(line.text)
    return changed(passage, [Change(line.start, length, kept)])


def _selected_items(passage: Passage) -> list[PassageLine]:
    return [
        line
        for line in passage.lines()
        if not line.is_code
        and line.start <= passage.end
        and passage.start <= line.start + len(line.text)
        and line_beginning(line.text).item
    ]
