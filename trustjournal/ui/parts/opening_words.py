"""What is said about earlier openings of the journal, and about tries that did not open it."""

from __future__ import annotations

from datetime import datetime

from PySide6.QtCore import QCoreApplication, QObject

from trustjournal.domain.moment import Moment
from trustjournal.ui.parts.when import moment_words


def last_opened_words(last_opened: datetime, zone: str) -> str:
    """When it was opened before, at an aware moment, by the clock of the zone the person is in."""
    moment = moment_words(Moment.of(last_opened, zone))
    return QCoreApplication.translate("OpeningWords", "Last opened {moment}.").format(moment=moment)


def failed_words(attempts: int) -> str:
    """How often it was not opened since; `attempts` is at least 1."""
    return _Counted().failed(attempts)


class _Counted(QObject):
    """What is counted: lupdate finds plural forms only where `tr` asks for them."""

    def failed(self, attempts: int) -> str:
        return self.tr("%n failed attempt(s) since.", "", attempts)
