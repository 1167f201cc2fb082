"""The lines of a text that show photos: put in, found, reworded and taken out."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field

from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QTextCursor

from trustjournal.domain.attachment import picture_text, pictures_in
from trustjournal.domain.ids import AttachmentId
from trustjournal.domain.pasted_page import between
from trustjournal.ui.parts.editor import Editor, clean_text, out_of_mark


@dataclass(frozen=True, slots=True)
class Mark:
    """Where a text shows a photo, in positions as the editor counts them, and the words there."""

    start: int
    end: int
    words: str = field(repr=False)


@dataclass(frozen=True, slots=True)
class TakenOut:
    """What was taken out of a text, and the place it was taken from, which moves along with the text."""

    place: QTextCursor
    text: str = field(repr=False)


class PhotosInText:
    """`keep_words` has what was changed stored as after a pause in typing."""

    def __init__(self, editor: Editor, keep_words: Callable[[], None]) -> None:
        self._editor = editor
        self._keep_words = keep_words

    def put(self, place: QTextCursor, photos: Sequence[AttachmentId]) -> None:
        """Each on a line of its own, as one step to undo; the caret goes below. Nothing, if another text is shown."""
        if place.document() != self._editor.document():
            return
        place.clearSelection()
        out_of_mark(place)
        line, within = place.block().text(), place.positionInBlock()
        before, after = line[:within], line[within:]
        words = QCoreApplication.translate("PhotosInText", "Photo")
        lines = "\n\n".join(picture_text(photo, words) for photo in photos)
        place.beginEditBlock()
        place.insertText(between(before, lines, after) + ("" if after.strip() else "\n"))
        place.endEditBlock()
        self._editor.setTextCursor(place)
        self._editor.ensureCursorVisible()
        self._keep_words()

    def mark(self, photo: AttachmentId, position: int = 0) -> Mark | None:
        """Where the text shows a photo first, at a position or after it."""
        text = self._editor.text()
        for found in pictures_in(text):
            if found.id == photo and (end := _units(text[: found.end])) >= position:
                return Mark(_units(text[: found.start]), end, found.words)
        return None

    def set_words(self, photo: AttachmentId, words: str) -> None:
        """Put other words beside a photo."""
        mark = self.mark(photo)
        if mark is not None:
            self._editor.replace_range(mark.start, mark.end, picture_text(photo, words))
            self._keep_words()

    def take_out(self, photo: AttachmentId, position: int = 0) -> TakenOut | None:
        """Take a photo out of the text, where `mark` finds it; with its line where nothing else is on it."""
        mark = self.mark(photo, position)
        if mark is None:
            return None
        cursor = QTextCursor(self._editor.document())
        cursor.setPosition(mark.start)
        block = cursor.block()
        cursor.setPosition(mark.end, QTextCursor.MoveMode.KeepAnchor)
        if mark.end - mark.start == block.length() - 1 and block.next().isValid():
            cursor.movePosition(QTextCursor.MoveOperation.NextBlock, QTextCursor.MoveMode.KeepAnchor)
        taken = clean_text(cursor.selectedText())
        cursor.removeSelectedText()
        self._keep_words()
        return TakenOut(cursor, taken)

    def put_back(self, taken: TakenOut) -> None:
        """Put back what was taken out, unless another text is shown by now."""
        if taken.place.document() == self._editor.document():
            taken.place.insertText(taken.text)
            self._keep_words()


def _units(text: str) -> int:
    return len(text) if text.isascii() else len(text.encode("utf-16-le")) // 2
