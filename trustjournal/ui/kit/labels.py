"""Words on a page that nobody clicks: titles, labels of sections, soft notes, and text to read at length."""

from __future__ import annotations

from html import escape
from math import ceil
from typing import Literal

from PySide6.QtCore import QEvent, Qt
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget
from typing_extensions import override

from trustjournal.ui.kit.line_height import line_height_percent

ReadingRole = Literal["text", "prompt", "title", "heading"]

_LINE_HEIGHTS: dict[ReadingRole, float] = {"text": 1.65, "prompt": 1.5, "title": 1.3, "heading": 1.4}


class PlainLabel(QLabel):
    """A label that shows its text as it is: a person's words are never taken for markup."""

    def __init__(self, text: str = "", parent: QWidget | None = None, *, wrap: bool = False) -> None:
        super().__init__(parent)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setWordWrap(wrap)
        self.setText(text)


class PageTitle(PlainLabel):
    """The name of a page, once a page."""


class SectionLabel(PlainLabel):
    """The name of a part of a page, or of a card."""


class SoftLabel(PlainLabel):
    """A sentence in the second row: explains, dates, counts. Wraps unless told not to."""

    def __init__(
        self, text: str = "", parent: QWidget | None = None, *, wrap: bool = True, small: bool = False
    ) -> None:
        super().__init__(text, parent, wrap=wrap)
        self.setProperty("small", small)


class ReadingLabel(QLabel):
    """Text to read at length, in the serif, with room between the lines.

    Paragraphs are parted by blank lines. `role` is how large it speaks: a page's text, the prompt of the day,
    the title of an entry, or a heading in the text.
    """

    def __init__(
        self, text: str = "", parent: QWidget | None = None, *, role: ReadingRole = "text", selectable: bool = False
    ) -> None:
        super().__init__(parent)
        self._role = role
        self._plain = ""
        self._line_height = 100
        self._least_lines = 0
        self.setProperty("role", role)
        self.setTextFormat(Qt.TextFormat.RichText)
        self.setWordWrap(True)
        policy = self.sizePolicy()
        policy.setHeightForWidth(True)
        policy.setVerticalPolicy(QSizePolicy.Policy.Minimum)
        self.setSizePolicy(policy)
        if selectable:
            self.setTextInteractionFlags(
                Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
            )
        self.set_text(text)

    def set_text(self, text: str) -> None:
        """Show `text`; nothing in it is taken for markup."""
        self._plain = text
        self.setAccessibleName(text)
        self._render()

    def keep_room(self, lines: int) -> None:
        """Be as tall as so many lines, however few the words are: what stands below does not move with them."""
        self._least_lines = lines
        self.setAlignment(Qt.AlignmentFlag.AlignLeading | Qt.AlignmentFlag.AlignTop)
        self._fit_lines()

    @override
    def event(self, e: QEvent) -> bool:
        handled = super().event(e)
        if e.type() in (QEvent.Type.Polish, QEvent.Type.FontChange):
            self._fit_lines()
        return handled

    def _fit_lines(self) -> None:
        height = line_height_percent(self.font(), _LINE_HEIGHTS[self._role])
        if height != self._line_height:
            self._line_height = height
            self._render()
        if self._least_lines:
            self.setMinimumHeight(ceil(self._least_lines * self.fontMetrics().height() * self._line_height / 100))

    def _render(self) -> None:
        paragraphs = [paragraph for paragraph in self._plain.split("\n\n") if paragraph.strip()]
        self.setText(
            "".join(
                f'<p style="line-height:{self._line_height}%; margin-top:{0 if first else 12}px; margin-bottom:0px">'
                f"{escape(paragraph).replace(chr(10), '<br/>')}</p>"
                for first, paragraph in zip([True] + [False] * len(paragraphs), paragraphs, strict=False)
            )
        )
