"""Painted controls that assistive technology can hear: their role and their value, in words and as a number.

Qt gives a plain `QWidget` no role and no value. A painted control derives from `SpokenWidget`, answers three questions,
and calls `say_value()` after each change.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QObject
from PySide6.QtGui import (
    QAccessible,
    QAccessibleAnnouncementEvent,
    QAccessibleEvent,
    QAccessibleInterface,
    QAccessibleValueChangeEvent,
    QAccessibleValueInterface,
)
from PySide6.QtWidgets import QAccessibleWidget, QWidget
from shiboken6 import VoidPtr, getCppPointer
from typing_extensions import override


@dataclass(frozen=True, slots=True)
class SpokenNumber:
    """A value as a number between two ends; `current` is None while nothing is set."""

    lowest: int
    highest: int
    current: int | None


class SpokenWidget(QWidget):
    """A painted control with a role and a value in words."""

    spoken_role = QAccessible.Role.Graphic

    def value_text(self) -> str:
        """The value as a person would say it."""
        return ""

    def spoken_number(self) -> SpokenNumber | None:
        """The value as a number, for controls that have exactly one."""
        return None

    def set_spoken_number(self, number: int) -> None:
        """Assistive technology set the number."""

    def say_value(self) -> None:
        """Tell assistive technology the new value: the description holds it, and it is spoken at once while focused."""
        text = self.value_text()
        self.setAccessibleDescription(text)
        if not QAccessible.isActive():
            return
        number = self.spoken_number()
        spoken: object = text if number is None or number.current is None else number.current
        QAccessible.updateAccessibility(QAccessibleValueChangeEvent(self, spoken))
        QAccessible.updateAccessibility(QAccessibleEvent(self, QAccessible.Event.DescriptionChanged))
        # A number is read by the reader itself; words need saying, and only where the person is.
        if self.hasFocus() and spoken is text:
            QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, text))


class _SpokenValue(QAccessibleValueInterface):
    """The value of a `SpokenWidget` as a number."""

    def __init__(self, widget: SpokenWidget) -> None:
        super().__init__()
        self._widget = widget

    @override
    def currentValue(self) -> Any:
        number = self._widget.spoken_number()
        return None if number is None else number.current

    @override
    def maximumValue(self) -> Any:
        number = self._widget.spoken_number()
        return None if number is None else number.highest

    @override
    def minimumValue(self) -> Any:
        number = self._widget.spoken_number()
        return None if number is None else number.lowest

    @override
    def minimumStepSize(self) -> Any:
        return 1

    @override
    def setCurrentValue(self, value: Any, /) -> None:
        self._widget.set_spoken_number(round(float(value)))


class _SpokenInterface(QAccessibleWidget):
    """What assistive technology sees of a `SpokenWidget`."""

    def __init__(self, widget: SpokenWidget) -> None:
        super().__init__(widget, widget.spoken_role)
        self._widget = widget
        self._value = _SpokenValue(widget)

    @override
    def text(self, t: QAccessible.Text, /) -> str:
        if t is QAccessible.Text.Value:
            return self._widget.value_text()
        return str(super().text(t))

    @override
    def interface_cast(self, t: QAccessible.InterfaceType, /) -> Any:
        # Qt wants addresses: the binding takes neither a Python object nor None for one without ending in the wild.
        if t is QAccessible.InterfaceType.ValueInterface and self._widget.spoken_number() is not None:
            return VoidPtr(getCppPointer(self._value)[0])
        address: Any = super().interface_cast(t)
        return VoidPtr(0) if address is None else address


def _interface_for(_class_name: str, thing: QObject) -> QAccessibleInterface | None:
    return _SpokenInterface(thing) if isinstance(thing, SpokenWidget) else None


# Qt asks its factories for the most derived class first, so ours answers before the one for plain widgets. It is
# installed with the module, once: a control must not depend on somebody having remembered to make it audible.
QAccessible.installFactory(_interface_for)
