"""From starting the program to the first frame of the unlock screen, beside the least a PySide6 window can take."""

from __future__ import annotations

import subprocess
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path
from time import perf_counter

from benchmarks.journals import new_journal
from benchmarks.measure import Row, of_times, ratio
from benchmarks.screen import Screen, virtual_screen
from trustjournal.host.local_settings import LocalSettingsFile

BARE_WINDOW = """
import sys
from PySide6.QtWidgets import QApplication, QLineEdit, QMainWindow
app = QApplication(sys.argv)
window = QMainWindow()
window.setCentralWidget(QLineEdit())
window.resize(1280, 820)
window.show()
app.exec()
"""
RUNS = 15


def rows() -> list[Row]:
    """Our start, a bare window's start, alternating on one screen; and their ratio."""
    with tempfile.TemporaryDirectory() as folder, virtual_screen() as screen:
        home = Path(folder)
        home.chmod(0o700)
        new_journal(home / "Journal")
        known = LocalSettingsFile(home / ".config" / "trustjournal" / "settings.json")
        known.change(lambda settings: settings.opened(home / "Journal"))
        ours = [sys.executable, "-m", "trustjournal"]
        bare = [sys.executable, "-c", BARE_WINDOW]
        times: dict[str, list[float]] = {"ours": [], "bare": []}
        for run in range(RUNS + 1):
            for name, command in (("ours", ours), ("bare", bare)):
                took = start_to_frame(screen, command, home)
                if run:  # the first of each fills the file cache
                    times[name].append(took)
    first = of_times("first-frame/unlock-screen", times["ours"])
    second = of_times("first-frame/bare-qmainwindow", times["bare"])
    return [first, second, ratio("first-frame/ratio", first, second, aim="≤ 1.5")]


def start_to_frame(screen: Screen, command: Sequence[str], home: Path) -> float:
    """Milliseconds from starting `command` until its window has painted the middle of the screen."""
    surroundings = {**screen.surroundings(), "HOME": str(home), "XDG_RUNTIME_DIR": str(home)}
    for name in ("XDG_CONFIG_HOME", "XDG_DATA_HOME", "XDG_CACHE_HOME"):
        surroundings.pop(name, None)
    screen.when(lambda: screen.pixel() == 0)
    begun = perf_counter()
    program = subprocess.Popen(command, env=surroundings, stderr=subprocess.DEVNULL)
    try:
        return (screen.when(lambda: screen.pixel() != 0) - begun) * 1000
    finally:
        program.terminate()
        program.wait()
