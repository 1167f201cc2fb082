"""Settings of this computer, kept in clear because they are needed before anything is unlocked.

Everything this file may hold stands in `LocalSettings`: nothing a person wrote, and no name but those of folders.
"""

from __future__ import annotations

import binascii
import json
from collections.abc import Callable, Mapping
from contextlib import suppress
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import TYPE_CHECKING

from trustjournal.domain.look import ThemeChoice
from trustjournal.host.files import write_whole

if TYPE_CHECKING:
    from trustjournal.domain.ids import DeviceId

VERSION = 1
LARGEST_FILE = 256 * 1024
MOST_JOURNALS = 50
LONGEST_WINDOW = 1024
MOST_ATTEMPTS = 9999
MOST_TRUSTED_WAYS = 200


@dataclass(frozen=True, slots=True)
class LocalSettings:
    """What is kept in clear on this computer."""

    journals: tuple[Path, ...] = field(default=(), repr=False)
    """Folders of the journals opened here, the last one first."""
    theme: ThemeChoice = ThemeChoice.SYSTEM
    language: str = "system"
    text_percent: int = 100
    window: bytes | None = field(default=None, repr=False)
    """Where the window was, as Qt packs it; the two lives hand it to each other this way."""
    device: str = ""
    """The random name of this computer, 32 hexadecimal digits; empty until it is asked for."""
    trusted_ways: frozenset[str] = frozenset()
    """Ids (8 hexadecimal digits) of the ways into journals whose secrets this computer's keyring has."""
    help_before_unlocking: bool = True
    """Whether the unlock screen leads to help numbers; what it shows is the same for everybody."""
    failed_attempts: Mapping[Path, int] = field(default_factory=dict, repr=False)
    """Wrong passphrases and codes by journal since it was last opened: a hint that anybody with the files can reset."""

    def opened(self, folder: Path) -> LocalSettings:
        """The settings after the journal in `folder` was opened."""
        others = tuple(known for known in self.journals if known != folder)
        attempts = {known: count for known, count in self.failed_attempts.items() if known != folder}
        return replace(self, journals=(folder, *others)[:MOST_JOURNALS], failed_attempts=attempts)

    def failed(self, folder: Path) -> LocalSettings:
        """The settings after somebody could not open the journal in `folder`."""
        count = min(MOST_ATTEMPTS, self.failed_attempts.get(folder, 0) + 1)
        return replace(self, failed_attempts={**self.failed_attempts, folder: count})

    def forgotten(self, folder: Path) -> LocalSettings:
        """The settings without the journal in `folder`."""
        return replace(
            self,
            journals=tuple(known for known in self.journals if known != folder),
            failed_attempts={known: count for known, count in self.failed_attempts.items() if known != folder},
        )

    def moved(self, folder: Path, destination: Path) -> LocalSettings:
        """The settings after the journal in `folder` was moved."""
        return replace(
            self,
            journals=tuple(dict.fromkeys(destination if known == folder else known for known in self.journals)),
            failed_attempts={
                destination if known == folder else known: count for known, count in self.failed_attempts.items()
            },
        )

    def trusted(self, way_in: str) -> LocalSettings:
        """The settings after this computer's keyring got the secret of a way in."""
        return replace(self, trusted_ways=self.trusted_ways | {way_in})

    def distrusted(self, way_in: str) -> LocalSettings:
        """The settings after a way in was closed."""
        return replace(self, trusted_ways=self.trusted_ways - {way_in})


