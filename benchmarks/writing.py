"""From a key press to the painted letter in long entries, and what an autosave adds, in the real window off screen."""

from __future__ import annotations

import itertools
import json
import os
import random
import re
import subprocess
import sys
import tempfile
from collections.abc import Callable
from dataclasses import replace
from functools import partial
from pathlib import Path
from time import perf_counter
from typing import TypeVar
from uuid import UUID

from typing_extensions import override

from benchmarks.journals import new_journal
from benchmarks.measure import Row, of_times

T = TypeVar("T")

SIZES = (200, 20_000, 100_000)
KEYS = 150
TYPED_S = 8.0
"""So long somebody types without a pause, which takes several autosaves."""
KEY_EVERY_S = 0.03
AIMS = {20_000: "p95 ≤ 4 ms", 100_000: "p95 ≤ 8 ms"}
WORDS = re.findall(
    r"\w+",
    "the quiet morning was long and he said that nothing would change before winter came around again so we waited "
    "because I had promised to write it down and I am glad that I did",
)


def rows() -> list[Row]:
    """Measured in a process of its own, because it needs Qt without a screen."""
    command = [sys.executable, "-m", "benchmarks.writing"]
    run = subprocess.run(
        command, env={**os.environ, "QT_QPA_PLATFORM": "offscreen"}, stdout=subprocess.PIPE, check=True
    )
    times: dict[str, list[float]] = json.loads(run.stdout)
    aims = {f"writing/key-to-painted-end-{size}": aim for size, aim in AIMS.items()}
    aims["writing/block-while-autosaving-20000"] = "longest ≤ 8 ms"
    found = []
    for name, taken in times.items():
        found.append(of_times(name, taken, aim=aims.get(name, "")))
        if "autosaving" in name:
            found.append(Row(f"{name} (longest)", max(taken)))
    return found


def markdown(words: int, seed: int = 1) -> str:
    """Paragraphs, with a heading, a list or bold words now and then, as in an entry somebody wrote."""
    source = random.Random(seed)
    lines: list[str] = []
    written = 0
    while written < words:
        some = [source.choice(WORDS) for _ in range(min(words - written, source.randint(20, 120)))]
        match len(lines) % 20:
            case 0:
                some = some[:5]
                lines.append("## " + " ".join(some))
            case 6:
                some = some[:20]
                lines += [f"- {word} and so on" for word in some[:4]]
            case 4 | 12:
                lines.append(f"{some[0]} **{' '.join(some[1:3])}** and *{some[-1]}* " + " ".join(some))
            case _:
                lines.append(" ".join(some))
        lines.append("")
        written += len(some)
    return "\n".join(lines[:-1])


def measure(folder: Path) -> dict[str, list[float]]:
    """Every time taken, in milliseconds, by name; in a process that shows nothing else."""
    # What draws windows is not for the process that only starts this one.
    from PySide6.QtCore import QEvent, QObject
    from PySide6.QtTest import QTest
    from PySide6.QtWidgets import QApplication

    from tests.fakes.dictionaries import FakeDictionaries
    from tests.fakes.surroundings import made_up_surroundings
    from trustjournal.app.appearance import dress
    from trustjournal.app.reading_matter import reading_matter
    from trustjournal.app.session_pages import build_session_window
    from trustjournal.domain.entry import Entry
    from trustjournal.domain.ids import DeviceId
    from trustjournal.domain.place import Place
    from trustjournal.host.clock import SystemClock
    from trustjournal.host.local_settings import LocalSettings
    from trustjournal.services.journal import Journal, open_journal
    from trustjournal.ui.kit.tasks import ThreadTasks
    from trustjournal.ui.pages.journal.page import JournalPage
    from trustjournal.ui.parts.save_keeper import SaveKeeper

    look, tasks, clock = dress(LocalSettings()), ThreadTasks(), SystemClock()
    guide, exercises = reading_matter()
    keys = new_journal(folder / "Journal")

    def answer(work: Callable[[], T]) -> T:
        answers: list[T] = []
        tasks.run(work, owner=look.theme, done=answers.append)
        while not answers:
            QApplication.processEvents()
        return answers[0]

    def opened() -> Journal:
        return open_journal(keys, clock=clock, guide=guide, announce=lambda _change: None, device=DeviceId(UUID(int=0)))

    journal = answer(opened)

    def stored(size: int) -> Entry:
        return journal.writing.save(replace(journal.writing.blank(), title="A long day", text=markdown(size)))

    keeper = SaveKeeper(journal.writing.save, tasks)

    known = frozenset(word.lower() for word in WORDS)
    window = build_session_window(
        look,
        journal,
        folder=keys.folder,
        exercises=exercises,
        keeper=keeper,
        clock=clock,
        tasks=tasks,
        keep_look=lambda _choice, _text_percent: None,
        surroundings=replace(made_up_surroundings(), dictionaries=FakeDictionaries({"en_US": known})),
    )
    window.resize(1280, 820)
    window.show()
    page = window.findChildren(JournalPage)[0]
    editor = page.sheet.text

    class Painted(QObject):
        count = 0

        @override
        def eventFilter(self, watched: QObject, event: QEvent) -> bool:
            self.count += event.type() == QEvent.Type.Paint
            return False

    painted = Painted()
    editor.viewport().installEventFilter(painted)
    letters = itertools.cycle(" ".join(WORDS).lower() + " ")

    def rest(seconds: float) -> None:
        until = perf_counter() + seconds
        while perf_counter() < until:
            QApplication.processEvents()

    def press() -> None:
        """One key, until its letter is painted."""
        before = painted.count
        QTest.keyClicks(editor, next(letters))
        while painted.count == before:
            QApplication.processEvents()

    def presses() -> list[float]:
        times = []
        for _ in range(KEYS):
            begun = perf_counter()
            press()
            times.append((perf_counter() - begun) * 1000)
        return times

    def blocks() -> list[float]:
        """How long each turn of the events took while somebody typed; a key may have to wait for as long."""
        times, begun = [], perf_counter()
        due = begun
        while (now := perf_counter()) < begun + TYPED_S:
            if now >= due:
                due += KEY_EVERY_S
                press()
            else:
                QApplication.processEvents()
            times.append((perf_counter() - now) * 1000)
        return [one for one in times if one > 0.5]

    found: dict[str, list[float]] = {}
    for size in SIZES:
        entry = answer(partial(stored, size))
        begun = perf_counter()
        window.go(Place("journal", entry.id.hex))
        while not editor.text():
            QApplication.processEvents()
        shown = painted.count
        while painted.count == shown:
            QApplication.processEvents()
        found[f"writing/open-{size}"] = [(perf_counter() - begun) * 1000]
        rest(2)
        editor.setFocus()
        for where, position in (("end", len(entry.text)), ("middle", len(entry.text) // 2)):
            editor.set_cursor_position(position)
            rest(1)
            found[f"writing/key-to-painted-{where}-{size}"] = presses()
        editor.set_cursor_position(len(editor.text()))
        rest(1)
        found[f"writing/block-while-autosaving-{size}"] = blocks()
        rest(2)
    return found


if __name__ == "__main__":
    with tempfile.TemporaryDirectory() as made:
        json.dump(measure(Path(made)), sys.stdout)
        sys.stdout.flush()
        os._exit(0)  # nothing of this journal is wanted any more
