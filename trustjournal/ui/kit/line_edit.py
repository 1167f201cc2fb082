"""Fields for one line of text, and the one for a passphrase."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QSize, Qt, Signal
from PySide6.QtGui import QContextMenuEvent, QFocusEvent, QIcon, QKeyEvent, QKeySequence, QMouseEvent, QResizeEvent
from PySide6.QtWidgets import QApplication, QLineEdit, QMenu, QToolButton, QWidget
from typing_extensions import override

from trustjournal.ui.kit.heading import SoftLabel
from trustjournal.ui.kit.icons import Icons
from trustjournal.ui.kit.style_property import set_style_property
from trustjournal.ui.kit.text_scale import scaled
from trustjournal.ui.kit.tokens import HIT_TARGET


class LineEdit(QLineEdit):
    """A field for one line; `label` is its name for a screen reader, `icon` stands inside before the text."""

    def __init__(
        self, placeholder: str = "", parent: QWidget | None = None, *, label: str = "", icon: QIcon | None = None
    ) -> None:
        super().__init__(parent)
        self.setPlaceholderText(placeholder)
        self.setAccessibleName(label or placeholder)
        if icon is not None:
            self.addAction(icon, QLineEdit.ActionPosition.LeadingPosition)

    def set_problem(self, problem: bool) -> None:
        """Mark the field as the one that needs another look; say why in words beside it."""
        set_style_property(self, "problem", problem)


class PassphraseEdit(LineEdit):
    """A field that hides what is typed, shows it on request, and leaks it nowhere.

    It keeps no way to undo, and puts nothing on the clipboard or in the selection other programs can paste.
    """

    caps_lock_changed = Signal(bool)
    """Caps Lock was noticed on or off, by the letters that arrive."""

    def __init__(self, icons: Icons, placeholder: str = "", parent: QWidget | None = None, *, label: str = "") -> None:
        super().__init__(placeholder, parent, label=label)
        self._icons = icons
        self._caps_lock = False
        self.setEchoMode(QLineEdit.EchoMode.Password)
        self.setInputMethodHints(
            Qt.InputMethodHint.ImhHiddenText
            | Qt.InputMethodHint.ImhSensitiveData
            | Qt.InputMethodHint.ImhNoPredictiveText
            | Qt.InputMethodHint.ImhNoAutoUppercase
        )
        self._toggle = QToolButton(self)
        self._toggle.setCheckable(True)
        self._toggle.setObjectName("in_field")
        self._toggle.setCursor(Qt.CursorShape.PointingHandCursor)
        self._toggle.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self._toggle.toggled.connect(self.set_shown)
        self._say_toggle()

    @property
    def is_shown(self) -> bool:
        """Whether the passphrase can be read on the screen."""
        return self.echoMode() == QLineEdit.EchoMode.Normal

    def set_shown(self, shown: bool) -> None:
        """Show the passphrase, or hide it again."""
        self.setEchoMode(QLineEdit.EchoMode.Normal if shown else QLineEdit.EchoMode.Password)
        self._toggle.setChecked(shown)
        self._say_toggle()

    def take(self) -> str:
        """Return the passphrase and empty the field, with nothing left to undo."""
        passphrase = self.text()
        self.forget()
        return passphrase

    def forget(self) -> None:
        """Empty and hide the field, with nothing left to undo."""
        self.setText("")
        self.set_shown(False)

    def caps_lock_hint(self) -> SoftLabel:
        """Return a new label that says when Caps Lock is on; it keeps its place while it says nothing."""
        label = SoftLabel(small=True)
        policy = label.sizePolicy()
        policy.setRetainSizeWhenHidden(True)
        label.setSizePolicy(policy)
        label.setText(self.tr("Caps Lock is on"))
        label.setVisible(self._caps_lock)
        self.caps_lock_changed.connect(label.setVisible)
        return label

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        self._notice_caps_lock(event)
        keys = QKeySequence.StandardKey
        if any(event.matches(key) for key in (keys.Undo, keys.Redo, keys.Copy, keys.Cut)):
            event.accept()
            return
        super().keyPressEvent(event)

    @override
    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        # The field would offer marked text to other programs here (the X11 primary selection).
        if event.button() == Qt.MouseButton.LeftButton and self.hasSelectedText():
            event.accept()
            return
        super().mouseReleaseEvent(event)

    @override
    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        paste = menu.addAction(self.tr("Paste"))
        paste.setEnabled(bool(QApplication.clipboard().text()))
        paste.triggered.connect(self.paste)
        clear = menu.addAction(self.tr("Clear"))
        clear.setEnabled(bool(self.text()))
        clear.triggered.connect(self.forget)
        menu.popup(event.globalPos())

    @override
    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        if event.reason() != Qt.FocusReason.PopupFocusReason:
            self._set_caps_lock(on=False)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._place_toggle()

    @override
    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in (
            QEvent.Type.ApplicationFontChange,
            QEvent.Type.StyleChange,
            QEvent.Type.LayoutDirectionChange,
        ):
            self._place_toggle()

    def _place_toggle(self) -> None:
        if not hasattr(self, "_toggle"):  # Qt may send events before we are built
            return
        side = min(scaled(HIT_TARGET), self.height() - 4)
        gap = (self.height() - side) // 2
        rtl = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
        self._toggle.setGeometry(gap if rtl else self.width() - side - gap, gap, side, side)
        icon = scaled(18)
        self._toggle.setIconSize(QSize(icon, icon))
        self.setTextMargins(side if rtl else 0, 0, 0 if rtl else side, 0)

    def _say_toggle(self) -> None:
        name = self.tr("Hide the passphrase") if self.is_shown else self.tr("Show the passphrase")
        self._toggle.setIcon(self._icons.icon("eye-off" if self.is_shown else "eye", "ink_soft"))
        self._toggle.setAccessibleName(name)
        self._toggle.setToolTip(name)

    def _notice_caps_lock(self, event: QKeyEvent) -> None:
        """Qt cannot ask for Caps Lock; a letter whose case does not fit Shift gives it away."""
        letter = event.text()
        if len(letter) != 1 or letter.lower() == letter.upper():
            return
        shift = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
        self._set_caps_lock(on=letter.isupper() != shift)

    def _set_caps_lock(self, *, on: bool) -> None:
        if on != self._caps_lock:
            self._caps_lock = on
            self.caps_lock_changed.emit(on)
