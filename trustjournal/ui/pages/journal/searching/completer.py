"""Completes what is typed behind an operator in the search field: names, feelings, parts, dates."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QEvent, QObject, QStringListModel, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QCompleter, QListView
from typing_extensions import override

from trustjournal.domain.query import Completion, completion_at
from trustjournal.ui.kit.line_edit import LineEdit
from trustjournal.ui.kit.text_scale import scaled
from trustjournal.ui.kit.theme import Theme
from trustjournal.ui.pages.journal.searching.offers import Offer

MOST_SEEN = 7
WIDTH = 240


class FieldCompleter(QObject):
    """Watches the field; Enter or Tab takes what is chosen, Escape sends the offers away."""

    def __init__(self, field: LineEdit, theme: Theme, offers: Callable[[Completion], Sequence[Offer]]) -> None:
        super().__init__(field)
        self._field = field
        self._offers_of = offers
        self._completion: Completion | None = None
        self._offers: Sequence[Offer] = ()
        self._model = QStringListModel(self)
        self.completer = QCompleter(self._model, self)
        self.completer.setCompletionMode(QCompleter.CompletionMode.UnfilteredPopupCompletion)
        self.completer.setMaxVisibleItems(MOST_SEEN)
        self.completer.setWidget(field)
        self.popup = QListView()
        self.popup.setAccessibleName(self.tr("What can stand here"))
        self.completer.setPopup(self.popup)
        self.popup.installEventFilter(self)
        field.textEdited.connect(self.offer)
        self._theme = theme
        theme.changed.connect(self._adopt_theme)
        self._adopt_theme()

    def offer(self) -> None:
        """Offer what fits at the caret, if it stands behind the colon of an operator."""
        text = self._field.text()
        self._completion = completion_at(text, self._field.cursorPosition())
        self._offers = () if self._completion is None else self._offers_of(self._completion)
        if self._completion is not None and [one.term for one in self._offers] == [self._completion.typed]:
            self._offers = ()  # it is written already
        if not self._offers:
            self.popup.hide()
            return
        self._model.setStringList([offer.label for offer in self._offers])
        where = self._field.rect()
        where.setWidth(min(self._field.width(), max(scaled(WIDTH), self._field.width() // 2)))
        self.completer.complete(where)
        self.popup.setCurrentIndex(self.completer.completionModel().index(0, 0))

    def _adopt_theme(self) -> None:
        """A window of its own needs a ground of its own: lists in a page have none."""
        palette = self._theme.palette
        self.popup.setStyleSheet(f"QListView {{ background: {palette.surface}; border: 1px solid {palette.border}; }}")

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        is_key = isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress
        if watched is self.popup and is_key:
            assert isinstance(event, QKeyEvent)
            if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Tab):
                self._take(self.popup.currentIndex().row())
                return True
        if watched is self.popup and event.type() == QEvent.Type.MouseButtonRelease:
            self._take(self.popup.currentIndex().row())
            return True
        return super().eventFilter(watched, event)

    def _take(self, row: int) -> None:
        self.popup.hide()
        if self._completion is None or not 0 <= row < len(self._offers):
            return
        text, caret = self._completion.completed(self._field.text(), self._offers[row].term)
        self._field.setText(text)
        self._field.setCursorPosition(caret)
        self._field.textEdited.emit(text)
