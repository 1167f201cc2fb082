"""How the session life begins: it takes the keys it is handed, opens the journal and shows the page left last.

It never learns the passphrase.
"""

from __future__ import annotations

import sys
from dataclasses import dataclass, replace

from PySide6.QtCore import QObject

from trustjournal.app.appearance import Appearance, dress
from trustjournal.app.boot import LifeOrder
from trustjournal.app.control import Word
from trustjournal.app.handoff import HandOff, read_hand_off
from trustjournal.app.life import LifeLine
from trustjournal.app.lock_watch import LockWatch
from trustjournal.app.own_process import OwnProcess
from trustjournal.app.photo_process import PhotoProcess
from trustjournal.app.reading_matter import help_numbers, reading_matter, shipped_templates
from trustjournal.app.session import ChangeFeed, Leaving, Session
from trustjournal.app.session_pages import Surroundings, build_session_window
from trustjournal.app.system_dialogs import announced_dialogs
from trustjournal.domain.clock import moment_now
from trustjournal.domain.exercise import Exercise
from trustjournal.domain.guide import Guide
from trustjournal.domain.look import ThemeChoice
from trustjournal.domain.place import Place
from trustjournal.domain.settings import JournalSettings
from trustjournal.domain.vault_task import TaskOrder
from trustjournal.errors import HandOffError, TrustJournalError
from trustjournal.host import screen_capture
from trustjournal.host.clock import SystemClock
from trustjournal.host.hardening import Hardening
from trustjournal.host.local_settings import LocalSettings, LocalSettingsFile
from trustjournal.host.lock_signals import lock_signals
from trustjournal.host.paths import Paths
from trustjournal.host.spelling import SystemDictionaries
from trustjournal.services.journal import Journal, open_journal
from trustjournal.services.openings import LastOpening
from trustjournal.services.vault import VaultService
from trustjournal.ui.kit.tasks import ThreadTasks
from trustjournal.ui.parts.page import ToastMessage
from trustjournal.ui.parts.save_keeper import SaveKeeper
from trustjournal.ui.shell.arrival_words import arrival_message
from trustjournal.ui.shell.help_key import HelpKey


def live_session(
    order: LifeOrder, paths: Paths, local: LocalSettingsFile, settings: LocalSettings, hardening: Hardening
) -> int:
    """Live this life; returns the exit code of its process."""
    look = dress(settings, reports=sys.stderr)
    line = LifeLine(order, look.app)
    guide, exercises = reading_matter()
    tasks = ThreadTasks(look.app, name="journal")
    clock = SystemClock()
    # All of the above was made while the passphrase was checked; from here on the person waits for us.
    hardening.close_memory()
    try:
        got = read_hand_off(order.key)
    except HandOffError as error:
        line.say(Word.FAILED, type(error).__name__)
        return 1
    if got is None:
        return 0
    opening = Opening(look, line, paths, local, hardening, tasks, clock, guide, exercises, got)
    line.listen()
    opening.begin()
    return look.app.exec()


@dataclass(frozen=True, slots=True)
class Opened:
    """What the journal's thread brings back once the journal is open."""

    journal: Journal
    settings: JournalSettings
    places: tuple[Place, ...]
    last_opening: LastOpening


