"""The navigation at the window's side: where one can go, that nothing leaves this computer, and the lock."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QSizePolicy, QVBoxLayout, QWidget

from trustjournal.ui.kit.button import Button
from trustjournal.ui.kit.divider import Divider
from trustjournal.ui.kit.icons import Icons
from trustjournal.ui.kit.labels import PlainLabel, SoftLabel
from trustjournal.ui.kit.nav_item import NavItem
from trustjournal.ui.kit.theme import Theme
from trustjournal.ui.kit.tokens import S4, S8, S12, Type
from trustjournal.ui.parts.page import Page
from trustjournal.ui.shell.state_item import StateItem

WIDTH = 212
"""Pixels at 100 % text, the line at its edge included."""

SETTINGS_KEYS = "Ctrl+,"
HELP_KEYS = "F1"

_KEYS_BELOW = {"settings": SETTINGS_KEYS, "help": HELP_KEYS}

NARROW_WIDTH = 61
"""The same where there is room for icons only."""


STATE_PAGE = "privacy"
"""The page that shows how the journal stands: the line that says so leads there, and no other."""


class RailItem(NavItem):
    """A line of the navigation that can do without its words. A number among its keys is shown at its end."""

    def __init__(self, page: Page, icons: Icons, keys: str) -> None:
        number = keys.removeprefix("Ctrl+")
        self._number = number if number.isdigit() else ""
        super().__init__(page.title(), icons.icon(page.icon_name, size=16), self._number)
        self._page = page
        self.setAutoExclusive(False)  # the arrow keys move along the lines; only a press goes there
        self.setAccessibleName(page.title())
        self.setToolTip(f"{page.title()} ({keys})" if keys else "")

    def set_narrow(self, *, narrow: bool) -> None:
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
            page.name: self._item(page, icons, f"Ctrl+{number}" if number <= 9 else "")
            for number, page in enumerate(pages, start=1)
        }
        below = [page for page in below if page.name != STATE_PAGE]
        self._items |= {page.name: self._item(page, icons, _KEYS_BELOW.get(page.name, "")) for page in below}
        self.state = StateItem(theme)
        self.state.clicked.connect(self._on_state_clicked)
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
        self.state.setChecked(page == STATE_PAGE)
        self.state.setAccessibleDescription(self.tr("You are here") if page == STATE_PAGE else self.state.toolTip())

    def set_narrow(self, narrow: bool) -> None:
        """Show icons alone where there is little room; the names are in the tooltips then."""
        if narrow != self._is_narrow:
            self._is_narrow = narrow
            self._dress()

    def _item(self, page: Page, icons: Icons, keys: str) -> RailItem:
        item = RailItem(page, icons, keys)
        item.clicked.connect(lambda _checked=False, name=page.name: self._on_item_clicked(name))
        return item

    def _on_item_clicked(self, name: str) -> None:
        self._items[name].setChecked(True)  # a second click is no way to leave
        self.page_wanted.emit(name)

    def _on_state_clicked(self) -> None:
        self.state.setChecked(True)
        self.page_wanted.emit(STATE_PAGE)

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
        self._column.addWidget(self.state)
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
            item.set_narrow(narrow=self._is_narrow)
        self.state.set_narrow(narrow=self._is_narrow)
        self.lock.setText("" if self._is_narrow else self.tr("Lock now"))
