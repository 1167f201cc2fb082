"""What the program does on this computer, as the computer tells it, looked up again while somebody looks."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QTimer
from PySide6.QtGui import QHideEvent, QShowEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget
from typing_extensions import override

from trustjournal.domain.place import Place
from trustjournal.ui.kit.card import Card
from trustjournal.ui.kit.icons import Icons
from trustjournal.ui.kit.labels import PageTitle, PlainLabel, SoftLabel
from trustjournal.ui.kit.scroll_column import ScrollColumn
from trustjournal.ui.kit.theme import Theme
from trustjournal.ui.kit.tokens import S16
from trustjournal.ui.messages import sentence
from trustjournal.ui.pages.privacy.clear_card import ClearCard
from trustjournal.ui.pages.privacy.now_card import NowCard
from trustjournal.ui.pages.privacy.presenter import PrivacyPresenter, PrivacyState
from trustjournal.ui.pages.privacy.protection_card import ProtectionCard
from trustjournal.ui.pages.privacy.self_test_card import SelfTestCard
from trustjournal.ui.pages.privacy.written_card import WrittenCard
from trustjournal.ui.parts.page import Page
from trustjournal.ui.parts.refusal import Refusal

WIDEST = 680
LOOKS_EVERY_MS = 2_000


class PrivacyPage(Page):
    """Privacy. Its presenter is made by it, with the function that shows its state."""

    name = "privacy"
    icon_name = "eye"

    def __init__(
        self,
        make_presenter: Callable[[Callable[[PrivacyState], None]], PrivacyPresenter],
        *,
        settings_file: str,
        theme: Theme,
        icons: Icons,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._presenter = make_presenter(self.render_state)
        self._timer = QTimer(self)
        self._timer.setInterval(LOOKS_EVERY_MS)
        self._timer.timeout.connect(self._presenter.look)
        self._refusal = Refusal(theme, icons)
        self.now = NowCard(theme)
        self.self_test = SelfTestCard(theme)
        self.self_test.test_wanted.connect(self._presenter.test)
        self.protection = ProtectionCard(theme)
        self.written = WrittenCard(theme)
        scroll = ScrollColumn(WIDEST)
        scroll.body.setSpacing(S16)
        scroll.body.addWidget(PageTitle(self.title()))
        scroll.body.addWidget(
            SoftLabel(self.tr("As this computer tells it, looked up anew every two seconds while you are here."))
        )
        scroll.body.addWidget(self._refusal)
        for card in (
            self.now,
            self.self_test,
            self.protection,
            self.written,
            ClearCard(settings_file),
            self._backups(),
        ):
            scroll.body.addWidget(card)
        scroll.body.addStretch(1)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(scroll)
        self.render_state(self._presenter.state)

    @override
    def title(self) -> str:
        return self.tr("Privacy")

    @override
    def visit(self, place: Place) -> None:
        self._presenter.look()

    @override
    def settle(self) -> None:
        """A test that runs is not waited for, neither by another page nor by the lock."""
        self._presenter.stop()

    @override
    def first_focus(self) -> QWidget:
        return self.self_test.start

    @override
    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._presenter.look()
        self._timer.start()

    @override
    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self._timer.stop()

    def render_state(self, state: PrivacyState) -> None:
        """Show this state."""
        if state.proof is not None:
            self.now.show_proof(state.proof)
            self.protection.show_proof(state.proof)
            self.written.show_proof(state.proof)
        self.self_test.render_state(state)
        self._refusal.say(sentence(state.trouble) if state.trouble is not None else None)

    def _backups(self) -> Card:
        card = Card(self.tr("Backups"))
        card.body.addWidget(
            PlainLabel(
                self.tr(
                    "There are no automatic backups yet, so none was checked. A copy of the journal’s whole folder, "
                    "made while it is locked, is a backup."
                ),
                wrap=True,
            )
        )
        return card
