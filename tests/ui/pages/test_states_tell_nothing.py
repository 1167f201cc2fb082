"""What the state of a page knows of somebody's life is in no repr, and so in no traceback."""

from __future__ import annotations

from datetime import date

from trustjournal.domain.settings import JournalSettings
from trustjournal.services.guide_prompts import PromptsNow
from trustjournal.ui.pages.guide.presenter import GuideState
from trustjournal.ui.pages.help.presenter import HelpState

TODAY = date(2026, 3, 10)
UNTIL = date(2031, 2, 3)


def test_that_something_happened_lately() -> None:
    assert "2031" not in repr(GuideState(acute_until=UNTIL))
    assert "2031" not in repr(PromptsNow(JournalSettings(acute_until=UNTIL)))


def test_which_countrys_numbers_are_shown() -> None:
    assert "NZ" not in repr(HelpState(TODAY, (), country="NZ"))
