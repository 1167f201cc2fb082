"""Qt's translation tools for tests: what there is to translate, and translators made from it in a moment."""

from __future__ import annotations

import os
import subprocess
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from xml.etree import ElementTree as ET

import PySide6
from PySide6.QtCore import QTranslator

ROOT = Path(__file__).parents[2]
SOURCE = ROOT / "trustjournal"
ENGLISH = ROOT / "translations" / "trustjournal_en.ts"


@dataclass(frozen=True)
class Message:
    """One text to translate, as a .ts file holds it."""

    context: str
    source: str
    is_counted: bool
    """It holds ``%n`` and has one form for each kind of number."""
    forms: tuple[str, ...]
    is_finished: bool


def find_texts(file: Path, *options: str) -> Path:
    """Bring the .ts `file` up to date with the source, as a translator would."""
    _run(
        "lupdate", "-silent", "-no-obsolete", "-locations", "none", "-source-language", "en_US",
        "-target-language", "en_US", *options, "-extensions", "py", str(SOURCE), "-ts", str(file),
    )  # fmt: skip
    return file


def messages(file: Path) -> Iterator[Message]:
    """Every text of a .ts file."""
    for context in ET.parse(file).getroot().iter("context"):
        for message in context.iter("message"):
            translation = message.find("translation")
            assert translation is not None
            yield Message(
                context.findtext("name", ""),
                message.findtext("source", ""),
                message.get("numerus") == "yes",
                tuple(form.text or "" for form in translation.iter("numerusform")),
                translation.get("type") is None,
            )


def compiled(file: Path, folder: Path) -> Path:
    """The .qm file made of a .ts file, in `folder`."""
    made = folder / f"{file.stem}.qm"
    _run("lrelease", "-silent", str(file), "-qm", str(made))
    return made


def translator_that_says(says: Callable[[str], str], folder: Path) -> QTranslator:
    """A translator that turns every text in the source into what `says` makes of it; only what lupdate finds."""
    file = find_texts(folder / "every_text.ts")
    tree = ET.parse(file)
    for message in tree.getroot().iter("message"):
        translation = message.find("translation")
        assert translation is not None
        translation.attrib.pop("type", None)
        said = says(message.findtext("source", ""))
        forms = list(translation.iter("numerusform"))
        for form in forms:
            form.text = said
        if not forms:
            translation.text = said
    tree.write(file, encoding="utf-8", xml_declaration=True)
    translator = QTranslator()
    assert translator.load(str(compiled(file, folder)))
    return translator


def _run(tool: str, *arguments: str) -> None:
    program = Path(PySide6.__file__).with_name(f"{tool}.exe" if os.name == "nt" else tool)
    subprocess.run([program, *arguments], check=True, capture_output=True)
