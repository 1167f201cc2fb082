"""What is kept of earlier words and of deleted entries, and for how long."""

from __future__ import annotations

from PySide6.QtCore import QLocale

from trustjournal.domain.version import APART, MOST_BYTES, MOST_VERSIONS
from trustjournal.ui.kit.theme import Theme
from trustjournal.ui.pages.settings.setting_card import SettingCard
from trustjournal.ui.pages.settings.setting_row import SettingRow


class HistoryCard(SettingCard):
    """Sentences only: there is nothing to choose."""

    name = "history"

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.set_title(self.tr("History"))
        number = QLocale().toString
        self.add_rows(
            SettingRow(
                self.tr("Earlier words"),
                self.tr(
                    "The program keeps earlier words of each entry: every {minutes} minutes while you write, when you "
                    "come back to an entry later, and at once when much is taken away. “History” at the entry shows "
                    "them, and brings them back."
                ).format(minutes=number(round(APART.total_seconds() / 60))),
                None,
                theme,
            ),
            SettingRow(
                self.tr("How long"),
                self.tr(
                    "All of the last day stay, then one a day for a month, one a week for a year, and one every four "
                    "weeks from then on. The first and the newest always stay. An entry keeps at most {count} of them, "
                    "and at most {megabytes} MB."
                ).format(count=number(MOST_VERSIONS), megabytes=number(MOST_BYTES // 1_000_000)),
                None,
                theme,
            ),
            SettingRow(
                self.tr("Trash"),
                self.tr(
                    "Deleted entries stay in the trash, with their earlier words, until you delete them for good there."
                ),
                None,
                theme,
            ),
        )
