"""A disk that may lose, when the power goes, whatever it was not asked to keep.

Stricter than any real file system: what was written and not synced is there wholly, partly, in any order or not at
all, down to single sectors of 512 bytes; a name that was made, renamed or deleted is in doubt until its folder is
synced, so that what was deleted may be back. Syncing a file keeps its bytes, not its name.
"""

from __future__ import annotations

import random
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path, PurePosixPath
from typing import TypeVar

from tests.faults.disk_calls.record import Call, CallKind

SECTOR = 512

Item = TypeVar("Item")


@dataclass(eq=False, slots=True)
class Contents:
    """The bytes of a file: those the disk keeps, and what was done since."""

    kept: bytearray = field(default_factory=bytearray)
    since: list[Call] = field(default_factory=list)


class FolderMark:
    """Stands where a name is that of a folder."""


Node = Contents | FolderMark
Names = dict[str, Node]
Change = Callable[[Names], None]


class Disk:
    """Takes the calls of a program one by one; at any moment it can be asked what a power cut would leave."""

    def __init__(self) -> None:
        self._names: Names = {}
        self._kept_names: Names = {}
        self._since: dict[str, list[Change]] = {}
        """Changes of names that are in doubt, by folder, in order."""

    def take(self, call: Call) -> None:
        """Do what the call did."""
        match call.kind:
            case CallKind.MADE:
                self._rename(call.path, None, Contents())
            case CallKind.FOLDER_MADE:
                self._rename(call.path, None, FolderMark())
            case CallKind.WRITTEN | CallKind.CUT:
                self._contents(call.path).since.append(call)
            case CallKind.SYNCED:
                self._sync(call.path)
            case CallKind.UNLINKED | CallKind.FOLDER_REMOVED:
                self._forget(call.path)
            case CallKind.RENAMED:
                self._rename(call.other, call.path, self._names[call.path])

    def now(self) -> dict[str, bytes]:
        """Every file as the program sees it."""
        return {path: _played(node, node.since) for path, node in self._names.items() if isinstance(node, Contents)}

    def after_power_cut(self, dice: random.Random) -> dict[str, bytes]:
        """Every file that a cut at this moment may have left; `dice` decides."""
        names = dict(self._kept_names)
        for changes in self._since.values():
            for change in _some(changes, dice):
                change(names)
        return {
            path: _played(node, list(_torn(_some(node.since, dice), dice)))
            for path, node in names.items()
            if isinstance(node, Contents) and _is_reachable(path, names)
        }

    def _contents(self, path: str) -> Contents:
        node = self._names[path]
        assert isinstance(node, Contents)
        return node

    def _sync(self, path: str) -> None:
        node = self._names.get(path)
        if isinstance(node, Contents):
            node.kept = bytearray(_played(node, node.since))
            node.since = []
        else:
            for change in self._since.pop(path, []):
                change(self._kept_names)

    def _rename(self, path: str, old: str | None, node: Node) -> None:
        def change(names: Names) -> None:
            if old is not None:
                names.pop(old, None)
            names[path] = node

        self._change(path, change)

    def _forget(self, path: str) -> None:
        def change(names: Names) -> None:
            names.pop(path, None)

        self._change(path, change)

    def _change(self, path: str, change: Change) -> None:
        change(self._names)
        self._since.setdefault(_folder_of(path), []).append(change)


def _folder_of(path: str) -> str:
    folder = str(PurePosixPath(path).parent)
    return "" if folder == "." else folder


def _is_reachable(path: str, names: Names) -> bool:
    folder = _folder_of(path)
    return not folder or (isinstance(names.get(folder), FolderMark) and _is_reachable(folder, names))


def _some(items: list[Item], dice: random.Random) -> list[Item]:
    """None of them, all, the first few, or any."""
    match dice.randrange(4):
        case 0:
            return []
        case 1:
            return items
        case 2:
            return items[: dice.randrange(len(items) + 1)]
        case _:
            return [item for item in items if dice.random() < 0.5]


def _torn(calls: list[Call], dice: random.Random) -> Iterator[Call]:
    """The calls, of some writes only some sectors."""
    for call in calls:
        if call.kind is CallKind.WRITTEN and dice.random() < 0.15:
            end = call.offset + len(call.data)
            start = call.offset
            while start < end:
                stop = min(end, (start // SECTOR + 1) * SECTOR)
                if dice.random() < 0.5:
                    yield Call(call.kind, call.path, "", start, call.data[start - call.offset : stop - call.offset])
                start = stop
        else:
            yield call


def _played(contents: Contents, calls: list[Call]) -> bytes:
    data = bytearray(contents.kept)
    for call in calls:
        end = call.offset + (len(call.data) if call.kind is CallKind.WRITTEN else 0)
        if len(data) < end:
            data.extend(bytes(end - len(data)))
        if call.kind is CallKind.WRITTEN:
            data[call.offset : end] = call.data
        else:
            del data[call.offset :]
    return bytes(data)


def write_out(files: dict[str, bytes], place: Path) -> None:
    """Put `files` below `place`."""
    for path, data in files.items():
        target = place / path
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(data)
