"""Asks about one person: a rating that starts empty, *not sure*, and what it mostly rests on. All of it optional."""

from __future__ import annotations

from PySide6.QtCore import QLocale, Qt, Signal
from PySide6.QtGui import QAction, QActionGroup, QFontMetrics, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QMenu, QSizePolicy, QVBoxLayout, QWidget
from typing_extensions import override

from trustjournal.domain.person import Person, Role
from trustjournal.domain.trust import Basis, TrustRating
from trustjournal.ui.kit.button import Button
from trustjournal.ui.kit.chip import Chip
from trustjournal.ui.kit.elided_label import ElidedLabel
from trustjournal.ui.kit.labels import PlainLabel
from trustjournal.ui.kit.rating_slider import RatingSlider
from trustjournal.ui.kit.theme import Theme
from trustjournal.ui.kit.tokens import HIT_TARGET, S8, Type
from trustjournal.ui.parts.person_words import basis_label, role_label

_FEWEST_LETTERS = 8
"""What is seen of a basis at the least, however long the name before it is."""


class PersonRating(QWidget):
    """One person of the check-in, in two lines of which neither changes its height while it is answered.

    After the name stands one thing: what was kept earlier today, or what the answer rests on, or the role.
    """

    answered = Signal()
    """The number, *not sure* or the basis changed: ask `value`, `is_not_sure` and `basis`."""

    def __init__(self, person: Person, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._person = person
        self._basis: Basis | None = None
        self._earlier: TrustRating | None = None
        is_myself = person.role is Role.MYSELF

        self._name = ElidedLabel(person.name, fewest=12)
        self._beside_name = ElidedLabel(soft=True, small=True)
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
        self._slider = RatingSlider(theme, name=question)
        self._slider.value_changed.connect(self._on_slider_value_changed)
        self._basis_button = Button("", kind="quiet", flush=True)
        # What it says is cut to fit the line, which must not grow with it.
        self._basis_button.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        self._basis_button.setMinimumWidth(1)
        self._basis_menu = QMenu(self)
        self._basis_button.setMenu(self._basis_menu)
        self._actions = self._basis_actions()

        self._head = QHBoxLayout()
        self._head.setSpacing(S8)
        self._head.addWidget(self._name)
        self._head.addWidget(self._beside_name)
        self._head.addWidget(self._basis_button)
        self._head.addStretch(1)
        self._head.addWidget(self._not_sure)
        self._head.addWidget(self._number)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(self._head)
        column.addWidget(self._slider)
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
        """Say what was kept earlier today, until there is an answer; that one replaces it."""
        self._earlier = rating
        self._say()

    def in_tab_order(self) -> tuple[QWidget, ...]:
        """What takes the keyboard, in its order: what an answer rests on comes after the answer."""
        return (self._slider, self._not_sure, self._basis_button)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit_basis()

    def _fit(self) -> None:
        """Numbers of one width, and room for two of them, so that nothing moves while a slider does."""
        font = self._theme.figures_font(Type.BASE, Type.STRONG)
        self._number.setFont(font)
        self._number.setFixedWidth(QFontMetrics(font).horizontalAdvance("10") + 2)
        self._name.setMinimumHeight(self._theme.sp(HIT_TARGET))
        self._fit_basis()

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
        self._say_beside_name(is_given=is_given)
        self._basis_button.setVisible(is_given)
        self._actions[self._basis].setChecked(True)
        self._fit_basis()
        self._basis_button.setAccessibleName(
            self.tr("What your rating of {name} is based on").format(name=self._person.name)
        )
        self._basis_button.setAccessibleDescription("" if self._basis is None else basis_label(self._basis))

    def _say_beside_name(self, *, is_given: bool) -> None:
        earlier = self._earlier
        if earlier is not None:
            said = self.tr("not sure") if earlier.value is None else QLocale().toString(earlier.value)
            words = self.tr("earlier: {answer}").format(answer=said)
        else:
            words = "" if self._person.role is Role.MYSELF else role_label(self._person.role)
        self._beside_name.setText(words)
        self._beside_name.setVisible(bool(words) and not is_given)
        self._slider.setToolTip(
            self.tr("One rating a day is kept. A new one takes its place.") if earlier is not None else ""
        )

    def _fit_basis(self) -> None:
        """The basis in as many words as the line has room for."""
        button, metrics = self._basis_button, self._basis_button.fontMetrics()
        if self._basis is None:
            full = short = self.tr("Based on …")
        else:
            short = basis_label(self._basis)
            full = self.tr("Based on {basis}").format(basis=short)
        others = (self._name.sizeHint(), self._not_sure.sizeHint(), self._number.minimumSize())
        frame = button.sizeHint().width() - metrics.horizontalAdvance(button.text())
        room = self.width() - sum(size.width() for size in others) - (len(others) + 1) * S8 - frame
        room = max(room, metrics.averageCharWidth() * _FEWEST_LETTERS)
        fits = metrics.horizontalAdvance(full) <= room
        button.setText(full if fits else metrics.elidedText(short, Qt.TextElideMode.ElideRight, room))
        button.setToolTip("" if fits else full)
