"""Practice: short exercises as a list, and one of them as a calm walk with one step on the screen at a time.

Nothing about it is kept. A place leads back to an open walk while the journal is open, and never says which it was.
"""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, QLocale, QObject, Qt
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent, QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QStackedLayout, QVBoxLayout, QWidget
from typing_extensions import override

from trustjournal.domain.exercise import Exercise
from trustjournal.domain.place import Place
from trustjournal.ui.kit.button import Button
from trustjournal.ui.kit.card import Card
from trustjournal.ui.kit.empty_state import EmptyState
from trustjournal.ui.kit.flow_layout import FlowLayout
from trustjournal.ui.kit.labels import PageTitle, ReadingLabel, SectionLabel, SoftLabel
from trustjournal.ui.kit.scroll_column import ScrollColumn
from trustjournal.ui.kit.theme import Theme
from trustjournal.ui.kit.tokens import S8, S16, S24
from trustjournal.ui.pages.practice.presenter import PracticePresenter, PracticeState
from trustjournal.ui.parts.page import Page
from trustjournal.ui.parts.safety_gate import SafetyGate

WIDEST = 680
_WALK = "walk"
"""Where a place keeps the sign of the walk one was on."""
STEP_HEIGHT = 128
"""Pixels at 100 % text: room for the longest step, so that the buttons stay where they are."""


