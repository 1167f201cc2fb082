"""Reads the templates that ship with the program, one Markdown file each, from `<folder>/<language>/`.

The first line is a heading, the name of the template; a blank line; and what follows is the page that begins with it.
Files are ordered by their names, which begin with a number.
"""

from __future__ import annotations

from pathlib import Path

from trustjournal.domain.template import Template
from trustjournal.errors import ContentError


def read_templates(folder: Path, language: str) -> tuple[Template, ...]:
    """Every template of one language, in order; raises ContentError naming the file that is not as it should be."""
    return tuple(_read(file) for file in sorted((folder / language).glob("*.md")))


def _read(file: Path) -> Template:
    try:
        first, _, rest = file.read_text(encoding="utf-8").partition("\n")
    except (OSError, UnicodeDecodeError) as error:
        raise ContentError(f"{file.name}: {error}") from error
    name = first.removeprefix("# ").strip()
    if not first.startswith("# ") or not name:
        raise ContentError(f"{file.name}: the first line is not the name of the template, as a heading")
    if rest and not rest.startswith("\n"):
        raise ContentError(f"{file.name}: the line under the name is not blank")
    return Template(name, text=rest.removeprefix("\n"), slug=file.stem.partition("-")[2])
