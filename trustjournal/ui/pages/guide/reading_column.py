"""The column in the middle: a title, what can be done with the page, and the units of a part or an article to read."""

from __future__ import annotations

from PySide6.QtCore import QLocale, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from trustjournal.domain.guide import Article, Guide
from trustjournal.domain.guide_text import GuideHit
from trustjournal.ui.kit.labels import ReadingLabel, SoftLabel
from trustjournal.ui.kit.line_height import column_width
from trustjournal.ui.kit.scroll_column import ScrollColumn
from trustjournal.ui.kit.theme import Theme
from trustjournal.ui.kit.tokens import S4, S8, S16, S24
from trustjournal.ui.pages.guide.article_view import ArticleWithClaims
from trustjournal.ui.pages.guide.bookmark import Bookmark
from trustjournal.ui.pages.guide.letters import Letters
from trustjournal.ui.pages.guide.presenter import GuideState, Leaf
from trustjournal.ui.pages.guide.prompts.row import PromptWishes
from trustjournal.ui.pages.guide.unit_view import UnitView
from trustjournal.ui.parts.reading_text import CHARACTERS_A_LINE
from trustjournal.ui.parts.trouble import Trouble

_SEEN = 0.8
"""A unit is visited once its beginning is in the upper part of what can be seen."""


