"""How an offer looks in the list: an icon for what it is, its name, and beside it where or when."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QModelIndex, QObject, QPersistentModelIndex, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem
from typing_extensions import override

from trustjournal.domain.destination import DestinationKind
from trustjournal.ui.kit.icons import Icons
from trustjournal.ui.kit.style_option import direction_of, rect_of, state_of
from trustjournal.ui.kit.theme import Theme
from trustjournal.ui.kit.tokens import HIT_TARGET, RADIUS_CONTROL, S8, S12, Type
from trustjournal.ui.parts.entry_row import tag_label
from trustjournal.ui.parts.page import Command
from trustjournal.ui.parts.person_words import role_label
from trustjournal.ui.parts.when import day_words
from trustjournal.ui.shell.go.presenter import Offer

OFFER_ROLE = Qt.ItemDataRole.UserRole + 1
_ICON = 16
_LEAST_NAME = 0.55
"""So much of a row the name may take from what stands beside it."""
_ICONS = {
    DestinationKind.PERSON: "people",
    DestinationKind.TAG: "tag",
    DestinationKind.PART: "guide",
    DestinationKind.EXERCISE: "practice",
    DestinationKind.ENTRY: "journal",
}


def name_of(offer: Offer) -> str:
    """What an offer is called."""
    if isinstance(offer, Command):
        return offer.words
    return tag_label(offer.name) if offer.kind is DestinationKind.TAG else " ".join(offer.name.split())


def beside(offer: Offer) -> str:
    """What kind of thing it is, or where and when."""
    if isinstance(offer, Command):
        return offer.keys
    if offer.role is not None:
        return role_label(offer.role)
    if offer.day is not None:
        return day_words(offer.day)
    words = {
        DestinationKind.TAG: QCoreApplication.translate("GoAnywhere", "Tag"),
        DestinationKind.PART: offer.inside or QCoreApplication.translate("GoAnywhere", "Guide"),
        DestinationKind.EXERCISE: QCoreApplication.translate("GoAnywhere", "Exercise"),
    }
    return words.get(offer.kind, "")


class OfferRows(QStyledItemDelegate):
    """Paints offers in the colours and sizes of the theme, from either side."""

    def __init__(self, theme: Theme, icons: Icons, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._icons = icons

    @override
    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        metrics = QFontMetrics(self._theme.ui_font())
        return QSize(0, max(self._theme.sp(HIT_TARGET), metrics.height() + 2 * self._theme.sp(S8)))

    @override
    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        offer: Offer = index.data(OFFER_ROLE)
        sp, whole, direction = self._theme.sp, rect_of(option), direction_of(option)
        is_selected = bool(state_of(option) & QStyle.StateFlag.State_Selected)

        def place(left: int, width: int, height: int) -> QRect:
            rect = QRect(whole.left() + left, whole.top() + (whole.height() - height) // 2, width, height)
            return QStyle.visualRect(direction, whole, rect)

        def write(words: str, where: QRect, alignment: Qt.AlignmentFlag, colour: str) -> None:
            painter.setPen(self._theme.colour(colour))
            painter.drawText(where, QStyle.visualAlignment(direction, alignment | Qt.AlignmentFlag.AlignVCenter), words)

        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setLayoutDirection(direction)
        if is_selected:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(self._theme.colour("trust_wash"))
            painter.drawRoundedRect(QRectF(whole), sp(RADIUS_CONTROL), sp(RADIUS_CONTROL))
        icon = "chevron-right" if isinstance(offer, Command) else _ICONS[offer.kind]
        self._icons.paint(painter, QRectF(place(sp(S12), sp(_ICON), sp(_ICON))), icon, "ink_soft")
        start = 2 * sp(S12) + sp(_ICON)
        room = whole.width() - start - sp(S12)
        painter.setFont(self._theme.ui_font(Type.SMALL))
        most = round(room * (1 - _LEAST_NAME)) - sp(S12)
        side = painter.fontMetrics().elidedText(beside(offer), Qt.TextElideMode.ElideRight, most)
        side_width = painter.fontMetrics().horizontalAdvance(side) + 1
        at_end = place(whole.width() - sp(S12) - side_width, side_width, whole.height())
        write(side, at_end, Qt.AlignmentFlag.AlignTrailing, "ink" if is_selected else "ink_soft")
        painter.setFont(self._theme.ui_font())
        name_width = room - side_width - sp(S12)
        name = painter.fontMetrics().elidedText(name_of(offer), Qt.TextElideMode.ElideRight, name_width)
        write(name, place(start, name_width, whole.height()), Qt.AlignmentFlag.AlignLeading, "ink")
        painter.restore()
