"""Where the files that ship with the program are: the guide, icons, styles and translations."""

from __future__ import annotations

from pathlib import Path

import trustjournal

_PACKAGE = Path(trustjournal.__file__).resolve().parent


def resources_folder() -> Path:
    """The folder of guide, icons and styles: inside the package when installed, beside it in a checkout."""
    return _found("_resources", "resources")


def translations_folder() -> Path:
    """The folder of translations; it need not exist."""
    return _found("_translations", "translations")


def _found(installed: str, in_checkout: str) -> Path:
    inside = _PACKAGE / installed
    return inside if inside.is_dir() else _PACKAGE.parent / in_checkout
