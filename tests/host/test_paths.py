"""Where things are kept on this computer."""

from __future__ import annotations

import os
import sys
from pathlib import Path

import pytest

from trustjournal.host.paths import Paths

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="the folders of Linux")


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("HOME", str(tmp_path))
    for name in ("XDG_DATA_HOME", "XDG_CONFIG_HOME", "XDG_RUNTIME_DIR"):
        monkeypatch.delenv(name, raising=False)
    return tmp_path


def test_folders_are_those_platformdirs_names(home: Path) -> None:
    import platformdirs

    paths = Paths.of_user()
    assert paths.data == Path(platformdirs.user_data_dir("trustjournal"))
    assert paths.config == Path(platformdirs.user_config_dir("trustjournal"))
    assert paths.journals.is_relative_to(home)


def test_folders_named_by_the_desktop_are_followed_and_relative_ones_are_not(
    home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("XDG_DATA_HOME", str(home / "elsewhere"))
    monkeypatch.setenv("XDG_CONFIG_HOME", "relative")
    paths = Paths.of_user()
    assert paths.data == home / "elsewhere" / "trustjournal"
    assert paths.config == home / ".config" / "trustjournal"


def test_a_runtime_folder_that_is_private_is_used(home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    private = home / "run"
    private.mkdir(mode=0o700)
    monkeypatch.setenv("XDG_RUNTIME_DIR", str(private))
    assert Paths.of_user().runtime == private / "trustjournal"


@pytest.mark.parametrize("trouble", ["open to others", "a link", "missing", "relative", "not set"])
def test_a_runtime_folder_others_could_reach_is_not_used(
    home: Path, monkeypatch: pytest.MonkeyPatch, trouble: str
) -> None:
    shared = home / "shared"
    if trouble == "open to others":
        shared.mkdir()
        shared.chmod(0o755)
    elif trouble == "a link":
        (home / "real").mkdir(mode=0o700)
        shared.symlink_to(home / "real")
    if trouble != "not set":
        monkeypatch.setenv("XDG_RUNTIME_DIR", "shared" if trouble == "relative" else str(shared))
    assert Paths.of_user().runtime == home / ".local" / "share" / "trustjournal" / "run"


def test_inside_a_folder_everything_stays_inside_it(tmp_path: Path) -> None:
    paths = Paths.of(tmp_path)
    assert all(path.is_relative_to(tmp_path) for path in (paths.data, paths.config, paths.runtime, paths.journals))
    assert os.listdir(tmp_path) == []
