"""Every page and screen: with long words, from right to left, in large letters, in a small window, and by ear.

What somebody wrote is in Greek letters here (`house`), what the program says is in brackets (`made_up_language`):
whatever is left in plain Latin letters was not translated.
"""

from __future__ import annotations

import dataclasses
import gc
import secrets
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QEvent, QPoint, QRect, QSize, Qt, QTime
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QPushButton, QWidget
from pytestqt.qtbot import QtBot
from typing_extensions import override

from tests.fakes.clock import FakeClock
from tests.fakes.journals import cheap_vaults
from tests.ui import house, inspection
from tests.ui.house import OLD, PERSONAL, House
from tests.ui.linguist import translator_that_says
from tests.ui.made_up_language import from_right_to_left, in_no_language, is_left_in_english, words_of_dates
from tests.ui.prompt_stops import PROMPT
from tests.ui.stops import EMPTY, SESSION
from trustjournal.domain.place import Place
from trustjournal.host.resources import resources_folder
from trustjournal.ui.kit.date_edit import TimeEdit
from trustjournal.ui.kit.icons import Icons
from trustjournal.ui.kit.theme import Theme
from trustjournal.ui.pages.guide.page import GuidePage
from trustjournal.ui.pages.journal.page import JournalPage
from trustjournal.ui.prompt.window import PromptWindow

if TYPE_CHECKING:
    from trustjournal.storage.journal_keys import JournalKeys


@dataclass(frozen=True)
class Way:
    """One way a window can look."""

    size: QSize
    percent: int = 100
    direction: Qt.LayoutDirection = Qt.LayoutDirection.LeftToRight
    words: Callable[[str], str] = in_no_language


WAYS = {
    "plain": Way(QSize(1280, 820)),
    "large letters": Way(QSize(1280, 820), percent=200),
    "a small window": Way(QSize(800, 600)),
    "large letters in a small window": Way(QSize(800, 600), percent=200),
    "right to left": Way(QSize(1280, 820), direction=Qt.LayoutDirection.RightToLeft, words=from_right_to_left),
}


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("every-page")


@pytest.fixture(scope="module")
def keys(folder: Path) -> dict[str, JournalKeys]:
    """The keys of a journal somebody has kept for eighteen months, and of a new one.

    Their ids are always the same, because the prompt of the day follows them.
    """
    clock = FakeClock()
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(secrets, "token_hex", lambda count: "5a" * count)
        both = {name: cheap_vaults(clock).create(folder / name, "four plain test words") for name in ("full", "empty")}
    house.write_a_life(_copy(both["full"]), house.greek_guide(), clock)
    return both


def _copy(keys: JournalKeys) -> JournalKeys:
    """Opening wipes what it is given."""
    return dataclasses.replace(keys, sqlcipher_key=bytearray(keys.sqlcipher_key), backup_key=bytearray(keys.backup_key))


@pytest.fixture(scope="module")
def look(qapp: QApplication) -> tuple[Theme, Icons]:
    theme = Theme(resources_folder() / "styles")
    theme.set_choice("light")
    theme.apply(qapp)
    return theme, Icons(resources_folder() / "icons", theme)


@pytest.fixture(scope="module", params=list(WAYS))
def way(request: pytest.FixtureRequest, qapp: QApplication, look: tuple[Theme, Icons], folder: Path) -> Iterator[Way]:
    """The made-up language, and the application as the way wants it."""
    way = WAYS[request.param]
    translator = translator_that_says(way.words, folder)
    with _nothing_collected():
        qapp.installTranslator(translator)
        qapp.setLayoutDirection(way.direction)
        look[0].set_text_percent(way.percent)
    yield way
    with _nothing_collected():
        look[0].set_text_percent(100)
        qapp.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
        qapp.removeTranslator(translator)


@contextmanager
def _nothing_collected() -> Iterator[None]:
    """Qt goes through all widgets there are and calls Python for many: none of them may be collected meanwhile."""
    gc.collect()
    gc.disable()
    try:
        yield
    finally:
        gc.enable()


def _shown(window: QWidget, way: Way) -> None:
    window.resize(way.size)
    window.show()
    window.activateWindow()
    house.settled(window)


def _gone(window: QWidget) -> None:
    """Windows that are left behind would be dressed anew with every change of the letters."""
    window.deleteLater()
    QApplication.sendPostedEvents(window, QEvent.Type.DeferredDelete)


