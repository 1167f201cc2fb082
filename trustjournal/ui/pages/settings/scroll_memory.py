"""Where a page with cards is scrolled to, said by a card, so that other words and text sizes do not move it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QScrollArea, QWidget

from trustjournal.domain.place import ViewState
from trustjournal.ui.kit.text_scale import scaled
from trustjournal.ui.pages.settings.setting_card import SettingCard

_CARD, _BELOW = "card", "below"


class ScrollMemory(QObject):
    """Tells where `area` is scrolled to, and brings it there again once the cards have found their heights."""

    def __init__(self, area: QScrollArea, cards: Sequence[SettingCard]) -> None:
        super().__init__(area)
        self._area = area
        self._cards = {card.name: card for card in cards}
        self._goal: tuple[SettingCard, int] | None = None
        bar = area.verticalScrollBar()
        bar.rangeChanged.connect(self._on_bar_range_changed)
        bar.actionTriggered.connect(self._on_bar_action_triggered)

    @property
    def card(self) -> SettingCard:
        """The card that is in front: the first that is not mostly scrolled away."""
        if self._goal is not None:
            return self._goal[0]
        top = self._area.verticalScrollBar().value()
        cards = tuple(self._cards.values())
        return next((card for card in cards if _top(card) + card.height() // 2 > top), cards[-1])

    def view(self) -> ViewState:
        """Where it is scrolled to."""
        card = self.card
        pixels = self._area.verticalScrollBar().value() - _top(card)
        if self._goal is not None:
            pixels = scaled(self._goal[1])
        return {_CARD: card.name, _BELOW: round(pixels / max(1, scaled(100)) * 100)}

    def return_to(self, view: Mapping[str, str | int | bool | None]) -> None:
        """Go where `view` says, as far as it says something that is still there."""
        card, below = self._cards.get(str(view.get(_CARD))), view.get(_BELOW)
        if card is not None and isinstance(below, int):
            self._goal = (card, below)
            self._reach_goal()

    def _reach_goal(self) -> None:
        if self._goal is not None:
            card, below = self._goal
            self._area.verticalScrollBar().setValue(_top(card) + scaled(below))

    def _on_bar_range_changed(self) -> None:
        self._reach_goal()

    def _on_bar_action_triggered(self) -> None:
        """The person scrolls: from now on they say where."""
        self._goal = None


def _top(card: QWidget) -> int:
    """How far down the page a card begins."""
    top, widget = 0, card
    parent = widget.parentWidget()
    while parent is not None and widget.objectName() != "scroll_page":
        top += widget.y()
        widget, parent = parent, parent.parentWidget()
    return top
