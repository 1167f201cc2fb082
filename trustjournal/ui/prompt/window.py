"""The prompt's window: one screen at a time, and the lock above them while a vault is open. The presenter decides."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path

from PySide6.QtCore import QSize, Qt, QTimer, Signal
from PySide6.QtGui import QCloseEvent, QKeySequence, QPaintEvent, QShortcut
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget
from typing_extensions import override

from trustjournal.domain.help import Care
from trustjournal.domain.vault_task import TaskOrder
from trustjournal.ui.kit.dialogs import Dialogs
from trustjournal.ui.kit.icons import Icons
from trustjournal.ui.kit.keyboard_layout import KeyboardLayout
from trustjournal.ui.kit.on_screen import open_on_screen
from trustjournal.ui.kit.quit_keys import quit_keys
from trustjournal.ui.kit.tasks import Tasks
from trustjournal.ui.kit.theme import Theme
from trustjournal.ui.prompt.enquiries import Enquiries
from trustjournal.ui.prompt.lock_bar import LockBar
from trustjournal.ui.prompt.presenter import PromptPresenter
from trustjournal.ui.prompt.prompt_screen import PromptScreen
from trustjournal.ui.prompt.requests import Answer
from trustjournal.ui.prompt.screens import Screens
from trustjournal.ui.prompt.state import PromptState, Screen

SMALLEST = QSize(800, 560)
FIRST_SIZE = QSize(1280, 820)
LOCK_KEYS = "Ctrl+L"
HELP_KEYS = "F1"


class PromptWindow(QWidget):
    """Asks which journal to open and how, and what to do with it; each `Request` is answered by the one who made this.

    `journals` are the known ones, the last used first; `place` is where a new one would go. `order` is what the
    journal is unlocked for, if not to be read. `trusted_ways` are the ids of the ways in that this computer has the
    secret of. `keyboard_layout` says under X11 what the keyboard is set to. `read_care` reads what is shown to somebody
    who asks for help before unlocking; without it, nothing leads there.
    """

    requested = Signal(object)
    """A `Request`."""
    painted = Signal()
    """The first frame is on screen."""
    closed = Signal()
    """The person closed the window."""

    def __init__(
        self,
        theme: Theme,
        icons: Icons,
        *,
        journals: Sequence[Path],
        place: Path,
        enquiries: Enquiries,
        tasks: Tasks,
        order: TaskOrder | None = None,
        trusted_ways: frozenset[str] = frozenset(),
        dialogs: Dialogs | None = None,
        keyboard_layout: Callable[[], str] = lambda: "",
        read_care: Callable[[], Care] | None = None,
        read_geometry: Callable[[], bytes | None] = lambda: None,
        keep_geometry: Callable[[bytes], None] = lambda _geometry: None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._keep_geometry = keep_geometry
        self._was_painted = False
        self._screen: Screen | None = None
        self._built: dict[Screen, PromptScreen] = {}
        self._presenter = PromptPresenter(
            journals=journals,
            place=place,
            order=order,
            trusted_ways=trusted_ways,
            enquiries=enquiries,
            tasks=tasks,
            show=self.show_state,
            send=self.requested.emit,
        )
        self._screens = Screens(
            theme, icons, KeyboardLayout(keyboard_layout, self), self._presenter, dialogs or Dialogs(), self, read_care
        )
        self._lock_bar = LockBar(icons)
        self._lock_bar.pressed.connect(self._presenter.lock)
        self._stack = QStackedWidget()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._lock_bar)
        column.addWidget(self._stack, 1)
        self.setWindowTitle("TrustJournal")
        open_on_screen(self, SMALLEST, FIRST_SIZE, read_geometry())
        for keys in quit_keys():
            QShortcut(QKeySequence(keys), self, self.close)
        QShortcut(QKeySequence(LOCK_KEYS), self, self._presenter.lock)
        QShortcut(QKeySequence(Qt.Key.Key_Escape), self, self._presenter.go_back)
        if read_care is not None:
            QShortcut(QKeySequence(HELP_KEYS), self, self._presenter.ask_for_help)
        self.show_state(self._presenter.state)

    # For the process that owns the keys -----------------------------------------------------------

    def refuse(self, error: Exception) -> None:
        """What was asked for could not be done: say why, where it was asked."""
        self._presenter.refuse(error)

    def answer(self, answer: Answer) -> None:
        """What was asked for is done, or so far."""
        self._presenter.answer(answer)

    def opened(self) -> None:
        """The journal is open: take no more input, and stay until the session's window is there."""
        self._presenter.opened()

    def lock_when_idle(self) -> None:
        """Nobody is there any more: an open vault is given up, after what is under way; what was typed goes too."""
        self._presenter.lock_in_time()
        state = self._presenter.state
        if state.vault is None and not state.is_working:
            self._built[state.screen].begin(state)

    # Showing --------------------------------------------------------------------------------------

    def show_state(self, state: PromptState) -> None:
        """Show this state."""
        screen = self._built.get(state.screen)
        if screen is None:
            screen = self._built[state.screen] = self._screens.build(state.screen)
            self._stack.addWidget(screen)
        is_new = state.screen is not self._screen
        if is_new and state.screen is Screen.HELP and self._screen is not None:
            self._built[self._screen].begin(state)  # nothing typed stays behind what can be read by everybody
        self._screen = state.screen
        self._lock_bar.setVisible(state.vault is not None and not state.is_done)
        if is_new:
            screen.begin(state)
        screen.show_state(state)
        if is_new:
            self._stack.setCurrentWidget(screen)
            screen.first_focus().setFocus()

    # Manners of a window --------------------------------------------------------------------------

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if not self._was_painted:
            self._was_painted = True
            QTimer.singleShot(0, self._on_first_frame)

    def _on_first_frame(self) -> None:
        self.painted.emit()
        self._presenter.start()

    @override
    def closeEvent(self, event: QCloseEvent) -> None:
        self.keep_place_on_screen()
        super().closeEvent(event)
        self.closed.emit()

    def keep_place_on_screen(self) -> None:
        """Remember where the window is and how large, for the session's window and the next start."""
        self._keep_geometry(bytes(self.saveGeometry().data()))
