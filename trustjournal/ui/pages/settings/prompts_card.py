"""What prompts may ask about, and how deep they go."""

from __future__ import annotations

from functools import partial

from PySide6.QtWidgets import QCheckBox, QWidget
from typing_extensions import override

from trustjournal.domain.prompt import Intensity, Topic
from trustjournal.ui.kit.chip import Chip
from trustjournal.ui.kit.flow_layout import FlowLayout
from trustjournal.ui.kit.segmented import Segmented
from trustjournal.ui.kit.theme import Theme
from trustjournal.ui.kit.tokens import S8
from trustjournal.ui.pages.settings.presenter import SettingsPresenter, SettingsState
from trustjournal.ui.pages.settings.setting_card import SettingCard
from trustjournal.ui.pages.settings.setting_row import SettingRow
from trustjournal.ui.parts.prompt_words import intensity_label, topic_label


class PromptsCard(SettingCard):
    """How deep, past pain, and topics."""

    name = "prompts"

    def __init__(self, presenter: SettingsPresenter, theme: Theme) -> None:
        super().__init__()
        self.set_title(self.tr("Prompts"))
        self._presenter = presenter
        self.ceiling = Segmented(
            [(intensity.name, intensity_label(intensity)) for intensity in Intensity], label=self.tr("How deep")
        )
        self.ceiling.value_changed.connect(lambda name: presenter.choose_ceiling(Intensity[name]))
        self.past_pain = QCheckBox(self.tr("Offer these prompts"))
        self.past_pain.clicked.connect(presenter.offer_past_pain)
        self._topics_row = QWidget()
        flow = FlowLayout(self._topics_row, gap=S8)
        self.topics: dict[Topic, Chip] = {}
        for topic in Topic:
            if topic is Topic.PAST_PAIN:  # it has a switch of its own
                continue
            chip = Chip(topic_label(topic), "trust", checkable=True)
            chip.clicked.connect(partial(self._on_topic_clicked, topic))
            flow.addWidget(chip)
            self.topics[topic] = chip
        self.add_rows(
            SettingRow(
                self.tr("How deep"),
                self.tr("The deepest kind of prompt a day may bring. A lighter one is always a click away."),
                self.ceiling,
                theme,
            ),
            SettingRow(
                self.tr("Past pain"),
                self.tr("Prompts that touch old hurt stay away until you tick this."),
                self.past_pain,
                theme,
            ),
            SettingRow(
                self.tr("Topics"),
                self.tr("Only topics that are switched on are asked about. Click one to switch it off or on."),
                self._topics_row,
                theme,
            ),
        )

    @override
    def render_state(self, state: SettingsState) -> None:
        journal = state.journal
        for control in (self.ceiling, self.past_pain, self._topics_row):
            control.setEnabled(journal is not None)
        if journal is not None:
            self.ceiling.set_value(journal.ceiling.name)
            self.past_pain.setChecked(journal.past_pain_prompts)
            for topic, chip in self.topics.items():
                chip.set_checked(topic not in journal.topics_off)

    def _on_topic_clicked(self, topic: Topic) -> None:
        self._presenter.offer_topic(topic, offered=self.topics[topic].is_checked())
