"""A document that holds plain text and loads nothing."""

from __future__ import annotations

from PySide6.QtCore import QByteArray, QObject, Qt, QUrl
from PySide6.QtGui import QFont, QFontMetrics, QTextBlockFormat, QTextDocument, QTextFrameFormat, QTextOption
from typing_extensions import override

from trustjournal.ui.kit.line_height import line_height_percent

LINE_HEIGHT = 1.7
"""Lines are this many letter sizes apart."""
TAB_LETTERS = 2
"""A tab is this many letter sizes wide."""


class SilentDocument(QTextDocument):
    """A document that loads nothing: no picture, no style sheet, from nowhere."""

    @override
    def loadResource(self, type: int, name: QUrl | str) -> object:
        return QByteArray(b"")  # none at all would send Qt to look for a file of that name


def empty_document(parent: QObject, font: QFont, *, room_beside: int, room_below: int) -> SilentDocument:
    """A document in which each paragraph runs in the direction of its own script."""
    document = SilentDocument(parent)
    document.setUndoRedoEnabled(False)
    document.setDefaultFont(font)
    document.setDocumentMargin(0)
    option = QTextOption()
    option.setTextDirection(Qt.LayoutDirection.LayoutDirectionAuto)
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    option.setTabStopDistance(TAB_LETTERS * QFontMetrics(font).height())
    document.setDefaultTextOption(option)
    frame = QTextFrameFormat(document.rootFrame().frameFormat())
    frame.setLeftMargin(room_beside)
    frame.setRightMargin(room_beside)
    frame.setBottomMargin(room_below)
    document.rootFrame().setFrameFormat(frame)
    return document


def paragraph_format(font: QFont) -> QTextBlockFormat:
    """How every paragraph of a text in this font stands."""
    block = QTextBlockFormat()
    percent = line_height_percent(font, LINE_HEIGHT)
    block.setLineHeight(percent, QTextBlockFormat.LineHeightTypes.ProportionalHeight.value)
    return block
