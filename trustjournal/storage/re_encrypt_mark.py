"""The mark that stands in a journal's folder while it gets a new data key, and what is tidied up by it.

Its name holds the ids of the old and the new key: ``journal-<old>-to-<new>.tjmark``; it is empty. The key file decides
which of the two databases counts. Only the other one of a marked pair is ever deleted, and only when every copy of
the key file has been read: a stray database that no mark speaks of may be all that somebody has left.
"""

from __future__ import annotations

import os
import re
from pathlib import Path
from typing import Final

from trustjournal.storage import key_file
from trustjournal.storage.atomic_file import sync_folder
from trustjournal.storage.failures import os_errors_told
from trustjournal.storage.key_file import KeyFile, database_name

_MARK: Final = re.compile(r"journal-([0-9a-f]{8})-to-([0-9a-f]{8})\.tjmark")


def set_mark(folder: Path, old: str, new: str) -> None:
    """From now on the database of `new` may be unfinished. Raises StorageReadOnlyError and its like."""
    with os_errors_told():
        os.close(os.open(folder / _name(old, new), os.O_WRONLY | os.O_CREAT, 0o600))
        sync_folder(folder)


def finish_interrupted(folder: Path, content: KeyFile) -> None:
    """Delete what a finished or given up change of the data key left behind.

    Call it only with a genuine `content`. Raises StorageReadOnlyError and its like; then it is done the next time.
    """
    with os_errors_told():
        marks = [mark for path in folder.iterdir() if (mark := _MARK.fullmatch(path.name))]
        for mark in marks:
            pair = {mark[1], mark[2]}
            named = {copy.key_id for copy in key_file.whole_copies(folder)} | {content.key_id}
            if content.key_id in pair and len(pair & named) == 1:
                for key_id in pair - named:
                    _delete_database(folder, key_id)
                (folder / mark[0]).unlink(missing_ok=True)
                sync_folder(folder)


def _delete_database(folder: Path, key_id: str) -> None:
    name = database_name(key_id)
    for left in (folder / name, folder / (name + "-journal"), *folder.glob(f"before-*-{name}")):
        left.unlink(missing_ok=True)


def _name(old: str, new: str) -> str:
    return f"journal-{old}-to-{new}.tjmark"
