"""Where the program keeps what on this computer."""

from __future__ import annotations

import os
import stat
import sys
from dataclasses import dataclass
from pathlib import Path

NAME = "trustjournal"


@dataclass(frozen=True, slots=True)
class Paths:
    """Three folders: what a person made, what they chose for this computer, and what lives as long as the program."""

    data: Path
    config: Path
    runtime: Path

    @property
    def journals(self) -> Path:
        """Where a new journal is offered a place."""
        return self.data / "journals"

    @property
    def local_settings(self) -> Path:
        """The file of settings that belong to this computer."""
        return self.config / "settings.json"

    @classmethod
    def inside(cls, home: Path) -> Paths:
        """All three inside one folder: a throw-away journal and tests touch nothing else."""
        return cls(home / "data", home / "config", home / "run")

    @classmethod
    def of_user(cls) -> Paths:
        """The folders this system gives to the person who is logged in."""
        data, config = _data_and_config()
        return cls(data, config, _runtime_from_environment() or data / "run")

    @classmethod
    def of(cls, home: Path | None) -> Paths:
        """Inside `home` where one is named, else the person's own."""
        return cls.of_user() if home is None else cls.inside(home)


def make_private(folder: Path) -> None:
    """Make `folder` (and what leads to it) readable by its owner only, if it is not there yet."""
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)


if sys.platform == "linux":

    def _data_and_config() -> tuple[Path, Path]:
        # The answer platformdirs gives here too; spelt out because this stands before the first painted frame.
        return _absolute("XDG_DATA_HOME", ".local/share") / NAME, _absolute("XDG_CONFIG_HOME", ".config") / NAME

    def _absolute(variable: str, default: str) -> Path:
        named = os.environ.get(variable, "")
        # The XDG rule: a relative path is to be ignored.
        return Path(named) if named.startswith("/") else Path.home() / default

else:  # not tested

    def _data_and_config() -> tuple[Path, Path]:
        from platformdirs import PlatformDirs

        folders = PlatformDirs("TrustJournal", appauthor=False, roaming=False)
        return Path(folders.user_data_dir), Path(folders.user_config_dir)


if sys.platform == "win32":  # not tested

    def _runtime_from_environment() -> Path | None:
        return None

else:

    def _runtime_from_environment() -> Path | None:
        """`$XDG_RUNTIME_DIR`, if it is what its rule says: an own folder nobody else may look into."""
        named = os.environ.get("XDG_RUNTIME_DIR", "")
        if not named.startswith("/"):
            return None
        try:
            facts = os.lstat(named)
        except OSError:
            return None
        is_ours = stat.S_ISDIR(facts.st_mode) and facts.st_uid == os.getuid() and not facts.st_mode & 0o077
        return Path(named) / NAME if is_ours else None
