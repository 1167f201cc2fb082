"""What a search found in the entry on the sheet: marked, counted, and gone through with a key."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QCoreApplication, QEvent, QObject, Qt
from PySide6.QtGui import QColor, QInputMethodEvent, QKeySequence, QShortcut, QTextCharFormat
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from trustjournal.domain.found import Places
from trustjournal.ui.kit.icons import Icons
from trustjournal.ui.kit.tasks import TaskHandle, Tasks
from trustjournal.ui.kit.theme import Theme
from trustjournal.ui.pages.journal.sheet.hits_bar import HitsBar
from trustjournal.ui.pages.journal.sheet.pane import SheetPane
from trustjournal.ui.parts.editor import MarkLayer

FindPlaces = Callable[[str, str, str], Places]
"""Where the words of a query stand in a title and a text. Runs on the journal's thread."""


class HitsInEntry(QObject):
    """The hits of the title come first. Those in the text follow it while it is edited; those in the title go."""

    def __init__(self, sheet: SheetPane, theme: Theme, icons: Icons, *, places: FindPlaces, tasks: Tasks) -> None:
        super().__init__(sheet)
        self._sheet, self._text, self._title = sheet, sheet.text, sheet.head.title
        self._theme = theme
        self._places = places
        self._tasks = tasks
        self._looking: TaskHandle | None = None
        self._in_title: tuple[tuple[int, int], ...] = ()
        self._current: tuple[int, int] | None = None
        """The hit one is at: its number among those of the title is below 0."""
        self.bar = HitsBar(icons)
        sheet.strips.add(self.bar)
        self._close_keys = QShortcut(QKeySequence("Esc"), sheet)
        self._close_keys.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        self._close_keys.setEnabled(False)
        self._close_keys.activated.connect(self.forget)
        self.bar.step_requested.connect(lambda back: self.step(back=back))
        self.bar.close_requested.connect(self._on_bar_close_requested)
        self._text.edited.connect(self._on_text_edited)
        self._title.textEdited.connect(self._on_title_text_edited)
        sheet.finding.bar.installEventFilter(self)
        sheet.finding.step_instead = lambda back: self.step(back=back)
        theme.changed.connect(self._mark_title)

    @property
    def _all(self) -> list[tuple[bool, int, int]]:
        """Every hit in order: whether it is in the title, and where it begins and ends."""
        in_text = self._text.marks(MarkLayer.HIT)
        return [(True, *place) for place in self._in_title] + [(False, *place) for place in in_text]

    def look(self, query: str, *, go: bool) -> None:
        """Mark what a query finds in the entry that is shown; `go`: bring the first of it into sight."""
        self._stop_looking()
        title, text = self._title.text(), self._text.text()

        def found(places: Places) -> None:
            if (self._title.text(), self._text.text()) == (title, text):  # else somebody has been typing meanwhile
                self._show(places, go=go)

        self._looking = self._tasks.run(
            lambda: self._places(query, title, text), owner=self, done=found, failed=lambda _error: None
        )

    def forget(self) -> None:
        """Take the marks away."""
        self._stop_looking()
        if self._in_title or not self.bar.isHidden():
            self._in_title = ()
            self._current = None
            self._mark_title()
            self._text.set_marks(MarkLayer.HIT, ())
            self._text.set_marks(MarkLayer.CURRENT, ())
            self.bar.hide()
        self._close_keys.setEnabled(False)

    def step(self, *, back: bool) -> bool:
        """Go to the next hit or the one before, round and round; returns whether there is any."""
        hits = self._all
        if self.bar.isHidden() or not hits:
            return False
        at = self._number()
        if at:
            to = (at - 2 if back else at) % len(hits)
        else:
            caret = self._text.cursor_position()
            after = [number for number, (in_title, start, _) in enumerate(hits) if not in_title and start >= caret]
            to = (after[0] - (1 if back else 0)) % len(hits) if after else (len(hits) - 1 if back else 0)
        self._go(to)
        return True

    # Inside -----------------------------------------------------------------------------------

    def _show(self, places: Places, *, go: bool) -> None:
        self._in_title = places.title
        self._current = None
        self._text.set_marks(MarkLayer.HIT, places.text)
        self._text.set_marks(MarkLayer.CURRENT, ())
        self._mark_title()
        count = len(self._all)
        self.bar.setVisible(count > 0)
        self._close_keys.setEnabled(count > 0)
        if count and go:
            self._go(0)
        else:
            self.bar.say(0, count)

    def _go(self, index: int) -> None:
        hits = self._all
        in_title, start, end = hits[index]
        self._current = (-1, index) if in_title else (start, end)
        self._text.set_marks(MarkLayer.CURRENT, () if in_title else ((start, end),))
        self._mark_title()
        if in_title:
            self._sheet.paper.scroll_to(0)
            self._title.setCursorPosition(start)
        else:
            self._text.set_cursor_position(start)
            self._text.scroll_into_view(start)
        self.bar.say(index + 1, len(hits))

    def _number(self) -> int:
        """Which hit one is at, counted from 1; 0 where one is at none."""
        if self._current is None:
            return 0
        if self._current[0] == -1:
            return self._current[1] + 1
        current = tuple(self._text.marks(MarkLayer.CURRENT))
        hits = [(start, end) for in_title, start, end in self._all if not in_title]
        return len(self._in_title) + hits.index(current[0]) + 1 if current and current[0] in hits else 0

    def _mark_title(self) -> None:
        """A line of text has no marks of its own; what an input method composes in it has a look."""
        caret = self._title.cursorPosition()
        attributes = []
        for number, (start, end) in enumerate(self._in_title):
            is_current = self._current == (-1, number)
            look = QTextCharFormat()
            look.setBackground(QColor(self._theme.palette.trust if is_current else self._theme.palette.trust_wash))
            look.setForeground(QColor(self._theme.palette.on_trust if is_current else self._theme.palette.ink))
            look.setUnderlineStyle(QTextCharFormat.UnderlineStyle.SingleUnderline)
            attributes.append(
                QInputMethodEvent.Attribute(
                    QInputMethodEvent.AttributeType.TextFormat, start - caret, end - start, look
                )
            )
        QCoreApplication.sendEvent(self._title, QInputMethodEvent("", attributes))

    def _stop_looking(self) -> None:
        if self._looking is not None:
            self._looking.cancel()
            self._looking = None

    def _on_text_edited(self) -> None:
        if not self.bar.isHidden():
            self.bar.say(self._number(), len(self._all))
            self.bar.setVisible(bool(self._all))

    def _on_title_text_edited(self) -> None:
        if self._in_title:
            self._in_title = ()
            self._current = None
            self._mark_title()
            self._on_text_edited()

    def _on_bar_close_requested(self) -> None:
        self.forget()
        self._text.setFocus(Qt.FocusReason.OtherFocusReason)

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        is_finding = isinstance(watched, QWidget) and event.type() == QEvent.Type.Show
        if is_finding:  # somebody looks for other words in this entry
            self.forget()
        return super().eventFilter(watched, event)
