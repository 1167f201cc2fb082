"""How an entry looks in a list: title and day, two lines of text, and chips; and the heading over a month of them.

Rows are painted, not built of widgets, so that a long list costs no more than what can be seen of it.
"""

from __future__ import annotations

from PySide6.QtCore import (
    QCoreApplication,
    QLocale,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QRect,
    QRectF,
    QSize,
    Qt,
)
from PySide6.QtGui import QColor, QFontMetrics, QPainter, QPen
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem
from typing_extensions import override

from trustjournal.domain.entry import TextRun
from trustjournal.domain.guide import Part
from trustjournal.ui.kit.chip import ChipKind
from trustjournal.ui.kit.icons import Icons
from trustjournal.ui.kit.style_option import direction_of, rect_of, state_of
from trustjournal.ui.kit.theme import Theme
from trustjournal.ui.kit.tokens import RADIUS_CONTROL, S4, S8, S12, S16, Type
from trustjournal.ui.parts.entry_line import EntryLine, MonthLine, words_of
from trustjournal.ui.parts.feeling_words import feeling_word_label
from trustjournal.ui.parts.run_painter import RunPainter
from trustjournal.ui.parts.when import day_words

ROW_ROLE = Qt.ItemDataRole.UserRole + 1
"""Under this role a model gives the `ListLine` of an index."""

_MEASURED = 200
"""Characters of an excerpt that are measured to see whether it needs a second line."""


