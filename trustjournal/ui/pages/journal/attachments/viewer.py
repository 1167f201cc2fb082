"""Looks at the photos of an entry, in place of the list and the sheet and inside the same window."""

from __future__ import annotations

from PySide6.QtCore import QLocale, Qt, Signal
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent, QFocusEvent, QImage, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget
from typing_extensions import override

from trustjournal.ui.kit.button import Button, IconButton
from trustjournal.ui.kit.divider import Divider
from trustjournal.ui.kit.elided_label import ElidedLabel
from trustjournal.ui.kit.icons import Icons
from trustjournal.ui.kit.labels import SoftLabel
from trustjournal.ui.kit.line_edit import LineEdit
from trustjournal.ui.kit.notice import Notice
from trustjournal.ui.kit.text_scale import scaled
from trustjournal.ui.kit.theme import Theme
from trustjournal.ui.kit.tokens import S8, S12, S16
from trustjournal.ui.pages.journal.attachments.canvas import STEP, PhotoCanvas

LONGEST_WORDS = 500
NARROWEST_WITH_WORDS = 560
"""Pixels at 100 % text; below, the bar has only its buttons."""


class PhotoViewer(QWidget):
    """A bar, the photo, and the words about it. Escape leads back."""

    closed = Signal()
    other_requested = Signal(int)
    """1 for the next photo, -1 for the one before."""
    copy_requested = Signal()
    remove_requested = Signal()
    words_changed = Signal(str)
    """Other words about the photo, for those who cannot see it."""

    def __init__(self, theme: Theme, icons: Icons, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(self.tr("Photo viewer"))
        self._words = ""
        self.close_button = IconButton(icons.icon("close"), self.tr("Back to the entry (Esc)"))
        self.name = ElidedLabel(fewest=6)
        self.place = SoftLabel(small=True, wrap=False)
        self.before = IconButton(icons.icon("chevron-left"), self.tr("Photo before (Page Up)"))
        self.after = IconButton(icons.icon("chevron-right"), self.tr("Next photo (Page Down)"))
        self.smaller = IconButton(icons.icon("minus"), self.tr("Smaller (−)"))
        self.percent = SoftLabel(small=True, wrap=False)
        self.larger = IconButton(icons.icon("plus"), self.tr("Larger (+)"))
        self.fit = Button(self.tr("Fit"), "quiet", hint="0")
        self.copy_button = IconButton(icons.icon("save"), self.tr("Save a copy…"))
        self.remove_button = IconButton(icons.icon("trash"), self.tr("Remove the photo"))
        self.canvas = PhotoCanvas(theme)
        self.problem = Notice(kind="problem")
        self.words_label = SoftLabel(self.tr("Words for the photo"), small=True, wrap=False)
        self.words = LineEdit(
            self.tr("What can be seen, for search and for those who cannot see it"),
            label=self.tr("Words for the photo"),
        )
        self.words.setMaxLength(LONGEST_WORDS)
        self._words_row = QWidget()
        self._lay_out()
        self.close_button.clicked.connect(self.leave)
        self.before.clicked.connect(lambda: self.other_requested.emit(-1))
        self.after.clicked.connect(lambda: self.other_requested.emit(1))
        self.smaller.clicked.connect(lambda: self.canvas.zoom_by(1 / STEP))
        self.larger.clicked.connect(lambda: self.canvas.zoom_by(STEP))
        self.fit.clicked.connect(self.canvas.fit)
        self.copy_button.clicked.connect(self.copy_requested)
        self.remove_button.clicked.connect(self.remove_requested)
        self.canvas.zoomed.connect(self._show_zoom)
        self.canvas.other_requested.connect(self.other_requested)
        self.words.editingFinished.connect(self.keep_words)

    def _lay_out(self) -> None:
        bar = QHBoxLayout()
        bar.setContentsMargins(S16, S12, S16, S12)
        bar.setSpacing(S8)
        begin: tuple[QWidget, ...] = (self.close_button, self.name, self.place)
        end: tuple[QWidget, ...] = (
            self.before, self.after, self.smaller, self.percent, self.larger, self.fit, self.copy_button,
            self.remove_button,
        )  # fmt: skip
        for widget in begin:
            bar.addWidget(widget)
        bar.addStretch(1)
        for widget in end:
            bar.addWidget(widget)
        words = QHBoxLayout(self._words_row)
        words.setContentsMargins(S16, S12, S16, S12)
        words.setSpacing(S12)
        words.addWidget(self.words_label)
        words.addWidget(self.words, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(bar)
        column.addWidget(Divider())
        column.addWidget(self.problem)
        column.addWidget(self.canvas, 1)
        column.addWidget(self._words_row)

    def show_photo(self, name: str, words: str | None, *, number: int, of: int) -> None:
        """Say which photo is meant; its pixels come with `show_image`. `words` is None where it stands in no text."""
        self.name.setText(name)
        place = self.tr("{number} of {of}").format(number=number, of=of) if of > 1 else ""
        self.place.setText(place)
        self._words = words or ""
        self.words.setText(self._words)
        self._words_row.setVisible(words is not None)
        for button in (self.before, self.after):
            button.setVisible(of > 1)
        self.problem.say("")
        self.canvas.show_image(QImage())
        spoken = ", ".join(part for part in (words or name, place) if part)
        self.canvas.setAccessibleName(spoken)
        self.canvas.setAccessibleDescription(
            self.tr("Plus and minus zoom, 0 fits, the arrow keys move a photo that is larger than the window.")
        )
        if self.isVisible():
            QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self.canvas, spoken))

    def show_image(self, image: QImage) -> None:
        """The photo has been read."""
        self.canvas.show_image(image)

    def show_problem(self, words: str) -> None:
        """The photo cannot be shown."""
        self.problem.say(words)

    def keep_words(self) -> None:
        """Hand over the words, if they are others now."""
        if self.words.text() != self._words:
            self._words = self.words.text()
            self.words_changed.emit(self._words)

    def leave(self) -> None:
        """Back to where the person came from."""
        self.keep_words()
        self.closed.emit()

    def _show_zoom(self) -> None:
        percent = round(100 * self.canvas.zoom * self.devicePixelRatioF())
        self.percent.setText(self.tr("{percent} %").format(percent=QLocale().toString(percent)))

    @override
    def focusInEvent(self, event: QFocusEvent) -> None:
        """Not by a proxy: with one, Qt leaves the bar out of the way of the Tab key."""
        self.canvas.setFocus(event.reason())

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        has_room = self.width() >= scaled(NARROWEST_WITH_WORDS)
        for words in (self.name, self.place, self.percent):
            words.setVisible(has_room)
        self.fit.set_hint("0" if has_room else "")

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        match event.key():
            case Qt.Key.Key_Escape:
                self.leave()
            case Qt.Key.Key_PageDown:
                self.other_requested.emit(1)
            case Qt.Key.Key_PageUp:
                self.other_requested.emit(-1)
            case _:
                super().keyPressEvent(event)
