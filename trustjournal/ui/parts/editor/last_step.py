"""Whether a change of a text has been taken back, for whoever offers to take it back."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal

from trustjournal.ui.parts.editor.plain_edit import PlainEdit


class LastStep(QObject):
    """The change that was made last when this was made. It watches for as long as its text is shown."""

    undone = Signal()

    def __init__(self, editor: PlainEdit) -> None:
        super().__init__(editor)
        self._editor = editor
        self._document = editor.document()
        self._steps = self._document.availableUndoSteps()
        self.is_undone = False
        editor.edited.connect(self._on_editor_edited)

    def _on_editor_edited(self) -> None:
        is_shown = self._editor.document() == self._document
        self.is_undone = is_shown and self._document.availableUndoSteps() < self._steps
        if self.is_undone or not is_shown:
            self._editor.edited.disconnect(self._on_editor_edited)
            self.deleteLater()
        if self.is_undone:
            self.undone.emit()
