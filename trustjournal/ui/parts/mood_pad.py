"""The mood pad: one click on two plain axes, or the same as two lists for whoever prefers lists."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QButtonGroup, QRadioButton, QVBoxLayout, QWidget

from trustjournal.domain.mood import Mood
from trustjournal.ui.kit.axis_pad import AxisPad, PadLabels
from trustjournal.ui.kit.button import Button
from trustjournal.ui.kit.labels import SoftLabel
from trustjournal.ui.kit.theme import Theme
from trustjournal.ui.kit.tokens import S4, S8

STEPS = (-4, -2, 0, 2, 4)
"""What the five steps of a list stand for on the pad's axes."""


class MoodPad(QWidget):
    """Sets a `Mood`, or none. Pad and lists show the same value; the toggle under them changes which is there."""

    mood_changed = Signal(object)
    """The new `Mood`, or None."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        labels = PadLabels(
            top=self.tr("high energy"),
            bottom=self.tr("low energy"),
            left=self.tr("unpleasant"),
            right=self.tr("pleasant"),
        )
        self._pad = AxisPad(theme, labels, name=self.tr("How things feel right now"))
        self._pad.describe_with(self._in_words)
        self._pad.value_changed.connect(self._on_pad_value_changed)
        self._lists = _MoodLists(_StepList(*self._pleasantness()), _StepList(*self._energy()))
        self._lists.mood_changed.connect(self._on_lists_mood_changed)
        self._lists.hide()
        self._toggle = Button(self.tr("Use lists instead"), kind="quiet", flush=True)
        self._toggle.clicked.connect(self._on_toggle_clicked)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(S4)
        column.addWidget(self._pad, 0, Qt.AlignmentFlag.AlignLeading)
        column.addWidget(self._lists)
        column.addWidget(self._toggle, 0, Qt.AlignmentFlag.AlignLeading)
        column.addStretch(1)

    def mood(self) -> Mood | None:
        """What is set."""
        value = self._pad.value()
        return None if value is None else Mood(*value)

    def set_mood(self, mood: Mood | None) -> None:
        """Show a mood, or the empty pad."""
        self._pad.set_value(None if mood is None else (mood.pleasantness, mood.energy))
        self._lists.show_mood(mood)

    @property
    def uses_lists(self) -> bool:
        """Whether the lists are there in place of the pad."""
        return not self._lists.isHidden()

    def use_lists(self, *, lists: bool) -> None:
        """Put the lists in the place of the pad, or the pad back."""
        self._pad.setVisible(not lists)
        self._lists.setVisible(lists)
        self._toggle.setText(self.tr("Use the pad instead") if lists else self.tr("Use lists instead"))

    def first_focus(self) -> QWidget:
        """Where the keyboard goes first."""
        return self._lists.first_focus() if self.uses_lists else self._pad

    def last_focus(self) -> QWidget:
        """What the keyboard leaves last."""
        return self._toggle

    def _on_pad_value_changed(self, value: object) -> None:
        mood = self.mood()
        self._lists.show_mood(mood)
        self.mood_changed.emit(mood)

    def _on_lists_mood_changed(self, mood: Mood | None) -> None:
        self.set_mood(mood)

    def _on_toggle_clicked(self) -> None:
        self.use_lists(lists=not self.uses_lists)

    def _pleasantness(self) -> tuple[str, tuple[str, ...]]:
        return self.tr("How pleasant?"), (
            self.tr("very unpleasant"),
            self.tr("rather unpleasant"),
            self.tr("in between"),
            self.tr("rather pleasant"),
            self.tr("very pleasant"),
        )

    def _energy(self) -> tuple[str, tuple[str, ...]]:
        return self.tr("How much energy?"), (
            self.tr("very low"),
            self.tr("rather low"),
            self.tr("middling"),
            self.tr("rather high"),
            self.tr("very high"),
        )

    def _in_words(self, value: tuple[int, int] | None) -> str:
        if value is None:
            return self.tr("not set")
        pleasant = self._pleasantness()[1][STEPS.index(_nearest(value[0]))]
        energy = self._energy()[1][STEPS.index(_nearest(value[1]))]
        return self.tr("{pleasantness}, energy {energy}").format(pleasantness=pleasant, energy=energy)


class _MoodLists(QWidget):
    """The two lists, one under the other."""

    mood_changed = Signal(object)

    def __init__(self, pleasantness: _StepList, energy: _StepList) -> None:
        super().__init__()
        self._pleasantness = pleasantness
        self._energy = energy
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(S8)
        for steps in (pleasantness, energy):
            column.addWidget(steps)
            steps.chosen.connect(self._on_step_chosen)

    def show_mood(self, mood: Mood | None) -> None:
        self._pleasantness.show_value(None if mood is None else mood.pleasantness)
        self._energy.show_value(None if mood is None else mood.energy)

    def first_focus(self) -> QWidget:
        return self._pleasantness.first_focus()

    def _on_step_chosen(self) -> None:
        # One list alone says half a mood: the other half is then the middle, and is shown so.
        self.mood_changed.emit(Mood(self._pleasantness.value() or 0, self._energy.value() or 0))


class _StepList(QWidget):
    """Five steps of one axis as radio buttons under their question."""

    chosen = Signal()

    def __init__(self, question: str, words: tuple[str, ...]) -> None:
        super().__init__()
        self._value: int | None = None
        self._buttons: dict[int, QRadioButton] = {}
        self._group = QButtonGroup(self)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(SoftLabel(question, wrap=False, small=True))
        for step, word in zip(STEPS, words, strict=True):
            button = QRadioButton(word)
            button.setAccessibleName(f"{question} {word}")
            self._group.addButton(button, step + 10)
            self._buttons[step] = button
            column.addWidget(button)
        self._group.idClicked.connect(self._on_group_id_clicked)

    def value(self) -> int | None:
        return self._value

    def show_value(self, value: int | None) -> None:
        """Mark the step nearest to a value of the pad, and keep the value itself."""
        self._value = value
        if value is None:
            self._group.setExclusive(False)
            for button in self._buttons.values():
                button.setChecked(False)
            self._group.setExclusive(True)
        else:
            self._buttons[_nearest(value)].setChecked(True)

    def first_focus(self) -> QWidget:
        return self._group.checkedButton() or self._buttons[STEPS[0]]

    def _on_group_id_clicked(self, number: int) -> None:
        self._value = number - 10
        self.chosen.emit()


def _nearest(value: int) -> int:
    """The step a value of the pad lies on; a value between two steps goes to the outer one."""
    return min(STEPS, key=lambda step: (abs(step - value), -abs(step)))
