"""Makes a journal: its name, its place, its passphrase twice, and the one warning that matters."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QApplication, QHBoxLayout, QVBoxLayout, QWidget

from trustjournal.ui.kit.button import Button
from trustjournal.ui.kit.flow_layout import FlowLayout
from trustjournal.ui.kit.icons import Icons
from trustjournal.ui.kit.labels import PageTitle, SoftLabel
from trustjournal.ui.kit.line_edit import LineEdit
from trustjournal.ui.kit.passphrase_edit import PassphraseEdit
from trustjournal.ui.kit.scroll_column import ScrollColumn
from trustjournal.ui.kit.theme import Theme
from trustjournal.ui.kit.tokens import S4, S8, S12, S16
from trustjournal.ui.messages import sentence
from trustjournal.ui.parts.labelled import Labelled
from trustjournal.ui.parts.refusal import Refusal
from trustjournal.ui.prompt.no_way_back import NoWayBack
from trustjournal.ui.prompt.place_field import PlaceField
from trustjournal.ui.prompt.presenter import folder_name_of
from trustjournal.ui.prompt.proposal_box import ProposalBox
from trustjournal.ui.prompt.state import Need, PromptState, Spot, Trouble
from trustjournal.ui.prompt.strength_meter import StrengthMeter

COLUMN_WIDTH = 560
"""Pixels at 100 % text."""


class CreateScreen(QWidget):
    """Asks for everything a new journal needs, on one screen."""

    create_pressed = Signal()
    place_wanted = Signal()
    folder_wanted = Signal()
    back_wanted = Signal()
    passphrase_edited = Signal()
    proposal_wanted = Signal()
    proposal_done = Signal()
    edited = Signal()

    def __init__(self, theme: Theme, icons: Icons, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._trouble: Trouble | None = None
        self._was_rendered = False
        self._folder = Path()
        self._scroll = ScrollColumn(max_width=COLUMN_WIDTH)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(self._scroll)
        self._title = PageTitle(self.tr("Make a journal"))
        self._what_it_is = SoftLabel(
            self.tr(
                "A private notebook with a guide about trust. It stays on this computer, encrypted, "
                "and only your passphrase opens it. Nobody reads along, so nobody will call for help for you."
            )
        )
        self.name = LineEdit()
        self.name.setMaxLength(80)
        self._name_row = Labelled(self.tr("Name of the journal"), self.name)
        self._place = PlaceField(theme)
        self._place_row = Labelled(self.tr("Kept in"), self._place)
        self.change_place = self._place.change
        self.change_place.clicked.connect(self.place_wanted)
        self.passphrase = PassphraseEdit(icons)
        self.passphrase.setMaxLength(1000)
        self._passphrase_row = Labelled(self.tr("Passphrase"), self.passphrase)
        self.again = PassphraseEdit(icons)
        self.again.setMaxLength(1000)
        self._again_row = Labelled(self.tr("The same passphrase again"), self.again)
        self.meter = StrengthMeter(theme)
        self.make_one = Button(self.tr("Make one for me"), "plain", icons.icon("dice", size=16))
        self.make_one.clicked.connect(self.proposal_wanted)
        self.proposal = ProposalBox(theme)
        self.proposal.taken.connect(self._on_proposal_taken)
        self.proposal.another_wanted.connect(self.proposal_wanted)
        self.proposal.dismissed.connect(self._on_proposal_dismissed)
        self.warning = NoWayBack(theme, icons)
        self.refusal = Refusal(theme, icons)
        self.create_button = Button("", "primary")
        self.create_button.clicked.connect(self.create_pressed)
        self.back = Button(self.tr("Back"), "quiet")
        self.back.clicked.connect(self.back_wanted)
        self.open_other = Button(self.tr("Open a journal that is already there…"), "quiet")
        self.open_other.clicked.connect(self.folder_wanted)
        self._connect_fields()
        self._lay_out(self._scroll.body)

    def show_state(self, state: PromptState) -> None:
        """Show this state."""
        if not self._was_rendered:
            self._was_rendered = True
            self.name.setText(self.tr("Personal") if state.is_first_run else "")
        self._title.setText(self.tr("Welcome to TrustJournal") if state.is_first_run else self.tr("Make a journal"))
        self._what_it_is.setVisible(state.is_first_run)
        self._folder = state.place
        self._show_whole_place()
        self.meter.show_state(state.strength)
        self.proposal.show_state(state.proposal)
        self.make_one.setVisible(state.proposal is None)
        self.create_button.setText(self.tr("Making it…") if state.is_working else self.tr("Make the journal"))
        if state.is_done:
            self.create_button.setText(self.tr("Opening your journal…"))
        self.back.setVisible(state.folder is not None)
        self.open_other.setVisible(state.folder is None)
        for field in (self.name, self.passphrase, self.again):
            field.setReadOnly(state.is_working)
        if state.is_working and self.create_button.hasFocus():
            self.passphrase.setFocus(Qt.FocusReason.OtherFocusReason)
        for button in (self.create_button, self.back, self.open_other, self.make_one, self.change_place):
            button.setEnabled(not state.is_working)
        self._render_trouble(state.trouble)

    def first_focus(self) -> QWidget:
        """The widget that gets the keyboard: the first one that is still empty."""
        return self.passphrase if self.name.text() else self.name

    def _render_trouble(self, trouble: Trouble | None) -> None:
        rows = {
            Spot.NAME: (self._name_row, self.name),
            Spot.PLACE: (self._place_row, self.change_place),
            Spot.PASSPHRASE: (self._passphrase_row, self.passphrase),
            Spot.AGAIN: (self._again_row, self.again),
        }
        reason = trouble.reason if trouble is not None else None
        for spot, (row, _focus) in rows.items():
            is_here = trouble is not None and trouble.spot is spot
            row.set_problem(self._need_words(reason) if is_here and isinstance(reason, Need) else "")
        self.refusal.say(sentence(reason) if isinstance(reason, Exception) else None)
        is_new, self._trouble = trouble is not None and trouble is not self._trouble, trouble
        if trouble is not None and is_new:
            focus = rows[trouble.spot][1]
            focus.setFocus(Qt.FocusReason.OtherFocusReason)
            if isinstance(focus, LineEdit):
                focus.selectAll()
            QTimer.singleShot(0, self, self._show_trouble)  # when the layout has made room for it

    def _show_whole_place(self) -> None:
        """A folder may not be called everything a journal may: show what it will be called before it is made."""
        self._place.set_path(self._folder / folder_name_of(self.name.text()))

    def _show_trouble(self) -> None:
        focus = QApplication.focusWidget()
        for widget in (focus, self.refusal):
            if widget is not None and widget.isVisible() and self.isAncestorOf(widget):
                self._scroll.ensureWidgetVisible(widget)

    def _need_words(self, need: Need) -> str:
        return {
            Need.NAME: self.tr("The journal needs a name that can also be a folder’s name."),
            Need.PASSPHRASE: self.tr("The journal needs a passphrase."),
            Need.SAME_TWICE: self.tr("These two are not the same yet."),
        }[need]

    def _on_proposal_taken(self, words: str) -> None:
        for field in (self.passphrase, self.again):
            field.setText(words)
            field.set_shown(True)
        self.passphrase_edited.emit()
        self.proposal_done.emit()
        self.edited.emit()
        self.passphrase.setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_proposal_dismissed(self) -> None:
        self.proposal_done.emit()
        self.make_one.setFocus(Qt.FocusReason.OtherFocusReason)

    def _connect_fields(self) -> None:
        for field in (self.name, self.passphrase, self.again):
            field.textEdited.connect(self.edited)
        self.name.textChanged.connect(self._show_whole_place)
        self.passphrase.textChanged.connect(self.passphrase_edited)
        self.name.returnPressed.connect(self.passphrase.setFocus)
        self.passphrase.returnPressed.connect(self.again.setFocus)
        self.again.returnPressed.connect(self.create_pressed)

    def _lay_out(self, body: QVBoxLayout) -> None:
        body.setSpacing(S12)
        body.addStretch(1)
        body.addWidget(self._title)
        body.addWidget(self._what_it_is)
        body.addSpacing(S4)
        body.addWidget(self._name_row)
        body.addWidget(self._place_row)
        body.addWidget(self._passphrase_row)
        caps_lock = self.passphrase.caps_lock_hint()
        self._again_row.column.addWidget(caps_lock)
        self.again.caps_lock_changed.connect(caps_lock.setVisible)
        meter_row = QHBoxLayout()
        meter_row.setSpacing(S16)
        meter_row.addWidget(self.meter, 1)
        meter_row.addWidget(self.make_one)
        body.addLayout(meter_row)
        body.addWidget(self.proposal)
        body.addWidget(self._again_row)
        body.addWidget(self.warning)
        body.addWidget(self.refusal)
        buttons = QWidget()
        flow = FlowLayout(buttons, gap=S8)
        for button in (self.create_button, self.back, self.open_other):
            flow.addWidget(button)
        body.addWidget(buttons)
        body.addStretch(2)
