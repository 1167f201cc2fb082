"""Today's prompt as a card: which part it comes from, how deep it goes, its words, and what can be done with it."""

from __future__ import annotations

from dataclasses import dataclass, field

from PySide6.QtCore import QEvent, QLocale, Qt, Signal
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QSizePolicy, QWidget
from typing_extensions import override

from trustjournal.domain.prompt import Intensity
from trustjournal.domain.prompt_past import SWAPS_A_DAY
from trustjournal.ui.kit.button import Button
from trustjournal.ui.kit.card import Card
from trustjournal.ui.kit.chip import Chip
from trustjournal.ui.kit.flow_layout import FlowLayout
from trustjournal.ui.kit.labels import ReadingLabel, SoftLabel
from trustjournal.ui.kit.text_scale import scaled
from trustjournal.ui.kit.tokens import S8
from trustjournal.ui.parts.prompt_words import intensity_label

LINES = 2
"""Room for a prompt's words: nearly all take no more, and the buttons below stay where they are with another one."""
WIDEST_WORDS = 700
"""Pixels at 100 % text: no line of a prompt is longer than about 68 characters."""


@dataclass(frozen=True, slots=True)
class PromptFace:
    """What the card shows of a prompt."""

    part_label: str
    intensity: Intensity
    wording: str = field(repr=False)
    minutes: int | None = None
    """About how long writing to it takes."""
    content_note: str | None = field(default=None, repr=False)
    is_folded: bool = False
    has_topics: bool = True
    """Whether there is anything that *not this topic* could switch off."""
    no_other: bool = False
    no_lighter: bool = False
    swaps_used: bool = False
    """The day's prompt was swapped as often as it can be."""

    @property
    def can_lighten(self) -> bool:
        """Something lighter can be asked for."""
        return self.intensity is not Intensity.LIGHT


