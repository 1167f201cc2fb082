"""The prompt life: asks for a passphrase, derives the keys, hands them to the session and ends.

The passphrase, the data key and the key file are known here only, and here is where they end.
"""

from __future__ import annotations

import gc
import sys
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, Signal

import trustjournal.errors
from trustjournal.app.appearance import Appearance, dress
from trustjournal.app.boot import LifeOrder
from trustjournal.app.control import Word
from trustjournal.app.life import LifeLine, bring_to_front, first_key, show_behind
from trustjournal.app.system_dialogs import announced_dialogs
from trustjournal.app.vault_desk import VaultDesk
from trustjournal.domain.vault_task import TaskOrder
from trustjournal.errors import HandOffError, TrustJournalError
from trustjournal.host.hardening import Hardening
from trustjournal.host.local_settings import LocalSettings, LocalSettingsFile
from trustjournal.host.lock_signals import lock_signals
from trustjournal.host.paths import Paths
from trustjournal.host.x11_keyboard import X11Keyboard
from trustjournal.ui.kit.dialogs import Dialogs
from trustjournal.ui.kit.tasks import Tasks, ThreadTasks
from trustjournal.ui.prompt.enquiries import Enquiries
from trustjournal.ui.prompt.window import PromptWindow
from trustjournal.ui.shell.idle import IdleWatch

if TYPE_CHECKING:
    from trustjournal.domain.arrival import Arrival
    from trustjournal.domain.help import Care
    from trustjournal.host.keychain.system import SystemKeychain
    from trustjournal.services.passphrases import Strength
    from trustjournal.services.vault import Outlook, VaultService
    from trustjournal.storage.journal_keys import JournalKeys
    from trustjournal.ui.prompt.requests import Answer

IDLE_MINUTES = 5
"""How long the keys of an opened vault wait for somebody who is not there."""


def live_prompt(
    order: LifeOrder, paths: Paths, local: LocalSettingsFile, settings: LocalSettings, hardening: Hardening
) -> int:
    """Live this life; returns the exit code of its process."""
    look = dress(settings, reports=sys.stderr)
    line = LifeLine(order, look.app)
    tasks = ThreadTasks(look.app, name="vault")
    task = TaskOrder.from_word(order.task)
    window = prompt_window(look, settings, paths, local, tasks, task=task, dialogs=announced_dialogs(hardening))
    # Not before: while it starts, Qt asks the desktop things, and the desktop looks into whoever asks first.
    window.painted.connect(hardening.close_memory)
    prompt = Prompt(order, look, line, local, tasks, window)
    line.listen()
    return prompt.run()


def prompt_window(
    look: Appearance,
    settings: LocalSettings,
    paths: Paths,
    local: LocalSettingsFile,
    tasks: Tasks,
    *,
    task: TaskOrder | None = None,
    dialogs: Dialogs | None = None,
) -> PromptWindow:
    """The window of the prompt, with everything it may ask for."""
    return PromptWindow(
        look.theme,
        look.icons,
        journals=settings.journals,
        place=paths.journals,
        enquiries=Enquiries(_outlook_of, _can_trust_computer, _estimate, _propose),
        tasks=tasks,
        order=task,
        trusted_ways=settings.trusted_ways,
        dialogs=dialogs,
        keyboard_layout=X11Keyboard().layout,
        read_care=_care if settings.help_before_unlocking else None,
        read_geometry=lambda: settings.window,
        keep_geometry=lambda geometry: _keep_geometry(local, geometry),
    )


