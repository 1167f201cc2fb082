"""Holds a translation of the guide against the English one: words may differ, and nothing that decides may.

A deep prompt that became a light one in a translation would be served to somebody who never asked for deep ones.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from trustjournal.domain.guide import Article, Guide, Unit
from trustjournal.domain.prompt import Prompt
from trustjournal.errors import ContentError
from trustjournal.services.exercise_reader import exercise_files, read_exercise
from trustjournal.services.guide_reader import ENGLISH


def files_not_translated(folder: Path, language: str) -> tuple[str, ...]:
    """The files of the English guide that this language does not have, as paths below its folder, in reading order."""
    english, home = folder / ENGLISH, folder / language
    found = [file.relative_to(english) for file in sorted(english.rglob("*.toml"))]
    return tuple(
        file.as_posix() for file in sorted(found, key=lambda file: len(file.parts)) if not (home / file).exists()
    )


def differences(english: Guide, translated: Guide) -> Iterator[str]:
    """A sentence for each thing in a translated guide that decides something and is not as in the English one."""
    if _outline(english) != _outline(translated):
        yield "guide.toml: parts, units and articles are not those of the English guide, in its order"
        return
    for unit, original in zip(translated.units, english.units, strict=True):
        if unit.language != ENGLISH:
            yield from _of_unit(original, unit)
    for article, original_article in zip(translated.articles, english.articles, strict=True):
        if article.language != ENGLISH:
            yield from _of_article(original_article, article)


def differences_of_exercises(folder: Path, language: str) -> Iterator[str]:
    """The same for the exercises. Files that cannot be read are passed over: they are reported by themselves."""
    english = folder / ENGLISH / "exercises"
    for file in exercise_files(folder, language):
        original = english / file.name
        if file == original:
            continue
        if not original.exists():
            yield f"exercises/{file.name}: the English guide has no exercise of this name"
            continue
        try:
            theirs, ours = read_exercise(file), read_exercise(original)
        except ContentError:
            continue
        if (theirs.units, theirs.has_gate, len(theirs.steps)) != (ours.units, ours.has_gate, len(ours.steps)):
            yield f"exercises/{file.name}: units, gate or the number of steps are not as in English"


def _outline(guide: Guide) -> object:
    parts = [(part.id, part.number, [unit.id for unit in part.units]) for part in guide.parts]
    return parts, [(article.id, article.is_care) for article in guide.articles]


def _of_unit(original: Unit, unit: Unit) -> Iterator[str]:
    try:
        ours, theirs = original.text, unit.text
    except ContentError:
        return
    place = f"units/{unit.id}.toml"
    if [prompt.id for prompt in theirs.prompts] != [prompt.id for prompt in ours.prompts]:
        yield f"{place}: the prompts are not those of the English unit, in its order"
        return
    if (theirs.content_note is None) != (ours.content_note is None):
        yield f"{place}: content_note is not there in both languages"
    for prompt, original_prompt in zip(theirs.prompts, ours.prompts, strict=True):
        if _what_decides(prompt) != _what_decides(original_prompt):
            yield f"{place}: {prompt.id} has not the intensity, kind, view, topics, minutes or notes it has in English"


def _of_article(original: Article, article: Article) -> Iterator[str]:
    try:
        ours, theirs = original.text, article.text
    except ContentError:
        return
    if [fact.units for fact in theirs.facts] != [fact.units for fact in ours.facts]:
        yield f"articles/{article.id}.toml: facts, or the units that use them, are not as in English"


def _what_decides(prompt: Prompt) -> object:
    return (
        prompt.intensity, prompt.kind, prompt.view, prompt.topics, prompt.minutes, prompt.needs_person,
        prompt.content_note is None, prompt.close_step is None,
    )  # fmt: skip
