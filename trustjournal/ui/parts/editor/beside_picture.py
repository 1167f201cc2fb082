"""Keeps what is written on the line of a picture out of the mark that names it: one letter there, and it is gone.

The words about a picture, inside its mark, can be written like any other.
"""

from __future__ import annotations

from PySide6.QtGui import QTextCursor

from trustjournal.ui.parts.editor.clean import units
from trustjournal.ui.parts.editor.styler import read_block

_BEFORE_WORDS, _AFTER_WORDS = "![", "](tj:"


def to_line_of_its_own(cursor: QTextCursor) -> bool:
    """Give a caret beside a picture, or in its address, an empty line above or below; whether it needed one."""
    if cursor.hasSelection() or not _is_on_picture(cursor):
        return False
    line, at = cursor.block().text(), cursor.positionInBlock()
    words_start = line.index(_BEFORE_WORDS) + len(_BEFORE_WORDS)
    if words_start <= at <= units(line[: line.index(_AFTER_WORDS)]):
        return False
    is_above = at < words_start
    cursor.movePosition(QTextCursor.MoveOperation.StartOfBlock if is_above else QTextCursor.MoveOperation.EndOfBlock)
    cursor.insertBlock()
    if is_above:
        cursor.movePosition(QTextCursor.MoveOperation.PreviousBlock)
    return True


def out_of_mark(cursor: QTextCursor) -> bool:
    """Move a caret that is inside the mark of a picture behind it; whether it was."""
    if cursor.hasSelection() or not _is_on_picture(cursor) or cursor.atBlockStart() or cursor.atBlockEnd():
        return False
    return cursor.movePosition(QTextCursor.MoveOperation.EndOfBlock)


def _is_on_picture(cursor: QTextCursor) -> bool:
    block = cursor.block()
    return _AFTER_WORDS in block.text() and bool(read_block(block).picture)
