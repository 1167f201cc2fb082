"""The program's two windows for tests of every page: with made-up words in another script, and a list of what to visit.

Whatever a person could have written, and the whole guide, is put into Greek letters here. Latin letters on a page are
then the program's own words, and those have to come out of the translation.
"""

from __future__ import annotations

import dataclasses
from dataclasses import dataclass
from datetime import UTC, datetime
from enum import Enum
from pathlib import Path
from typing import Any, TypeVar

from PySide6.QtWidgets import QApplication, QWidget

from tests.fakes.care import made_up_care
from tests.fakes.clock import FakeClock
from tests.fakes.journals import opened
from tests.fakes.surroundings import made_up_surroundings
from trustjournal.app.appearance import Appearance
from trustjournal.app.session_pages import build_session_window
from trustjournal.domain.entry import Entry
from trustjournal.domain.exercise import Exercise
from trustjournal.domain.guide import Guide
from trustjournal.domain.mood import Mood
from trustjournal.domain.trust import Basis
from trustjournal.domain.way_in import WayIn, WayInKind
from trustjournal.errors import (
    StorageFullError,
)
from trustjournal.host.resources import resources_folder
from trustjournal.services.exercise_reader import read_exercises
from trustjournal.services.guide_reader import read_guide
from trustjournal.services.journal import Journal
from trustjournal.services.passphrases import Strength
from trustjournal.services.sample import fill_with_sample_life
from trustjournal.services.vault import Outlook
from trustjournal.storage.journal_keys import JournalKeys
from trustjournal.ui.kit.dialogs import Dialogs
from trustjournal.ui.kit.icons import Icons
from trustjournal.ui.kit.tasks import InlineTasks
from trustjournal.ui.kit.theme import Theme
from trustjournal.ui.parts.save_keeper import SaveKeeper
from trustjournal.ui.prompt.enquiries import Enquiries
from trustjournal.ui.prompt.window import PromptWindow
from trustjournal.ui.shell.window import SessionWindow

T = TypeVar("T")
W = TypeVar("W", bound=QWidget)

_GREEK = str.maketrans("abcdefghijklmnopqrstuvwxyzüABCDEFGHIJKLMNOPQRSTUVWXYZ",
                       "αβγδεφγηιξκλμνοπθρστυωψχυζϋΑΒΓΔΕΦΓΗΙΞΚΛΜΝΟΠΘΡΣΤΥΩΨΧΥΖ")  # fmt: skip
PERSONAL, OLD = Path("/ημερ/Προσωπικό"), Path("/ημερ/Παλιό")
MANY_ENTRIES = 10_000
WAYS = tuple(WayIn(kind.value[:8], kind, datetime(2026, 2, 3, 12, tzinfo=UTC)) for kind in WayInKind)


def greek(text: str) -> str:
    """The same words in Greek letters: as long, and nobody's."""
    return text.translate(_GREEK)


def in_greek(thing: T, *, keep: frozenset[str] = frozenset({"id", "unit", "units", "language"})) -> T:
    """A piece of the guide with every text in Greek letters; ids stay."""
    value: Any = thing
    if isinstance(value, Enum):
        return thing
    if isinstance(value, str):
        return greek(value)  # type: ignore[return-value]
    if callable(value) and not isinstance(value, type):  # a text is read when somebody asks for it
        return lambda: in_greek(value(), keep=keep)  # type: ignore[return-value]
    if isinstance(value, tuple):
        return tuple(in_greek(one, keep=keep) for one in value)  # type: ignore[return-value]
    if dataclasses.is_dataclass(value) and not isinstance(value, type):
        changed = {f.name: in_greek(getattr(value, f.name), keep=keep) for f in dataclasses.fields(value)}
        inner = {name: part for name, part in changed.items() if name not in keep or not _is_ids(getattr(value, name))}
        return dataclasses.replace(value, **inner)  # type: ignore[return-value]
    return thing


def _is_ids(value: object) -> bool:
    """Text or texts; under the name `units` a part has the units themselves."""
    return isinstance(value, str) or (isinstance(value, tuple) and all(isinstance(one, str) for one in value))


