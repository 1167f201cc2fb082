"""After a deep prompt: a step to close with under what was written, small, and never in the way."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel

from tests.ui.pages.journal.conftest import Desk
from trustjournal.domain.place import Place
from trustjournal.domain.prompt import Intensity
from trustjournal.ui.pages.journal.landing.strip import LandingStrip


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


def test_it_comes_once_something_is_written_to_a_deep_prompt(desk: Desk) -> None:
    step = begin(desk, Intensity.DEEP)
    assert strip(desk).isHidden()
    desk.type("a")
    assert strip(desk).isHidden()  # not while somebody writes the first word
    desk.pause()
    assert not strip(desk).isHidden()
    assert step in words(desk)
    assert desk.page.sheet.text.hasFocus()


def test_no_other_prompt_and_no_plain_entry_has_one(desk: Desk) -> None:
    for intensity in (Intensity.LIGHT, Intensity.MEDIUM):
        begin(desk, intensity)
        desk.type("words")
        desk.pause()
        assert strip(desk).isHidden()
    desk.visit("new")
    desk.type("words")
    desk.pause()
    assert strip(desk).isHidden()


def test_an_entry_that_is_only_read_again_has_none(desk: Desk) -> None:
    begin(desk, Intensity.DEEP)
    desk.type("words")
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
    desk.type("words")
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
    desk.type("words")
    desk.pause()
    strip(desk).settling.click()
    strip(desk).help.click()
    assert wanted == [Place("practice", "two-minute-settling"), Place("help")]


def test_it_can_be_reached_by_keyboard(desk: Desk) -> None:
    begin(desk, Intensity.DEEP)
    desk.type("words")
    desk.pause()
    for button in (strip(desk).settling, strip(desk).help, strip(desk).dismiss):
        assert button.focusPolicy() & Qt.FocusPolicy.TabFocus
        assert button.accessibleName() or button.text()
