"""What the menu of the text offers for a photo that stands in it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from uuid import UUID

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QAction

from trustjournal.domain.ids import AttachmentId
from trustjournal.ui.kit.icons import Icons
from trustjournal.ui.parts.editor import Editor, MenuRequest


@dataclass(frozen=True, slots=True)
class PhotoInText:
    """A photo, and a position on its line."""

    id: AttachmentId
    position: int


class PhotoMenu(QObject):
    """Puts its entries before those for words, where the menu was asked for on the line of a photo."""

    look_requested = Signal(object)
    """The `AttachmentId`."""
    copy_requested = Signal(object)
    """The `PhotoInText`."""
    take_out_requested = Signal(object)
    """The `PhotoInText`: away from there, and still with the entry."""

    def __init__(self, editor: Editor, icons: Icons, can_copy: Callable[[AttachmentId], bool]) -> None:
        super().__init__(editor)
        self._editor = editor
        self._icons = icons
        self._can_copy = can_copy
        editor.menu_requested.connect(self._on_editor_menu_requested)

    def _on_editor_menu_requested(self, request: MenuRequest) -> None:
        picture = self._editor.picture_at(request.position)
        if not picture:
            return
        photo = PhotoInText(AttachmentId(UUID(hex=picture)), request.position)
        menu = request.menu
        look = QAction(self._icons.icon("photo"), self.tr("Look at the photo"), menu)
        copy = QAction(self._icons.icon("save"), self.tr("Save a copy…"), menu)
        copy.setEnabled(self._can_copy(photo.id))
        take_out = QAction(self._icons.icon("trash"), self.tr("Remove from the text"), menu)
        take_out.setEnabled(not self._editor.isReadOnly())
        rule = QAction(menu)
        rule.setSeparator(True)
        look.triggered.connect(lambda: self.look_requested.emit(photo.id))
        copy.triggered.connect(lambda: self.copy_requested.emit(photo))
        take_out.triggered.connect(lambda: self.take_out_requested.emit(photo))
        menu.insertActions(menu.actions()[0], [look, copy, take_out, rule])
