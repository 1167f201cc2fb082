"""Whether help can be reached before unlocking, and what somebody else would see there."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from typing_extensions import override

from trustjournal.domain.settings import OthersMaySee
from trustjournal.ui.kit.button import Button
from trustjournal.ui.kit.notice import Notice
from trustjournal.ui.kit.theme import Theme
from trustjournal.ui.kit.tokens import S16
from trustjournal.ui.kit.wrapped_check import WrappedCheck
from trustjournal.ui.pages.settings.presenter import SettingsPresenter, SettingsState
from trustjournal.ui.pages.settings.setting_card import SettingCard
from trustjournal.ui.pages.settings.setting_row import SettingRow


class HelpCard(SettingCard):
    """One switch, and the way to Help."""

    name = "help"

    help_wanted = Signal()

    def __init__(self, presenter: SettingsPresenter, theme: Theme) -> None:
        super().__init__()
        self.set_title(self.tr("Help"))
        self.body.setSpacing(S16)
        self.before_unlocking = WrappedCheck(self.tr("Show help before unlocking"))
        self.before_unlocking.clicked.connect(presenter.help_before_unlocking)
        self.seen = Notice()
        self.open = Button(self.tr("Open Help"), hint="F1")
        self.open.clicked.connect(self.help_wanted)
        self.add_rows(
            SettingRow(
                self.tr("On the unlock screen"),
                self.tr(
                    "A quiet word leads to help numbers by country and two pages about being safe. "
                    "Nothing of your journal is shown there, and nothing is remembered. F1 opens Help anywhere."
                ),
                self.before_unlocking,
                theme,
            ),
            self.seen,
        )
        self.body.addWidget(self.open, 0, Qt.AlignmentFlag.AlignLeading)

    @override
    def render_state(self, state: SettingsState) -> None:
        helps = state.helps_before_unlocking
        self.before_unlocking.setEnabled(helps is not None)
        self.before_unlocking.set_checked(helps is True)
        may_be_seen = state.journal is not None and state.journal.others_may_see in (
            OthersMaySee.MAYBE,
            OthersMaySee.YES,
        )
        words = self.tr(
            "Anyone who opens this program can see that it has pages about safety. They see nothing that you chose."
        )
        said = words if helps and may_be_seen else ""
        if said != self.seen.text():
            self.seen.say(said)
