"""Writes Markdown into a document for paper, piece by piece: none of it is handed to Qt as markup, none is fetched.

Read with markdown-it; HTML in the text is printed as it was typed. A single line end stays one, as it was written.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QSizeF, Qt
from PySide6.QtGui import (
    QBrush,
    QColor,
    QFont,
    QFontDatabase,
    QImage,
    QTextBlockFormat,
    QTextCharFormat,
    QTextCursor,
    QTextFormat,
    QTextLength,
)

if TYPE_CHECKING:
    from markdown_it.token import Token

INK, SOFT = QColor("#1c1b19"), QColor("#55514a")
TEXT_POINTS: Final = 11.0
SMALL_POINTS: Final = 9.0
HEADING_POINTS: Final = (17.0, 14.5, 12.5, 11.5, 11.0, 11.0)
_LINE_PERCENT: Final = 135
_LINE_SEPARATOR: Final = "\u2028"
_BOX: Final = re.compile(r"\[([ xX])\] ")
_OWN_PICTURE: Final = re.compile(r"tj:([0-9a-f]{32})")

Picture = Callable[[str], QImage | None]
"""Gives the picture of an attachment by its id of 32 hex digits."""


def px(points: float) -> float:
    """Points as Qt wants distances: as pixels of a screen of 96 to the inch, which it scales to the device."""
    return points * 96 / 72


@dataclass(frozen=True, slots=True)
class _Place:
    """Where the next paragraph stands."""

    indent: int = 0
    is_quote: bool = False
    marker: str = ""
    heading: int = 0


class MarkdownWriter:
    """Puts paragraphs into a document. `face` is the family of what is read at length; A picture is at most as
    large as `most`, in pixels of a screen of 96 to the inch."""

    def __init__(self, cursor: QTextCursor, face: str, picture: Picture, *, most: QSizeF) -> None:
        self._cursor = cursor
        self._face = face
        self._picture = picture
        self._most = most
        self._is_first = True

    # Paragraphs -------------------------------------------------------------------------------

    def paragraph(
        self, words: str, points: float = TEXT_POINTS, *, bold: bool = False, soft: bool = False, above: float = 6.0
    ) -> None:
        """One paragraph of plain words."""
        self.begin(above=above)
        self.words(words, points, bold=bold, soft=soft)

    def words(self, words: str, points: float = TEXT_POINTS, *, bold: bool = False, soft: bool = False) -> None:
        """Plain words in the paragraph that was begun."""
        self._cursor.insertText(words, self._letters(points, bold=bold, soft=soft))

    def leave_free(self, pixels: float) -> None:
        """Begin so far down: a margin at the top of a page would be left out."""
        form = QTextBlockFormat()
        form.setLineHeight(pixels, QTextBlockFormat.LineHeightTypes.FixedHeight.value)
        self._put(form)

    def begin(
        self, *, above: float = 6.0, indent: int = 0, is_quote: bool = False, line: bool = False, tight: bool = False
    ) -> None:
        """Begin a paragraph, so many points under the one before; `tight`: of one line without room above it."""
        form = QTextBlockFormat()
        form.setTopMargin(px(above))
        form.setIndent(indent)
        if not tight:
            form.setLineHeight(_LINE_PERCENT, QTextBlockFormat.LineHeightTypes.ProportionalHeight.value)
        if is_quote:
            form.setLeftMargin(px(10))
            form.setRightMargin(px(10))
        if line:
            form.setProperty(
                QTextFormat.Property.BlockTrailingHorizontalRulerWidth,
                QTextLength(QTextLength.Type.PercentageLength, 100),
            )
        self._put(form)

    def _put(self, form: QTextBlockFormat) -> None:
        if self._is_first:
            self._cursor.setBlockFormat(form)
            self._is_first = False
        else:
            self._cursor.insertBlock(form)

    # Markdown ---------------------------------------------------------------------------------

    def markdown(self, text: str) -> None:
        """Everything that is written in `text`."""
        from markdown_it import MarkdownIt  # 55 ms, and most days nothing is printed

        parser = MarkdownIt("commonmark", {"html": False}).enable(["strikethrough"])
        self._blocks(parser.parse(text))

    def _blocks(self, tokens: list[Token]) -> None:
        place = _Place()
        outer: list[_Place] = []
        lists: list[int | None] = []
        """The next number of each list around; none where it has bullets."""
        for token in tokens:
            match token.type:
                case "heading_open":
                    place = replace(place, heading=int(token.tag[1]))
                case "heading_close":
                    place = replace(place, heading=0)
                case "blockquote_open":
                    outer.append(place)
                    place = replace(place, is_quote=True, indent=place.indent + 1)
                case "bullet_list_open" | "ordered_list_open":
                    start = int(token.attrs.get("start", 1)) if token.type == "ordered_list_open" else None
                    lists.append(start)
                    outer.append(place)
                    place = replace(place, indent=place.indent + 1)
                case "list_item_open":
                    number = lists[-1]
                    place = replace(place, marker="•" if number is None else f"{number}.")
                    lists[-1] = None if number is None else number + 1
                case "blockquote_close":
                    place = outer.pop()
                case "bullet_list_close" | "ordered_list_close":
                    place = outer.pop()
                    lists.pop()
                case "fence" | "code_block":
                    self._code(token.content, place)
                case "hr":
                    self.begin(line=True)
                case "inline":
                    self._inline(token.children or [], place)
                    place = replace(place, marker="")
                case _:
                    pass

    def _code(self, text: str, place: _Place) -> None:
        self.begin(indent=place.indent + 1)
        letters = self._letters(TEXT_POINTS - 1)
        letters.setFont(_fixed_font(TEXT_POINTS - 1))
        self._cursor.insertText(text.rstrip("\n").replace("\n", _LINE_SEPARATOR), letters)

    def _inline(self, tokens: list[Token], place: _Place) -> None:
        is_in_list = bool(place.marker)
        self.begin(
            above=12.0 if place.heading else 2.0 if is_in_list else 6.0,
            indent=place.indent,
            is_quote=place.is_quote,
            tight=[token.type for token in tokens] == ["image"],
        )
        points = HEADING_POINTS[place.heading - 1] if place.heading else TEXT_POINTS
        letters = self._letters(points, bold=bool(place.heading), soft=place.is_quote)
        if place.marker:
            box = _BOX.match(tokens[0].content) if tokens and tokens[0].type == "text" else None
            if box is not None:
                tokens[0].content = tokens[0].content[box.end() :]
            marker = place.marker if box is None else "☐" if box[1] == " " else "☑"
            self._cursor.insertText(f"{marker}  ", letters)
        address = ""
        for token in tokens:
            match token.type:
                case "text" | "text_special":
                    self._cursor.insertText(token.content, letters)
                case "softbreak" | "hardbreak":
                    self._cursor.insertText(_LINE_SEPARATOR, letters)
                case "strong_open":
                    letters.setFontWeight(QFont.Weight.Bold)
                case "strong_close":
                    letters.setFontWeight(QFont.Weight.Bold if place.heading else QFont.Weight.Normal)
                case "em_open" | "em_close":
                    letters.setFontItalic(token.nesting > 0)
                case "s_open" | "s_close":
                    letters.setFontStrikeOut(token.nesting > 0)
                case "link_open":
                    address = str(token.attrs.get("href", ""))
                case "link_close":
                    if address.startswith(("http:", "https:", "mailto:")):
                        self._cursor.insertText(f" ({address})", letters)
                case "code_inline":
                    fixed = QTextCharFormat(letters)
                    fixed.setFont(_fixed_font(points - 1))
                    self._cursor.insertText(token.content, fixed)
                case "image":
                    self._image(token, letters)
                case _:
                    self._cursor.insertText(token.content, letters)

    def _image(self, token: Token, letters: QTextCharFormat) -> None:
        own = _OWN_PICTURE.fullmatch(str(token.attrs.get("src", "")))
        picture = self._picture(own[1]) if own is not None else None
        if picture is None or picture.isNull():
            self._cursor.insertText(
                token.content, letters
            )  # its description; a picture from elsewhere is never asked for
            return
        self._cursor.insertImage(picture, str(token.attrs["src"]))
        self._cursor.movePosition(QTextCursor.MoveOperation.PreviousCharacter, QTextCursor.MoveMode.KeepAnchor)
        form = self._cursor.charFormat().toImageFormat()
        size = QSizeF(picture.size())
        if size.width() > self._most.width() or size.height() > self._most.height():
            size.scale(self._most, Qt.AspectRatioMode.KeepAspectRatio)
        form.setWidth(size.width())
        form.setHeight(size.height())
        self._cursor.setCharFormat(form)
        self._cursor.movePosition(QTextCursor.MoveOperation.End)

    def _letters(self, points: float, *, bold: bool = False, soft: bool = False) -> QTextCharFormat:
        font = QFont(self._face)
        font.setPointSizeF(points)
        letters = QTextCharFormat()
        letters.setFont(font)
        letters.setFontWeight(QFont.Weight.Bold if bold else QFont.Weight.Normal)
        letters.setForeground(QBrush(SOFT if soft else INK))
        return letters


def _fixed_font(points: float) -> QFont:
    font = QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont)
    font.setPointSizeF(points)
    return font
