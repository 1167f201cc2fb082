"""The settings kept in clear: what they keep, what they survive, and what they never hold."""

from __future__ import annotations

import json
import os
import stat
from dataclasses import fields, replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from trustjournal.domain.look import ThemeChoice
from trustjournal.host.local_settings import LARGEST_FILE, LocalSettings, LocalSettingsFile


@pytest.fixture
def file(tmp_path: Path) -> LocalSettingsFile:
    return LocalSettingsFile(tmp_path / "config" / "settings.json")


def test_without_a_file_everything_has_its_default(file: LocalSettingsFile) -> None:
    assert file.read() == LocalSettings()


def test_what_was_changed_is_there_again(file: LocalSettingsFile) -> None:
    file.change(
        lambda old: replace(
            old.opened(Path("/home/x/Journal")), theme=ThemeChoice.DARK, text_percent=150, language="fr", window=b"\0\1"
        )
    )
    device = file.device()
    read = file.read()
    assert read.journals == (Path("/home/x/Journal"),)
    assert (read.theme, read.text_percent, read.language, read.window) == (ThemeChoice.DARK, 150, "fr", b"\0\1")
    assert read.device == device.hex
    assert device == file.device()


def test_the_file_and_its_folder_are_their_owners_alone(file: LocalSettingsFile, tmp_path: Path) -> None:
    file.change(lambda old: old.opened(Path("/a")))
    path = tmp_path / "config" / "settings.json"
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    assert stat.S_IMODE(path.parent.stat().st_mode) == 0o700
    assert os.listdir(path.parent) == ["settings.json"]


def test_the_journal_opened_last_comes_first_and_is_listed_once() -> None:
    settings = LocalSettings().opened(Path("/a")).opened(Path("/b")).opened(Path("/a"))
    assert settings.journals == (Path("/a"), Path("/b"))


def test_wrong_passphrases_are_counted_by_journal_until_it_is_opened(file: LocalSettingsFile) -> None:
    ours, other = Path("/ours"), Path("/other")
    for _ in range(3):
        file.change(lambda old: old.failed(ours))
    file.change(lambda old: old.failed(other))
    assert file.read().failed_attempts == {ours: 3, other: 1}
    assert file.change(lambda old: old.opened(ours)).failed_attempts == {other: 1}
    assert LocalSettings(failed_attempts={ours: 9999}).failed(ours).failed_attempts == {ours: 9999}


def test_which_ways_in_are_this_computers_is_kept_and_forgotten(file: LocalSettingsFile) -> None:
    file.change(lambda old: old.trusted("0a1b2c3d").trusted("00000001"))
    assert file.read().trusted_ways == {"0a1b2c3d", "00000001"}
    file.change(lambda old: old.trusted("00000002").distrusted("00000001").distrusted("0a1b2c3d"))
    assert file.read().trusted_ways == {"00000002"}


def test_a_journal_that_moved_or_went_is_known_by_its_new_place_or_not_at_all() -> None:
    old, new, other = Path("/old"), Path("/new"), Path("/other")
    settings = LocalSettings(journals=(old, other), failed_attempts={old: 2, other: 1})
    moved = settings.moved(old, new)
    assert moved.journals == (new, other)
    assert moved.failed_attempts == {new: 2, other: 1}
    gone = settings.forgotten(old)
    assert gone.journals == (other,)
    assert gone.failed_attempts == {other: 1}


