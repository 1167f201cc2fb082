"""After a deep prompt: a few lines in, a small strip under what was written, and never in the way."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel

from tests.ui.pages.journal.conftest import Desk
from trustjournal.domain.place import Place
from trustjournal.domain.prompt import Intensity
from trustjournal.ui.pages.journal.landing.presenter import FROM_WORDS
from trustjournal.ui.pages.journal.landing.strip import LandingStrip

LINES = "a " * FROM_WORDS


def strip(desk: Desk) -> LandingStrip:
    (found,) = desk.page.findChildren(LandingStrip)
    return found


def words(desk: Desk) -> str:
    return "\n".join(label.text() for label in strip(desk).findChildren(QLabel))


def begin(desk: Desk, intensity: Intensity) -> str:
    """A new entry from a prompt of that intensity; returns how the prompt is closed."""
    prompt = next(one for one in desk.journal.guide.prompts if one.intensity is intensity)
    desk.visit("new", served=str(desk.journal.prompting.serve(prompt).id))
    return prompt.close_step or ""


def test_it_comes_after_a_few_lines_to_a_deep_prompt_and_says_no_step_twice(desk: Desk) -> None:
    step = begin(desk, Intensity.DEEP)
    assert step
    desk.type("a " * (FROM_WORDS - 1))
    desk.pause()
    assert strip(desk).isHidden()
    desk.type("a")
    assert strip(desk).isHidden()  # not while somebody writes
    desk.pause()
    assert not strip(desk).isHidden()
    assert step not in words(desk)
    assert "under the prompt" in words(desk)
    assert step in desk.page.sheet.head.quote.closing()
    assert desk.page.sheet.text.hasFocus()


def test_it_does_not_go_again_while_words_are_taken_out(desk: Desk) -> None:
    begin(desk, Intensity.DEEP)
    desk.type(LINES)
    desk.pause()
    desk.press(Qt.Key.Key_Backspace, Qt.KeyboardModifier.ControlModifier)
    desk.pause()
    assert not strip(desk).isHidden()


def test_no_other_prompt_and_no_plain_entry_has_one(desk: Desk) -> None:
    for intensity in (Intensity.LIGHT, Intensity.MEDIUM):
        begin(desk, intensity)
        desk.type(LINES)
        desk.pause()
        assert strip(desk).isHidden()
    desk.visit("new")
    desk.type(LINES)
    desk.pause()
    assert strip(desk).isHidden()


def test_an_entry_that_is_only_read_again_has_none(desk: Desk) -> None:
    begin(desk, Intensity.DEEP)
    desk.type(LINES)
    desk.pause()
    entry = desk.journal.finding.newest(1)[0]
    desk.visit(str(desk.write("Another", "one").id))
    assert strip(desk).isHidden()
    desk.visit(str(entry.id))
    assert strip(desk).isHidden()
    desk.type("more")
    desk.pause()
    assert not strip(desk).isHidden()


def test_put_away_it_stays_away_for_that_entry(desk: Desk) -> None:
    begin(desk, Intensity.DEEP)
    desk.type(LINES)
    desk.pause()
    strip(desk).dismiss.click()
    assert strip(desk).isHidden()
    assert desk.page.sheet.text.hasFocus()
    desk.type("more")
    desk.pause()
    assert strip(desk).isHidden()


def test_it_leads_to_settling_and_to_help_and_the_words_are_kept_first(desk: Desk) -> None:
    wanted: list[Place] = []
    desk.page.go_requested.connect(wanted.append)
    begin(desk, Intensity.DEEP)
    desk.type(LINES)
    desk.pause()
    strip(desk).settling.click()
    strip(desk).help.click()
    assert wanted == [Place("practice", "two-minute-settling"), Place("help")]


def test_it_can_be_reached_by_keyboard(desk: Desk) -> None:
    begin(desk, Intensity.DEEP)
    desk.type(LINES)
    desk.pause()
    for button in (strip(desk).settling, strip(desk).help, strip(desk).dismiss):
        assert button.focusPolicy() & Qt.FocusPolicy.TabFocus
        assert button.accessibleName() or button.text()
