"""Under a prompt that was written about before: when, and what can be done with that."""

from __future__ import annotations

from typing import Protocol

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QVBoxLayout, QWidget

from trustjournal.domain.prompt import Prompt
from trustjournal.services.asking_again import AFTER_DAYS
from trustjournal.ui.kit.button import Button
from trustjournal.ui.kit.flow_layout import FlowLayout
from trustjournal.ui.kit.labels import SoftLabel
from trustjournal.ui.kit.tokens import S8
from trustjournal.ui.pages.guide.prompts.arranging import PromptRow
from trustjournal.ui.parts.when import day_words, short_day_words


class AnswerWishes(Protocol):
    """What can be wished for on a prompt that was answered."""

    def ask_again(self, prompt: Prompt, days: int) -> None: ...
    def then_and_now(self, prompt: Prompt) -> None: ...


class AnsweredLine(QWidget):
    """“Written about on 3 May”, with the earlier words and a later time a click away. Hidden where there is nothing."""

    def __init__(self, wishes: AnswerWishes) -> None:
        super().__init__()
        self._row: PromptRow | None = None
        self._wishes = wishes
        self.when = SoftLabel(small=True)
        self.look = Button(self.tr("Then and now"), "quiet", flush=True)
        self.look.clicked.connect(self._on_look_clicked)
        self.again = Button(self.tr("Ask me again") + "  ▾", "quiet")
        menu = QMenu(self)
        for days in AFTER_DAYS:
            action = QAction(self.tr("In %n day(s)", "", days), self)
            action.triggered.connect(lambda _checked=False, days=days: self._ask(days))
            menu.addAction(action)
        self.again.setMenu(menu)
        self.stop = Button(self.tr("Do not ask again"), "quiet")
        self.stop.clicked.connect(lambda: self._ask(0))
        buttons = QWidget()
        flow = FlowLayout(buttons, gap=S8, row_gap=0)
        for button in (self.look, self.again, self.stop):
            flow.addWidget(button)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.when)
        column.addWidget(buttons)
        self.hide()

    def show_answers(self, row: PromptRow) -> None:
        """Say when this prompt was written about, and whether it will be asked again."""
        asked_or_stopped = self.again.hasFocus() or self.stop.hasFocus()
        self._row = row
        is_seen = bool(row.answers or row.planned) and not row.is_put_away
        self.setVisible(is_seen)
        if not is_seen:
            return
        said = []
        if row.answers:
            said.append(self.tr("Written about on {day}.").format(day=short_day_words(row.answers[-1].day)))
        if len(row.answers) > 1:
            said.append(self.tr("%n time(s) before that.", "", len(row.answers) - 1))
        if row.planned is not None:
            said.append(self.tr("It comes up again from {day}.").format(day=short_day_words(row.planned)))
        self.when.setText(" ".join(said))
        self.look.setVisible(bool(row.answers))
        self.again.setVisible(row.planned is None)
        self.stop.setVisible(row.planned is not None)
        about = "" if row.is_folded else row.prompt.text
        day = day_words(row.answers[-1].day) if row.answers else ""
        for button, words in (
            (self.look, self.tr("Then and now: your words of {day}. {prompt}").format(day=day, prompt=about)),
            (self.again, self.tr("Ask me again. {prompt}").format(prompt=about)),
            (self.stop, self.tr("Do not ask again. {prompt}").format(prompt=about)),
        ):
            button.setAccessibleName(words.strip())
        if asked_or_stopped:
            (self.again if row.planned is None else self.stop).setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_look_clicked(self) -> None:
        if self._row is not None:
            self._wishes.then_and_now(self._row.prompt)

    def _ask(self, days: int) -> None:
        if self._row is not None:
            self._wishes.ask_again(self._row.prompt, days)
