"""The unlock screen: the journal's name, one field, one button."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QPoint, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QMenu, QSizePolicy, QVBoxLayout, QWidget
from typing_extensions import override

from trustjournal.errors import WrongPassphraseError
from trustjournal.ui.kit.button import Button
from trustjournal.ui.kit.icons import Icons
from trustjournal.ui.kit.labels import PageTitle, SoftLabel
from trustjournal.ui.kit.passphrase_edit import PassphraseEdit
from trustjournal.ui.kit.scroll_column import ScrollColumn
from trustjournal.ui.kit.theme import Theme
from trustjournal.ui.kit.tokens import S4, S8, S12, S16, S24, S32
from trustjournal.ui.messages import Message, sentence
from trustjournal.ui.parts.refusal import Refusal
from trustjournal.ui.prompt.lock_tile import LockTile
from trustjournal.ui.prompt.state import Need, PromptState

COLUMN_WIDTH = 380
"""Pixels at 100 % text."""


class UnlockScreen(QWidget):
    """Asks for the passphrase of one journal."""

    unlock_pressed = Signal(str)
    """The passphrase as typed."""
    journal_chosen = Signal(object)
    """The folder (`Path`) of another known journal."""
    folder_wanted = Signal()
    create_wanted = Signal()
    edited = Signal()

    def __init__(self, theme: Theme, icons: Icons, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._folder: Path | None = None
        self._others: tuple[Path, ...] = ()
        self._trouble: object = None
        self._scroll = ScrollColumn(max_width=COLUMN_WIDTH)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(self._scroll)

        self._name = PageTitle()
        self._name.setWordWrap(True)
        self._said = SoftLabel()
        for label in (self._name, self._said):
            label.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        policy = self._said.sizePolicy()
        policy.setRetainSizeWhenHidden(True)  # the field below it stays where it is
        self._said.setSizePolicy(policy)
        self.passphrase = PassphraseEdit(icons, self.tr("Passphrase"), label=self.tr("Passphrase"), large=True)
        self.passphrase.returnPressed.connect(self._on_unlock_wanted)
        self.passphrase.textEdited.connect(self.edited)
        self._caps_lock = self.passphrase.caps_lock_hint()
        self._caps_lock.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        policy = self._caps_lock.sizePolicy()
        policy.setRetainSizeWhenHidden(False)  # nothing below it is being read while somebody types
        self._caps_lock.setSizePolicy(policy)
        self.refusal = Refusal(theme, icons)
        self.unlock = Button("", "primary", large=True)
        self.unlock.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.unlock.clicked.connect(self._on_unlock_wanted)
        self.another = Button(self.tr("Another journal…"), "quiet")
        self.another.clicked.connect(self._on_another_clicked)
        self.create_one = Button(self.tr("Make a new journal"), "quiet")
        self.create_one.clicked.connect(self.create_wanted)
        self._lay_out(icons)
        theme.changed.connect(self._fit)
        self._fit()

    def show_state(self, state: PromptState) -> None:
        """Show this state."""
        if state.folder != self._folder:
            self._folder = state.folder
            self.passphrase.forget()  # it was meant for another journal
            self.passphrase.setFocus(Qt.FocusReason.OtherFocusReason)
        self._others = tuple(folder for folder in state.journals if folder != state.folder)
        self._name.setText(state.folder.name if state.folder is not None else "")
        if state.is_done:
            self._said.setText(self.tr("Unlocked. Opening your journal…"))
        else:
            self._said.setText(self.tr("Locked. Nothing of it is in memory."))
        self.unlock.setText(self.tr("Unlocking…") if state.is_working else self.tr("Unlock"))
        had_focus = self.unlock.hasFocus()
        self.passphrase.setReadOnly(state.is_working)
        for button in (self.unlock, self.another, self.create_one):
            button.setEnabled(not state.is_working)
        if state.is_working and had_focus:
            self.passphrase.setFocus(Qt.FocusReason.OtherFocusReason)
        self._render_trouble(state)

    def first_focus(self) -> QWidget:
        """The widget that gets the keyboard."""
        return self.passphrase

    def _render_trouble(self, state: PromptState) -> None:
        trouble = state.trouble
        is_about_it = trouble is not None and isinstance(trouble.reason, (Need, WrongPassphraseError))
        self.passphrase.set_problem(is_about_it)
        if trouble is None:
            self.refusal.say(None)
        elif isinstance(trouble.reason, Need):
            self.refusal.say(Message(self.tr("Type the passphrase first"), "", ""))
        else:
            self.refusal.say(sentence(trouble.reason))
        self._below_refusal.setFixedHeight(S8 if trouble is not None else 0)
        self._said.setVisible(trouble is None)
        is_new, self._trouble = trouble is not self._trouble, trouble
        if trouble is not None and is_new:
            self.passphrase.setFocus(Qt.FocusReason.OtherFocusReason)
            if not trouble.is_there_first:  # otherwise somebody may be in the middle of typing
                self.passphrase.selectAll()
            QTimer.singleShot(0, self, self._show_refusal)  # when the layout has made room for it

    def _show_refusal(self) -> None:
        self._scroll.ensureWidgetVisible(self.refusal)

    def _on_unlock_wanted(self) -> None:
        self.unlock_pressed.emit(self.passphrase.text())

    def _on_another_clicked(self) -> None:
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        names = [folder.name for folder in self._others]
        for folder in self._others:
            is_twice = names.count(folder.name) > 1
            action = menu.addAction(f"{folder.name} — {folder.parent}" if is_twice else folder.name)
            action.triggered.connect(lambda _checked=False, folder=folder: self.journal_chosen.emit(folder))
        if self._others:
            menu.addSeparator()
        menu.addAction(self.tr("Open a journal’s folder…")).triggered.connect(self.folder_wanted)
        menu.popup(self.another.mapToGlobal(QPoint(0, self.another.height() + S4)))

    def _lay_out(self, icons: Icons) -> None:
        body = self._scroll.body
        body.setSpacing(0)
        self._above = QWidget()
        body.addWidget(self._above)
        body.addWidget(LockTile(self._theme, icons), 0, Qt.AlignmentFlag.AlignHCenter)
        body.addSpacing(S16 + S4)
        body.addWidget(self._name)
        body.addSpacing(S8)
        body.addWidget(self._said)
        body.addSpacing(S24)
        body.addWidget(self.passphrase)
        body.addSpacing(S8)
        body.addWidget(self._caps_lock)
        body.addWidget(self.refusal)
        self._below_refusal = QWidget()
        body.addWidget(self._below_refusal)
        body.addWidget(self.unlock)
        body.addSpacing(S12)
        links = QWidget()
        row = self._links = QBoxLayout(QBoxLayout.Direction.LeftToRight, links)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(S8)
        row.addStretch(1)
        for link in (self.another, self.create_one):
            row.addWidget(link, 0, Qt.AlignmentFlag.AlignHCenter)
        row.addStretch(1)
        body.addWidget(links)
        body.addStretch(1)

    def _fit(self) -> None:
        self._place()

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._place()

    def _place(self) -> None:
        """The room above depends on the window alone, so that a sentence that appears moves nothing above it."""
        self._above.setFixedHeight(max(0, self.height() // 2 - self._theme.sp(175)))
        side_by_side = self.another.sizeHint().width() + S8 + self.create_one.sizeHint().width()
        room = min(self._theme.sp(COLUMN_WIDTH), self.width() - 3 * S32)
        directions = QBoxLayout.Direction
        self._links.setDirection(directions.LeftToRight if side_by_side <= room else directions.TopToBottom)
        self._links.update()

    @override
    def minimumSizeHint(self) -> QSize:
        return QSize(320, 240)
