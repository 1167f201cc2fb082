"""Whether pages of earlier years come back on their day, and which."""

from __future__ import annotations

from typing_extensions import override

from trustjournal.domain.memory import OnThisDay
from trustjournal.ui.kit.segmented import Segmented
from trustjournal.ui.kit.theme import Theme
from trustjournal.ui.pages.settings.presenter import SettingsPresenter, SettingsState
from trustjournal.ui.pages.settings.setting_card import SettingCard
from trustjournal.ui.pages.settings.setting_row import SettingRow


class MemoriesCard(SettingCard):
    """On this day."""

    name = "memories"

    def __init__(self, presenter: SettingsPresenter, theme: Theme) -> None:
        super().__init__()
        self.set_title(self.tr("Memories"))
        words = {
            OnThisDay.NEVER: self.tr("Off"),
            OnThisDay.STARRED: self.tr("Starred"),
            OnThisDay.KIND: self.tr("Kind days"),
            OnThisDay.ANY: self.tr("Any"),
        }
        self.on_this_day = Segmented(
            [(choice.value, words[choice]) for choice in OnThisDay], label=self.tr("On this day")
        )
        self.on_this_day.value_changed.connect(lambda value: presenter.choose_on_this_day(OnThisDay(value)))
        self.add_rows(
            SettingRow(
                self.tr("On this day"),
                self.tr(
                    "Today may show one page you wrote on this day in an earlier year. Kind days are days with a "
                    "check-in that felt pleasant, and none that felt unpleasant. A page you do not want back never "
                    "comes back."
                ),
                self.on_this_day,
                theme,
            )
        )

    @override
    def render_state(self, state: SettingsState) -> None:
        self.on_this_day.setEnabled(state.journal is not None)
        if state.journal is not None:
            self.on_this_day.set_value(state.journal.on_this_day.value)
