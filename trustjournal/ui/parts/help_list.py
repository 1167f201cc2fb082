"""The help numbers of the country somebody chooses. Nothing finds out where they are, and nothing is dialled."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QSizePolicy, QVBoxLayout, QWidget

from trustjournal.domain.help import HelpNumbers, HelpStatus
from trustjournal.ui.kit.card import Card
from trustjournal.ui.kit.labels import SoftLabel
from trustjournal.ui.kit.notice import Notice
from trustjournal.ui.kit.theme import Theme
from trustjournal.ui.kit.tokens import S12
from trustjournal.ui.parts.care_words import if_one_fails
from trustjournal.ui.parts.help_line_card import HelpLineCard
from trustjournal.ui.parts.labelled import Labelled


class HelpList(Card):
    """A choice of country, and under it one card for each number."""

    country_chosen = Signal(str)
    """The id of a country, or empty for none."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self.set_title(self.tr("Numbers by country"))
        self._theme = theme
        self._shown: tuple[HelpNumbers, str, date] | None = None
        self.countries = QComboBox()
        self.countries.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        self.countries.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.countries.setMinimumContentsLength(16)
        self.countries.activated.connect(self._on_countries_activated)
        self._old = Notice(kind="care")
        self._notes = QWidget()
        notes = QVBoxLayout(self._notes)
        notes.setContentsMargins(0, 0, 0, 0)
        notes.setSpacing(S12)
        self._how_sure = SoftLabel()
        notes.addWidget(self._how_sure)
        notes.addWidget(self._old)
        self._lines = QVBoxLayout()
        self._lines.setSpacing(S12)
        self.body.addWidget(SoftLabel(self.tr("You choose. Nothing here finds out where you are.")))
        self.body.addWidget(Labelled(self.tr("Country"), self.countries))
        self.body.addWidget(self._notes)
        self.body.addLayout(self._lines)

    @property
    def cards(self) -> tuple[HelpLineCard, ...]:
        """The numbers that are shown."""
        items = [self._lines.itemAt(place) for place in range(self._lines.count())]
        widgets = [item.widget() for item in items if item is not None]
        return tuple(widget for widget in widgets if isinstance(widget, HelpLineCard))

    def show_numbers(self, numbers: HelpNumbers, country_id: str, today: date) -> None:
        """Offer these countries and show the numbers of one, or of none where this file does not have it."""
        if self._shown == (numbers, country_id, today):
            return
        if self._shown is None or self._shown[0] != numbers:
            self._offer(numbers)
        self._shown = (numbers, country_id, today)
        country = numbers.country(country_id)
        self.countries.setCurrentIndex(max(0, self.countries.findData(country_id)))
        for card in self.cards:
            self._lines.removeWidget(card)
            card.hide()
            card.deleteLater()
        lines = country.lines if country is not None else ()
        for line in lines:
            self._lines.addWidget(HelpLineCard(line, self._theme))
        self._notes.setVisible(bool(lines))
        self._how_sure.setText(self._how_far_checked({line.status for line in lines}) + " " + if_one_fails())
        is_old = any(line.is_old(today) for line in lines)
        self._old.say(
            self.tr("Some of these were read more than a year ago. A newer version of this program may know better.")
            if is_old
            else ""
        )

    def _how_far_checked(self, status: set[HelpStatus]) -> str:
        if HelpStatus.VERIFIED not in status:
            return self.tr(
                "We read each number in a saved copy of a page of the service or of a government. "
                "Nobody called it to try."
            )
        if HelpStatus.SOURCE_CHECKED not in status:
            return self.tr(
                "Two people read each number on a page of the service or of a government, "
                "and called where that is right."
            )
        return self.tr(
            "Some numbers were checked by two people, and say so. The others we read in a saved copy of a page of the "
            "service or of a government. Nobody called those to try."
        )

    def _offer(self, numbers: HelpNumbers) -> None:
        self.countries.clear()
        self.countries.addItem(self.tr("Choose a country"), "")
        for country in numbers.countries:
            self.countries.addItem(country.name, country.id)

    def _on_countries_activated(self, _index: int) -> None:
        self.country_chosen.emit(str(self.countries.currentData()))
