"""The unlock screen: the journal's name, one field, one button, and the other ways in below them."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QEvent, QPoint, QSize, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QMenu, QSizePolicy, QWidget
from typing_extensions import override

from trustjournal.domain.vault_task import VaultNews, VaultTask
from trustjournal.errors import WrongPassphraseError
from trustjournal.ui.kit.button import Button
from trustjournal.ui.kit.icons import Icons
from trustjournal.ui.kit.keyboard_layout import KeyboardLayout
from trustjournal.ui.kit.passphrase_edit import PassphraseEdit
from trustjournal.ui.kit.theme import Theme
from trustjournal.ui.kit.tokens import S4, S8, S16, S24, S32
from trustjournal.ui.kit.typing_hint import TypingHint
from trustjournal.ui.messages import Message
from trustjournal.ui.prompt.flow.getting_in import is_task, offers_code, offers_computer
from trustjournal.ui.prompt.lock_tile import LockTile
from trustjournal.ui.prompt.prompt_screen import PromptScreen
from trustjournal.ui.prompt.state import Need, PromptState, Spot

COLUMN_WIDTH = 380
"""Pixels at 100 % text."""


class UnlockScreen(PromptScreen):
    """Asks for the passphrase of one journal."""

    unlock_pressed = Signal(str)
    """The passphrase as typed."""
    computer_pressed = Signal()
    recovery_wanted = Signal()
    journal_chosen = Signal(object)
    """The folder (`Path`) of another known journal."""
    folder_wanted = Signal()
    create_wanted = Signal()
    help_wanted = Signal()
    order_left = Signal()
    """Just open the journal."""

    def __init__(
        self,
        theme: Theme,
        icons: Icons,
        keyboard: KeyboardLayout,
        parent: QWidget | None = None,
        *,
        offers_help: bool = False,
    ) -> None:
        super().__init__(theme, icons, parent, width=COLUMN_WIDTH)
        self._folder: Path | None = None
        self._others: tuple[Path, ...] = ()
        self._offers_others = False
        for label in (self.title, self.words):
            label.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        self.passphrase = PassphraseEdit(icons, self.tr("Passphrase"), label=self.tr("Passphrase"), large=True)
        self.passphrase.returnPressed.connect(self._on_unlock_wanted)
        self.passphrase.textEdited.connect(self.edited)
        self._hint = TypingHint(keyboard, self.passphrase)
        self._hint.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        self._hint.setContentsMargins(0, 0, 0, S8)
        self.unlock = Button("", "primary", large=True)
        self.unlock.clicked.connect(self._on_unlock_wanted)
        self.computer = Button(self.tr("Unlock with this computer"), large=True)
        self.computer.clicked.connect(self.computer_pressed)
        for button in (self.unlock, self.computer):
            button.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.just_open = Button(self.tr("Just open the journal"), "quiet")
        self.just_open.clicked.connect(self.order_left)
        self.recovery = Button(self.tr("Use recovery code"), "quiet")
        self.recovery.clicked.connect(self.recovery_wanted)
        self.another = Button(self.tr("Another journal…"), "quiet")
        self.another.clicked.connect(self._show_menu)
        self.help = Button(self.tr("Help"), "quiet")
        self.help.setToolTip(self.tr("Help (F1)"))
        self.help.clicked.connect(self.help_wanted)
        if not offers_help:
            self.help.hide()
        self.buttons = [self.unlock, self.computer, self.recovery, self.another, self.just_open, self.help]
        self.spots = {Spot.PASSPHRASE: self.passphrase}
        self._lay_out(icons)
        theme.changed.connect(self._place)
        self._place()

    @override
    def begin(self, state: PromptState) -> None:
        self.passphrase.forget()

    @override
    def show_state(self, state: PromptState) -> None:
        if state.folder != self._folder:
            self._folder = state.folder
            self.passphrase.forget()  # it was meant for another journal
            self.passphrase.setFocus(Qt.FocusReason.OtherFocusReason)
        self._others = tuple(folder for folder in state.journals if folder != state.folder)
        self._offers_others = self._offers_others or state.offers_others
        self.title.setText(state.folder.name if state.folder is not None else "")
        self.words.setText(self._words(state))
        self.unlock.setText(self.tr("Unlocking…") if state.is_working else self.tr("Unlock"))
        is_for_task = state.order is not None and is_task(state.order.task)
        self.computer.setVisible(offers_computer(state))
        self.recovery.setVisible(offers_code(state))
        self.another.setVisible(not is_for_task)
        self.just_open.setVisible(is_for_task)
        self.passphrase.setReadOnly(state.is_working)
        super().show_state(state)
        if state.is_working and not self.passphrase.hasFocus():
            self.passphrase.setFocus(Qt.FocusReason.OtherFocusReason)
        trouble = state.trouble
        reason = trouble.reason if trouble is not None else None
        self.passphrase.set_problem(isinstance(reason, (Need, WrongPassphraseError)))
        if isinstance(reason, Need):
            self.refusal.say(Message(self.tr("Type the passphrase first"), "", ""))
        self._below_refusal.setFixedHeight(S8 if trouble is not None else 0)
        # "Locked. Nothing of it is in memory" over words of trouble would be taken for a part of them.
        self.words.setVisible(trouble is None or is_for_task)
        self._place()

    @override
    def tell_opening(self) -> None:
        """The words over the field say so."""

    @override
    def first_focus(self) -> QWidget:
        return self.another if self._offers_others else self.passphrase

    @override
    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.WindowActivate and self._offers_others:
            self._offers_others = False
            self._show_menu()
        return super().event(event)

    def _words(self, state: PromptState) -> str:
        if state.is_done:
            return self.tr("Unlocked. Opening your journal…")
        if state.order is not None and is_task(state.order.task):
            return self._order_words(state.order.task)
        if state.news is VaultNews.MOVED:
            return self.tr("It is in its new place. Unlock it there.")
        return self.tr("Locked. Nothing of it is in memory.")

    def _order_words(self, task: VaultTask) -> str:
        words = {
            VaultTask.CHANGE_PASSPHRASE: self.tr("To change your passphrase, type the present one."),
            VaultTask.MAKE_RECOVERY_CODE: self.tr("To make a recovery code, type your passphrase."),
            VaultTask.TRY_RECOVERY_CODE: self.tr("To try your recovery code, type your passphrase first."),
            VaultTask.TRUST_THIS_COMPUTER: self.tr("To let this computer unlock it, type your passphrase."),
            VaultTask.REMOVE_WAY_IN: self.tr("To close a way in, type your passphrase."),
            VaultTask.RE_ENCRYPT: self.tr("To encrypt everything anew, type your passphrase."),
            VaultTask.DELETE: self.tr("To delete this journal, type its passphrase."),
        }
        return words[task]

    def _on_unlock_wanted(self) -> None:
        self.unlock_pressed.emit(self.passphrase.text())

    def _link_buttons(self) -> tuple[Button, ...]:
        return self.recovery, self.another, self.just_open, self.help

    def _show_menu(self) -> None:
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        names = [folder.name for folder in self._others]
        for folder in self._others:
            is_twice = names.count(folder.name) > 1
            words = f"{folder.name} — {folder.parent}" if is_twice else folder.name
            action = menu.addAction(words.replace("&", "&&"))
            action.triggered.connect(lambda _checked=False, folder=folder: self.journal_chosen.emit(folder))
        if self._others:
            menu.addSeparator()
        menu.addAction(self.tr("Open a journal’s folder…")).triggered.connect(self.folder_wanted)
        menu.addAction(self.tr("Make a new journal…")).triggered.connect(self.create_wanted)
        menu.popup(self.another.mapToGlobal(QPoint(0, self.another.height() + S4)))

    def _lay_out(self, icons: Icons) -> None:
        body = self.area.body
        body.setSpacing(0)
        self._above = QWidget()
        body.addWidget(self._above)
        body.addWidget(LockTile(self.theme, icons), 0, Qt.AlignmentFlag.AlignHCenter)
        body.addSpacing(S16 + S4)
        body.addWidget(self.title)
        body.addSpacing(S8)
        policy = self.words.sizePolicy()
        policy.setRetainSizeWhenHidden(True)  # the field below it stays where it is
        self.words.setSizePolicy(policy)
        body.addWidget(self.words)
        body.addSpacing(S24)
        body.addWidget(self.passphrase)
        body.addSpacing(S8)
        body.addWidget(self._hint)
        body.addWidget(self.calm)
        body.addWidget(self.refusal)
        self._below_refusal = QWidget()
        body.addWidget(self._below_refusal)
        body.addWidget(self.unlock)
        body.addSpacing(S8)
        body.addWidget(self.computer)
        body.addSpacing(S4)
        links = QWidget()
        row = self._links = QBoxLayout(QBoxLayout.Direction.LeftToRight, links)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(S8)
        row.addStretch(1)
        for link in self._link_buttons():
            row.addWidget(link, 0, Qt.AlignmentFlag.AlignHCenter)
        row.addStretch(1)
        body.addWidget(links)
        body.addStretch(1)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._place()

    def _place(self) -> None:
        """The room above depends on the window alone, so that a sentence that appears moves nothing above it."""
        self._above.setFixedHeight(max(0, self.height() // 2 - self.theme.sp(175)))
        shown = [link for link in self._link_buttons() if not link.isHidden()]
        side_by_side = sum(link.sizeHint().width() for link in shown) + S8 * (len(shown) - 1)
        room = min(self.theme.sp(COLUMN_WIDTH), self.width() - 3 * S32)
        directions = QBoxLayout.Direction
        self._links.setDirection(directions.LeftToRight if side_by_side <= room else directions.TopToBottom)
        self._links.update()

    @override
    def minimumSizeHint(self) -> QSize:
        return QSize(320, 240)
