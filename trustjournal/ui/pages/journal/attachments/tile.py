"""One photo or file beside the text."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QContextMenuEvent, QIcon, QImage, QKeyEvent, QPixmap
from PySide6.QtWidgets import QMenu, QWidget
from typing_extensions import override

from trustjournal.domain.attachment import Attachment, AttachmentKind
from trustjournal.ui.kit.button import Button
from trustjournal.ui.kit.icons import Icons
from trustjournal.ui.kit.text_scale import scaled
from trustjournal.ui.pages.journal.attachments.words import kind_of, name_of, size_of

THUMB = 28
_HEIGHT = 46
_LONGEST_NAME = 170


class Tile(Button):
    """Pressed, a photo is shown and a file opens its menu. The menu key and the right button open it for both."""

    def __init__(
        self,
        attachment: Attachment,
        icons: Icons,
        *,
        press: Callable[[Tile], None],
        fill_menu: Callable[[QMenu, Tile], None],
        parent: QWidget | None = None,
    ) -> None:
        is_photo = attachment.kind is AttachmentKind.PHOTO
        super().__init__("", "plain", icons.icon("photo" if is_photo else "file"), parent)
        self.attachment = attachment
        self._fill_menu = fill_menu
        self._has_thumb = False
        self.clicked.connect(lambda: press(self) if is_photo else self.open_menu())
        self._name()

    def show_thumb(self, image: QImage) -> None:
        """Show the photo itself in place of the drawing of one."""
        self._has_thumb = True
        side = min(image.width(), image.height())
        middle = image.copy((image.width() - side) // 2, (image.height() - side) // 2, side, side)
        self.setIcon(QIcon(QPixmap.fromImage(middle)))
        self._fit_icon()

    def open_menu(self) -> None:
        """Open what can be done with it."""
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._fill_menu(menu, self)
        menu.popup(self.mapToGlobal(self.rect().bottomLeft()))

    def _name(self) -> None:
        words = f"{name_of(self.attachment)} · {size_of(self.attachment)}"
        metrics = self.fontMetrics()
        name = metrics.elidedText(name_of(self.attachment), Qt.TextElideMode.ElideMiddle, scaled(_LONGEST_NAME))
        self.setText(f"{name} · {size_of(self.attachment)}".replace("&", "&&"))
        self.setAccessibleName(f"{words}, {kind_of(self.attachment)}")
        self.setToolTip(self.accessibleName())

    @override
    def _fit_icon(self) -> None:
        side = scaled(THUMB if getattr(self, "_has_thumb", False) else 16)
        self.setIconSize(QSize(side, side))
        self.setFixedHeight(scaled(_HEIGHT))

    @override
    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        self.open_menu()

    @override
    def keyPressEvent(self, e: QKeyEvent) -> None:
        if e.key() == Qt.Key.Key_Menu or (
            e.key() == Qt.Key.Key_Down and e.modifiers() & Qt.KeyboardModifier.AltModifier
        ):
            self.open_menu()
        else:
            super().keyPressEvent(e)
