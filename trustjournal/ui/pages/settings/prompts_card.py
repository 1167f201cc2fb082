"""What the day's prompt may be about: how deep, what happened lately, past pain, topics, and parts of the guide."""

from __future__ import annotations

from datetime import date
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from trustjournal.domain.clock import Clock
from trustjournal.domain.guide import Guide
from trustjournal.domain.prompt import Intensity, Topic
from trustjournal.services.prompt_overview import PromptOverview
from trustjournal.ui.kit.chip import Chip
from trustjournal.ui.kit.flow_layout import FlowLayout
from trustjournal.ui.kit.labels import PlainLabel
from trustjournal.ui.kit.segmented import Segmented
from trustjournal.ui.kit.theme import Theme
from trustjournal.ui.kit.tokens import S8
from trustjournal.ui.kit.wrapped_check import WrappedCheck
from trustjournal.ui.pages.settings.presenter import SettingsPresenter, SettingsState
from trustjournal.ui.pages.settings.prompts.acute_control import AcuteControl
from trustjournal.ui.pages.settings.prompts.parts_list import PartsList
from trustjournal.ui.pages.settings.setting_card import SettingCard
from trustjournal.ui.pages.settings.setting_row import SettingRow
from trustjournal.ui.parts.page import ToastMessage
from trustjournal.ui.parts.prompt_words import intensity_label, topic_label


class PromptsCard(SettingCard):
    """The choices, and first in one sentence what they leave."""

    toast_requested = Signal(object)
    """A `ToastMessage` to show."""

    name = "prompts"

    def __init__(self, presenter: SettingsPresenter, guide: Guide, clock: Clock, theme: Theme) -> None:
        super().__init__()
        self.set_title(self.tr("Prompts"))
        self._presenter = presenter
        self._theme = theme
        self.summary = PlainLabel(wrap=True)
        self.ceiling = Segmented(
            [(intensity.name, intensity_label(intensity)) for intensity in Intensity], label=self.tr("How deep")
        )
        self.ceiling.value_changed.connect(lambda name: presenter.choose_ceiling(Intensity[name]))
        self.acute = AcuteControl(clock)
        self.acute.until_chosen.connect(self._on_acute_until_chosen)
        self.past_pain = WrappedCheck(self.tr("Offer these prompts"))
        self.past_pain.clicked.connect(presenter.offer_past_pain)
        self.topics: dict[Topic, Chip] = {}
        self._topics_row = self._make_topics()
        self.parts = PartsList(guide)
        self.parts.switched.connect(lambda part, offered: presenter.offer_part(part, offered=offered))
        self.add_rows(self.summary, *self._make_rows())

    @override
    def render_state(self, state: SettingsState) -> None:
        journal = state.journal
        for control in (self.ceiling, self.acute, self.past_pain, self._topics_row, self.parts):
            control.setEnabled(journal is not None)
        if journal is None:
            return
        self.ceiling.set_value(journal.ceiling.name)
        self.acute.show_settings(journal)
        self.past_pain.set_checked(journal.past_pain_prompts)
        for topic, chip in self.topics.items():
            chip.set_checked(topic not in journal.topics_off)
        self.parts.show_off(journal.parts_off)

    def show_overview(self, overview: PromptOverview) -> None:
        """Say what can come up."""
        if not overview.prompts:
            self.summary.setText(self.tr("No prompt can come up now. A day begins with a blank page."))
            return
        count = self.tr("{prompts} from {parts} can come up as a day’s prompt.").format(
            prompts=self.tr("%n prompt(s)", "", overview.prompts), parts=self.tr("%n part(s)", "", overview.parts)
        )
        self.summary.setText(f"{count} {self._about_deep()}".rstrip())

    def _about_deep(self) -> str:
        """Why the count does not grow with the deepest choice."""
        journal = self._presenter.state.journal
        if journal is None or journal.ceiling is not Intensity.DEEP:
            return ""
        return self.tr("Deep ones are shown on the guide’s pages only.")

    def _make_rows(self) -> tuple[SettingRow, ...]:
        return (
            SettingRow(
                self.tr("How deep"),
                self.tr(
                    "The deepest kind of prompt a day may bring. A lighter one is always a click away. Deep ones come "
                    "only when you open them in the guide, or ask to be asked again."
                ),
                self.ceiling,
                self._theme,
            ),
            SettingRow(
                self.tr("After something happened"),
                self.tr(
                    "For a time when something hard is still fresh: then only short and light prompts come up, "
                    "and none about past pain."
                ),
                self.acute,
                self._theme,
            ),
            SettingRow(
                self.tr("Past pain"),
                self.tr("Prompts that touch old hurt stay away until you tick this."),
                self.past_pain,
                self._theme,
            ),
            SettingRow(
                self.tr("Topics"),
                self.tr("Only topics that are switched on are asked about. Click one to switch it off or on."),
                self._topics_row,
                self._theme,
            ),
            SettingRow(
                self.tr("Parts of the guide"),
                self.tr("A day’s prompt comes from the parts that are ticked. In the guide you can read all of them."),
                self.parts,
                self._theme,
            ),
        )

    def _make_topics(self) -> QWidget:
        row = QWidget()
        flow = FlowLayout(row, gap=S8)
        for topic in Topic:
            if topic is Topic.PAST_PAIN:  # it has a switch of its own
                continue
            chip = Chip(topic_label(topic), "trust", checkable=True)
            chip.clicked.connect(partial(self._on_topic_clicked, topic))
            flow.addWidget(chip)
            self.topics[topic] = chip
        return row

    def _on_topic_clicked(self, topic: Topic) -> None:
        self._presenter.offer_topic(topic, offered=self.topics[topic].is_checked())

    def _on_acute_until_chosen(self, until: date | None) -> None:
        journal = self._presenter.state.journal
        before = None if journal is None else journal.acute_until
        self._presenter.choose_acute_until(until)
        if until is None and before is not None:
            self.toast_requested.emit(
                ToastMessage(
                    self.tr("Prompts may be as deep as you chose again."),
                    self.tr("Undo"),
                    partial(self._presenter.choose_acute_until, before),
                )
            )
