"""The menu with everything that can be done with the entry on the sheet, in sections."""

from __future__ import annotations

from collections.abc import Callable
from enum import Enum, auto

from PySide6.QtGui import QAction, QIcon, QKeySequence
from PySide6.QtWidgets import QMenu, QWidget


class MenuSection(Enum):
    """Sections of the menu, in their order."""

    ENTRY = auto()
    """What is around the words: date, people, tags."""
    WRITING = auto()
    """The words themselves."""
    SEEING = auto()
    """How the sheet looks."""
    KEEPING = auto()
    """Versions, copies, paper."""
    ENDING = auto()
    """What takes the entry away."""


class SheetMenu(QMenu):
    """A section that has nothing in it leaves no line behind."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._ends = {section: self.addSeparator() for section in MenuSection}

    def add(
        self,
        section: MenuSection,
        words: str,
        do: Callable[[], object],
        *,
        icon: QIcon | None = None,
        keys: str = "",
    ) -> QAction:
        """Put an action at the end of a section; `keys` are only named here, and heard elsewhere."""
        action = QAction(icon or QIcon(), f"{words}\t{keys}" if keys else words, self)
        action.triggered.connect(lambda: do())
        self.insertAction(self._ends[section], action)
        return action

    def add_menu(self, section: MenuSection, menu: QMenu) -> None:
        """Put a menu of its own at the end of a section."""
        self.insertMenu(self._ends[section], menu)


def named(keys: str) -> str:
    """Keys as they are named on this system."""
    return QKeySequence(keys).toString(QKeySequence.SequenceFormat.NativeText)
