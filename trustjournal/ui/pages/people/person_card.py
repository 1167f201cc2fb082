"""One person: who they are, and what can be done; or the form to change them."""

from __future__ import annotations

import re

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QApplication, QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from trustjournal.domain.ids import PersonId
from trustjournal.domain.person import Person
from trustjournal.ui.kit.button import Button
from trustjournal.ui.kit.card import Card
from trustjournal.ui.kit.labels import PlainLabel, SoftLabel
from trustjournal.ui.kit.theme import Theme
from trustjournal.ui.kit.tokens import S4, S12, Type
from trustjournal.ui.pages.people.person_form import PersonForm
from trustjournal.ui.pages.people.person_mark import PersonMark
from trustjournal.ui.parts.person_words import role_label

_LONG_WORD = re.compile(r"(\S{20})(?=\S)")
"""Where a name without spaces may be broken, so that it makes no card wider than the page."""


class PersonCard(Card):
    """Shows one person, always the same one."""

    edit_wanted = Signal(object)
    """A `PersonId`."""
    archive_wanted = Signal(object)
    """A `PersonId`."""
    return_wanted = Signal(object)
    """A `PersonId`."""
    kept = Signal(object)
    """The `PersonForm` that is to be kept."""
    cancelled = Signal()

    def __init__(self, person_id: PersonId, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self._id = person_id
        self._theme = theme
        self.form: PersonForm | None = None
        self._mark = PersonMark(theme)
        self._name = PlainLabel(wrap=True)
        self._role = SoftLabel(small=True)
        self.edit = Button(self.tr("Change"), "quiet")
        self.edit.clicked.connect(lambda: self.edit_wanted.emit(self._id))
        self.archive = Button(self.tr("Archive"), "quiet")
        self.archive.clicked.connect(lambda: self.archive_wanted.emit(self._id))
        self.bring_back = Button(self.tr("Bring back"), "quiet")
        self.bring_back.clicked.connect(lambda: self.return_wanted.emit(self._id))
        words = QVBoxLayout()
        words.setSpacing(S4 // 2)
        words.addWidget(self._name)
        words.addWidget(self._role)
        self._buttons = QWidget()
        buttons = QHBoxLayout(self._buttons)
        buttons.setContentsMargins(0, 0, 0, 0)
        buttons.setSpacing(0)
        for button in (self.edit, self.archive, self.bring_back):
            buttons.addWidget(button)
        self._row = QWidget()
        self._grid = QGridLayout(self._row)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(S12)
        self._grid.setVerticalSpacing(S4)
        self._grid.setColumnStretch(1, 1)
        self._grid.addWidget(self._mark, 0, 0, Qt.AlignmentFlag.AlignVCenter)
        self._grid.addLayout(words, 0, 1)
        self._is_narrow: bool | None = None
        self.set_narrow(narrow=False)
        self.body.addWidget(self._row)
        theme.changed.connect(self._dress)
        self._dress()

    def show_person(self, person: Person, *, is_edited: bool, problem: str) -> None:
        """Show them as they are now; while they are changed, the form stands in place of the rest."""
        self.setAccessibleName(person.name)
        self._mark.show_name(person.name)
        self._name.setText(_LONG_WORD.sub("\\1\u200b", person.name))
        self._role.setText(role_label(person.role))
        self.edit.setAccessibleName(self.tr("Change {name}").format(name=person.name))
        self.archive.setAccessibleName(self.tr("Archive {name}").format(name=person.name))
        self.bring_back.setAccessibleName(self.tr("Bring {name} back").format(name=person.name))
        self.archive.setVisible(not person.is_archived)
        self.bring_back.setVisible(person.is_archived)
        self.edit.setVisible(not person.is_archived)
        was_edited = self.form is not None and not self.form.isHidden()
        if is_edited and not was_edited:
            self._form().show()
            self._row.hide()
            self._form().begin(person)
        elif was_edited and not is_edited:
            focus = QApplication.focusWidget()
            had_focus = focus is not None and self._form().isAncestorOf(focus)
            self._row.show()
            self._form().hide()
            if had_focus:
                self.edit.setFocus(Qt.FocusReason.OtherFocusReason)
        if is_edited:
            self._form().set_problem(problem)

    def set_narrow(self, *, narrow: bool) -> None:
        """Put the buttons under the name where there is no room beside it."""
        if narrow == self._is_narrow:
            return
        self._is_narrow = narrow
        self._grid.removeWidget(self._buttons)
        start = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter  # Qt turns it round where text runs so
        self._grid.addWidget(self._buttons, 1 if narrow else 0, 1 if narrow else 2, start)

    def _form(self) -> PersonForm:
        if self.form is None:
            form = PersonForm(self.tr("Keep"))
            form.kept.connect(lambda: self.kept.emit(form))
            form.cancelled.connect(self.cancelled)
            self.body.addWidget(form)
            self.form = form
        return self.form

    def _dress(self) -> None:
        self._name.setFont(self._theme.ui_font(15, Type.STRONG))
