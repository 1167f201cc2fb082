"""Room between lines, and how long they are, said in letters and not in what a font happens to bring along."""

from __future__ import annotations

from PySide6.QtGui import QFont, QFontInfo, QFontMetricsF

_SAMPLE = "the quick mind rests when words are kept in one calm place and nobody hurries it along "


def line_height_percent(font: QFont, times: float) -> int:
    """Return the proportional line height (Qt's percent) that sets lines `times` the letter size apart.

    Qt counts percent of the font's own line spacing, which differs between faces by a third.
    """
    spacing = QFontMetricsF(font).lineSpacing()
    size = QFontInfo(font).pixelSize()
    return 100 if spacing <= 0 else max(100, round(100 * times * size / spacing))


def column_width(font: QFont, characters: int) -> int:
    """Return how wide a column is whose lines take about so many characters in this font."""
    return round(QFontMetricsF(font).horizontalAdvance(_SAMPLE) / len(_SAMPLE) * characters)
