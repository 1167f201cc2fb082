"""What a click in the text does besides putting the caret somewhere."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QMouseEvent, QTextBlock
from PySide6.QtWidgets import QTextEdit

from trustjournal.ui.parts.editor.backdrop import Backdrop
from trustjournal.ui.parts.editor.clean import units
from trustjournal.ui.parts.editor.styler import read_block

_CONTROL = Qt.KeyboardModifier.ControlModifier


class Pointer:
    """Tells a click on a box, a picture or a link from one that is about the words.

    Something happens when the button is let go over the thing it was pressed on, as with a button.
    """

    def __init__(
        self,
        edit: QTextEdit,
        backdrop: Backdrop,
        *,
        tick: Callable[[QTextBlock], object],
        show_picture: Callable[[str], None],
        follow_link: Callable[[str], None],
    ) -> None:
        self._edit = edit
        self._backdrop = backdrop
        self._tick = tick
        self._show_picture = show_picture
        self._follow_link = follow_link
        self._pressed: object = None

    def press(self, event: QMouseEvent) -> bool:
        """Whether a press is on something, and not meant for the words."""
        is_left = event.button() is Qt.MouseButton.LeftButton
        self._pressed = self._thing(event) if is_left else None
        return self._pressed is not None

    def release(self, event: QMouseEvent) -> bool:
        """Do what was pressed; whether there was anything."""
        pressed, self._pressed = self._pressed, None
        if pressed is None:
            return False
        if pressed == self._thing(event):
            match pressed:
                case QTextBlock():
                    self._tick(pressed)
                case ("picture", str(picture_id)):
                    self._show_picture(picture_id)
                case ("link", str(target)):
                    self._follow_link(target)
                case _:
                    pass
        return True

    def double_click(self, event: QMouseEvent) -> bool:
        """Show a picture whose line is written on, where one click is for the words; whether there was one."""
        is_left = event.button() is Qt.MouseButton.LeftButton
        picture_id = self._backdrop.picture_at(event.position().toPoint(), while_written_on=True) if is_left else ""
        if picture_id:
            self._show_picture(picture_id)
        return bool(picture_id)

    def hover(self, event: QMouseEvent) -> None:
        """Let the pointer say whether a click does something."""
        is_over = not event.buttons() and self._thing(event) is not None
        shape = Qt.CursorShape.PointingHandCursor if is_over else Qt.CursorShape.IBeamCursor
        if self._edit.viewport().cursor().shape() is not shape:
            self._edit.viewport().setCursor(shape)

    def _thing(self, event: QMouseEvent) -> object:
        place = event.position().toPoint()
        if (task := self._backdrop.task_at(place)) is not None:
            return task
        if picture_id := self._backdrop.picture_at(place):
            return "picture", picture_id
        if event.modifiers() & _CONTROL and (target := self._link_at(place)):
            return "link", target
        return None

    def _link_at(self, place: QPoint) -> str:
        cursor = self._edit.cursorForPosition(place)
        if not self._edit.cursorRect(cursor).adjusted(-12, 0, 12, 0).contains(place):
            return ""  # beside the words
        return link_in(cursor.block(), cursor.positionInBlock())


def link_in(block: QTextBlock, position: int) -> str:
    """Where the link at a position of a line points; empty where there is none."""
    text = block.text()
    for link in read_block(block).links:
        if units(text[: link.start]) <= position <= units(text[: link.end]):
            return link.target
    return ""
