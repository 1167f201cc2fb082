"""What went wrong with a page or a card, in one quiet box on it."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from trustjournal.ui.kit.notice import Notice
from trustjournal.ui.messages import sentence


class Trouble(Notice):
    """Says what an error means and what could be done; hidden, and silent, where there is none or it was said."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(kind="problem", parent=parent)

    def show_error(self, error: Exception | None) -> None:
        """Say it; None: there is nothing to say any more."""
        message = sentence(error) if error is not None else None
        words = f"{message.text} {message.next_step}" if message is not None else ""
        if words != self.text():
            self.say(words)
