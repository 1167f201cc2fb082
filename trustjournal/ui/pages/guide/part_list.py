"""What the guide has: lines with rings, or one button with a menu where there is no room for lines."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QButtonGroup, QMenu, QVBoxLayout, QWidget

from trustjournal.domain.guide import Part
from trustjournal.ui.kit.button import Button
from trustjournal.ui.kit.divider import Divider
from trustjournal.ui.kit.labels import SectionLabel
from trustjournal.ui.kit.theme import Theme
from trustjournal.ui.kit.tokens import S4, S8
from trustjournal.ui.pages.guide.part_button import PartButton
from trustjournal.ui.pages.guide.presenter import GuideState, Leaf
from trustjournal.ui.pages.guide.progress import PartLine


class PartList(QWidget):
    """Numbered parts in their order; under *Alongside* the side topics, the articles and the person's own prompts."""

    leaf_chosen = Signal(object)
    """The `Leaf` to open."""

    def __init__(self, theme: Theme, own: Part, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._own = own
        self._leaves: tuple[Leaf, ...] = ()
        self._buttons: dict[str, PartButton] = {}
        self._actions: dict[str, QAction] = {}
        self._group = QButtonGroup(self)
        self._lines = QWidget()
        self._line_column = QVBoxLayout(self._lines)
        self._line_column.setContentsMargins(0, 0, 0, 0)
        self._line_column.setSpacing(2)
        self._chooser = Button("")
        self._menu = QMenu(self)
        self._chooser.setMenu(self._menu)
        self._chooser.hide()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._lines)
        column.addWidget(self._chooser, 0, Qt.AlignmentFlag.AlignLeading)

    def show_state(self, state: GuideState) -> None:
        """Show how far one has been in each part, and what is open."""
        leaves: tuple[Leaf, ...] = (*(line.part for line in state.lines), *state.articles, self._own)
        if leaves != self._leaves:
            self._rebuild(leaves)
        for leaf in leaves:
            self._buttons[leaf.id].setChecked(leaf == state.leaf)
        for line in state.lines:
            words = self._in_words(line)
            self._buttons[line.part.id].set_progress(line.share, words)
            self._actions[line.part.id].setText(f"{line.part.title} – {words}")
        if state.leaf is not None:
            self._chooser.setText(self.tr("Parts: {title}").format(title=state.leaf.title) + "  ▾")
            self._chooser.setAccessibleName(
                self.tr("Choose a part of the guide. Now: {title}").format(title=state.leaf.title)
            )

    def set_narrow(self, *, narrow: bool) -> None:
        """One button with a menu instead of the lines."""
        self._lines.setVisible(not narrow)
        self._chooser.setVisible(narrow)

    def first_focus(self) -> QWidget:
        """Where the keyboard goes first."""
        if not self._chooser.isHidden():
            return self._chooser
        return self._group.checkedButton() or next(iter(self._buttons.values()), self)

    def lines(self) -> dict[str, PartButton]:
        """The lines by the ids of what they open."""
        return dict(self._buttons)

    def _in_words(self, line: PartLine) -> str:
        been = self.tr("begun") if line.is_begun else self.tr("not opened yet")
        if line.is_read:
            been = self.tr("visited")
        if not line.written:
            return been
        written = self.tr("%n prompt(s) written about", "", line.written)  # in an f-string it is not collected
        return f"{been}, {written}"

    def _rebuild(self, leaves: tuple[Leaf, ...]) -> None:
        self._leaves = leaves
        while self._line_column.count():
            item = self._line_column.takeAt(0)
            widget = item.widget() if item is not None else None
            if widget is not None:
                widget.deleteLater()
        self._menu.clear()
        self._buttons, self._actions = {}, {}
        numbered = [leaf for leaf in leaves if isinstance(leaf, Part) and leaf.number is not None]
        self._add_heading(self.tr("The guide"))
        for part in numbered:
            self._add(part, has_ring=True)
        alongside = [leaf for leaf in leaves if leaf not in numbered]
        if not alongside:
            return
        self._line_column.addSpacing(S8)
        self._line_column.addWidget(Divider())
        self._line_column.addSpacing(S8)
        self._menu.addSeparator()
        self._add_heading(self.tr("Alongside"))
        for leaf in alongside:
            self._add(leaf, has_ring=False)

    def _add_heading(self, words: str) -> None:
        label = SectionLabel(words)
        label.setContentsMargins(12, 0, 12, S4)
        self._line_column.addWidget(label)

    def _add(self, leaf: Leaf, *, has_ring: bool) -> None:
        title = leaf.title
        button = PartButton(title, self._theme, has_ring=has_ring)
        button.clicked.connect(lambda: self.leaf_chosen.emit(leaf))
        self._group.addButton(button)
        self._buttons[leaf.id] = button
        self._line_column.addWidget(button)
        action = QAction(title, self)
        action.triggered.connect(lambda: self.leaf_chosen.emit(leaf))
        self._actions[leaf.id] = action
        self._menu.addAction(action)
