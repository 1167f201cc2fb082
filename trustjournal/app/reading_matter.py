"""What ships with the program to be read: guide, exercises and templates, in the one language there is so far."""

from __future__ import annotations

from contextlib import suppress
from datetime import date

from trustjournal.domain.exercise import Exercise
from trustjournal.domain.guide import Guide
from trustjournal.domain.help import Care, HelpNumbers
from trustjournal.domain.template import Template
from trustjournal.errors import ContentError
from trustjournal.host.resources import resources_folder
from trustjournal.services.exercise_reader import read_exercises
from trustjournal.services.guide_reader import read_guide
from trustjournal.services.help_reader import read_help_numbers
from trustjournal.services.template_reader import read_templates

LANGUAGE = "en"


def reading_matter() -> tuple[Guide, tuple[Exercise, ...]]:
    """The guide and the exercises of the program; raises ContentError where a file of theirs is not as it should be."""
    folder = resources_folder() / "guide"
    return read_guide(folder, LANGUAGE), read_exercises(folder, LANGUAGE)


def help_numbers() -> HelpNumbers:
    """The help numbers of the program; raises ContentError where their file is not as it should be."""
    return read_help_numbers(resources_folder() / "help")


def care(today: date) -> Care:
    """What is shown to somebody who asks for help before anything is unlocked.

    A mistake in a file of ours takes what is in that file away, and not the rest.
    """
    numbers, articles = HelpNumbers(()), []
    with suppress(ContentError):
        numbers = help_numbers()
    with suppress(ContentError):
        for article in read_guide(resources_folder() / "guide", LANGUAGE).articles:
            if article.is_care:
                _ = article.text
                articles.append(article)
    return Care(numbers, tuple(articles), today)


def shipped_templates() -> tuple[Template, ...]:
    """The templates of the program; raises ContentError where a file of theirs is not as it should be."""
    return read_templates(resources_folder() / "templates", LANGUAGE)
