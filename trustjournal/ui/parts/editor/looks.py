"""How each style of Markdown looks, in the letters and colours of the moment."""

from __future__ import annotations

from PySide6.QtGui import QColor, QFont, QFontInfo, QFontMetricsF, QTextCharFormat, QTextFormat, QTextLayout

from trustjournal.domain.markup import Line, Style
from trustjournal.ui.kit.line_height import line_height_percent
from trustjournal.ui.kit.theme import Theme
from trustjournal.ui.kit.tokens import Type
from trustjournal.ui.parts.editor.clean import units
from trustjournal.ui.parts.editor.document import LINE_HEIGHT
from trustjournal.ui.parts.editor.pictures import Pictures

MONO_FAMILIES = ("Noto Sans Mono", "DejaVu Sans Mono", "Menlo", "Consolas", "monospace")
MONO_SIZE = 0.88
"""Letters of one width look larger than a serif of the same size."""
CHECKBOX_SIZE = 0.72
HEADING_SIZES = (1.375, 1.1875, 1.0625, 1.0, 1.0, 1.0)
"""Of each level, in letter sizes of the text."""
IN_ADDRESS = ":"
_FINE_PRINT = 0.88
UNSEEN = QColor(0, 0, 0, 0)


class Looks:
    """Formats for pieces of a line; ask anew after the theme or the font has changed."""

    def __init__(self, theme: Theme, font: QFont, pictures: Pictures) -> None:
        self._theme = theme
        self._font = font
        self._pictures = pictures
        self._pixels = QFontInfo(font).pixelSize()
        self._formats: dict[tuple[Style, int], QTextCharFormat] = {}
        self._tall: dict[int, QTextCharFormat] = {}

    def ranges(self, line: Line, text: str) -> list[QTextLayout.FormatRange]:
        """What to hand to the layout of a line."""
        wide = None if text.isascii() else _units_before(text)
        ranges = []
        for style, start, end in line.spans:
            first, last = (start, end) if wide is None else (wide[start], wide[end])
            ranges.append(_range(self._format(style, line.level), first, last - first))
        height = self._pictures.height(line.picture) if line.picture else 0
        if height:
            ranges += [self._fine_print(text), self._room(text, height)]
        return ranges

    def _fine_print(self, text: str) -> QTextLayout.FormatRange:
        """The line of a picture in letters so small that it is one line."""
        width = QFontMetricsF(self._font).horizontalAdvance(text)
        share = min(_FINE_PRINT, 0.95 * self._pictures.column / max(1.0, width))
        look = QTextCharFormat()
        self._set_size(look, share)
        return _range(look, 0, units(text))

    def _room(self, text: str, height: int) -> QTextLayout.FormatRange:
        """Room for a picture in place of the line: one letter of it is so tall that the line gets that high.

        Room by the margin of a block would be a change of the document, and a step to undo.
        The letter is one inside the address, beside which a caret hardly ever stands: it would be as tall.
        """
        if height not in self._tall:
            font = QFont(self._font)
            font.setPixelSize(100)
            metrics = QFontMetricsF(font)
            share = line_height_percent(self._font, LINE_HEIGHT) / 100 * (metrics.ascent() + metrics.descent()) / 100
            font.setPixelSize(max(1, round(height / share)))
            look = QTextCharFormat()
            look.setProperty(QTextFormat.Property.FontPixelSize.value, font.pixelSize())
            look.setForeground(UNSEEN)
            look.setFontLetterSpacingType(QFont.SpacingType.AbsoluteSpacing)  # and not as wide as it is tall
            look.setFontLetterSpacing(self._pixels / 4 - QFontMetricsF(font).horizontalAdvance(IN_ADDRESS))
            self._tall[height] = look
        return _range(self._tall[height], tall_letter(text), 1)

    def _format(self, style: Style, level: int) -> QTextCharFormat:
        key = style, level
        if key not in self._formats:
            self._formats[key] = self._make(style, level)
        return self._formats[key]

    def _make(self, style: Style, level: int) -> QTextCharFormat:
        look = QTextCharFormat()
        palette = self._theme.palette
        match style:
            case Style.HEADING:
                self._set_size(look, HEADING_SIZES[level - 1])
                look.setFontWeight(Type.STRONG)
            case Style.BOLD:
                look.setFontWeight(QFont.Weight.Bold if not level else QFont.Weight.ExtraBold)
            case Style.ITALIC:
                look.setFontItalic(True)
            case Style.STRIKE:
                look.setFontStrikeOut(True)
            case Style.CODE:
                look.setFontFamilies(list(MONO_FAMILIES))
                look.setFontFixedPitch(True)
                self._set_size(look, MONO_SIZE * (HEADING_SIZES[level - 1] if level else 1))
            case Style.LINK:
                look.setForeground(QColor(palette.trust_text))
                look.setFontUnderline(True)
            case Style.QUOTE | Style.DONE:
                look.setForeground(QColor(palette.ink_soft))
            case Style.MARKER:
                look.setForeground(QColor(palette.ink_soft))
                look.setFontWeight(Type.NORMAL)
                look.setFontItalic(False)
                look.setFontUnderline(False)
            case Style.CHECKBOX:
                # The same width ticked or not, and not seen: the box is painted in its place.
                look.setFontFamilies(list(MONO_FAMILIES))
                self._set_size(look, CHECKBOX_SIZE)
                look.setForeground(UNSEEN)
            case Style.RULE:
                look.setForeground(QColor(palette.border))
        return look

    def _set_size(self, look: QTextCharFormat, times: float) -> None:
        look.setProperty(QTextFormat.Property.FontPixelSize.value, max(1, round(self._pixels * times)))


def _range(look: QTextCharFormat, start: int, length: int) -> QTextLayout.FormatRange:
    one = QTextLayout.FormatRange()
    one.format, one.start, one.length = look, start, length
    return one


def tall_letter(text: str) -> int:
    """Which letter of a line makes room for its picture; it is not seen."""
    return units(text[: text.rindex(IN_ADDRESS)])


def _units_before(text: str) -> list[int]:
    """How many UTF-16 units stand before each character, and how many there are."""
    units, before = [0], 0
    for character in text:
        before += 2 if character > "\uffff" else 1
        units.append(before)
    return units
