"""A journal that moves, is set aside or is deleted: whole in one place or the other; nobody else's files touched."""

from __future__ import annotations

import errno
import os
import shutil
import stat
from pathlib import Path

import pytest

from tests.fakes.keys import create_journal, unlock_with_passphrase
from tests.storage.conftest import NOW, PASSPHRASE, cheap
from trustjournal.errors import (
    CancelledError,
    JournalExistsError,
    JournalMissingError,
    NotADirectoryForJournalError,
    StorageFailedError,
    StorageFullError,
)
from trustjournal.storage import journal_folder
from trustjournal.storage.journal_folder import delete_journal, move_journal, put_back, set_aside


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    folder = tmp_path / "here" / "Journal"
    create_journal(folder, PASSPHRASE, now=NOW, cost=cheap).wipe()
    return folder


@pytest.fixture
def other_disk(monkeypatch: pytest.MonkeyPatch) -> None:
    """Renaming a folder fails as it does between two disks."""
    rename = Path.rename

    def only_files(self: Path, target: Path) -> Path:
        if self.is_dir():
            raise OSError(errno.EXDEV, os.strerror(errno.EXDEV))
        return rename(self, target)

    monkeypatch.setattr(Path, "rename", only_files)


def contents(folder: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in folder.iterdir()}


def opens(folder: Path) -> None:
    unlock_with_passphrase(folder, PASSPHRASE).wipe()


def test_a_moved_journal_is_whole_in_its_new_place_and_gone_from_the_old(folder: Path, tmp_path: Path) -> None:
    before = contents(folder)
    move_journal(folder, tmp_path / "there" / "Mine")
    assert contents(tmp_path / "there" / "Mine") == before
    assert not folder.exists()
    opens(tmp_path / "there" / "Mine")


@pytest.mark.usefixtures("other_disk")
def test_to_another_disk_every_file_is_copied_privately_before_the_old_ones_go(folder: Path, tmp_path: Path) -> None:
    (folder / "my own note.txt").write_text("mine", encoding="utf-8")
    before = contents(folder)
    seen: list[float] = []
    place = tmp_path / "usb" / "Journal"
    move_journal(folder, place, progress=seen.append)
    assert contents(place) == before
    assert {stat.S_IMODE(path.stat().st_mode) for path in place.iterdir()} == {0o600}
    assert seen == sorted(seen)
    assert seen[-1] == 1.0
    assert contents(folder) == {"my own note.txt": b"mine"}, "somebody's own file is not ours to delete"


@pytest.mark.usefixtures("other_disk")
@pytest.mark.parametrize("failure", [CancelledError("stop"), StorageFullError("full")])
def test_a_move_that_is_stopped_leaves_the_journal_where_it_was(
    folder: Path, tmp_path: Path, failure: Exception
) -> None:
    before = contents(folder)

    def stop(_done: float) -> None:
        raise failure

    with pytest.raises(type(failure)):
        move_journal(folder, tmp_path / "usb", progress=stop)
    assert contents(folder) == before
    assert not (tmp_path / "usb").exists()


@pytest.mark.usefixtures("other_disk")
def test_a_copy_that_came_out_wrong_is_thrown_away(
    folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = contents(folder)
    monkeypatch.setattr(journal_folder, "_digest", lambda path: str(path))
    with pytest.raises(StorageFailedError):
        move_journal(folder, tmp_path / "usb")
    assert contents(folder) == before
    assert not (tmp_path / "usb").exists()


def test_an_empty_folder_may_be_moved_into_and_no_other(folder: Path, tmp_path: Path) -> None:
    full, empty, a_file, taken = (tmp_path / name for name in ("full", "empty", "file", "taken"))
    full.mkdir()
    (full / "x").write_text("x", encoding="utf-8")
    empty.mkdir()
    (empty / ".DS_Store").write_bytes(b"")
    a_file.write_bytes(b"")
    shutil.copytree(folder, taken)
    for place, error in (
        (full, NotADirectoryForJournalError),
        (a_file, NotADirectoryForJournalError),
        (taken, JournalExistsError),
        (folder / "inside", NotADirectoryForJournalError),
        (folder, NotADirectoryForJournalError),
    ):
        with pytest.raises(error):
            move_journal(folder, place)
        opens(folder)
    with pytest.raises(JournalMissingError):
        move_journal(tmp_path / "nowhere", tmp_path / "new")
    move_journal(folder, empty)
    opens(empty)


def test_what_was_set_aside_can_be_put_back_unless_its_place_is_taken(folder: Path) -> None:
    before = contents(folder)
    aside = set_aside(folder)
    assert not folder.exists()
    assert aside.parent == folder.parent
    folder.mkdir()
    with pytest.raises(JournalExistsError):
        put_back(aside, folder)
    folder.rmdir()
    put_back(aside, folder)
    assert contents(folder) == before
    assert not aside.exists()


def test_a_deleted_journal_is_gone_and_its_key_file_was_overwritten_first(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    unlink, last_words = Path.unlink, {}

    def watch(self: Path, missing_ok: bool = False) -> None:
        last_words[self.name] = self.read_bytes()
        unlink(self, missing_ok)

    keys = (folder / "vault.tjkeys").read_bytes()
    monkeypatch.setattr(Path, "unlink", watch)
    delete_journal(folder)
    assert not folder.exists()
    for name in ("vault.tjkeys", "vault.tjkeys.bak"):
        assert len(last_words[name]) == len(keys)
        assert b"slots" not in last_words[name]


def test_deleting_leaves_what_is_not_the_journals(folder: Path, tmp_path: Path) -> None:
    outside = tmp_path / "outside"
    outside.write_text("far", encoding="utf-8")
    (folder / "letter.odt").write_text("mine", encoding="utf-8")
    (folder / "journal-00000000.tjdb").symlink_to(outside)
    delete_journal(folder)
    assert sorted(path.name for path in folder.iterdir()) == ["journal-00000000.tjdb", "letter.odt"]
    assert outside.read_text(encoding="utf-8") == "far"
