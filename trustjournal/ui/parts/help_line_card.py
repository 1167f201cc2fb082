"""One number to call, as text: who it is for, what it costs, who says so and when that was read. Nothing dials it."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from trustjournal.domain.help import HelpLine, HelpStatus, ShownOnBill
from trustjournal.ui.kit.card import Card
from trustjournal.ui.kit.labels import PlainLabel, SectionLabel, SoftLabel
from trustjournal.ui.kit.theme import Theme
from trustjournal.ui.kit.tokens import S4, S8
from trustjournal.ui.parts.copied_number import CopiedNumber
from trustjournal.ui.parts.when import day_words


class HelpLineCard(Card):
    """Shows one line of the help numbers."""

    def __init__(self, line: HelpLine, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent, small=True)
        self.setAccessibleName(line.service)
        self.body.setSpacing(S8)
        self.body.addWidget(SectionLabel(line.service, wrap=True))
        self.number = CopiedNumber(line.number, line.dial, line.service, theme)
        self.body.addWidget(PlainLabel(line.who_for, wrap=True))
        self.body.addWidget(self.number)
        facts = QVBoxLayout()
        facts.setSpacing(S4)
        for fact in (line.hours, line.cost, line.text_option, self._languages(line), self._on_bill(line)):
            if fact:
                facts.addWidget(_selectable(SoftLabel(fact)))
        facts.addWidget(SoftLabel(self._source(line), small=True))
        facts.addWidget(SoftLabel(self._checked(line), small=True))
        self.body.addLayout(facts)

    def _languages(self, line: HelpLine) -> str:
        return self.tr("Languages: {languages}").format(languages=line.languages) if line.languages else ""

    def _on_bill(self, line: HelpLine) -> str:
        return {
            ShownOnBill.YES: self.tr("A call can show on a phone bill."),
            ShownOnBill.NO: self.tr("A call does not show on the phone bill. The phone itself still lists it."),
            ShownOnBill.UNKNOWN: self.tr("We do not know if a call shows on the phone bill. It may."),
        }[line.shows_on_bill]

    def _checked(self, line: HelpLine) -> str:
        words = {
            HelpStatus.SOURCE_CHECKED: self.tr("Read in a saved copy of the page on {day}. Numbers can change."),
            HelpStatus.VERIFIED: self.tr("Checked by two people on {day}. Numbers can change."),
        }[line.status]
        return words.format(day=day_words(line.checked_on))

    def _source(self, line: HelpLine) -> str:
        if line.source_date is None:
            return self.tr("Source: {source}, a page without a date.").format(source=line.source)
        return self.tr("Source: {source}, a page of {day}.").format(source=line.source, day=day_words(line.source_date))


def _selectable(label: SoftLabel) -> SoftLabel:
    label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
    return label
