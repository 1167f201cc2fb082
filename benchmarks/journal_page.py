"""The journal page over long journals, off screen: to the first list, a step of scrolling, a jump by months, memory.

Each size is measured in a process of its own, because it needs Qt without a screen and its memory is looked at.
"""

from __future__ import annotations

import gc
import json
import os
import random
import subprocess
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path
from time import perf_counter
from typing import TypeVar
from uuid import UUID

from typing_extensions import override

from benchmarks.journals import PASSPHRASE, encrypted, fill, new_journal
from benchmarks.measure import Row, of_times
from trustjournal.domain.attachment import CleanPhoto, NewAttachment
from trustjournal.domain.ids import AttachmentId, DeviceId
from trustjournal.services.attaching import AttachingService
from trustjournal.storage.attachment_store import AttachmentStore
from trustjournal.storage.database import Database
from trustjournal.storage.entry_store import EntryStore

T = TypeVar("T")

SMALL = 100
SIZES = (SMALL, 10_000, 100_000)
WITH_PHOTOS, PHOTOS = 10_000, 1_000
"""The size that has photos too, and how many."""
OPENINGS = 9
STEPS = 120
STEP_PIXELS = 120
"""One notch of a wheel."""
JUMPS = 60
AIMS = {"first-list": "≤ 100 ms", "scroll-step": "≤ 16 ms", "month-jump": "≤ 16 ms", "day-jump": "≤ 16 ms"}


def rows() -> list[Row]:
    """Times at each size, and how much more memory the larger ones take than the smallest."""
    found: list[Row] = []
    resident: dict[int, float] = {}
    for size in SIZES:
        with tempfile.TemporaryDirectory() as folder:
            keys = new_journal(Path(folder) / "Journal")
            with encrypted(keys) as (db, store):
                fill(db, store, size)
                if size == WITH_PHOTOS:
                    add_photos(db, store)
            measured = _measured(Path(folder) / "Journal")
        resident[size] = measured.pop("resident")[0]
        found += [
            of_times(f"journal-page/{name}-{size}", taken, aim=AIMS.get(name, "")) for name, taken in measured.items()
        ]
        found.append(Row(f"journal-page/resident-{size}", resident[size], unit="MB"))
    larger = resident[SIZES[-1]] - resident[SMALL]
    return [*found, Row("journal-page/resident-more-at-100000", larger, unit="MB", aim="≤ 40 MB")]


def add_photos(db: Database, store: EntryStore) -> None:
    """A photo for each of the newest entries, as large as one from a phone is once it is made anew."""
    chance = random.Random(1)
    attaching = AttachingService(db, AttachmentStore(db), announce=lambda _changed: None)
    for summary in store.newest(PHOTOS):
        photo = CleanPhoto("image/jpeg", 2_000, 1_500, chance.randbytes(150_000), chance.randbytes(30_000))
        id_ = AttachmentId(UUID(int=chance.getrandbits(128)))
        attaching.keep_at_once(NewAttachment.of_photo(id_, "photo.jpg", photo), summary.id)


def _measured(journal: Path) -> dict[str, list[float]]:
    command = [sys.executable, "-m", "benchmarks.journal_page", str(journal)]
    run = subprocess.run(
        command, env={**os.environ, "QT_QPA_PLATFORM": "offscreen"}, stdout=subprocess.PIPE, check=True
    )
    answer: dict[str, list[float]] = json.loads(run.stdout)
    return answer