class PromptCard(Card):
    """The card. Without a prompt, because none fits or it was put off, it offers a blank page."""

    write_requested = Signal()
    another_requested = Signal()
    lighter_requested = Signal()
    skip_requested = Signal()
    not_this_topic_requested = Signal()
    not_for_me_requested = Signal()
    unfold_requested = Signal()
    part_requested = Signal()
    medium_answered = Signal(bool)
    """Asked whether prompts may go a little deeper: whether they may."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self._part = Chip("", "trust", clickable=True)
        self._part.clicked.connect(self.part_requested)
        self._intensity = Chip("")
        self._minutes = SoftLabel(wrap=False, small=True)
        self._label = SoftLabel(self.tr("Today’s prompt"), wrap=False, small=True)
        self._words = ReadingLabel(role="prompt", selectable=True)
        self._words.keep_room(LINES)
        self._fit()
        self._note = SoftLabel("")
        self._stays = SoftLabel("")
        self._write = Button(self.tr("Write about this"), kind="primary")
        self._write.clicked.connect(self.write_requested)
        self._show = Button(self.tr("Show it"), kind="primary")
        self._show.clicked.connect(self.unfold_requested)
        self._another = Button(self.tr("Another"))
        self._another.clicked.connect(self.another_requested)
        self._lighter = Button(self.tr("Lighter"))
        self._lighter.clicked.connect(self.lighter_requested)
        self._not_today = Button(self.tr("Not today"), kind="quiet")
        self._not_today.clicked.connect(self.skip_requested)
        self._not_this = Button(self.tr("Not this topic"), kind="quiet")
        self._not_this.clicked.connect(self.not_this_topic_requested)
        self._not_for_me = Button(self.tr("Not for me"), kind="quiet")
        self._not_for_me.setToolTip(self.tr("Never show this prompt again. Settings can bring it back."))
        self._not_for_me.clicked.connect(self.not_for_me_requested)

        chips = QWidget()
        flow = FlowLayout(chips, gap=S8)
        flow.addWidget(self._part)
        flow.addWidget(self._intensity)
        flow.addWidget(self._minutes)
        head = self._head = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        head.setSpacing(S8)
        head.addWidget(chips, 1)
        head.addWidget(self._label, alignment=Qt.AlignmentFlag.AlignVCenter)
        row = QWidget()
        buttons = FlowLayout(row, gap=S8)
        away = (self._not_today, self._not_this, self._not_for_me)
        for button in (self._write, self._show, self._another, self._lighter, *away):
            buttons.addWidget(button)
        self.body.addLayout(head)
        # In a row of its own, a narrower label is asked how tall it is at its own width, not at the card's.
        words = QHBoxLayout()
        words.addWidget(self._words, 1000)
        words.addStretch(1)
        self.body.addLayout(words)
        self.body.addWidget(self._note)
        self.body.addWidget(row)
        self.body.addWidget(self._stays)  # under the buttons: it comes while the mouse is on one of them
        self._offer = self._make_offer()
        self.body.addWidget(self._offer)

    def show_prompt(self, face: PromptFace | None) -> None:
        """Show a prompt, or that there is none today and a blank page is there."""
        focused: QWidget | None = self.focusWidget()
        had_focus = focused is not None and focused.hasFocus()
        self._render(face)
        if had_focus and not (focused is not None and focused.isVisibleTo(self) and focused.isEnabled()):
            self.first_focus().setFocus(Qt.FocusReason.OtherFocusReason)

    def _render(self, face: PromptFace | None) -> None:
        is_shown = face is not None
        is_folded = face is not None and face.is_folded
        self._part.setVisible(is_shown)
        self._intensity.setVisible(is_shown)
        self._minutes.setVisible(face is not None and face.minutes is not None)
        self._another.setVisible(is_shown)
        self._not_today.setVisible(is_shown)
        self._not_this.setVisible(face is not None and face.has_topics)
        self._not_for_me.setVisible(is_shown)
        self._lighter.setVisible(face is not None and face.can_lighten)
        self._show.setVisible(is_folded)
        self._write.setVisible(not is_folded)
        if face is None:
            self._words.set_text(self.tr("No prompt today. A blank page is always there."))
            self._write.setText(self.tr("Write freely"))
            self._say_notes("", "")
            return
        self._write.setText(self.tr("Write about this"))
        self._part.set_text(face.part_label)
        self._part.setToolTip(self.tr("Open this part of the guide"))
        if face.minutes is not None:
            self._minutes.setText(self.tr("about %n minute(s)", "", face.minutes))
        self._intensity.set_text(intensity_label(face.intensity))
        self._intensity.setAccessibleName(
            self.tr("Intensity: {intensity}").format(intensity=intensity_label(face.intensity))
        )
        if is_folded:
            self._words.set_text(
                self.tr("A deeper prompt is folded away. Open it when you have time and somewhere safe to sit.")
            )
        else:
            self._words.set_text(face.wording)
        self._say_notes(face.content_note or "", self._why_it_stays(face))

    def set_offers_medium(self, *, offers: bool) -> None:
        """Ask, in one quiet line, whether prompts may go a little deeper; or ask no longer."""
        focused: QWidget | None = self._offer.focusWidget()
        had_focus = focused is not None and focused.hasFocus()
        self._offer.setVisible(offers)
        if had_focus and not offers:
            self.first_focus().setFocus(Qt.FocusReason.OtherFocusReason)

    def set_narrow(self, *, narrow: bool) -> None:
        """Put things under each other that stand in a row where there is room."""
        direction = QBoxLayout.Direction.TopToBottom if narrow else QBoxLayout.Direction.LeftToRight
        for row in (self._head, self._offer_row):
            row.setDirection(direction)
            row.update()  # turning it alone leaves the layouts around it with the old heights

    def first_focus(self) -> QWidget:
        """The card's main button."""
        return self._show if self._show.isVisibleTo(self) else self._write

    @override
    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in (QEvent.Type.ApplicationFontChange, QEvent.Type.StyleChange):
            self._fit()

    def _make_offer(self) -> QWidget:
        offer = QWidget()
        self._offer_row = QBoxLayout(QBoxLayout.Direction.LeftToRight, offer)
        self._offer_row.setContentsMargins(0, 0, 0, 0)
        self._offer_row.setSpacing(S8)
        question = SoftLabel(self.tr("Prompts have been light so far. They can go a little deeper, if you like."))
        # Its height follows from its width alone; a layout would otherwise keep room for it as if it were narrow.
        question.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Ignored)
        deeper = Button(self.tr("Go a little deeper"), kind="quiet")
        deeper.clicked.connect(lambda: self.medium_answered.emit(True))  # noqa: FBT003  (a signal takes it by place)
        light = Button(self.tr("Keep them light"), kind="quiet")
        light.clicked.connect(lambda: self.medium_answered.emit(False))  # noqa: FBT003
        answers = QWidget()
        flow = FlowLayout(answers, gap=S8)
        flow.addWidget(deeper)
        flow.addWidget(light)
        self._offer_row.addWidget(question, 1)
        self._offer_row.addWidget(answers, 1)
        offer.hide()
        return offer

    def _fit(self) -> None:
        if hasattr(self, "_words"):
            self._words.setMaximumWidth(scaled(WIDEST_WORDS))

    def _why_it_stays(self, face: PromptFace) -> str:
        """What was asked for did not come. The buttons that asked stay as they are, and so does the keyboard."""
        if face.swaps_used:
            return self.tr(
                "You have looked at {number} others today. This one can wait; a blank page is there too."
            ).format(number=QLocale().toString(SWAPS_A_DAY))
        if face.no_other:
            return self.tr("No other prompt is left for today. This one can wait; a blank page is there too.")
        if face.no_lighter:
            return self.tr("No lighter prompt is left for today. This one can wait; a blank page is there too.")
        return ""

    def _say_notes(self, note: str, why_it_stays: str) -> None:
        for label, words in ((self._note, note), (self._stays, why_it_stays)):
            is_new = words != label.text()
            label.setText(words)
            label.setVisible(bool(words))
            if is_new and words and self.isVisible():
                QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, words))
