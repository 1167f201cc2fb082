"""What this program is, and what it is not."""

from __future__ import annotations

from trustjournal.ui.kit.labels import PlainLabel, SoftLabel
from trustjournal.ui.kit.theme import Theme
from trustjournal.ui.pages.settings.setting_card import SettingCard
from trustjournal.ui.pages.settings.setting_row import SettingRow
from trustjournal.ui.parts.care_words import in_danger, what_it_is


class AboutCard(SettingCard):
    """The version, an honest sentence, and the licence."""

    name = "about"

    def __init__(self, version: str, theme: Theme) -> None:
        super().__init__()
        self.set_title(self.tr("About"))
        words = PlainLabel(f"{what_it_is()} {in_danger()}", wrap=True)
        self.add_rows(
            SettingRow(self.tr("TrustJournal {version}").format(version=version), "", words, theme),
            SoftLabel(
                self.tr(
                    "Free software, under the GNU General Public License, version 3 or later. "
                    "It comes without warranty."
                )
            ),
        )
