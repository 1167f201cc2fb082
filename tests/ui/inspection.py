"""Looks over everything that can be seen in a window, and lists what is amiss, in words."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import contextmanager

from PySide6.QtCore import QEvent, QModelIndex, QPoint, QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QAccessible, QAccessibleInterface, QPainter, QPixmap, QTextDocument
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QAbstractScrollArea,
    QAbstractSpinBox,
    QApplication,
    QComboBox,
    QHeaderView,
    QLabel,
    QLineEdit,
    QMenu,
    QScrollArea,
    QScrollBar,
    QSplitterHandle,
    QTableView,
    QTextEdit,
    QWidget,
)

from trustjournal.ui.kit.chart.cursor_card import CursorCard
from trustjournal.ui.kit.chart.still_chart import StillChart
from trustjournal.ui.kit.toast import Toast
from trustjournal.ui.pages.journal.sheet.paper import Paper
from trustjournal.ui.pages.journal.templates.begin_row import BeginRow
from trustjournal.ui.parts.editor import Editor
from trustjournal.ui.shell.cover import Cover

ROLES = QAccessible.Role

# What is there ------------------------------------------------------------------------------------


def seen(window: QWidget) -> Iterator[QWidget]:
    """Every widget that is not hidden, in sight or scrolled out of it; from the outside to the inside."""
    yield window
    for child in window.children():
        if isinstance(child, QWidget) and not child.isWindow() and child.isVisible():
            yield from seen(child)


def named(widget: QWidget) -> str:
    """How a finding speaks of a widget."""
    text = getattr(widget, "text", None)
    words = text() if callable(text) else ""
    words = words if isinstance(words, str) else ""
    owner = next((type(p).__name__ for p in _parents(widget) if type(p).__module__.startswith("trustjournal")), "")
    return f"{owner}/{type(widget).__name__} “{(words or widget.accessibleName())[:60]}”"


def _parents(widget: QWidget) -> Iterator[QWidget]:
    parent = widget.parentWidget()
    while parent is not None:
        yield parent
        parent = parent.parentWidget()


# Words --------------------------------------------------------------------------------------------


def texts(window: QWidget) -> Iterator[tuple[str, str]]:
    """Everything that is said: where, and the words."""
    for widget in seen(window):
        place = named(widget)
        for kind in ("toolTip", "accessibleName", "accessibleDescription", "whatsThis", "statusTip", "windowTitle"):
            yield f"{place} {kind}", getattr(widget, kind)()
        if isinstance(widget, QLabel):
            yield place, _closed(_plain(widget))
        elif isinstance(widget, QAbstractButton):
            yield place, _closed(widget.text())
        if isinstance(widget, (QLineEdit, QTextEdit)):
            yield f"{place} placeholder", widget.placeholderText()
        if isinstance(widget, QComboBox):
            yield from ((place, widget.itemText(index)) for index in range(widget.count()))
        if isinstance(widget, QAbstractItemView):
            yield from _cells(place, widget)
        menus = [widget] if isinstance(widget, QMenu) else widget.findChildren(QMenu)
        for menu in menus:
            yield from ((f"{place} menu", action.text()) for action in menu.actions())
    yield from heard(QAccessible.queryAccessibleInterface(window))


def _closed(text: str) -> str:
    """Where the end of a text is cut short on purpose, its bracket is gone too."""
    return text + "⟧" if "…" in text and text.count("⟦") > text.count("⟧") else text


def _plain(label: QLabel) -> str:
    if label.textFormat() is Qt.TextFormat.RichText:
        document = QTextDocument()
        document.setHtml(label.text())
        return document.toPlainText()
    return label.text()


def _cells(place: str, view: QAbstractItemView) -> Iterator[tuple[str, str]]:
    model = view.model()
    roles = (
        Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole, Qt.ItemDataRole.AccessibleTextRole,
        Qt.ItemDataRole.AccessibleDescriptionRole,
    )  # fmt: skip
    columns = view.horizontalHeader().count() if isinstance(view, QTableView) else 1
    for row in range(min(model.rowCount(QModelIndex()), 60)):
        for column in range(columns):
            for role in roles:
                yield f"{place} row {row}", str(model.index(row, column).data(role) or "")
    for column in range(columns):
        yield f"{place} header", str(model.headerData(column, Qt.Orientation.Horizontal) or "")


def heard(interface: QAccessibleInterface | None, depth: int = 0) -> Iterator[tuple[str, str]]:
    """What assistive technology is told; rows of tables are left to their models."""
    if interface is None or interface.state().invisible or depth > 40:
        return
    kinds = (QAccessible.Text.Name, QAccessible.Text.Description, QAccessible.Text.Help)
    thing = interface.object()
    is_typed_in = isinstance(thing, (QLineEdit, QTextEdit, QAbstractSpinBox))
    for kind in kinds if is_typed_in else (*kinds, QAccessible.Text.Value):
        yield f"spoken {kind.name} of {interface.role().name}", interface.text(kind)
    if interface.role() in (ROLES.Table, ROLES.List, ROLES.Tree, ROLES.ScrollBar) or is_typed_in:
        return
    for index in range(interface.childCount()):
        yield from heard(interface.child(index), depth + 1)


# Painted words ------------------------------------------------------------------------------------


@contextmanager
def painted_words(found: list[tuple[str, str, float]]) -> Iterator[None]:
    """While this lasts, note every word our own widgets paint: where, what, and by how many pixels it is cut off."""
    paint: Callable[..., object] = QPainter.drawText

    def note(self: QPainter, *arguments: object) -> object:
        device, text = self.device(), arguments[-1]
        if isinstance(device, (QWidget, QPixmap)) and isinstance(text, str) and text.strip():
            width = device.width() / device.devicePixelRatio()
            place = named(device) if isinstance(device, QWidget) else "a chart"
            found.append((place, text, _cut_off(self, width, arguments, text)))
        return paint(self, *arguments)

    QPainter.drawText = note  # type: ignore[method-assign, assignment]
    try:
        yield
    finally:
        QPainter.drawText = paint  # type: ignore[method-assign, assignment]


def joined(painted: list[tuple[str, str, float]]) -> Iterator[tuple[str, str]]:
    """What each widget paints, as one text: a sentence may be painted line by line, or be cut short."""
    of_widget: dict[str, list[str]] = {}
    for widget, text, _ in painted:
        of_widget.setdefault(widget, []).append(_closed(text))
    for widget, lines in of_widget.items():
        yield widget, " ".join(lines)


def _cut_off(painter: QPainter, width: float, arguments: tuple[object, ...], text: str) -> float:
    metrics = painter.fontMetrics()
    where, flags = arguments[0], arguments[1]
    if isinstance(where, (QRect, QRectF)):
        box = where.toAlignedRect() if isinstance(where, QRectF) else where
        if isinstance(flags, int) and flags & Qt.TextFlag.TextWordWrap.value:
            return metrics.boundingRect(box.adjusted(0, 0, 0, 9999), flags, text).height() - box.height()
        return metrics.horizontalAdvance(text) - box.width()
    if not isinstance(where, (QPoint, QPointF)):
        return 0
    x = painter.transform().map(QPointF(where)).x()
    return max(-x, x + metrics.horizontalAdvance(text) - width)


def paint_anew(window: QWidget) -> None:
    """Paint everything, also what charts keep as a picture."""
    for chart in window.findChildren(StillChart):
        chart._forget()
    window.grab()


# Room ---------------------------------------------------------------------------------------------

SLACK = 1


def cut_off(window: QWidget) -> list[str]:
    """Words that have less room than they need, and widgets that reach out of what they are in."""
    return [finding for widget in seen(window) for finding in (*_too_small(widget), *_out_of_parent(widget, window))]


def _too_small(widget: QWidget) -> Iterator[str]:
    size = widget.size()
    needed: QSize | None = None
    if isinstance(widget, QLabel) and _plain(widget).strip():
        if widget.wordWrap():
            needed = QSize(widget.minimumSizeHint().width(), widget.heightForWidth(size.width()))
        elif not _is_elided(widget):
            needed = widget.sizeHint()
    elif isinstance(widget, QAbstractButton) and not isinstance(widget.parentWidget(), QLineEdit):
        if widget.hasHeightForWidth():
            needed = QSize(widget.minimumSizeHint().width(), widget.heightForWidth(size.width()))
        elif getattr(widget, "gives_way", False):
            needed = widget.minimumSizeHint()
        else:
            needed = widget.sizeHint() if widget.text() else widget.iconSize()
    elif isinstance(widget, (QLineEdit, QComboBox, QAbstractSpinBox)):
        needed = QSize(widget.minimumSizeHint().width(), widget.minimumSizeHint().height())
        if isinstance(widget, QAbstractSpinBox):
            needed = QSize(widget.minimumSizeHint().width(), widget.fontMetrics().height() + 8)
    elif isinstance(widget, QHeaderView) and widget.orientation() is Qt.Orientation.Horizontal:
        for section in range(widget.count()):
            wanted = widget.sectionSizeHint(section)
            if wanted > widget.sectionSize(section) + SLACK and not widget.isSectionHidden(section):
                yield f"{named(widget)} column {section}: {widget.sectionSize(section)} of {wanted} pixels"
    if needed is None:
        return
    if needed.width() > size.width() + SLACK:
        yield f"{named(widget)}: {size.width()} pixels wide, needs {needed.width()}"
    if needed.height() > size.height() + SLACK:
        yield f"{named(widget)}: {size.height()} pixels high, needs {needed.height()}"


def _is_elided(label: QLabel) -> bool:
    """Shortened on purpose: the whole text is in the tooltip or in the spoken name, or is still the label's text."""
    if type(label).__name__ == "ElidedLabel":
        return True
    whole = {label.toolTip(), label.accessibleName()} - {""}
    return "…" in label.text() and any(text != label.text() for text in whole)


