"""Under the text: the photos it does not show, the files, and what is on its way in."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QImage, QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QMenu, QScrollArea, QSizePolicy, QVBoxLayout, QWidget
from typing_extensions import override

from trustjournal.domain.attachment import Attachment, AttachmentKind
from trustjournal.ui.kit.button import Button
from trustjournal.ui.kit.divider import Divider
from trustjournal.ui.kit.elided_label import ElidedLabel
from trustjournal.ui.kit.flow_layout import FlowLayout
from trustjournal.ui.kit.icons import Icons
from trustjournal.ui.kit.labels import SoftLabel
from trustjournal.ui.kit.progress_line import ProgressLine
from trustjournal.ui.kit.theme import Theme
from trustjournal.ui.kit.tokens import S8, S12, S16
from trustjournal.ui.pages.journal.attachments.pictures import JournalPictures
from trustjournal.ui.pages.journal.attachments.state import Adding, AttachmentsState
from trustjournal.ui.pages.journal.attachments.tile import THUMB, Tile
from trustjournal.ui.pages.journal.attachments.words import adding_words, file_note

_HIGHEST = 150
"""Pixels at 100 % text, and never more than a fifth of the window; more tiles than that scroll."""
_ONE_ROW = 46
_LOWEST_WITH_NOTE = 400


class AttachmentStrip(QWidget):
    """Hidden while there is nothing to show."""

    show_requested = Signal(object)
    """An `AttachmentId`: a photo to look at."""
    put_in_text_requested = Signal(object)
    """An `Attachment`."""
    copy_requested = Signal(object)
    """The `Tile` whose attachment should be saved outside."""
    remove_requested = Signal(object)
    """An `AttachmentId`."""
    stop_requested = Signal()

    def __init__(self, theme: Theme, icons: Icons, pictures: JournalPictures, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._icons = icons
        self._pictures = pictures
        self._shown: tuple[Attachment, ...] = ()
        self._has_files = False
        self.tiles: list[Tile] = []
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)
        self.setAccessibleName(self.tr("Photos and files"))
        self._flow_holder = QWidget()
        self._flow = FlowLayout(self._flow_holder, gap=S8)
        self.area = QScrollArea()
        self.area.setWidget(self._flow_holder)
        self.area.setWidgetResizable(True)
        self.area.setFrameShape(QFrame.Shape.NoFrame)
        self.area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.note = SoftLabel(file_note(), small=True)
        self.progress_words = ElidedLabel(fewest=12, small=True)
        self.progress = ProgressLine(theme, self.tr("Adding"))
        self.stop = Button(self.tr("Stop"), "quiet")
        self._progress_row = QWidget()
        row = QHBoxLayout(self._progress_row)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(S12)
        row.addWidget(self.progress_words, 1)
        row.addWidget(self.progress, 1)
        row.addWidget(self.stop)
        inner = QVBoxLayout()
        inner.setContentsMargins(S16, S12, S16, S12)
        inner.setSpacing(S8)
        inner.addWidget(self._progress_row)
        inner.addWidget(self.area)
        inner.addWidget(self.note)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(Divider())
        column.addLayout(inner)
        self.hide()
        self.stop.clicked.connect(self.stop_requested)
        pictures.arrived.connect(self._show_thumbs)
        theme.changed.connect(self._adopt_theme)

    def show_state(self, state: AttachmentsState) -> None:
        """Show what is beside the text, and what is on its way."""
        beside = state.beside
        if beside != self._shown:
            self._shown = beside
            self._fill(beside)
        self._has_files = any(one.kind is AttachmentKind.FILE for one in beside)
        self.area.setVisible(bool(beside))
        self._show_progress(state.adding)
        self.setVisible(bool(beside) or state.adding is not None)
        self._fit()

    def _fill(self, beside: Sequence[Attachment]) -> None:
        had_keyboard = any(tile.hasFocus() for tile in self.tiles)
        self._flow.clear()
        self.tiles = [Tile(one, self._icons, press=self._on_tile_pressed, fill_menu=self._fill_menu) for one in beside]
        for tile in self.tiles:
            self._flow.addWidget(tile)
        self._show_thumbs()
        if had_keyboard and self.tiles:
            self.tiles[0].setFocus(Qt.FocusReason.OtherFocusReason)

    def _show_thumbs(self) -> None:
        for tile in self.tiles:
            if tile.attachment.kind is AttachmentKind.PHOTO:
                image = self._thumb(tile.attachment)
                if image is not None:
                    tile.show_thumb(image)
        self._fit()

    def _thumb(self, attachment: Attachment) -> QImage | None:
        side = round(self._theme.sp(THUMB) * self.devicePixelRatioF())
        landscape = max(1.0, (attachment.width or 1) / (attachment.height or 1))
        return self._pictures.picture(attachment.id.hex, round(side * min(landscape, 4)))

    def _show_progress(self, adding: Adding | None) -> None:
        self._progress_row.setVisible(adding is not None)
        if adding is not None:
            self.progress_words.setText(adding_words(adding))
            self.progress.setVisible(adding.percent is not None)
            self.progress.set_percent(adding.percent or 0)

    def _on_tile_pressed(self, tile: Tile) -> None:
        self.show_requested.emit(tile.attachment.id)

    def _fill_menu(self, menu: QMenu, tile: Tile) -> None:
        attachment = tile.attachment
        if attachment.kind is AttachmentKind.PHOTO:
            menu.addAction(self.tr("Look at it")).triggered.connect(lambda: self.show_requested.emit(attachment.id))
            menu.addAction(self.tr("Put into the text")).triggered.connect(
                lambda: self.put_in_text_requested.emit(attachment)
            )
        menu.addAction(self.tr("Save a copy…")).triggered.connect(lambda: self.copy_requested.emit(tile))
        remove = menu.addAction(self._icons.icon("trash"), self.tr("Remove"))
        remove.triggered.connect(lambda: self.remove_requested.emit(attachment.id))

    def _adopt_theme(self) -> None:
        shown, self._shown = self._shown, ()
        self._fill(shown)
        self._shown = shown
        self._fit()

    def _fit(self) -> None:
        width = max(1, self.width() - 2 * S16)
        wanted = self._flow.heightForWidth(width)
        self.note.setFixedHeight(self.note.heightForWidth(width))
        page = self.window().height()
        # In a low window the words need the room; what the note says was said when the file came, too.
        self.note.setVisible(self._has_files and page >= self._theme.sp(_LOWEST_WITH_NOTE))
        self.area.setFixedHeight(min(wanted, max(self._theme.sp(_ONE_ROW), min(self._theme.sp(_HIGHEST), page // 5))))

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    @override
    def minimumSizeHint(self) -> QSize:
        return QSize(0, super().minimumSizeHint().height())
