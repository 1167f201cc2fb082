"""The session's window: the navigation, the pages, and the lock over it all."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtCore import QSize, Qt, QTimer, Signal
from PySide6.QtGui import QCloseEvent, QGuiApplication, QKeyEvent, QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import QApplication, QHBoxLayout, QSizePolicy, QStackedWidget, QVBoxLayout, QWidget
from shiboken6 import isValid
from typing_extensions import override

from trustjournal.domain.change import Changed
from trustjournal.domain.destination import Destination
from trustjournal.domain.entry import Entry
from trustjournal.domain.place import Place
from trustjournal.ui.kit.icons import Icons
from trustjournal.ui.kit.on_screen import open_on_screen
from trustjournal.ui.kit.quit_keys import quit_keys
from trustjournal.ui.kit.theme import Theme
from trustjournal.ui.kit.toast import Toast
from trustjournal.ui.parts.page import Command, Page, ToastMessage
from trustjournal.ui.parts.save_keeper import SaveKeeper
from trustjournal.ui.shell.cover import Cover
from trustjournal.ui.shell.floating import give_up, hide_what_floats
from trustjournal.ui.shell.go.panel import GoPanel
from trustjournal.ui.shell.go.presenter import MakeGo
from trustjournal.ui.shell.quiet_bar import QuietBar
from trustjournal.ui.shell.rail import HELP_KEYS, SETTINGS_KEYS, WIDTH, Rail
from trustjournal.ui.shell.save_banner import SaveBanner
from trustjournal.ui.shell.trail import Trail

GO_KEYS = "Ctrl+K"

SMALLEST = QSize(800, 560)
FIRST_SIZE = QSize(1280, 820)

ROOM_FOR_A_PAGE = 700
"""Pixels at 100 % text a page needs beside the navigation before the navigation gives up its words."""


class SessionWindow(QWidget):
    """Shows one of `pages` (numbered in their order) or of those `below`, and remembers the way between them.

    It locks nothing by itself: it asks (`lock_requested`), is covered (`cover`), and is told when it may go (`leave`).
    """

    lock_requested = Signal()
    quit_requested = Signal()
    """The person closed the window."""
    place_changed = Signal(object)
    """The `Place` the person is at now."""

    def __init__(
        self,
        theme: Theme,
        icons: Icons,
        pages: Sequence[Page],
        below: Sequence[Page],
        *,
        journal_name: str,
        keeper: SaveKeeper,
        make_go: MakeGo | None = None,
        read_geometry: Callable[[], bytes | None] = lambda: None,
        keep_geometry: Callable[[bytes], None] = lambda _geometry: None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self._icons = icons
        self._keep_geometry = keep_geometry
        self._make_go = make_go
        self._go_panel: GoPanel | None = None
        self._pages = {page.name: page for page in (*pages, *below)}
        self._numbered = tuple(page.name for page in pages)
        self._trail = Trail()
        self._left_off: dict[str, Place] = {}
        self._is_quiet = False
        self._may_close = False
        self._message: ToastMessage | None = None
        self._offered_on = ""
        self._offer_on_leaving: ToastMessage | None = None
        self._is_offer_aside = False
        self._was_in: QWidget | None = None
        self.setWindowTitle("TrustJournal")

        self._room = QStackedWidget(self)
        self._content = QWidget()
        self._content.setProperty("surface", "paper")
        self._room.addWidget(self._content)
        self.rail = Rail(theme, icons, pages, below, journal_name)
        self.rail.page_wanted.connect(self._on_rail_page_wanted)
        self.rail.lock_wanted.connect(self.lock_requested)
        self._quiet_bar = QuietBar(icons)
        self._quiet_bar.lock_wanted.connect(self.lock_requested)
        self._quiet_bar.end_wanted.connect(self.toggle_quiet)
        self._quiet_bar.help_wanted.connect(self.show_help)
        self.banner = SaveBanner(theme, icons, keeper, QGuiApplication.clipboard())
        self._stack = _Pages()
        for page in self._pages.values():
            page.go_requested.connect(self.go)
            page.back_requested.connect(self._on_page_back_requested)
            page.toast_requested.connect(self.show_toast)
            page.toast_over.connect(self._on_page_toast_over)
            page.quiet_requested.connect(self.toggle_quiet)
            self._stack.addWidget(page)
        self._lay_out()
        self._toast = Toast(self._main, icons)
        self.banner.show_wanted.connect(self._on_banner_show_wanted)
        self.banner.said.connect(lambda text: self.show_toast(ToastMessage(text)))
        keeper.kept_both.connect(self._on_keeper_kept_both)
        self.cover_pane = Cover(theme, icons, self)
        self.cover_pane.hide()
        self.cover_pane.return_requested.connect(self.uncover)
        self.cover_pane.copy_requested.connect(self.banner.copy_text)
        self._make_shortcuts()
        theme.changed.connect(self._fit)
        open_on_screen(self, SMALLEST, FIRST_SIZE, read_geometry())
        self._fit()

    # Going places ---------------------------------------------------------------------------------

    def resume(self, places: Sequence[Place]) -> None:
        """Return to the first of an earlier window's `places`; the others count once their page is gone to."""
        self._left_off = {place.page: place for place in places if place.page in self._pages}
        self.go(Place(places[0].page if places else next(iter(self._pages))))

    def go(self, place: Place) -> None:
        """Go to a place; one on a page that is not there leads to the first page."""
        if place.page not in self._pages:
            place = Place(next(iter(self._pages)))
        left_off = self._left_off.pop(place.page, place)
        if place.item is None and not place.view:
            place = left_off
        self._leave_page()
        self._trail.go(place)
        self._show(place)

    def place(self) -> Place:
        """Where the person is now, with the view as it is."""
        return self._page().place()

    def places(self) -> tuple[Place, ...]:
        """Where the person is now, and after it how they left the other pages."""
        here = self._page()
        others = (self._left_off.get(page.name) or page.place() for page in self._pages.values() if page is not here)
        return (here.place(), *others)

    def go_back(self) -> None:
        """Return to the place before this one, as it was left."""
        if self._trail.can_go_back:
            self._leave_page()
            self._show_or_stay(self._trail.back())

    def go_forward(self) -> None:
        """Return to the place Back came from."""
        if self._trail.can_go_forward:
            self._leave_page()
            self._show_or_stay(self._trail.forward())

    def settle(self) -> None:
        """Have every page hand over its unsaved words; the save keeper's `flush` then waits for them."""
        for page in self._pages.values():
            page.settle()

    def refresh(self, changed: Changed) -> None:
        """Something changed in the journal: let each page decide whether to look again."""
        for page in self._pages.values():
            page.refresh(changed)

    def show_toast(self, message: ToastMessage) -> None:
        """Say a sentence at the lower edge; what it offers waits on its page while somebody is on another."""
        self._message = message
        self._offered_on, self._is_offer_aside = self._page().name, False
        self._toast.show_message(message.text, message.action_text, message.on_action, is_undo=message.is_undo)

    # Locking --------------------------------------------------------------------------------------

    def cover(self) -> None:
        """Hide everything at once, from eyes and from assistive technology; popups too. Painted when it returns."""
        self._was_in = QApplication.focusWidget()
        self.cover_pane.say_locking()
        floating = hide_what_floats(self)
        self._toast.dismiss()
        self._message = None
        self.cover_pane.setGeometry(self.rect())
        self.cover_pane.show()
        self.cover_pane.raise_()
        self.cover_pane.setFocus(Qt.FocusReason.OtherFocusReason)
        # Assistive technology finds what is only hidden; of a stack it finds what belongs to it. To have another parent
        # would do as well, but costs a tenth of a second: every style inside is looked up anew.
        self._room.removeWidget(self._content)
        self._room.hide()
        self.cover_pane.repaint()
        QTimer.singleShot(0, self, partial(give_up, floating))

    def uncover(self) -> None:
        """Show the page again: nothing was locked."""
        if self._room.count() == 0:  # twice in a stack would be its end
            self._room.addWidget(self._content)
        self._room.show()
        self.cover_pane.hide()
        was_in, self._was_in = self._was_in, None
        is_still_there = was_in is not None and isValid(was_in) and was_in.isVisible()
        widget = was_in if was_in is not None and is_still_there else self._page().first_focus()
        widget.setFocus(Qt.FocusReason.OtherFocusReason)

    def leave(self) -> None:
        """Close for good; what was copied by the program is taken off the clipboard."""
        self.banner.clear_clipboard()
        self._keep_geometry(bytes(self.saveGeometry().data()))
        self._may_close = True
        self.close()

    def toggle_quiet(self) -> None:
        """Begin or end focus mode."""
        self._is_quiet = not self._is_quiet
        focus = QApplication.focusWidget()
        self.rail.setVisible(not self._is_quiet)
        self._quiet_bar.setVisible(self._is_quiet)
        for page in self._pages.values():
            page.set_quiet(self._is_quiet)
        if focus is None or not focus.isVisible():
            self._page().first_focus().setFocus(Qt.FocusReason.OtherFocusReason)

    def show_help(self) -> None:
        """Go to Help from wherever the person is; what floats above the page gives way. Back returns to the place."""
        if "help" not in self._pages or self._room.isHidden():
            return
        if QApplication.activePopupWidget() is not None or QApplication.activeModalWidget() is not None:
            floating = hide_what_floats(self)
            QTimer.singleShot(0, self, partial(give_up, floating))
        if self._go_panel is not None:
            self._go_panel.dismiss()
        if self._page().name != "help":
            self.go(Place("help"))

    def go_anywhere(self) -> None:
        """Ask where to go, by name."""
        make = self._make_go
        if make is None:
            return
        if self._go_panel is None:
            self._go_panel = GoPanel(self._content, self._theme, self._icons)
            self._go_panel.chosen.connect(self._on_go_panel_chosen)
        self._go_panel.open(lambda show: make(show, self._commands()))

    # ----------------------------------------------------------------------------------------------

    def _commands(self) -> tuple[Command, ...]:
        """What can be done from anywhere."""
        numbers = {name: f"Ctrl+{number}" for number, name in enumerate(self._numbered[:9], start=1)}
        numbers |= {"settings": SETTINGS_KEYS, "help": HELP_KEYS}
        own = [Command(self.tr("New entry"), self._on_new_entry_wanted, "Ctrl+N")] if "journal" in self._pages else []
        return (
            *own,
            *(
                Command(page.title(), partial(self._on_rail_page_wanted, name), numbers.get(name, ""))
                for name, page in self._pages.items()
            ),
            *(command for page in self._pages.values() for command in page.commands()),
            Command(self.tr("Focus mode"), self.toggle_quiet, "F11"),
            Command(self.tr("Lock now"), self.lock_requested.emit, "Ctrl+L"),
        )

    def _on_go_panel_chosen(self, offer: Command | Destination) -> None:
        if isinstance(offer, Command):
            offer.do()
        else:
            self.go(offer.place)

    def _page(self) -> Page:
        here = self._trail.here
        return self._pages[here.page if here is not None else next(iter(self._pages))]

    def _leave_page(self) -> None:
        if self._toast.isHidden() and not self._is_offer_aside:
            self._message = None
        self._offer_on_leaving = self._message
        if self._trail.here is not None:
            page = self._page()
            page.settle()
            self._trail.note(page.place())

    def _show_or_stay(self, place: Place | None) -> None:
        if place is not None:
            self._show(place)

    def _show(self, place: Place) -> None:
        page = self._pages[place.page]
        page.visit(place)
        self._stack.setCurrentWidget(page)
        self._take_offer_along(place.page)
        self.rail.show_page(place.page)
        page.first_focus().setFocus(Qt.FocusReason.OtherFocusReason)
        self.place_changed.emit(place)

    def _take_offer_along(self, page: str) -> None:
        """What a page offers lies over no other one, and is there again when somebody comes back to it."""
        offer, self._offer_on_leaving = self._offer_on_leaving, None
        if offer is None or offer is not self._message or offer.action_text is None:
            return
        if page != self._offered_on:
            self._toast.dismiss()
            self._is_offer_aside = True
        elif self._is_offer_aside:
            self.show_toast(offer)

    def _on_rail_page_wanted(self, name: str) -> None:
        self.go(Place(name))

    def _on_page_toast_over(self, message: ToastMessage) -> None:
        if message is self._message:
            self._toast.dismiss()
            self._message = None

    def _on_keeper_kept_both(self, _both: object) -> None:
        self.show_toast(
            ToastMessage(self.tr("This entry was changed somewhere else, so both versions are in the Journal now."))
        )

    def _on_banner_show_wanted(self, entry: Entry) -> None:
        if "journal" in self._pages:
            self.go(Place("journal", str(entry.id), {"cursor": len(entry.text.encode("utf-16-le")) // 2}))

    def _on_new_entry_wanted(self) -> None:
        if "journal" in self._pages:
            self.go(Place("journal", "new"))

    def _on_settings_wanted(self) -> None:
        if "settings" in self._pages:
            self.go(Place("settings"))

    def _on_page_back_requested(self) -> None:
        if self._trail.can_go_back:
            self.go_back()
        else:
            self.go(Place(next(iter(self._pages))))

    def _on_quit_wanted(self) -> None:
        self.close()

    def _make_shortcuts(self) -> None:
        shortcuts: list[tuple[str, Callable[[], None]]] = [
            ("Ctrl+L", self.lock_requested.emit),
            ("Ctrl+N", self._on_new_entry_wanted),
            (GO_KEYS, self.go_anywhere),
            (SETTINGS_KEYS, self._on_settings_wanted),
            (HELP_KEYS, self.show_help),
            ("Alt+Left", self.go_back),
            ("Alt+Right", self.go_forward),
            ("F11", self.toggle_quiet),
            ("Ctrl+Shift+F", self.toggle_quiet),
            *((keys, self._on_quit_wanted) for keys in quit_keys()),
        ]
        for number, name in enumerate(self._numbered[:9], start=1):
            shortcuts.append((f"Ctrl+{number}", partial(self._on_rail_page_wanted, name)))
        for keys, do in shortcuts:
            # Owned by the content, so that none of them works through the cover.
            QShortcut(QKeySequence(keys), self._content, do)

    def _lay_out(self) -> None:
        self._main = QWidget()
        column = QVBoxLayout(self._main)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._quiet_bar)
        column.addWidget(self.banner)
        column.addWidget(self._stack, 1)
        row = QHBoxLayout(self._content)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self.rail)
        row.addWidget(self._main, 1)
        self._quiet_bar.hide()

    def _fit(self) -> None:
        self._room.setGeometry(self.rect())
        self.cover_pane.setGeometry(self.rect())
        self.rail.set_narrow(self.width() < self._theme.sp(WIDTH + ROOM_FOR_A_PAGE))

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Escape, where nothing inside had a use for it: what came up last goes first."""
        if event.key() != Qt.Key.Key_Escape or self._room.isHidden():
            super().keyPressEvent(event)
        elif not self._toast.isHidden():
            self._toast.dismiss()
        elif self._page().name == "help":
            self._on_page_back_requested()
        elif self._is_quiet:
            self.toggle_quiet()

    @override
    def closeEvent(self, event: QCloseEvent) -> None:
        if self._may_close:
            super().closeEvent(event)
        else:
            event.ignore()
            self.quit_requested.emit()


class _Pages(QStackedWidget):
    """Pages scroll; what the banner above them has to say does not, and so gets its room first."""

    def __init__(self) -> None:
        super().__init__()
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Ignored)

    @override
    def hasHeightForWidth(self) -> bool:
        return False
