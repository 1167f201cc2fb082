"""What this program is, and what it is not."""

from __future__ import annotations

from trustjournal.ui.kit.labels import PlainLabel, SoftLabel
from trustjournal.ui.kit.theme import Theme
from trustjournal.ui.pages.settings.setting_card import SettingCard
from trustjournal.ui.pages.settings.setting_row import SettingRow


class AboutCard(SettingCard):
    """The version, an honest sentence, and the licence."""

    name = "about"

    def __init__(self, version: str, theme: Theme) -> None:
        super().__init__()
        self.set_title(self.tr("About"))
        what_it_is = PlainLabel(
            self.tr(
                "A private notebook with a guide about trust. It does not diagnose or treat anything, and it keeps "
                "no watch over you: nobody reads what you write, so nobody will call for help for you. "
                "In danger, call your local emergency number."
            ),
            wrap=True,
        )
        self.add_rows(
            SettingRow(self.tr("TrustJournal {version}").format(version=version), "", what_it_is, theme),
            SoftLabel(
                self.tr(
                    "Free software, under the GNU General Public License, version 3 or later. "
                    "It comes without warranty."
                )
            ),
        )
