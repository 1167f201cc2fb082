"""What the two chart widgets share: data, a layout that follows size, theme and language, and a picture kept of it."""

from __future__ import annotations

from datetime import date, timedelta

from PySide6.QtCore import QEvent, QLocale, QSize, Qt
from PySide6.QtGui import QAccessible, QPainter, QPaintEvent, QPixmap, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget
from typing_extensions import override

from trustjournal.ui.kit.chart.data import ChartData
from trustjournal.ui.kit.chart.layout import ChartFrame, ChartLayout, comfortable_height, lay_out, least_height
from trustjournal.ui.kit.chart.painting import ChartPainter, text_metrics
from trustjournal.ui.kit.chart.tick_names import LocaleTickNames
from trustjournal.ui.kit.spoken import SpokenWidget
from trustjournal.ui.kit.theme import Theme

GUTTER_FROM = 520
"""Pixels at 100 % text from which names stand beside the lanes."""
_NOTHING = ChartData(date(2000, 1, 1), date(2000, 1, 1) + timedelta(days=29), ())


class StillChart(SpokenWidget):
    """A chart without a cursor. The picture is painted when something changed, and copied otherwise."""

    spoken_role = QAccessible.Role.Chart
    has_gutter = True
    """Whether names stand beside the lanes, where there is room for that; else they stand above them."""

    def __init__(self, theme: Theme, *, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._data = _NOTHING
        self._summary = ""
        self._layout: ChartLayout | None = None
        self._painter: ChartPainter | None = None
        self._picture: QPixmap | None = None
        self.setAccessibleName(name)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        theme.changed.connect(self._on_theme_changed)

    @property
    def data(self) -> ChartData:
        """What is shown."""
        return self._data

    def set_data(self, data: ChartData, summary: str) -> None:
        """Show `data`; `summary` says in plain words what there is, for those who hear the chart."""
        self._data = data
        self._summary = summary
        self._forget()
        self.updateGeometry()
        self.say_value()

    @override
    def value_text(self) -> str:
        return self._summary

    def chart_layout(self) -> ChartLayout:
        """The places of everything at the present size."""
        if self._layout is None:
            is_mirrored = self.layoutDirection() is Qt.LayoutDirection.RightToLeft
            frame = ChartFrame(self.width(), self.height(), is_mirrored, self._shows_gutter())
            self._layout = lay_out(self._data, frame, text_metrics(self._theme), LocaleTickNames(QLocale()))
        return self._layout

    def chart_painter(self) -> ChartPainter:
        """Paints the present layout."""
        if self._painter is None:
            self._painter = ChartPainter(self.chart_layout(), self._theme)
        return self._painter

    @override
    def minimumSizeHint(self) -> QSize:
        least = least_height(self._data, text_metrics(self._theme), has_gutter=self._shows_gutter())
        return QSize(self._theme.sp(220), round(least))

    @override
    def sizeHint(self) -> QSize:
        return self.minimumSizeHint().expandedTo(QSize(self._theme.sp(320), self._theme.sp(120)))

    def comfortable_height(self) -> int:
        """The height beyond which lanes would only be stretched."""
        return round(comfortable_height(self._data, text_metrics(self._theme), has_gutter=self._shows_gutter()))

    def _shows_gutter(self) -> bool:
        return self.has_gutter and self.width() >= self._theme.sp(GUTTER_FROM)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        if self._picture is None or self._picture.devicePixelRatio() != self.devicePixelRatioF():
            self._picture = self._painted()
        painter = QPainter(self)
        painter.drawPixmap(0, 0, self._picture)

    def _painted(self) -> QPixmap:
        ratio = self.devicePixelRatioF()
        picture = QPixmap(round(self.width() * ratio), round(self.height() * ratio))
        picture.setDevicePixelRatio(ratio)
        picture.fill(Qt.GlobalColor.transparent)
        painter = QPainter(picture)
        self.chart_painter().paint_still(painter)
        painter.end()
        return picture

    def _forget(self) -> None:
        self._layout = None
        self._painter = None
        self._picture = None
        self.update()

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._forget()
        if event.size().width() != event.oldSize().width():
            self.updateGeometry()  # with another width, names may stand elsewhere

    @override
    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in (QEvent.Type.LayoutDirectionChange, QEvent.Type.LocaleChange, QEvent.Type.FontChange):
            self._forget()

    def _on_theme_changed(self) -> None:
        self._forget()
        self.updateGeometry()
