"""A field for a passphrase: hides it, shows it on request, and leaks it nowhere."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QLineEdit, QToolButton, QWidget
from typing_extensions import override

from trustjournal.ui.kit.icons import Icons
from trustjournal.ui.kit.secret_edit import SecretEdit
from trustjournal.ui.kit.text_scale import scaled
from trustjournal.ui.kit.tokens import HIT_TARGET


class PassphraseEdit(SecretEdit):
    """Hides what is typed, and shows it on request."""

    caps_lock_changed = Signal(bool)
    """Caps Lock was noticed on or off, by the letters that arrive."""

    def __init__(
        self,
        icons: Icons,
        placeholder: str = "",
        parent: QWidget | None = None,
        *,
        label: str = "",
        large: bool = False,
    ) -> None:
        self._toggle: QToolButton | None = None  # Qt may ask for our size before we are built
        super().__init__(placeholder, parent, label=label, large=large)
        self._icons = icons
        self._caps_lock = False
        self._hide_or_show(QLineEdit.EchoMode.Password)
        toggle = QToolButton(self)
        toggle.setCheckable(True)
        toggle.setObjectName("in_field")
        toggle.setCursor(Qt.CursorShape.PointingHandCursor)
        toggle.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        toggle.toggled.connect(self.set_shown)
        self._toggle = toggle
        toggle.setAccessibleDescription(self.accessibleName())
        self._say_toggle(toggle)
        self._fit()

    @property
    def is_shown(self) -> bool:
        """Whether the passphrase can be read on the screen."""
        return self.echoMode() == QLineEdit.EchoMode.Normal

    @property
    def caps_lock(self) -> bool:
        """Whether Caps Lock is on, as far as the letters that arrived have told."""
        return self._caps_lock

    def set_shown(self, shown: bool) -> None:
        """Show the passphrase, or hide it again."""
        self._hide_or_show(QLineEdit.EchoMode.Normal if shown else QLineEdit.EchoMode.Password)
        if self._toggle is not None:
            self._toggle.setChecked(shown)
            self._say_toggle(self._toggle)

    def take(self) -> str:
        """Return the passphrase and empty the field, with nothing left to undo."""
        passphrase = self.text()
        self.forget()
        return passphrase

    @override
    def forget(self) -> None:
        super().forget()
        self.set_shown(False)

    @override
    def setAccessibleName(self, name: str, /) -> None:
        super().setAccessibleName(name)
        if self._toggle is not None:
            self._toggle.setAccessibleDescription(name)  # which of two fields it belongs to

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        self._notice_caps_lock(event)
        super().keyPressEvent(event)

    @override
    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        if event.reason() != Qt.FocusReason.PopupFocusReason:
            self._set_caps_lock(on=False)

    @override
    def _trailing_width(self) -> int:
        return self._toggle_side()

    @override
    def _fit(self) -> None:
        super()._fit()
        if self._toggle is None:
            return
        side = self._toggle_side()
        gap = (self.height() - side) // 2
        rtl = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
        self._toggle.setGeometry(gap if rtl else self.width() - side - gap, gap, side, side)
        icon = scaled(18)
        self._toggle.setIconSize(QSize(icon, icon))

    def _hide_or_show(self, mode: QLineEdit.EchoMode) -> None:
        self.setEchoMode(mode)
        # Qt takes these hints away from a field that shows its text; ours stays sensitive.
        self.setInputMethodHints(
            Qt.InputMethodHint.ImhHiddenText
            | Qt.InputMethodHint.ImhSensitiveData
            | Qt.InputMethodHint.ImhNoPredictiveText
            | Qt.InputMethodHint.ImhNoAutoUppercase
        )

    def _toggle_side(self) -> int:
        return min(scaled(HIT_TARGET), max(0, self.height() - 4))

    def _say_toggle(self, toggle: QToolButton) -> None:
        name = self.tr("Hide the passphrase") if self.is_shown else self.tr("Show the passphrase")
        toggle.setIcon(self._icons.icon("eye-off" if self.is_shown else "eye", "ink_soft"))
        toggle.setAccessibleName(name)
        toggle.setToolTip(name)

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
