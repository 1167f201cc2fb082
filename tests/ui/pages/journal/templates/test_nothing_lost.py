"""What is done to a page begun with a template is kept; a template nobody touched leaves no trace."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt

from tests.ui.pages.journal.conftest import Desk
from trustjournal.domain.entry import Entry
from trustjournal.domain.person import Role
from trustjournal.domain.template import Template
from trustjournal.ui.pages.journal.templates.page_part import PageTemplates

CTRL = Qt.KeyboardModifier.ControlModifier


def begin(desk: Desk, template: Template | None = None) -> Template:
    """A new sheet that begins with a template: the letter, where none is given."""
    part = desk.page.findChild(PageTemplates)
    assert part is not None
    desk.visit("new")
    chosen = template or part.presenter.state.find("unsent-letter")
    assert chosen is not None
    part.begin(chosen)
    desk.settle()
    return chosen


def leave(desk: Desk) -> None:
    """Go to an entry that was there before."""
    desk.visit(str(desk.write("Other", "o").id))


def begun(desk: Desk) -> Entry:
    """The one entry that is stored and is not the other."""
    (summary,) = [one for one in desk.journal.finding.newest(5) if one.title != "Other"]
    return desk.stored(summary.id)


CHOICES: dict[str, tuple[str, object]] = {
    "feelings": ("feelings_changed", ("relieved",)),
    "tags": ("tags_changed", ("letters",)),
    "is_starred": ("star_changed", True),
    "is_draft": ("draft_changed", True),
    "is_for_therapy": ("therapy_changed", True),
}
"""What can be said of an entry: the signal of the row that says it, and what it says."""


@pytest.mark.parametrize("said", CHOICES)
def test_what_is_said_of_an_untouched_template_is_kept(desk: Desk, said: str) -> None:
    template = begin(desk)
    signal, value = CHOICES[said]
    getattr(desk.page.sheet.head.meta, signal).emit(value)
    desk.settle()
    leave(desk)
    assert getattr(begun(desk), said) == value
    assert begun(desk).text == template.text


def test_a_person_linked_to_an_untouched_template_is_kept(desk: Desk) -> None:
    person = desk.journal.people.add("Robin", Role.OTHER)
    begin(desk)
    desk.page.sheet.head.meta.people_changed.emit((person.id,))
    desk.settle()
    leave(desk)
    assert begun(desk).people == (person.id,)


def test_deleting_an_untouched_template_leaves_no_trace_either(desk: Desk) -> None:
    begin(desk)
    desk.page.delete()
    desk.settle()
    for toast in desk.toasts:
        if toast.on_action is not None:
            toast.on_action()
    desk.settle()
    assert desk.journal.finding.count() == 0


def test_a_page_begun_with_a_template_and_written_on_comes_back_after_it_was_deleted(desk: Desk) -> None:
    begin(desk)
    desk.type("me")
    desk.page.delete()
    desk.settle()
    (toast,) = desk.toasts
    assert toast.on_action is not None
    toast.on_action()
    desk.settle()
    assert "\n\nDear me\n" in desk.page.sheet.text.text()
    leave(desk)
    assert desk.journal.finding.count() == 2


def test_words_that_were_stored_and_taken_out_again_leave_the_entry(desk: Desk) -> None:
    template = begin(desk)
    desk.type("x")
    desk.pause()
    desk.press(Qt.Key.Key_Backspace)
    leave(desk)
    assert desk.journal.finding.count() == 2
    assert begun(desk).text == template.text


def test_words_typed_right_before_another_template_are_kept(desk: Desk) -> None:
    template = begin(desk)
    desk.type("me")
    begin(desk, Template("Evening", "Tonight", "## One\n\n"))
    desk.settle()
    (kept,) = desk.journal.finding.newest(5)
    assert desk.stored(kept.id).text == template.text.replace("Dear ", "Dear me")


def test_a_refused_save_loses_no_word_of_a_page_begun_with_a_template(desk: Desk) -> None:
    begin(desk)
    desk.refusal.append(OSError("the disk is full"))
    desk.type("me")
    desk.pause()
    assert desk.journal.finding.count() == 0
    desk.refusal.clear()
    desk.type(",")
    desk.pause()
    (kept,) = desk.journal.finding.newest(5)
    assert "Dear me," in desk.stored(kept.id).text


def test_a_template_taken_back_and_put_again_is_still_nobodys_words(desk: Desk) -> None:
    template = begin(desk)
    desk.press(Qt.Key.Key_Z, CTRL)
    desk.press(Qt.Key.Key_Z, CTRL | Qt.KeyboardModifier.ShiftModifier)
    assert desk.page.sheet.text.text() == template.text
    leave(desk)
    assert desk.journal.finding.count() == 1