@pytest.fixture(scope="module")
def full(way: Way, qapp: QApplication, look: tuple[Theme, Icons], keys: dict[str, JournalKeys]) -> Iterator[House]:
    yield from _house(way, qapp, look, keys["full"])


@pytest.fixture(scope="module")
def empty(way: Way, qapp: QApplication, look: tuple[Theme, Icons], keys: dict[str, JournalKeys]) -> Iterator[House]:
    yield from _house(way, qapp, look, keys["empty"])


def _house(way: Way, app: QApplication, look: tuple[Theme, Icons], keys: JournalKeys) -> Iterator[House]:
    built = house.build_house(app, *look, _copy(keys), FakeClock())
    _shown(built.window, way)
    yield built
    built.window.leave()
    built.journal.close()
    _gone(built.window)


@pytest.fixture(scope="module")
def prompt(way: Way, look: tuple[Theme, Icons]) -> Iterator[PromptWindow]:
    window = house.build_prompt(*look, PERSONAL, OLD)
    _shown(window, way)
    yield window
    window.close()
    _gone(window)


ALLOWED = words_of_dates()


def amiss(window: QWidget, first: QWidget | None, way: Way) -> list[str]:
    """Everything that is wrong with what a window shows now."""
    found = [f"English: {place}: {text!r}" for place, text in inspection.texts(window)
             if is_left_in_english(text, ALLOWED)]  # fmt: skip
    painted: list[tuple[str, str, float]] = []
    with inspection.painted_words(painted):
        inspection.paint_anew(window)
    for place, text in inspection.joined(painted):
        if is_left_in_english(text, ALLOWED):
            found.append(f"English: {place} paints {text!r}")
    for place, text, pixels in painted:
        if text == "…":
            found.append(f"{place} has no room for its words")
        if pixels > 1:
            found.append(f"{place} cuts {pixels:.0f} pixels off {text!r}")
    found += inspection.cut_off(window)
    found += inspection.overlapping(window)
    if way == WAYS["plain"] and first is not None:
        found += inspection.without_names(window)
        found += inspection.told_apart(window)
        found += inspection.out_of_reach(window, first)
        found += inspection.without_focus_mark(window)
    return sorted(set(found))


def _tell(found: list[str]) -> None:
    if found:
        pytest.fail("\n".join(found), pytrace=False)


@pytest.mark.parametrize("stop", SESSION)
def test_a_page(stop: str, full: House, way: Way) -> None:
    other = SESSION[stop](full)
    house.settled(full.window)
    assert full.window.windowTitle() == "TrustJournal"
    found = amiss(other or full.window, None if other else QApplication.focusWidget(), way)
    if other is not None:
        other.close()
    _tell(found)


@pytest.mark.parametrize("stop", EMPTY)
def test_a_page_of_a_new_journal(stop: str, empty: House, way: Way) -> None:
    EMPTY[stop](empty)
    house.settled(empty.window)
    found = amiss(empty.window, QApplication.focusWidget(), way)
    _tell(found)


@pytest.mark.parametrize("stop", PROMPT)
def test_a_screen_of_the_prompt(stop: str, prompt: PromptWindow, way: Way) -> None:
    other = PROMPT[stop](prompt)
    house.settled(prompt)
    assert prompt.windowTitle() == "TrustJournal"
    found = amiss(other or prompt, None if other else QApplication.focusWidget(), way)
    if other is not None:
        other.close()
    _tell(found)


# From right to left ---------------------------------------------------------------------------------


def _is_before(first: QWidget, second: QWidget, window: QWidget) -> bool:
    """Whether somebody who reads in the window's direction comes to `first` first."""
    left, right = (widget.mapTo(window, QPoint(0, 0)).x() for widget in (first, second))
    return left < right if window.layoutDirection() is Qt.LayoutDirection.LeftToRight else left > right


@pytest.mark.parametrize("way", ["plain", "right to left"], indirect=True)
def test_what_is_read_first_stands_first_in_either_direction(way: Way, full: House) -> None:
    window = full.window
    assert window.layoutDirection() is way.direction
    SESSION["journal, an entry"](full)
    house.settled(window)
    journal = full.page(JournalPage)
    assert _is_before(window.rail, journal, window)
    assert _is_before(journal.list, journal.sheet, window)
    assert _is_before(journal.sheet.status, journal.sheet.menu_button, window)
    window.go(Place("guide"))
    house.settled(window)
    guide = full.page(GuidePage)
    assert _is_before(guide._columns._list_area, guide._reading, window)
    assert _is_before(guide._reading, guide._columns._side_area, window)


