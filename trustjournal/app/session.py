"""An open journal and the ways out of it: to lock, to quit, or because the desktop logs out.

Whatever way it ends, words are saved first: leaving waits for the save keeper.
"""

from __future__ import annotations

import gc
import sys
from collections.abc import Sequence
from contextlib import suppress
from dataclasses import replace
from enum import Enum, auto

from PySide6.QtCore import QEventLoop, QObject, QTimer, Signal
from PySide6.QtGui import QGuiApplication

from trustjournal.app.appearance import Appearance
from trustjournal.app.control import Word
from trustjournal.app.life import LifeLine, bring_to_front, first_paint
from trustjournal.app.lock_watch import LockWatch
from trustjournal.domain.change import Changed
from trustjournal.domain.place import Place
from trustjournal.domain.settings import JournalSettings
from trustjournal.domain.vault_task import TaskOrder
from trustjournal.errors import WorldError
from trustjournal.host import screen_capture
from trustjournal.host.local_settings import LocalSettingsFile
from trustjournal.services.journal import Journal
from trustjournal.ui.kit.tasks import Tasks
from trustjournal.ui.parts.page import ToastMessage
from trustjournal.ui.parts.save_keeper import SaveKeeper
from trustjournal.ui.shell.window import SessionWindow

LOGOUT_WAITS_MS = 5_000


class Leaving(Enum):
    """Why the session is on its way out."""

    TO_LOCK = auto()
    TO_QUIT = auto()


class ChangeFeed(QObject):
    """Carries what changed from the journal's thread to the window's."""

    changed = Signal(object)
    """A `Changed`."""


