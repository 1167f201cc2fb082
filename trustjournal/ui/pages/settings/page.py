"""Every setting with one plain sentence, in cards; a change applies at once, so there is nothing to confirm."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget
from typing_extensions import override

from trustjournal.domain.arrival import Arrival
from trustjournal.domain.change import Changed
from trustjournal.domain.clock import Clock
from trustjournal.domain.guide import Guide
from trustjournal.domain.place import Place
from trustjournal.ui.kit.icons import Icons
from trustjournal.ui.kit.labels import PageTitle
from trustjournal.ui.kit.scroll_column import ScrollColumn
from trustjournal.ui.kit.theme import Theme
from trustjournal.ui.kit.tokens import S16
from trustjournal.ui.messages import sentence
from trustjournal.ui.pages.settings.about_card import AboutCard
from trustjournal.ui.pages.settings.appearance_card import AppearanceCard
from trustjournal.ui.pages.settings.help_card import HelpCard
from trustjournal.ui.pages.settings.history_card import HistoryCard
from trustjournal.ui.pages.settings.journals_card import JournalsCard
from trustjournal.ui.pages.settings.locking_card import LockingCard
from trustjournal.ui.pages.settings.memories_card import MemoriesCard
from trustjournal.ui.pages.settings.presenter import SettingsPresenter, SettingsState
from trustjournal.ui.pages.settings.privacy_card import PrivacyCard
from trustjournal.ui.pages.settings.prompts.lists_card import PromptListsCard
from trustjournal.ui.pages.settings.prompts.presenter import PromptsPresenter, PromptsState
from trustjournal.ui.pages.settings.prompts_card import PromptsCard
from trustjournal.ui.pages.settings.scroll_memory import ScrollMemory
from trustjournal.ui.pages.settings.setting_card import SettingCard
from trustjournal.ui.pages.settings.spelling_card import MakeSpelling, SpellingCard
from trustjournal.ui.pages.settings.ways_in_card import WaysInCard
from trustjournal.ui.pages.settings.writing_card import WritingCard
from trustjournal.ui.parts.page import Page
from trustjournal.ui.parts.refusal import Refusal

WIDEST = 680


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
        clock: Clock,
        arrival: Arrival,
        last_opened: datetime | None,
        can_hide_from_capture: bool,
        journal_folder: Path,
        version: str,
        make_spelling: MakeSpelling,
        make_prompts: Callable[[Callable[[PromptsState], None]], PromptsPresenter],
        guide: Guide,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._presenter = presenter = make_presenter(self.render_state)
        self._refusal = Refusal(theme, icons)
        self.appearance = AppearanceCard(presenter, theme)
        self.prompts = PromptsCard(presenter, guide, clock, theme)
        self._prompting = make_prompts(self._render_prompts)
        self.prompt_lists = PromptListsCard(self._prompting, guide, theme)
        self.prompts.toast_requested.connect(self.toast_requested)
        self.prompt_lists.toast_requested.connect(self.toast_requested)
        self.memories = MemoriesCard(presenter, theme)
        self.writing = WritingCard(presenter, theme)
        self.spelling = SpellingCard(presenter, make_spelling, theme)
        self.locking = LockingCard(presenter, theme, can_hide_from_capture=can_hide_from_capture)
        self.ways_in = WaysInCard(presenter, theme, clock)
        self.journals = JournalsCard(
            presenter, theme, clock, arrival=arrival, last_opened=last_opened, folder=journal_folder
        )
        self.help = HelpCard(presenter, theme)
        self.help.help_wanted.connect(lambda: self.go_requested.emit(Place("help")))
        self.privacy = PrivacyCard()
        self.privacy.privacy_wanted.connect(self._on_privacy_wanted)
        self._cards: tuple[SettingCard, ...] = (
            self.appearance,
            self.prompts,
            self.prompt_lists,
            self.memories,
            self.writing,
            HistoryCard(theme),
            self.spelling,
            self.locking,
            self.ways_in,
            self.journals,
            self.help,
            self.privacy,
            AboutCard(version, theme),
        )
        scroll = ScrollColumn(WIDEST)
        scroll.body.setSpacing(S16)
        scroll.body.addWidget(PageTitle(self.title()))
        scroll.body.addWidget(self._refusal)
        for card in self._cards:
            scroll.body.addWidget(card)
        scroll.body.addStretch(1)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(scroll)
        self._memory = ScrollMemory(scroll, self._cards)
        self.render_state(presenter.state)

    @override
    def title(self) -> str:
        return self.tr("Settings")

    @override
    def visit(self, place: Place) -> None:
        self._presenter.read()
        self._prompting.read()
        self.spelling.spelling.read()
        self._memory.return_to(place.view)

    @override
    def place(self) -> Place:
        return Place(self.name, None, self._memory.view())

    @override
    def refresh(self, changed: Changed) -> None:
        self._presenter.refresh(changed)
        self._prompting.refresh(changed)
        self.spelling.spelling.refresh(changed)

    @override
    def first_focus(self) -> QWidget:
        """The first control of the card in front."""
        in_card = self._memory.card.findChildren(QWidget)
        return next((widget for widget in in_card if _takes_keys(widget, self)), self.appearance.theme_choice)

    def render_state(self, state: SettingsState) -> None:
        """Show this state."""
        for card in self._cards:
            card.render_state(state)
        self._refusal.say(sentence(state.trouble) if state.trouble is not None else None)

    def _render_prompts(self, state: PromptsState) -> None:
        if state.overview is not None:
            self.prompts.show_overview(state.overview)
            self.prompt_lists.show_overview(state.overview)
        if state.trouble is not None:
            self._refusal.say(sentence(state.trouble))

    def _on_privacy_wanted(self) -> None:
        self.go_requested.emit(Place("privacy"))


def _takes_keys(widget: QWidget, page: QWidget) -> bool:
    takes_tab = widget.focusPolicy().value & Qt.FocusPolicy.TabFocus.value
    return bool(takes_tab) and widget.isEnabled() and widget.isVisibleTo(page)