def measure(folder: Path) -> dict[str, list[float]]:
    """Every time taken, in milliseconds, by name; `resident` in megabytes."""
    # What draws windows is not for the process that only starts this one.
    from PySide6.QtCore import QEvent, QEventLoop, QObject
    from PySide6.QtWidgets import QApplication

    from tests.fakes.keys import unlock_with_passphrase
    from tests.fakes.surroundings import made_up_surroundings
    from trustjournal.app.appearance import dress
    from trustjournal.app.reading_matter import reading_matter
    from trustjournal.app.session_pages import build_session_window
    from trustjournal.domain.place import Place
    from trustjournal.host.clock import SystemClock
    from trustjournal.host.local_settings import LocalSettings
    from trustjournal.services.journal import Journal, open_journal
    from trustjournal.ui.kit.tasks import ThreadTasks
    from trustjournal.ui.pages.journal.entry_list.view import EntryListView
    from trustjournal.ui.pages.journal.page import JournalPage
    from trustjournal.ui.parts.entry_line import UnreadLine
    from trustjournal.ui.parts.save_keeper import SaveKeeper
    from trustjournal.ui.shell.window import SessionWindow

    look, tasks, clock = dress(LocalSettings()), ThreadTasks(), SystemClock()
    guide, exercises = reading_matter()
    keys = unlock_with_passphrase(folder, PASSPHRASE)

    def wait() -> None:
        """Until something happens: asking without a pause would take the time from the journal's thread."""
        QApplication.processEvents(QEventLoop.ProcessEventsFlag.WaitForMoreEvents, 5)

    def answer(work: Callable[[], T]) -> T:
        answers: list[T] = []
        tasks.run(work, owner=look.theme, done=answers.append)
        while not answers:
            wait()
        return answers[0]

    def opened() -> Journal:
        return open_journal(keys, clock=clock, guide=guide, announce=lambda _change: None, device=DeviceId(UUID(int=0)))

    def is_read(view: EntryListView) -> bool:
        return bool(view.seen()) and not any(isinstance(view.lines()[row], UnreadLine) for row in view.seen())

    class Painted(QObject):
        """Counts paints of the list in which every row that can be seen is read."""

        count = 0

        @override
        def eventFilter(self, watched: QObject, event: QEvent) -> bool:
            view = watched.parent()
            self.count += event.type() == QEvent.Type.Paint and isinstance(view, EntryListView) and is_read(view)
            return False

    painted = Painted()

    def window_over(journal: Journal) -> SessionWindow:
        window = build_session_window(
            look,
            journal,
            folder=keys.folder,
            exercises=exercises,
            keeper=SaveKeeper(journal.writing.save, tasks),
            clock=clock,
            tasks=tasks,
            keep_look=lambda _choice, _text_percent: None,
            surroundings=made_up_surroundings(),
        )
        window.resize(1280, 820)
        window.show()
        QApplication.processEvents()
        return window

    def rest(seconds: float) -> None:
        until = perf_counter() + seconds
        while perf_counter() < until:
            wait()

    def taken(do: Callable[[], None]) -> float:
        """Until the list has been painted."""
        before, begun = painted.count, perf_counter()
        do()
        while painted.count == before:
            wait()
        return (perf_counter() - begun) * 1000

    openings = []
    for _ in range(OPENINGS):
        journal = answer(opened)
        window = window_over(journal)
        page = window.findChildren(JournalPage)[0]
        page.list.view.viewport().installEventFilter(painted)
        openings.append(taken(lambda: window.go(Place("journal"))))  # noqa: B023 - called at once
        rest(0.3)
        if len(openings) < OPENINGS:
            window.hide()
            window.deleteLater()
            answer(journal.close)
    found = {"first-list": openings}
    view = page.list.view
    bar = view.verticalScrollBar()
    chance = random.Random(3)

    def scroll() -> None:
        """A step down, and after the last one to the top."""
        bar.setValue(bar.value() + STEP_PIXELS if bar.value() < bar.maximum() else 0)

    def jump() -> None:
        view.go_to(chance.choice(days))
        view.viewport().update()  # also where it is in sight already

    found["scroll-step"] = [taken(scroll) for _ in range(STEPS)]
    view.setFocus()
    bar.setValue(0)
    rest(0.3)
    view.choose_first()
    rest(0.3)
    found["month-jump"] = []
    for _ in range(JUMPS):
        found["month-jump"].append(taken(lambda: view.step_month(older=True)))
        rest(0.05)  # the entry that was come to is opened meanwhile
    days = [day for day, _count in answer(journal.calendar.days)]
    found["day-jump"] = [taken(jump) for _ in range(JUMPS)]
    gc.collect()
    found["resident"] = [_resident_mb()]
    return found


def _resident_mb() -> float:
    with Path("/proc/self/status").open(encoding="ascii") as status:
        line = next(line for line in status if line.startswith("VmRSS"))
    return int(line.split()[1]) / 1024


if __name__ == "__main__":
    json.dump(measure(Path(sys.argv[1])), sys.stdout)
    sys.stdout.flush()
    os._exit(0)  # nothing of this journal is wanted any more
