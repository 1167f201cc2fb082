"""When the journal locks by itself, and who might look over a shoulder."""

from __future__ import annotations

from PySide6.QtCore import QLocale
from PySide6.QtWidgets import QVBoxLayout, QWidget
from typing_extensions import override

from trustjournal.domain.settings import IDLE_MINUTES_IF_SEEN, OthersMaySee
from trustjournal.ui.kit.segmented import NOTHING, Segmented
from trustjournal.ui.kit.theme import Theme
from trustjournal.ui.kit.tokens import S4
from trustjournal.ui.kit.wrapped_check import WrappedCheck
from trustjournal.ui.pages.settings.presenter import SettingsPresenter, SettingsState
from trustjournal.ui.pages.settings.setting_card import SettingCard
from trustjournal.ui.pages.settings.setting_row import SettingRow

IDLE_MINUTES = (1, 2, 5, 10, 15, 30)


class LockingCard(SettingCard):
    """Who may see the computer, idle time, what else locks, and pictures of the screen."""

    name = "locking"

    def __init__(self, presenter: SettingsPresenter, theme: Theme, *, can_hide_from_capture: bool) -> None:
        super().__init__()
        self.set_title(self.tr("Locking"))
        self._presenter = presenter
        self._theme = theme
        self._is_showing = False
        self.others = self._make_others()
        self.idle = Segmented(
            [
                (str(minutes), self.tr("{minutes} min").format(minutes=QLocale().toString(minutes)))
                for minutes in IDLE_MINUTES
            ],
            value="5",
            label=self.tr("Lock by itself"),
        )
        self.idle.value_changed.connect(self._on_idle_value_changed)
        self.on_minimise = WrappedCheck(self.tr("Also when the window is minimised"))
        self.on_minimise.clicked.connect(presenter.lock_on_minimise)
        self.on_focus_loss = WrappedCheck(self.tr("Also after 10 seconds behind another window"))
        self.on_focus_loss.clicked.connect(presenter.lock_on_focus_loss)
        self.from_capture = WrappedCheck(self.tr("Keep this window out of them"))
        self.from_capture.clicked.connect(presenter.hide_from_capture)
        self.add_rows(
            self._others_row(),
            SettingRow(
                self.tr("Lock by itself"),
                self.tr("After this long without a key or the mouse. Ctrl+L locks at any moment."),
                self.idle,
                theme,
            ),
            self._out_of_sight_row(),
            self._capture_row(can_hide_from_capture),
        )

    @override
    def render_state(self, state: SettingsState) -> None:
        journal = state.journal
        switches = (self.on_minimise, self.on_focus_loss, self.from_capture)
        for control in (self.others, self.idle, *switches):
            control.setEnabled(journal is not None)
        if journal is None:
            return
        self._is_showing = True
        is_answered = journal.others_may_see is not OthersMaySee.NOT_ASKED
        self.others.set_value(journal.others_may_see.value if is_answered else NOTHING)
        # A time that is not offered is shown as its neighbour, and stays what it is.
        self.idle.set_value(str(min(IDLE_MINUTES, key=lambda minutes: abs(minutes - journal.idle_minutes))))
        self._is_showing = False
        self.on_minimise.set_checked(journal.lock_on_minimise)
        self.on_focus_loss.set_checked(journal.lock_on_focus_loss)
        self.from_capture.set_checked(journal.hide_from_capture)

    def _make_others(self) -> Segmented:
        others = Segmented(
            [
                (OthersMaySee.NO.value, self.tr("No")),
                (OthersMaySee.MAYBE.value, self.tr("Maybe")),
                (OthersMaySee.YES.value, self.tr("Yes")),
            ],
            value=NOTHING,
            label=self.tr("Could anyone who worries you see this computer?"),
        )
        others.value_changed.connect(self._on_others_value_changed)
        return others

    def _others_row(self) -> SettingRow:
        consequences = self.tr(
            "With Maybe or Yes it locks after {minutes} minutes and when minimised, and stays out of screenshots "
            "where the system can do that. You can still change each of these."
        )
        return SettingRow(
            self.tr("Could anyone who worries you see this computer?"),
            consequences.format(minutes=QLocale().toString(IDLE_MINUTES_IF_SEEN)),
            self.others,
            self._theme,
        )

    def _out_of_sight_row(self) -> SettingRow:
        switches = QWidget()
        column = QVBoxLayout(switches)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(S4)
        column.addWidget(self.on_minimise)
        column.addWidget(self.on_focus_loss)
        return SettingRow(
            self.tr("Out of sight"),
            self.tr(
                "When the screen is locked, the computer goes to sleep or another user takes over, it always locks, "
                "as soon as the system tells of it."
            ),
            switches,
            self._theme,
        )

    def _capture_row(self, can_hide_from_capture: bool) -> SettingRow:
        name = self.tr("Screenshots and screen sharing")
        if not can_hide_from_capture:
            self.from_capture.hide()
            self.from_capture.setParent(self)
            sentence = self.tr("This system has no way to keep a window out of them. Locking is what helps here.")
            return SettingRow(name, sentence, None, self._theme)
        sentence = self.tr("They then show an empty window. A camera, or somebody beside you, still sees it.")
        return SettingRow(name, sentence, self.from_capture, self._theme)

    def _on_idle_value_changed(self, value: str) -> None:
        if not self._is_showing:
            self._presenter.choose_idle_minutes(int(value))

    def _on_others_value_changed(self, value: str) -> None:
        if not self._is_showing:
            self._presenter.answer_who_may_see(OthersMaySee(value))
