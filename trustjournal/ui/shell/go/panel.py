"""The panel for going anywhere: a field, and under it what fits what is typed."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, QRectF, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QApplication, QFrame, QListWidget, QListWidgetItem, QVBoxLayout, QWidget
from typing_extensions import override

from trustjournal.ui.kit.icons import Icons
from trustjournal.ui.kit.labels import SoftLabel
from trustjournal.ui.kit.line_edit import LineEdit
from trustjournal.ui.kit.theme import Theme
from trustjournal.ui.kit.tokens import RADIUS_CARD, S8, S12, S24, S32
from trustjournal.ui.messages import sentence
from trustjournal.ui.shell.go.presenter import GoPresenter, GoState, Offer
from trustjournal.ui.shell.go.rows import OFFER_ROLE, OfferRows, beside, name_of

WIDTH = 560
MOST_SEEN = 10


class GoPanel(QFrame):
    """Lies over the page while somebody looks for a place; Escape, or a click elsewhere, takes it away."""

    chosen = Signal(object)
    """A `Command` or a `Destination`."""

    def __init__(self, parent: QWidget, theme: Theme, icons: Icons) -> None:
        super().__init__(parent)
        self._theme = theme
        self._presenter: GoPresenter | None = None
        self._came_from: QWidget | None = None
        self.setAccessibleName(self.tr("Go anywhere"))
        self.field = LineEdit(
            self.tr("Go to an entry, a person, a tag, a part of the guide …"),
            label=self.tr("Go anywhere: type a piece of a name"),
            icon=icons.icon("search", "ink_soft", size=16),
        )
        self.offers = QListWidget()
        self.offers.setAccessibleName(self.tr("Places that fit"))
        self.offers.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.offers.setFrameShape(QFrame.Shape.NoFrame)
        self.offers.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.offers.setItemDelegate(OfferRows(theme, icons, self.offers))
        self.note = SoftLabel(small=True)
        column = QVBoxLayout(self)
        column.setContentsMargins(S12, S12, S12, S12)
        column.setSpacing(S8)
        column.addWidget(self.field)
        column.addWidget(self.offers)
        column.addWidget(self.note)
        self.field.installEventFilter(self)
        self.field.textEdited.connect(self._on_field_text_edited)
        self.offers.itemClicked.connect(self._choose)
        self.offers.currentItemChanged.connect(self._on_offers_current_item_changed)
        parent.installEventFilter(self)
        theme.changed.connect(self._place)
        self.hide()

    def open(self, make_presenter: Callable[[Callable[[GoState], None]], GoPresenter]) -> None:
        """Come up, empty, with the keyboard in the field."""
        self._came_from = QApplication.focusWidget()
        self._presenter = make_presenter(self.show_state)
        self.field.clear()
        self._presenter.type("")
        self._place()
        self.show()
        self.raise_()
        self.field.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def dismiss(self) -> None:
        """Go away, and give the keyboard back to where it was."""
        if self.isHidden():
            return
        came_from, self._came_from = self._came_from, None
        self._end()
        if came_from is not None and came_from.isVisible():
            came_from.setFocus(Qt.FocusReason.OtherFocusReason)

    def show_state(self, state: GoState) -> None:
        """Show what is offered; the first is ready to be chosen."""
        self.offers.clear()
        for offer in state.offers:
            item = QListWidgetItem(", ".join(part for part in (name_of(offer), beside(offer)) if part))
            item.setData(OFFER_ROLE, offer)
            self.offers.addItem(item)
        self.offers.setCurrentRow(0)
        self.note.setText(self._note(state))
        self.note.setVisible(bool(self.note.text()))
        self._place()

    def _note(self, state: GoState) -> str:
        if state.trouble is not None:
            return sentence(state.trouble).text
        if state.is_read and not state.offers:
            return self.tr("Nothing has a name like that, and no entry has these words.")
        return ""

    def _end(self) -> None:
        self._presenter = None
        self.hide()
        self.field.clear()
        self.offers.clear()  # what was found is nobody's business once the panel is away

    def _choose(self, item: QListWidgetItem | None) -> None:
        if item is not None:
            offer: Offer = item.data(OFFER_ROLE)
            self._end()
            self.chosen.emit(offer)

    def _on_field_text_edited(self, text: str) -> None:
        if self._presenter is not None:
            self._presenter.type(text)

    def _on_offers_current_item_changed(self, item: QListWidgetItem | None) -> None:
        self.field.setAccessibleDescription(item.text() if item is not None else "")

    # Keys and places --------------------------------------------------------------------------

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self.field and isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            return self._is_handled(event)
        if watched is self.field and event.type() == QEvent.Type.FocusOut and self.isVisible():
            if QApplication.focusWidget() is not self.field and QApplication.activePopupWidget() is None:
                self._end()
        elif watched is self.parent() and event.type() == QEvent.Type.Resize:
            self._place()
        return super().eventFilter(watched, event)

    def _is_handled(self, event: QKeyEvent) -> bool:
        row, last = self.offers.currentRow(), self.offers.count() - 1
        match event.key():
            case Qt.Key.Key_Escape:
                self.dismiss()
            case Qt.Key.Key_Return | Qt.Key.Key_Enter:
                self._choose(self.offers.currentItem())
            case Qt.Key.Key_Down:
                self.offers.setCurrentRow(min(row + 1, last))
            case Qt.Key.Key_Up:
                self.offers.setCurrentRow(max(row - 1, 0))
            case Qt.Key.Key_PageDown:
                self.offers.setCurrentRow(min(row + MOST_SEEN, last))
            case Qt.Key.Key_PageUp:
                self.offers.setCurrentRow(max(row - MOST_SEEN, 0))
            case Qt.Key.Key_Tab | Qt.Key.Key_Backtab:
                pass  # there is nowhere to go but up and down
            case _:
                return False
        return True

    def _place(self) -> None:
        parent = self.parentWidget()
        assert parent is not None
        width = min(self._theme.sp(WIDTH), parent.width() - 2 * S24)
        top = min(self._theme.sp(72), parent.height() // 8)
        room = parent.height() - top - S32 - 3 * S12 - self.field.sizeHint().height()
        rows = min(self.offers.count(), MOST_SEEN)
        row = self.offers.sizeHintForRow(0) if rows else 0
        self.offers.setVisible(rows > 0)
        self.offers.setFixedHeight(max(row, min(rows * row + 2 * self.offers.frameWidth(), room)))
        self.setFixedWidth(width)
        self.adjustSize()
        self.move((parent.width() - width) // 2, top)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(self._theme.colour("border"), 1))
        painter.setBrush(self._theme.colour("surface"))
        radius = self._theme.sp(RADIUS_CARD)
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), radius, radius)
        painter.end()
