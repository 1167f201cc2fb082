"""The navigation at the window's side: where one can go, that nothing leaves this computer, and the lock."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QSizePolicy, QVBoxLayout, QWidget
from typing_extensions import override

from trustjournal.ui.kit.button import Button
from trustjournal.ui.kit.divider import Divider
from trustjournal.ui.kit.icons import Icons
from trustjournal.ui.kit.labels import PlainLabel, SoftLabel
from trustjournal.ui.kit.nav_item import NavItem
from trustjournal.ui.kit.theme import Theme
from trustjournal.ui.kit.tokens import S4, S8, S12, Type
from trustjournal.ui.parts.page import Page

WIDTH = 212
"""Pixels at 100 % text, the line at its edge included."""

NARROW_WIDTH = 61
"""The same where there is room for icons only."""


class RailItem(NavItem):
    """A line of the navigation that can do without its words."""

    def __init__(self, page: Page, icons: Icons, number: str) -> None:
        super().__init__(page.title(), icons.icon(page.icon_name, size=16), number)
        self._page = page
        self._number = number
        self.setAutoExclusive(False)  # the arrow keys move along the lines; only a press goes there
        self.setAccessibleName(page.title())
        self.setToolTip(f"{page.title()} (Ctrl+{number})" if number else "")

    def set_narrow(self, narrow: bool) -> None:
        """Show the icon alone, or with the name and the number."""
        self.setText("" if narrow else self._page.title().replace("&", "&&"))
        self._hint = "" if narrow else self._number
        self.updateGeometry()


class Rail(QWidget):
    """Names the pages it is given; the first nine can be reached with Ctrl and their number."""

    page_wanted = Signal(str)
    lock_wanted = Signal()

    def __init__(
        self,
        theme: Theme,
        icons: Icons,
        pages: Sequence[Page],
        below: Sequence[Page],
        journal_name: str,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self._is_narrow = False
        self.setProperty("surface", "rail")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setAccessibleName(self.tr("Navigation"))
        # Made first, and so first in the order of the Tab key.
        self.lock = Button(self.tr("Lock now"), "plain", icons.icon("lock", size=16), self)
        self.lock.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.lock.setToolTip(self.tr("Lock now (Ctrl+L)"))
        self.lock.setAccessibleName(self.tr("Lock now"))
        self.lock.clicked.connect(self.lock_wanted)
        self._program = PlainLabel("TrustJournal")
        self._journal = SoftLabel(journal_name, wrap=False, small=True)
        self._journal.setToolTip(journal_name)
        self._journal.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self._items = {
            page.name: self._item(page, icons, str(number) if number <= 9 else "")
            for number, page in enumerate(pages, start=1)
        }
        self._items |= {page.name: self._item(page, icons, "") for page in below}
        self._state = _State(theme)
        self._lay_out(pages, below)
        theme.changed.connect(self._dress)
        self._dress()

    def item(self, page: str) -> RailItem:
        """The line of a page."""
        return self._items[page]

    def show_page(self, page: str) -> None:
        """Mark the page one is on."""
        for name, item in self._items.items():
            item.setChecked(name == page)
            item.setAccessibleDescription(self.tr("You are here") if name == page else "")

    def set_narrow(self, narrow: bool) -> None:
        """Show icons alone where there is little room; the names are in the tooltips then."""
        if narrow != self._is_narrow:
            self._is_narrow = narrow
            self._dress()

    def _item(self, page: Page, icons: Icons, number: str) -> RailItem:
        item = RailItem(page, icons, number)
        item.clicked.connect(lambda _checked=False, name=page.name: self._on_item_clicked(name))
        return item

    def _on_item_clicked(self, name: str) -> None:
        self._items[name].setChecked(True)  # a second click is no way to leave
        self.page_wanted.emit(name)

    def _lay_out(self, pages: Sequence[Page], below: Sequence[Page]) -> None:
        self._head = QVBoxLayout()
        self._head.setSpacing(5)
        self._head.addWidget(self._program)
        self._head.addWidget(self._journal)
        lines = QWidget()
        lines.setObjectName("scroll_page")
        column = QVBoxLayout(lines)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        for page in pages:
            column.addWidget(self._items[page.name])
        column.addStretch(1)
        self._scroll = QScrollArea()
        self._scroll.setFrameShape(QFrame.Shape.NoFrame)
        self._scroll.setWidgetResizable(True)
        self._scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._scroll.setWidget(lines)
        self._column = QVBoxLayout()
        self._column.setSpacing(0)
        self._column.addLayout(self._head)
        self._column.addSpacing(S12 + 6)
        self._column.addWidget(self._scroll, 1)
        self._column.addSpacing(S8)
        for page in below:
            self._column.addWidget(self._items[page.name])
        self._column.addWidget(self._state)
        self._column.addSpacing(S4)
        self._column.addWidget(self.lock)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addLayout(self._column, 1)
        row.addWidget(Divider(upright=True))

    def _dress(self) -> None:
        sp = self._theme.sp
        self._program.setFont(self._theme.ui_font(15, Type.STRONG + 100))
        self.setFixedWidth(sp(NARROW_WIDTH if self._is_narrow else WIDTH))
        self._column.setContentsMargins(sp(11), sp(21), sp(11), sp(18))
        self._head.setContentsMargins(sp(11), 0, 0, 0)
        for label in (self._program, self._journal):
            label.setVisible(not self._is_narrow)
        for item in self._items.values():
            item.set_narrow(self._is_narrow)
        self._state.set_narrow(self._is_narrow)
        self.lock.setText("" if self._is_narrow else self.tr("Lock now"))


class _State(QWidget):
    """A green dot and what it stands for. Both are true by how the program is built, not measured."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._words = PlainLabel(self.tr("Encrypted · offline"))
        self._words.setProperty("tone", "kept")
        self.setAccessibleName(self._words.text())
        self.setToolTip(self.tr("Your journal is encrypted, and this program never uses the internet."))
        self._row = QHBoxLayout(self)
        self._row.addWidget(self._words, 1)
        theme.changed.connect(self._dress)
        self._dress()

    def set_narrow(self, narrow: bool) -> None:
        self._words.setVisible(not narrow)
        self.updateGeometry()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._theme.colour("kept"))
        side = self._theme.sp(9)
        left = self._theme.sp(12)
        if self._words.isHidden():
            left = round((self.width() - side) / 2)
        elif self.layoutDirection() == Qt.LayoutDirection.RightToLeft:
            left = self.width() - left - side
        painter.drawEllipse(QRectF(left, (self.height() - side) / 2, side, side))
        painter.end()

    def _dress(self) -> None:
        sp = self._theme.sp
        is_mirrored = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
        near, far = sp(25), 0
        self._row.setContentsMargins(far if is_mirrored else near, sp(6), near if is_mirrored else far, sp(6))
        self._words.setFont(self._theme.ui_font(Type.SMALL))
        self.setMinimumHeight(sp(28))
        self.update()
