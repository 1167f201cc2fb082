"""Keys, the wheel and a menu for how the sheet looks; what is chosen is kept a moment later."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from functools import partial

from PySide6.QtCore import QLocale, QObject, Qt, QTimer
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent, QAction, QKeySequence, QShortcut
from PySide6.QtWidgets import QMenu, QWidget

from trustjournal.domain.change import Changed
from trustjournal.domain.writing_look import WritingLook
from trustjournal.ui.pages.journal.sheet.menu import MenuSection, SheetMenu, named
from trustjournal.ui.pages.journal.sheet.paper import Paper
from trustjournal.ui.parts.look_keeper import LookKeeper

KEPT_AFTER_MS = 400

MakeKeeper = Callable[[Callable[[WritingLook], None]], LookKeeper]


class SheetLook(QObject):
    """Lets a paper look as the journal says. The keys are heard anywhere on `page`."""

    def __init__(self, page: QWidget, paper: Paper, menu: SheetMenu, make_keeper: MakeKeeper) -> None:
        super().__init__(page)
        self._paper = paper
        self._kept = QTimer(self, singleShot=True, interval=KEPT_AFTER_MS)
        self._keeper = make_keeper(self._show)
        self._kept.timeout.connect(self._keeper.keep)
        self.typewriter = QAction(self.tr("Typewriter: the line stays in the middle"), self)
        self.typewriter.setCheckable(True)
        self._fill(menu)
        for keys, steps in (("Ctrl++", 1), ("Ctrl+=", 1), ("Ctrl+-", -1)):
            self._hear(page, keys, partial(self.zoom, steps))
        self._hear(page, "Ctrl+0", self.zoom_normally)
        paper.zoom_requested.connect(self.zoom)
        self._keeper.read()

    def zoom(self, steps: int) -> None:
        """Larger letters by so many steps."""
        self._keeper.zoom(steps)
        self._say_zoom()

    def zoom_normally(self) -> None:
        """Letters of the usual size."""
        self._keeper.zoom_normally()
        self._say_zoom()

    def keep(self) -> None:
        """Keep what was chosen now, and not a moment later."""
        self._kept.stop()
        self._keeper.keep()

    def refresh(self, changed: Changed) -> None:
        """Something changed, perhaps on another page."""
        if changed is Changed.SETTINGS:
            self._keeper.read()

    def _show(self, look: WritingLook) -> None:
        self._paper.set_look(look)
        self.typewriter.setChecked(look.typewriter)
        self._kept.start()

    def _say_zoom(self) -> None:
        percent = self.tr("{percent} %").format(percent=QLocale().toString(self._keeper.look.zoom_percent))
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self._paper.text, percent))

    def _fill(self, menu: SheetMenu) -> None:
        look = QMenu(self.tr("Look of the text"), menu)
        for words, keys, do in (
            (self.tr("Larger letters"), "Ctrl++", partial(self.zoom, 1)),
            (self.tr("Smaller letters"), "Ctrl+-", partial(self.zoom, -1)),
            (self.tr("Usual letters"), "Ctrl+0", self.zoom_normally),
        ):
            action = look.addAction(f"{words}\t{named(keys)}")
            action.triggered.connect(lambda _checked, do=do: do())
        look.addSeparator()
        look.addAction(self.typewriter)
        self.typewriter.triggered.connect(self._on_typewriter_triggered)
        menu.add_menu(MenuSection.SEEING, look)

    def _on_typewriter_triggered(self, typewriter: bool) -> None:
        self._keeper.change(replace(self._keeper.look, typewriter=typewriter))

    def _hear(self, page: QWidget, keys: str, do: Callable[[], None]) -> None:
        shortcut = QShortcut(QKeySequence(keys), page)
        shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        shortcut.activated.connect(do)
