"""What leaves the journal as a plain file is whole, or not there."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path
from threading import Event
from typing import overload

import pytest
from typing_extensions import override

from trustjournal.domain.paper import MarkdownEntry
from trustjournal.errors import CancelledError, FolderGoneError
from trustjournal.services.plain_copies import PlainCopyService

ENTRY = MarkdownEntry("Größe", ("10 March 2026",), "", "words", "Photo")


def test_entries_become_one_file_for_its_owner_alone(tmp_path: Path) -> None:
    path = tmp_path / "copy.md"
    PlainCopyService().write_markdown(path, [ENTRY, ENTRY], Event())
    one = "# Größe\n\n10 March 2026\n\nwords\n"
    assert path.read_bytes().decode() == f"{one}\n---\n\n{one}"
    assert path.stat().st_mode & 0o777 == 0o600


def test_a_document_is_written_as_it_is(tmp_path: Path) -> None:
    PlainCopyService().write_document(tmp_path / "copy.pdf", b"%PDF\r\n", Event())
    assert (tmp_path / "copy.pdf").read_bytes() == b"%PDF\r\n"


class StoppedAtThird(Sequence[MarkdownEntry]):
    """Entries; somebody stops it while the third is being written."""

    def __init__(self, stop: Event) -> None:
        self.stop = stop

    @overload
    def __getitem__(self, index: int) -> MarkdownEntry: ...
    @overload
    def __getitem__(self, index: slice) -> Sequence[MarkdownEntry]: ...
    @override
    def __getitem__(self, index: int | slice) -> MarkdownEntry | Sequence[MarkdownEntry]:
        raise NotImplementedError

    @override
    def __len__(self) -> int:
        return 5

    @override
    def __iter__(self) -> Iterator[MarkdownEntry]:
        for number in range(5):
            if number == 2:
                self.stop.set()
            yield ENTRY


def test_what_is_stopped_leaves_what_was_there(tmp_path: Path) -> None:
    path = tmp_path / "copy.md"
    path.write_text("before")
    stop = Event()
    with pytest.raises(CancelledError):
        PlainCopyService().write_markdown(path, StoppedAtThird(stop), stop)
    assert [one.read_text() for one in tmp_path.iterdir()] == ["before"]


def test_a_folder_that_is_gone_is_told(tmp_path: Path) -> None:
    with pytest.raises(FolderGoneError):
        PlainCopyService().write_markdown(tmp_path / "gone" / "copy.md", [ENTRY], Event())
