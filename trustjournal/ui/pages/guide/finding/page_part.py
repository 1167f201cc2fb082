"""Makes finding a part of the guide page: where the panel stands, and how one gets to what was found and back."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject

from trustjournal.domain.guide import Guide
from trustjournal.domain.guide_text import GuideHit, Spot
from trustjournal.domain.place import Place
from trustjournal.ui.pages.guide.columns import Columns
from trustjournal.ui.pages.guide.finding.panel import FindPanel
from trustjournal.ui.pages.guide.finding.presenter import FindPresenter, FindState
from trustjournal.ui.pages.guide.presenter import GuidePresenter
from trustjournal.ui.pages.guide.reading_column import ReadingColumn

MakeFinder = Callable[[Callable[[FindState], None], Callable[[GuideHit], None]], FindPresenter]


class PageFinding(QObject):
    """`place` tells where one is, `visit` goes there, and `rest` gives the keyboard back to the page."""

    def __init__(
        self,
        guide: Guide,
        presenter: GuidePresenter,
        make_finder: MakeFinder,
        panel: FindPanel,
        columns: Columns,
        reading: ReadingColumn,
        *,
        place: Callable[[], Place],
        visit: Callable[[Place], None],
        rest: Callable[[], None],
    ) -> None:
        super().__init__(columns)
        self._guide = guide
        self._presenter = presenter
        self._panel = panel
        self._columns = columns
        self._reading = reading
        self._place = place
        self._visit = visit
        self._rest = rest
        self._before: Place | None = None
        self._finder = make_finder(self._show, self._go_to_hit)
        panel.words_changed.connect(self._finder.look_for)
        panel.step_requested.connect(lambda back: self.step(back=back))
        panel.hit_chosen.connect(self._finder.go_to)
        panel.return_requested.connect(self._on_panel_return_requested)
        panel.stay_requested.connect(self._on_panel_stay_requested)

    def begin(self) -> None:
        """Have the panel come up, or give it the keyboard."""
        if not self._finder.state.is_open:
            self._before = self._place()
            self._finder.open()
        self._panel.ask()

    def step(self, *, back: bool) -> None:
        """Go to the next place, or to the one before; where nobody is looking yet, begin."""
        if self._finder.state.is_open:
            self._finder.step(back=back)
        else:
            self.begin()

    def _close(self) -> None:
        self._finder.close()
        self._reading.unmark()

    def _show(self, state: FindState) -> None:
        self._panel.show_state(state)
        self._columns.show_found(is_finding=state.is_open)

    def _go_to_hit(self, hit: GuideHit) -> None:
        passage = hit.passage
        leaf = self._presenter.leaf_of(passage.item)
        if leaf is None:
            return
        self._presenter.open_leaf(leaf)
        unit = self._guide.unit(passage.item)
        if passage.spot is Spot.PROMPT and unit is not None:
            self._presenter.bring_into_sight(unit.prompts[passage.index])
        self._reading.show_hit(hit)

    def _on_panel_stay_requested(self) -> None:
        self._close()
        self._rest()

    def _on_panel_return_requested(self) -> None:
        before, self._before = self._before, None
        self._close()
        if before is not None:
            self._visit(before)
        self._rest()
