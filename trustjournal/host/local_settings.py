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

    def opened(self, folder: Path) -> LocalSettings:
        """The settings after the journal in `folder` was opened."""
        others = tuple(known for known in self.journals if known != folder)
        return replace(self, journals=(folder, *others)[:MOST_JOURNALS])


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
    }


def _from_facts(facts: Mapping[str, object]) -> LocalSettings:
    return LocalSettings(
        journals=_journals(facts.get("journals")),
        theme=_theme(facts.get("theme")),
        language=_language(facts.get("language")),
        text_percent=_text_percent(facts.get("text_percent")),
        window=_window(facts.get("window")),
        device=_device(facts.get("device")),
    )


def _journals(value: object) -> tuple[Path, ...]:
    if not isinstance(value, list):
        return ()
    # A path with a NUL cannot be one, and a relative one would depend on where the program was started.
    folders = (Path(item) for item in value if isinstance(item, str) and "\0" not in item)
    return tuple(dict.fromkeys(folder for folder in folders if folder.is_absolute()))[:MOST_JOURNALS]


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
    is_one = isinstance(value, str) and len(value) == 32 and set(value) <= set("0123456789abcdef")
    return value if is_one and isinstance(value, str) else ""
