"""All templates, in place of the list and the sheet: their names on one side, the words of one on the other."""

from __future__ import annotations

from itertools import pairwise

from PySide6.QtCore import QEvent, Qt, QTimer, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget
from typing_extensions import override

from trustjournal.domain.entry import LONGEST_TITLE
from trustjournal.domain.template import LONGEST_TEMPLATE_NAME, Template
from trustjournal.ui.kit.button import Button, IconButton
from trustjournal.ui.kit.button_row import button_row
from trustjournal.ui.kit.divider import Divider
from trustjournal.ui.kit.icons import Icons
from trustjournal.ui.kit.labels import PlainLabel, SectionLabel, SoftLabel
from trustjournal.ui.kit.line_edit import LineEdit
from trustjournal.ui.kit.theme import Theme
from trustjournal.ui.kit.tokens import S4, S8, S12, S16, Type
from trustjournal.ui.kit.two_line_list import TwoLineList
from trustjournal.ui.messages import sentence
from trustjournal.ui.pages.journal.templates.presenter import TemplatesPresenter, TemplatesState
from trustjournal.ui.parts.editor import Editor, clean_line

SIDE_BY_SIDE = 640
LIST_WIDTH = 330
LIST_HEIGHT = 200
TEXT_HEIGHT = 160
TWO_ROWS = 96
NO_LIMIT = 16777215
PAUSE_MS = 500
"""A pause in typing this long hands the words over."""