def test_times_are_written_the_same_from_right_to_left(qtbot: QtBot, qapp: QApplication) -> None:
    qapp.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    field = TimeEdit(QTime(9, 30))
    qtbot.addWidget(field)
    qapp.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
    assert field.text() == field.locale().toString(QTime(9, 30), field.locale().FormatType.ShortFormat)


# Each check notices what it is for ------------------------------------------------------------------


class Trap(QLineEdit):
    """Keeps the Tab key."""

    @override
    def event(self, event: QEvent, /) -> bool:
        if isinstance(event, QKeyEvent) and event.key() == Qt.Key.Key_Tab:
            return True
        return super().event(event)


class Painted(QWidget):
    """Paints words of its own, in too little room."""

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.drawText(QRect(0, 0, 20, 20), 0, "⟦words that are cut off⟧")
        painter.drawText(QRect(0, 20, 500, 20), 0, "painted words")
        painter.end()


def _too_narrow(window: QWidget) -> None:
    QPushButton("⟦a long button⟧", window).setGeometry(0, 0, 30, 40)


def _too_low(window: QWidget) -> None:
    label = QLabel("⟦words of some length that need several lines⟧", window)
    label.setWordWrap(True)
    label.setGeometry(0, 0, 120, 20)


def _outside(window: QWidget) -> None:
    QLabel("⟦out⟧", window).setGeometry(290, 0, 100, 40)


def _on_each_other(window: QWidget) -> None:
    for x in (0, 50):
        QLabel("⟦words⟧", window).setGeometry(x, 0, 100, 40)


def _english(window: QWidget) -> None:
    QLabel("words", window).setGeometry(0, 0, 100, 40)


def _english_tooltip(window: QWidget) -> None:
    window.setToolTip("⟦the half⟧ of it")


def _painted(window: QWidget) -> None:
    Painted(window).setGeometry(0, 0, 300, 100)


def _nameless(window: QWidget) -> None:
    QLineEdit(window).setGeometry(0, 0, 100, 40)


def _alike(window: QWidget) -> None:
    for y in (0, 50):
        QPushButton("⟦words⟧", window).setGeometry(0, y, 200, 40)


def _caught(window: QWidget) -> None:
    for number, field in enumerate((QLineEdit(window), Trap(window), QLineEdit(window))):
        field.setAccessibleName(f"⟦{number}⟧")
        field.setGeometry(0, 50 * number, 100, 40)


def _unmarked(window: QWidget) -> None:
    thing = QWidget(window)
    thing.setAccessibleName("⟦nothing⟧")
    thing.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
    thing.setGeometry(0, 0, 100, 40)


@pytest.mark.parametrize(
    ("break_it", "words"),
    [
        (_too_narrow, "30 pixels wide, needs"),
        (_too_low, "20 pixels high, needs"),
        (_outside, "are out of QWidget sideways"),
        (_on_each_other, "overlap by 50×40"),
        (_english, "English: /QLabel “words”: 'words'"),
        (_english_tooltip, "toolTip: '⟦the half⟧ of it'"),
        (_painted, "pixels off '⟦words that are cut off⟧'"),
        (_painted, "paints '⟦words that are cut off⟧ painted words'"),
        (_nameless, "has no name"),
        (_alike, "2 controls are all Button “⟦words⟧”"),
        (_caught, "Tab is caught at /Trap"),
        (_caught, "Tab does not come to /QLineEdit “⟦2⟧”"),
        (_unmarked, "does not show that it has the keyboard"),
        (_unmarked, "has no role"),
    ],
)
def test_a_window_with_a_flaw_is_not_passed(
    break_it: Callable[[QWidget], None], words: str, qtbot: QtBot, look: tuple[Theme, Icons]
) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    break_it(window)
    plain = WAYS["plain"]
    _shown(window, dataclasses.replace(plain, size=QSize(300, 200)))
    first = next(iter(inspection.controls(window)), None)
    found = amiss(window, first, plain)
    assert any(words in finding for finding in found), found
