"""What every widget owes: a name, a target large enough, the keyboard, room for large text, both directions."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import QDate, QEvent, QLocale, QPoint, Qt, QTime, QTimer
from PySide6.QtGui import QAccessible, QHelpEvent, QPalette
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QHBoxLayout, QLabel, QMenu, QPushButton, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from trustjournal.ui.kit.button import Button, ButtonKind, IconButton
from trustjournal.ui.kit.card import Card
from trustjournal.ui.kit.chip import Chip
from trustjournal.ui.kit.date_edit import DateEdit, TimeEdit, display_format
from trustjournal.ui.kit.elided_label import ElidedLabel
from trustjournal.ui.kit.empty_state import EmptyState
from trustjournal.ui.kit.flow_layout import FlowLayout
from trustjournal.ui.kit.icons import Icons
from trustjournal.ui.kit.labels import PageTitle, PlainLabel, ReadingLabel
from trustjournal.ui.kit.line_edit import LineEdit
from trustjournal.ui.kit.link_card import LinkCard
from trustjournal.ui.kit.nav_item import NavItem
from trustjournal.ui.kit.notice import Notice
from trustjournal.ui.kit.passphrase_edit import PassphraseEdit
from trustjournal.ui.kit.scroll_column import ScrollColumn
from trustjournal.ui.kit.segmented import NOTHING, Segmented
from trustjournal.ui.kit.theme import Theme
from trustjournal.ui.kit.wrapped_check import WrappedCheck

MAKERS: dict[str, Callable[[Icons], QWidget]] = {
    "primary": lambda icons: Button("Unlock", "primary"),
    "plain": lambda icons: Button("Another"),
    "quiet": lambda icons: Button("Skip", "quiet"),
    "flush": lambda icons: Button("Use lists", "quiet", flush=True),
    "danger": lambda icons: Button("Delete", "danger"),
    "with icon": lambda icons: Button("Lock now", icon=icons.icon("lock")),
    "with keys": lambda icons: Button("New entry", "primary", hint="Ctrl+N"),
    "icon button": lambda icons: IconButton(icons.icon("more"), "More"),
    "nav item": lambda icons: NavItem("Today", icons.icon("today"), "1"),
    "chip to click": lambda icons: Chip("Tag", clickable=True),
    "chip that leads somewhere": lambda icons: Chip("Part 4", "trust", clickable=True),
    "chip to check": lambda icons: Chip("calm", "mood", checkable=True),
    "chip to remove": lambda icons: Chip("Alex", "trust", removable=True),
    "segmented": lambda icons: Segmented([("m", "Month"), ("y", "Year")], label="Span"),
    "field": lambda icons: LineEdit("Search", icon=icons.icon("search")),
    "passphrase": lambda icons: PassphraseEdit(icons, "Passphrase"),
    "day": lambda icons: DateEdit(QDate(2026, 11, 23), label="Day"),
    "tick": lambda icons: WrappedCheck("Also when the window is minimised"),
    "time": lambda icons: TimeEdit(QTime(9, 30), label="Time"),
}
ALL = pytest.mark.parametrize("make", MAKERS.values(), ids=MAKERS)


def shown(qtbot: QtBot, widget: QWidget, width: int = 0) -> QWidget:
    """Show a widget on a page, at the size it asks for."""
    page = QWidget()
    column = QVBoxLayout(page)
    column.addWidget(widget)
    column.addStretch(1)
    qtbot.addWidget(page, before_close_func=lambda _widget: page.hide())  # which also keeps the page alive till then
    if width:
        page.resize(width, 400)
    page.show()
    page.activateWindow()
    return page


def target_of(widget: QWidget) -> QWidget:
    """The part of a widget that takes the keyboard."""
    return widget.focusProxy() or widget


@ALL
@pytest.mark.parametrize("percent", [100, 200])
def test_everything_that_is_clicked_is_large_enough(
    qtbot: QtBot, theme: Theme, icons: Icons, make: Callable[[Icons], QWidget], percent: int
) -> None:
    theme.set_text_percent(percent)
    widget = make(icons)
    shown(qtbot, widget)
    assert widget.height() >= 32 * percent / 100 - (2 if percent > 100 else 0)  # edges of one pixel do not grow


@ALL
def test_text_made_larger_while_it_is_shown_makes_room_for_itself(
    qtbot: QtBot, theme: Theme, icons: Icons, make: Callable[[Icons], QWidget]
) -> None:
    widget = make(icons)
    page = shown(qtbot, widget)
    before = widget.sizeHint()
    theme.set_text_percent(200)
    qtbot.waitUntil(lambda: widget.sizeHint().height() >= 1.8 * before.height())
    page.adjustSize()
    assert widget.height() >= widget.minimumSizeHint().height() - 4  # Qt counts a spin box a little taller


@ALL
def test_everything_that_is_clicked_has_a_name_and_takes_the_keyboard(
    qtbot: QtBot, theme: Theme, icons: Icons, make: Callable[[Icons], QWidget]
) -> None:
    widget = make(icons)
    shown(qtbot, widget)
    target = target_of(widget)
    interface = QAccessible.queryAccessibleInterface(target)
    assert interface.text(QAccessible.Text.Name)
    assert target.focusPolicy() & Qt.FocusPolicy.TabFocus


@ALL
def test_the_focus_can_be_seen_and_moves_nothing(
    qtbot: QtBot, theme: Theme, icons: Icons, make: Callable[[Icons], QWidget]
) -> None:
    widget = make(icons)
    other = QPushButton("other")
    page = QWidget()
    row = QHBoxLayout(page)
    row.addWidget(other)
    row.addWidget(widget)
    qtbot.addWidget(page)
    page.show()
    page.activateWindow()
    qtbot.waitUntil(lambda: page.isActiveWindow())
    other.setFocus()
    size, calm = widget.sizeHint(), widget.grab().toImage()
    target_of(widget).setFocus(Qt.FocusReason.TabFocusReason)
    assert widget.grab().toImage() != calm
    assert widget.sizeHint() == size


@ALL
def test_everything_looks_different_in_the_dark(
    qtbot: QtBot, theme: Theme, icons: Icons, make: Callable[[Icons], QWidget]
) -> None:
    widget = make(icons)
    shown(qtbot, widget)
    light = widget.grab().toImage()
    theme.set_choice("dark")
    assert widget.grab().toImage() != light


def test_a_button_keeps_its_keys_out_of_its_name_and_makes_room_for_them(qtbot: QtBot, theme: Theme) -> None:
    bare, hinted = Button("New entry", "primary"), Button("New entry", "primary", hint="Ctrl+N")
    for button in (bare, hinted):
        shown(qtbot, button)
    assert hinted.sizeHint().width() > bare.sizeHint().width() + 30
    assert QAccessible.queryAccessibleInterface(hinted).text(QAccessible.Text.Name) == "New entry"


def test_a_chip_that_is_only_read_takes_no_focus_and_is_no_button(qtbot: QtBot, theme: Theme) -> None:
    chip = Chip("Medium")
    shown(qtbot, chip)
    assert chip.focusPolicy() == Qt.FocusPolicy.NoFocus
    assert not chip.findChildren(QPushButton)


def _colours(widget: QWidget) -> set[str]:
    """Every colour of a widget as it is painted at rest."""
    image = widget.grab().toImage()
    return {image.pixelColor(x, y).name().upper() for x in range(image.width()) for y in range(image.height())}


def test_a_chip_that_leads_somewhere_is_filled_with_its_colour_and_one_to_check_is_not(
    qtbot: QtBot, theme: Theme
) -> None:
    leads = Chip("Part 4", "trust", clickable=True)
    to_check = Chip("Part 4", "trust", checkable=True)
    shown(qtbot, leads)
    shown(qtbot, to_check)

    assert {theme.palette.trust_wash, theme.palette.ink} <= _colours(leads)
    assert theme.palette.border not in _colours(leads)
    assert theme.palette.trust_wash not in _colours(to_check)
    assert theme.palette.border in _colours(to_check)


def test_a_chip_has_the_place_it_is_given_in_the_order_of_the_keyboard(qtbot: QtBot, theme: Theme) -> None:
    page = QWidget()
    row = QHBoxLayout(page)
    before, after, chip = QPushButton("before"), QPushButton("after"), Chip("calm", "mood", checkable=True)
    for widget in (before, after, chip):
        row.addWidget(widget)
    QWidget.setTabOrder(before, chip)
    QWidget.setTabOrder(chip, after)
    qtbot.addWidget(page)
    page.show()
    page.activateWindow()
    qtbot.waitUntil(page.isActiveWindow)
    before.setFocus()

    passed = []
    for _ in range(4):
        here = QApplication.focusWidget()
        assert isinstance(here, QPushButton)
        passed.append(here.text())
        QTest.keyClick(here, Qt.Key.Key_Tab)

    assert passed == ["before", "calm", "after", "before"]


def test_a_chip_that_is_only_read_has_a_quieter_edge_than_a_control(qtbot: QtBot, theme: Theme) -> None:
    chip = Chip("Medium")
    shown(qtbot, chip)

    assert theme.palette.line in _colours(chip)
    assert theme.palette.border not in _colours(chip)


def test_a_flush_button_begins_where_other_words_begin(qtbot: QtBot, theme: Theme) -> None:
    label, button = QLabel("HHH"), Button("HHH", "quiet", flush=True)
    shown(qtbot, label)
    shown(qtbot, button)

    def first_ink(widget: QWidget) -> int:
        image = widget.grab().toImage()
        ground = image.pixelColor(0, 0)
        return next(
            x for x in range(image.width()) if any(image.pixelColor(x, y) != ground for y in range(image.height()))
        )

    assert abs(first_ink(button) - first_ink(label)) <= 3


def test_the_name_of_a_page_is_bold(qtbot: QtBot, theme: Theme) -> None:
    title = PageTitle("Today")
    shown(qtbot, title)

    assert title.font().weight() == 700


def test_a_line_that_gives_way_ends_in_dots_and_says_all_of_it_when_pointed_at(qtbot: QtBot, theme: Theme) -> None:
    label = ElidedLabel("A name of many, many letters", fewest=4)
    page = shown(qtbot, label, 400)
    whole = label.width()
    assert whole == label.sizeHint().width()
    QApplication.sendEvent(label, _pointed_at())
    assert label.toolTip() == ""
    in_full = label.grab().toImage()

    page.resize(90, 400)
    QApplication.processEvents()

    assert label.width() < whole
    assert label.text() == "A name of many, many letters"
    assert label.grab().toImage() != in_full.copy(label.rect())
    QApplication.sendEvent(label, _pointed_at())
    assert label.toolTip() == label.text()


def _pointed_at() -> QHelpEvent:
    return QHelpEvent(QEvent.Type.ToolTip, QPoint(2, 2), QPoint(2, 2))


def test_a_checkable_chip_says_when_it_is_switched(qtbot: QtBot, theme: Theme) -> None:
    chip = Chip("calm", "mood", checkable=True)
    shown(qtbot, chip)
    heard: list[bool] = []
    chip.toggled.connect(heard.append)
    QTest.mouseClick(target_of(chip), Qt.MouseButton.LeftButton)
    QTest.keyClick(target_of(chip), Qt.Key.Key_Return)
    assert heard == [True, False]
    chip.set_checked(True)
    assert chip.is_checked()


def test_the_whole_height_of_a_chip_is_its_target_not_only_the_pill(qtbot: QtBot, theme: Theme) -> None:
    chip = Chip("Tag", clickable=True)
    shown(qtbot, chip)
    with qtbot.waitSignal(chip.clicked):
        QTest.mouseClick(target_of(chip), Qt.MouseButton.LeftButton, pos=QPoint(chip.width() // 2, 1))


@pytest.mark.parametrize("key", [Qt.Key.Key_Delete, Qt.Key.Key_Backspace, Qt.Key.Key_Return, Qt.Key.Key_Space])
def test_a_removable_chip_can_be_taken_away_by_key(qtbot: QtBot, theme: Theme, key: Qt.Key) -> None:
    chip = Chip("Alex", removable=True)
    shown(qtbot, chip)
    with qtbot.waitSignal(chip.removed):
        QTest.keyClick(target_of(chip), key)


def test_a_removable_chip_says_what_it_does(qtbot: QtBot, theme: Theme) -> None:
    chip = Chip("Alex & Sam", removable=True)
    shown(qtbot, chip)
    button = chip.findChild(QPushButton)
    assert isinstance(button, QPushButton)
    assert button.accessibleName() == "Remove Alex & Sam"
    assert "&&" in button.text()
    assert chip.text() == "Alex & Sam"


@pytest.mark.parametrize("direction", [Qt.LayoutDirection.LeftToRight, Qt.LayoutDirection.RightToLeft])
def test_a_flow_begins_at_the_side_reading_begins_and_wraps(
    qtbot: QtBot, theme: Theme, direction: Qt.LayoutDirection
) -> None:
    page = QWidget()
    page.setLayoutDirection(direction)
    flow = FlowLayout(page, gap=10)
    labels = [QLabel("x") for _ in range(5)]
    for label in labels:
        label.setFixedSize(80, 20)
        flow.addWidget(label)
    qtbot.addWidget(page)
    page.resize(270, 100)
    page.show()
    xs = [label.x() for label in labels]
    expected = [0, 90, 180, 0, 90]
    if direction == Qt.LayoutDirection.RightToLeft:
        expected = [270 - 80 - x for x in expected]
    assert xs == expected
    assert [label.y() for label in labels] == [0, 0, 0, 30, 30]
    assert flow.heightForWidth(270) == 50
    assert flow.heightForWidth(1000) == 20


def test_a_flow_narrower_than_an_item_squeezes_it_to_its_minimum(qtbot: QtBot, theme: Theme) -> None:
    page = QWidget()
    flow = FlowLayout(page)
    label = PlainLabel("a long line that could be broken into many", wrap=True)
    flow.addWidget(label)
    assert flow.minimumSize().width() < label.sizeHint().width()
    qtbot.addWidget(page)
    page.resize(flow.minimumSize().width(), 200)
    page.show()
    assert label.width() <= page.width()


def test_clearing_a_flow_leaves_nothing(qtbot: QtBot, theme: Theme) -> None:
    page = QWidget()
    flow = FlowLayout(page)
    for _ in range(3):
        flow.addWidget(QLabel("x"))
    qtbot.addWidget(page)
    flow.clear()
    assert flow.count() == 0
    assert flow.itemAt(0) is None


def test_words_are_never_taken_for_markup(qtbot: QtBot, theme: Theme) -> None:
    text = "<b>bold?</b> & <img src='x'>"
    plain, reading = PlainLabel(text), ReadingLabel(text)
    assert plain.textFormat() == Qt.TextFormat.PlainText
    assert "<b>" not in reading.text()
    assert QAccessible.queryAccessibleInterface(reading).text(QAccessible.Text.Name) == text


def test_lines_to_read_stand_as_far_apart_as_their_letters_are_large(qtbot: QtBot, theme: Theme) -> None:
    for percent in (100, 200):
        theme.set_text_percent(percent)
        one, ten = ReadingLabel("x"), ReadingLabel("x\n" * 9 + "x")
        for label in (one, ten):
            shown(qtbot, label, 600)
        pitch = (ten.heightForWidth(500) - one.heightForWidth(500)) / 9
        assert pitch == pytest.approx(16 * percent / 100 * 1.65, rel=0.05)


def test_a_card_names_itself_after_its_title(qtbot: QtBot, theme: Theme) -> None:
    card = Card("Due")
    shown(qtbot, card)
    assert card.accessibleName() == "Due"
    bare = Card()
    shown(qtbot, bare)
    bare.set_title("Later")
    assert bare.accessibleName() == "Later"


def test_a_card_keeps_its_content_off_its_edge(qtbot: QtBot, theme: Theme) -> None:
    card = Card()
    child = QLabel("x")
    card.body.addWidget(child)
    shown(qtbot, card)
    assert child.mapTo(card, QPoint(0, 0)).x() >= 20


def test_a_column_is_centred_and_not_wider_than_is_good_to_read(qtbot: QtBot, theme: Theme) -> None:
    column = ScrollColumn(600)
    child = QLabel("x")
    column.body.addWidget(child)
    column.resize(1200, 400)
    qtbot.addWidget(column)
    column.show()
    assert child.width() == 600
    left = child.mapTo(column, QPoint(0, 0)).x()
    assert left == pytest.approx(300, abs=8)
    column.resize(400, 400)
    assert child.width() < 400
    theme.set_text_percent(200)
    column.resize(2000, 400)
    qtbot.waitUntil(lambda: child.width() == 1200)


def test_a_chip_that_leads_somewhere_gives_way_and_says_the_rest(qtbot: QtBot, theme: Theme) -> None:
    name = "Part 12 · A title that takes more room than there is"
    chip, word = Chip(name, "trust", clickable=True), Chip(name, checkable=True)
    for one in (chip, word):
        qtbot.addWidget(one)
        one.show()
    assert chip.minimumSizeHint().width() < chip.sizeHint().width() / 2
    assert word.minimumSizeHint().width() == word.sizeHint().width()
    (face,) = chip.findChildren(QPushButton)
    assert face.toolTip() == ""
    whole = face.grab().toImage()
    chip.resize(chip.sizeHint().width() // 2, chip.height())
    assert face.toolTip() == name
    assert face.accessibleName() == name
    assert face.grab().toImage() != whole.copy(face.rect()), "the words are cut off instead of ending in “…”"


def test_a_column_whose_words_fit_has_nothing_to_scroll(qtbot: QtBot, theme: Theme) -> None:
    column = ScrollColumn(600)
    for _ in range(6):
        column.body.addWidget(ReadingLabel("Words in one line on a wide page, in many on a narrow one."))
    column.body.addStretch(1)
    qtbot.addWidget(column)
    column.resize(700, 420)
    column.show()
    QApplication.processEvents()

    assert column.verticalScrollBar().maximum() == 0
    column.resize(260, 420)
    QApplication.processEvents()
    assert column.verticalScrollBar().maximum() > 0


def test_an_empty_page_offers_the_first_step(qtbot: QtBot, theme: Theme) -> None:
    empty = EmptyState("Your first check-in starts the line.", "Check in")
    shown(qtbot, empty)
    with qtbot.waitSignal(empty.action_requested):
        QTest.mouseClick(empty.action, Qt.MouseButton.LeftButton)
    assert EmptyState("Nothing to do here.").action.isHidden()


def test_a_choice_of_few_answers_to_arrows_round_and_round(qtbot: QtBot, theme: Theme) -> None:
    choice = Segmented([("m", "Month"), ("y", "Year"), ("a", "All")], value="y", label="Span")
    shown(qtbot, choice)
    heard: list[str] = []
    choice.value_changed.connect(heard.append)
    for key in (Qt.Key.Key_Right, Qt.Key.Key_Right, Qt.Key.Key_Left):
        QTest.keyClick(target_of(choice), key)
    assert heard == ["a", "m", "a"]
    buttons = choice.findChildren(QPushButton)
    assert [button.isChecked() for button in buttons] == [False, False, True]
    QTest.mouseClick(buttons[1], Qt.MouseButton.LeftButton)
    assert choice.value == "y"
    QTest.mouseClick(buttons[1], Qt.MouseButton.LeftButton)
    assert buttons[1].isChecked()
    assert heard == ["a", "m", "a", "y"]
    with pytest.raises(ValueError):
        choice.set_value("nothing")


def test_while_nothing_is_chosen_the_keyboard_comes_to_the_first(qtbot: QtBot, theme: Theme) -> None:
    choice = Segmented([("n", "No"), ("m", "Maybe"), ("y", "Yes")], value=NOTHING, label="Seen")
    shown(qtbot, choice)
    buttons = choice.findChildren(QPushButton)
    assert not any(button.isChecked() for button in buttons)
    assert target_of(choice) is buttons[0]
    assert buttons[0].focusPolicy() is Qt.FocusPolicy.StrongFocus
    QTest.keyClick(buttons[0], Qt.Key.Key_Space)
    assert choice.value == "n"
    choice.set_value(NOTHING)
    assert not any(button.isChecked() for button in buttons)


def test_arrows_follow_the_eye_from_right_to_left(qtbot: QtBot, theme: Theme) -> None:
    choice = Segmented([("m", "Month"), ("y", "Year"), ("a", "All")], label="Span")
    choice.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    shown(qtbot, choice)
    QTest.keyClick(target_of(choice), Qt.Key.Key_Left)
    assert choice.value == "y"


def test_a_notice_is_there_only_while_it_has_something_to_say(qtbot: QtBot, theme: Theme) -> None:
    notice = Notice()
    shown(qtbot, notice)
    assert notice.isHidden()
    notice.say("The two do not match yet.")
    assert not notice.isHidden()
    assert notice.text() == "The two do not match yet."
    notice.say("")
    assert notice.isHidden()


def test_a_field_can_be_marked_as_the_one_to_look_at(qtbot: QtBot, theme: Theme) -> None:
    field = LineEdit("Name")
    shown(qtbot, field)
    calm = field.grab().toImage()
    field.set_problem(True)
    assert field.grab().toImage() != calm
    field.set_problem(False)
    assert field.grab().toImage() == calm


def test_a_hint_in_a_field_is_as_readable_as_soft_ink(qtbot: QtBot, theme: Theme) -> None:
    field = LineEdit("Search")
    shown(qtbot, field)
    assert field.palette().color(QPalette.ColorRole.PlaceholderText).name().upper() == theme.palette.ink_soft


def test_input_methods_learn_nothing_from_any_field(qtbot: QtBot) -> None:
    field = LineEdit()
    qtbot.addWidget(field)
    assert field.inputMethodHints() & Qt.InputMethodHint.ImhSensitiveData
    assert field.inputMethodHints() & Qt.InputMethodHint.ImhNoPredictiveText


PRESSED: dict[str, Callable[[Icons, Theme], Button | IconButton | NavItem | LinkCard | Chip]] = {
    "button": lambda icons, theme: Button("Unlock", "primary"),
    "icon button": lambda icons, theme: IconButton(icons.icon("more"), "More"),
    "nav item": lambda icons, theme: NavItem("Today", icons.icon("today"), "1"),
    "link card": lambda icons, theme: LinkCard("Part", "Words", theme),
    "chip to check": lambda icons, theme: Chip("calm", "mood", checkable=True),
}


@pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space])
@pytest.mark.parametrize("make", PRESSED.values(), ids=PRESSED)
def test_enter_presses_what_has_the_keyboard_as_space_does(
    qtbot: QtBot,
    theme: Theme,
    icons: Icons,
    make: Callable[[Icons, Theme], Button | IconButton | NavItem | LinkCard | Chip],
    key: Qt.Key,
) -> None:
    widget = make(icons, theme)
    presses: list[bool] = []
    widget.clicked.connect(lambda: presses.append(True))
    shown(qtbot, widget)
    QTest.keyClick(target_of(widget), key)
    assert presses == [True]


def test_enter_opens_the_menu_of_a_button_that_has_one(qtbot: QtBot, icons: Icons) -> None:
    button = IconButton(icons.icon("more"), "More")
    menu = QMenu(button)
    menu.addAction("Delete")
    opened: list[bool] = []

    def close_it() -> None:
        opened.append(True)
        menu.close()

    menu.aboutToShow.connect(lambda: QTimer.singleShot(0, close_it))
    button.setMenu(menu)
    button.setPopupMode(button.ToolButtonPopupMode.InstantPopup)
    shown(qtbot, button)
    QTest.keyClick(button, Qt.Key.Key_Return)
    assert opened == [True]


@pytest.mark.parametrize("kind", ["plain", "quiet", "primary"])
def test_a_button_with_the_keyboard_has_one_ring(qtbot: QtBot, theme: Theme, kind: ButtonKind) -> None:
    button = Button("Lock now", kind)
    page = shown(qtbot, button)
    qtbot.waitUntil(page.isActiveWindow)
    page.setAttribute(Qt.WidgetAttribute.WA_KeyboardFocusChange)  # Tab was pressed: the style has a ring of its own
    button.setFocus(Qt.FocusReason.TabFocusReason)
    with_ring = button.grab().toImage()
    button.setStyleSheet("Button { outline: 1px solid transparent; }")
    assert button.grab().toImage() == with_ring


@pytest.mark.parametrize(
    ("name", "written"),
    [("C", "2026-11-03"), ("en_US", "11/3/2026"), ("en_GB", "03/11/2026"), ("de_DE", "03.11.2026")],
)
def test_a_day_is_written_in_the_order_of_the_language_with_signs_between(name: str, written: str) -> None:
    locale = QLocale(name)
    assert locale.toString(QDate(2026, 11, 3), display_format(locale)) == written
