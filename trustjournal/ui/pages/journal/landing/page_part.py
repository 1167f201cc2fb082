"""Puts the soft landing under the sheet of the journal page."""

from __future__ import annotations

from PySide6.QtCore import QObject, Qt

from trustjournal.domain.exercise import SETTLING
from trustjournal.domain.guide import Guide
from trustjournal.domain.place import Place
from trustjournal.ui.kit.icons import Icons
from trustjournal.ui.pages.journal.landing.presenter import LandingPresenter
from trustjournal.ui.pages.journal.landing.strip import LandingStrip
from trustjournal.ui.pages.journal.page import JournalPage


class PageLanding(QObject):
    """Follows the sheet of `page`."""

    def __init__(self, page: JournalPage, *, guide: Guide, icons: Icons) -> None:
        super().__init__(page)
        self._page = page
        self.strip = LandingStrip(icons)
        self._presenter = LandingPresenter(guide, self.strip.show_landing)
        page.sheet.put_below(self.strip)
        page.sheet_shown.connect(self._presenter.follow)
        self.strip.settling_wanted.connect(lambda: page.go_requested.emit(Place("practice", SETTLING)))
        self.strip.help_wanted.connect(lambda: page.go_requested.emit(Place("help")))
        self.strip.dismissed.connect(self._on_strip_dismissed)

    def _on_strip_dismissed(self) -> None:
        self._presenter.put_away()
        self._page.sheet.text.setFocus(Qt.FocusReason.OtherFocusReason)
