"""Changes the ways into a journal on a disk that fails at the n-th call, and says how each attempt ended.

    python -m tests.faults.failing_disk ROOT LIBRARY STEP

Runs with the library of `disk_calls` before it. Prints one line of JSON for each attempt.
"""

from __future__ import annotations

import errno
import json
import shutil
import sys
from collections.abc import Callable, Iterator
from contextlib import closing
from dataclasses import asdict, dataclass, replace
from itertools import product
from pathlib import Path

from tests.faults.disk_calls.library import FailingDisk, Kinds
from tests.faults.power_loss.life import NOW, cheap, entry, first_words
from tests.faults.power_loss.state import Life
from tests.faults.power_loss.verdict import verdict
from trustjournal.errors import WorldError
from trustjournal.storage.database import open_database
from trustjournal.storage.entry_store import EntryStore
from trustjournal.storage.open_vault import OpenVault
from trustjournal.storage.re_encrypt import re_encrypt
from trustjournal.storage.search_index import SearchIndex
from trustjournal.storage.vault import create_vault, open_with_passphrase

LAST_CALLS = 10
NEVER = 1_000_000_000
DEVICE, DEVICE_SECRET = "0000000d", "0d" * 32
BEFORE = Life("words before", recovery="0b" * 16, entries=3)


@dataclass(frozen=True)
class Task:
    """Something that changes the ways in, and what is so afterwards."""

    name: str
    do: Callable[[OpenVault], None]
    after: Life


TASKS = (
    Task(
        "change the passphrase",
        lambda vault: vault.change_passphrase("words after", now=NOW, cost=cheap),
        replace(BEFORE, passphrase="words after"),
    ),
    Task(
        "replace the recovery code",
        lambda vault: vault.set_recovery(bytearray.fromhex("0a" * 16), now=NOW),
        replace(BEFORE, recovery="0a" * 16),
    ),
    Task(
        "trust a computer",
        lambda vault: vault.add_device(bytearray.fromhex(DEVICE_SECRET), slot_id=DEVICE, now=NOW),
        replace(BEFORE, devices={DEVICE: DEVICE_SECRET}),
    ),
    Task(
        "encrypt everything anew",
        lambda vault: re_encrypt(
            vault, "words after", now=NOW, cost=cheap, devices={DEVICE: bytearray.fromhex(DEVICE_SECRET)}
        ),
        replace(BEFORE, passphrase="words after", recovery="", devices={DEVICE: DEVICE_SECRET}),
    ),
)


@dataclass(frozen=True)
class Attempt:
    """How one ended. `told` is the name of the error, or empty; `wrong` is what must not be."""

    task: str
    error: str
    always: bool
    call: int
    told: str
    wrong: tuple[str, ...]


def make_template(folder: Path) -> None:
    """A small journal that every attempt begins with a copy of."""
    with create_vault(folder, BEFORE.passphrase, now=NOW, cost=cheap) as vault:
        vault.set_recovery(bytearray.fromhex(BEFORE.recovery), now=NOW)
        with closing(open_database(vault.keys())) as db:
            store = EntryStore(db, SearchIndex(db))
            for number in range(1, BEFORE.entries + 1):
                draft = store.save(first_words(number))
                store.save(replace(entry(number), revision=draft.revision))


def attempt(
    disk: FailingDisk, folder: Path, task: Task, call: int, error: int, *, always: bool, kinds: Kinds
) -> Attempt:
    """Do `task` while the disk fails at `call`, then look at what is there on a disk that works again."""
    told, wrong = "", []
    with open_with_passphrase(folder, BEFORE.passphrase) as vault:
        disk.fail_at(call, error, always=always, kinds=kinds)
        try:
            task.do(vault)
        except WorldError as raised:
            told = type(raised).__name__
        except Exception as raised:  # noqa: BLE001 - whatever else it is, nobody would have been told
            wrong.append(f"not told: {type(raised).__name__}")
        finally:
            disk.work_again()
    # What was told to be done is done; what was told to have failed is as before. Only where a disk that keeps nothing
    # any more cannot even be read may it be done all the same: nobody could know.
    settled, next_ = (BEFORE, task.after if always and Kinds.READING in kinds else None) if told else (task.after, None)
    wrong += verdict(folder, settled, next_, {*BEFORE.ways, *task.after.ways})
    return Attempt(task.name, errno.errorcode[error], always, call, told, tuple(wrong))


def attempts(disk: FailingDisk, root: Path, step: int) -> Iterator[Attempt]:
    """Every task with every error, once and from then on."""
    template = root / "template"
    make_template(template)
    for task in TASKS:
        for (error, kinds), always in product(
            (
                (errno.ENOSPC, Kinds.CHANGING),
                (errno.EROFS, Kinds.CHANGING),
                (errno.EIO, Kinds.CHANGING | Kinds.READING),
            ),
            (False, True),
        ):
            calls = _calls_of(disk, _copy_of(template), task, kinds)
            for call in range(1, calls + 1):
                if call % step == 0 or call > calls - LAST_CALLS:
                    yield attempt(disk, _copy_of(template), task, call, error, always=always, kinds=kinds)


def _calls_of(disk: FailingDisk, folder: Path, task: Task, kinds: Kinds) -> int:
    with open_with_passphrase(folder, BEFORE.passphrase) as vault:
        disk.fail_at(NEVER, errno.EIO, always=False, kinds=kinds)
        task.do(vault)
        return disk.work_again()


def _copy_of(template: Path) -> Path:
    folder = template.with_name("journal")
    shutil.rmtree(folder, ignore_errors=True)
    shutil.copytree(template, folder)
    return folder


if __name__ == "__main__":
    for ended in attempts(FailingDisk(Path(sys.argv[2])), Path(sys.argv[1]), int(sys.argv[3])):
        sys.stdout.write(json.dumps(asdict(ended)) + "\n")
