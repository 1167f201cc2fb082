"""A button that tries what the program relies on, and what came of it."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent
from PySide6.QtWidgets import QVBoxLayout

from trustjournal.domain.self_test import CheckResult
from trustjournal.ui.kit.button import Button
from trustjournal.ui.kit.card import Card
from trustjournal.ui.kit.labels import PlainLabel
from trustjournal.ui.kit.marked_row import MarkedRow
from trustjournal.ui.kit.theme import Theme
from trustjournal.ui.kit.tokens import S12
from trustjournal.ui.pages.privacy.presenter import PrivacyState
from trustjournal.ui.pages.privacy.words import check_words


class SelfTestCard(Card):
    """The results stay until the next test."""

    test_wanted = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.set_title(self.tr("Test it now"))
        self._theme = theme
        self._shown: tuple[CheckResult, ...] | None = None
        self.rows: list[MarkedRow] = []
        self.start = Button(self.tr("Test it now"), "primary")
        self.start.clicked.connect(self.test_wanted)
        self.summary = PlainLabel(wrap=True)
        self._list = QVBoxLayout()
        self._list.setSpacing(S12)
        self.body.addWidget(
            PlainLabel(
                self.tr(
                    "This makes a throw-away journal, writes a made-up word in it, looks for the word from outside, "
                    "and deletes it all. Your own journal is not touched."
                ),
                wrap=True,
            )
        )
        self.body.addWidget(self.start, 0, Qt.AlignmentFlag.AlignLeading)
        self.body.addWidget(self.summary)
        self.body.addLayout(self._list)

    def render_state(self, state: PrivacyState) -> None:
        """Show that it runs, or what came of it."""
        self._say(self._summary(state))
        if state.results != self._shown:
            self._shown = state.results
            self._show_results(state.results or ())

    def _summary(self, state: PrivacyState) -> str:
        if state.is_testing:
            return self.tr("Testing. This takes a few seconds…")
        if state.results is None:
            return ""
        failed = sum(not result.holds for result in state.results)
        if failed:
            return self.tr(
                "%n check(s) did not hold. Better not write anything private here until it is clear why.", "", failed
            )
        return self.tr("Everything holds on this computer.")

    def _say(self, summary: str) -> None:
        self.summary.setVisible(bool(summary))
        if summary == self.summary.text():
            return
        self.summary.setText(summary)
        if summary and QAccessible.isActive():
            QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self.summary, summary))

    def _show_results(self, results: tuple[CheckResult, ...]) -> None:
        for row in self.rows:
            self._list.removeWidget(row)
            row.hide()
            row.deleteLater()
        self.rows = []
        for result in results:
            name, sentence = check_words(result)
            row = MarkedRow(name, self._theme)
            row.say(
                self.tr("holds") if result.holds else self.tr("does not hold"),
                sentence,
                "good" if result.holds else "bad",
            )
            self._list.addWidget(row)
            self.rows.append(row)