class PracticePage(Page):
    """Practice."""

    name = "practice"
    icon_name = "practice"

    def __init__(
        self,
        make_presenter: Callable[[Callable[[PracticeState], None]], PracticePresenter],
        *,
        theme: Theme,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self._presenter = make_presenter(self.render_state)
        self._starts: dict[str, Button] = {}
        self._list = self._make_list(self._presenter.state.exercises)
        self._walk = self._make_walk()
        self._stack = QStackedLayout(self)
        self._stack.setContentsMargins(0, 0, 0, 0)
        self._stack.addWidget(self._list)
        self._stack.addWidget(self._walk)
        self.render_state(self._presenter.state)

    # -- Page ------------------------------------------------------------------------------------------------------

    @override
    def title(self) -> str:
        return self.tr("Practice")

    @override
    def visit(self, place: Place) -> None:
        self._presenter.visit(place.item, place.view.get(_WALK))

    @override
    def place(self) -> Place:
        walk = self._presenter.walk
        return Place(self.name, None, {_WALK: walk} if walk is not None else {})

    @override
    def first_focus(self) -> QWidget:
        state = self._presenter.state
        if state.open is not None:
            return self._gate.first_focus() if state.is_at_gate else self._next
        return next(iter(self._starts.values()), self)

    # -- render ----------------------------------------------------------------------------------------------------

    def render_state(self, state: PracticeState) -> None:
        """Show the list, a step, or the closing line."""
        exercise = state.open
        self._stack.setCurrentWidget(self._list if exercise is None else self._walk)
        if exercise is None:
            self._gate.hide()
            return
        self._name.setText(exercise.title)
        self._why.setText(exercise.why)
        was_at_gate = not self._gate.isHidden()
        self._gate.setVisible(state.is_at_gate)
        self._card.setVisible(not state.is_at_gate)
        self._clarity.setVisible(state.is_for_clarity)
        if state.is_at_gate:
            if not was_at_gate:
                self._gate.ask()
            if self.isVisible():
                self._gate.first_focus().setFocus(Qt.FocusReason.OtherFocusReason)
            return
        self._back.setEnabled(state.can_go_back)
        self._stop.setVisible(not state.is_done)
        if state.is_done:
            where, text = self.tr("The end"), exercise.closing
            self._next.setText(self.tr("Done"))
        else:
            where, text = self._where(state.step, len(exercise.steps)), exercise.steps[state.step - 1]
            self._next.setText(self.tr("Next"))
        self._count.setText(where)
        self._step.set_text(text)
        self._step.setMinimumHeight(self._theme.sp(STEP_HEIGHT))
        self._next.setAccessibleDescription(f"{where}. {text}")
        if self.isVisible():
            self._next.setFocus(Qt.FocusReason.OtherFocusReason)
            QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self._step, f"{where}. {text}"))

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Escape at the gate: rather not now."""
        if event.key() == Qt.Key.Key_Escape and self._presenter.state.is_at_gate:
            self._on_stop_clicked()
        else:
            super().keyPressEvent(event)

    # -- keys --------------------------------------------------------------------------------------------------------

    @override
    def eventFilter(self, watched: QObject, event: QEvent, /) -> bool:
        if event.type() is QEvent.Type.KeyPress and isinstance(event, QKeyEvent) and self._walks_by(event):
            return True
        return super().eventFilter(watched, event)

    def _walks_by(self, event: QKeyEvent) -> bool:
        """Arrow keys turn the steps in the direction one reads; Escape stops."""
        if event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier:
            return False
        forward, backward = Qt.Key.Key_Right, Qt.Key.Key_Left
        if self.layoutDirection() is Qt.LayoutDirection.RightToLeft:
            forward, backward = backward, forward
        key = Qt.Key(event.key())
        if key == forward and not self._presenter.state.is_done:
            self._presenter.next()
        elif key == backward:
            self._presenter.back()
        elif key == Qt.Key.Key_Escape:
            self._on_stop_clicked()
        else:
            return False
        return True

    # -- what is done on the page ------------------------------------------------------------------------------------

    def _on_next_clicked(self) -> None:
        if self._presenter.state.is_done:
            self._on_stop_clicked()
        else:
            self._presenter.next()

    def _on_stop_clicked(self) -> None:
        exercise = self._presenter.state.open
        self._presenter.stop()
        if exercise is not None:
            self._starts[exercise.id].setFocus(Qt.FocusReason.OtherFocusReason)

    # -- layout ------------------------------------------------------------------------------------------------------

    def _make_list(self, exercises: tuple[Exercise, ...]) -> QWidget:
        column = ScrollColumn(WIDEST)
        column.body.setSpacing(S16)
        column.body.addWidget(PageTitle(self.tr("Practice")))
        column.body.addWidget(
            SoftLabel(self.tr("Short exercises, one step at a time. You can stop at any step, and nothing is kept."))
        )
        for exercise in exercises:
            column.body.addWidget(self._make_card(exercise))
        if not exercises:
            column.body.addWidget(EmptyState(self.tr("Exercises of the guide will be here.")))
        column.body.addStretch(1)
        return column

    def _make_card(self, exercise: Exercise) -> QWidget:
        card = Card()
        card.setAccessibleName(exercise.title)
        head = QHBoxLayout()
        head.setSpacing(S8)
        head.addWidget(SectionLabel(exercise.title, wrap=True), 1)
        minutes = SoftLabel(self.tr("%n minute(s)", "", exercise.minutes), wrap=False, small=True)
        head.addWidget(minutes, 0, Qt.AlignmentFlag.AlignTop)
        card.body.addLayout(head)
        start = Button(self.tr("Start"))
        start.setAccessibleName(self.tr("Start: {exercise}").format(exercise=exercise.title))
        start.clicked.connect(lambda: self._presenter.visit(exercise.id))
        self._starts[exercise.id] = start
        card.body.addWidget(SoftLabel(exercise.why))
        card.body.addWidget(start, 0, Qt.AlignmentFlag.AlignLeading)
        return card

    def _make_walk(self) -> QWidget:
        column = ScrollColumn(WIDEST)
        column.body.setSpacing(S24)
        self._name = SectionLabel()
        self._why = SoftLabel(small=True)
        self._count = SoftLabel(wrap=False)
        self._step = ReadingLabel(role="prompt", selectable=True)
        self._step.setAlignment(Qt.AlignmentFlag.AlignTop)
        self._next = Button("", "primary")
        self._next.clicked.connect(self._on_next_clicked)
        self._back = Button(self.tr("Back"))
        self._back.setAccessibleName(self.tr("Back to the step before"))
        self._back.clicked.connect(self._presenter.back)
        self._stop = Button(self.tr("Stop here"), "quiet")
        self._stop.clicked.connect(self._on_stop_clicked)
        head = QVBoxLayout()
        head.setSpacing(4)
        head.addWidget(self._name)
        head.addWidget(self._why)
        card = self._card = Card()
        card.body.setSpacing(S16)
        card.body.addWidget(self._count)
        card.body.addWidget(self._step)
        card.body.addSpacing(S8)
        row = QWidget()
        flow = FlowLayout(row, gap=S8)
        for button in (self._next, self._back, self._stop):
            button.installEventFilter(self)
            flow.addWidget(button)
        card.body.addWidget(row)
        self._gate = SafetyGate(self._theme)
        self._gate.passed.connect(self._presenter.pass_gate)
        self._gate.passed_for_clarity.connect(lambda: self._presenter.pass_gate(for_clarity=True))
        self._gate.left.connect(self._on_stop_clicked)
        self._gate.go_requested.connect(self.go_requested)
        self._gate.hide()
        self._clarity = SoftLabel(
            self.tr("For your own clarity, not to act on. Nothing here has to be said to anyone.")
        )
        self._clarity.hide()
        column.body.addStretch(1)
        column.body.addLayout(head)
        column.body.addWidget(self._clarity)
        column.body.addWidget(self._gate)
        column.body.addWidget(card)
        column.body.addStretch(3)
        return column

    def _where(self, step: int, steps: int) -> str:
        words = QLocale()
        return self.tr("Step {step} of {steps}").format(step=words.toString(step), steps=words.toString(steps))
