"""What every page of the session is: a widget with a name, a place one can come back to, and words it must not lose."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import ClassVar

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from trustjournal.domain.change import Changed
from trustjournal.domain.place import Place


@dataclass(frozen=True, slots=True)
class ToastMessage:
    """A sentence shown for a while at the bottom of the window, with one thing that can be done about it."""

    text: str = field(repr=False)
    action_text: str | None = None
    on_action: Callable[[], None] | None = None
    is_undo: bool = True
    """Whether what can be done is to undo, so that the key of Undo does it."""


@dataclass(frozen=True, slots=True)
class Command:
    """Something that can be done from anywhere, by its name; `keys` are named only, and heard elsewhere."""

    words: str
    do: Callable[[], None]
    keys: str = ""


class Page(QWidget):
    """One page of the session. The window around it only knows what is declared here."""

    name: ClassVar[str]
    """The page's name in a `Place`: never shown, never translated."""
    icon_name: ClassVar[str]
    """Which icon stands before its title in the navigation."""

    go_requested = Signal(object)
    """A `Place` the person wishes to go to."""
    back_requested = Signal()
    """Return to the place before this one."""
    toast_requested = Signal(object)
    """A `ToastMessage` to show."""
    toast_over = Signal(object)
    """A `ToastMessage` that is no longer true: if it is shown, it goes."""
    quiet_requested = Signal()
    """Begin focus mode, or end it."""

    def title(self) -> str:
        """The page's name for people, translated."""
        raise NotImplementedError

    def visit(self, place: Place) -> None:
        """Show `place`: its item and its view, as far as they still exist."""

    def place(self) -> Place:
        """Where the person is now, so that Back, unlock and tomorrow can return to it."""
        return Place(self.name)

    def refresh(self, changed: Changed) -> None:
        """Look again, if what changed is something this page shows. Called on the window's thread."""

    def settle(self) -> None:
        """Hand unsaved words to the save keeper. Called before another page, lock and quit; must not ask anything."""

    def first_focus(self) -> QWidget:
        """The widget that gets the keyboard when somebody comes to this page."""
        return self

    def commands(self) -> tuple[Command, ...]:
        """What this page can do for somebody who is on another one."""
        return ()

    def set_quiet(self, quiet: bool) -> None:
        """Focus mode began or ended: hide, or show again, all but what is being written or read."""
