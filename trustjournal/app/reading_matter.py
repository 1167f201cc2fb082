"""What ships with the program to be read: guide, exercises and templates, in the one language there is so far."""

from __future__ import annotations

from trustjournal.domain.exercise import Exercise
from trustjournal.domain.guide import Guide
from trustjournal.domain.template import Template
from trustjournal.host.resources import resources_folder
from trustjournal.services.exercise_reader import read_exercises
from trustjournal.services.guide_reader import read_guide
from trustjournal.services.template_reader import read_templates

LANGUAGE = "en"


def reading_matter() -> tuple[Guide, tuple[Exercise, ...]]:
    """The guide and the exercises of the program; raises ContentError where a file of theirs is not as it should be."""
    folder = resources_folder() / "guide"
    return read_guide(folder, LANGUAGE), read_exercises(folder, LANGUAGE)


def shipped_templates() -> tuple[Template, ...]:
    """The templates of the program; raises ContentError where a file of theirs is not as it should be."""
    return read_templates(resources_folder() / "templates", LANGUAGE)
