"""Reading the guide: what the program reads of it at its start, one text when somebody opens it, and all of it."""

from __future__ import annotations

import subprocess
import sys

from benchmarks.measure import Row, of_times, timed
from trustjournal.app.reading_matter import LANGUAGE, reading_matter
from trustjournal.host.resources import resources_folder
from trustjournal.services.exercise_reader import read_exercises
from trustjournal.services.guide_reader import read_guide, read_whole

RUNS = 60
STARTS = 15
AT_START = """
from time import perf_counter
from trustjournal.app.reading_matter import reading_matter
begun = perf_counter()
reading_matter()
print((perf_counter() - begun) * 1000)
"""
AIM = "< 30 ms"


def rows() -> list[Row]:
    """What a process reads first of all, in a new one each time; then each piece in one that has read it before."""
    folder = resources_folder() / "guide"
    guide, _ = reading_matter()
    longest = max(guide.units, key=lambda unit: unit.words)
    return [
        of_times("guide/first-read-of-a-process", [_first_read() for _ in range(STARTS + 1)][1:], aim=AIM),
        timed("guide/outline-and-exercises", reading_matter, runs=RUNS, aim=AIM),
        timed("guide/outline", lambda: read_guide(folder, LANGUAGE), runs=RUNS),
        timed("guide/exercises", lambda: read_exercises(folder, LANGUAGE), runs=RUNS),
        timed("guide/longest-unit", longest.read, runs=RUNS),
        timed("guide/whole", lambda: read_whole(read_guide(folder, LANGUAGE)), runs=RUNS),
    ]


def _first_read() -> float:
    """Milliseconds for what is read at the start, in a process of its own, its modules loaded."""
    done = subprocess.run([sys.executable, "-c", AT_START], capture_output=True, text=True, check=True)
    return float(done.stdout)