@pytest.mark.parametrize(
    ("written", "read"),
    [
        (
            {"trusted_ways": ["0a1b2c3d", "0A1B2C3D", "short", 7, None]},
            LocalSettings(trusted_ways=frozenset({"0a1b2c3d"})),
        ),
        ({"trusted_ways": "0a1b2c3d"}, LocalSettings()),
        ({"help_before_unlocking": False}, LocalSettings(help_before_unlocking=False)),
        ({"help_before_unlocking": "no"}, LocalSettings()),
        (
            {"failed_attempts": {"/a": 2, "/b": -1, "/c": "3", "/d": True, "relative": 1, "/e": 10_000}},
            LocalSettings(failed_attempts={Path("/a"): 2}),
        ),
        ({"failed_attempts": [["/a", 2]]}, LocalSettings()),
    ],
)
def test_counts_and_names_that_make_no_sense_are_left_out(
    file: LocalSettingsFile, tmp_path: Path, written: dict[str, object], read: LocalSettings
) -> None:
    (tmp_path / "config").mkdir()
    (tmp_path / "config" / "settings.json").write_text(json.dumps(written), encoding="utf-8")
    assert file.read() == read


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"{",
        b"[]",
        b"null",
        b"\xff\xfe\x00",
        b"[" * 200_000,
        b" " * (LARGEST_FILE + 1) + b"{}",
        b'{"journals": 7, "theme": [], "language": {}, "text_percent": "large", "window": 7, "device": 1}',
        b'{"journals": ["relative", 7, "/a\\u0000b"], "theme": "pink", "language": "../../etc", "text_percent": true,'
        b' "window": "no base64", "device": "xyz"}',
    ],
)
def test_a_file_that_makes_no_sense_counts_as_none(file: LocalSettingsFile, tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "config" / "settings.json"
    path.parent.mkdir()
    path.write_bytes(content)
    assert file.read() == LocalSettings()


@given(
    st.dictionaries(
        st.sampled_from(["journals", "theme", "language", "text_percent", "window", "device", "version"]),
        st.recursive(st.none() | st.booleans() | st.integers() | st.text(), lambda inner: st.lists(inner, max_size=4)),
    )
)
def test_whatever_stands_in_the_file_reading_it_never_fails(
    tmp_path_factory: pytest.TempPathFactory, facts: dict[str, object]
) -> None:
    path = tmp_path_factory.getbasetemp() / "any-settings.json"
    path.write_text(json.dumps(facts), encoding="utf-8")
    settings = LocalSettingsFile(path).read()
    assert all(folder.is_absolute() for folder in settings.journals)
    assert 50 <= settings.text_percent <= 400


def test_one_bad_value_does_not_lose_the_others(file: LocalSettingsFile, tmp_path: Path) -> None:
    path = tmp_path / "config" / "settings.json"
    path.parent.mkdir()
    path.write_text('{"journals": ["/a"], "theme": "pink", "unknown": 1}', encoding="utf-8")
    assert file.read() == LocalSettings(journals=(Path("/a"),))


def test_a_disk_that_cannot_be_written_stops_nobody(tmp_path: Path) -> None:
    (tmp_path / "config").write_text("a file where the folder should be", encoding="utf-8")
    file = LocalSettingsFile(tmp_path / "config" / "settings.json")
    assert file.change(lambda old: old.opened(Path("/a"))).journals == (Path("/a"),)
    assert file.device() is not None


def test_a_write_that_fails_leaves_the_old_file_and_nothing_beside_it(
    file: LocalSettingsFile, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file.change(lambda old: old.opened(Path("/a")))

    def fail(_descriptor: int) -> None:
        raise OSError("no room")

    monkeypatch.setattr(os, "fsync", fail)
    file.change(lambda old: old.opened(Path("/b")))
    assert file.read().journals == (Path("/a"),)
    assert os.listdir(tmp_path / "config") == ["settings.json"]


def test_the_file_holds_nothing_but_what_is_promised_in_clear(file: LocalSettingsFile, tmp_path: Path) -> None:
    file.device()
    kept = json.loads((tmp_path / "config" / "settings.json").read_text(encoding="utf-8"))
    promised = {
        "journals", "theme", "language", "text_percent", "window", "device", "trusted_ways", "failed_attempts",
        "help_before_unlocking",
    }  # fmt: skip
    assert set(kept) == promised | {"version"}
    assert {field.name for field in fields(LocalSettings)} == promised
