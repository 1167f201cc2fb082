"""The colours, distances and letter sizes of the whole program, in one place and without Qt.

Two colours carry meaning: in data, amber is only mood and teal only trust; teal is the program's accent too.
Every pair of text and ground keeps a contrast of at least 4.5:1, edges of controls and marks in charts 3:1
(WCAG 2.2, success criteria 1.4.3 and 1.4.11). A test computes them all.
"""

from __future__ import annotations

from dataclasses import dataclass

# Space: a grid of four points. Scale with `Theme.sp` where text grows with it.
S4, S8, S12, S16, S24, S32 = 4, 8, 12, 16, 24, 32

RADIUS_CONTROL = 8
RADIUS_CARD = 12
HIT_TARGET = 32
"""The smallest side, in pixels at 100 % text, of anything that can be clicked."""


class Type:
    """Letter sizes in pixels at 100 % text, and the weights that go with them."""

    SMALL = 12
    SECTION = 13
    CONTROL = 13
    BASE = 14
    READING = 16
    PROMPT = 20
    READING_TITLE = 28

    NORMAL = 400
    MEDIUM = 500
    STRONG = 600


@dataclass(frozen=True)
class Palette:
    """One set of colours as `#RRGGBB`."""

    paper: str
    """The window."""
    surface: str
    """Cards and fields."""
    rail: str
    """The navigation."""
    line: str
    """Decorative hairlines."""
    border: str
    """Edges of controls."""
    ink: str
    """Text."""
    ink_soft: str
    """Secondary text."""
    trust: str
    """Trust in data; the accent and the focus ring."""
    trust_text: str
    """Words in the accent colour."""
    on_trust: str
    """Text on a button filled with the accent."""
    trust_wash: str
    """Selection and chips."""
    mood: str
    """Mood in data."""
    mood_text: str
    """Words about mood."""
    mood_wash: str
    """The mood pad and chips of mood words."""
    kept: str
    """A promise kept."""
    broken: str
    """A promise broken; what destroys."""

    def colour(self, token: str) -> str:
        """Return the colour of a token by its name, written `ink_soft` or `ink-soft`."""
        value: str = getattr(self, token.replace("-", "_"))
        return value

    def mixed(self, token: str, other: str, percent: float) -> str:
        """Return `token` with `percent` of `other` stirred in."""
        return mix(self.colour(token), self.colour(other), percent)

    @property
    def selection(self) -> str:
        """Ground of marked text: calmer than the accent, plainer to see than the wash."""
        return self.mixed("trust_wash", "trust", 18)


LIGHT = Palette(
    paper="#FAF8F4",
    surface="#FFFFFF",
    rail="#F2EEE7",
    line="#E5DFD5",
    border="#8F877B",
    ink="#2A2926",
    ink_soft="#645F57",
    trust="#1F7A74",
    trust_text="#17665F",
    on_trust="#FFFFFF",
    trust_wash="#DCEDEA",
    mood="#B86E1D",
    mood_text="#8A4F10",
    mood_wash="#F6E7D3",
    kept="#2F6B3E",
    broken="#A93A2A",
)

DARK = Palette(
    paper="#1A1C1E",
    surface="#222528",
    rail="#151719",
    line="#33373B",
    border="#7C8085",
    ink="#E9E5DE",
    ink_soft="#A7A39B",
    trust="#66BDB2",
    trust_text="#66BDB2",
    on_trust="#10201E",
    trust_wash="#1F3A38",
    mood="#E3A75B",
    mood_text="#E3A75B",
    mood_wash="#3B2E1D",
    kept="#7DBE8B",
    broken="#E58574",
)


@dataclass(frozen=True)
class SystemColours:
    """The few colours a system gives to a person who asked it for high contrast, as `#RRGGBB`."""

    window: str
    window_text: str
    base: str
    text: str
    highlight: str
    highlighted_text: str
    link: str


def high_contrast(system: SystemColours) -> Palette:
    """Make a palette from the system's own colours; text, edges and lines take its strongest pair."""
    return Palette(
        paper=system.window,
        surface=system.base,
        rail=system.window,
        line=system.window_text,
        border=system.window_text,
        ink=system.text,
        ink_soft=system.text,
        trust=system.highlight,
        trust_text=system.link,
        on_trust=system.highlighted_text,
        trust_wash=system.base,
        mood=system.text,
        mood_text=system.text,
        mood_wash=system.base,
        kept=system.text,
        broken=system.text,
    )


def mix(colour: str, other: str, percent: float) -> str:
    """Return `colour` with `percent` of `other` stirred in, both and the answer as `#RRGGBB`."""
    part = percent / 100
    channels = zip(_channels(colour), _channels(other), strict=True)
    return "#" + "".join(f"{round(first * (1 - part) + second * part):02X}" for first, second in channels)


def luminance(colour: str) -> float:
    """Return the relative luminance of a colour, 0 to 1 (WCAG 2.2, "relative luminance")."""
    red, green, blue = (
        channel / 12.92 if channel <= 0.04045 else ((channel + 0.055) / 1.055) ** 2.4
        for channel in (value / 255 for value in _channels(colour))
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _channels(colour: str) -> tuple[int, int, int]:
    return int(colour[1:3], 16), int(colour[3:5], 16), int(colour[5:7], 16)
