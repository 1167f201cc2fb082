"""Fills the colours and sizes of the tokens into `resources/styles/kit.qss`.

Four things are replaced: `@ink` is a token's colour, `@ink/8` the same at 8 % opacity, `@trust+ink/12` the accent
with 12 % ink stirred in, and `14sp` a length that grows with the text (`7sp-1` is one pixel less, for the
padding of a control whose focus ring is one pixel wider than its edge).
Radii that make a full round come as `@chip-radius` and `@tick-radius`: a pixel too much, and Qt
would draw a corner instead.
`@serif` is a list of font families, `@reading` the reading size and `@art` the folder of the small pictures.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from pathlib import Path

from trustjournal.ui.kit.tokens import Palette

_MARK = re.compile(
    r"@(?P<token>[a-z]+(?:-[a-z]+)*)(?:\+(?P<other>[a-z]+(?:-[a-z]+)*))?(?:/(?P<percent>\d+))?"
    r"|(?<![\w.])(?P<length>\d+(?:\.\d+)?)sp(?P<less>-\d+)?"
)


def fill_in(
    template: str,
    palette: Palette,
    *,
    scale: float,
    art: Path,
    fonts: Mapping[str, Sequence[str]],
    reading_size: int,
) -> str:
    """Return the stylesheet for a palette and a text scale (1.0 to 2.0)."""
    words = {name: ", ".join(f'"{family}"' for family in families) for name, families in fonts.items()}
    words["art"] = art.as_posix()
    words["chip-radius"] = _half(18, 3, 3, scale=scale)
    words["tick-radius"] = _half(16, scale=scale)
    words["reading"] = f"{round(reading_size * scale)}px"

    def fill(match: re.Match[str]) -> str:
        if match["length"] is not None:
            return f"{max(0, round(float(match['length']) * scale) + int(match['less'] or 0))}px"
        token, other, percent = match["token"], match["other"], match["percent"]
        if token in words:
            return words[token] + (f"/{percent}" if percent else "")
        if other is not None:
            return palette.mixed(token, other, float(percent))
        if percent is not None:
            red, green, blue = (int(palette.colour(token)[at : at + 2], 16) for at in (1, 3, 5))
            return f"rgba({red}, {green}, {blue}, {percent}%)"
        return palette.colour(token)

    return _MARK.sub(fill, template)


def _half(*lengths: float, scale: float) -> str:
    """Return half the height of a control with these inner lengths and an edge of one pixel."""
    return f"{(sum(round(length * scale) for length in lengths) + 2) // 2}px"