class TemplatesView(QWidget):
    """Shows a `TemplatesState`. Escape, or the button, closes it."""

    closed = Signal()
    use_requested = Signal(object)
    """Begin an entry with this `Template`."""

    def __init__(self, theme: Theme, icons: Icons, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._presenter: TemplatesPresenter | None = None
        self._state = TemplatesState()
        self._showing = 0
        self._is_dirty = False
        self._is_filling = False
        self._pause = QTimer(self, singleShot=True, interval=PAUSE_MS)
        self._make_widgets(icons)
        self._lay_out()
        self._connect()
        self._dress()

    def _make_widgets(self, icons: Icons) -> None:
        self.back = IconButton(icons.icon("chevron-left"), self.tr("Back to the journal (Esc)"))
        self._title = PlainLabel(self.tr("Templates"))
        self.list = TwoLineList(self._theme, self.tr("Templates, your own first"))
        self.add = Button(self.tr("New template"), "quiet", icons.icon("plus", size=16), flush=True)
        self.note = SoftLabel(small=True)
        self.use = Button(self.tr("Begin an entry with it"), "primary")
        self.copy = Button(self.tr("Make my own copy"))
        self.delete = Button(self.tr("Delete"))
        self.name = LineEdit(label=self.tr("Name of the template"))
        self.name.setMaxLength(LONGEST_TEMPLATE_NAME)
        self.title = LineEdit(self.tr("None"), label=self.tr("Title that an entry begins with"))
        self.title.setMaxLength(LONGEST_TITLE)
        self.text = Editor(self._theme)
        self.text.setViewportMargins(0, S8, 0, S8)
        self.text.setAccessibleName(self.tr("Text that an entry begins with"))
        self.text.setPlaceholderText(self.tr("Headings, questions, lists: whatever you like to begin with."))

    def _lay_out(self) -> None:
        top = QHBoxLayout()
        top.setSpacing(S8)
        top.addWidget(self.back)
        top.addWidget(self._title, 1)
        self._left = QWidget()
        left = QVBoxLayout(self._left)
        left.setContentsMargins(S12, S12, S8, S8)
        left.setSpacing(S8)
        left.addLayout(top)
        left.addWidget(self.list, 1)
        left.addWidget(self.add)
        self._right = QWidget()
        right = QVBoxLayout(self._right)
        right.setContentsMargins(S16, S12, S16, S16)
        self._scroll = QScrollArea()
        self._scroll.setFrameShape(QFrame.Shape.NoFrame)
        self._scroll.setWidgetResizable(True)
        self._scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._scroll.setWidget(self._right)
        right.setSpacing(S4)
        right.addWidget(button_row(self.use, self.copy, self.delete))
        right.addSpacing(S8)
        right.addWidget(self.note)
        right.addSpacing(S4)
        for label, widget in (
            (self.tr("Name"), self.name),
            (self.tr("Title of the entry"), self.title),
            (self.tr("Text"), self.text),
        ):
            right.addWidget(SectionLabel(label))
            right.addWidget(widget, 1 if widget is self.text else 0)
            right.addSpacing(S8)
        self._line = Divider(upright=True)
        self._sides = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._sides.setContentsMargins(0, 0, 0, 0)
        self._sides.setSpacing(0)
        self._sides.addWidget(self._left)
        self._sides.addWidget(self._line)
        self._sides.addWidget(self._scroll, 1)
        stops = (self.back, self.list, self.add, self.use, self.copy, self.delete, self.name, self.title, self.text)
        for before, after in pairwise(stops):
            QWidget.setTabOrder(before, after)

    def _connect(self) -> None:
        self.back.clicked.connect(self.closed)
        self.list.row_chosen.connect(self._on_list_row_chosen)
        self.list.gone_on.connect(self._on_list_gone_on)
        self.use.clicked.connect(self._on_use_clicked)
        self.name.textEdited.connect(self._on_edited)
        self.title.textEdited.connect(self._on_edited)
        self.text.edited.connect(self._on_edited)
        for field in (self.name, self.title):
            field.editingFinished.connect(self.pause_now)
        self.text.left.connect(self.pause_now)
        self._pause.timeout.connect(self.pause_now)
        self._theme.changed.connect(self._dress)

    def follow(self, presenter: TemplatesPresenter) -> None:
        """Let `presenter` decide what is shown."""
        self._presenter = presenter
        self.add.clicked.connect(self._on_add_clicked)
        self.copy.clicked.connect(self._on_copy_clicked)
        self.delete.clicked.connect(self._on_delete_clicked)

    # Showing ----------------------------------------------------------------------------------

    def show_state(self, state: TemplatesState) -> None:
        """Show a state; the words in the fields are touched only where another template comes up."""
        self._state = state
        listed = state.every if state.is_read else ()  # or the keyboard would choose one before all are there
        keys = [one.key for one in listed]
        rows = [(one.name, self._origin(one)) for one in listed]
        self.list.show_rows(rows, keys.index(state.chosen) if state.chosen in keys else None)
        template = state.template
        is_own = template is not None and template.id is not None
        self._right.setEnabled(template is not None)
        self.delete.setVisible(is_own)
        self.copy.setVisible(not is_own)
        words = self._sentence(state, is_own=is_own)
        self.note.setText(words)
        self.note.setVisible(bool(words))
        self.name.set_problem(state.trouble is not None)
        if state.showing != self._showing:
            self._showing = state.showing
            self._fill(template, is_own=is_own)
            if state.is_name_wanted:
                self.name.setFocus(Qt.FocusReason.OtherFocusReason)
                self.name.selectAll()

    def _fill(self, template: Template | None, *, is_own: bool) -> None:
        self._forget_typing()
        shown = template or Template("")
        self._is_filling = True
        self.name.setText(shown.name)
        self.title.setText(clean_line(shown.title))
        self.text.set_text(shown.text)
        self._is_filling = False
        for field in (self.name, self.title, self.text):
            field.setReadOnly(not is_own)

    def _origin(self, template: Template) -> str:
        return self.tr("Comes with the program") if template.id is None else self.tr("Your own")

    def _sentence(self, state: TemplatesState, *, is_own: bool) -> str:
        if state.trouble is not None:
            return sentence(state.trouble).title
        if state.template is None or is_own:
            return ""
        return self.tr("This one comes with the program. A copy of it is yours to change.")

    # Typing -----------------------------------------------------------------------------------

    def pause_now(self) -> None:
        """Hand over what was typed, as after a pause."""
        key = self._state.chosen
        if self._is_dirty and key is not None and self._presenter is not None:
            self._forget_typing()
            self._presenter.keep(key, clean_line(self.name.text()), clean_line(self.title.text()), self.text.text())

    def _on_edited(self) -> None:
        if not self._is_filling:
            self._is_dirty = True
            self._pause.start()

    def _forget_typing(self) -> None:
        self._is_dirty = False
        self._pause.stop()

    # What the person does ---------------------------------------------------------------------

    def _on_list_row_chosen(self, row: int) -> None:
        self.pause_now()
        if self._presenter is not None:
            self._presenter.choose(self._state.every[row].key)

    def _on_list_gone_on(self) -> None:
        template = self._state.template
        is_own = template is not None and template.id is not None
        (self.text if is_own else self.use).setFocus(Qt.FocusReason.ShortcutFocusReason)

    def _on_use_clicked(self) -> None:
        template = self._state.template
        if template is not None:
            title, text = clean_line(self.title.text()), self.text.text()
            self.pause_now()
            self.use_requested.emit(Template(template.name, title, text, template.id, template.slug))

    def _on_add_clicked(self) -> None:
        self.pause_now()
        if self._presenter is not None:
            self._presenter.add(self.tr("My template"))

    def _on_copy_clicked(self) -> None:
        template = self._state.template
        if self._presenter is not None and template is not None:
            self._presenter.copy(self.tr("{name}, mine").format(name=template.name)[:LONGEST_TEMPLATE_NAME])

    def _on_delete_clicked(self) -> None:
        self.pause_now()
        if self._presenter is not None:
            self._presenter.delete()
            self.list.setFocus(Qt.FocusReason.OtherFocusReason)

    @override
    def focusInEvent(self, event: QFocusEvent) -> None:
        """Not a focus proxy: with one, Tab would pass over what stands before it."""
        self.list.setFocus(event.reason())

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        is_in_list = self.list.hasFocus()
        if event.key() == Qt.Key.Key_Escape:
            self.closed.emit()
        elif is_in_list and event.key() == Qt.Key.Key_Delete and not self.delete.isHidden():
            self._on_delete_clicked()
        elif is_in_list and event.key() == Qt.Key.Key_F2 and not self.name.isReadOnly():
            self.name.setFocus(Qt.FocusReason.ShortcutFocusReason)
            self.name.selectAll()
        else:
            super().keyPressEvent(event)

    # Looks ------------------------------------------------------------------------------------

    def _dress(self) -> None:
        self._title.setFont(self._theme.ui_font(weight=Type.STRONG))
        self.text.setMinimumHeight(self._theme.sp(TEXT_HEIGHT))
        self.text.setFont(self._theme.serif_font())
        self._fit()

    def _fit(self) -> None:
        sp = self._theme.sp
        is_beside = self.width() >= sp(SIDE_BY_SIDE)
        across, down = QBoxLayout.Direction.LeftToRight, QBoxLayout.Direction.TopToBottom
        self._sides.setDirection(across if is_beside else down)
        self._line.setMaximumSize(1 if is_beside else NO_LIMIT, NO_LIMIT if is_beside else 1)
        width = min(sp(LIST_WIDTH), self.width() * 2 // 5)
        self._left.setMinimumWidth(width if is_beside else 0)
        self._left.setMaximumWidth(width if is_beside else NO_LIMIT)
        self.list.setMinimumHeight(min(sp(TWO_ROWS), self.height() // 5))
        self._left.setMaximumHeight(NO_LIMIT if is_beside else min(sp(LIST_HEIGHT), self.height() // 2))

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    @override
    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.ApplicationFontChange:
            self._fit()
