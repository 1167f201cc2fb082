"""Lets the lines of a text that is shown already stand as far apart as its new letters ask for."""

from __future__ import annotations

from PySide6.QtGui import QFont, QTextCursor, QTextDocument

from trustjournal.ui.parts.editor.document import paragraph_format


def fit_lines(document: QTextDocument, font: QFont) -> None:
    """Change the room between lines; nobody is told of an edit.

    Qt would make a step to undo of it. So where something can be undone or done again, the lines stay as they are until
    the text is shown anew: a little closer or wider than meant, and nothing is lost.
    """
    if document.isUndoAvailable() or document.isRedoAvailable():
        return
    cursor = QTextCursor(document)
    cursor.select(QTextCursor.SelectionType.Document)
    was_blocked = document.blockSignals(True)  # noqa: FBT003
    document.setUndoRedoEnabled(False)
    cursor.mergeBlockFormat(paragraph_format(font))
    document.setUndoRedoEnabled(True)
    document.blockSignals(was_blocked)
