"""A journal that is moved or deleted while it is open: no word goes where nobody would find it."""

from __future__ import annotations

import shutil
import sys
from pathlib import Path

import pytest
from sqlcipher3 import dbapi2 as sqlite

from tests.storage.conftest import Stores, entry
from trustjournal.errors import JournalMovedError, StorageReadOnlyError
from trustjournal.storage.failures import from_sqlite_error

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="Windows moves no file that is open")


@pytest.fixture(params=["nothing was saved before", "something was saved before"])
def used(request: pytest.FixtureRequest, stores: Stores) -> Stores:
    """With the first save SQLite opens its rollback journal, and from then on it looks for its file no more."""
    if request.param == "something was saved before":
        stores.entries.save(entry("before"))
    return stores


def test_saving_goes_on_when_a_moved_folder_is_back(used: Stores, folder: Path, tmp_path: Path) -> None:
    words = entry("words")
    folder.rename(tmp_path / "moved")
    with pytest.raises(JournalMovedError):
        used.entries.save(words)
    (tmp_path / "moved").rename(folder)
    saved = used.entries.save(words)
    assert used.entries.get(words.id) == saved


@pytest.mark.parametrize("copy_is_put_there", [False, True])
def test_nothing_is_called_saved_in_a_folder_that_was_deleted(
    used: Stores, folder: Path, tmp_path: Path, copy_is_put_there: bool
) -> None:
    shutil.copytree(folder, tmp_path / "copy")
    shutil.rmtree(folder)
    if copy_is_put_there:
        (tmp_path / "copy").rename(folder)
    with pytest.raises(JournalMovedError):
        used.entries.save(entry("words"))


def test_a_file_that_cannot_be_written_is_told_from_one_that_is_gone(tmp_path: Path) -> None:
    error = sqlite.OperationalError()
    error.sqlite_errorcode = 8
    (tmp_path / "there").touch()
    assert type(from_sqlite_error(error, tmp_path / "there")) is StorageReadOnlyError
    assert type(from_sqlite_error(error, tmp_path / "gone")) is JournalMovedError
