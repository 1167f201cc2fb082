"""Words no dictionary knows: underlined where they are seen, with what may have been meant."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QLocale

from trustjournal.domain.spelling import Dictionaries
from trustjournal.services.choices import ChoiceService
from trustjournal.services.spelling import SpellingService
from trustjournal.ui.kit.tasks import Tasks
from trustjournal.ui.pages.journal.spelling.checker import SpellChecker
from trustjournal.ui.pages.journal.spelling.watch import SpellingWatch
from trustjournal.ui.parts.editor import Editor


def watch_spelling(
    editor: Editor,
    *,
    spelling: SpellingService,
    choices: ChoiceService,
    dictionaries: Dictionaries,
    tasks: Tasks,
    aside: Tasks,
    tell: Callable[[Exception], None],
) -> SpellingWatch:
    """Mark unknown words in an editor. `aside` are tasks nothing else waits for: dictionaries are asked on them."""
    return SpellingWatch(
        editor,
        lambda show: SpellChecker(
            spelling=spelling,
            choices=choices,
            dictionaries=dictionaries,
            of_system=QLocale.system().uiLanguages(),
            tasks=tasks,
            aside=aside,
            show=show,
            tell=tell,
        ),
    )
