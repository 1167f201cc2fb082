"""The two halves of the journal page: beside each other, or in turns where there is no room for both."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QSplitter, QWidget
from typing_extensions import override

from trustjournal.ui.kit.theme import Theme
from trustjournal.ui.pages.journal.entry_list.pane import ListPane
from trustjournal.ui.pages.journal.sheet.pane import SheetPane

LIST_WIDTH = 330
NARROWEST_LIST = 220
NARROWEST_SHEET = 400


class Halves(QSplitter):
    """Shows the list and the sheet as there is room, and as is wished: `fit` after each change of a wish."""

    def __init__(self, entries: ListPane, sheet: SheetPane, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self._entries = entries
        self._sheet = sheet
        self._theme = theme
        self.list_width = 0
        """How wide the person made the list; 0 where they never did."""
        self.is_list_wanted = True
        """Which half is shown where they take turns."""
        self.is_quiet = False
        """Focus mode: they take turns wherever there is room."""
        self.has_list = True
        """Whether there is anything to list."""
        self.addWidget(entries)
        self.addWidget(sheet)
        self.setChildrenCollapsible(False)
        self.setStretchFactor(0, 0)
        self.setStretchFactor(1, 1)
        self.splitterMoved.connect(self._on_splitter_moved)

    @property
    def takes_turns(self) -> bool:
        """Whether only one of the two can be seen."""
        return self.is_quiet or self._room() < self._theme.sp(NARROWEST_LIST) + self._theme.sp(NARROWEST_SHEET)

    def show_list(self, *, is_wanted: bool) -> None:
        """Show the list, or the sheet, where they take turns."""
        self.is_list_wanted = is_wanted
        self.fit()

    def fit(self) -> None:
        """Give each half its room."""
        takes_turns = self.takes_turns
        is_list_shown = self.has_list and (not takes_turns or self.is_list_wanted)
        self._entries.setMinimumWidth(self._theme.sp(NARROWEST_LIST))
        self._sheet.setMinimumWidth(0 if takes_turns else self._theme.sp(NARROWEST_SHEET))
        self._sheet.list_button.setVisible(takes_turns and not self.is_quiet)
        self._entries.setVisible(is_list_shown)
        self._sheet.setVisible(not (takes_turns and is_list_shown))
        if not takes_turns and is_list_shown:
            wanted = self.list_width or self._theme.sp(LIST_WIDTH)
            wanted = max(self._theme.sp(NARROWEST_LIST), min(wanted, self._room() - self._theme.sp(NARROWEST_SHEET)))
            self.setSizes([wanted, max(1, self._room() - wanted)])

    @override
    def minimumSizeHint(self) -> QSize:
        return QSize(self._theme.sp(NARROWEST_LIST), self._theme.sp(NARROWEST_LIST))  # then one half gives way

    def _room(self) -> int:
        """The page's: after it has changed, the splitter's own follows later."""
        page = self.parentWidget()
        return self.width() if page is None else page.width()

    def _on_splitter_moved(self) -> None:
        self.list_width = self._entries.width()