class Session(QObject):
    """An open journal, and the ways out of it."""

    def __init__(
        self,
        look: Appearance,
        line: LifeLine,
        local: LocalSettingsFile,
        tasks: Tasks,
        journal: Journal,
        feed: ChangeFeed,
        keeper: SaveKeeper,
        window: SessionWindow,
        watch: LockWatch,
    ) -> None:
        super().__init__()
        self._look = look
        self._line = line
        self._local = local
        self._tasks = tasks
        self._journal = journal
        self._keeper = keeper
        self._window = window
        self._watch = watch
        self._leaving: Leaving | None = None
        self._order: TaskOrder | None = None
        self._welcome: ToastMessage | None = None
        self._is_closed = False
        self._is_in_front = True
        self._places: tuple[Place, ...] = ()
        feed.changed.connect(self._on_feed_changed)
        keeper.stored.connect(self._on_keeper_stored)
        watch.lock_requested.connect(lambda: self.leave(Leaving.TO_LOCK))
        window.lock_requested.connect(lambda: self.leave(Leaving.TO_LOCK))
        window.quit_requested.connect(lambda: self.leave(Leaving.TO_QUIT))
        window.cover_pane.retry_requested.connect(self._on_retry_requested)
        window.cover_pane.return_requested.connect(self._on_return_requested)
        window.cover_pane.leave_anyway_requested.connect(self._close)
        line.raise_requested.connect(lambda token: bring_to_front(window, token))
        line.leave_requested.connect(self._go)
        look.app.commitDataRequest.connect(self._on_commit_data_requested)

    def show(self, places: Sequence[Place], welcome: ToastMessage | None) -> None:
        """Show the window where the person left it, tell the supervisor when it is there, and then say `welcome`."""
        self._welcome = welcome
        first_paint(self._window).happened.connect(self._on_painted)
        self._window.resume(places)
        bring_to_front(self._window, "")

    def follow(self, settings: JournalSettings) -> None:
        """Do as the person chose: when to lock by itself, and whether the window stays out of screenshots."""
        self._watch.follow(settings)
        if screen_capture.is_possible():
            screen_capture.exclude_window(int(self._window.winId()), settings.hide_from_capture)

    def leave_for(self, order: TaskOrder) -> None:
        """Lock, and have the unlock screen begin with a vault task."""
        if self._leaving is None:
            self._order = order
            self.leave(Leaving.TO_LOCK)

    def leave(self, why: Leaving) -> None:
        """Cover the window at once, save, close the journal, and then go."""
        if self._leaving is not None:
            if why is Leaving.TO_QUIT:
                self._leaving = why
                if self._is_closed:
                    self._say_and_go()
            return
        self._leaving = why
        self._is_in_front = QGuiApplication.focusWindow() is not None  # a dialog of ours may have the keyboard
        self._places = self._where()  # before the cover takes the keyboard
        self._window.cover()
        self._save_and_close()

    # ----------------------------------------------------------------------------------------------

    def _on_painted(self) -> None:
        self._line.say(Word.PAINTED)
        # What was made until now stays until the end: looking through it for garbage would be a waste of time.
        gc.freeze()
        gc.enable()
        self._watch.begin()
        if self._welcome is not None and self._leaving is None:
            self._window.show_toast(self._welcome)

    def _on_feed_changed(self, changed: Changed) -> None:
        if self._is_closed:
            return
        self._window.refresh(changed)
        if changed is Changed.SETTINGS:
            self._tasks.run(self._journal.choices.settings, owner=self, done=self.follow)

    def _on_keeper_stored(self, _entry: object) -> None:
        """Should the program be ended from outside, unlocking leads to the page that was being written."""
        if self._leaving is None:
            places = self._where()
            self._tasks.run(lambda: self._remember(places), owner=self)

    def _on_commit_data_requested(self) -> None:
        """The desktop is logging out and waits for this to return: store every word first."""
        waiting = QEventLoop()
        QTimer.singleShot(LOGOUT_WAITS_MS, waiting.quit)
        self._window.settle()
        self._keeper.flush(done=waiting.quit, failed=lambda _error: waiting.quit())
        waiting.exec()

    def _where(self) -> tuple[Place, ...]:
        try:
            return self._window.places()
        except Exception as error:  # noqa: BLE001 — no mistake of a page may keep a journal from being locked
            sys.excepthook(type(error), error, error.__traceback__)
            return ()

    def _save_and_close(self) -> None:
        try:
            self._window.settle()
        except Exception as error:  # noqa: BLE001 — a page that cannot hand over its words is a save that failed
            sys.excepthook(type(error), error, error.__traceback__)
            self._window.cover_pane.refuse(error)
            return
        self._keeper.flush(done=self._close, failed=self._window.cover_pane.refuse)

    def _on_retry_requested(self) -> None:
        self._window.cover_pane.say_locking()
        self._save_and_close()

    def _on_return_requested(self) -> None:
        self._leaving = self._order = None

    def _close(self) -> None:
        places = self._places

        def work() -> None:
            self._remember(places)
            self._journal.close()

        self._tasks.run(work, owner=self, done=self._on_closed, failed=self._on_close_failed)

    def _remember(self, places: Sequence[Place]) -> None:
        if places:
            # Where somebody was is worth less than going when asked to.
            with suppress(WorldError):
                self._journal.choices.remember_places(places)

    def _on_close_failed(self, error: Exception) -> None:
        """Everything is stored, and the process that had it open is about to end: go all the same."""
        sys.excepthook(type(error), error, error.__traceback__)
        self._on_closed(None)

    def _on_closed(self, _nothing: None) -> None:
        self._is_closed = True
        geometry = bytes(self._window.saveGeometry().data())
        self._local.change(lambda settings: replace(settings, window=geometry))
        if self._leaving is Leaving.TO_LOCK:
            if not self._is_in_front:
                self._line.say(Word.BEHIND)
            # The covered window stays until the unlock screen has painted; then it is told to leave.
            self._line.say(Word.LOCKING, "" if self._order is None else self._order.as_word())
        else:
            self._say_and_go()

    def _say_and_go(self) -> None:
        self._line.say(Word.QUIT)
        self._go()

    def _go(self) -> None:
        self._window.leave()
        self._look.app.exit(0)
