"""What this process shows about itself on the page about privacy, looked up when it is asked."""

from __future__ import annotations

import os
from collections.abc import Iterable
from pathlib import Path

from trustjournal.domain.proof import OpenFile, PathKind, ProcessProof, WrittenFile
from trustjournal.host.hardening import Hardening
from trustjournal.host.open_files import open_files
from trustjournal.host.open_sockets import open_sockets
from trustjournal.host.path_kinds import PathKinds


def take_proof(hardening: Hardening, *, journal: Path, own: Iterable[Path]) -> ProcessProof:
    """Look at this process. `journal` is the folder of the journal that is open, `own` those the program keeps for
    this computer.

    Files that are written are known in two ways: Python code is seen opening them, and what is open for writing right
    now (the database, which SQLite opens by itself) is seen among the open files. What other native code opened and
    closed again is not seen.
    """
    kinds = PathKinds(journal, own)
    files = open_files(kinds)
    return ProcessProof(
        protections=hardening.standings(),
        sockets=open_sockets(),
        files=files,
        written=_written(hardening.written.all(), files or (), kinds),
        is_all_written=hardening.written.is_complete,
    )


def _written(noted: Iterable[str], files: Iterable[OpenFile], kinds: PathKinds) -> tuple[WrittenFile, ...]:
    being_written = [file.path for file in files if file.is_writable and file.kind is not PathKind.PIPE]
    paths = dict.fromkeys((*noted, *being_written))
    return tuple(WrittenFile(kinds.of(path), path, os.path.exists(path)) for path in paths)  # noqa: PTH110
