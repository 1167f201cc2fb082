"""Room between lines, said in the size of the letters and not in what a font happens to bring along."""

from __future__ import annotations

from PySide6.QtGui import QFont, QFontInfo, QFontMetricsF


def line_height_percent(font: QFont, times: float) -> int:
    """Return the proportional line height (Qt's percent) that sets lines `times` the letter size apart.

    Qt counts percent of the font's own line spacing, which differs between faces by a third.
    """
    spacing = QFontMetricsF(font).lineSpacing()
    size = QFontInfo(font).pixelSize()
    return 100 if spacing <= 0 else max(100, round(100 * times * size / spacing))
