"""Commands that make words bold, italic, struck out, code or a link in Markdown, and plain again."""

from __future__ import annotations

import re
from dataclasses import replace

from trustjournal.domain.line_beginning import line_beginning
from trustjournal.domain.markup import Link, Style
from trustjournal.domain.markup_spans import INLINE, Format, Marked, Words, marked, selected_words
from trustjournal.domain.passage import Change, Passage, PassageLine, changed

_ADDRESS = re.compile(r"(?:https?://|mailto:|www\.)\S+$")
_WORD_BEFORE, _WORD_AFTER = re.compile(r"[\w\u2019']*$"), re.compile(r"[\w\u2019']*")


def toggle_words(passage: Passage, wanted: Format) -> Passage:
    """Give the selection, or the word the caret touches, a format; take it away where all of it has it.

    With a caret before the closing sign, it steps out behind it, so that the same key begins and ends a format.
    """
    style, sign = INLINE[wanted]
    if passage.is_caret:
        return _toggle_at_caret(passage, style, sign)
    words = selected_words(passage)
    if words and all(_has(one, style) for one in words):
        changes = [change for one in words for change in _plain(passage, one, style, sign)]
    else:
        changes = [change for one in words if not _has(one, style) for change in _dressed(passage, one, style, sign)]
    return changed(passage, changes)


def words_have(passage: Passage, style: Style) -> bool:
    """Whether the caret, or all of the selection, is in words of this style."""
    if passage.is_caret:
        return any(_is_within(passage.position, one) for one in marked(_line(passage), style))
    words = selected_words(passage)
    return bool(words) and all(_has(one, style) for one in words)


def toggle_link(passage: Passage) -> Passage:
    """Make the selection or the word a link and put the caret where its address goes; or make a link plain words."""
    line = _line(passage)
    if line.is_code:
        return passage
    link = link_at(passage)
    if link is not None:
        named = next(span for span in line.line.spans if span.style is Style.LINK and span.start > link.start)
        before, after = line.start + link.start, line.start + named.end
        return changed(passage, [Change(before, named.start - link.start, ""), Change(after, link.end - named.end, "")])
    if passage.is_caret:
        start, end = _word(passage, line)
    else:
        selected = selected_words(passage)
        if not selected:
            return passage
        start, end = selected[0].start, selected[0].end
    words = passage.text[start:end]
    if _ADDRESS.match(words):
        return _put(passage, start, end, f"[]({words})", caret=1)
    return _put(passage, start, end, f"[{words}]()", caret=len(words) + 3 if words else 1)


def link_at(passage: Passage) -> Link | None:
    """The link with words of its own that the caret, or the whole selection, is in."""
    line = _line(passage)
    for link in line.line.links:
        is_within = line.start + link.start < passage.end and passage.start < line.start + link.end
        if is_within and passage.text[line.start + link.start] == "[":
            return link
    return None


# Inside -------------------------------------------------------------------------------------------


def _toggle_at_caret(passage: Passage, style: Style, sign: str) -> Passage:
    line, caret = _line(passage), passage.position
    if line.is_code:
        return passage
    for one in marked(line, style):
        if caret == one.end:
            return passage.at(one.outer_end)
        if _is_within(caret, one):
            return changed(passage, _without_signs(one))
    if _is_between_signs(passage, sign):
        return changed(passage, [Change(caret - len(sign), 2 * len(sign), "")])
    start, end = _word(passage, line)
    return changed(passage, [Change(start, 0, sign), Change(end, 0, sign, pushes=False)])


def _is_between_signs(passage: Passage, sign: str) -> bool:
    """Whether the caret is where words were to go, and none were written."""
    before, after = passage.text[: passage.position], passage.text[passage.position :]
    mark, length = sign[0], len(sign)
    return len(before) - len(before.rstrip(mark)) == length == len(after) - len(after.lstrip(mark))


def _has(words: Words, style: Style) -> bool:
    return any(one.outer_start <= words.start and words.end <= one.outer_end for one in marked(words.line, style))


def _dressed(passage: Passage, words: Words, style: Style, sign: str) -> list[Change]:
    """Signs around the words and whatever of the style they reach into."""
    reached = [one for one in marked(words.line, style) if one.outer_start < words.end and words.start < one.outer_end]
    start = min([words.start, *(one.outer_start for one in reached)])
    end = max([words.end, *(one.outer_end for one in reached)])
    if style is Style.CODE:
        sign = _fitting_ticks(passage.text[start:end])
    changes = [Change(start, 0, sign), Change(end, 0, sign, pushes=False)]
    for one in reached:
        changes += _without_signs(one)
    return _merged(changes)


def _plain(passage: Passage, words: Words, style: Style, sign: str) -> list[Change]:
    """No signs around the words; what else was between those signs keeps ones of its own."""
    changes = []
    for one in marked(words.line, style):
        if one.end <= words.start or words.end <= one.start:
            continue
        changes += _without_signs(one)
        for start, end in ((one.start, words.start), (words.end, one.end)):
            rest = passage.text[start:end] if start < end else ""
            if rest.strip():
                start += len(rest) - len(rest.lstrip())
                changes += [Change(start, 0, sign), Change(start + len(rest.strip()), 0, sign, pushes=False)]
    return _merged(changes)


def _without_signs(one: Marked) -> list[Change]:
    return [Change(one.outer_start, one.start - one.outer_start, ""), Change(one.end, one.outer_end - one.end, "")]


def _merged(changes: list[Change]) -> list[Change]:
    """What is taken out and put in at the same place, as one change."""
    found: dict[int, Change] = {}
    for change in changes:
        before = found.get(change.at)
        if before is None:
            found[change.at] = change
        else:
            found[change.at] = Change(
                change.at, before.removed + change.removed, before.added + change.added, before.pushes and change.pushes
            )
    return list(found.values())


def _line(passage: Passage) -> PassageLine:
    """The line the caret is in."""
    lines = list(passage.lines())
    return next(line for line in reversed(lines) if line.start <= passage.position)


def _word(passage: Passage, line: PassageLine) -> tuple[int, int]:
    """Where the word begins and ends that the caret touches."""
    first = max(line.start + len(line_beginning(line.text).signs), line.start)
    caret = max(passage.position, first)
    before = _WORD_BEFORE.search(passage.text, first, caret)
    after = _WORD_AFTER.match(passage.text, caret)
    assert before is not None
    assert after is not None
    return before.start(), after.end()


def _put(passage: Passage, start: int, end: int, text: str, *, caret: int) -> Passage:
    whole = passage.text[:start] + text + passage.text[end:]
    return replace(passage, text=whole).at(start + caret)


def _is_within(caret: int, one: Marked) -> bool:
    return one.start <= caret <= one.end


def _fitting_ticks(text: str) -> str:
    """Signs of code that stand nowhere in the text."""
    runs = {len(run) for run in re.findall("`+", text)}
    return "`" * next(length for length in range(1, len(runs) + 2) if length not in runs)