def _out_of_parent(widget: QWidget, window: QWidget) -> Iterator[str]:
    parent = widget.parentWidget()
    if widget is window or parent is None or widget.width() == 0 or widget.height() == 0:
        return
    if isinstance(widget, (QScrollBar, QSplitterHandle)) or widget.objectName().startswith("qt_"):
        return
    area = parent.parentWidget()
    is_scrolled = isinstance(area, QAbstractScrollArea) and area.viewport() is parent
    if is_scrolled and not isinstance(area, QScrollArea):
        return
    where, room = widget.geometry(), parent.rect()
    too_wide = max(room.left() - where.left(), where.right() - room.right())
    too_high = max(room.top() - where.top(), where.bottom() - room.bottom())
    if too_wide > SLACK:
        yield f"{named(widget)}: {too_wide} pixels are out of {type(parent).__name__} sideways"
    if too_high > SLACK and not is_scrolled and not isinstance(parent, Paper):  # moves its two halves itself
        yield f"{named(widget)}: {too_high} pixels are out of {type(parent).__name__} upwards or downwards"


def overlapping(window: QWidget) -> list[str]:
    """Neighbours that lie on each other; what floats on purpose is left out."""
    found = []
    for parent in seen(window):
        children = [
            child for child in parent.children()
            if isinstance(child, QWidget) and child.isVisible() and not child.isWindow() and not _floats(child)
        ]  # fmt: skip
        for index, child in enumerate(children):
            for other in children[index + 1 :]:
                common = child.geometry() & other.geometry()
                if common.width() > SLACK and common.height() > SLACK:
                    found.append(f"{named(child)} and {named(other)} overlap by {common.width()}×{common.height()}")
    return found


