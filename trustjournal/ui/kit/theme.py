"""Gives the program its look: one palette, one stylesheet and one set of fonts, light or dark, at any text size.

`Theme` follows the system while the person has chosen nothing else, also while the program runs.
Everything it needs is worked out in `apply`, which is on the way to the first frame of the unlock screen
and therefore does no more than it must.
"""

from __future__ import annotations

from pathlib import Path
from typing import Literal

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QColor, QFont, QFontInfo, QPalette
from PySide6.QtWidgets import QApplication, QStyleFactory

from trustjournal.ui.kit.stylesheet import fill_in
from trustjournal.ui.kit.tokens import DARK, LIGHT, Palette, SystemColours, Type, high_contrast, luminance

Choice = Literal["system", "light", "dark"]

SERIF_FAMILIES = ("Noto Serif", "Source Serif 4", "Charter", "Georgia", "Cambria", "serif")
PLAIN_FAMILIES = ("Inter", "Noto Sans", "Sans Serif")
"""Used where the system names no font of its own (a bare window manager): its "Sans Serif" can be anything."""

_NAMELESS = frozenset({"", "sans serif", "sans-serif", "sans", "system-ui"})


class Theme(QObject):
    """The look of the program and the one who knows when it changes.

    `styles` is the folder with `kit.qss` and the small pictures of check boxes and arrows.
    """

    changed = Signal()
    """The palette, the text size or the fonts are different now; painted things repaint, icons are tinted anew."""

    def __init__(self, styles: Path, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._styles = styles
        self._app: QApplication | None = None
        self._choice: Choice = "system"
        self._text_percent = 100
        self._palette = LIGHT
        self._is_dark = False
        self._template: str | None = None
        self._system_font_family = ""

    # What everybody asks ----------------------------------------------------------------------

    @property
    def palette(self) -> Palette:
        """The colours in use."""
        return self._palette

    @property
    def choice(self) -> Choice:
        """What the person chose: follow the system, light, or dark."""
        return self._choice

    @property
    def text_percent(self) -> int:
        """The text size, 100 to 200."""
        return self._text_percent

    def colour(self, token: str, alpha_percent: float = 100) -> QColor:
        """Return a token of the palette as a colour to paint with."""
        colour = QColor(self._palette.colour(token))
        colour.setAlphaF(alpha_percent / 100)
        return colour

    def sp(self, pixels: float) -> int:
        """Scale a length that has to grow with the text: paddings, hit targets, rows."""
        return round(pixels * self._text_percent / 100)

    # Fonts ------------------------------------------------------------------------------------

    def ui_font(self, size: int = Type.BASE, weight: int = Type.NORMAL) -> QFont:
        """Return the system's font at `size` pixels (at 100 % text), for everything that is not read at length."""
        font = QFont(list(self._ui_families()))
        font.setPixelSize(self.sp(size))
        font.setWeight(QFont.Weight(weight))
        return font

    def serif_font(self, size: int = Type.READING, weight: int = Type.NORMAL) -> QFont:
        """Return the font for what a person reads or writes at length."""
        font = QFont(list(SERIF_FAMILIES))
        font.setStyleHint(QFont.StyleHint.Serif)
        font.setPixelSize(self.sp(size))
        font.setWeight(QFont.Weight(weight))
        return font

    def figures_font(self, size: int = Type.BASE, weight: int = Type.NORMAL) -> QFont:
        """Return the interface's font with figures of one width, for numbers that stand under each other."""
        font = self.ui_font(size, weight)
        font.setFeature(QFont.Tag("tnum"), 1)
        return font

    # Choices ----------------------------------------------------------------------------------

    def set_choice(self, choice: Choice) -> None:
        """Follow the system, or stay light or dark whatever the system does."""
        if choice == self._choice:
            return
        self._choice = choice
        if self._app is not None:
            self._tell_the_system(self._app)
            self._refresh(self._app)

    def set_text_percent(self, percent: int) -> None:
        """Make all text larger, and with it targets and paddings; kept between 100 and 200."""
        percent = max(100, min(200, percent))
        if percent == self._text_percent:
            return
        self._text_percent = percent
        self._refresh_if_applied()

    # Putting it on ----------------------------------------------------------------------------

    def apply(self, app: QApplication) -> None:
        """Dress the whole application, and dress it anew when the system changes its mind."""
        self._app = app
        self._system_font_family = app.font().family()
        app.setStyle(QStyleFactory.create("Fusion"))
        hints = app.styleHints()
        self._tell_the_system(app)
        hints.colorSchemeChanged.connect(self._on_system_changed)
        if hasattr(hints, "accessibility"):  # since Qt 6.10
            hints.accessibility().contrastPreferenceChanged.connect(self._on_system_changed)
        self._refresh(app)

    def _on_system_changed(self) -> None:
        self._refresh_if_applied()

    def _refresh_if_applied(self) -> None:
        if self._app is not None:
            self._refresh(self._app)

    def _refresh(self, app: QApplication) -> None:
        self._palette = self._chosen_palette(app)
        self._is_dark = luminance(self._palette.paper) < 0.18
        font = self.ui_font()
        if app.font() != font:
            app.setFont(font)
        app.setPalette(_qt_palette(self._palette))
        sheet = self._stylesheet()
        if app.styleSheet() != sheet:
            app.setStyleSheet(sheet)
        self.changed.emit()

    def _stylesheet(self) -> str:
        if self._template is None:
            self._template = (self._styles / "kit.qss").read_text(encoding="utf-8")
        return fill_in(
            self._template,
            self._palette,
            scale=self._text_percent / 100,
            art=self._styles / ("dark" if self._is_dark else "light"),
            # A stylesheet cannot say "any serif" as a font can, so the family that was found is named first.
            fonts={"serif": (QFontInfo(self.serif_font()).family(), *SERIF_FAMILIES)},
            reading_size=Type.READING,
        )

    def _tell_the_system(self, app: QApplication) -> None:
        """Let title bars and the system's own dialogs follow the choice."""
        schemes = {"system": Qt.ColorScheme.Unknown, "light": Qt.ColorScheme.Light, "dark": Qt.ColorScheme.Dark}
        app.styleHints().setColorScheme(schemes[self._choice])

    def _chosen_palette(self, app: QApplication) -> Palette:
        if _asks_for_contrast(app):
            return high_contrast(_system_colours(app))
        if self._choice == "system":
            return DARK if app.styleHints().colorScheme() == Qt.ColorScheme.Dark else LIGHT
        return DARK if self._choice == "dark" else LIGHT

    def _ui_families(self) -> tuple[str, ...]:
        if self._system_font_family.casefold() in _NAMELESS:
            return PLAIN_FAMILIES
        return (self._system_font_family,)


def _asks_for_contrast(app: QApplication) -> bool:
    hints = app.styleHints()
    if not hasattr(hints, "accessibility"):
        return False
    return hints.accessibility().contrastPreference() == Qt.ContrastPreference.HighContrast


def _system_colours(app: QApplication) -> SystemColours:
    app.setPalette(QPalette())  # an empty palette lets the system's own colours through again
    system = app.palette()

    def name(role: QPalette.ColorRole) -> str:
        return system.color(QPalette.ColorGroup.Active, role).name()

    roles = QPalette.ColorRole
    return SystemColours(
        window=name(roles.Window),
        window_text=name(roles.WindowText),
        base=name(roles.Base),
        text=name(roles.Text),
        highlight=name(roles.Highlight),
        highlighted_text=name(roles.HighlightedText),
        link=name(roles.Link),
    )


def _qt_palette(palette: Palette) -> QPalette:
    """Say the tokens in Qt's words, for whatever the stylesheet does not reach."""
    roles = QPalette.ColorRole
    qt = QPalette()
    for role, token in (
        (roles.Window, "paper"),
        (roles.WindowText, "ink"),
        (roles.Base, "surface"),
        (roles.AlternateBase, "paper"),
        (roles.Text, "ink"),
        (roles.Button, "surface"),
        (roles.ButtonText, "ink"),
        (roles.BrightText, "on_trust"),
        (roles.Light, "surface"),
        (roles.Midlight, "line"),
        (roles.Mid, "border"),
        (roles.Dark, "border"),
        (roles.Shadow, "border"),
        (roles.HighlightedText, "ink"),
        (roles.Highlight, "selection"),
        (roles.Accent, "trust"),
        (roles.Link, "trust_text"),
        (roles.LinkVisited, "trust_text"),
        (roles.ToolTipBase, "surface"),
        (roles.ToolTipText, "ink"),
        (roles.PlaceholderText, "ink_soft"),
    ):
        qt.setColor(role, QColor(palette.colour(token)))
    faint = QColor(palette.mixed("ink_soft", "paper", 35))
    for role in (roles.WindowText, roles.Text, roles.ButtonText, roles.PlaceholderText):
        qt.setColor(QPalette.ColorGroup.Disabled, role, faint)
    return qt
