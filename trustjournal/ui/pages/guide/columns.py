"""Three columns where there is room; else the list folds into a button and what goes with a part stands under it."""

from __future__ import annotations

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from trustjournal.ui.kit.divider import Divider
from trustjournal.ui.kit.scroll_column import ScrollColumn
from trustjournal.ui.kit.theme import Theme
from trustjournal.ui.pages.guide.part_list import PartList
from trustjournal.ui.pages.guide.reading_column import ReadingColumn
from trustjournal.ui.pages.guide.side_column import SideColumn

WIDE_FROM = 860
"""Pixels at 100 % text from which the three columns stand side by side."""
SLIM_BELOW = 480
"""Pixels at 100 % text under which a prompt's button goes under its words."""
SIDE_WIDTH = 230
LIST_WIDTH = 250
_ANY = 16_777_215
"""Qt’s word for a size without a limit."""
FOUND_WIDTH = 300
"""The list while it says what was found."""


class Columns(QWidget):
    """List, text and side. `found` stands in the place of the list while somebody looks for words."""

    def __init__(self, parts: PartList, reading: ReadingColumn, side: SideColumn, found: QWidget, theme: Theme) -> None:
        super().__init__()
        self._parts, self._reading, self._side, self._found, self._theme = parts, reading, side, found, theme
        self._is_wide: bool | None = None
        self._is_finding = False
        self._is_quiet = False
        self._has_side = True
        self._list_area = ScrollColumn(margin=14)
        self._list_area.body.addWidget(parts)
        self._list_area.body.addStretch(1)
        self._found_slot = QVBoxLayout()
        self._side_area = ScrollColumn(margin=20)
        self._dividers = (Divider(upright=True), Divider(upright=True))
        text = QVBoxLayout()
        text.setContentsMargins(0, 0, 0, 0)
        text.setSpacing(0)
        text.addLayout(self._found_slot)
        text.addWidget(reading, 1)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        self._row = row
        row.addWidget(self._list_area)
        row.addWidget(self._dividers[0])
        row.addLayout(text, 1)
        row.addWidget(self._dividers[1])
        row.addWidget(self._side_area)
        found.hide()

    def show_found(self, *, is_finding: bool) -> None:
        """Have what was found in the place of the list, or the list again."""
        self._is_finding = is_finding
        self.arrange(again=True)

    def set_quiet(self, *, quiet: bool) -> None:
        """Hide all but what is read."""
        self._is_quiet = quiet
        self.arrange(again=True)

    def show_side(self, *, has_side: bool) -> None:
        """Whether anything stands beside the text."""
        self._has_side = has_side
        self._fit_side()

    def fit(self) -> None:
        """The text size changed."""
        self._side_area.setFixedWidth(self._theme.sp(SIDE_WIDTH))
        self.arrange(again=True)

    def arrange(self, *, again: bool = False) -> None:
        """Give each column its room."""
        width = self.width() if (page := self.parentWidget()) is None else page.width()
        self._reading.set_narrow(narrow=width < self._theme.sp(SLIM_BELOW))
        wide = width >= self._theme.sp(WIDE_FROM)
        self._found.setMaximumHeight(_ANY if wide else max(1, self.height() // 2))
        if wide == self._is_wide and not again:
            return
        self._is_wide = wide
        has_list = wide and not self._is_finding and not self._is_quiet
        self._list_area.setFixedWidth(self._theme.sp(LIST_WIDTH))
        self._list_area.setVisible(has_list)
        self._dividers[0].setVisible(has_list or (wide and self._is_finding))
        self._parts.set_narrow(narrow=not wide)
        self._parts.setVisible(not self._is_quiet)
        if wide:
            self._list_area.body.insertWidget(0, self._parts)
            self._side_area.body.addWidget(self._side)
            self._row.insertWidget(0, self._found)
            self._found.setFixedWidth(self._theme.sp(FOUND_WIDTH))
        else:
            self._reading.chooser_slot.addWidget(self._parts)
            self._reading.side_slot.addWidget(self._side)
            self._found_slot.addWidget(self._found)
            self._found.setMinimumWidth(0)
            self._found.setMaximumWidth(_ANY)
        self._found.setVisible(self._is_finding)
        self._fit_side()

    def _fit_side(self) -> None:
        is_beside = bool(self._is_wide) and self._has_side and not self._is_quiet
        self._side.setVisible(self._has_side and not self._is_quiet)
        self._side_area.setVisible(is_beside)
        self._dividers[1].setVisible(is_beside)
