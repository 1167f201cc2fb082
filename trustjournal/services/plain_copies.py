"""Writes what leaves the journal as a file that everybody can read."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from threading import Event

from trustjournal.domain.paper import MarkdownEntry
from trustjournal.errors import CancelledError
from trustjournal.exchange.markdown_file import markdown_file
from trustjournal.exchange.plain_files import write_file


class PlainCopyService:
    """Writes files that are not encrypted, each for its owner alone. It knows no journal, and a disk takes its time.

    Each raises FolderGoneError, StorageFullError, StorageReadOnlyError, StorageFailedError, and CancelledError once
    the event is set; then nothing is written, and what was there before is still there.
    """

    def write_markdown(self, path: Path, entries: Sequence[MarkdownEntry], stop: Event) -> None:
        """Write entries as one Markdown text."""
        write_file(path, _until(stop, (piece.encode() for piece in markdown_file(entries))))

    def write_document(self, path: Path, content: bytes, stop: Event) -> None:
        """Write a file that is made already, such as a PDF."""
        write_file(path, _until(stop, [content]))


def _until(stop: Event, pieces: Iterable[bytes]) -> Iterator[bytes]:
    for piece in pieces:
        if stop.is_set():
            break
        yield piece
    if stop.is_set():
        raise CancelledError("the person stopped it")
