"""The same texts searched as other journals do, in the same run.

- *like*: `LOWER(content) LIKE '%word%'` over an SQLCipher table, as the nearest journal of this stack does, with every
  hit read;
- *jrnl*: the command of that name, from PyPI, on a file in its own format. It is installed into a virtual environment
  that is gone afterwards, and is no dependency. What it takes includes its start, since every search is one.
"""

from __future__ import annotations

import subprocess
import sys
import tempfile
import venv
from collections.abc import Mapping
from functools import partial
from pathlib import Path

from sqlcipher3 import dbapi2 as sqlite

from benchmarks.measure import Row, timed
from trustjournal.storage.database import Database

JRNL = "jrnl==4.6"
LIKE_RUNS, JRNL_RUNS = 9, 3
_TEXTS = "SELECT day, substr(wall_time, 1, 5), title, text FROM entry WHERE position IS NOT NULL ORDER BY position"


def rows(db: Database, size: int, words: Mapping[str, str]) -> list[Row]:
    """Both ways, for each word; without jrnl where it cannot be installed."""
    with tempfile.TemporaryDirectory() as folder:
        return [*_like(db, Path(folder), size, words), *_jrnl(db, Path(folder), size, words)]


def _like(db: Database, folder: Path, size: int, words: Mapping[str, str]) -> list[Row]:
    connection = sqlite.connect(folder / "pages.db")
    connection.execute("PRAGMA key = 'only to compare with'")
    connection.execute("CREATE TABLE pages (date TEXT, title TEXT, content TEXT)")
    connection.executemany("INSERT INTO pages VALUES (? || ' ' || ?, ?, ?)", db.rows(_TEXTS))
    connection.commit()

    def search(word: str) -> None:
        found = connection.execute(
            "SELECT date, title, content FROM pages WHERE LOWER(content) LIKE ? ORDER BY date DESC", (f"%{word}%",)
        ).fetchall()
        assert found

    found = [timed(f"search/like-{name}-{size}", partial(search, word), runs=LIKE_RUNS) for name, word in words.items()]
    connection.close()
    return found


def _jrnl(db: Database, folder: Path, size: int, words: Mapping[str, str]) -> list[Row]:
    place = folder / "venv"
    venv.create(place, with_pip=True)
    python = place / ("Scripts/python.exe" if sys.platform == "win32" else "bin/python")
    installed = subprocess.run(
        [python, "-m", "pip", "install", "--quiet", "--disable-pip-version-check", JRNL], capture_output=True, text=True
    )
    if installed.returncode:
        print(f"jrnl could not be installed: {installed.stderr.strip()[-200:]}", file=sys.stderr)
        return []
    pages = folder / "journal.txt"
    with pages.open("w", encoding="utf-8") as file:
        file.writelines(f"[{day} {time}] {title}.\n{text}\n\n" for day, time, title, text in db.rows(_TEXTS))
    config = folder / "jrnl.yaml"
    config.write_text(
        f"journals:\n  default:\n    journal: {pages}\nversion: v{JRNL.partition('==')[2]}\ncolors:\n  body: none\n"
        "  date: none\n  tags: none\n  title: none\ndefault_hour: 9\ndefault_minute: 0\neditor: ''\nencrypt: false\n"
        "highlight: true\nindent_character: '|'\nlinewrap: 79\ntagsymbols: '@'\ntemplate: false\n"
        "timeformat: '%F %R'\n",
        encoding="utf-8",
    )

    def search(word: str) -> None:
        command = [str(python), "-m", "jrnl", "--config-file", str(config), "-contains", word, "--short"]
        answer = subprocess.run(command, capture_output=True, text=True, stdin=subprocess.DEVNULL)
        assert "Page " in answer.stdout, answer.stderr[-300:]

    return [timed(f"search/jrnl-{name}-{size}", partial(search, word), runs=JRNL_RUNS) for name, word in words.items()]
