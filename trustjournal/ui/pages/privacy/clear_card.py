"""Everything that is kept without encryption."""

from __future__ import annotations

from trustjournal.ui.kit.card import Card
from trustjournal.ui.kit.labels import PlainLabel, SoftLabel
from trustjournal.ui.kit.path_label import PathLabel
from trustjournal.ui.kit.tokens import S8


class ClearCard(Card):
    """The complete list: a test holds it against what is written."""

    def __init__(self, settings_file: str) -> None:
        super().__init__()
        self.set_title(self.tr("Kept in clear"))
        self.body.setSpacing(S8)
        self.body.addWidget(
            PlainLabel(
                self.tr("The unlock screen needs some things before anything is unlocked. These are all of them:"),
                wrap=True,
            )
        )
        for fact in (
            self.tr("the names and folders of your journals"),
            self.tr("colours, text size and language"),
            self.tr("where the window was"),
            self.tr("a random name for this computer"),
            self.tr("how many attempts to unlock have failed"),
            self.tr("which ways in belong to this computer, by a random name"),
            self.tr("whether the unlock screen leads to help"),
        ):
            self.body.addWidget(PlainLabel(self.tr("• {fact}").format(fact=fact), wrap=True))
        path = PathLabel(settings_file, small=True)
        path.setAccessibleName(self.tr("Where they are kept"))
        self.body.addWidget(path)
        self.body.addSpacing(S8)
        self.body.addWidget(
            SoftLabel(
                self.tr(
                    "In the folder of a journal, anyone can see the names, sizes and dates of its files, and in its "
                    "key file what kinds of ways in there are and since when."
                )
            )
        )
