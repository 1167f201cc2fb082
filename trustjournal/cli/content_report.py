"""`trustjournal content-report`: words, reading grade and prompts of the guide's units, for writers and translators."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TextIO

from trustjournal.domain.prompt import Intensity
from trustjournal.services.content_report import ContentReport, TextMeasure, report_on_content
from trustjournal.services.guide_reader import ENGLISH

ABOUT = """\
Words, grade and longest sentence are of the running text: no headings, key ideas or prompts. The grade is Flesch and
Kincaid's (1975), with syllables from the CMU dictionary; a text that is not English has none. Aims: at most grade 8 and
20 words a sentence; in the articles about being safe, grade 6 and 14 words."""


def content_report(folder: Path, language: str, *, as_json: bool, out: TextIO, errors: TextIO) -> int:
    """Print the report on the guide in `folder`; 1, and a line for each fault, where a file of it is broken."""
    report = report_on_content(folder, language)
    if report.faults:
        for fault in report.faults:
            errors.write(f"{fault}.\n")
        errors.write("There is no report until the guide can be read as it is meant.\n")
        return 1
    if as_json:
        out.write(json.dumps(_as_json(report), indent=2) + "\n")
    else:
        out.writelines(line.rstrip() + "\n" for line in _as_table(report))
    return 0


def _as_json(report: ContentReport) -> dict[str, object]:
    return {
        "units": [
            {"id": unit.id, "words": unit.text.words, "grade": unit.text.grade}
            | {"prompts": {intensity.name.lower(): count for intensity, count in unit.prompts.items()}}
            | {"longest_sentence": unit.text.longest_sentence, "language": unit.language}
            for unit in report.units
        ],
        "exercises": [exercise.id for exercise in report.exercises],
        "articles": [
            {"id": article.id, "words": article.text.words, "grade": article.text.grade}
            | {"longest_sentence": article.text.longest_sentence, "language": article.language}
            for article in report.articles
        ],
        "language": report.language,
        "missing": list(report.missing),
    }


def _as_table(report: ContentReport) -> Iterator[str]:
    intensities = [intensity.name.lower() for intensity in Intensity]
    counts = [[unit.prompts[intensity] for intensity in Intensity] for unit in report.units]
    units = [
        [_named(unit.id, unit.language, report), *_measures(unit.text), *map(str, count), str(sum(count))]
        for unit, count in zip(report.units, counts, strict=True)
    ]
    words = sum(unit.text.words for unit in report.units)
    in_all = [str(sum(column)) for column in zip(*counts, strict=True)]
    total = [f"{len(report.units)} units", str(words), "", "", *in_all, str(sum(map(sum, counts)))]
    articles = [[_named(article.id, article.language, report), *_measures(article.text)] for article in report.articles]
    yield from _aligned([["UNIT", "WORDS", "GRADE", "LONGEST", *map(str.upper, intensities), "PROMPTS"], *units, total])
    yield ""
    yield from _aligned([["ARTICLE", "WORDS", "GRADE", "LONGEST"], *articles])
    yield ""
    yield from _aligned(
        [["EXERCISE", "STEPS", "MINUTES", "GATE"]]
        + [[one.id, str(len(one.steps)), str(one.minutes), "yes" if one.has_gate else ""] for one in report.exercises]
    )
    yield ""
    yield from _missing(report)
    yield ABOUT


def _missing(report: ContentReport) -> Iterator[str]:
    if report.language == ENGLISH:
        return
    if report.missing:
        yield f"Not there in {report.language}, and shown in English (units and articles of these have a * above):"
        yield from (f"  {file}" for file in report.missing)
    else:
        yield f"Everything is there in {report.language}."
    yield ""


def _named(id_: str, language: str, report: ContentReport) -> str:
    return id_ if language == report.language else f"{id_} *"


def _measures(text: TextMeasure) -> list[str]:
    return [str(text.words), "" if text.grade is None else f"{text.grade:.1f}", str(text.longest_sentence)]


def _aligned(rows: Sequence[Sequence[str]]) -> Iterator[str]:
    """The first column to the left, all others to the right."""
    widths = [max(map(len, column)) for column in zip(*rows, strict=True)]
    for first, *others in rows:
        cells = [cell.rjust(width) for cell, width in zip(others, widths[1:], strict=True)]
        yield "  ".join([first.ljust(widths[0]), *cells])
