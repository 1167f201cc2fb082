"""What is marked in the text without being part of it: words not in the dictionary, and what was searched for."""

from __future__ import annotations

from collections.abc import Sequence
from enum import Enum, auto

from PySide6.QtGui import QColor, QTextCharFormat, QTextCursor, QTextDocument
from PySide6.QtWidgets import QTextEdit

from trustjournal.ui.kit.theme import Theme
from trustjournal.ui.parts.editor.ranges import Ranges


class MarkLayer(Enum):
    """Kinds of marks; a later one is painted over an earlier one."""

    SPELLING = auto()
    """Words no dictionary knows."""
    FOUND = auto()
    """What is looked for in this entry."""
    HIT = auto()
    """Why the list found this entry."""
    CURRENT = auto()
    """The hit one is at."""


class Marks:
    """Ranges a layer, which follow the text. Only those around what is seen are handed to Qt."""

    def __init__(self, theme: Theme) -> None:
        self._theme = theme
        self._layers = {layer: Ranges() for layer in MarkLayer}

    def put(self, layer: MarkLayer, ranges: Sequence[tuple[int, int]]) -> None:
        """Replace the ranges of a layer: start and end in UTF-16 units."""
        self._layers[layer] = Ranges(ranges, breaks_at_edges=layer is MarkLayer.SPELLING)

    def forget(self) -> None:
        """Another text: nothing is marked."""
        self._layers = {layer: Ranges() for layer in MarkLayer}

    def follow(self, position: int, removed: int, added: int) -> bool:
        """Move along with an edit; returns whether a mark went because its words changed."""
        went = [ranges.edit(position, removed, added) for ranges in self._layers.values() if ranges]
        return any(went)

    def between(self, first: int, last: int) -> dict[MarkLayer, Sequence[tuple[int, int]]]:
        """What is marked between two positions."""
        return {layer: ranges.between(first, last) for layer, ranges in self._layers.items() if ranges}

    def selections(self, document: QTextDocument, first: int, last: int) -> list[QTextEdit.ExtraSelection]:
        """What Qt has to paint between two positions."""
        length = document.characterCount() - 1
        selections = []
        for layer, ranges in self.between(first, last).items():
            look = self._look(layer)
            for start, end in ranges:
                selection = QTextEdit.ExtraSelection()
                cursor = QTextCursor(document)
                cursor.setPosition(min(start, length))
                cursor.setPosition(min(end, length), QTextCursor.MoveMode.KeepAnchor)
                selection.cursor, selection.format = cursor, look
                selections.append(selection)
        return selections

    def _look(self, layer: MarkLayer) -> QTextCharFormat:
        look = QTextCharFormat()
        palette = self._theme.palette
        if layer is MarkLayer.SPELLING:
            look.setUnderlineStyle(QTextCharFormat.UnderlineStyle.WaveUnderline)
            look.setUnderlineColor(QColor(palette.broken))
        elif layer is MarkLayer.CURRENT:
            look.setBackground(QColor(palette.trust))
            look.setForeground(QColor(palette.on_trust))
        else:
            look.setBackground(QColor(palette.trust_wash))
            look.setUnderlineStyle(QTextCharFormat.UnderlineStyle.SingleUnderline)  # never colour alone
            look.setUnderlineColor(QColor(palette.trust))
        return look