class Prompt(QObject):
    """Ties the window to the desk with the vault, the key pipe and the supervisor."""

    _signalled = Signal()

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
        self._window = window
        self._signals = lock_signals()
        self._is_listening = False
        vaults = VaultSource()
        self._desk = VaultDesk(tasks, local, vaults, vaults.stop_waiting, self)
        window.requested.connect(self._desk.do)
        window.painted.connect(self._on_window_painted)
        window.closed.connect(self._quit)
        self._desk.answered.connect(self._on_desk_answered)
        # It comes from threads that listen.
        self._signalled.connect(window.lock_when_idle, Qt.ConnectionType.QueuedConnection)
        self._desk.refused.connect(window.refuse)
        self._desk.handed_over.connect(self._hand_over)
        self._desk.gave_up.connect(self._on_desk_gave_up)
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
        first_key(self._window).happened.connect(lambda: self._line.say(Word.UNLOCKING))
        idle = IdleWatch(IDLE_MINUTES, self)
        idle.lock_requested.connect(self._window.lock_when_idle)
        idle.watch(self._app)

    def _on_show_allowed(self, is_behind: bool) -> None:
        if is_behind:
            show_behind(self._window)
        else:
            bring_to_front(self._window, "")

    def _on_desk_answered(self, answer: Answer) -> None:
        self._window.answer(answer)
        if self._desk.has_vault and not self._is_listening:
            # Somebody stays with an opened vault: what the computer says about its screen counts from now on.
            self._is_listening = True
            self._signals.begin(self._signalled.emit)

    def _hand_over(self, keys: JournalKeys, arrival: Arrival) -> None:
        from trustjournal.app.handoff import write_hand_off

        self._line.say(Word.UNLOCKING)  # whoever unlocked without a key typed it by mouse
        self._window.keep_place_on_screen()
        self._window.opened()
        try:
            write_hand_off(self._order.key, keys, arrival)
        except HandOffError as error:
            # The session is gone; the supervisor knows, and a new prompt is on its way.
            self._window.refuse(error)
        finally:
            keys.wipe()

    def _on_desk_gave_up(self) -> None:
        # The window stays as it is until a new prompt has painted, whose process has no key.
        self._line.say(Word.LOCKING)

    def _quit(self) -> None:
        self._desk.leave(self._go)

    def _go(self) -> None:
        self._line.say(Word.QUIT)
        self._app.quit()


def known_error(name: str) -> TrustJournalError | None:
    """An error of that class name, if the program has one: a name is all that is told between processes."""
    kind = getattr(trustjournal.errors, name, None) if name else None
    return kind() if isinstance(kind, type) and issubclass(kind, TrustJournalError) else None


def _keep_geometry(local: LocalSettingsFile, geometry: bytes) -> None:
    local.change(lambda settings: replace(settings, window=geometry))


# Imported when they are called, on the tasks' thread: the first frame waits for none of this.


class VaultSource:
    """Makes the vault service, with this computer's keyring, when it is first asked for."""

    def __init__(self) -> None:
        self._keychain: SystemKeychain | None = None

    def __call__(self) -> VaultService:
        """The service."""
        from trustjournal.host.clock import SystemClock
        from trustjournal.host.keychain.system import SystemKeychain
        from trustjournal.services.vault import VaultService

        if self._keychain is None:
            self._keychain = SystemKeychain()
        return VaultService(SystemClock(), keychain=self._keychain)

    def stop_waiting(self) -> None:
        """Let whoever waits for the keyring go on without it; may be called on any thread."""
        if self._keychain is not None:
            self._keychain.give_up()


def _outlook_of(folder: Path) -> Outlook:
    return VaultSource()().look_at(folder)


def _can_trust_computer() -> bool:
    from trustjournal.host.keychain.trusted import trusted_ring

    return trusted_ring() is not None


def _care() -> Care:
    from trustjournal.app.reading_matter import care
    from trustjournal.domain.clock import moment_now
    from trustjournal.host.clock import SystemClock

    return care(moment_now(SystemClock()).day)


def _estimate(passphrase: str, own_words: Sequence[str]) -> Strength:
    from trustjournal.services.passphrases import estimate

    return estimate(passphrase, own_words)


def _propose() -> str:
    from trustjournal.services.passphrases import propose

    return propose()
