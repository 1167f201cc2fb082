"""Feeling words to choose from: the words of a corner of the mood pad as chips, and a word of one's own."""

from __future__ import annotations

from itertools import pairwise

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication, QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget
from typing_extensions import override

from trustjournal.ui.kit.chip import Chip
from trustjournal.ui.kit.flow_layout import FlowLayout
from trustjournal.ui.kit.labels import SoftLabel
from trustjournal.ui.kit.line_edit import LineEdit
from trustjournal.ui.kit.tokens import S4

SHOWN_AT_FIRST = 6
LONGEST_WORD = 40

_SHIPPED = (
    QT_TRANSLATE_NOOP("FeelingWords", "hopeful"),
    QT_TRANSLATE_NOOP("FeelingWords", "excited"),
    QT_TRANSLATE_NOOP("FeelingWords", "proud"),
    QT_TRANSLATE_NOOP("FeelingWords", "eager"),
    QT_TRANSLATE_NOOP("FeelingWords", "playful"),
    QT_TRANSLATE_NOOP("FeelingWords", "brave"),
    QT_TRANSLATE_NOOP("FeelingWords", "joyful"),
    QT_TRANSLATE_NOOP("FeelingWords", "grateful"),
    QT_TRANSLATE_NOOP("FeelingWords", "loved"),
    QT_TRANSLATE_NOOP("FeelingWords", "inspired"),
    QT_TRANSLATE_NOOP("FeelingWords", "curious"),
    QT_TRANSLATE_NOOP("FeelingWords", "determined"),
    QT_TRANSLATE_NOOP("FeelingWords", "amused"),
    QT_TRANSLATE_NOOP("FeelingWords", "calm"),
    QT_TRANSLATE_NOOP("FeelingWords", "safe"),
    QT_TRANSLATE_NOOP("FeelingWords", "settled"),
    QT_TRANSLATE_NOOP("FeelingWords", "relieved"),
    QT_TRANSLATE_NOOP("FeelingWords", "content"),
    QT_TRANSLATE_NOOP("FeelingWords", "close"),
    QT_TRANSLATE_NOOP("FeelingWords", "tender"),
    QT_TRANSLATE_NOOP("FeelingWords", "rested"),
    QT_TRANSLATE_NOOP("FeelingWords", "accepted"),
    QT_TRANSLATE_NOOP("FeelingWords", "understood"),
    QT_TRANSLATE_NOOP("FeelingWords", "at ease"),
    QT_TRANSLATE_NOOP("FeelingWords", "trusting"),
    QT_TRANSLATE_NOOP("FeelingWords", "warm"),
    QT_TRANSLATE_NOOP("FeelingWords", "anxious"),
    QT_TRANSLATE_NOOP("FeelingWords", "wary"),
    QT_TRANSLATE_NOOP("FeelingWords", "suspicious"),
    QT_TRANSLATE_NOOP("FeelingWords", "jealous"),
    QT_TRANSLATE_NOOP("FeelingWords", "angry"),
    QT_TRANSLATE_NOOP("FeelingWords", "tense"),
    QT_TRANSLATE_NOOP("FeelingWords", "on edge"),
    QT_TRANSLATE_NOOP("FeelingWords", "betrayed"),
    QT_TRANSLATE_NOOP("FeelingWords", "panicky"),
    QT_TRANSLATE_NOOP("FeelingWords", "resentful"),
    QT_TRANSLATE_NOOP("FeelingWords", "frustrated"),
    QT_TRANSLATE_NOOP("FeelingWords", "threatened"),
    QT_TRANSLATE_NOOP("FeelingWords", "confused"),
    QT_TRANSLATE_NOOP("FeelingWords", "restless"),
    QT_TRANSLATE_NOOP("FeelingWords", "embarrassed"),
    QT_TRANSLATE_NOOP("FeelingWords", "sad"),
    QT_TRANSLATE_NOOP("FeelingWords", "lonely"),
    QT_TRANSLATE_NOOP("FeelingWords", "let down"),
    QT_TRANSLATE_NOOP("FeelingWords", "hurt"),
    QT_TRANSLATE_NOOP("FeelingWords", "numb"),
    QT_TRANSLATE_NOOP("FeelingWords", "drained"),
    QT_TRANSLATE_NOOP("FeelingWords", "ashamed"),
    QT_TRANSLATE_NOOP("FeelingWords", "guilty"),
    QT_TRANSLATE_NOOP("FeelingWords", "shut out"),
    QT_TRANSLATE_NOOP("FeelingWords", "unseen"),
    QT_TRANSLATE_NOOP("FeelingWords", "distant"),
    QT_TRANSLATE_NOOP("FeelingWords", "regretful"),
    QT_TRANSLATE_NOOP("FeelingWords", "flat"),
    QT_TRANSLATE_NOOP("FeelingWords", "defeated"),
    QT_TRANSLATE_NOOP("FeelingWords", "homesick"),
    QT_TRANSLATE_NOOP("FeelingWords", "guarded"),
    QT_TRANSLATE_NOOP("FeelingWords", "torn"),
    QT_TRANSLATE_NOOP("FeelingWords", "unsure"),
    QT_TRANSLATE_NOOP("FeelingWords", "surprised"),
    QT_TRANSLATE_NOOP("FeelingWords", "cautious"),
    QT_TRANSLATE_NOOP("FeelingWords", "tired but okay"),
    QT_TRANSLATE_NOOP("FeelingWords", "missing someone"),
    QT_TRANSLATE_NOOP("FeelingWords", "half-hopeful"),
)
"""Marks the shipped words for the translators; a test holds it against the domain's list."""


