"""The session's window with all its pages, over one open journal. A new page is put in here."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path

import trustjournal
from trustjournal.app.appearance import Appearance
from trustjournal.domain.arrival import Arrival
from trustjournal.domain.clock import Clock
from trustjournal.domain.destination import Destination, DestinationKind
from trustjournal.domain.exercise import Exercise
from trustjournal.domain.help import HelpNumbers
from trustjournal.domain.look import ThemeChoice
from trustjournal.domain.place import Place
from trustjournal.domain.proof import ProcessProof
from trustjournal.domain.spelling import Dictionaries
from trustjournal.domain.template import Template
from trustjournal.domain.vault_task import TaskOrder
from trustjournal.domain.way_in import WayIn
from trustjournal.services.attaching import ReadPhoto
from trustjournal.services.journal import Journal
from trustjournal.ui.kit.dialogs import Dialogs
from trustjournal.ui.kit.tasks import Tasks
from trustjournal.ui.pages.guide import build_guide_page
from trustjournal.ui.pages.guide.decks import build_decks_view
from trustjournal.ui.pages.help import build_help_page
from trustjournal.ui.pages.journal import build_journal_page
from trustjournal.ui.pages.people import build_people_page
from trustjournal.ui.pages.practice import build_practice_page
from trustjournal.ui.pages.privacy import build_privacy_page
from trustjournal.ui.pages.privacy.presenter import SelfTest
from trustjournal.ui.pages.settings import build_settings_page
from trustjournal.ui.pages.timeline import build_timeline_page
from trustjournal.ui.pages.today import build_today_page
from trustjournal.ui.parts.save_keeper import SaveKeeper
from trustjournal.ui.shell.go.presenter import GoPresenter
from trustjournal.ui.shell.window import SessionWindow


@dataclass(frozen=True, slots=True)
class Surroundings:
    """What the pages are told about what is around the open journal, and what they can ask of it."""

    start_task: Callable[[TaskOrder], None]
    """Save, lock, do this with the keys, and come back."""
    read_ways: Callable[[], tuple[WayIn, ...]]
    trusted_ways: Callable[[], frozenset[str]]
    """The ids of the ways in that this computer's keyring opens."""
    read_proof: Callable[[], ProcessProof]
    """What this process has open and has written, asked by the window's thread every other second."""
    make_self_test: Callable[[], SelfTest]
    self_test_tasks: Tasks
    """Of their own: nothing else waits for the self-test."""
    dictionaries: Dictionaries
    aside_tasks: Tasks
    """For what goes on beside writing and nothing else waits for: reading what is pasted, asking the dictionaries."""
    read_photo: ReadPhoto
    photo_tasks: Tasks
    """Of their own: a photo may take seconds."""
    settings_file: Path = field(repr=False)
    """What is kept in clear on this computer."""
    templates: Sequence[Template] = field(default=(), repr=False)
    """Those that ship with the program."""
    arrival: Arrival = field(default_factory=Arrival)
    last_opened: datetime | None = None
    """When the journal was opened before this time."""
    can_hide_from_capture: bool = False
    read_help_numbers: Callable[[], HelpNumbers] = lambda: HelpNumbers(())
    """Reads the file of help numbers; asked when Help is first looked at."""
    reads_help_before_unlocking: Callable[[], bool] = lambda: True
    """Whether the unlock screen leads to Help on this computer."""
    keep_help_before_unlocking: Callable[[bool], None] = lambda _shown: None
    dialogs: Dialogs = field(default_factory=Dialogs)
    """The system's, announced to what protects this process."""


