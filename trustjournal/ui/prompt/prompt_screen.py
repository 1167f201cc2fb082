"""What every screen of the prompt is: a calm column with a title, words, buttons, and what went wrong beside them."""

from __future__ import annotations

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QAbstractButton, QApplication, QVBoxLayout, QWidget

from trustjournal.errors import CancelledError
from trustjournal.ui.kit.button import Button
from trustjournal.ui.kit.button_row import button_row
from trustjournal.ui.kit.icons import Icons
from trustjournal.ui.kit.labels import PageTitle, SoftLabel
from trustjournal.ui.kit.line_edit import LineEdit
from trustjournal.ui.kit.notice import Notice
from trustjournal.ui.kit.scroll_column import ScrollColumn
from trustjournal.ui.kit.theme import Theme
from trustjournal.ui.kit.tokens import S4, S12
from trustjournal.ui.messages import sentence
from trustjournal.ui.parts.labelled import Labelled
from trustjournal.ui.parts.refusal import Refusal
from trustjournal.ui.prompt.state import Need, PromptState, Spot, Trouble

COLUMN_WIDTH = 560
"""Pixels at 100 % text."""


class PromptScreen(QWidget):
    """Shows what the presenter decided. `spots` are where trouble is said and where the keyboard goes then."""

    edited = Signal()
    """Something was typed or changed: what was amiss may be so no longer."""

    def __init__(self, theme: Theme, icons: Icons, parent: QWidget | None = None, *, width: int = COLUMN_WIDTH) -> None:
        super().__init__(parent)
        self.theme = theme
        self.icons = icons
        self._trouble: Trouble | None = None
        self.spots: dict[Spot, QWidget | Labelled] = {}
        self.buttons: list[QAbstractButton] = []
        self.area = ScrollColumn(max_width=width)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(self.area)
        self.title = PageTitle()
        self.title.setWordWrap(True)
        self.words = SoftLabel()
        self.calm = Notice()
        self.refusal = Refusal(theme, icons)

    def begin(self, state: PromptState) -> None:
        """The screen comes up anew: nothing is typed."""

    def show_state(self, state: PromptState) -> None:
        """Show this state; each screen shows its own part of it, and then this."""
        had_focus = next((button for button in self.buttons if button.hasFocus()), None)
        for button in self.buttons:
            button.setEnabled(not state.is_working)
        if state.is_working and had_focus is not None:
            self.area.setFocus(Qt.FocusReason.OtherFocusReason)  # it takes no keys: nothing is pressed by mistake
        self._render_trouble(state.trouble)
        if state.is_done:
            self.tell_opening()

    def tell_opening(self) -> None:
        """The session's window is on its way."""
        self._say_calmly(self.tr("Opening your journal…"))

    def first_focus(self) -> QWidget:
        """The widget that gets the keyboard."""
        return self.buttons[0]

    def need_words(self, need: Need) -> str:
        """How to say what is needed here."""
        return {
            Need.NAME: self.tr("The journal needs a name that can also be a folder’s name."),
            Need.PASSPHRASE: self.tr("The journal needs a passphrase."),
            Need.SAME_TWICE: self.tr("These two are not the same yet."),
            Need.CODE: self.tr("Type the code first."),
        }[need]

    # For building ---------------------------------------------------------------------------------

    def lay_out(self, *content: QWidget | int, actions: tuple[Button, ...]) -> None:
        """Put the content under the title and the words, then what went wrong, then the buttons.

        A number is room in pixels.
        """
        self.buttons = [*actions, *self.buttons]
        body = self.area.body
        body.setSpacing(S12)
        body.addStretch(1)
        body.addWidget(self.title)
        body.addWidget(self.words)
        for part in content:
            if isinstance(part, int):
                body.addSpacing(part)
            else:
                body.addWidget(part)
        body.addWidget(self.calm)
        body.addWidget(self.refusal)
        body.addSpacing(S4)
        body.addWidget(button_row(*actions))
        body.addStretch(2)

    # Trouble --------------------------------------------------------------------------------------

    def _render_trouble(self, trouble: Trouble | None) -> None:
        reason = trouble.reason if trouble is not None else None
        for spot, place in self.spots.items():
            if isinstance(place, Labelled):
                is_here = trouble is not None and trouble.spot is spot
                place.set_problem(self.need_words(reason) if is_here and isinstance(reason, Need) else "")
        is_calm = isinstance(reason, CancelledError)  # it is what the person wished
        self.refusal.say(sentence(reason) if isinstance(reason, Exception) and not is_calm else None)
        self._say_calmly(str(sentence(reason)) if isinstance(reason, Exception) and is_calm else "")
        is_new, self._trouble = trouble is not None and trouble is not self._trouble, trouble
        if trouble is None or not is_new:
            return
        place = self.spots.get(trouble.spot, self.first_focus())
        focus = place.field if isinstance(place, Labelled) else place
        focus.setFocus(Qt.FocusReason.OtherFocusReason)
        if isinstance(focus, LineEdit) and not trouble.is_there_first:
            focus.selectAll()
        QTimer.singleShot(0, self, self._show_trouble)  # when the layout has made room for it

    def _say_calmly(self, words: str) -> None:
        if words != self.calm.text():
            self.calm.say(words)

    def _show_trouble(self) -> None:
        focus = QApplication.focusWidget()
        for widget in (focus, self.refusal):
            if widget is not None and widget.isVisible() and self.isAncestorOf(widget):
                self.area.ensureWidgetVisible(widget)
