"""The prompt life: asks for a passphrase, derives the keys, hands them to the session and ends.

The passphrase, the data key and the key file are known here only, and here is where they end.
"""

from __future__ import annotations

import gc
import sys
from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

import trustjournal.errors
from trustjournal.app.appearance import Appearance, dress
from trustjournal.app.boot import LifeOrder
from trustjournal.app.control import Word
from trustjournal.app.life import LifeLine, bring_to_front, first_key
from trustjournal.errors import HandOffError, TrustJournalError
from trustjournal.host.local_settings import LocalSettings, LocalSettingsFile
from trustjournal.host.paths import Paths
from trustjournal.ui.kit.tasks import Tasks, ThreadTasks
from trustjournal.ui.prompt.state import CreateRequest, UnlockRequest
from trustjournal.ui.prompt.window import PromptWindow

if TYPE_CHECKING:
    from trustjournal.services.passphrases import Strength
    from trustjournal.services.vault import VaultService
    from trustjournal.storage.journal_keys import JournalKeys


def live_prompt(order: LifeOrder, paths: Paths, local: LocalSettingsFile, settings: LocalSettings) -> int:
    """Live this life; returns the exit code of its process."""
    look = dress(settings, reports=sys.stderr)
    line = LifeLine(order, look.app)
    tasks = ThreadTasks(look.app, name="vault")
    window = prompt_window(look, settings, paths, local, tasks)
    prompt = Prompt(order, look, line, local, tasks, window)
    line.listen()
    return prompt.run()


def prompt_window(
    look: Appearance, settings: LocalSettings, paths: Paths, local: LocalSettingsFile, tasks: Tasks
) -> PromptWindow:
    """The window of the prompt, with everything it may ask for."""
    return PromptWindow(
        look.theme,
        look.icons,
        journals=settings.journals,
        place=paths.journals,
        look_at=lambda folder: _vault().look_at(folder),
        estimate=_estimate,
        propose=_propose,
        tasks=tasks,
        read_geometry=lambda: settings.window,
        keep_geometry=lambda geometry: _keep_geometry(local, geometry),
    )


class Prompt(QObject):
    """Ties the window to the vault, the key pipe and the supervisor."""

    def __init__(
        self,
        order: LifeOrder,
        look: Appearance,
        line: LifeLine,
        local: LocalSettingsFile,
        tasks: ThreadTasks,
        window: PromptWindow,
    ) -> None:
        super().__init__()
        self._order = order
        self._app = look.app
        self._line = line
        self._local = local
        self._tasks = tasks
        self._window = window
        self._has_handed_over = False
        window.unlock_requested.connect(self._on_unlock_requested)
        window.create_requested.connect(self._on_create_requested)
        window.painted.connect(self._on_window_painted)
        window.closed.connect(self._quit)
        line.show_allowed.connect(self._on_show_allowed)
        line.raise_requested.connect(lambda token: bring_to_front(window, token))
        line.leave_requested.connect(look.app.quit)
        line.end_requested.connect(self._quit)

    def run(self) -> int:
        """Live until the session has painted, or the person closes the window."""
        error = known_error(self._order.notice)
        if error is not None:
            self._window.refuse(error)
        return self._app.exec()

    def _on_window_painted(self) -> None:
        self._line.say(Word.PAINTED)
        gc.enable()
        # While somebody types a passphrase the session imports Qt and the pages, and then waits for its key.
        first_key(self._window).happened.connect(self._prepare_session)

    def _prepare_session(self) -> None:
        self._line.say(Word.UNLOCKING)

    def _on_show_allowed(self) -> None:
        bring_to_front(self._window, "")

    def _on_unlock_requested(self, request: UnlockRequest) -> None:
        self._prepare_session()
        self._tasks.run(
            lambda: _vault().unlock(request.folder, request.passphrase),
            owner=self,
            done=self._hand_over,
            failed=self._window.refuse,
        )

    def _on_create_requested(self, request: CreateRequest) -> None:
        self._prepare_session()
        self._tasks.run(
            lambda: _vault().create(request.folder, request.passphrase),
            owner=self,
            done=self._hand_over,
            failed=self._window.refuse,
        )

    def _hand_over(self, keys: JournalKeys) -> None:
        from trustjournal.app.handoff import write_hand_off

        if self._has_handed_over:
            return
        self._has_handed_over = True
        self._window.keep_place_on_screen()
        self._local.change(lambda settings: settings.opened(keys.folder))
        self._window.opened()
        try:
            write_hand_off(self._order.key, keys)
        except HandOffError as error:
            # The session is gone; the supervisor knows, and a new prompt is on its way.
            self._window.refuse(error)
        finally:
            keys.wipe()

    def _quit(self) -> None:
        self._line.say(Word.QUIT)
        self._app.quit()


def known_error(name: str) -> TrustJournalError | None:
    """An error of that class name, if the program has one: a name is all that is told between processes."""
    kind = getattr(trustjournal.errors, name, None) if name else None
    return kind() if isinstance(kind, type) and issubclass(kind, TrustJournalError) else None


def _keep_geometry(local: LocalSettingsFile, geometry: bytes) -> None:
    local.change(lambda settings: replace(settings, window=geometry))


# Imported when they are called, on the tasks' thread: the first frame waits for none of this.


def _vault() -> VaultService:
    from trustjournal.host.clock import SystemClock
    from trustjournal.services.vault import VaultService

    return VaultService(SystemClock())


def _estimate(passphrase: str, own_words: Sequence[str]) -> Strength:
    from trustjournal.services.passphrases import estimate

    return estimate(passphrase, own_words)


def _propose() -> str:
    from trustjournal.services.passphrases import propose

    return propose()
