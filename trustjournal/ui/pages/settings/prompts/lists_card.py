"""Prompts that were set aside or planned, one by one, each with a way to take that back."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Signal
from typing_extensions import override

from trustjournal.domain.guide import Guide
from trustjournal.services.prompt_overview import PromptOverview, SetAside
from trustjournal.ui.kit.theme import Theme
from trustjournal.ui.pages.settings.presenter import SettingsState
from trustjournal.ui.pages.settings.prompts.presenter import PromptsPresenter
from trustjournal.ui.pages.settings.prompts.set_aside_list import SetAsideList
from trustjournal.ui.pages.settings.setting_card import SettingCard
from trustjournal.ui.pages.settings.setting_row import SettingRow
from trustjournal.ui.parts.page import ToastMessage
from trustjournal.ui.parts.prompt_words import part_label
from trustjournal.ui.parts.when import day_words


class PromptListsCard(SettingCard):
    """Not for me, resting, and to be asked again."""

    toast_requested = Signal(object)
    """A `ToastMessage` to show."""

    name = "prompt-lists"

    def __init__(self, presenter: PromptsPresenter, guide: Guide, theme: Theme) -> None:
        super().__init__()
        self.set_title(self.tr("Prompts set aside"))
        self._presenter = presenter
        self._guide = guide
        self._overview: PromptOverview | None = None
        none = self.tr("None now.")
        self.planned = SetAsideList(none, self.tr("Do not ask"), self._words, self._when_due)
        self.planned.chosen.connect(self._on_planned_chosen)
        self.resting = SetAsideList(none, self.tr("Ask me tomorrow"), self._words, self._when_back)
        self.resting.chosen.connect(self._on_resting_chosen)
        self.hidden = SetAsideList(none, self.tr("Bring back"), self._words, lambda _: "")
        self.hidden.chosen.connect(self._on_hidden_chosen)
        self.add_rows(
            SettingRow(
                self.tr("Ask me again"),
                self.tr("Prompts you asked to come back to. From its day on, one is the first to come up."),
                self.planned,
                theme,
            ),
            SettingRow(
                self.tr("Resting"),
                self.tr("“Not today” lets a prompt rest for 30 days. After three times it waits until you ask for it."),
                self.resting,
                theme,
            ),
            SettingRow(
                self.tr("Not for me"),
                self.tr("These do not come up, unless you bring one back."),
                self.hidden,
                theme,
            ),
        )

    @override
    def render_state(self, state: SettingsState) -> None:
        """It shows nothing that is a setting."""

    def show_overview(self, overview: PromptOverview) -> None:
        """Show what was set aside, and what was planned."""
        self._overview = overview
        self.planned.show_prompts(overview.planned)
        self.resting.show_prompts(overview.resting)
        self.hidden.show_prompts(overview.hidden)

    def _words(self, prompt: SetAside) -> str:
        """A prompt's words; those of a deep one are not read in passing."""
        if not prompt.is_deep:
            return prompt.wording
        part = self._guide.part_of_unit(prompt.unit)
        if part is None:
            return self.tr("A deep prompt")
        return self.tr("A deep prompt of {part}").format(part=part_label(part))

    def _when_due(self, prompt: SetAside) -> str:
        if prompt.day is None or self._overview is None:
            return ""
        if prompt.day <= self._overview.today:
            return self.tr("Comes up as soon as your choices above and the day allow it.")
        return self.tr("From {day}").format(day=day_words(prompt.day))

    def _when_back(self, prompt: SetAside) -> str:
        if prompt.day is None:
            return self.tr("Until you ask for it")
        return self.tr("Back from {day}").format(day=day_words(prompt.day))

    def _on_planned_chosen(self, prompt: SetAside) -> None:
        text = self.tr("That prompt is not asked again by itself.")
        self._presenter.cancel(prompt, self._toast(text, lambda: self._presenter.undo_cancel(prompt)))

    def _on_resting_chosen(self, prompt: SetAside) -> None:
        text = self.tr("It comes up tomorrow, or the next day you are here.")
        self._presenter.ask_for(prompt, self._toast(text, lambda: self._presenter.cancel(prompt)))

    def _on_hidden_chosen(self, prompt: SetAside) -> None:
        text = self.tr("That prompt can come up again.")
        self._presenter.bring_back(prompt, self._toast(text, lambda: self._presenter.hide(prompt)))

    def _toast(self, text: str, undo: Callable[[], None]) -> Callable[[], None]:
        return lambda: self.toast_requested.emit(ToastMessage(text, self.tr("Undo"), undo))
