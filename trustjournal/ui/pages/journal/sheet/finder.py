"""Looks for words in the text of an editor, marks them, goes from one to the next and replaces them."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtGui import QTextCursor

from trustjournal.domain.find_in_text import FindableText, Looking, first_from
from trustjournal.ui.parts.editor import Editor, MarkLayer

LONG_TEXT = 300_000
"""Characters. In a longer text, typing is waited for before it is looked through."""
WAIT_MS = 200


@dataclass(frozen=True, slots=True)
class FindState:
    """How many hits there are and which one is selected, counted from 1; 0 is none of them."""

    is_looking: bool = False
    count: int = 0
    current: int = 0


class Finder(QObject):
    """The hit one is at is selected in the text, so that leaving the search leaves the caret there."""

    state_changed = Signal(object)
    """A `FindState`."""

    def __init__(self, editor: Editor) -> None:
        super().__init__(editor)
        self._editor = editor
        self._looking = Looking()
        self._is_open = False
        self._origin = 0
        self._text: FindableText | None = None
        self._hits: list[tuple[int, int]] = []
        self._waiting = QTimer(self, singleShot=True, interval=WAIT_MS)
        self._waiting.timeout.connect(self._on_waiting_timeout)
        self._goes_to_hit = False
        self._marked: list[tuple[int, int]] = []
        editor.edited.connect(self.text_changed)
        editor.cursorPositionChanged.connect(self._show)

    @property
    def has_words(self) -> bool:
        """Whether it is known what is looked for."""
        return bool(self._looking.words)

    def open(self) -> None:
        """Begin to look, from where the caret is."""
        self._is_open = True
        self._origin = min(self._editor.selection())
        self._look()
        self._show()

    def close(self) -> None:
        """Look no more; the words are remembered."""
        self._is_open = False
        self._waiting.stop()
        self._text = None
        self._hits, self._marked = [], []
        self._editor.set_marks(MarkLayer.FOUND, [])
        self._editor.set_marks(MarkLayer.CURRENT, [])

    def look_for(self, looking: Looking) -> None:
        """Look for something else, and go to the first place it is at."""
        self._looking = looking
        if not self._is_open:
            return
        self._goes_to_hit = True
        if self._editor.document().characterCount() > LONG_TEXT:
            self._waiting.start()
        else:
            self._on_waiting_timeout()

    def go(self, *, back: bool = False) -> None:
        """Go to the next hit, or the one before; round at the end."""
        self._look_if_late()
        if not self._hits:
            return
        start, end = sorted(self._editor.selection())
        if back:
            index = (first_from(self._hits, start) - 1) % len(self._hits)
        else:
            index = first_from(self._hits, end if start != end else start)
        self._select(*self._hits[index])

    def replace(self, by: str) -> None:
        """Put other words in place of the hit one is at, and go to the next; without one, only go there."""
        self._look_if_late()
        hit = self._current()
        if hit and not self._editor.isReadOnly():
            start, end = self._hits[hit - 1]
            self._editor.replace_range(start, end, by)
            self._editor.set_cursor_position(start + _units(by))
            self._look()
        self.go()

    def replace_all(self, by: str) -> tuple[int, Callable[[], None]]:
        """Put other words in place of every hit, as one step to undo.

        Returns how many there were, and what puts them back wherever they were not written over since.
        """
        self._look_if_late()
        hits, self._hits = self._hits, []
        if not hits or self._editor.isReadOnly():
            return 0, lambda: None
        document = self._editor.document()
        cursor = QTextCursor(document)
        olds = []
        cursor.beginEditBlock()
        for start, end in reversed(hits):
            cursor.setPosition(start)
            cursor.setPosition(end, QTextCursor.MoveMode.KeepAnchor)
            olds.append(cursor.selectedText())
            cursor.insertText(by)
        cursor.endEditBlock()
        places = []
        moved = 0
        for start, end in hits:
            place = QTextCursor(document)
            place.setPosition(start + moved)
            place.setPosition(start + moved + _units(by), QTextCursor.MoveMode.KeepAnchor)
            place.setKeepPositionOnInsert(True)
            places.append(place)
            moved += _units(by) - (end - start)
        olds.reverse()

        def put_back() -> None:
            if self._editor.document() != document:
                return
            cursor.beginEditBlock()
            for place, old in zip(places, olds, strict=True):
                if place.selectedText() == by:
                    place.insertText(old)
            cursor.endEditBlock()

        self._look()
        self._show()
        return len(hits), put_back

    def text_changed(self) -> None:
        """The text was edited, or another one is shown."""
        self._text = None
        if self._is_open:
            self._waiting.start()

    # Inside -----------------------------------------------------------------------------------

    def _look(self) -> None:
        self._waiting.stop()
        if self._text is None or self._text.match_case != self._looking.match_case:
            self._text = FindableText(self._editor.text(), match_case=self._looking.match_case)
        self._hits = self._text.hits(self._looking)
        self._editor.set_marks(MarkLayer.FOUND, self._hits)

    def _look_if_late(self) -> None:
        if self._text is None or self._waiting.isActive():
            self._look()
            self._goes_to_hit = False

    def _on_waiting_timeout(self) -> None:
        self._look()
        if self._goes_to_hit:
            self._goes_to_hit = False
            if self._hits:
                self._select(*self._hits[first_from(self._hits, self._origin)])
        self._show()

    def _select(self, start: int, end: int) -> None:
        self._editor.set_selection(start, end)
        self._editor.scroll_into_view(start)
        self._show()

    def _current(self) -> int:
        start, end = sorted(self._editor.selection())
        if not self._hits or start == end:
            return 0
        index = first_from(self._hits, start)
        return index + 1 if self._hits[index] == (start, end) else 0

    def _show(self) -> None:
        if not self._is_open:
            return
        current = self._current()
        marked = [self._hits[current - 1]] if current else []
        if marked != self._marked:
            self._marked = marked
            self._editor.set_marks(MarkLayer.CURRENT, marked)
        self.state_changed.emit(FindState(self.has_words, len(self._hits), current))


def _units(text: str) -> int:
    return len(text.encode("utf-16-le")) // 2