class EntryRowDelegate(QStyledItemDelegate):
    """Paints rows in the colours and sizes of the theme, from either side."""

    def __init__(self, theme: Theme, icons: Icons, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._icons = icons
        self._widths: dict[tuple[TextRun, ...], int] = {}
        self._adopt_theme()
        theme.changed.connect(self._adopt_theme)

    def _adopt_theme(self) -> None:
        theme, sp = self._theme, self._theme.sp
        hit = theme.palette.selection
        self._title = RunPainter(theme.ui_font(Type.BASE, Type.STRONG), theme.palette.ink, hit)
        self._text = RunPainter(theme.ui_font(Type.SMALL), theme.palette.ink_soft, hit, hit_ink=theme.palette.ink)
        self._figures = theme.figures_font(Type.SMALL)
        self._figures_metrics = QFontMetrics(self._figures)
        self._line = round(self._text.metrics.height() * 1.15)
        self._chip_height = self._text.metrics.height() + sp(S8) - 2
        self._mark_side = self._figures_metrics.ascent() + sp(S4) // 2
        self._side, self._top, self._gap = sp(S16 - 2), sp(S12), sp(S8)
        self._widths.clear()

    # Heights ----------------------------------------------------------------------------------

    def height(self, row: EntryLine | MonthLine, width: int) -> int:
        """How high a row is in a list of this width."""
        if isinstance(row, MonthLine):
            return self._text.metrics.height() + self._theme.sp(S16)
        height = self._top + self._figures_metrics.height()
        lines = self._lines(row, width)
        if row.title:
            height = self._top + self._title.metrics.height() + (self._theme.sp(S4) if lines else 0)
            height += lines * self._line
        elif lines > 1:
            height += self._line
        if _chips(row):
            height += self._gap + self._chip_height
        return height + self._top + self._gap

    def _lines(self, row: EntryLine, width: int) -> int:
        if not row.excerpt:
            return 0
        needed = self._widths.get(row.excerpt)
        if needed is None:
            words = words_of(row.excerpt)[:_MEASURED]
            needed = self._widths[row.excerpt] = self._text.metrics.horizontalAdvance(words)
        room = width - 2 * self._side
        if not row.title:
            room -= self._day_width(row)
        return 1 if needed <= room else 2

    def _day_width(self, row: EntryLine) -> int:
        marks = len(_marks(row)) * (self._mark_side + self._theme.sp(S4))
        return self._figures_metrics.horizontalAdvance(_day(row)) + self._gap + marks

    @override
    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        width = rect_of(option).width()
        row = index.data(ROW_ROLE)
        return QSize(width, self.height(row, width)) if isinstance(row, EntryLine | MonthLine) else QSize()

    # Painting ---------------------------------------------------------------------------------

    @override
    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        row = index.data(ROW_ROLE)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if isinstance(row, MonthLine):
            self._paint_month(painter, option, row)
        elif isinstance(row, EntryLine):
            self._paint_ground(painter, option)
            self._paint_entry(painter, option, row)
        painter.restore()

    def _paint_month(self, painter: QPainter, option: QStyleOptionViewItem, row: MonthLine) -> None:
        rect = rect_of(option).adjusted(self._side, 0, -self._side, -self._theme.sp(S4))
        painter.setFont(self._theme.ui_font(Type.SMALL, Type.MEDIUM))
        painter.setPen(self._theme.colour("ink_soft"))
        leading = QStyle.visualAlignment(direction_of(option), Qt.AlignmentFlag.AlignLeading)
        painter.drawText(rect, int(leading | Qt.AlignmentFlag.AlignBottom), month_label(row))

    def _paint_ground(self, painter: QPainter, option: QStyleOptionViewItem) -> None:
        rect = QRectF(rect_of(option)).adjusted(0, 0, 0, -self._gap)
        state = state_of(option)
        radius = RADIUS_CONTROL
        if state & QStyle.StateFlag.State_Selected:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(self._theme.colour("trust_wash"))
            painter.drawRoundedRect(rect, radius, radius)
        elif state & QStyle.StateFlag.State_MouseOver:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(self._theme.colour("ink", 5))
            painter.drawRoundedRect(rect, radius, radius)
        if state & QStyle.StateFlag.State_HasFocus and state & QStyle.StateFlag.State_Active:
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(self._theme.colour("trust"), 2))
            painter.drawRoundedRect(rect.adjusted(1, 1, -1, -1), radius - 1, radius - 1)

    def _paint_entry(self, painter: QPainter, option: QStyleOptionViewItem, row: EntryLine) -> None:
        direction = direction_of(option)
        outer = rect_of(option)
        inner = outer.adjusted(self._side, self._top, -self._side, -self._top - self._gap)
        day_width = self._day_width(row)

        def place(left: int, top: int, width: int, height: int) -> QRect:
            return QStyle.visualRect(direction, inner, QRect(left, top, width, height))

        first_height = self._title.metrics.height() if row.title else self._figures_metrics.height()
        painter.setFont(self._figures)
        painter.setPen(self._theme.colour("ink_soft"))
        trailing = QStyle.visualAlignment(direction, Qt.AlignmentFlag.AlignTrailing)
        day = place(inner.right() + 1 - day_width, inner.top(), day_width, first_height)
        painter.drawText(day, int(trailing | Qt.AlignmentFlag.AlignVCenter), _day(row))
        left, side = inner.right() + 1 - day_width + self._gap, self._mark_side
        for mark in _marks(row):
            where = place(left, inner.top() + (first_height - side) // 2, side, side)
            self._icons.paint(painter, QRectF(where), mark, "ink_soft")
            left += side + self._theme.sp(S4)

        y = inner.top()
        lines = self._lines(row, outer.width())
        if row.title:
            self._title.paint(painter, place(inner.left(), y, inner.width() - day_width, first_height), row.title)
            y += first_height + (self._theme.sp(S4) if lines else 0)
            where = place(inner.left(), y, inner.width(), lines * self._line)
            self._text.paint(painter, where, row.excerpt, lines=lines, line_height=self._line)
            y += lines * self._line
        else:
            height = first_height + (lines - 1) * self._line if lines else first_height
            where = place(inner.left(), y, inner.width() - day_width, height)
            self._text.paint(painter, where, row.excerpt, lines=lines, line_height=self._line)
            y += height
        if _chips(row):
            self._paint_chips(painter, direction, inner, y + self._gap, row)

    def _paint_chips(
        self, painter: QPainter, direction: Qt.LayoutDirection, inner: QRect, top: int, row: EntryLine
    ) -> None:
        painter.setFont(self._text.font)
        metrics, padding = self._text.metrics, self._theme.sp(S8 + 2)
        words = _chips(row)
        x = inner.left()
        while words:
            text, kind = words.pop(0)
            room = inner.right() - x
            if words:  # leave room to say how many more there are
                room -= self._gap + metrics.horizontalAdvance(_more(len(words))) + 2 * padding
            width = metrics.horizontalAdvance(text) + 2 * padding
            if width > room and x > inner.left():
                text, kind = _more(len(words) + 1), "plain"
                words = []
                width = metrics.horizontalAdvance(text) + 2 * padding
            elif width > room:
                width = max(room, 3 * padding)
                text = metrics.elidedText(text, Qt.TextElideMode.ElideRight, width - 2 * padding)
            where = QStyle.visualRect(direction, inner, QRect(x, top, width, self._chip_height))
            self._paint_chip(painter, where, text, kind)
            x += width + self._theme.sp(S4 + 2)

    def _paint_chip(self, painter: QPainter, where: QRect, text: str, kind: ChipKind) -> None:
        theme = self._theme
        grounds = {
            "plain": theme.palette.surface,
            "trust": theme.palette.mixed("trust_wash", "trust", 12),
            "mood": theme.palette.mood_wash,
        }
        ground = QColor(grounds[kind])
        painter.setPen(QPen(theme.colour("line") if kind == "plain" else ground, 1))
        painter.setBrush(ground)
        rounded = QRectF(where).adjusted(0.5, 0.5, -0.5, -0.5)
        painter.drawRoundedRect(rounded, rounded.height() / 2, rounded.height() / 2)
        painter.setPen(theme.colour("ink_soft" if kind == "plain" else "ink"))
        painter.drawText(where, Qt.AlignmentFlag.AlignCenter, text)


def month_label(line: MonthLine) -> str:
    """Month, year, and how many entries it has."""
    name = QLocale().standaloneMonthName(line.first_day.month)
    pattern = QCoreApplication.translate("EntryRow", "{month} {year}")
    month = pattern.format(month=name, year=line.first_day.year)
    return month if line.count is None else f"{month} · {QLocale().toString(line.count)}"


def tag_label(tag: str) -> str:
    """A tag is told from a person by its sign."""
    return f"\u2068#{tag}\u2069"  # as one piece, so that its sign stays before it in either direction


def short_part_label(part: Part) -> str:
    """“Part 4”; a side topic, which has no number, is called by its title."""
    if part.number is None:
        return part.title
    text = QCoreApplication.translate("EntryRow", "Part {number}")
    return text.format(number=QLocale().toString(part.number))


def spoken_line(line: EntryLine) -> str:
    """All a row says, for a screen reader."""
    day = day_words(line.summary.moment.day)
    said = [words_of(line.title) or QCoreApplication.translate("EntryRow", "Without a title"), day]
    summary = line.summary
    said += [words_of(line.excerpt), *line.people, *line.tags, *map(feeling_word_label, summary.feelings)]
    if summary.is_draft:
        said.append(QCoreApplication.translate("EntryRow", "not finished yet"))
    if summary.is_starred:
        said.append(QCoreApplication.translate("EntryRow", "starred"))
    if summary.photos:
        said.append(QCoreApplication.translate("EntryRow", "with photos"))
    if line.part is not None:
        said.append(short_part_label(line.part))
    return ". ".join(part for part in said if part)


def _marks(row: EntryLine) -> tuple[str, ...]:
    """The drawings beside the day."""
    summary = row.summary
    return (*(["photo"] if summary.photos else []), *(["star-filled"] if summary.is_starred else []))


def _chips(row: EntryLine) -> list[tuple[str, ChipKind]]:
    """The words under an entry, and what colour each has."""
    chips: list[tuple[str, ChipKind]] = [(name, "plain") for name in row.people]
    chips += [(tag_label(tag), "plain") for tag in row.tags]
    chips += [(feeling_word_label(word), "mood") for word in row.summary.feelings]
    if row.summary.is_draft:
        chips.append((QCoreApplication.translate("EntryRow", "not finished yet"), "plain"))
    if row.part is not None:
        chips.append((short_part_label(row.part), "trust"))
    return chips


def _more(count: int) -> str:
    return f"\u2066+{QLocale().toString(count)}\u2069"


def _day(row: EntryLine) -> str:
    return QLocale().toString(row.summary.moment.day.day)