def _floats(widget: QWidget) -> bool:
    whole = (QAbstractScrollArea, QAbstractSpinBox, QComboBox, QHeaderView, QLineEdit)
    is_part = type(widget).__module__ == "PySide6.QtWidgets" and isinstance(widget.parentWidget(), whole)
    is_ours = isinstance(widget, (Toast, Cover, CursorCard, BeginRow))
    return is_part or is_ours or isinstance(widget, QScrollBar) or widget.objectName().startswith("qt_")


_NO_CONTROL = (ROLES.Client, ROLES.NoRole, ROLES.Grouping)

# The keyboard and the ear -------------------------------------------------------------------------


def controls(window: QWidget) -> list[QWidget]:
    """Everything the Tab key is to reach."""
    return [
        widget for widget in seen(window)
        if widget is not window and widget.focusPolicy() & Qt.FocusPolicy.TabFocus and widget.isEnabled()
        and widget.focusProxy() is None and not isinstance(widget, QScrollArea)
    ]  # fmt: skip


def without_names(window: QWidget) -> list[str]:
    """Controls a screen reader has no name for; also those only a click or an arrow key comes to."""
    found = []
    for widget in seen(window):
        if widget is window or widget.focusPolicy() is Qt.FocusPolicy.NoFocus or widget.focusProxy() is not None:
            continue
        interface = QAccessible.queryAccessibleInterface(widget)
        if not interface.text(QAccessible.Text.Name).strip():
            found.append(f"{named(widget)} has no name")
        elif widget.focusPolicy() & Qt.FocusPolicy.TabFocus and interface.role() in _NO_CONTROL:
            found.append(f"{named(widget)} has no role: {interface.role().name}")
    return found


