"""The guide: its parts, what is open to read and to write from, and beside it what goes with that."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QTimer, Signal
from PySide6.QtGui import QHideEvent, QResizeEvent
from PySide6.QtWidgets import QMenu, QScrollBar, QStackedLayout, QWidget
from typing_extensions import override

from trustjournal.domain.change import Changed
from trustjournal.domain.guide import Guide, Part
from trustjournal.domain.place import Place
from trustjournal.domain.writing_look import WritingLook
from trustjournal.ui.kit.button import IconButton
from trustjournal.ui.kit.icons import Icons
from trustjournal.ui.kit.tab_order import tab_as_laid_out
from trustjournal.ui.kit.theme import Theme
from trustjournal.ui.pages.guide.columns import Columns
from trustjournal.ui.pages.guide.decks.view import DecksView
from trustjournal.ui.pages.guide.finding.page_part import MakeFinder, PageFinding
from trustjournal.ui.pages.guide.finding.panel import FindPanel
from trustjournal.ui.pages.guide.keys import hear, with_keys
from trustjournal.ui.pages.guide.letters import letters
from trustjournal.ui.pages.guide.part_list import PartList
from trustjournal.ui.pages.guide.presenter import GuidePresenter, GuideState, Leaf
from trustjournal.ui.pages.guide.reading_column import ReadingColumn
from trustjournal.ui.pages.guide.reading_look import ReadingLook
from trustjournal.ui.pages.guide.side_column import SideColumn
from trustjournal.ui.pages.guide.stops import Stops
from trustjournal.ui.pages.guide.then_and_now.presenter import ThenAndNowPresenter, ThenAndNowState
from trustjournal.ui.pages.guide.then_and_now.view import ThenAndNowView
from trustjournal.ui.parts.page import Command, Page

MakePresenter = Callable[[Callable[[GuideState], None], Callable[[Place], None]], GuidePresenter]
MakeThenAndNow = Callable[[Callable[[ThenAndNowState], None]], ThenAndNowPresenter]
MakeStops = Callable[[Callable[[Exception], None]], Stops]
MakeLook = Callable[[QWidget, Callable[[Exception], None]], ReadingLook]


class GuidePage(Page):
    """The guide. `own` shows the person's own prompts under the name of `guide.own`."""

    name = "guide"
    icon_name = "guide"

    print_requested = Signal(object, object)
    """The open `Leaf`, and the prompts of it that may be shown."""

    def __init__(
        self,
        guide: Guide,
        make_presenter: MakePresenter,
        make_finder: MakeFinder,
        make_then_and_now: MakeThenAndNow,
        make_stops: MakeStops,
        make_look: MakeLook,
        *,
        own: DecksView,
        theme: Theme,
        icons: Icons,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._guide = guide
        self._theme = theme
        self._own = own
        self._settling = QTimer(self, singleShot=True, interval=0)
        self._settling.timeout.connect(self._on_settled)
        self._seeing = QTimer(self, singleShot=True, interval=0)
        self._seeing.timeout.connect(self._see)
        self._presenter = make_presenter(self.render_state, self.go_requested.emit)
        self._stops = make_stops(self._presenter.tell)
        self._then_presenter = make_then_and_now(self._show_then_and_now)
        self._look = make_look(self, self._presenter.tell)
        self._parts = PartList(theme, guide.own)
        self._side = SideColumn(theme)
        self.find_panel = FindPanel(guide, theme, icons)
        self.then_and_now = ThenAndNowView(theme)
        self._reading = ReadingColumn(guide, theme, self._presenter, own)
        self._columns = Columns(self._parts, self._reading, self._side, self.find_panel, theme)
        self._stack = QStackedLayout(self)
        self._stack.addWidget(self._columns)
        self._stack.addWidget(self.then_and_now)
        self._finding = PageFinding(
            guide,
            self._presenter,
            make_finder,
            self.find_panel,
            self._columns,
            self._reading,
            place=self.place,
            visit=self.visit,
            rest=self._rest,
        )
        self._add_tools(icons)
        self._connect()
        self._set_letters(self._look.look)
        self._columns.fit()
        self.render_state(self._presenter.state)
        self._look.read()
        self._stops.read()

    def _add_tools(self, icons: Icons) -> None:
        self.find_button = IconButton(icons.icon("search"), self.tr("Find in the guide (Ctrl+F)"))
        self.find_button.clicked.connect(self.find_words)
        self.more_button = IconButton(icons.icon("more"), self.tr("Letters, and printing"))
        self.more_button.setPopupMode(IconButton.ToolButtonPopupMode.InstantPopup)
        menu = QMenu(self)
        self._look.fill(menu)
        menu.addSeparator()
        menu.addAction(with_keys(self.tr("Print, or save as PDF…"), "Ctrl+P")).triggered.connect(self.print_open)
        self.more_button.setMenu(menu)
        for button in (self.find_button, self.more_button):
            self._reading.tools.addWidget(button)
        for keys, do in (
            ("Ctrl+F", self.find_words),
            ("F3", lambda: self._step(back=False)),
            ("Shift+F3", lambda: self._step(back=True)),
            ("Ctrl+P", self.print_open),
        ):
            hear(self, keys, do)
        bar = self._reading.verticalScrollBar()
        for keys, action in (
            ("PgDown", QScrollBar.SliderAction.SliderPageStepAdd),
            ("PgUp", QScrollBar.SliderAction.SliderPageStepSub),
        ):
            hear(self._parts, keys, partial(bar.triggerAction, action))

    def _connect(self) -> None:
        self._parts.leaf_chosen.connect(self._on_parts_leaf_chosen)
        for sender in (self._side, self._reading, self.then_and_now):
            sender.go_requested.connect(self.go_requested)
        self._own.go_requested.connect(self.go_requested)
        self._own.toast_requested.connect(self.toast_requested)
        self._own.toast_over.connect(self.toast_over)
        self._own.in_sight_wanted.connect(lambda one: self._reading.bookmark.keep_in_sight(one, one.rect()))
        self._reading.acute_answered.connect(lambda acute: self._presenter.set_acute(acute=acute))
        bar = self._reading.verticalScrollBar()
        bar.valueChanged.connect(lambda: self._seeing.start())
        bar.rangeChanged.connect(lambda: self._seeing.start())
        self._look.changed.connect(self._set_letters)
        self._theme.changed.connect(self._on_theme_changed)
        self.then_and_now.then_chosen.connect(self._then_presenter.choose)
        self.then_and_now.write_requested.connect(self._on_then_and_now_write_requested)
        self.then_and_now.close_requested.connect(self._on_then_and_now_close_requested)

    # -- Page ------------------------------------------------------------------------------------------------------

    @override
    def title(self) -> str:
        return self.tr("Guide")

    @override
    def visit(self, place: Place) -> None:
        self._presenter.visit(place.item)
        if self._leaf() == self._guide.own:
            self._own.read()
        scroll, answers = place.view.get("scroll"), place.view.get("answers")
        if isinstance(scroll, int) and not isinstance(scroll, bool):
            self._reading.bookmark.go_far(scroll)
        elif place.item is not None:
            self._go_to_item(place.item)
        if isinstance(answers, str):
            then = place.view.get("then")
            self._then_presenter.open(answers, then if isinstance(then, str) else None)
        else:
            self._then_presenter.close()
        self._settling.start()

    @override
    def place(self) -> Place:
        leaf, then = self._leaf(), self._then_presenter.state
        view: dict[str, str | int | bool | None] = {"scroll": self._reading.bookmark.far()}
        if then.prompt_id is not None:
            view |= {"answers": then.prompt_id, "then": None if then.then is None else str(then.then)}
        return Place(self.name, leaf.id if leaf is not None else None, view)

    @override
    def refresh(self, changed: Changed) -> None:
        # What changed while another page was there is read when somebody comes back; `visit` reads everything.
        self._look.refresh(changed)
        if self.isVisible():
            self._presenter.refresh(changed)
            self._own.refresh(changed)
            if changed is Changed.ENTRIES:
                self._then_presenter.refresh()

    @override
    def settle(self) -> None:
        self._own.settle()
        self._look.keep()
        self._note_stop()
        self._stops.keep()

    @override
    def first_focus(self) -> QWidget:
        if self._stack.currentWidget() is self.then_and_now:
            return self.then_and_now.first_focus()
        return self._parts.first_focus()

    @override
    def commands(self) -> tuple[Command, ...]:
        return (
            Command(self.tr("Find in the guide"), self._find_from_anywhere),
            Command(self.tr("New prompt of your own"), self._write_own),
        )

    @override
    def set_quiet(self, quiet: bool) -> None:
        self._columns.set_quiet(quiet=quiet)

    # -- render ----------------------------------------------------------------------------------------------------

    def render_state(self, state: GuideState) -> None:
        """Show the list, what is open, and what goes with it."""
        self._parts.show_state(state)
        if self._reading.show_state(state) and state.leaf is not None:
            self._reading.bookmark.go_far(self._stops.far(state.leaf.id))
            if state.leaf == self._guide.own:
                self._own.read()
        self._side.show_exercises(state.exercises)
        self._side.show_entries(state.entries, are_read=state.are_entries_read)
        self._columns.show_side(has_side=isinstance(state.leaf, Part))
        self._settling.start()

    def _write_own(self) -> None:
        self.go_requested.emit(Place(self.name, self._guide.own.id))
        self._own.begin_prompt()

    def _leaf(self) -> Leaf | None:
        return self._presenter.state.leaf

    def _on_parts_leaf_chosen(self, leaf: Leaf) -> None:
        self._note_stop()
        self._presenter.open_leaf(leaf)

    # -- scrolling and what was seen -------------------------------------------------------------------------------

    def _go_to_item(self, item: str) -> None:
        """To the beginning of a unit; in a part or an article one stays where one stopped."""
        view, leaf = self._reading.view_of(item), self._leaf()
        if view is None or leaf is None or item == leaf.id:
            return
        if view is self._reading.units[0]:
            self._reading.bookmark.go_far(0)
        else:
            self._reading.bookmark.go_to_top_of(view)

    def _note_stop(self) -> None:
        leaf = self._leaf()
        if leaf is not None and self.isVisible():
            self._stops.note(leaf.id, self._reading.bookmark.far())

    def _on_settled(self) -> None:
        """Once the layout is settled: which units are in sight, and how Tab goes through what was put in."""
        tab_as_laid_out(self)
        self._see()

    def _see(self) -> None:
        if self.isVisible() and self._stack.currentWidget() is self._columns:
            for unit in self._reading.units_in_sight():
                self._presenter.saw(unit)

    # -- finding ---------------------------------------------------------------------------------------------------

    def find_words(self) -> None:
        """Look for words in the guide."""
        self._then_presenter.close()
        self._finding.begin()

    def _find_from_anywhere(self) -> None:
        self.go_requested.emit(Place(self.name))
        self.find_words()

    def _step(self, *, back: bool) -> None:
        self._then_presenter.close()
        self._finding.step(back=back)

    def _rest(self) -> None:
        """Give the keyboard back to the list."""
        self._parts.first_focus().setFocus()

    # -- then and now ----------------------------------------------------------------------------------------------

    def _show_then_and_now(self, state: ThenAndNowState) -> None:
        focused: QWidget | None = self.focusWidget()
        had_focus = focused is not None and self._columns.isAncestorOf(focused)
        self.then_and_now.show_state(state)
        is_open = state.prompt_id is not None
        self._stack.setCurrentWidget(self.then_and_now if is_open else self._columns)
        if is_open and had_focus:
            self.then_and_now.first_focus().setFocus()

    def _on_then_and_now_write_requested(self) -> None:
        prompt = self._guide.prompt(self._then_presenter.state.prompt_id or "")
        if prompt is not None:
            self._presenter.write_about(prompt)

    def _on_then_and_now_close_requested(self) -> None:
        prompt = self._then_presenter.state.prompt_id
        self._then_presenter.close()
        looked_from = self._reading.then_and_now_of(prompt)
        if looked_from is None:
            self._rest()
        else:
            looked_from.setFocus()

    # -- printing --------------------------------------------------------------------------------------------------

    def print_open(self) -> None:
        """Ask how much of what is open should be printed."""
        leaf = self._leaf()
        if leaf is not None and leaf != self._guide.own:
            self.print_requested.emit(leaf, self._presenter.offered())

    # -- layout ----------------------------------------------------------------------------------------------------

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._columns.arrange()
        self.then_and_now.fit(self.width())

    @override
    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self._stops.keep()

    def _set_letters(self, look: WritingLook) -> None:
        far = self._reading.bookmark.far()
        self._reading.set_letters(letters(self._theme, look))
        self._reading.bookmark.go_far(far)

    def _on_theme_changed(self) -> None:
        self._set_letters(self._look.look)
        self._columns.fit()
        self.then_and_now.fit(self.width())
