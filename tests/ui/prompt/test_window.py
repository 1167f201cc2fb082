"""The prompt as a person meets it: by keyboard, with refusals, in large letters and from right to left."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import cast

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QAccessible, QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel, QLineEdit, QMenu, QScrollArea, QWidget
from pytestqt.qtbot import QtBot

from trustjournal.errors import (
    JournalDamagedError,
    JournalExistsError,
    JournalInUseError,
    JournalMissingError,
    SessionLostError,
    WrongPassphraseError,
)
from trustjournal.services.passphrases import Strength
from trustjournal.services.vault import Outlook
from trustjournal.ui.kit.dialogs import Dialogs
from trustjournal.ui.kit.icons import Icons
from trustjournal.ui.kit.tasks import InlineTasks
from trustjournal.ui.kit.theme import Theme
from trustjournal.ui.messages import sentence
from trustjournal.ui.prompt.create_screen import CreateScreen
from trustjournal.ui.prompt.enquiries import Enquiries
from trustjournal.ui.prompt.requests import CreateRequest, Request, UnlockRequest
from trustjournal.ui.prompt.unlock_screen import UnlockScreen
from trustjournal.ui.prompt.window import PromptWindow

PERSONAL, OLD = Path("/j/Personal"), Path("/k/Old")


@dataclass
class Answers:
    folder: Path | None = None
    asked: list[str] = field(default_factory=list)

    def __call__(self, parent: QWidget, title: str, start: Path, chosen: Callable[[Path], None]) -> None:
        self.asked.append(title)
        if self.folder is not None:
            chosen(self.folder)


@dataclass
class Scene:
    theme: Theme
    icons: Icons
    qtbot: QtBot
    answers: Answers = field(default_factory=Answers)
    requests: list[Request] = field(default_factory=list)
    missing: set[Path] = field(default_factory=set)
    kept_geometry: list[bytes] = field(default_factory=list)

    def window(self, *journals: Path) -> PromptWindow:
        window = PromptWindow(
            self.theme,
            self.icons,
            journals=journals,
            place=Path("/data/TrustJournal"),
            enquiries=Enquiries(
                outlook_of=lambda folder: Outlook(JournalMissingError() if folder in self.missing else None),
                can_trust_computer=lambda: True,
                estimate=lambda passphrase, _own: Strength(10.0 ** (len(passphrase) / 2)),
                propose=lambda: "lantern mossy drift copper wander sleet",
            ),
            tasks=InlineTasks(),
            dialogs=Dialogs(ask_for_folder=self.answers),
            keep_geometry=self.kept_geometry.append,
        )
        self.qtbot.addWidget(window)
        window.requested.connect(self.requests.append)
        with self.qtbot.waitSignal(window.painted):
            window.show()
        window.activateWindow()
        self.qtbot.waitUntil(lambda: QApplication.focusWidget() is not None)
        return window

    def type(self, text: str) -> None:
        focus = QApplication.focusWidget()
        assert focus is not None
        QTest.keyClicks(focus, text)

    def press(self, key: Qt.Key, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
        focus = QApplication.focusWidget()
        assert focus is not None
        QTest.keyClick(focus, key, modifier)


@pytest.fixture
def scene(theme: Theme, icons: Icons, qtbot: QtBot) -> Iterator[Scene]:
    yield Scene(theme, icons, qtbot)
    theme.set_text_percent(100)
    app = QApplication.instance()
    assert isinstance(app, QApplication)
    app.setLayoutDirection(Qt.LayoutDirection.LeftToRight)


def unlock_screen(window: PromptWindow) -> UnlockScreen:
    return cast(UnlockScreen, window.findChild(UnlockScreen))


def create_screen(window: PromptWindow) -> CreateScreen:
    return cast(CreateScreen, window.findChild(CreateScreen))


# Unlocking ----------------------------------------------------------------------------------------


def test_the_first_key_typed_is_the_first_letter_of_the_passphrase(scene: Scene) -> None:
    window = scene.window(PERSONAL)
    scene.type("words")
    assert unlock_screen(window).passphrase.text() == "words"
    scene.press(Qt.Key.Key_Return)
    assert scene.requests == [UnlockRequest(PERSONAL, "words")]


def test_the_title_of_the_window_never_names_the_journal(scene: Scene) -> None:
    assert scene.window(PERSONAL).windowTitle() == "TrustJournal"


def test_while_unlocking_the_button_says_so_and_enter_asks_no_second_time(scene: Scene) -> None:
    window = scene.window(PERSONAL)
    screen = unlock_screen(window)
    scene.type("words")
    screen.unlock.setFocus()
    scene.press(Qt.Key.Key_Space)
    assert screen.unlock.text() == "Unlocking…"
    assert not screen.unlock.isEnabled()
    assert screen.passphrase.hasFocus()
    scene.press(Qt.Key.Key_Return)
    assert len(scene.requests) == 1


def test_a_refusal_stands_under_the_field_and_the_passphrase_is_ready_to_be_typed_anew(scene: Scene) -> None:
    window = scene.window(PERSONAL)
    screen = unlock_screen(window)
    scene.type("not it")
    top = screen.passphrase.mapTo(window, screen.passphrase.rect().topLeft())
    scene.press(Qt.Key.Key_Return)
    window.refuse(WrongPassphraseError())
    assert screen.refusal.isVisible()
    assert screen.refusal.title == sentence(WrongPassphraseError()).title
    assert screen.passphrase.hasFocus()
    assert screen.passphrase.selectedText() == "not it"
    QApplication.processEvents()
    assert screen.passphrase.mapTo(window, screen.passphrase.rect().topLeft()) == top
    scene.type("x")
    assert screen.passphrase.text() == "x"
    assert not screen.refusal.isVisible()


def _says_locked(window: PromptWindow) -> bool:
    labels = unlock_screen(window).findChildren(QLabel)
    return any(label.isVisible() and label.text().startswith("Locked.") for label in labels)


def test_a_notice_that_was_there_first_is_still_there_after_typing_and_takes_no_letter(scene: Scene) -> None:
    window = scene.window(PERSONAL)
    screen = unlock_screen(window)
    scene.type("wo")
    window.refuse(SessionLostError())
    scene.type("rds")
    assert screen.passphrase.text() == "words"
    assert screen.refusal.isVisible()
    scene.press(Qt.Key.Key_Return)
    assert not screen.refusal.isVisible()


def test_no_refusal_stands_under_words_that_say_all_is_locked(scene: Scene) -> None:
    window = scene.window(PERSONAL)
    assert _says_locked(window)
    scene.type("words")
    scene.press(Qt.Key.Key_Return)
    window.refuse(JournalInUseError())
    assert not _says_locked(window)
    scene.type("x")
    assert _says_locked(window)


def test_a_damaged_journal_is_told_from_a_wrong_passphrase(scene: Scene) -> None:
    window = scene.window(PERSONAL)
    window.refuse(WrongPassphraseError())
    first = unlock_screen(window).refusal.accessibleName()
    window.refuse(JournalDamagedError())
    assert unlock_screen(window).refusal.accessibleName() != first
    assert "damaged" in unlock_screen(window).refusal.title


def test_a_missing_journal_is_told_after_the_first_frame(scene: Scene) -> None:
    scene.missing.add(PERSONAL)
    window = scene.window(PERSONAL)
    scene.qtbot.waitUntil(unlock_screen(window).refusal.isVisible)
    assert unlock_screen(window).refusal.title == "The journal is not there"


def test_another_known_journal_can_be_chosen_by_keyboard(scene: Scene) -> None:
    window = scene.window(PERSONAL, OLD)
    screen = unlock_screen(window)
    screen.another.setFocus()
    scene.press(Qt.Key.Key_Space)
    menu = screen.findChild(QMenu)
    assert menu is not None
    QTest.keyClick(menu, Qt.Key.Key_Down)
    QTest.keyClick(menu, Qt.Key.Key_Return)
    scene.type("words")
    scene.press(Qt.Key.Key_Return)
    assert scene.requests == [UnlockRequest(OLD, "words")]


def test_a_folder_can_be_opened_that_nobody_knew(scene: Scene) -> None:
    scene.answers.folder = Path("/usb/Journal")
    window = scene.window(PERSONAL)
    unlock_screen(window).folder_wanted.emit()
    scene.type("words")
    scene.press(Qt.Key.Key_Return)
    assert scene.requests == [UnlockRequest(Path("/usb/Journal"), "words")]


def test_a_passphrase_typed_for_one_journal_is_not_tried_on_another(scene: Scene) -> None:
    window = scene.window(PERSONAL, OLD)
    scene.type("words for one")
    unlock_screen(window).journal_chosen.emit(OLD)
    assert unlock_screen(window).passphrase.text() == ""


def test_two_journals_of_one_name_show_where_they_are(scene: Scene) -> None:
    window = scene.window(PERSONAL, Path("/a/Old"), Path("/b/Old"))
    screen = unlock_screen(window)
    screen.another.click()
    menu = screen.findChild(QMenu)
    assert menu is not None
    texts = [action.text() for action in menu.actions()]
    assert texts[:2] == [f"Old — {Path('/a')}", f"Old — {Path('/b')}"]
    menu.close()


def test_caps_lock_is_noticed(scene: Scene) -> None:
    window = scene.window(PERSONAL)
    screen = unlock_screen(window)
    QApplication.sendEvent(
        screen.passphrase,
        QKeyEvent(QEvent.Type.KeyPress, Qt.Key.Key_A, Qt.KeyboardModifier.NoModifier, "A"),  # an A without Shift
    )
    assert any(label.isVisible() for label in screen.findChildren(QLabel) if label.text() == "Caps Lock is on")


# Making a journal ---------------------------------------------------------------------------------


def test_a_first_run_makes_a_journal_by_keyboard_alone(scene: Scene) -> None:
    window = scene.window()
    assert create_screen(window).passphrase.hasFocus()
    scene.type("a few plain words")
    scene.press(Qt.Key.Key_Return)
    assert create_screen(window).again.hasFocus()
    scene.type("a few plain words")
    scene.press(Qt.Key.Key_Return)
    assert scene.requests == [CreateRequest(Path("/data/TrustJournal/Personal"), "a few plain words")]


def test_a_first_run_says_what_this_is_and_that_nobody_can_recover_a_passphrase(scene: Scene) -> None:
    window = scene.window()
    window.resize(1280, 820)
    QApplication.processEvents()
    screen = create_screen(window)
    for widget in (screen.warning, screen.create_button, screen.open_other):
        assert window.rect().contains(widget.mapTo(window, widget.rect().bottomLeft())), widget
    assert any("Nobody reads along" in label.text() for label in screen.findChildren(QLabel) if label.isVisible())


def test_what_differs_is_said_at_the_second_field(scene: Scene) -> None:
    window = scene.window()
    screen = create_screen(window)
    scene.type("one")
    scene.press(Qt.Key.Key_Return)
    scene.type("two")
    scene.press(Qt.Key.Key_Return)
    assert scene.requests == []
    assert screen.again.hasFocus()
    assert screen.again.selectedText()
    assert screen.again.accessibleDescription() == "These two are not the same yet."


def test_a_name_that_is_taken_leads_back_to_the_name(scene: Scene) -> None:
    window = scene.window()
    screen = create_screen(window)
    screen.passphrase.setText("a")
    screen.again.setText("a")
    screen.create_button.click()
    window.refuse(JournalExistsError())
    assert screen.name.hasFocus()
    assert screen.refusal.isVisible()
    assert screen.create_button.isEnabled()


def test_the_strength_is_said_in_plain_words_while_typing(scene: Scene) -> None:
    window = scene.window()
    screen = create_screen(window)
    scene.type("aaaa")
    assert "minutes" in screen.meter.words
    scene.type("a" * 18)
    assert "hundred years" in screen.meter.words


def test_six_proposed_words_can_be_seen_and_taken(scene: Scene) -> None:
    window = scene.window()
    screen = create_screen(window)
    screen.make_one.setFocus()
    scene.press(Qt.Key.Key_Space)
    assert len(screen.proposal.words.split()) == 6
    assert screen.proposal.take.hasFocus()
    scene.press(Qt.Key.Key_Space)
    assert screen.passphrase.text() == screen.again.text() == "lantern mossy drift copper wander sleet"
    assert screen.passphrase.is_shown
    assert screen.proposal.isHidden()


def test_the_place_can_be_changed(scene: Scene) -> None:
    scene.answers.folder = Path("/elsewhere")
    window = scene.window()
    screen = create_screen(window)
    screen.change_place.click()
    screen.passphrase.setText("a")
    screen.again.setText("a")
    screen.create_button.click()
    assert scene.requests == [CreateRequest(Path("/elsewhere/Personal"), "a")]


def test_the_folder_is_shown_as_it_will_be_called(scene: Scene) -> None:
    window = scene.window()
    screen = create_screen(window)
    screen.name.setFocus()
    screen.name.selectAll()
    scene.type("a/b..:c")
    shown = next(label for label in screen.findChildren(QLabel) if label.toolTip())
    whole = str(Path("/data/TrustJournal/a b.. c"))
    assert (shown.text(), shown.toolTip(), shown.accessibleName()) == (whole, whole, whole)
    screen.passphrase.setText("a")
    screen.again.setText("a")
    screen.create_button.click()
    assert scene.requests == [CreateRequest(Path(whole), "a")]


def test_the_shown_place_is_shortened_not_cut(scene: Scene) -> None:
    scene.answers.folder = Path("/" + "/".join(["a long folder name"] * 12))
    window = scene.window()
    create_screen(window).change_place.click()
    QApplication.processEvents()
    assert any("…" in label.text() for label in create_screen(window).findChildren(QLabel))


# Every screen -------------------------------------------------------------------------------------


def test_every_control_has_a_name_for_a_screen_reader(scene: Scene) -> None:
    for window in (scene.window(PERSONAL, OLD), scene.window()):
        for control in window.findChildren(QWidget):
            if isinstance(control, (QAbstractButton, QLineEdit)) and control.focusPolicy() != Qt.FocusPolicy.NoFocus:
                interface = QAccessible.queryAccessibleInterface(control)
                assert interface.text(QAccessible.Text.Name), control


@pytest.mark.parametrize("direction", [Qt.LayoutDirection.LeftToRight, Qt.LayoutDirection.RightToLeft])
@pytest.mark.parametrize("journals", [(PERSONAL,), ()])
def test_everything_stays_reachable_in_a_small_window_with_twice_the_text(
    scene: Scene, qapp: QApplication, direction: Qt.LayoutDirection, journals: tuple[Path, ...]
) -> None:
    qapp.setLayoutDirection(direction)
    scene.theme.set_text_percent(200)
    window = scene.window(*journals)
    window.refuse(JournalDamagedError())
    window.resize(800, 560)
    QApplication.processEvents()
    for area in window.findChildren(QScrollArea):
        page = area.widget()
        assert page is not None
        assert page.width() <= area.viewport().width()
    for control in window.findChildren(QAbstractButton):
        if control.isVisible():
            left = control.mapTo(window, control.rect().topLeft()).x()
            assert left >= 0, control.text()
            assert left + control.width() <= window.width(), control.text()


def test_the_place_of_the_window_is_remembered_when_it_closes(scene: Scene) -> None:
    window = scene.window(PERSONAL)
    with scene.qtbot.waitSignal(window.closed):
        window.close()
    assert len(scene.kept_geometry) == 1


def test_control_q_closes_the_window_also_from_a_field(scene: Scene) -> None:
    window = scene.window(PERSONAL)
    with scene.qtbot.waitSignal(window.closed):
        scene.press(Qt.Key.Key_Q, Qt.KeyboardModifier.ControlModifier)


def test_the_first_frame_waits_for_no_cryptography() -> None:
    code = (
        "import sys, trustjournal.ui.prompt.window, trustjournal.ui.prompt.unlock_screen as _u\n"
        "heavy = {'cryptography', 'argon2', 'sqlcipher3', 'zxcvbn', 'xkcdpass', 'keyring'}\n"
        "print(sorted(heavy & {name.split('.')[0] for name in sys.modules}"
        " | {n for n in sys.modules if n.startswith('trustjournal.storage')}))"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True)
    assert done.returncode == 0, done.stderr
    assert done.stdout.strip() == "[]"


def test_what_was_typed_does_not_wait_for_somebody_who_left(scene: Scene) -> None:
    window = scene.window(PERSONAL)
    scene.type("half a passphrase")
    window.lock_when_idle()
    assert unlock_screen(window).passphrase.text() == ""
    assert scene.requests == []