def feeling_word_label(word: str) -> str:
    """A feeling word in the language of the screen; a word of the person's own stays as it was typed."""
    return QCoreApplication.translate("FeelingWords", word)


class FeelingWords(QWidget):
    """Chips of feeling words. The first few are shown, the rest on request; past the third the others rest."""

    word_toggled = Signal(str)
    """A word was chosen or let go."""
    word_typed = Signal(str)
    """A word of the person's own."""

    def __init__(self, most_words: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._most_words = most_words
        self._shown: tuple[str, ...] = ()
        self._offered: tuple[str, ...] = ()
        self._own: tuple[str, ...] = ()
        self._chosen: tuple[str, ...] = ()
        self._is_open = False
        self._chips: dict[str, Chip] = {}

        self._flow_box = QWidget()
        self._flow = FlowLayout(self._flow_box, gap=S4, row_gap=0)
        self._more = Chip("", clickable=True)
        self._more.clicked.connect(self._on_more_clicked)
        self._add = Chip(self.tr("+ word"), clickable=True)
        self._add.setToolTip(self.tr("Add a word of your own"))
        self._add.clicked.connect(self._on_add_clicked)
        self._edit = LineEdit(self.tr("your word"), label=self.tr("A word of your own"))
        self._edit.setMaxLength(LONGEST_WORD)
        self._edit.returnPressed.connect(self._on_edit_return_pressed)
        self._edit.installEventFilter(self)
        self._edit.hide()
        self._enough = SoftLabel(self.tr("Three is enough for one moment. Let one go to choose another."), small=True)
        self._enough.hide()

        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(S4)
        column.addWidget(self._flow_box)
        column.addWidget(self._enough)
        self._lay_out()

    def set_words(self, offered: tuple[str, ...], own: tuple[str, ...], chosen: tuple[str, ...]) -> None:
        """Offer these words, then the person's own, with the chosen ones marked."""
        self._offered, self._own, self._chosen = offered, own, chosen
        self._lay_out()

    def chips(self) -> dict[str, Chip]:
        """The chips on show, by word, in their order."""
        return {word: self._chips[word] for word in self._shown}

    def in_tab_order(self) -> tuple[QWidget, ...]:
        """What takes the keyboard, in its order."""
        return (*(self._chips[word] for word in self._shown), self._more, self._add, self._edit)

    @override
    def eventFilter(self, watched: QObject, event: QEvent, /) -> bool:
        if watched is self._edit and event.type() is QEvent.Type.KeyPress:
            assert isinstance(event, QKeyEvent)
            if event.key() == Qt.Key.Key_Escape:
                self._close_edit()
                return True
        return super().eventFilter(watched, event)

    def _lay_out(self) -> None:
        every = tuple(dict.fromkeys((*self._offered, *self._own)))
        elsewhere = tuple(word for word in self._chosen if word not in every)
        first = every if self._is_open else every[:SHOWN_AT_FIRST]
        late = tuple(word for word in self._chosen if word in every and word not in first)
        shown = (*elsewhere, *first, *late)
        if shown != self._shown or not self._flow.count():
            self._shown = shown
            self._rebuild(shown)
        self._more.setVisible(len(every) > SHOWN_AT_FIRST)
        self._more.set_text(self.tr("Fewer words") if self._is_open else self.tr("More words"))
        is_full = len(self._chosen) >= self._most_words
        for word, chip in self._chips.items():
            chip.set_checked(word in self._chosen)
            chip.setEnabled(word in self._chosen or not is_full)
        self._add.setEnabled(not is_full)
        self._enough.setVisible(is_full)

    def _rebuild(self, words: tuple[str, ...]) -> None:
        focused = next((word for word, chip in self._chips.items() if chip.hasFocus()), None)
        while self._flow.count():
            self._flow.takeAt(0)
        for word in [word for word in self._chips if word not in words]:
            gone = self._chips.pop(word)
            gone.hide()
            gone.deleteLater()
        for word in words:
            if word not in self._chips:
                self._chips[word] = self._chip(word)
            self._flow.addWidget(self._chips[word])
        for widget in (self._more, self._add, self._edit):
            self._flow.addWidget(widget)
        for before, after in pairwise(self.in_tab_order()):
            QWidget.setTabOrder(before, after)
        if focused is not None and focused in self._chips:
            self._chips[focused].setFocus(Qt.FocusReason.OtherFocusReason)

    def _chip(self, word: str) -> Chip:
        chip = Chip(feeling_word_label(word), kind="mood", checkable=True)
        chip.setParent(self._flow_box)
        chip.clicked.connect(lambda: self.word_toggled.emit(word))
        chip.show()
        return chip

    def _on_more_clicked(self) -> None:
        self._is_open = not self._is_open
        self._lay_out()

    def _on_add_clicked(self) -> None:
        self._add.hide()
        self._edit.show()
        self._edit.setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_edit_return_pressed(self) -> None:
        typed = self._edit.text()
        self._close_edit()
        if typed.strip():
            self.word_typed.emit(typed)

    def _close_edit(self) -> None:
        self._edit.clear()
        self._edit.hide()
        self._add.show()
        self._add.setFocus(Qt.FocusReason.OtherFocusReason)