def build_session_window(
    look: Appearance,
    journal: Journal,
    *,
    folder: Path,
    exercises: Sequence[Exercise],
    keeper: SaveKeeper,
    clock: Clock,
    tasks: Tasks,
    keep_look: Callable[[ThemeChoice, int], None],
    surroundings: Surroundings,
    read_geometry: Callable[[], bytes | None] = lambda: None,
) -> SessionWindow:
    """The window, on no page yet. `keep_look` keeps colours and text size (percent) for this computer."""
    theme, icons, guide = look.theme, look.icons, journal.guide
    return SessionWindow(
        theme,
        icons,
        pages=(
            build_today_page(
                prompting=journal.prompting,
                people=journal.people,
                checking_in=journal.checking_in,
                looking_back=journal.looking_back,
                memories=journal.memories,
                guide=guide,
                clock=clock,
                tasks=tasks,
                theme=theme,
            ),
            build_journal_page(
                writing=journal.writing,
                history=journal.history,
                trash=journal.trash,
                attaching=journal.attaching,
                read_photo=surroundings.read_photo,
                photo_tasks=surroundings.photo_tasks,
                finding=journal.finding,
                saved_searches=journal.saved_searches,
                templates=journal.templates,
                shipped_templates=surroundings.templates,
                calendar=journal.calendar,
                arranging=journal.arranging,
                memories=journal.memories,
                paper=journal.paper,
                people=journal.people,
                prompting=journal.prompting,
                keeper=keeper,
                guide=guide,
                clock=clock,
                tasks=tasks,
                spelling=journal.spelling,
                choices=journal.choices,
                dictionaries=surroundings.dictionaries,
                aside=surroundings.aside_tasks,
                theme=theme,
                icons=icons,
                dialogs=surroundings.dialogs,
            ),
            build_guide_page(
                guide=guide,
                exercises=exercises,
                progress=journal.progress,
                guide_prompts=journal.guide_prompts,
                prompting=journal.prompting,
                asking_again=journal.asking_again,
                finding=journal.finding,
                writing=journal.writing,
                choices=journal.choices,
                tasks=tasks,
                aside=surroundings.aside_tasks,
                theme=theme,
                icons=icons,
                dialogs=surroundings.dialogs,
                own=build_decks_view(
                    decks=journal.decks,
                    prompting=journal.prompting,
                    prompt_overview=journal.prompt_overview,
                    tasks=tasks,
                    aside=surroundings.aside_tasks,
                    dialogs=surroundings.dialogs,
                    theme=theme,
                    icons=icons,
                ),
            ),
            build_timeline_page(timelines=journal.looking_back, clock=clock, tasks=tasks, theme=theme, icons=icons),
            build_people_page(people=journal.people, tasks=tasks, theme=theme, icons=icons),
            build_practice_page(exercises=exercises, theme=theme),
        ),
        below=(
            build_help_page(
                read_numbers=surroundings.read_help_numbers,
                guide=guide,
                exercises=exercises,
                own_numbers=journal.own_numbers,
                choices=journal.choices,
                clock=clock,
                tasks=tasks,
                theme=theme,
                icons=icons,
            ),
            build_settings_page(
                choices=journal.choices,
                prompt_overview=journal.prompt_overview,
                asking_again=journal.asking_again,
                guide=guide,
                tasks=tasks,
                theme=theme,
                icons=icons,
                clock=clock,
                keep_look=keep_look,
                start_task=surroundings.start_task,
                read_ways=surroundings.read_ways,
                trusted_ways=surroundings.trusted_ways,
                arrival=surroundings.arrival,
                last_opened=surroundings.last_opened,
                can_hide_from_capture=surroundings.can_hide_from_capture,
                reads_help_before_unlocking=surroundings.reads_help_before_unlocking,
                keep_help_before_unlocking=surroundings.keep_help_before_unlocking,
                journal_folder=folder,
                version=trustjournal.__version__,
                spelling=journal.spelling,
                dictionaries=surroundings.dictionaries,
                aside=surroundings.aside_tasks,
            ),
            build_privacy_page(
                read_proof=surroundings.read_proof,
                make_self_test=surroundings.make_self_test,
                self_test_tasks=surroundings.self_test_tasks,
                settings_file=str(surroundings.settings_file),
                theme=theme,
                icons=icons,
            ),
        ),
        journal_name=folder.name,
        keeper=keeper,
        make_go=lambda show, commands: GoPresenter(
            journal.destinations,
            tasks,
            show,
            commands=commands,
            always=tuple(
                Destination(DestinationKind.EXERCISE, one.title, Place("practice", one.id)) for one in exercises
            ),
        ),
        read_geometry=read_geometry,
    )
