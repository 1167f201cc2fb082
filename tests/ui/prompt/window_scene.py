"""A prompt's window with a keyboard, and dialogs that a test answers."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from typing import TypeVar

from PySide6.QtCore import Qt
from PySide6.QtGui import QPagedPaintDevice
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QWidget

from tests.ui.prompt.scene import ALL_WAYS, PERSONAL, VAULT
from trustjournal.domain.way_in import WayIn, WayInKind
from trustjournal.ui.prompt.prompt_screen import PromptScreen
from trustjournal.ui.prompt.requests import (
    Request,
    VaultOpened,
)
from trustjournal.ui.prompt.window import PromptWindow

S = TypeVar("S", bound=PromptScreen)


@dataclass
class Answers:
    """Answers the dialogs of the system."""

    folder: Path | None = None
    file: Path | None = None
    has_printer: bool = False
    proposed_names: list[str] = field(default_factory=list)
    printed: int = 0

    def ask_for_folder(self, parent: QWidget, title: str, start: Path, chosen: Callable[[Path], None]) -> None:
        if self.folder is not None:
            chosen(self.folder)

    def ask_where_to_save(self, parent: QWidget, title: str, name: str, chosen: Callable[[Path], None]) -> None:
        self.proposed_names.append(name)
        if self.file is not None:
            chosen(self.file)

    def ask_to_print(
        self, parent: QWidget, draw: Callable[[QPagedPaintDevice], None], printed: Callable[[], None]
    ) -> bool:
        if self.has_printer:
            self.printed += 1
            printed()
        return self.has_printer


@dataclass
class Scene:
    """One window, what it asked for, and a keyboard."""

    window: PromptWindow
    requests: list[Request]

    def opened(self, way_in: WayInKind = WayInKind.PASSPHRASE, ways: tuple[WayIn, ...] = ALL_WAYS) -> None:
        self.window._presenter.getting_in.by_passphrase("words")
        self.window.answer(VaultOpened(PERSONAL, way_in, VAULT, ways))
        self.requests.clear()
        QApplication.processEvents()

    def screen(self, kind: type[S]) -> S:
        """The screen in sight, which is of that kind."""
        shown = self.window._stack.currentWidget()
        assert isinstance(shown, kind)
        return shown

    def press(self, key: Qt.Key, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
        focus = QApplication.focusWidget()
        assert focus is not None
        QTest.keyClick(focus, key, modifier)

    def type(self, text: str) -> None:
        focus = QApplication.focusWidget()
        assert focus is not None
        QTest.keyClicks(focus, text)

    def says(self, words: str) -> bool:
        labels = self.window.findChildren(QLabel)
        return any(words in label.text() for label in labels if label.isVisible())


Begin = Callable[..., Scene]
"""Opens a window for a task, if any, and its detail."""
