"""A journal as a folder: kept in another place, set aside, or deleted. Nobody may have it open meanwhile."""

from __future__ import annotations

import errno
import hashlib
import os
import re
import secrets
import shutil
import sys
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path
from typing import Final

from trustjournal.errors import (
    JournalExistsError,
    JournalMissingError,
    NotADirectoryForJournalError,
    StorageFailedError,
)
from trustjournal.storage import key_file
from trustjournal.storage.atomic_file import sync, sync_folder
from trustjournal.storage.checked_copy import Progress
from trustjournal.storage.failures import os_errors_told

LEFT_BY_FILE_MANAGERS: Final = frozenset({".DS_Store", "desktop.ini", "Thumbs.db", ".directory"})
_OURS: Final = re.compile(
    r"(before-\d{4}-)?journal-[0-9a-f]{8}\.tjdb(-journal)?"
    r"|journal-[0-9a-f]{8}-to-[0-9a-f]{8}\.tjmark"
    r"|vault\.tjkeys(\.bak)?(\.tmp)?"
)
_CHUNK: Final = 1 << 20


def check_free(folder: Path) -> bool:
    """Whether `folder` is there already (and empty); raises where a journal must not come to be in it."""
    with os_errors_told():
        try:
            names = {path.name for path in folder.iterdir()}
        except FileNotFoundError:
            return False
        except NotADirectoryError:
            raise NotADirectoryForJournalError("this is a file") from None
    if any(_OURS.fullmatch(name) for name in names):
        raise JournalExistsError("there is a journal in this folder already")
    if names - LEFT_BY_FILE_MANAGERS:
        raise NotADirectoryForJournalError("there are other things in this folder")
    return True


def make_private_folder(folder: Path) -> None:
    """Make the folder of a journal, and what leads to it, and have the disk keep the name of each.

    Raises NotADirectoryForJournalError, StorageReadOnlyError and its like.
    """
    _make_folders(folder)
    if sys.platform != "win32":
        with os_errors_told():
            folder.chmod(0o700)


def move_journal(folder: Path, destination: Path, *, progress: Progress = lambda _done: None) -> None:
    """Keep the journal in `folder` in `destination`, a folder that is new or empty, from now on.

    On the same disk it is one step. Else everything is copied, compared and kept by the disk before the first file
    goes; what `progress` raises until then leaves all as it was.
    Raises JournalMissingError, JournalExistsError, NotADirectoryForJournalError, StorageFullError and its like.
    """
    if not key_file.exists_in(folder):
        raise JournalMissingError("there is no journal to move")
    if destination.resolve().is_relative_to(folder.resolve()):
        raise NotADirectoryForJournalError("a journal cannot be kept inside itself")
    was_there = check_free(destination)
    with os_errors_told():
        _make_folders(destination.parent)
        if was_there:
            for left in destination.iterdir():
                left.unlink()
            destination.rmdir()
        try:
            folder.rename(destination)
        except OSError as error:
            if error.errno != errno.EXDEV:
                raise
            _move_to_another_disk(folder, destination, progress)
        sync_folder(destination.parent)
        with suppress(FileNotFoundError):
            sync_folder(folder.parent)


def set_aside(folder: Path) -> Path:
    """Give the journal's folder another name beside its own, until it is put back or deleted; that place."""
    with os_errors_told():
        aside = folder.with_name(f"{folder.name}.deleted-{secrets.token_hex(4)}")
        folder.rename(aside)
        sync_folder(folder.parent)
    return aside


def put_back(aside: Path, folder: Path) -> None:
    """Undo `set_aside`; raises JournalExistsError where something has taken its place."""
    with os_errors_told():
        if folder.exists():
            raise JournalExistsError("something is in the place of the journal")
        aside.rename(folder)
        sync_folder(folder.parent)


def delete_journal(folder: Path) -> None:
    """Delete the journal in `folder` for good: its key file is overwritten first, then every file of it goes.

    Files that are not the journal's stay, and the folder with them.
    """
    with os_errors_told():
        for path in _files_of(folder, only_ours=True):
            if path.name.startswith("vault.tjkeys"):
                _overwrite(path)
        for path in _files_of(folder, only_ours=True):
            path.unlink()
        if all(path.name in LEFT_BY_FILE_MANAGERS for path in folder.iterdir()):
            shutil.rmtree(folder)
        sync_folder(folder.parent)


def _make_folders(folder: Path) -> None:
    with os_errors_told():
        missing = [place for place in (folder, *folder.parents) if not place.exists()]
        try:
            folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        except (FileExistsError, NotADirectoryError):
            raise NotADirectoryForJournalError("a file is in the way") from None
        # The name of each new folder is in its parent: without any of them a power cut would take all that is below.
        for place in (folder, *missing):
            sync_folder(place.parent)


def _move_to_another_disk(folder: Path, destination: Path, progress: Progress) -> None:
    files = list(_files_of(folder, only_ours=False))
    whole, done = sum(path.stat().st_size for path in files) or 1, 0
    destination.mkdir(mode=0o700)
    try:
        for path in files:
            copy = destination / path.name
            for copied in _copy(path, copy):
                done += copied
                progress(min(1.0, done / whole))
            if _digest(copy) != _digest(path):
                raise StorageFailedError("a copy is not what was copied")
        sync_folder(destination)
        sync_folder(destination.parent)
    except BaseException:
        shutil.rmtree(destination, ignore_errors=True)
        raise
    # Every byte is in its new place: from here on the old one is a second copy.
    delete_journal(folder)


def _copy(source: Path, target: Path) -> Iterator[int]:
    descriptor = os.open(target, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    with source.open("rb") as old, os.fdopen(descriptor, "wb") as new:
        while piece := old.read(_CHUNK):
            new.write(piece)
            yield len(piece)
        new.flush()
        sync(new.fileno())


def _digest(path: Path) -> str:
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def _files_of(folder: Path, *, only_ours: bool) -> Iterator[Path]:
    for path in sorted(folder.iterdir()):
        if path.is_file() and not path.is_symlink() and (not only_ours or _OURS.fullmatch(path.name)):
            yield path


def _overwrite(path: Path) -> None:
    size = path.stat().st_size
    with path.open("r+b") as file:
        file.write(secrets.token_bytes(size))
        file.flush()
        sync(file.fileno())