def greek_guide() -> Guide:
    """The program's guide in Greek letters."""
    return in_greek(read_guide(resources_folder() / "guide", "en"))


def greek_exercises() -> tuple[Exercise, ...]:
    """The program's exercises in Greek letters."""
    return tuple(in_greek(one) for one in read_exercises(resources_folder() / "guide", "en"))


def write_a_life(keys: JournalKeys, guide: Guide, clock: FakeClock) -> None:
    """Eighteen months in Greek letters, somebody archived, and an entry of today with everything an entry can have."""
    journal = opened(keys, clock=clock, guide=guide)
    fill_with_sample_life(journal, until=clock.today, zone=clock.zone())
    for summary in journal.finding.newest(MANY_ENTRIES):
        entry = journal.writing.entry(summary.id)
        assert entry is not None
        tags = tuple(map(greek, entry.tags))
        journal.writing.save(dataclasses.replace(entry, title=greek(entry.title), text=greek(entry.text), tags=tags))
    people = journal.people.people()
    for person in people:
        is_last = person is people[-1]
        journal.people.change(dataclasses.replace(person, name=greek(person.name), is_archived=is_last))
    served = journal.prompting.todays()
    journal.writing.save(
        dataclasses.replace(
            journal.writing.blank(served), title="Μια μέρα", text="Λέξεις. " * 200, tags=("δουλειά", "σπίτι"),
            people=tuple(person.id for person in people[:2]),
        )
    )  # fmt: skip
    journal.checking_in.save(Mood(2, 1), (), {people[0].id: (None, None), people[1].id: (7, Basis.FEELING)})
    journal.close()


@dataclass
class House:
    """The session over one open journal."""

    window: SessionWindow
    journal: Journal
    keeper: SaveKeeper
    disk: Disk

    def page(self, kind: type[W]) -> W:
        """One of its pages."""
        return one(self.window, kind)


class Disk:
    """Stores what the journal stores, unless it is full."""

    def __init__(self, journal: Journal) -> None:
        self._journal = journal
        self.is_full = False

    def save(self, entry: Entry) -> Entry:
        """Store, or say that there is no room."""
        if self.is_full:
            raise StorageFullError
        return self._journal.writing.save(entry)


def build_house(app: QApplication, theme: Theme, icons: Icons, keys: JournalKeys, clock: FakeClock) -> House:
    """The session's window over the journal of `keys`, made as the program makes it; work is done at once."""
    guide = greek_guide()
    journal = opened(keys, clock=clock, guide=guide)
    disk = Disk(journal)
    keeper = SaveKeeper(disk.save, InlineTasks())
    window = build_session_window(
        Appearance(app, theme, icons), journal, folder=PERSONAL, exercises=greek_exercises(), keeper=keeper,
        clock=clock, tasks=InlineTasks(), keep_look=lambda _choice, _text_percent: None,
        surroundings=made_up_surroundings(),
    )  # fmt: skip
    return House(window, journal, keeper, disk)


def build_prompt(theme: Theme, icons: Icons, *journals: Path) -> PromptWindow:
    """The prompt's window; nothing it asks for is done."""
    return PromptWindow(
        theme, icons, journals=journals, place=Path("/ημερ"), tasks=InlineTasks(), read_care=made_up_care,
        enquiries=Enquiries(
            outlook_of=lambda _folder: Outlook(ways_in=WAYS),
            can_trust_computer=lambda: True,
            estimate=lambda passphrase, _own: Strength(10.0 ** (len(passphrase) / 2)),
            propose=lambda: "λύχνος βρύο ρεύμα χαλκός πέτρα χιόνι",
        ),
        trusted_ways=frozenset(way.id for way in WAYS),
        dialogs=Dialogs(ask_for_folder=lambda _parent, _title, _start, _chosen: None),
    )  # fmt: skip


def one(window: QWidget, kind: type[W]) -> W:
    """The only widget of its kind in a window."""
    (found,) = window.findChildren(kind)
    return found


def settled(window: QWidget) -> None:
    """Let layouts come to rest, and timers that wait for them."""
    for _ in range(4):
        QApplication.sendPostedEvents()
        QApplication.processEvents()
