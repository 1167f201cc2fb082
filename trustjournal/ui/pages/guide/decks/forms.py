"""The fields for a prompt, and for the name of a deck. Both say what is typed; whoever holds them keeps it."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QComboBox, QSizePolicy, QWidget
from typing_extensions import override

from trustjournal.domain.deck import LONGEST_DECK_NAME, Deck, OwnPrompt
from trustjournal.domain.ids import DeckId
from trustjournal.domain.prompt import Intensity
from trustjournal.ui.kit.labels import SoftLabel
from trustjournal.ui.kit.line_edit import LineEdit
from trustjournal.ui.kit.segmented import Segmented
from trustjournal.ui.kit.text_scale import scaled
from trustjournal.ui.pages.guide.decks.typed import Typed
from trustjournal.ui.parts.editor.plain_edit import PlainEdit
from trustjournal.ui.parts.labelled import Labelled
from trustjournal.ui.parts.prompt_words import intensity_label
from trustjournal.ui.parts.small_form import SmallForm

_LINES = 4


class _PromptText(PlainEdit):
    """A prompt is one paragraph: Enter keeps it, and Tab goes on."""

    finished = Signal()

    @override
    def focusNextPrevChild(self, next: bool) -> bool:
        return QWidget.focusNextPrevChild(self, next)

    @override
    def keyPressEvent(self, e: QKeyEvent) -> None:
        if e.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.finished.emit()
        elif e.key() == Qt.Key.Key_Tab:
            self.focusNextPrevChild(True)  # noqa: FBT003
        elif e.key() == Qt.Key.Key_Escape:
            e.ignore()
        else:
            super().keyPressEvent(e)

    @override
    def changeEvent(self, e: QEvent) -> None:
        super().changeEvent(e)
        if e.type() in (QEvent.Type.FontChange, QEvent.Type.ApplicationFontChange, QEvent.Type.StyleChange):
            self.fit()

    def fit(self) -> None:
        """As high as a few lines; longer words scroll."""
        self.setFixedHeight(_LINES * self.fontMetrics().lineSpacing() + scaled(28))


class OwnPromptForm(SmallForm):
    """The words of a prompt, how deep it goes, and its deck."""

    def __init__(self) -> None:
        super().__init__(self.tr("Keep it"))
        self.words = _PromptText()
        self.words.fit()
        self.words.finished.connect(self.kept)
        self._words_row = Labelled(self.tr("Your prompt"), self.words)
        self.closeness = Segmented(
            [(one.name, intensity_label(one)) for one in Intensity], label=self.tr("How close it goes")
        )
        self.closeness.value_changed.connect(lambda _: self._say_what_deep_means())
        self._deep = SoftLabel(
            self.tr("A deep prompt does not come up by itself. It waits here until you open it."), small=True
        )
        self.decks = QComboBox()
        self.decks.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.decks.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.decks.setMinimumContentsLength(16)
        self._decks_row = Labelled(self.tr("Deck"), self.decks)
        self.lay_out(
            self._words_row, Labelled(self.tr("How close it goes"), self.closeness), self._deep, self._decks_row
        )

    @property
    def typed(self) -> Typed:
        """What stands in the fields."""
        return Typed(self.words.text(), self._intensity(), self._deck())

    def offer_decks(self, decks: Sequence[Deck]) -> None:
        """Let one of these be chosen; what is chosen stays if it is still there."""
        found = [(deck.name, deck.id) for deck in decks]
        if found != [(self.decks.itemText(place), self.decks.itemData(place)) for place in range(self.decks.count())]:
            chosen = self._deck()
            self.decks.clear()
            for name, id_ in found:
                self.decks.addItem(name, id_)
            self._choose_deck(chosen)
        self._decks_row.setVisible(len(found) > 1)

    def begin(self, prompt: OwnPrompt, deck: DeckId | None) -> None:
        """Fill the fields and take the keyboard."""
        self.words.set_text(prompt.text)
        self.words.set_cursor_position(len(prompt.text.encode("utf-16-le")) // 2)
        self.closeness.set_value(prompt.intensity.name)
        self._choose_deck(deck)
        self._say_what_deep_means()
        self.set_problem("")
        self.words.setFocus(Qt.FocusReason.OtherFocusReason)

    def set_problem(self, problem: str) -> None:
        """Say what is amiss with the words, or with an empty string that nothing is."""
        self._words_row.set_problem(problem)

    def _intensity(self) -> Intensity:
        return Intensity[self.closeness.value]

    def _deck(self) -> DeckId | None:
        chosen: DeckId | None = self.decks.currentData()
        return chosen

    def _choose_deck(self, deck: DeckId | None) -> None:
        self.decks.setCurrentIndex(max(0, self.decks.findData(deck)))

    def _say_what_deep_means(self) -> None:
        self._deep.setVisible(self._intensity() is Intensity.DEEP)


class DeckNameForm(SmallForm):
    """The name of a deck."""

    def __init__(self) -> None:
        super().__init__(self.tr("Keep it"))
        self.field = LineEdit()
        self.field.setMaxLength(LONGEST_DECK_NAME)
        self.field.returnPressed.connect(self.kept)
        self._row = Labelled(self.tr("Name of the deck"), self.field)
        self.lay_out(self._row)

    @property
    def name(self) -> str:
        """What is typed."""
        return self.field.text()

    def begin(self, name: str) -> None:
        """Fill the field and take the keyboard."""
        self.field.setText(name)
        self.set_problem("")
        self.field.setFocus(Qt.FocusReason.OtherFocusReason)
        self.field.selectAll()

    def set_problem(self, problem: str) -> None:
        """Say what is amiss with the name, or with an empty string that nothing is."""
        self._row.set_problem(problem)
