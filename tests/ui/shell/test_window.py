"""The session's window: going places, saving in sight, and the cover."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from uuid import UUID

import pytest
from PySide6.QtCore import QEvent, QObject, QPoint, Qt, QTimer
from PySide6.QtGui import QAccessible, QAccessibleInterface, QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QLabel, QLineEdit, QMenu, QScrollArea, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot
from typing_extensions import override

from tests.fakes.clock import FakeClock
from trustjournal.domain.change import Changed
from trustjournal.domain.clock import moment_now
from trustjournal.domain.entry import Entry
from trustjournal.domain.ids import EntryId
from trustjournal.domain.place import Place
from trustjournal.errors import StorageFullError
from trustjournal.ui.kit.icons import Icons
from trustjournal.ui.kit.on_screen import FRAME
from trustjournal.ui.kit.tasks import InlineTasks
from trustjournal.ui.kit.theme import Theme
from trustjournal.ui.parts.page import Page, ToastMessage
from trustjournal.ui.parts.save_keeper import SaveKeeper
from trustjournal.ui.shell.trail import Trail
from trustjournal.ui.shell.window import FIRST_SIZE, SessionWindow

CONTROL, ALT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.AltModifier
PRIVATE = "a private sentence"


class PlainPage(Page):
    """Remembers what happened to it; the view state is the text in its field."""

    name = ""
    icon_name = "journal"

    def __init__(self, name: str) -> None:
        super().__init__()
        self.__dict__["name"] = name
        self.visits: list[Place] = []
        self.changes: list[Changed] = []
        self.settled = 0
        self.is_quiet = False
        self.field = QLineEdit(PRIVATE)
        self.field.setAccessibleName("words")
        column = QVBoxLayout(self)
        column.addWidget(QLabel(PRIVATE))
        column.addWidget(self.field)

    @override
    def title(self) -> str:
        return self.name.capitalize()

    @override
    def visit(self, place: Place) -> None:
        self.visits.append(place)
        self.field.setText(str(place.view.get("text", PRIVATE)))

    @override
    def place(self) -> Place:
        item = self.visits[-1].item if self.visits else None
        return Place(self.name, item, {"text": self.field.text()})

    @override
    def refresh(self, changed: Changed) -> None:
        self.changes.append(changed)

    @override
    def settle(self) -> None:
        self.settled += 1

    @override
    def first_focus(self) -> QWidget:
        return self.field

    @override
    def set_quiet(self, quiet: bool) -> None:
        self.is_quiet = quiet


class Shelf:
    """Stores, unless the disk is full."""

    def __init__(self) -> None:
        self.is_full = False
        self.kept: list[Entry] = []

    def save(self, entry: Entry) -> Entry:
        if self.is_full:
            raise StorageFullError
        self.kept.append(entry)
        return replace(entry, revision=entry.revision + 1)


@dataclass
class Scene:
    window: SessionWindow
    pages: dict[str, PlainPage]
    keeper: SaveKeeper
    shelf: Shelf
    entry: Entry
    geometry: list[bytes]
    locks: list[bool] = field(default_factory=list)
    quits: list[bool] = field(default_factory=list)

    def keys(self, key: Qt.Key, modifier: Qt.KeyboardModifier) -> None:
        QTest.keyClick(QApplication.focusWidget() or self.window, key, modifier)

    @property
    def shown(self) -> str:
        return self.window.place().page


@pytest.fixture
def scene(theme: Theme, icons: Icons, qtbot: QtBot, clock: FakeClock) -> Iterator[Scene]:
    names = ("today", "journal", "guide", "timeline", "people", "practice", "help", "settings")
    pages = {name: PlainPage(name) for name in names}
    shelf = Shelf()
    keeper = SaveKeeper(shelf.save, InlineTasks())
    geometry: list[bytes] = []
    window = SessionWindow(
        theme,
        icons,
        [pages[name] for name in names[:-2]],
        [pages["help"], pages["settings"]],
        journal_name="Personal",
        keeper=keeper,
        keep_geometry=geometry.append,
    )
    qtbot.addWidget(window, before_close_func=lambda window: window.leave())
    entry = Entry(EntryId(UUID(int=1)), moment_now(clock), "A title", PRIVATE)
    made = Scene(window, pages, keeper, shelf, entry, geometry)
    window.lock_requested.connect(lambda: made.locks.append(True))
    window.quit_requested.connect(lambda: made.quits.append(True))
    window.go(Place("today"))
    window.show()
    window.activateWindow()
    qtbot.waitUntil(lambda: QApplication.focusWidget() is pages["today"].field)
    yield made
    theme.set_text_percent(100)


# Help ---------------------------------------------------------------------------------------------


def test_f1_leads_to_help_from_every_page_and_back_returns_to_the_words_as_they_were(scene: Scene) -> None:
    for name in ("today", "journal", "guide", "timeline", "people", "practice", "settings"):
        scene.window.go(Place(name))
        scene.pages[name].field.setText(f"words on {name}")
        settled = scene.pages[name].settled
        scene.keys(Qt.Key.Key_F1, Qt.KeyboardModifier.NoModifier)
        assert scene.shown == "help"
        assert scene.pages[name].settled > settled
        scene.keys(Qt.Key.Key_Left, ALT)
        assert scene.shown == name
        assert scene.pages[name].field.text() == f"words on {name}"


def test_help_itself_leads_back_also_where_nothing_was_before(scene: Scene) -> None:
    scene.window.go(Place("people"))
    scene.window.show_help()
    scene.window.show_help()
    scene.pages["help"].back_requested.emit()
    assert scene.shown == "people"
    scene.window.go_back()
    scene.window.show_help()
    scene.window._trail = Trail()
    scene.window._trail.go(Place("help"))
    scene.pages["help"].back_requested.emit()
    assert scene.shown == "today"


def test_help_is_there_in_focus_mode_too(scene: Scene) -> None:
    scene.window.toggle_quiet()
    assert scene.window._quiet_bar.help.isVisible()
    scene.window._quiet_bar.help.click()
    assert scene.shown == "help"
    assert scene.pages["help"].is_quiet


def test_what_floats_over_the_page_gives_way_to_help(scene: Scene, qtbot: QtBot) -> None:
    dialog = QDialog(scene.window)
    dialog.open()
    scene.window.show_help()
    assert scene.shown == "help"
    assert not dialog.isVisible()
    qtbot.waitUntil(lambda: dialog.result() == QDialog.DialogCode.Rejected.value)


def test_nobody_comes_to_help_through_the_cover(scene: Scene) -> None:
    scene.window.cover()
    scene.window.show_help()
    assert scene.shown == "today"


# Going places -------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("number", "page"), list(enumerate(("today", "journal", "guide", "timeline", "people", "practice"), start=1))
)
def test_control_and_a_number_leads_to_the_page_of_that_number(scene: Scene, number: int, page: str) -> None:
    scene.window.go(Place("settings"))
    scene.keys(Qt.Key(Qt.Key.Key_0.value + number), CONTROL)
    assert scene.shown == page
    assert scene.window.rail.item(page).isChecked()
    assert not scene.window.rail.item("settings").isChecked()
    assert QApplication.focusWidget() is scene.pages[page].field


def test_control_and_comma_leads_to_the_settings(scene: Scene) -> None:
    QTest.keyClick(scene.window, Qt.Key.Key_Comma, CONTROL)
    assert scene.window.place().page == "settings"
    assert scene.window.rail.item("settings").toolTip() == "Settings (Ctrl+,)"


def test_the_navigation_works_by_keyboard_alone(scene: Scene) -> None:
    scene.window.rail.item("today").setFocus()
    scene.keys(Qt.Key.Key_Tab, Qt.KeyboardModifier.NoModifier)
    scene.keys(Qt.Key.Key_Space, Qt.KeyboardModifier.NoModifier)
    assert scene.shown == "journal"


def test_the_lock_is_the_first_thing_the_tab_key_comes_to(scene: Scene) -> None:
    order: list[QWidget] = []
    widget: QWidget | None = scene.window
    for _ in range(60):
        assert widget is not None
        widget = widget.nextInFocusChain()
        assert widget is not None
        if widget.focusPolicy() & Qt.FocusPolicy.TabFocus and widget.isVisibleTo(scene.window):
            order.append(widget)
    assert order[0] is scene.window.rail.lock
    assert order[1] is scene.window.rail.item("today")


def test_control_n_begins_a_new_entry(scene: Scene) -> None:
    scene.keys(Qt.Key.Key_N, CONTROL)
    assert scene.pages["journal"].visits[-1] == Place("journal", "new")


def test_back_and_forward_return_to_places_as_they_were_left(scene: Scene) -> None:
    scene.pages["today"].field.setText("half a thought")
    scene.keys(Qt.Key.Key_2, CONTROL)
    scene.keys(Qt.Key.Key_Left, ALT)
    assert scene.shown == "today"
    assert scene.pages["today"].field.text() == "half a thought"
    scene.keys(Qt.Key.Key_Right, ALT)
    assert scene.shown == "journal"


def test_an_earlier_window_is_resumed_page_by_page(scene: Scene) -> None:
    kept = (Place("journal", "an entry", {"text": "open"}), Place("today", None, {"text": "half a check-in"}))
    scene.window.resume(kept)
    assert scene.shown == "journal"
    assert scene.pages["journal"].visits[-1] == kept[0]
    assert kept[1] in scene.window.places()
    scene.window.go(Place("today"))
    assert scene.pages["today"].visits[-1] == kept[1]
    assert scene.window.places()[0].page == "today"
    scene.window.go(Place("journal"))
    scene.window.go(Place("today"))
    assert scene.pages["today"].visits[-1] == Place("today")


def test_somewhere_else_on_a_page_is_not_where_it_was_left(scene: Scene) -> None:
    scene.window.resume((Place("guide"), Place("journal", "an entry")))
    scene.window.go(Place("journal", "new"))
    assert scene.pages["journal"].visits[-1] == Place("journal", "new")
    scene.window.resume(())
    assert scene.shown == "today"


def test_leaving_a_page_hands_over_its_words(scene: Scene) -> None:
    scene.keys(Qt.Key.Key_2, CONTROL)
    assert scene.pages["today"].settled == 1
    scene.window.settle()
    assert all(page.settled for page in scene.pages.values())


def test_a_page_may_ask_to_go_elsewhere(scene: Scene) -> None:
    scene.pages["today"].go_requested.emit(Place("people", "somebody"))
    assert scene.pages["people"].visits == [Place("people", "somebody")]


def test_a_place_on_a_page_that_is_gone_leads_to_the_first_page(scene: Scene) -> None:
    scene.window.go(Place("removed"))
    assert scene.shown == "today"


def test_every_page_hears_what_changed(scene: Scene) -> None:
    scene.window.refresh(Changed.PEOPLE)
    assert all(page.changes == [Changed.PEOPLE] for page in scene.pages.values())


def test_the_title_never_says_where_one_is(scene: Scene) -> None:
    scene.window.go(Place("journal", "x"))
    scene.window.toggle_quiet()
    assert (scene.window.windowTitle(), scene.window.windowIconText()) == ("TrustJournal", "")
    scene.window.cover()
    scene.window.cover_pane.refuse(StorageFullError())
    assert (scene.window.windowTitle(), scene.window.windowIconText()) == ("TrustJournal", "")


# Focus mode ---------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("key", "modifier"),
    [
        (Qt.Key.Key_F11, Qt.KeyboardModifier.NoModifier),
        (Qt.Key.Key_F, CONTROL | Qt.KeyboardModifier.ShiftModifier),
    ],
)
def test_focus_mode_leaves_the_page_and_the_lock(scene: Scene, key: Qt.Key, modifier: Qt.KeyboardModifier) -> None:
    scene.keys(key, modifier)
    assert not scene.window.rail.isVisible()
    assert scene.pages["today"].is_quiet
    assert QApplication.focusWidget() is scene.pages["today"].field
    lock = next(button for button in scene.window.findChildren(QWidget) if is_lock(button))
    QTest.mouseClick(lock, Qt.MouseButton.LeftButton)
    assert scene.locks == [True]
    scene.keys(key, modifier)
    assert scene.window.rail.isVisible()
    assert not scene.pages["today"].is_quiet


def is_lock(widget: QWidget) -> bool:
    return widget.isVisible() and widget.toolTip() == "Lock now (Ctrl+L)"


# Locking ------------------------------------------------------------------------------------------


def test_the_lock_asks_no_question_by_button_or_key(scene: Scene) -> None:
    scene.keys(Qt.Key.Key_L, CONTROL)
    scene.window.rail.lock.click()
    assert scene.locks == [True, True]


def test_the_cover_is_opaque(scene: Scene) -> None:
    scene.window.cover()
    covered = scene.window.grab().toImage()
    paper = covered.pixelColor(1, 1)
    words = scene.window.cover_pane
    for x in range(0, covered.width(), 40):
        for y in (10, 100, covered.height() - 10):
            assert covered.pixelColor(x, y) == paper
    assert words.geometry() == scene.window.rect()


def tree(interface: QAccessibleInterface) -> Iterator[QAccessibleInterface]:
    """Everything assistive technology can walk to from here, also what is marked as not to be seen."""
    yield interface
    for index in range(interface.childCount()):
        child = interface.child(index)
        if child is not None:
            yield from tree(child)


def heard(interface: QAccessibleInterface) -> list[str]:
    """Every text assistive technology finds from here on."""
    kinds = (QAccessible.Text.Name, QAccessible.Text.Value, QAccessible.Text.Description)
    return [found.text(kind) for found in tree(interface) for kind in kinds]


def is_part_of(thing: QObject | None, whole: QWidget) -> bool:
    return isinstance(thing, QWidget) and (thing is whole or whole.isAncestorOf(thing))


def test_only_the_cover_is_left_to_assistive_technology(scene: Scene) -> None:
    whole = QAccessible.queryAccessibleInterface(scene.window)
    assert PRIVATE in heard(whole)
    scene.window.cover()
    pane = scene.window.cover_pane
    others = [(found.childCount(), heard(found)) for found in tree(whole) if not is_part_of(found.object(), pane)]
    # The window, and in it the place of the page, with nothing in it.
    assert others[1:] == [(0, ["", "", ""])]
    assert "Locking…" in heard(whole)
    assert PRIVATE not in " ".join(heard(whole))
    scene.window.uncover()
    assert PRIVATE in heard(whole)


def test_a_dialog_goes_with_the_page_and_counts_as_cancelled(scene: Scene, qapp: QApplication, qtbot: QtBot) -> None:
    dialog = QDialog(scene.pages["today"])
    dialog.setWindowTitle(PRIVATE)
    answers: list[int] = []
    dialog.finished.connect(answers.append)
    dialog.open()
    program = QAccessible.queryAccessibleInterface(qapp)
    assert PRIVATE in heard(program)
    scene.window.cover()
    assert not dialog.isVisible()
    qtbot.waitUntil(lambda: answers == [QDialog.DialogCode.Rejected.value])
    assert PRIVATE not in heard(program)


def test_a_dialog_that_is_deleted_with_its_end_is_no_trouble(scene: Scene, qtbot: QtBot) -> None:
    dialog = QDialog(scene.pages["today"])
    dialog.open()
    with qtbot.waitSignal(dialog.destroyed):
        scene.window.cover()
        dialog.deleteLater()
    QApplication.processEvents()


def test_a_dialog_that_is_waited_for_ends_with_the_cover(scene: Scene) -> None:
    dialog = QDialog(scene.pages["today"])
    QTimer.singleShot(0, scene.window.cover)
    assert dialog.exec() == QDialog.DialogCode.Rejected.value
    assert scene.window.cover_pane.isVisible()


def test_back_from_the_cover_the_keyboard_is_where_it_was(scene: Scene) -> None:
    scene.window.rail.item("guide").setFocus()
    scene.window.cover()
    scene.window.cover_pane.return_requested.emit()
    assert scene.window.rail.item("guide").hasFocus()
    assert scene.window.rect().contains(scene.window.rail.item("guide").mapTo(scene.window, QPoint(1, 1)))


def test_what_had_the_keyboard_may_be_gone_when_nothing_was_locked(scene: Scene) -> None:
    passing = QLineEdit(scene.pages["today"])
    passing.show()
    passing.setFocus()
    scene.window.cover()
    passing.deleteLater()
    QApplication.sendPostedEvents(passing, QEvent.Type.DeferredDelete)
    scene.window.uncover()
    assert scene.pages["today"].field.hasFocus()


def test_nothing_works_through_the_cover(scene: Scene) -> None:
    scene.window.cover()
    scene.keys(Qt.Key.Key_2, CONTROL)
    scene.keys(Qt.Key.Key_X, Qt.KeyboardModifier.NoModifier)
    assert scene.shown == "today"
    assert scene.pages["today"].field.text() == PRIVATE


def test_the_cover_takes_open_menus_and_toasts_away(scene: Scene) -> None:
    menu = QMenu(scene.pages["today"])
    menu.addAction(PRIVATE)
    menu.popup(scene.window.mapToGlobal(scene.window.rect().center()))
    scene.window.show_toast(ToastMessage(PRIVATE))
    scene.window.cover()
    assert not menu.isVisible()
    assert not any(label.isVisible() and label.text() == PRIVATE for label in scene.window.findChildren(QLabel))


def test_words_that_could_not_be_stored_keep_the_window_covered_and_offer_ways_out(scene: Scene) -> None:
    scene.window.cover()
    scene.window.cover_pane.refuse(StorageFullError())
    assert scene.window.cover_pane.retry.hasFocus()
    asked: list[str] = []
    scene.window.cover_pane.retry_requested.connect(lambda: asked.append("again"))
    scene.window.cover_pane.leave_anyway_requested.connect(lambda: asked.append("anyway"))
    scene.keys(Qt.Key.Key_Space, Qt.KeyboardModifier.NoModifier)
    scene.window.cover_pane.leave_anyway.click()
    assert asked == ["again", "anyway"]
    scene.window.cover_pane.go_back.click()
    assert scene.pages["today"].field.isVisible()
    assert QApplication.focusWidget() is scene.pages["today"].field


def test_words_that_could_not_be_stored_can_be_copied_from_the_cover(scene: Scene) -> None:
    clipboard = QGuiApplication.clipboard()
    scene.shelf.is_full = True
    scene.keeper.put(scene.entry)
    scene.window.cover()
    scene.window.cover_pane.refuse(StorageFullError())
    scene.window.cover_pane.copy.click()
    assert clipboard.text() == f"A title\n\n{PRIVATE}"
    assert clipboard.mimeData().hasFormat("x-kde-passwordManagerHint")
    whole = QAccessible.queryAccessibleInterface(scene.window)
    assert PRIVATE not in " ".join(heard(whole))
    assert any(text.startswith("Copied.") for text in heard(whole))
    scene.window.leave()
    assert clipboard.text() == ""


def test_closing_the_window_asks_to_quit_and_closes_only_when_told(scene: Scene) -> None:
    scene.window.close()
    assert scene.quits == [True]
    assert scene.window.isVisible()
    scene.window.leave()
    assert not scene.window.isVisible()
    assert len(scene.geometry) == 1


# Saving in sight ----------------------------------------------------------------------------------


def test_a_save_that_fails_is_told_on_every_page_until_it_succeeds(scene: Scene) -> None:
    scene.shelf.is_full = True
    scene.keeper.put(scene.entry)
    scene.keys(Qt.Key.Key_3, CONTROL)
    assert scene.window.banner.isVisible()
    assert "disk is full" in scene.window.banner.refusal.title
    scene.window.banner.retry.click()
    assert scene.window.banner.isVisible()
    scene.shelf.is_full = False
    scene.window.banner.retry.click()
    assert not scene.window.banner.isVisible()
    assert [entry.text for entry in scene.shelf.kept] == [PRIVATE]


def test_unsaved_words_can_be_copied_and_leave_the_clipboard_with_the_lock(scene: Scene) -> None:
    clipboard = QGuiApplication.clipboard()
    scene.shelf.is_full = True
    scene.keeper.put(scene.entry)
    scene.window.banner.copy.click()
    assert clipboard.text() == f"A title\n\n{PRIVATE}"
    assert clipboard.mimeData().hasFormat("x-kde-passwordManagerHint")
    scene.window.leave()
    assert clipboard.text() == ""


def test_what_somebody_copied_since_stays_on_the_clipboard(scene: Scene) -> None:
    scene.shelf.is_full = True
    scene.keeper.put(scene.entry)
    scene.window.banner.copy.click()
    QGuiApplication.clipboard().setText("a shopping list")
    scene.window.leave()
    assert QGuiApplication.clipboard().text() == "a shopping list"
    QGuiApplication.clipboard().clear()


# Large letters, small windows ---------------------------------------------------------------------


def test_everything_stays_reachable_in_a_small_window_with_twice_the_text(scene: Scene, theme: Theme) -> None:
    theme.set_text_percent(200)
    scene.window.resize(800, 560)
    QApplication.processEvents()
    window, rail = scene.window, scene.window.rail
    assert window.rect().contains(rail.lock.mapTo(window, rail.lock.rect().bottomRight()))
    assert window.rect().contains(rail.item("settings").mapTo(window, rail.item("settings").rect().bottomRight()))
    area = rail.findChild(QScrollArea)
    assert area is not None
    area.ensureWidgetVisible(rail.item("practice"))
    QApplication.processEvents()
    assert (
        area.viewport()
        .rect()
        .contains(rail.item("practice").mapTo(area.viewport(), rail.item("practice").rect().center()))
    )
    assert rail.width() <= window.width() // 4


def test_a_navigation_without_words_still_names_its_lines(scene: Scene, theme: Theme) -> None:
    theme.set_text_percent(200)
    scene.window.resize(800, 560)
    item = scene.window.rail.item("guide")
    assert item.text() == ""
    assert item.accessibleName() == "Guide"
    assert "Guide" in item.toolTip()
    assert scene.window.rail.lock.accessibleName() == "Lock now"
    scene.window.resize(1900, 700)
    assert item.text() == "Guide"


def test_the_words_that_are_not_stored_can_be_shown(scene: Scene) -> None:
    scene.shelf.is_full = True
    scene.keeper.put(scene.entry)
    scene.window.banner.show_it.click()
    visited = scene.pages["journal"].visits[-1]
    assert (visited.item, visited.view["cursor"]) == (str(scene.entry.id), len(PRIVATE))


def test_control_q_asks_to_quit_but_not_through_the_cover(scene: Scene) -> None:
    scene.keys(Qt.Key.Key_Q, CONTROL)
    assert scene.quits == [True]
    scene.window.cover()
    scene.keys(Qt.Key.Key_Q, CONTROL)
    assert scene.quits == [True]


def test_escape_takes_the_toast_away_and_then_ends_focus_mode(scene: Scene) -> None:
    plain = Qt.KeyboardModifier.NoModifier
    scene.window.toggle_quiet()
    scene.window.show_toast(ToastMessage("Entry deleted.", "Undo", lambda: None))
    scene.keys(Qt.Key.Key_Escape, plain)
    assert scene.window._toast.isHidden()
    assert scene.pages["today"].is_quiet
    scene.keys(Qt.Key.Key_Escape, plain)
    assert not scene.pages["today"].is_quiet


def test_escape_leaves_help_after_the_toast_and_before_focus_mode(scene: Scene) -> None:
    plain = Qt.KeyboardModifier.NoModifier
    scene.window.go(Place("guide"))
    scene.window.toggle_quiet()
    scene.window.show_help()
    scene.window.show_toast(ToastMessage("Deleted.", "Undo", lambda: None))
    scene.keys(Qt.Key.Key_Escape, plain)
    assert scene.shown == "help"
    scene.keys(Qt.Key.Key_Escape, plain)
    assert scene.shown == "guide"
    assert scene.pages["guide"].is_quiet
    scene.keys(Qt.Key.Key_Escape, plain)
    assert not scene.pages["guide"].is_quiet


def test_an_offer_lies_over_its_own_page_alone_and_waits_there(scene: Scene) -> None:
    done: list[str] = []
    toast = scene.window._toast
    scene.window.go(Place("guide"))
    scene.window.show_toast(ToastMessage("Deleted.", "Undo", lambda: done.append("undone")))
    scene.window.go(Place("help"))
    assert toast.isHidden()
    scene.window.go(Place("people"))
    scene.window.go_back()
    assert toast.isHidden()
    scene.window.go_back()
    assert scene.shown == "guide"
    assert (toast.isHidden(), toast.sentence) == (False, "Deleted.")

    toast._action.click()
    scene.window.go(Place("help"))
    scene.window.go_back()

    assert done == ["undone"]
    assert toast.isHidden()


def test_an_offer_that_was_dismissed_or_is_over_does_not_come_back(scene: Scene) -> None:
    toast = scene.window._toast
    offer = ToastMessage("Deleted.", "Undo", lambda: None)
    scene.window.go(Place("guide"))
    scene.window.show_toast(offer)
    toast.dismiss()
    scene.window.go(Place("help"))
    scene.window.go_back()
    assert toast.isHidden()

    scene.window.show_toast(offer)
    scene.window.go(Place("help"))
    scene.pages["guide"].toast_over.emit(offer)
    scene.window.go_back()
    assert toast.isHidden()


def test_what_a_page_says_while_it_is_left_is_seen_on_the_next_one(
    scene: Scene, monkeypatch: pytest.MonkeyPatch
) -> None:
    offer = ToastMessage("Your words were not kept.", "Bring them back", lambda: None)
    scene.window.go(Place("guide"))
    monkeypatch.setattr(scene.pages["guide"], "settle", lambda: scene.window.show_toast(offer))

    scene.window.go(Place("help"))

    assert not scene.window._toast.isHidden()
    monkeypatch.undo()
    scene.window._toast.dismiss()
    scene.window.go_back()
    assert scene.window._toast.isHidden()


def test_an_offer_that_is_over_goes_and_another_stays(scene: Scene) -> None:
    first, second = (ToastMessage(words, "Undo", lambda: None) for words in ("Photo removed.", "Photo removed."))
    scene.window.show_toast(first)
    scene.pages["today"].toast_over.emit(second)
    assert not scene.window._toast.isHidden()
    scene.pages["today"].toast_over.emit(first)
    assert scene.window._toast.isHidden()


def test_the_key_of_undo_takes_no_offer_that_undoes_nothing(scene: Scene) -> None:
    done: list[str] = []
    scene.window.show_toast(ToastMessage("Restored.", "Show it", lambda: done.append("shown"), is_undo=False))
    scene.window.setFocus()
    scene.keys(Qt.Key.Key_Z, CONTROL)
    assert done == []
    scene.window.show_toast(ToastMessage("Entry deleted.", "Undo", lambda: done.append("undone")))
    scene.keys(Qt.Key.Key_Z, CONTROL)
    assert done == ["undone"]


def test_a_page_may_begin_focus_mode(scene: Scene) -> None:
    scene.pages["today"].quiet_requested.emit()
    assert scene.window.rail.isHidden()


def test_the_first_window_is_no_larger_than_the_screen(scene: Scene) -> None:
    assert FIRST_SIZE.width() > scene.window.screen().availableGeometry().width()  # else this shows nothing
    room = scene.window.screen().availableGeometry().size() - FRAME
    assert scene.window.size().boundedTo(room) == scene.window.size()
