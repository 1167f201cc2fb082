"""`trustjournal tour`: drives the demo off screen and makes a picture of every page, in light and in dark.

The clock stands still on one day, so that two tours of the same version show the same.
"""

from __future__ import annotations

import os
from collections.abc import Iterator, Sequence
from datetime import UTC, datetime
from pathlib import Path

from PySide6.QtCore import QEventLoop, QSize, QTimer
from PySide6.QtWidgets import QWidget

from trustjournal.app.appearance import Appearance, dress
from trustjournal.app.demo import NAME, demo_home, make_demo_journal
from trustjournal.app.photo_process import PhotoProcess
from trustjournal.app.prompt import prompt_window
from trustjournal.app.reading_matter import reading_matter, shipped_templates
from trustjournal.app.self_test import SelfTest
from trustjournal.app.session_pages import Surroundings, build_session_window
from trustjournal.domain.exercise import Exercise
from trustjournal.domain.look import ThemeChoice
from trustjournal.domain.place import Place
from trustjournal.domain.proof import OpenFile, OpenSocket, PathKind, ProcessProof, SocketReach, WrittenFile
from trustjournal.domain.protection import Protection, Standing
from trustjournal.domain.spelling import NoDictionaries
from trustjournal.domain.way_in import WayIn, WayInKind
from trustjournal.host.hardening import harden_process
from trustjournal.host.local_settings import LocalSettings, LocalSettingsFile
from trustjournal.host.paths import Paths
from trustjournal.services.journal import Journal, open_journal
from trustjournal.ui.kit.tasks import InlineTasks
from trustjournal.ui.kit.theme import Choice
from trustjournal.ui.parts.save_keeper import SaveKeeper
from trustjournal.ui.shell.window import SessionWindow

SIZE = QSize(1280, 820)
A_MONDAY = datetime(2026, 3, 16, 18, 20, tzinfo=UTC)
THEMES: tuple[Choice, ...] = ("light", "dark")
SETTLE_MS = 150
"""As long as any movement in the program may last."""


class StillClock:
    """Shows one moment for ever."""

    def now(self) -> datetime:
        """The moment of the tour."""
        return A_MONDAY

    def zone(self) -> str:
        """Its zone."""
        return "Europe/Rome"


def tour(folder: Path) -> Iterator[Path]:
    """Make the pictures in `folder`, and yield the file of each as soon as it is there."""
    harden_process()
    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    folder.mkdir(parents=True, exist_ok=True)
    look = dress(LocalSettings(theme=ThemeChoice.LIGHT))  # its platform has many things to say that help nobody
    with demo_home() as home:
        clock = StillClock()
        keys = make_demo_journal(home, clock)
        local = LocalSettingsFile(Paths.inside(home).local_settings)
        guide, exercises = reading_matter()
        journal = open_journal(keys, clock=clock, guide=guide, announce=lambda _changed: None, device=local.device())
        keys.wipe()
        try:
            pages = _session_window(look, journal, exercises, clock, Paths.inside(home).journals / NAME)
            for theme in THEMES:
                look.theme.set_choice(theme)
                for name in _stops(pages, journal):
                    yield _picture(pages, folder / f"{name}-{theme}.png")
                pages.hide()
                for name, window in _prompts(look, local):
                    yield _picture(window, folder / f"{name}-{theme}.png")
                    window.hide()
        finally:
            journal.close()


def _stops(window: SessionWindow, journal: Journal) -> Iterator[str]:
    """Go from page to page; at each yield the window shows what is named."""
    newest = Place("journal", str(journal.finding.newest(1)[0].id))
    for page in ("today", "guide", "timeline", "people", "practice", "settings", "privacy"):
        window.go(Place(page))
        yield page
    window.go(newest)
    yield "journal"
    window.toggle_quiet()
    yield "focus"
    window.toggle_quiet()
    window.cover()
    yield "cover"
    window.uncover()


def _prompts(look: Appearance, local: LocalSettingsFile) -> Iterator[tuple[str, QWidget]]:
    # A folder of nobody's, because the real one has another name each time.
    paths = Paths.inside(Path("/home/you/trustjournal"))
    for name, settings in (("unlock", local.read()), ("create", LocalSettings())):
        yield name, prompt_window(look, settings, paths, local, InlineTasks())


def _session_window(
    look: Appearance, journal: Journal, exercises: Sequence[Exercise], clock: StillClock, folder: Path
) -> SessionWindow:
    tasks = InlineTasks()
    return build_session_window(
        look,
        journal,
        folder=folder,
        exercises=exercises,
        keeper=SaveKeeper(journal.writing.save, tasks),
        clock=clock,
        tasks=tasks,
        keep_look=lambda _choice, _text_percent: None,
        surroundings=_still_surroundings(folder),
    )


def _still_surroundings(folder: Path) -> Surroundings:
    """The same in every tour: what this process has open would be something else each time."""
    proof = ProcessProof(
        protections=tuple((protection, Standing.ON) for protection in Protection),
        sockets=(OpenSocket(SocketReach.THIS_COMPUTER, peer="/tmp/.X11-unix/X0"),),  # noqa: S108 — nothing is opened
        files=(OpenFile(PathKind.JOURNAL, str(folder / "journal.tjdb"), is_writable=True),),
        written=(WrittenFile(PathKind.JOURNAL, f"/home/you/trustjournal/{NAME}/journal.tjdb", is_there=True),),
        is_all_written=True,
    )
    return Surroundings(
        start_task=lambda _order: None,
        read_ways=lambda: (WayIn("00000000", WayInKind.PASSPHRASE, A_MONDAY),),
        trusted_ways=frozenset,
        read_proof=lambda: proof,
        make_self_test=lambda: SelfTest(tuple),
        self_test_tasks=InlineTasks(),
        dictionaries=NoDictionaries(),
        aside_tasks=InlineTasks(),
        read_photo=PhotoProcess(),
        photo_tasks=InlineTasks(),
        settings_file=Path("/home/you/trustjournal/settings.json"),
        templates=shipped_templates(),
    )


def _picture(window: QWidget, file: Path) -> Path:
    window.resize(SIZE)
    window.show()
    settled = QEventLoop()
    QTimer.singleShot(SETTLE_MS, settled.quit)
    settled.exec()
    window.grab().save(str(file))
    return file