class ReadingColumn(ScrollColumn):
    """Shows what is open. What a person wishes with a prompt goes to `wishes`."""

    go_requested = Signal(object)
    """A `Place`."""
    acute_answered = Signal(bool)

    def __init__(self, guide: Guide, theme: Theme, wishes: PromptWishes, own: QWidget) -> None:
        super().__init__(2000)
        self._guide = guide
        self._theme = theme
        self._wishes = wishes
        self._own = own
        self._letters: Letters | None = None
        self._is_narrow = False
        self._leaf: Leaf | None = None
        self.units: list[UnitView] = []
        self.article: ArticleWithClaims | None = None
        self.text_column = QWidget()
        self.bookmark = Bookmark(self, self.text_column)
        self.chooser_slot = QVBoxLayout()
        self.side_slot = QVBoxLayout()
        self.tools = QHBoxLayout()
        self.tools.setSpacing(S4)
        self._where = SoftLabel(wrap=False, small=True)
        self._title = ReadingLabel(role="title")
        self._trouble = Trouble()
        self._views = QVBoxLayout()
        self._views.setSpacing(S24)
        self._lay_out()

    def _lay_out(self) -> None:
        # The column's width follows the face that is read, not the text size alone.
        middle = QHBoxLayout()
        middle.addStretch(1)
        middle.addWidget(self.text_column, 1000)
        middle.addStretch(1)
        self.body.addLayout(middle)
        self.body.addStretch(1)
        head = QHBoxLayout()
        head.setSpacing(S8)
        head.addWidget(self._where, 1)
        head.addLayout(self.tools)
        titles = QVBoxLayout()
        titles.setSpacing(S4)
        titles.addLayout(head)
        titles.addWidget(self._title)
        column = QVBoxLayout(self.text_column)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(S16)
        column.addLayout(self.chooser_slot)
        column.addLayout(titles)
        column.addWidget(self._trouble)
        column.addLayout(self._views)
        column.addWidget(self._own)
        self._own.hide()
        column.addLayout(self.side_slot)

    def show_state(self, state: GuideState) -> bool:
        """Show what is open; tells whether that is something else than before."""
        is_new = state.leaf is not None and state.leaf != self._leaf
        if is_new and state.leaf is not None:
            self._open(state.leaf)
        prompts = {of_unit.unit: of_unit for of_unit in state.prompts}
        for view in self.units:
            if view.unit.id in prompts:
                view.show_prompts(prompts[view.unit.id])
            view.show_acute(state.acute_until)
        self._trouble.show_error(state.trouble)
        return is_new

    def set_letters(self, letters: Letters) -> None:
        """Set what is read in these letters, in a column of lines that are good to read."""
        self._letters = letters
        self.text_column.setMaximumWidth(column_width(letters.text.text, CHARACTERS_A_LINE))
        self._set_type()

    def set_narrow(self, *, narrow: bool) -> None:
        """Make do with little width."""
        self._is_narrow = narrow
        for view in self.units:
            view.set_narrow(narrow=narrow)

    def view_of(self, item: str | None) -> UnitView | ArticleWithClaims | None:
        """What shows a unit or an article, if it is open."""
        if isinstance(self._leaf, Article) and self._leaf.id == item:
            return self.article
        return next((view for view in self.units if view.unit.id == item), None)

    def units_in_sight(self) -> tuple[str, ...]:
        """The ids of the units whose text is being looked at."""
        port = self.viewport()
        found = []
        for view in self.units:
            top = view.mapTo(port, view.rect().topLeft()).y()
            if top < port.height() * _SEEN and top + view.height() > 0:
                found.append(view.unit.id)
        return tuple(found)

    def then_and_now_of(self, prompt_id: str | None) -> QWidget | None:
        """What leads to the earlier answers to a prompt, if it can be seen on the page."""
        rows = (row for view in self.units for row in view.write.rows() if row.prompt.id == prompt_id)
        return next((row.answered.look for row in rows if row.answered.look.isVisibleTo(self)), None)

    def show_hit(self, hit: GuideHit) -> None:
        """Mark a place that was found in what is open, and go there."""
        self.unmark()
        view = self.view_of(hit.passage.item)
        if view is not None:
            view.show_hit(hit)
            self.bookmark.go_to(view, lambda: view.show_hit(hit))

    def unmark(self) -> None:
        """Mark nothing."""
        for view in self._open_views():
            view.unmark()

    def _open(self, leaf: Leaf) -> None:
        self._leaf = leaf
        is_own = leaf == self._guide.own
        self._where.setText("" if is_own else self._about(leaf))
        self._title.set_text(leaf.title)
        while self._views.count():
            item = self._views.takeAt(0)
            widget = item.widget() if item is not None else None
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        self.units, self.article = [], None
        self._own.setVisible(is_own)
        if isinstance(leaf, Article):
            self.article = ArticleWithClaims(leaf, self._guide, self._theme)
            self._add(self.article)
        elif not is_own:
            for unit in leaf.units:
                view = UnitView(
                    unit,
                    self._theme,
                    self._wishes,
                    titled=len(leaf.units) > 1,
                    is_translated=unit.language == self._guide.language,
                )
                view.acute_answered.connect(self.acute_answered)
                view.set_narrow(narrow=self._is_narrow)
                self.units.append(view)
                self._add(view)
        below = self.side_slot.itemAt(0)
        if below is not None and (widget := below.widget()) is not None:
            widget.raise_()  # assistive technology reads widgets in this order
        self._set_type()
        self.bookmark.go_far(0)

    def _open_views(self) -> tuple[UnitView | ArticleWithClaims, ...]:
        return tuple(self.units) if self.article is None else (self.article,)

    def _add(self, view: UnitView | ArticleWithClaims) -> None:
        view.go_requested.connect(self.go_requested)
        view.cursor_moved.connect(lambda where: self.bookmark.keep_in_sight(view, where))
        self._views.addWidget(view)

    def _set_type(self) -> None:
        if self._letters is None:
            return
        for view in self._open_views():
            view.set_type(self._letters)

    def _about(self, leaf: Leaf) -> str:
        if isinstance(leaf, Article):
            return self.tr("%n minute(s)", "", leaf.minutes)
        minutes = self.tr("%n minute(s)", "", sum(unit.minutes for unit in leaf.units))
        if leaf.number is None:
            return minutes
        return self.tr("Part {number} · {minutes}").format(number=QLocale().toString(leaf.number), minutes=minutes)
