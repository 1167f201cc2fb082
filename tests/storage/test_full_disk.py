"""A disk that is full, cannot be written, or whose program is killed: what was kept stays kept."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from tests.fakes.keys import create_journal, unlock_with_passphrase
from tests.storage.conftest import NOW, PASSPHRASE, Stores, cheap, entry, stores_of
from trustjournal.domain.entry import Entry
from trustjournal.errors import StorageFailedError, StorageFullError, StorageReadOnlyError
from trustjournal.storage import failures
from trustjournal.storage.database import open_database

posix_only = pytest.mark.skipif(sys.platform == "win32", reason="POSIX limits and mounts")

WRITER = """
import sys
from dataclasses import replace
from pathlib import Path
from tests.storage.conftest import PASSPHRASE, entry, stores_of
from trustjournal.domain.entry import Entry
from trustjournal.errors import TrustJournalError
from trustjournal.storage.database import open_database
from tests.fakes.keys import unlock_with_passphrase

folder, limit = Path(sys.argv[1]), int(sys.argv[2])
keys = unlock_with_passphrase(folder, PASSPHRASE)
stores = stores_of(open_database(keys))
if limit:
    import resource
    size = (folder / keys.database).stat().st_size
    resource.setrlimit(resource.RLIMIT_FSIZE, (size + limit, resource.RLIM_INFINITY))
n = 0
try:
    while True:
        stores.entries.save(entry(f"entry {n:06} " + "words " * 300))
        print(n, flush=True)
        n += 1
except TrustJournalError as error:
    print(type(error).__name__, flush=True)
if limit:
    # Reading goes on, and so does writing once there is room.
    assert stores.entries.count() == n, stores.entries.count()
    assert len(stores.search.find("words", 5)) == min(n, 5)
    resource.setrlimit(resource.RLIMIT_FSIZE, (resource.RLIM_INFINITY, resource.RLIM_INFINITY))
    stores.entries.save(entry("after there was room again"))
    print("went on", flush=True)
"""


def writer(folder: Path, limit: int = 0) -> subprocess.Popen[str]:
    return subprocess.Popen(
        [sys.executable, "-c", WRITER, str(folder), str(limit)],
        stdout=subprocess.PIPE, text=True, env={**os.environ, "PYTHONPATH": os.pathsep.join(sys.path)},
    )  # fmt: skip


def kept_numbers(stores: Stores) -> list[int]:
    return sorted(int(s.excerpt.split()[1]) for s in stores.entries.newest(100_000) if s.excerpt.startswith("entry "))


@posix_only
def test_a_limit_on_the_file_is_told_as_a_full_disk_and_every_earlier_entry_is_there(
    stores: Stores, folder: Path, reopen: Callable[[], Stores]
) -> None:
    stores.db.close()
    with writer(folder, limit=200_000) as process:
        assert process.stdout is not None
        *numbers, error, last = process.stdout.read().split("\n")[:-1]
    assert process.returncode == 0
    assert (error, last) == ("StorageFullError", "went on")
    assert len(numbers) > 5
    again = reopen()
    assert kept_numbers(again) == [int(number) for number in numbers]
    assert again.db.problems() == ()


@contextmanager
def small_disk(place: Path, size: str) -> Iterator[Path]:
    """A tmpfs of `size`; skips where this user may not mount."""
    place.mkdir()
    mount = ["mount", "-t", "tmpfs", "-o", f"size={size}", "none", str(place)]
    try:
        made = subprocess.run(mount, capture_output=True, check=False).returncode == 0
    except FileNotFoundError:
        made = False
    if not made:
        pytest.skip("mounting needs a right this user does not have")
    try:
        yield place
    finally:
        subprocess.run(["umount", str(place)], check=True)


@posix_only
def test_a_full_disk_is_told_and_every_earlier_entry_is_there(tmp_path: Path) -> None:
    with small_disk(tmp_path / "disk", "1m") as disk:
        stores = stores_of(open_database(create_journal(disk / "journal", PASSPHRASE, now=NOW, cost=cheap)))
        kept: list[Entry] = []

        def fill() -> None:
            for n in range(10_000):
                kept.append(stores.entries.save(entry(f"entry {n} " + "words " * 300)))

        with pytest.raises(StorageFullError):
            fill()
        assert len(kept) > 5
        assert stores.entries.get(kept[-1].id) == kept[-1]
        stores.db.close()
        stores = stores_of(open_database(unlock_with_passphrase(disk / "journal", PASSPHRASE)))
        assert [stores.entries.get(one.id) for one in kept] == kept
        assert stores.db.problems() == ()
        stores.db.close()


@posix_only
def test_no_journal_is_half_made_on_a_full_disk(tmp_path: Path) -> None:
    with small_disk(tmp_path / "disk", "64k") as disk:
        with pytest.raises(StorageFullError):
            create_journal(disk / "journal", PASSPHRASE, now=NOW, cost=cheap)
        assert list(disk.iterdir()) == []


@posix_only
def test_a_read_only_disk_is_told_when_the_journal_opens(tmp_path: Path) -> None:
    with small_disk(tmp_path / "disk", "2m") as disk:
        create_journal(disk / "journal", PASSPHRASE, now=NOW, cost=cheap)
        subprocess.run(["mount", "-o", "remount,ro", str(disk)], check=True)
        before = {path.name: path.read_bytes() for path in (disk / "journal").iterdir()}
        with pytest.raises(StorageReadOnlyError):
            open_database(unlock_with_passphrase(disk / "journal", PASSPHRASE))
        with pytest.raises(StorageReadOnlyError):
            create_journal(disk / "other", PASSPHRASE, now=NOW, cost=cheap)
        assert {path.name: path.read_bytes() for path in (disk / "journal").iterdir()} == before


@pytest.mark.skipif(sys.platform == "win32" or os.geteuid() == 0, reason="modes do not bind this user")
def test_a_read_only_folder_is_told_when_the_journal_opens(tmp_path: Path) -> None:
    keys = create_journal(tmp_path / "journal", PASSPHRASE, now=NOW, cost=cheap)
    for path in keys.folder.iterdir():
        path.chmod(0o400)
    keys.folder.chmod(0o500)
    try:
        with pytest.raises(StorageReadOnlyError):
            open_database(unlock_with_passphrase(keys.folder, PASSPHRASE))
    finally:
        keys.folder.chmod(0o700)


def test_other_faults_of_the_disk_are_told_as_faults(tmp_path: Path) -> None:
    assert type(failures.from_os_error(OSError(5, "EIO"))) is StorageFailedError
    assert type(failures.from_os_error(OSError(28, "ENOSPC"))) is StorageFullError
    assert type(failures.from_os_error(OSError(30, "EROFS"))) is StorageReadOnlyError


@posix_only
def test_a_killed_program_loses_no_entry_it_had_acknowledged(
    stores: Stores, folder: Path, reopen: Callable[[], Stores]
) -> None:
    stores.db.close()
    for kill in range(4):
        with writer(folder) as process:
            assert process.stdout is not None
            acknowledged = [int(process.stdout.readline()) for _ in range(5 + 7 * kill)]
            process.kill()
            acknowledged += [int(line) for line in process.stdout.read().split("\n")[:-1]]
        again = reopen()
        kept = kept_numbers(again)
        assert again.db.problems() == ()
        for number in acknowledged:
            kept.remove(number)
        # At most the one entry that was being saved may be there beyond what was acknowledged.
        assert len(kept) <= 1
        for summary in again.entries.newest(100_000):
            again.entries.delete(summary.id)
        again.db.close()
