"""What the keyboard is set to, where the system tells."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QGuiApplication

_ALWAYS_TELL = frozenset({"windows", "cocoa"})
_WORTH_ASKING = "xcb"


def _nothing() -> str:
    return ""


class KeyboardLayout(QObject):
    """Knows what somebody is typing with.

    Qt answers with the system's language where it knows nothing (X11 without an input method). So nothing is taken
    from it before the system has told of a change, except on systems that always tell. Under X11 `ask` is asked
    instead, whenever somebody says `look`.
    """

    changed = Signal()

    def __init__(self, ask: Callable[[], str] = _nothing, parent: QObject | None = None) -> None:
        super().__init__(parent)
        platform = QGuiApplication.platformName()
        self._ask = ask if platform == _WORTH_ASKING else _nothing
        self._asked = ""
        self._tells = platform in _ALWAYS_TELL
        QGuiApplication.inputMethod().localeChanged.connect(self._on_locale_changed)

    @property
    def name(self) -> str:
        """A language in its own words, such as "Deutsch", or a layout such as "DE"; empty where it is not known."""
        return QGuiApplication.inputMethod().locale().nativeLanguageName() if self._tells else self._asked

    def look(self) -> None:
        """Somebody begins to type, or types: the layout may be another one now."""
        asked = self._ask()
        if asked != self._asked:
            self._asked = asked
            self.changed.emit()

    def _on_locale_changed(self) -> None:
        self._tells = True
        self.changed.emit()
