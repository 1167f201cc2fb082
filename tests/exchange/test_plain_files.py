"""Files are known by their bytes, read within limits, and written for their owner alone."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from trustjournal.domain.attachment import MOST_BYTES
from trustjournal.errors import (
    FileEmptyError,
    FileTooLargeError,
    FileUnreadableError,
    FolderGoneError,
    StorageFullError,
    StorageReadOnlyError,
)
from trustjournal.exchange import plain_files
from trustjournal.exchange.media_types import UNKNOWN, media_type_of
from trustjournal.exchange.plain_files import read_file, write_file


@pytest.mark.parametrize(
    ("data", "media_type"),
    [
        (b"\x89PNG\r\n\x1a\n....", "image/png"),
        (b"\xff\xd8\xff\xe0", "image/jpeg"),
        (b"GIF89a", "image/gif"),
        (b"RIFF....WEBPVP8 ", "image/webp"),
        (b"RIFF....WAVEfmt ", "audio/wav"),
        (b"RIFF....what", UNKNOWN),
        (b"\x00\x00\x00\x18ftypheic", "image/heic"),
        (b"\x00\x00\x00\x18ftypM4A ", "audio/mp4"),
        (b"\x00\x00\x00\x18ftypisom", "video/mp4"),
        (b"\x00\x00\x00\x14ftypqt  ", "video/quicktime"),
        (b"%PDF-1.7", "application/pdf"),
        (b"ID3\x04", "audio/mpeg"),
        (b"II*\x00", "image/tiff"),
        (b"<?xml version='1.0'?><SVG/>", "image/svg+xml"),
        ("Grüße".encode(), "text/plain"),
        (b"\x00\x01\x02", UNKNOWN),
        ("ü".encode() * 5_000, "text/plain"),
        (b"", UNKNOWN),
    ],
)
def test_a_file_is_known_by_its_bytes(data: bytes, media_type: str) -> None:
    assert media_type_of(data) == media_type


@given(st.binary())
def test_any_bytes_have_a_media_type(data: bytes) -> None:
    assert "/" in media_type_of(data)


def test_a_file_is_read_whole(tmp_path: Path) -> None:
    (tmp_path / "a").write_bytes(b"words")
    assert read_file(tmp_path / "a") == b"words"


def test_what_is_no_file_is_refused_and_keeps_nobody_waiting(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe")
    for path in (tmp_path, tmp_path / "missing", tmp_path / "pipe", Path("/dev/zero"), tmp_path / "a\x00b"):
        with pytest.raises(FileUnreadableError):
            read_file(path)


def test_an_empty_file_and_a_too_large_one_are_refused(tmp_path: Path) -> None:
    (tmp_path / "empty").touch()
    with pytest.raises(FileEmptyError):
        read_file(tmp_path / "empty")
    with (tmp_path / "large").open("wb") as file:
        file.truncate(MOST_BYTES)
    assert len(read_file(tmp_path / "large")) == MOST_BYTES
    os.truncate(tmp_path / "large", MOST_BYTES + 1)
    with pytest.raises(FileTooLargeError):
        read_file(tmp_path / "large")


def test_a_file_that_grows_while_it_is_read_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(plain_files, "MOST_BYTES", 3)
    with pytest.raises(FileTooLargeError):
        plain_files.checked(b"more")


def test_what_is_written_is_for_its_owner_alone_also_over_another_file(tmp_path: Path) -> None:
    target = tmp_path / "copy.jpg"
    target.write_bytes(b"something longer that was there")
    target.chmod(0o644)
    write_file(target, [b"one ", b"two"])
    assert target.read_bytes() == b"one two"
    assert target.stat().st_mode & 0o777 == 0o600


def test_half_a_file_does_not_stay(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def no_room(_descriptor: int) -> None:
        raise OSError(28, "no space")

    monkeypatch.setattr("trustjournal.exchange.plain_files.os.fsync", no_room)
    with pytest.raises(StorageFullError):
        write_file(tmp_path / "copy", [b"words"])
    assert list(tmp_path.iterdir()) == []


def test_what_was_there_before_stays_where_the_new_is_not_whole(tmp_path: Path) -> None:
    target = tmp_path / "copy"
    target.write_bytes(b"before")

    def pieces() -> Iterator[bytes]:
        yield b"half"
        assert target.read_bytes() == b"before"
        raise RuntimeError

    with pytest.raises(RuntimeError):
        write_file(target, pieces())
    assert [path.read_bytes() for path in tmp_path.iterdir()] == [b"before"]


def test_a_link_in_its_place_does_not_lead_the_words_elsewhere(tmp_path: Path) -> None:
    elsewhere = tmp_path / "elsewhere"
    elsewhere.touch()
    (tmp_path / "copy").symlink_to(elsewhere)
    write_file(tmp_path / "copy", [b"words"])
    assert elsewhere.read_bytes() == b""
    assert (tmp_path / "copy").read_bytes() == b"words"


def test_where_nothing_may_be_written_is_told(tmp_path: Path) -> None:
    with pytest.raises(StorageReadOnlyError):
        write_file(tmp_path, [b"words"])
    assert list(tmp_path.parent.glob("*.part")) == []


def test_a_folder_that_is_gone_is_told(tmp_path: Path) -> None:
    for path in (tmp_path / "gone" / "copy", Path(__file__) / "copy"):
        with pytest.raises(FolderGoneError):
            write_file(path, [b"words"])
