"""An entry begins with a template: nothing is stored that nobody wrote, and it can be taken back in one step."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu

from tests.ui.pages.journal.conftest import Desk
from trustjournal.domain.place import Place
from trustjournal.domain.template import Template
from trustjournal.ui.pages.journal.templates.page_part import PageTemplates

CTRL = Qt.KeyboardModifier.ControlModifier
CTRL_SHIFT = CTRL | Qt.KeyboardModifier.ShiftModifier


@pytest.fixture
def desk(make_desk: Callable[[], Desk]) -> Desk:
    """A page that goes where it wishes to go, as it does in the window."""
    desk = make_desk()
    desk.page.go_requested.connect(lambda place: go(desk, place))
    return desk


def go(desk: Desk, place: Place) -> None:
    """As the window does."""
    desk.page.settle()
    desk.page.visit(place)
    desk.settle()


def part(desk: Desk) -> PageTemplates:
    """The part of the page these tests are about."""
    found = desk.page.findChild(PageTemplates)
    assert found is not None
    return found


def shipped(desk: Desk, slug: str) -> Template:
    """One of the templates of the program."""
    template = part(desk).presenter.state.find(slug)
    assert template is not None
    return template


def begin(desk: Desk, slug: str = "unsent-letter") -> Template:
    """A new sheet that begins with one of the templates of the program."""
    desk.visit("new")
    template = shipped(desk, slug)
    part(desk).begin(template)
    desk.settle()
    return template


def offered(desk: Desk) -> list[str]:
    """The names in the row on a blank sheet; none while it is hidden."""
    row = part(desk).row
    return [button.text() for button in row.buttons] if row.isVisible() else []


def menu() -> QMenu:
    """The menu that is open."""
    found = QApplication.activePopupWidget()
    assert isinstance(found, QMenu)
    return found


# The row on a blank sheet -------------------------------------------------------------------------


def test_a_blank_sheet_offers_templates_until_the_first_letter(desk: Desk) -> None:
    desk.visit("new")
    assert offered(desk) == [
        "Fact · story · feeling · other reading",
        "Gratitude without duty",
        "Unsent letter",
        "Weekly review",
    ]
    top = desk.page.sheet.text.y()
    desk.type("a")
    assert offered(desk) == []
    assert desk.page.sheet.text.y() == top  # nothing moved
    desk.press(Qt.Key.Key_Backspace)
    assert len(offered(desk)) == 4


def test_a_title_is_a_beginning_too(desk: Desk) -> None:
    desk.visit("new")
    QTest.keyClicks(desk.page.sheet.head.title, "T")
    assert offered(desk) == []


def test_no_templates_are_offered_where_something_is_written_or_a_prompt_began_it(desk: Desk) -> None:
    entry = desk.write("", "words")
    desk.visit(str(entry.id))
    assert offered(desk) == []
    served = desk.journal.prompting.serve(desk.journal.guide.prompts[0])
    desk.visit("new", served=str(served.id))
    assert offered(desk) == []


def test_the_row_is_reached_from_the_text_and_chosen_from_by_keyboard_alone(desk: Desk) -> None:
    desk.visit("new")
    assert desk.page.sheet.text.hasFocus()
    desk.press(Qt.Key.Key_Backtab, Qt.KeyboardModifier.ShiftModifier)
    assert desk.page.focusWidget() is part(desk).row.more
    desk.press(Qt.Key.Key_Backtab, Qt.KeyboardModifier.ShiftModifier)
    chosen = desk.page.focusWidget()
    assert chosen is not None
    assert chosen.accessibleName() == "Begin with: Weekly review"
    desk.press(Qt.Key.Key_Tab)
    desk.press(Qt.Key.Key_Tab)
    assert desk.page.sheet.text.hasFocus()
    assert desk.page.sheet.text.text() == ""
    chosen.setFocus()
    desk.press(Qt.Key.Key_Return)
    assert desk.page.sheet.text.text() == shipped(desk, "weekly-review").text
    assert desk.page.sheet.text.hasFocus()


def test_the_first_own_templates_are_offered_before_those_of_the_program(desk: Desk) -> None:
    for name in ("Evening", "R&D", "x" * 100, "Zoo"):
        desk.journal.templates.save(Template(name, "", "text"))
    desk.visit("new")
    assert offered(desk)[:4] == ["Evening", "R&&D", "x" * 39 + "…", "Fact · story · feeling · other reading"]


# What becomes of the words ------------------------------------------------------------------------


def test_the_caret_stands_where_the_first_words_belong(desk: Desk) -> None:
    begin(desk)
    assert desk.page.sheet.text.hasFocus()
    desk.type("me,")
    assert "\n\nDear me,\n\n" in desk.page.sheet.text.text()


def test_a_template_nobody_wrote_into_leaves_no_trace(desk: Desk) -> None:
    begin(desk)
    desk.page.settle()
    desk.settle()
    assert desk.journal.finding.count() == 0
    assert "Sav" not in desk.status
    other = desk.write("Other", "o")
    desk.visit(str(other.id))
    assert desk.journal.finding.count() == 1


def test_one_letter_more_is_kept_with_all_of_the_template(desk: Desk) -> None:
    template = begin(desk)
    desk.type("x")
    desk.pause()
    (summary,) = desk.journal.finding.newest(5)
    assert desk.stored(summary.id).text == template.text.replace("Dear ", "Dear x")


def test_a_template_is_taken_back_in_one_step_with_its_title(desk: Desk) -> None:
    desk.visit("new")
    own = desk.journal.templates.save(Template("Evening", "Tonight", "## One\n\n## Two\n"))
    part(desk).begin(own)
    assert desk.page.sheet.head.title.text() == "Tonight"
    desk.press(Qt.Key.Key_Z, CTRL)
    assert desk.page.sheet.text.text() == ""
    assert len(offered(desk)) >= 4
    desk.page.settle()
    desk.settle()
    assert desk.journal.finding.count() == 0
    part(desk).begin(shipped(desk, "weekly-review"))
    assert desk.page.sheet.head.title.text() == ""


def test_a_title_written_over_that_of_the_template_is_kept(desk: Desk) -> None:
    desk.visit("new")
    part(desk).begin(desk.journal.templates.save(Template("Evening", "Tonight", "text")))
    desk.page.sheet.head.title.end(False)  # noqa: FBT003
    QTest.keyClicks(desk.page.sheet.head.title, ", late")
    desk.pause()
    assert [summary.title for summary in desk.journal.finding.newest(5)] == ["Tonight, late"]


def test_an_untouched_template_is_there_again_after_going_elsewhere(desk: Desk, make_desk: Callable[[], Desk]) -> None:
    template = begin(desk)
    desk.page.settle()
    place = desk.page.place()
    assert place.item == "new"
    after_unlock = make_desk()
    go(after_unlock, place)
    assert after_unlock.page.sheet.text.text() == template.text
    after_unlock.visit("new")
    assert after_unlock.page.sheet.text.text() == ""


def test_an_untouched_own_template_is_there_again_too(desk: Desk, make_desk: Callable[[], Desk]) -> None:
    own = desk.journal.templates.save(Template("Evening", "Tonight", "## One\n\n"))
    desk.visit("new")
    part(desk).begin(own)
    desk.page.settle()
    after_unlock = make_desk()
    go(after_unlock, desk.page.place())
    assert after_unlock.page.sheet.text.text() == own.text
    assert after_unlock.page.sheet.head.title.text() == "Tonight"


# The menu for new entries -------------------------------------------------------------------------


def test_a_new_entry_begins_with_a_template_by_keys_alone(desk: Desk) -> None:
    desk.journal.templates.save(Template("Evening", "", "## Tonight\n\n"))
    entry = desk.write("Old", "o")
    desk.visit(str(entry.id))
    desk.press(Qt.Key.Key_N, CTRL_SHIFT)
    names = [action.text() for action in menu().actions() if not action.isSeparator()]
    assert names[0] == "Blank page"
    assert names[-2:] == ["Evening", "Templates…"]
    for key in (*[Qt.Key.Key_Down] * names.index("Evening"), Qt.Key.Key_Return):
        QTest.keyClick(menu(), key)
    desk.settle()
    assert desk.page.sheet.text.text() == "## Tonight\n\n"
    desk.type("x")
    desk.pause()
    assert desk.journal.finding.count() == 2


def test_the_arrow_beside_new_entry_opens_the_same_menu_and_blank_is_blank(desk: Desk) -> None:
    entry = desk.write("Old", "o")
    desk.visit(str(entry.id))
    QTest.mouseClick(part(desk).button, Qt.MouseButton.LeftButton)
    QTest.keyClick(menu(), Qt.Key.Key_Return)
    desk.settle()
    assert desk.page.place().item == "new"
    assert desk.page.sheet.text.text() == ""


def test_a_template_chosen_before_another_entry_came_up_is_forgotten(desk: Desk) -> None:
    entry = desk.write("Old", "o")
    desk.visit(str(entry.id))
    desk.page.visit(Place("journal", "new", {"template": "weekly-review"}))
    desk.page.open_entry(desk.write("Other", "o").id)
    desk.settle()
    desk.visit("new")
    assert desk.page.sheet.text.text() == ""
