"""What opens the journal, and what can be done about it."""

from __future__ import annotations

from PySide6.QtWidgets import QVBoxLayout, QWidget
from typing_extensions import override

from trustjournal.domain.clock import Clock
from trustjournal.domain.moment import Moment
from trustjournal.domain.settings import JournalSettings
from trustjournal.domain.vault_task import VaultTask
from trustjournal.domain.way_in import WayIn, WayInKind
from trustjournal.ui.kit.button import Button
from trustjournal.ui.kit.button_row import button_row
from trustjournal.ui.kit.divider import Divider
from trustjournal.ui.kit.labels import PlainLabel
from trustjournal.ui.kit.notice import Notice
from trustjournal.ui.kit.theme import Theme
from trustjournal.ui.kit.tokens import S8, S12
from trustjournal.ui.pages.settings.presenter import SettingsPresenter, SettingsState, WaysIn
from trustjournal.ui.pages.settings.setting_card import SettingCard
from trustjournal.ui.pages.settings.setting_row import SettingRow
from trustjournal.ui.pages.settings.way_in_row import WayInRow
from trustjournal.ui.parts.when import day_words, moment_words


class WaysInCard(SettingCard):
    """The list of ways in, and under it what changes them."""

    name = "ways-in"

    def __init__(self, presenter: SettingsPresenter, theme: Theme, clock: Clock) -> None:
        super().__init__()
        self.set_title(self.tr("What opens this journal"))
        self._presenter = presenter
        self._theme = theme
        self._clock = clock
        self._shown: tuple[WaysIn, JournalSettings] | None = None
        self.rows: list[WayInRow] = []
        self._list = QVBoxLayout()
        self._list.setSpacing(S12)
        self._no_code = Notice(
            self.tr("There is no recovery code yet. Without one, a forgotten passphrase cannot be helped.")
        )
        self.change_passphrase = self._button(self.tr("Change passphrase…"), VaultTask.CHANGE_PASSPHRASE)
        self.make_code = self._button(self.tr("Make a recovery code…"), VaultTask.MAKE_RECOVERY_CODE)
        self.try_code = self._button(self.tr("Try your code…"), VaultTask.TRY_RECOVERY_CODE)
        self.try_code.setAccessibleName(self.tr("Try your recovery code"))
        self.trust = self._button(self.tr("Turn on…"), VaultTask.TRUST_THIS_COMPUTER)
        self.trust.setAccessibleName(self.tr("Turn on unlocking with this computer"))
        self.distrust = Button(self.tr("Turn off…"))
        self.distrust.setAccessibleName(self.tr("Turn off unlocking with this computer"))
        self.distrust.clicked.connect(self._on_distrust_clicked)
        self.re_encrypt = self._button(self.tr("Encrypt it anew…"), VaultTask.RE_ENCRYPT)
        self.re_encrypt.setAccessibleName(self.tr("Encrypt everything anew"))
        self._lay_out()

    @override
    def render_state(self, state: SettingsState) -> None:
        ways, journal = state.ways, state.journal
        for button in (self.change_passphrase, self.make_code, self.trust, self.re_encrypt):
            button.setEnabled(ways is not None)
        if ways is None or journal is None or self._shown == (ways, journal):
            return
        self._shown = (ways, journal)
        self._show_ways(ways, journal)
        has_code = ways.recovery is not None
        self._no_code.setVisible(not has_code)
        self.make_code.setText(self.tr("Make a new one…") if has_code else self.tr("Make a recovery code…"))
        self.make_code.setAccessibleName(
            self.tr("Make a new recovery code") if has_code else self.tr("Make a recovery code")
        )
        self.try_code.setVisible(has_code)
        self.trust.setVisible(ways.here is None)
        self.distrust.setVisible(ways.here is not None)

    def _show_ways(self, ways: WaysIn, journal: JournalSettings) -> None:
        for row in self.rows:
            self._list.removeWidget(row)
            row.hide()
            row.deleteLater()
        self.rows = []
        for way in ways.all:
            name, since = self._words(way, ways, journal)
            row = WayInRow(name, since, self._theme, can_be_removed=way.kind is not WayInKind.PASSPHRASE)
            if row.remove is not None:
                row.remove.clicked.connect(lambda _checked=False, way=way: self._presenter.remove(way))
            self._list.addWidget(row)
            self.rows.append(row)

    def _words(self, way: WayIn, ways: WaysIn, journal: JournalSettings) -> tuple[str, str]:
        made = Moment.of(way.made_at, self._clock.zone())
        since = self.tr("Since {day}")
        if way.kind is WayInKind.PASSPHRASE:
            return self.tr("Passphrase"), since.format(day=day_words(made.day))
        if way.kind is WayInKind.RECOVERY:
            tried = journal.recovery_tried_on
            words = self.tr("Made on {day}, never tried") if tried is None else self.tr("Last tried on {day}")
            return self.tr("Recovery code"), words.format(day=day_words(made.day if tried is None else tried))
        name = self.tr("This computer") if ways.is_here(way) else self.tr("Another computer")
        return name, since.format(day=moment_words(made))

    def _lay_out(self) -> None:
        self.body.addWidget(
            PlainLabel(
                self.tr(
                    "To change any of this, the journal locks first and asks for your passphrase. "
                    "Then you come back here."
                ),
                wrap=True,
            )
        )
        self.body.addLayout(self._list)
        self.body.addWidget(Divider())
        self.add_rows(
            SettingRow(
                self.tr("Passphrase"),
                self.tr("Takes a moment. Backups made before still open with the old one."),
                button_row(self.change_passphrase),
                self._theme,
            ),
            SettingRow(
                self.tr("Recovery code"),
                self.tr(
                    "A code on paper that opens the journal if you forget the passphrase. Trying it changes nothing."
                ),
                _under(self._no_code, button_row(self.make_code, self.try_code)),
                self._theme,
            ),
            SettingRow(
                self.tr("Unlock with this computer"),
                self.tr("Anyone who is logged in as you on this computer can then open this journal."),
                button_row(self.trust, self.distrust),
                self._theme,
            ),
            SettingRow(
                self.tr("Encrypt everything anew"),
                self.tr(
                    "Makes a new key and writes the whole journal again. Do this if somebody may know your passphrase. "
                    "The recovery code and other computers then open it no more. Backups made before stay as they are."
                ),
                button_row(self.re_encrypt),
                self._theme,
            ),
        )

    def _button(self, words: str, task: VaultTask) -> Button:
        button = Button(words)
        button.clicked.connect(lambda: self._presenter.start(task))
        return button

    def _on_distrust_clicked(self) -> None:
        ways = self._presenter.state.ways
        if ways is not None and ways.here is not None:
            self._presenter.remove(ways.here)


def _under(notice: Notice, buttons: QWidget) -> QWidget:
    whole = QWidget()
    column = QVBoxLayout(whole)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(S8)
    column.addWidget(notice)
    column.addWidget(buttons)
    return whole
