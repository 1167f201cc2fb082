"""Does the commands of writing to the text of an editor: each is one step to undo, and the caret stays on its words."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtGui import QTextBlock, QTextDocument

from trustjournal.domain.passage import Passage, Utf16, difference
from trustjournal.ui.parts.editor import Editor
from trustjournal.ui.parts.editor.styler import read_block

MOST_LINES_AROUND = 300
"""So many lines of a list are looked at around the caret, and no more."""

Command = Callable[[Passage], Passage | None]


class PassageOf:
    """Lines of a document with the selection in them, and where they stand."""

    def __init__(
        self, document: QTextDocument, first: QTextBlock, last: QTextBlock, selection: tuple[int, int]
    ) -> None:
        lines = []
        block = first
        while True:
            lines.append(block.text())
            if block == last:
                break
            block = block.next()
        text = "\n".join(lines)
        self.start = first.position()
        self.places = Utf16(text)
        before = first.previous()
        anchor, position = (self.places.characters(place - self.start) for place in selection)
        self.passage = Passage(text, anchor, position, read_block(before).fence if before.isValid() else 0)


class WritingCommands:
    """Applies commands to what is selected in an editor."""

    def __init__(self, editor: Editor) -> None:
        self._editor = editor

    def do(self, command: Command, *, above: int = 0, below: int = 0) -> bool:
        """Do a command to the selected lines, with lines of their list above and below them; returns whether it was.

        A command that answers with nothing has nothing to do here.
        """
        if self._editor.isReadOnly():
            return False
        first, last = self._selected_blocks()
        return self._do(command, _further(first, above, _above), _further(last, below, _below))

    def move_lines(self, command: Command, *, up: bool) -> None:
        """Let the selected lines change places with the line above or below."""
        first, last = self._selected_blocks()
        first, last = (first.previous(), last) if up else (first, last.next())
        if first.isValid() and last.isValid() and not self._editor.isReadOnly():
            self._do(command, first, last)

    def passage(self, most_lines: int) -> Passage:
        """The selected lines as they are now; of many only the first."""
        first, last = self._selected_blocks()
        if last.blockNumber() - first.blockNumber() >= most_lines:
            last = self._editor.document().findBlockByNumber(first.blockNumber() + most_lines - 1)
        return PassageOf(self._editor.document(), first, last, self._editor.selection()).passage

    def _do(self, command: Command, first: QTextBlock, last: QTextBlock) -> bool:
        found = PassageOf(self._editor.document(), first, last, self._editor.selection())
        new = command(found.passage)
        if new is None:
            return False
        new_places = Utf16(new.text)
        if new.text != found.passage.text:
            start, end, text = difference(found.passage.text, new.text)
            places = found.places
            self._editor.replace_range(found.start + places.units(start), found.start + places.units(end), text)
        self._editor.set_selection(
            found.start + new_places.units(new.anchor), found.start + new_places.units(new.position)
        )
        self._editor.ensureCursorVisible()
        return True

    def _selected_blocks(self) -> tuple[QTextBlock, QTextBlock]:
        """The lines of the selection; not one of which only the beginning is touched."""
        document = self._editor.document()
        start, end = sorted(self._editor.selection())
        first, last = document.findBlock(start), document.findBlock(end)
        if last.position() == end > start:
            last = last.previous()
        return first, last


def _above(block: QTextBlock) -> QTextBlock:
    return block.previous()


def _below(block: QTextBlock) -> QTextBlock:
    return block.next()


def _further(block: QTextBlock, most: int, go: Callable[[QTextBlock], QTextBlock]) -> QTextBlock:
    """The last line in a direction that is not parted by an empty one."""
    for _ in range(most):
        following = go(block)
        if not following.isValid() or not following.text().strip():
            break
        block = following
    return block
