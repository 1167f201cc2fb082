"""Reads the exercises that ship with the program, one file each, from `<folder>/<language>/exercises/`."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from pathlib import Path

from trustjournal.domain.exercise import Exercise
from trustjournal.errors import ContentError


def read_exercises(folder: Path, language: str) -> tuple[Exercise, ...]:
    """Every exercise of one language, by file name; none where the language has no folder of them.

    Raises `ContentError` naming the file and the place in it.
    """
    files = sorted((folder / language / "exercises").glob("*.toml"))
    return tuple(_read(file) for file in files)


def _read(file: Path) -> Exercise:
    try:
        with file.open("rb") as stream:
            data = tomllib.load(stream)
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise ContentError(f"{file.name}: {error}") from error
    exercise = Exercise(
        id=_words(data, "id", file),
        title=_words(data, "title", file),
        minutes=_minutes(data, file),
        why=_words(data, "why", file),
        steps=_steps(data, file),
        closing=_words(data, "closing", file),
        units=_units(data, file),
    )
    if exercise.id != file.stem:
        raise ContentError(f"{file.name}: id is {exercise.id!r}, and an exercise's file is named by its id")
    return exercise


def _words(table: Mapping[str, object], key: str, file: Path, where: str = "") -> str:
    value = table.get(key)
    if not isinstance(value, str) or not value.strip():
        raise ContentError(f"{file.name}: {where}{key} is not a text")
    return value.strip()


def _minutes(table: Mapping[str, object], file: Path) -> int:
    value = table.get("minutes")
    if not isinstance(value, int) or isinstance(value, bool) or value < 1:
        raise ContentError(f"{file.name}: minutes is not a whole number above 0")
    return value


def _steps(table: Mapping[str, object], file: Path) -> tuple[str, ...]:
    steps = table.get("steps")
    if not isinstance(steps, list) or not steps:
        raise ContentError(f"{file.name}: there are no steps")
    found: list[str] = []
    for number, step in enumerate(steps, start=1):
        if not isinstance(step, dict):
            raise ContentError(f"{file.name}: step {number} is not a table")
        found.append(_words(step, "text", file, f"step {number}: "))
    return tuple(found)


def _units(table: Mapping[str, object], file: Path) -> tuple[str, ...]:
    units = table.get("units", [])
    if not isinstance(units, list) or not all(isinstance(unit, str) for unit in units):
        raise ContentError(f"{file.name}: units is not a list of ids")
    return tuple(str(unit) for unit in units)
