"""The numbers somebody keeps for themselves, and the one form that may be open among them."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget

from trustjournal.domain.help import OwnNumber
from trustjournal.domain.ids import OwnNumberId
from trustjournal.ui.kit.button import Button
from trustjournal.ui.kit.button_row import button_row
from trustjournal.ui.kit.card import Card
from trustjournal.ui.kit.icons import Icons
from trustjournal.ui.kit.labels import PlainLabel, SoftLabel
from trustjournal.ui.kit.theme import Theme
from trustjournal.ui.kit.tokens import S4, S16
from trustjournal.ui.messages import sentence
from trustjournal.ui.pages.help.own_number_form import OwnNumberForm
from trustjournal.ui.pages.help.presenter import HelpPresenter, HelpState, Need
from trustjournal.ui.parts.copied_number import CopiedNumber


class OwnNumbersCard(Card):
    """Add, copy, change and delete."""

    def __init__(self, presenter: HelpPresenter, theme: Theme, icons: Icons, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self.set_title(self.tr("My own numbers"))
        self._presenter = presenter
        self._theme = theme
        self._shown: tuple[tuple[OwnNumber, ...], OwnNumberId | None] | None = None
        self._had_form = False
        self.body.setSpacing(S16)
        self._empty = SoftLabel(
            self.tr(
                "A friend, a neighbour, a doctor, a line you trust. They are kept in your journal alone. "
                "Somebody who opens it could see them."
            )
        )
        self._rows = QVBoxLayout()
        self._rows.setSpacing(S16)
        self.form = OwnNumberForm()
        self.form.kept.connect(self._on_form_kept)
        self.form.cancelled.connect(presenter.close_form)
        self.add = Button(self.tr("Add a number"), "plain", icons.icon("plus", size=16))
        self.add.clicked.connect(presenter.start_adding)
        self.body.addWidget(self._empty)
        self.body.addLayout(self._rows)
        self.body.addWidget(self.form)
        self.body.addWidget(self.add, 0, Qt.AlignmentFlag.AlignLeading)
        self.form.hide()

    def render_state(self, state: HelpState) -> None:
        """Show this state."""
        self._empty.setVisible(not state.own and not state.has_form)
        if self._shown != (state.own, state.editing):
            self._shown = (state.own, state.editing)
            self._fill(state)
        self.add.setVisible(not state.has_form)
        self._render_form(state)

    def _render_form(self, state: HelpState) -> None:
        had_form, self._had_form = self._had_form, state.has_form
        focus = QApplication.focusWidget()
        had_focus = had_form and focus is not None and self.form.isAncestorOf(focus)
        self.form.setVisible(state.has_form)
        if state.has_form and not had_form:
            self.form.begin(next((one for one in state.own if one.id == state.editing), None))
        elif had_focus and not state.has_form:
            self.add.setFocus(Qt.FocusReason.OtherFocusReason)
        if state.has_form:
            self.form.set_problems(*self._problems(state))

    def _problems(self, state: HelpState) -> tuple[str, str]:
        if state.trouble is Need.NAME:
            return self.tr("A name or a nickname is needed here."), ""
        if state.trouble is Need.NUMBER:
            return "", self.tr("A number is needed here.")
        if state.trouble is Need.DIGITS:
            return "", self.tr("There is no digit in it yet. Words can go into the note.")
        if isinstance(state.trouble, Exception):
            return str(sentence(state.trouble)), ""
        return "", ""

    def _fill(self, state: HelpState) -> None:
        while (item := self._rows.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        for one in state.own:
            if one.id != state.editing:
                self._rows.addWidget(self._row(one))

    def _row(self, one: OwnNumber) -> QWidget:
        row = QWidget()
        row.setAccessibleName(one.name)
        column = QVBoxLayout(row)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(S4)
        column.addWidget(PlainLabel(one.name, wrap=True))
        column.addWidget(CopiedNumber(one.number, one.number, one.name, self._theme))
        if one.note:
            column.addWidget(SoftLabel(one.note))
        change = Button(self.tr("Change"), "quiet", flush=True)
        change.setAccessibleName(self.tr("Change: {name}").format(name=one.name))
        change.clicked.connect(lambda: self._presenter.start_editing(one.id))
        delete = Button(self.tr("Delete"), "quiet")
        delete.setAccessibleName(self.tr("Delete: {name}").format(name=one.name))
        delete.clicked.connect(lambda: self._presenter.delete(one.id))
        column.addWidget(button_row(change, delete))
        return row

    def _on_form_kept(self) -> None:
        self._presenter.keep(self.form.name.text(), self.form.number.text(), self.form.note.text())
