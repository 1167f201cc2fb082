"""Dresses a document: what changes at once, what is seen before all else, the rest in short slices between events.

The looks lie on the layout of each line, as those of a `QSyntaxHighlighter` do, so they are no part of the text and
nothing that could be undone. A highlighter would read all of a long text before it is shown, and a whole paste at once.
"""

from __future__ import annotations

from collections.abc import Callable
from time import perf_counter

from PySide6.QtCore import QObject, QTimer
from PySide6.QtGui import QTextBlock, QTextDocument, QTextLayout

from trustjournal.domain.markup import NO_FENCE, Line, LineKind, read_line
from trustjournal.ui.parts.editor.clean import units
from trustjournal.ui.parts.editor.looks import Looks

AT_OPENING_MS = 40
"""Before a text is shown, at most so long is spent on it."""
SLICE_MS = 12
SLICE_CHARACTERS = 30_000
"""In a text that is shown, Qt lays out again what was dressed: no more than this at a time."""
REST_AFTER_MS = 300
"""The rest waits until typing has paused for so long."""

QUOTE, TASK, TICKED, RULE, CODE, PICTURE = 1, 2, 4, 8, 16, 32
"""What is painted beside the letters of a line, as bits of its block's state above the fence."""
_FENCE_BITS = 8
_UNREAD = -1
"""The state of a block nobody has read yet."""


def painted(block: QTextBlock) -> int:
    """What is painted beside the letters of a line."""
    return max(0, block.userState()) >> _FENCE_BITS


def read_block(block: QTextBlock) -> Line:
    """What a line is."""
    return read_line(block.text(), _fence(block.previous().userState()))


