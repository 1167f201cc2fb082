"""Keys and a menu for the letters the guide is read in; what is chosen is kept a moment later."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from functools import partial

from PySide6.QtCore import QLocale, QObject, QTimer, Signal
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent, QAction, QActionGroup
from PySide6.QtWidgets import QMenu, QWidget

from trustjournal.domain.change import Changed
from trustjournal.domain.settings import JournalSettings
from trustjournal.domain.writing_look import Face, WritingLook
from trustjournal.services.choices import ChoiceService
from trustjournal.ui.kit.tasks import Tasks
from trustjournal.ui.pages.guide.keys import hear, with_keys
from trustjournal.ui.parts.look_keeper import LookKeeper

KEPT_AFTER_MS = 400


class ReadingLook(QObject):
    """How the guide looks. The keys are heard anywhere on `page`."""

    changed = Signal(object)
    """A `WritingLook`."""

    def __init__(
        self, page: QWidget, *, choices: ChoiceService, tasks: Tasks, tell: Callable[[Exception], None]
    ) -> None:
        super().__init__(page)
        self._page = page
        self._kept = QTimer(self, singleShot=True, interval=KEPT_AFTER_MS)
        self._keeper = LookKeeper(
            choices=choices, tasks=tasks, show=self._show, tell=tell, look_of=_reading, with_look=_with_reading
        )
        self._kept.timeout.connect(self._keeper.keep)
        self._faces: dict[str, QAction] = {}
        for keys, steps in (("Ctrl++", 1), ("Ctrl+=", 1), ("Ctrl+-", -1)):
            hear(page, keys, partial(self.zoom, steps))
        hear(page, "Ctrl+0", self.zoom_normally)

    @property
    def look(self) -> WritingLook:
        """How the guide looks now."""
        return self._keeper.look

    def fill(self, menu: QMenu) -> None:
        """Put what can be chosen into a menu."""
        for words, keys, do in (
            (self.tr("Larger letters"), "Ctrl++", partial(self.zoom, 1)),
            (self.tr("Smaller letters"), "Ctrl+-", partial(self.zoom, -1)),
            (self.tr("Usual letters"), "Ctrl+0", self.zoom_normally),
        ):
            menu.addAction(with_keys(words, keys)).triggered.connect(lambda _checked, do=do: do())
        menu.addSeparator()
        group = QActionGroup(menu)
        for face, words in (
            (Face.SERIF, self.tr("Serif")),
            (Face.SYSTEM, self.tr("As the program")),
            (Face.MONO, self.tr("All of one width")),
        ):
            action = QAction(words, menu)
            action.setCheckable(True)
            action.triggered.connect(partial(self.choose_face, face.value))
            group.addAction(action)
            menu.addAction(action)
            self._faces[face.value] = action
        self._tick()

    def zoom(self, steps: int) -> None:
        """Larger letters by so many steps."""
        self._keeper.zoom(steps)
        self._say_zoom()

    def zoom_normally(self) -> None:
        """Letters of the usual size."""
        self._keeper.zoom_normally()
        self._say_zoom()

    def choose_face(self, face: str) -> None:
        """Other letters: the value of a `Face`."""
        self._keeper.change(replace(self._keeper.look, face=face))

    def read(self) -> None:
        """Look at what is kept."""
        self._keeper.read()

    def refresh(self, changed: Changed) -> None:
        """Something changed, perhaps on another page."""
        if changed is Changed.SETTINGS:
            self._keeper.read()

    def keep(self) -> None:
        """Keep what was chosen now, and not a moment later."""
        self._kept.stop()
        self._keeper.keep()

    def _show(self, look: WritingLook) -> None:
        self._tick()
        self.changed.emit(look)
        self._kept.start()

    def _tick(self) -> None:
        for face, action in self._faces.items():
            action.setChecked(face == self._keeper.look.face)

    def _say_zoom(self) -> None:
        percent = self.tr("{percent} %").format(percent=QLocale().toString(self._keeper.look.zoom_percent))
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self._page, percent))


def _reading(settings: JournalSettings) -> WritingLook:
    return settings.reading


def _with_reading(settings: JournalSettings, look: WritingLook) -> JournalSettings:
    return replace(settings, reading=look)
