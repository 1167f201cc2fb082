"""What is worth knowing while typing what cannot be read: Caps Lock, and the layout of the keyboard."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from trustjournal.ui.kit.keyboard_layout import KeyboardLayout
from trustjournal.ui.kit.labels import SoftLabel
from trustjournal.ui.kit.passphrase_edit import PassphraseEdit

_TIMES_TO_LOOK = frozenset({QEvent.Type.FocusIn, QEvent.Type.KeyPress, QEvent.Type.KeyRelease})


class TypingHint(SoftLabel):
    """Speaks of all its fields, and is hidden while it knows nothing; with `keeps_place` its room stays free."""

    def __init__(
        self,
        keyboard: KeyboardLayout,
        *fields: PassphraseEdit,
        keeps_place: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent=parent, small=True)
        self._fields = fields
        self._keyboard = keyboard
        keyboard.changed.connect(self._say)
        for field in fields:
            field.caps_lock_changed.connect(self._say)
            field.installEventFilter(self)
        policy = self.sizePolicy()
        policy.setRetainSizeWhenHidden(keeps_place)
        self.setSizePolicy(policy)
        if not self._words():
            self.hide()  # shown before it has a parent, it would be a window of its own
        self._write()

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() in _TIMES_TO_LOOK:
            self._keyboard.look()
        return super().eventFilter(watched, event)

    def _say(self) -> None:
        self._write()
        self.setVisible(bool(self._words()))

    def _write(self) -> None:
        # A label without words has no height to keep free.
        self.setText(self._words() or self.tr("Caps Lock is on"))

    def _words(self) -> str:
        parts = []
        if any(field.caps_lock for field in self._fields):
            parts.append(self.tr("Caps Lock is on"))
        if self._keyboard.name:
            parts.append(self.tr("Keyboard: {layout}").format(layout=self._keyboard.name))
        return "  ·  ".join(parts)
