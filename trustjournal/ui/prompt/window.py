"""The prompt's window: the unlock screen and the one that makes a journal. All deciding is the presenter's."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, QTimer, Signal
from PySide6.QtGui import QCloseEvent, QKeySequence, QPaintEvent, QShortcut
from PySide6.QtWidgets import QStackedLayout, QWidget
from typing_extensions import override

from trustjournal.errors import WorldError
from trustjournal.ui.kit.icons import Icons
from trustjournal.ui.kit.on_screen import open_on_screen
from trustjournal.ui.kit.quit_keys import quit_keys
from trustjournal.ui.kit.tasks import Tasks
from trustjournal.ui.kit.theme import Theme
from trustjournal.ui.prompt.folder_dialog import FolderDialog, ask_for_folder
from trustjournal.ui.prompt.presenter import PromptPresenter
from trustjournal.ui.prompt.state import PromptState, Screen
from trustjournal.ui.prompt.unlock_screen import UnlockScreen

if TYPE_CHECKING:
    from trustjournal.services.passphrases import Strength
    from trustjournal.ui.prompt.create_screen import CreateScreen

SMALLEST = QSize(800, 560)
FIRST_SIZE = QSize(1280, 820)


class PromptWindow(QWidget):
    """Asks which journal to open and how; the one who made it answers with `refuse` or `opened`.

    `look_at` tells what stands in the way of opening a folder's journal, if anything; it, `estimate` and `propose`
    are called by `tasks`. `journals` are the known ones, the last used first; `place` is where a new one would go.
    """

    unlock_requested = Signal(object)
    """An `UnlockRequest`."""
    create_requested = Signal(object)
    """A `CreateRequest`."""
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
        look_at: Callable[[Path], WorldError | None],
        estimate: Callable[[str, Sequence[str]], Strength],
        propose: Callable[[], str],
        tasks: Tasks,
        read_geometry: Callable[[], bytes | None] = lambda: None,
        keep_geometry: Callable[[bytes], None] = lambda _geometry: None,
        ask_for_folder: FolderDialog = ask_for_folder,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self._icons = icons
        self._keep_geometry = keep_geometry
        self._ask_for_folder = ask_for_folder
        self._was_painted = False
        self._screen: Screen | None = None
        self._create_screen: CreateScreen | None = None
        self._unlock_screen: UnlockScreen | None = None
        self._stack = QStackedLayout(self)
        self._presenter = PromptPresenter(
            journals=journals,
            place=place,
            look_at=look_at,
            estimate=estimate,
            propose=propose,
            tasks=tasks,
            show=self.show_state,
            unlock=self.unlock_requested.emit,
            create=self.create_requested.emit,
        )
        self.setWindowTitle("TrustJournal")
        open_on_screen(self, SMALLEST, FIRST_SIZE, read_geometry())
        for keys in quit_keys():
            QShortcut(QKeySequence(keys), self, self.close)
        self.show_state(self._presenter.state)

    # For the process that owns the keys -----------------------------------------------------------

    def refuse(self, error: Exception) -> None:
        """What was asked for could not be done: say why, where it was asked."""
        self._presenter.refuse(error)

    def opened(self) -> None:
        """The journal is open: take no more input, and stay until the session's window is there."""
        self._presenter.opened()

    # Showing --------------------------------------------------------------------------------------

    def show_state(self, state: PromptState) -> None:
        """Show this state."""
        screen = self._unlock() if state.screen is Screen.UNLOCK else self._create()
        is_new = state.screen is not self._screen
        self._screen = state.screen
        screen.show_state(state)
        if is_new:
            self._stack.setCurrentWidget(screen)
            screen.first_focus().setFocus()

    def _unlock(self) -> UnlockScreen:
        if self._unlock_screen is None:
            screen = UnlockScreen(self._theme, self._icons)
            screen.unlock_pressed.connect(self._presenter.ask_to_unlock)
            screen.journal_chosen.connect(self._presenter.choose_journal)
            screen.folder_wanted.connect(self._on_folder_wanted)
            screen.create_wanted.connect(self._presenter.start_creating)
            screen.edited.connect(self._presenter.clear_trouble)
            self._unlock_screen = screen
            self._stack.addWidget(screen)
        return self._unlock_screen

    def _create(self) -> CreateScreen:
        if self._create_screen is None:
            from trustjournal.ui.prompt.create_screen import CreateScreen  # most starts only unlock

            screen = CreateScreen(self._theme, self._icons)
            screen.create_pressed.connect(self._on_create_pressed)
            screen.place_wanted.connect(self._on_place_wanted)
            screen.folder_wanted.connect(self._on_folder_wanted)
            screen.back_wanted.connect(self._presenter.go_back)
            screen.passphrase_edited.connect(self._on_passphrase_edited)
            screen.proposal_wanted.connect(self._presenter.make_one_up)
            screen.proposal_done.connect(self._presenter.put_proposal_away)
            screen.edited.connect(self._presenter.clear_trouble)
            self._create_screen = screen
            self._stack.addWidget(screen)
        return self._create_screen

    def _on_create_pressed(self) -> None:
        screen = self._create()
        self._presenter.ask_to_create(screen.name.text(), screen.passphrase.text(), screen.again.text())

    def _on_passphrase_edited(self) -> None:
        screen = self._create()
        self._presenter.type_passphrase(screen.passphrase.text(), screen.name.text())

    def _on_place_wanted(self) -> None:
        place = self._presenter.state.place
        self._ask_for_folder(self, self.tr("Where should the journal be kept?"), place, self._presenter.choose_place)

    def _on_folder_wanted(self) -> None:
        state = self._presenter.state
        start = state.folder.parent if state.folder is not None else state.place
        self._ask_for_folder(self, self.tr("Which folder is the journal?"), start, self._presenter.choose_journal)

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