class Opening(QObject):
    """From the keys to the first page, or to the reason why there is none."""

    def __init__(
        self,
        look: Appearance,
        line: LifeLine,
        paths: Paths,
        local: LocalSettingsFile,
        hardening: Hardening,
        tasks: ThreadTasks,
        clock: SystemClock,
        guide: Guide,
        exercises: tuple[Exercise, ...],
        got: HandOff,
    ) -> None:
        super().__init__()
        self._look = look
        self._line = line
        self._paths = paths
        self._local = local
        self._hardening = hardening
        self._tasks = tasks
        self._clock = clock
        self._guide = guide
        self._exercises = exercises
        self._keys = got.keys
        self._arrival = got.arrival
        self._feed = ChangeFeed(self)
        self._session: Session | None = None
        self._is_to_end = False
        line.end_requested.connect(self._on_end_requested)

    def begin(self) -> None:
        """Open the journal on its thread."""
        device = self._local.device()
        keys, arrival, clock = self._keys, self._arrival, self._clock

        def work() -> Opened:
            try:
                journal = open_journal(
                    keys, clock=clock, guide=self._guide, announce=self._feed.changed.emit, device=device
                )
            finally:
                keys.wipe()
            journal.choices.note_arrival(arrival, moment_now(clock).day)
            last_opening = journal.openings.note(clock.now(), arrival)
            return Opened(journal, journal.choices.settings(), journal.choices.last_places(), last_opening)

        self._tasks.run(work, owner=self, done=self._on_opened, failed=self._on_failed)

    def _on_opened(self, opened: Opened) -> None:
        try:
            self._session = self._build(opened)
        except Exception as error:  # noqa: BLE001 — a window that cannot be built must not leave the person in front of nothing
            self._on_failed(error)
            return
        if self._is_to_end:
            self._session.leave(Leaving.TO_QUIT)
        else:
            self._session.show(opened.places, self._welcome(opened.last_opening))

    def _build(self, opened: Opened) -> Session:
        keeper = SaveKeeper(opened.journal.writing.save, self._tasks)
        window = build_session_window(
            self._look,
            opened.journal,
            folder=self._keys.folder,
            exercises=self._exercises,
            keeper=keeper,
            clock=self._clock,
            tasks=self._tasks,
            keep_look=self._keep_look,
            surroundings=self._surroundings(opened.last_opening),
            read_geometry=lambda: self._local.read().window,
        )
        watch = LockWatch(window, opened.settings, lock_signals())
        watch.watch(self._look.app)
        help_key = HelpKey(window)
        help_key.help_requested.connect(window.show_help)
        help_key.watch(self._look.app)
        session = Session(
            self._look, self._line, self._local, self._tasks, opened.journal, self._feed, keeper, window, watch
        )
        session.follow(opened.settings)
        return session

    def _welcome(self, last_opening: LastOpening) -> ToastMessage | None:
        return arrival_message(
            self._arrival,
            last_opening.previous,
            zone=self._clock.zone(),
            key_file_is_older=last_opening.key_file_is_older,
            start_task=self._on_task_wanted,
        )

    def _surroundings(self, last_opening: LastOpening) -> Surroundings:
        folder, settings_file = self._keys.folder, self._paths.local_settings
        process = OwnProcess(self._hardening, journal=folder, own=(settings_file.parent, self._paths.runtime))
        self._look.app.aboutToQuit.connect(process.end)  # `read_proof` keeps it alive
        read_photo = PhotoProcess()
        self._look.app.aboutToQuit.connect(read_photo.end)  # the album keeps it alive
        return Surroundings(
            start_task=self._on_task_wanted,
            read_ways=lambda: VaultService(self._clock).look_at(folder).ways_in,
            trusted_ways=lambda: self._local.read().trusted_ways,
            read_proof=process.proof,
            make_self_test=process.self_test,
            self_test_tasks=ThreadTasks(self, name="self-test"),
            dictionaries=SystemDictionaries(),
            aside_tasks=ThreadTasks(self, name="aside"),
            read_photo=read_photo,
            photo_tasks=ThreadTasks(self, name="photos"),
            settings_file=settings_file,
            templates=shipped_templates(),
            arrival=self._arrival,
            last_opened=last_opening.previous,
            can_hide_from_capture=screen_capture.is_possible(),
            read_help_numbers=help_numbers,
            reads_help_before_unlocking=lambda: self._local.read().help_before_unlocking,
            keep_help_before_unlocking=self._keep_help_before_unlocking,
            dialogs=announced_dialogs(self._hardening),
        )

    def _on_task_wanted(self, order: TaskOrder) -> None:
        if self._session is not None:
            self._session.leave_for(order)

    def _keep_look(self, choice: ThemeChoice, text_percent: int) -> None:
        self._local.change(lambda settings: replace(settings, theme=choice, text_percent=text_percent))

    def _keep_help_before_unlocking(self, shown: bool) -> None:
        self._local.change(lambda settings: replace(settings, help_before_unlocking=shown))

    def _on_failed(self, error: Exception) -> None:
        is_ours = isinstance(error, TrustJournalError)
        if not is_ours:
            sys.excepthook(type(error), error, error.__traceback__)
        # The name of the class and nothing else: the unlock screen has the sentence for it.
        self._line.say(Word.FAILED, type(error).__name__ if is_ours else TrustJournalError.__name__)
        self._look.app.exit(0)

    def _on_end_requested(self) -> None:
        self._is_to_end = True
        if self._session is not None:
            self._session.leave(Leaving.TO_QUIT)
