"""What a blank sheet can begin with: a quiet row of templates under its first line, gone with the first letter.

It lies over the sheet and takes no room of its own, so that nothing moves when it goes.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from PySide6.QtCore import QEvent, QObject, QPoint, QRect, QSize, Qt, Signal
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from trustjournal.domain.template import Template
from trustjournal.ui.kit.button import Button
from trustjournal.ui.kit.flow_layout import FlowLayout
from trustjournal.ui.kit.labels import SoftLabel
from trustjournal.ui.kit.tokens import S16
from trustjournal.ui.parts.editor import Editor
from trustjournal.ui.parts.editor.plain_edit import ROOM_BESIDE

MOST_OWN = 3
LONGEST = 40
"""Letters of a name that are shown."""


class BeginRow(QWidget):
    """Offers the templates of the program, a few of the person's own, and the way to all."""

    template_chosen = Signal(object)
    """A `Template`."""
    more_requested = Signal()

    def __init__(self, text: Editor, before: QWidget) -> None:
        """`text` is what it lies over, not in: there Tab would write a tab. Tab comes to it after `before`."""
        super().__init__(text.parentWidget())
        self._text = text
        self._before = before
        self._shown: tuple[Template, ...] = ()
        self.buttons: list[Button] = []
        self.setCursor(Qt.CursorShape.ArrowCursor)
        self.setAccessibleName(self.tr("Begin with a template"))
        self._flow = FlowLayout(self, gap=S16, row_gap=0)
        self._words = SoftLabel(self.tr("Begin with:"), wrap=False, small=True)
        self.more = Button(self.tr("All templates…"), "quiet", flush=True)
        self.more.clicked.connect(self.more_requested)
        self._flow.addWidget(self._words)
        self._flow.addWidget(self.more)
        self.hide()
        for moved in (text, text.viewport()):
            moved.installEventFilter(self)

    def offer(self, own: Sequence[Template], shipped: Sequence[Template]) -> None:
        """Offer these; a blank page is there already."""
        shown = tuple(one for one in (*own[:MOST_OWN], *shipped) if not one.is_blank)
        if shown == self._shown:
            return
        self._shown = shown
        for button in self.buttons:
            self._flow.removeWidget(button)
            button.hide()
            button.deleteLater()
        self.buttons = [self._button(template) for template in shown]
        self._flow.removeWidget(self.more)
        self._flow.addWidget(self.more)
        for before, after in pairwise((self._before, *self.buttons, self.more, self._text)):
            QWidget.setTabOrder(before, after)
        self._place()

    def _button(self, template: Template) -> Button:
        button = Button(_short(template.name).replace("&", "&&"), "quiet", flush=True)
        button.setAccessibleName(self.tr("Begin with: {name}").format(name=template.name))
        button.clicked.connect(lambda: self.template_chosen.emit(template))
        self._flow.addWidget(button)
        return button

    def show_if(self, *, wanted: bool) -> None:
        """Show the row, or let it go."""
        if wanted == self.isHidden():
            had_keyboard = any(button.hasFocus() for button in (*self.buttons, self.more))
            self.setVisible(wanted)
            self._place()
            if had_keyboard and not wanted:
                self._text.setFocus(Qt.FocusReason.OtherFocusReason)

    def _place(self) -> None:
        """Under the line that is written on, as wide as the column."""
        if self.isHidden():
            return
        viewport = self._text.viewport()
        width = max(1, viewport.width() - 2 * ROOM_BESIDE)
        top = viewport.mapTo(self._text, QPoint(ROOM_BESIDE, self._text.rect_of(0).bottom() + S16))
        self.setGeometry(QRect(self._text.mapToParent(top), QSize(width, self._flow.heightForWidth(width))))
        self.raise_()

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() in (QEvent.Type.Move, QEvent.Type.Resize):
            self._place()
        return super().eventFilter(watched, event)

    @override
    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Between the words is the sheet."""
        self._text.setFocus(Qt.FocusReason.MouseFocusReason)

    @override
    def event(self, event: QEvent) -> bool:
        answer = super().event(event)
        if event.type() in (QEvent.Type.LayoutRequest, QEvent.Type.ApplicationFontChange, QEvent.Type.Show):
            self._place()
        return answer


def _short(name: str) -> str:
    return name if len(name) <= LONGEST else f"{name[: LONGEST - 1].rstrip()}…"
