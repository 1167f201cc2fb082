"""The language of the keyboard as it is set now, where the system tells."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QGuiApplication

_ALWAYS_TELL = frozenset({"windows", "cocoa"})


class KeyboardLayout(QObject):
    """Knows what somebody is typing with.

    Qt answers with the system's language where it knows nothing (X11 without an input method). So nothing is said
    before the system has told of a change, except on systems that always tell.
    """

    changed = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._tells = QGuiApplication.platformName() in _ALWAYS_TELL
        QGuiApplication.inputMethod().localeChanged.connect(self._on_locale_changed)

    @property
    def language(self) -> str:
        """In its own words, such as "Deutsch"; empty where it is not known."""
        if not self._tells:
            return ""
        return QGuiApplication.inputMethod().locale().nativeLanguageName()

    def _on_locale_changed(self) -> None:
        self._tells = True
        self.changed.emit()
