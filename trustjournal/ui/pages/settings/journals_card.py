"""Where this journal is, when it was opened, and other journals."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from trustjournal.domain.arrival import Arrival
from trustjournal.domain.clock import Clock
from trustjournal.domain.vault_task import VaultTask
from trustjournal.ui.kit.button import Button, ButtonKind
from trustjournal.ui.kit.button_row import button_row
from trustjournal.ui.kit.labels import PlainLabel
from trustjournal.ui.kit.path_label import PathLabel
from trustjournal.ui.kit.theme import Theme
from trustjournal.ui.kit.tokens import S8
from trustjournal.ui.pages.settings.presenter import SettingsPresenter
from trustjournal.ui.pages.settings.setting_card import SettingCard
from trustjournal.ui.pages.settings.setting_row import SettingRow
from trustjournal.ui.parts.opening_words import failed_words, last_opened_words


class JournalsCard(SettingCard):
    """The folder, the openings, other journals, and the end of this one."""

    name = "journals"

    def __init__(
        self,
        presenter: SettingsPresenter,
        theme: Theme,
        clock: Clock,
        *,
        arrival: Arrival,
        last_opened: datetime | None,
        folder: Path,
    ) -> None:
        super().__init__()
        self.set_title(self.tr("Journals"))
        self._presenter = presenter
        self.move_away = self._button(self.tr("Move…"), VaultTask.MOVE)
        self.move_away.setAccessibleName(self.tr("Move this journal"))
        self.open_another = self._button(self.tr("Another journal…"), VaultTask.OPEN_ANOTHER)
        self.make_another = self._button(self.tr("Make another…"), VaultTask.MAKE_ANOTHER)
        self.make_another.setAccessibleName(self.tr("Make another journal"))
        self.delete = self._button(self.tr("Delete this journal…"), VaultTask.DELETE, "danger")
        opened = PlainLabel(self._openings(arrival, last_opened, clock), wrap=True)
        self.add_rows(
            SettingRow(
                self.tr("Where this journal is"),
                self.tr("A copy of the whole folder, made while it is locked, is a copy of the journal."),
                _place(folder, self.move_away),
                theme,
            ),
            SettingRow(
                self.tr("Opened before"),
                self.tr("Attempts are simply counted on this computer; someone with the files could reset that."),
                opened,
                theme,
            ),
            SettingRow(
                self.tr("Other journals"),
                self.tr("Each has its own passphrase. This one locks first."),
                button_row(self.open_another, self.make_another),
                theme,
            ),
            SettingRow(
                self.tr("Delete this journal"),
                self.tr(
                    "It locks first and asks. What is deleted cannot be brought back here, but disks and backups may "
                    "keep traces of the encrypted files."
                ),
                button_row(self.delete),
                theme,
            ),
        )

    def _openings(self, arrival: Arrival, last_opened: datetime | None, clock: Clock) -> str:
        if last_opened is None:
            words = self.tr("This is the first time.")
        else:
            words = last_opened_words(last_opened, clock.zone())
        failed = arrival.failed_attempts
        since = failed_words(failed) if failed else self.tr("No failed attempts since.")
        return words if last_opened is None and not failed else f"{words} {since}"

    def _button(self, words: str, task: VaultTask, kind: ButtonKind = "plain") -> Button:
        button = Button(words, kind)
        button.clicked.connect(lambda: self._presenter.start(task))
        return button


def _place(folder: Path, move: Button) -> QWidget:
    path = PathLabel(str(folder))
    path.setToolTip(str(folder))
    whole = QWidget()
    column = QVBoxLayout(whole)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(S8)
    column.addWidget(path)
    column.addWidget(move, 0, Qt.AlignmentFlag.AlignLeading)
    return whole