class Styler(QObject):
    """Keeps a document dressed.

    `seen` tells between which positions it is seen. `hold_still` is called before heights may change outside of it, and
    what it returns after that.
    """

    def __init__(
        self, parent: QObject, *, seen: Callable[[], tuple[int, int]], hold_still: Callable[[], Callable[[], None]]
    ) -> None:
        super().__init__(parent)
        self._seen = seen
        self._hold_still = hold_still
        self._has_pictures = False
        self._document = QTextDocument(self)
        self._looks: Looks | None = None
        self._rest = 0
        """Blocks from this position on may be unread or dressed in old looks; the end where there are none."""
        self._is_anew = False
        """Whether all of the rest is to be dressed, and not only what is unread."""
        self._slices = QTimer(self, singleShot=True)
        self._slices.timeout.connect(self._on_slices_timeout)

    def dress(self, document: QTextDocument, looks: Looks) -> None:
        """Dress a document nobody shows yet; inside an edit block, or Qt would lay it all out at the first key."""
        self._document, self._looks = document, looks
        self._slices.stop()
        self._rest, self._is_anew, self._has_pictures = 0, False, False
        self._dress_rest(AT_OPENING_MS, document.characterCount(), is_shown=False)
        if not self.is_done():
            self._slices.start(0)

    def dress_anew(self, looks: Looks) -> None:
        """The looks are others now."""
        self._looks = looks
        self._rest, self._is_anew = 0, True
        self.dress_seen()
        self._slices.start(0)

    def dress_seen(self) -> None:
        """Something else is seen now: it goes before all else."""
        first, last = self._seen()
        if last < self._rest:
            return
        block = self._document.findBlock(max(first, self._rest))
        last = min(last, block.position() + SLICE_CHARACTERS)  # while Qt lays out, it may take the end for what is seen
        dressed = None
        while block.isValid() and block.position() <= last:
            if (self._is_anew or block.userState() == _UNREAD) and self._dress_block(block):
                dressed = _joined(dressed, block)
            block = block.next()
        self._lay_out(dressed)

    def follow(self, position: int, removed: int, added: int) -> None:
        """Dress what an edit has changed; called before Qt lays it out."""
        if position < self._rest:
            self._rest = max(position, self._rest + added - removed)
        block, last = self._document.findBlock(position), position + added
        until = perf_counter() + SLICE_MS / 1000
        runs_on = False
        while block.isValid() and (runs_on or block.position() <= last):
            if perf_counter() > until:
                self._rest = min(self._rest, block.position())
                # The state of what runs on is still the old one, so that the rest sees that it has to go on.
                break
            before = _fence(block.userState())
            self._dress_block(block)
            runs_on = _fence(block.userState()) != before
            block = block.next()
        if not self.is_done():
            self._slices.start(REST_AFTER_MS)

    def dress_pictures(self) -> None:
        """Pictures take another room now."""
        if not self._has_pictures:
            return
        go_on = self._hold_still()
        block = self._document.begin()
        while block.isValid():
            if painted(block) & PICTURE and self._dress_block(block):
                self._lay_out(_joined(None, block))
            block = block.next()
        go_on()

    def is_done(self) -> bool:
        """Whether everything is dressed."""
        return self._rest >= self._document.characterCount() - 1

    # Inside -----------------------------------------------------------------------------------

    def _on_slices_timeout(self) -> None:
        go_on = self._hold_still()
        self._dress_rest(SLICE_MS, SLICE_CHARACTERS, is_shown=True)
        go_on()
        if not self.is_done():
            self._slices.start(0)

    def _dress_rest(self, milliseconds: int, characters: int, *, is_shown: bool) -> None:
        until, end = perf_counter() + milliseconds / 1000, self._rest + characters
        block = self._document.findBlock(self._rest)
        dressed = None
        runs_on = True
        while block.isValid() and perf_counter() < until and block.position() < end:
            state = block.userState()
            if runs_on or self._is_anew or state == _UNREAD:
                if self._dress_block(block) and is_shown:
                    dressed = _joined(dressed, block)
                runs_on = _fence(block.userState()) != _fence(state) or state == _UNREAD
            block = block.next()
        self._rest = block.position() if block.isValid() else self._document.characterCount()
        self._is_anew = self._is_anew and block.isValid()
        self._lay_out(dressed)

    def _lay_out(self, dressed: tuple[int, int] | None) -> None:
        if dressed is not None:
            self._document.markContentsDirty(dressed[0], dressed[1] - dressed[0])

    def _dress_block(self, block: QTextBlock) -> bool:
        """Read a line and dress it; returns whether it looks different now."""
        assert self._looks is not None
        text = block.text()
        line = read_line(text, _fence(block.previous().userState()))
        block.setUserState(_state(line))
        self._has_pictures = self._has_pictures or line.kind is LineKind.PICTURE
        layout = block.layout()
        old = layout.formats()
        if not line.spans and not old:
            return False
        new = _around_preedit(self._looks.ranges(line, text), old, layout)
        if new == old:
            return False
        layout.setFormats(new)
        return True


def _around_preedit(
    ranges: list[QTextLayout.FormatRange], old: list[QTextLayout.FormatRange], layout: QTextLayout
) -> list[QTextLayout.FormatRange]:
    """Leave room for what an input method is composing, in the looks it asked for."""
    length = units(layout.preeditAreaText())
    if not length:
        return ranges
    begin = layout.preeditAreaPosition()
    for one in ranges:
        if one.start >= begin:
            one.start += length
        elif one.start + one.length > begin:
            one.length += length
    return ranges + [one for one in old if begin <= one.start and one.start + one.length <= begin + length]


def _joined(span: tuple[int, int] | None, block: QTextBlock) -> tuple[int, int]:
    start, end = block.position(), block.position() + block.length()
    return (start, end) if span is None else (min(span[0], start), max(span[1], end))


def _fence(state: int) -> int:
    """The fence that is open after a block with this state."""
    if state == _UNREAD:
        return NO_FENCE
    code = state & ((1 << _FENCE_BITS) - 1)
    return -(code >> 1) if code & 1 else code >> 1


def _state(line: Line) -> int:
    code = min(abs(line.fence), (1 << _FENCE_BITS - 1) - 1) << 1 | (line.fence < 0)
    paints = QUOTE if line.is_quote else 0
    if line.checkbox is not None:
        paints |= TASK | (TICKED if line.checkbox.is_ticked else 0)
    paints |= {LineKind.RULE: RULE, LineKind.CODE: CODE, LineKind.FENCE: CODE, LineKind.PICTURE: PICTURE}.get(
        line.kind, 0
    )
    return code | paints << _FENCE_BITS
