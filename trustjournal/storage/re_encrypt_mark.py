"""The mark that stands in a journal's folder while it gets a new data key, and what is tidied up by it.

Its name holds the ids of the old and the new key: ``journal-<old>-to-<new>.tjmark``; it is empty. The key file decides
which of the two databases counts. Only the other one of a marked pair is ever deleted, and only when both copies of
the key file were read and name one that is there: a stray database that no mark speaks of may be all that somebody
has left.
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
        for mark in _marks_in(folder):
            pair = {mark[1], mark[2]}
            named = [copy.key_id for copy in key_file.whole_copies(folder)]
            is_decided = named == [content.key_id] * len(key_file.NAMES) and (folder / content.database).exists()
            if is_decided and content.key_id in pair:
                for key_id in pair - {content.key_id}:
                    _delete_database(folder, key_id)
                # Were the mark gone first, a power cut could leave the database without it, for ever.
                sync_folder(folder)
                (folder / mark[0]).unlink(missing_ok=True)
                sync_folder(folder)


def is_in_doubt(folder: Path) -> bool:
    """Whether a copy of the key file that cannot be read may be the only one that names the newer database.

    It is not to be written over then.
    """
    with os_errors_told():
        there = [name for name in key_file.NAMES if (folder / name).exists()]
        return len(key_file.whole_copies(folder)) < len(there) and bool(_marks_in(folder))


def _delete_database(folder: Path, key_id: str) -> None:
    name = database_name(key_id)
    for left in (folder / name, folder / (name + "-journal"), *folder.glob(f"before-*-{name}*")):
        left.unlink(missing_ok=True)


def _marks_in(folder: Path) -> list[re.Match[str]]:
    return [mark for path in folder.iterdir() if (mark := _MARK.fullmatch(path.name))]


def _name(old: str, new: str) -> str:
    return f"journal-{old}-to-{new}.tjmark"
