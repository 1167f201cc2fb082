"""Asks about one person: a rating that starts empty, *not sure*, and what it mostly rests on. All of it optional."""

from __future__ import annotations

from PySide6.QtCore import QLocale, Qt, Signal
from PySide6.QtGui import QAction, QActionGroup, QFontMetrics
from PySide6.QtWidgets import QHBoxLayout, QMenu, QVBoxLayout, QWidget

from trustjournal.domain.person import Person, Role
from trustjournal.domain.trust import Basis, TrustRating
from trustjournal.ui.kit.button import Button
from trustjournal.ui.kit.chip import Chip
from trustjournal.ui.kit.heading import PlainLabel, SoftLabel
from trustjournal.ui.kit.rating_slider import RatingSlider
from trustjournal.ui.kit.theme import Theme
from trustjournal.ui.kit.tokens import S4, S8, Type
from trustjournal.ui.parts.person_words import basis_label, role_label


class PersonRating(QWidget):
    """One person of the check-in."""

    answered = Signal()
    """The number, *not sure* or the basis changed: ask `value`, `is_not_sure` and `basis`."""

    def __init__(self, person: Person, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._person = person
        self._basis: Basis | None = None
        is_myself = person.role is Role.MYSELF

        self._name = PlainLabel(person.name)
        self._role = SoftLabel("" if is_myself else role_label(person.role), wrap=False, small=True)
        self._number = PlainLabel()
        self._number.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        self._not_sure = Chip(self.tr("Not sure"), kind="trust", checkable=True)
        face = self._not_sure.focusProxy()
        if face is not None:
            face.setAccessibleName(self.tr("Not sure about {name}").format(name=person.name))
        self._not_sure.setToolTip(self.tr("Not sure, or not enough to go on. An honest answer."))
        self._not_sure.clicked.connect(self._on_not_sure_clicked)
        question = (
            self.tr("How much do you feel able to rely on yourself right now?")
            if is_myself
            else self.tr("How much do you feel able to rely on {name} right now?").format(name=person.name)
        )
        self._slider = RatingSlider(theme, name=question, shows_number=False)
        self._slider.value_changed.connect(self._on_slider_value_changed)
        self._basis_button = Button("", kind="quiet")
        self._basis_menu = QMenu(self)
        self._basis_button.setMenu(self._basis_menu)
        self._actions = self._basis_actions()
        self._earlier = SoftLabel("", wrap=False, small=True)
        self._earlier.hide()

        head = QHBoxLayout()
        head.setSpacing(S8)
        head.addWidget(self._name)
        head.addWidget(self._role)
        head.addStretch(1)
        head.addWidget(self._not_sure)
        head.addWidget(self._number)
        foot = QHBoxLayout()
        foot.setSpacing(S8)
        foot.addWidget(self._basis_button)
        foot.addStretch(1)
        foot.addWidget(self._earlier)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(S4)
        column.addLayout(head)
        column.addWidget(self._slider)
        column.addLayout(foot)
        theme.changed.connect(self._fit)
        self._fit()
        self._say()

    @property
    def person(self) -> Person:
        """Who this asks about."""
        return self._person

    def value(self) -> int | None:
        """The number, or None."""
        return self._slider.value()

    def is_not_sure(self) -> bool:
        """Answered with *not sure*."""
        return self._not_sure.is_checked()

    def basis(self) -> Basis | None:
        """What it rests on, if that was said."""
        return self._basis

    def set_answer(self, value: int | None, basis: Basis | None, *, is_not_sure: bool) -> None:
        """Show this answer."""
        if value != self._slider.value():
            self._slider.set_value(value)
        self._not_sure.set_checked(is_not_sure)
        self._basis = basis
        self._say()

    def set_earlier(self, rating: TrustRating | None) -> None:
        """Say what was kept earlier today; a new answer replaces it."""
        self._earlier.setVisible(rating is not None)
        if rating is not None:
            said = self.tr("not sure") if rating.value is None else QLocale().toString(rating.value)
            self._earlier.setText(self.tr("Earlier today: {answer}").format(answer=said))
            self._earlier.setToolTip(self.tr("One rating a day is kept. A new one takes its place."))

    def _fit(self) -> None:
        """Numbers of one width, and room for two of them, so that nothing moves while a slider does."""
        font = self._theme.figures_font(Type.BASE, Type.STRONG)
        self._number.setFont(font)
        self._number.setFixedWidth(QFontMetrics(font).horizontalAdvance("10") + 2)

    def _basis_actions(self) -> dict[Basis | None, QAction]:
        group = QActionGroup(self)
        actions: dict[Basis | None, QAction] = {}
        choices: tuple[Basis | None, ...] = (*Basis, None)
        for basis in choices:
            action = QAction(basis_label(basis) if basis is not None else self.tr("Leave it open"), self)
            action.setCheckable(True)
            action.setActionGroup(group)
            action.triggered.connect(lambda _checked=False, chosen=basis: self._on_basis_chosen(chosen))
            actions[basis] = action
        self._basis_menu.addActions(list(actions.values()))
        return actions

    def _on_basis_chosen(self, basis: Basis | None) -> None:
        self._basis = basis
        self._say()
        self.answered.emit()

    def _on_not_sure_clicked(self) -> None:
        if self._not_sure.is_checked() and self._slider.value() is not None:
            self._slider.set_value(None)
        self._say()
        self.answered.emit()

    def _on_slider_value_changed(self, value: object) -> None:
        if value is not None:
            self._not_sure.set_checked(False)
        self._say()
        self.answered.emit()

    def _say(self) -> None:
        value = self._slider.value()
        self._number.setText("–" if value is None else QLocale().toString(value))
        is_given = value is not None or self._not_sure.is_checked()
        self._basis_button.setVisible(is_given)
        self._actions[self._basis].setChecked(True)
        if self._basis is None:
            self._basis_button.setText(self.tr("Based on …"))
        else:
            self._basis_button.setText(self.tr("Based on {basis}").format(basis=basis_label(self._basis)))
        self._basis_button.setAccessibleName(
            self.tr("What your rating of {name} is based on").format(name=self._person.name)
        )
        self._basis_button.setAccessibleDescription("" if self._basis is None else basis_label(self._basis))
