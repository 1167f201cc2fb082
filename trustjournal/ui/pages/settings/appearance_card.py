"""How the windows look."""

from __future__ import annotations

from PySide6.QtCore import QLocale
from typing_extensions import override

from trustjournal.domain.look import ThemeChoice
from trustjournal.ui.kit.segmented import Segmented
from trustjournal.ui.kit.theme import Theme
from trustjournal.ui.pages.settings.presenter import SettingsPresenter, SettingsState
from trustjournal.ui.pages.settings.setting_card import SettingCard
from trustjournal.ui.pages.settings.setting_row import SettingRow

TEXT_PERCENTS = (100, 115, 130, 150, 175, 200)


class AppearanceCard(SettingCard):
    """Colours and text size."""

    name = "appearance"

    def __init__(self, presenter: SettingsPresenter, theme: Theme) -> None:
        super().__init__()
        self.set_title(self.tr("Appearance"))
        self.theme_choice = Segmented(
            [
                (ThemeChoice.SYSTEM.value, self.tr("As the system")),
                (ThemeChoice.LIGHT.value, self.tr("Light")),
                (ThemeChoice.DARK.value, self.tr("Dark")),
            ],
            value=presenter.state.theme.value,
            label=self.tr("Colours"),
        )
        self.theme_choice.value_changed.connect(lambda value: presenter.choose_theme(ThemeChoice(value)))
        percents = sorted({*TEXT_PERCENTS, presenter.state.text_percent})
        self.text_size = Segmented(
            [
                (str(percent), self.tr("{percent} %").format(percent=QLocale().toString(percent)))
                for percent in percents
            ],
            value=str(presenter.state.text_percent),
            label=self.tr("Text size"),
        )
        self.text_size.value_changed.connect(lambda value: presenter.choose_text_percent(int(value)))
        self.add_rows(
            SettingRow(
                self.tr("Colours"),
                self.tr("Light or dark, here and on the unlock screen."),
                self.theme_choice,
                theme,
            ),
            SettingRow(
                self.tr("Text size"),
                self.tr("Makes all text larger, and what you press with it."),
                self.text_size,
                theme,
            ),
        )

    @override
    def render_state(self, state: SettingsState) -> None:
        self.theme_choice.set_value(state.theme.value)
        self.text_size.set_value(str(state.text_percent))