def told_apart(window: QWidget) -> list[str]:
    """Controls nobody could tell apart by ear: the same role, name and description."""
    heard_as: Counter[tuple[object, str, str]] = Counter()
    for widget in controls(window):
        interface = QAccessible.queryAccessibleInterface(widget)
        texts_of = [interface.text(kind) for kind in (QAccessible.Text.Name, QAccessible.Text.Description)]
        heard_as[(interface.role().name, texts_of[0], texts_of[1])] += 1
    return [f"{times} controls are all {role} “{name}”" for (role, name, _), times in heard_as.items() if times > 1]


def tab_order(window: QWidget, first: QWidget, *, back: bool = False) -> list[QWidget]:
    """The way of the Tab key (or of Shift and Tab) from `first` until it comes back there."""
    first.setFocus(Qt.FocusReason.TabFocusReason)
    order: list[QWidget] = []
    key = Qt.Key.Key_Backtab if back else Qt.Key.Key_Tab
    for _ in range(400):
        focus = QApplication.focusWidget()
        if focus is None or (order and focus in order):
            break
        order.append(focus)
        if isinstance(focus, Editor) and not back:
            # What one writes in may keep Tab for the text, as long as Shift+Tab leaves it (the way back shows that)
            # and another key goes on.
            QTest.keyClick(focus, key, Qt.KeyboardModifier.ControlModifier)
            continue
        QTest.keyClick(focus, key, Qt.KeyboardModifier.ShiftModifier if back else Qt.KeyboardModifier.NoModifier)
    return order


def out_of_reach(window: QWidget, first: QWidget) -> list[str]:
    """Controls the Tab key does not come to, and places it does not get away from; both ways."""
    wanted = controls(window)
    found = []
    for back in (False, True):
        order = tab_order(window, first, back=back)
        way = "Shift+Tab" if back else "Tab"
        found += [f"{way} does not come to {named(widget)}" for widget in wanted if widget not in order]
        focus = QApplication.focusWidget()
        if order and focus is not order[0]:
            found.append(f"{way} is caught at {named(focus) if focus is not None else 'nothing'}")
    return found


def without_focus_mark(window: QWidget) -> list[str]:
    """Controls that look the same with the keyboard and without it."""
    found = []
    for widget in controls(window):
        shown = _shown_around(widget)
        widget.setFocus(Qt.FocusReason.TabFocusReason)
        settle()
        with_focus = shown()
        widget.clearFocus()
        settle()
        if with_focus == shown():
            found.append(f"{named(widget)} does not show that it has the keyboard")
    return found


def settle() -> None:
    """Let what was asked for happen."""
    QApplication.sendPostedEvents()
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


def _shown_around(widget: QWidget) -> Callable[[], object]:
    """A function that gives the pixels of a control and a little around it."""
    parent = widget.parentWidget() or widget
    around = widget.geometry().adjusted(-4, -4, 4, 4)
    return lambda: parent.grab(around).toImage()