class LocalSettingsFile:
    """Reads and writes the settings of this computer; a file that cannot be read counts as no file."""

    def __init__(self, path: Path) -> None:
        self._path = path

    def read(self) -> LocalSettings:
        """The settings, with the default for whatever is missing or makes no sense."""
        try:
            with self._path.open("rb") as file:
                raw = file.read(LARGEST_FILE + 1)
            facts = json.loads(raw) if len(raw) <= LARGEST_FILE else None
        except (OSError, ValueError, RecursionError):
            return LocalSettings()
        return _from_facts(facts) if isinstance(facts, dict) else LocalSettings()

    def change(self, change: Callable[[LocalSettings], LocalSettings]) -> LocalSettings:
        """Apply `change` to what the file says now and keep the result.

        A disk that cannot be written is no reason to stop anybody from writing in their journal: the change then
        lasts as long as the program.
        """
        changed = change(self.read())
        with suppress(OSError):
            write_whole(self._path, json.dumps(_to_facts(changed), indent=1).encode("ascii"))
        return changed

    def device(self) -> DeviceId:
        """The random name of this computer, made at the first asking."""
        # Imported here because reading the settings is on the way to the first frame, and this is not.
        from uuid import UUID, uuid4

        from trustjournal.domain.ids import DeviceId

        known = self.read().device
        if not known:
            fresh = uuid4().hex
            known = self.change(lambda settings: replace(settings, device=settings.device or fresh)).device
        return DeviceId(UUID(hex=known))


def _to_facts(settings: LocalSettings) -> dict[str, object]:
    return {
        "version": VERSION,
        "journals": [str(folder) for folder in settings.journals],
        "theme": settings.theme.value,
        "language": settings.language,
        "text_percent": settings.text_percent,
        "window": None
        if settings.window is None
        else binascii.b2a_base64(settings.window, newline=False).decode("ascii"),
        "device": settings.device,
        "trusted_ways": sorted(settings.trusted_ways),
        "help_before_unlocking": settings.help_before_unlocking,
        "failed_attempts": {str(folder): count for folder, count in settings.failed_attempts.items()},
    }


def _from_facts(facts: Mapping[str, object]) -> LocalSettings:
    return LocalSettings(
        journals=_journals(facts.get("journals")),
        theme=_theme(facts.get("theme")),
        language=_language(facts.get("language")),
        text_percent=_text_percent(facts.get("text_percent")),
        window=_window(facts.get("window")),
        device=_device(facts.get("device")),
        trusted_ways=_trusted_ways(facts.get("trusted_ways")),
        help_before_unlocking=facts.get("help_before_unlocking") is not False,
        failed_attempts=_failed_attempts(facts.get("failed_attempts")),
    )


def _journals(value: object) -> tuple[Path, ...]:
    if not isinstance(value, list):
        return ()
    folders = (_folder(item) for item in value)
    return tuple(dict.fromkeys(folder for folder in folders if folder is not None))[:MOST_JOURNALS]


def _folder(value: object) -> Path | None:
    # A path with a NUL cannot be one, and a relative one would depend on where the program was started.
    folder = Path(value) if isinstance(value, str) and "\0" not in value else None
    return folder if folder is not None and folder.is_absolute() else None


def _theme(value: object) -> ThemeChoice:
    return next((choice for choice in ThemeChoice if choice.value == value), ThemeChoice.SYSTEM)


def _language(value: object) -> str:
    fits = isinstance(value, str) and 1 < len(value) <= 20 and value.replace("-", "").replace("_", "").isalnum()
    return value if fits and isinstance(value, str) else "system"


def _text_percent(value: object) -> int:
    return value if isinstance(value, int) and not isinstance(value, bool) and 50 <= value <= 400 else 100


def _window(value: object) -> bytes | None:
    try:
        return (
            binascii.a2b_base64(value, strict_mode=True)
            if isinstance(value, str) and len(value) <= LONGEST_WINDOW
            else None
        )
    except ValueError:
        return None


def _device(value: object) -> str:
    return value if isinstance(value, str) and _is_hex(value, 32) else ""


def _trusted_ways(value: object) -> frozenset[str]:
    ways = value[:MOST_TRUSTED_WAYS] if isinstance(value, list) else []
    return frozenset(way for way in ways if isinstance(way, str) and _is_hex(way, 8))


def _failed_attempts(value: object) -> dict[Path, int]:
    counts = list(value.items())[:MOST_JOURNALS] if isinstance(value, dict) else []
    found = ((_folder(folder), count) for folder, count in counts)
    return {
        folder: count
        for folder, count in found
        if folder is not None and type(count) is int and 0 < count <= MOST_ATTEMPTS
    }


def _is_hex(text: str, length: int) -> bool:
    return len(text) == length and set(text) <= set("0123456789abcdef")
