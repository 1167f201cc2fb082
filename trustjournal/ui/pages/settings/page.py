"""Every setting with one plain sentence; a change applies at once, so there is nothing to confirm."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path

from PySide6.QtCore import QLocale, Qt
from PySide6.QtWidgets import QCheckBox, QSizePolicy, QVBoxLayout, QWidget
from typing_extensions import override

from trustjournal.domain.change import Changed
from trustjournal.domain.look import ThemeChoice
from trustjournal.domain.place import Place
from trustjournal.domain.prompt import Intensity, Topic
from trustjournal.ui.kit.card import Card
from trustjournal.ui.kit.chip import Chip
from trustjournal.ui.kit.flow_layout import FlowLayout
from trustjournal.ui.kit.icons import Icons
from trustjournal.ui.kit.labels import PageTitle, PlainLabel, SoftLabel
from trustjournal.ui.kit.scroll_column import ScrollColumn
from trustjournal.ui.kit.segmented import Segmented
from trustjournal.ui.kit.theme import Theme
from trustjournal.ui.kit.tokens import S8, S16, S24
from trustjournal.ui.messages import sentence
from trustjournal.ui.pages.settings.presenter import SettingsPresenter, SettingsState
from trustjournal.ui.pages.settings.setting_row import SettingRow
from trustjournal.ui.parts.page import Page
from trustjournal.ui.parts.prompt_words import intensity_label, topic_label
from trustjournal.ui.parts.refusal import Refusal

WIDEST = 680
TEXT_PERCENTS = (100, 115, 130, 150, 175, 200)
IDLE_MINUTES = (1, 2, 5, 10, 15, 30)


class SettingsPage(Page):
    """Settings. Its presenter is made by it, with the function that shows its state."""

    name = "settings"
    icon_name = "settings"

    def __init__(
        self,
        make_presenter: Callable[[Callable[[SettingsState], None]], SettingsPresenter],
        *,
        theme: Theme,
        icons: Icons,
        journal_folder: Path,
        version: str,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self._is_showing = False
        self._presenter = make_presenter(self.render_state)
        self._refusal = Refusal(theme, icons)
        scroll = ScrollColumn(WIDEST)
        scroll.body.setSpacing(S16)
        scroll.body.addWidget(PageTitle(self.title()))
        scroll.body.addWidget(self._refusal)
        for card in (
            self._appearance(),
            self._prompts(),
            self._security(journal_folder),
            self._about(version),
        ):
            scroll.body.addWidget(card)
        scroll.body.addStretch(1)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(scroll)
        self.render_state(self._presenter.state)

    @override
    def title(self) -> str:
        return self.tr("Settings")

    @override
    def visit(self, place: Place) -> None:
        self._presenter.read()

    @override
    def refresh(self, changed: Changed) -> None:
        self._presenter.refresh(changed)

    @override
    def first_focus(self) -> QWidget:
        return self.theme_choice

    def render_state(self, state: SettingsState) -> None:
        """Show this state."""
        self.theme_choice.set_value(state.theme.value)
        self.text_size.set_value(str(state.text_percent))
        journal = state.journal
        for control in (self.ceiling, self.past_pain, self._topics_row, self.idle):
            control.setEnabled(journal is not None)
        if journal is not None:
            self.ceiling.set_value(journal.ceiling.name)
            self.past_pain.setChecked(journal.past_pain_prompts)
            for topic, chip in self.topics.items():
                chip.set_checked(topic not in journal.topics_off)
            # A time that is not offered is shown as its neighbour, and stays what it is.
            self._is_showing = True
            self.idle.set_value(str(min(IDLE_MINUTES, key=lambda minutes: abs(minutes - journal.idle_minutes))))
            self._is_showing = False
        self._refusal.say(sentence(state.trouble) if state.trouble is not None else None)

    def _appearance(self) -> Card:
        self.theme_choice = Segmented(
            [
                (ThemeChoice.SYSTEM.value, self.tr("As the system")),
                (ThemeChoice.LIGHT.value, self.tr("Light")),
                (ThemeChoice.DARK.value, self.tr("Dark")),
            ],
            value=self._presenter.state.theme.value,
            label=self.tr("Colours"),
        )
        self.theme_choice.value_changed.connect(lambda value: self._presenter.choose_theme(ThemeChoice(value)))
        percents = sorted({*TEXT_PERCENTS, self._presenter.state.text_percent})
        self.text_size = Segmented(
            [
                (str(percent), self.tr("{percent} %").format(percent=QLocale().toString(percent)))
                for percent in percents
            ],
            value=str(self._presenter.state.text_percent),
            label=self.tr("Text size"),
        )
        self.text_size.value_changed.connect(lambda value: self._presenter.choose_text_percent(int(value)))
        return self._card(
            self.tr("Appearance"),
            SettingRow(
                self.tr("Colours"),
                self.tr("Light or dark, here and on the unlock screen."),
                self.theme_choice,
                self._theme,
            ),
            SettingRow(
                self.tr("Text size"),
                self.tr("Makes all text larger, and what you press with it."),
                self.text_size,
                self._theme,
            ),
        )

    def _prompts(self) -> Card:
        self.ceiling = Segmented(
            [(intensity.name, intensity_label(intensity)) for intensity in Intensity], label=self.tr("How deep")
        )
        self.ceiling.value_changed.connect(lambda name: self._presenter.choose_ceiling(Intensity[name]))
        self.past_pain = QCheckBox(self.tr("Offer these prompts"))
        self.past_pain.clicked.connect(self._presenter.offer_past_pain)
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
        return self._card(
            self.tr("Prompts"),
            SettingRow(
                self.tr("How deep"),
                self.tr("The deepest kind of prompt a day may bring. A lighter one is always a click away."),
                self.ceiling,
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
        )

    def _security(self, journal_folder: Path) -> Card:
        self.idle = Segmented(
            [
                (str(minutes), self.tr("{minutes} min").format(minutes=QLocale().toString(minutes)))
                for minutes in IDLE_MINUTES
            ],
            value="5",
            label=self.tr("Lock by itself"),
        )
        self.idle.value_changed.connect(self._on_idle_value_changed)
        path = PlainLabel(str(journal_folder), wrap=True)
        path.setToolTip(str(journal_folder))
        path.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)  # never wider than the page
        path.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        return self._card(
            self.tr("Security"),
            SettingRow(
                self.tr("Lock by itself"),
                self.tr("After this long without a key or the mouse. Ctrl+L locks at any moment."),
                self.idle,
                self._theme,
            ),
            SettingRow(
                self.tr("Where this journal is"),
                self.tr("A copy of the whole folder, made while it is locked, is a copy of the journal."),
                path,
                self._theme,
            ),
        )

    def _about(self, version: str) -> Card:
        what_it_is = PlainLabel(
            self.tr(
                "A private notebook with a guide about trust. It does not diagnose or treat anything, and it keeps "
                "no watch over you: nobody reads what you write, so nobody will call for help for you. "
                "In danger, call your local emergency number."
            ),
            wrap=True,
        )
        licence = SoftLabel(
            self.tr(
                "Free software, under the GNU General Public License, version 3 or later. It comes without warranty."
            )
        )
        return self._card(
            self.tr("About"),
            SettingRow(self.tr("TrustJournal {version}").format(version=version), "", what_it_is, self._theme),
            licence,
        )

    def _card(self, title: str, *rows: QWidget) -> Card:
        card = Card(title)
        card.body.setSpacing(S24)
        for row in rows:
            card.body.addWidget(row)
        return card

    def _on_idle_value_changed(self, value: str) -> None:
        if not self._is_showing:
            self._presenter.choose_idle_minutes(int(value))

    def _on_topic_clicked(self, topic: Topic) -> None:
        self._presenter.offer_topic(topic, offered=self.topics[topic].is_checked())
