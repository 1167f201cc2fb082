"""Help: one key away from everywhere. What to do in danger, numbers to call, and two articles to read."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QStackedLayout, QWidget
from typing_extensions import override

from trustjournal.domain.change import Changed
from trustjournal.domain.exercise import Exercise
from trustjournal.domain.guide import Article
from trustjournal.domain.help import OwnNumber
from trustjournal.domain.place import Place
from trustjournal.ui.kit.button import Button
from trustjournal.ui.kit.card import Card
from trustjournal.ui.kit.icons import Icons
from trustjournal.ui.kit.labels import PageTitle, PlainLabel, SectionLabel, SoftLabel
from trustjournal.ui.kit.link_card import LinkCard
from trustjournal.ui.kit.scroll_column import ScrollColumn
from trustjournal.ui.kit.tab_order import tab_as_laid_out
from trustjournal.ui.kit.theme import Theme
from trustjournal.ui.kit.tokens import S12, S16, Type
from trustjournal.ui.messages import sentence
from trustjournal.ui.pages.help.own_numbers_card import OwnNumbersCard
from trustjournal.ui.pages.help.presenter import HelpPresenter, HelpState
from trustjournal.ui.parts.article_view import TitledArticle
from trustjournal.ui.parts.care_words import in_danger, what_it_is
from trustjournal.ui.parts.help_list import HelpList
from trustjournal.ui.parts.page import Page, ToastMessage
from trustjournal.ui.parts.refusal import Refusal

WIDEST = 680


class HelpPage(Page):
    """Help. Its presenter is made by it, with the functions that show its state and say which number was deleted."""

    name = "help"
    icon_name = "help"

    def __init__(
        self,
        make_presenter: Callable[[Callable[[HelpState], None], Callable[[OwnNumber], None]], HelpPresenter],
        *,
        settling: Exercise | None,
        theme: Theme,
        icons: Icons,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self._presenter = presenter = make_presenter(self.render_state, self._on_deleted)
        self._settling = settling
        self._article: Article | None = None
        self._listed: object = None
        self.refusal = Refusal(theme, icons)
        self.own = OwnNumbersCard(presenter, theme, icons)
        self.list = HelpList(theme)
        self.list.country_chosen.connect(presenter.choose_country)
        self.back = self._back_button()
        self.links = tuple(self._link(article) for article in presenter.state.articles)
        self._danger = PlainLabel(in_danger(), wrap=True)
        self._dress()  # before it is inside the page: in a window Qt gives it back the letters it came in with
        self._home = self._make_home()
        self.reading = TitledArticle(theme)
        self.to_help = Button(self.tr("All of Help"), "quiet", flush=True)
        self.to_help.clicked.connect(lambda: self.go_requested.emit(Place(self.name)))
        self._reading = self._make_reading()
        self.reading.cursor_moved.connect(lambda where: self._reading.keep_in_sight(self.reading, where))
        self._stack = QStackedLayout(self)
        self._stack.setContentsMargins(0, 0, 0, 0)
        self._stack.addWidget(self._home)
        self._stack.addWidget(self._reading)
        theme.changed.connect(self._dress)
        self.render_state(presenter.state)

    # -- Page ------------------------------------------------------------------------------------------------------

    @override
    def title(self) -> str:
        return self.tr("Help")

    @override
    def visit(self, place: Place) -> None:
        self._presenter.visit(place.item)
        scroll = self._home if self._presenter.state.article is None else self._reading
        scroll.verticalScrollBar().setValue(0)

    @override
    def place(self) -> Place:
        article = self._presenter.state.article
        return Place(self.name, article.id if article is not None else None)

    @override
    def refresh(self, changed: Changed) -> None:
        self._presenter.refresh(changed)

    @override
    def first_focus(self) -> QWidget:
        return self.back if self._presenter.state.article is None else self.reading_back

    # -- render ----------------------------------------------------------------------------------------------------

    def render_state(self, state: HelpState) -> None:
        """Show the first page, or the article that is open."""
        if state.article is not None and state.article is not self._article:
            self.reading.show_article(state.article)
        self._article = state.article
        self._stack.setCurrentWidget(self._home if state.article is None else self._reading)
        self.own.render_state(state)
        self.list.setVisible(state.numbers is not None)
        if state.numbers is not None:
            self.list.show_numbers(state.numbers, state.country, state.today)
        what_is_listed = (state.own, state.editing, state.numbers, state.country)
        if what_is_listed != self._listed:
            self._listed = what_is_listed
            tab_as_laid_out(self)
        is_about_page = isinstance(state.trouble, Exception) and not state.has_form
        self.refusal.say(sentence(state.trouble) if is_about_page and isinstance(state.trouble, Exception) else None)

    # -- what is done on the page ------------------------------------------------------------------------------------

    def _on_deleted(self, one: OwnNumber) -> None:
        self.toast_requested.emit(
            ToastMessage(
                self.tr("{name} is deleted.").format(name=one.name),
                self.tr("Undo"),
                lambda: self._presenter.undo_delete(one),
            )
        )
        self.own.add.setFocus(Qt.FocusReason.OtherFocusReason)

    # -- layout ------------------------------------------------------------------------------------------------------

    def _make_home(self) -> ScrollColumn:
        column = ScrollColumn(WIDEST)
        column.body.setSpacing(S16)
        danger = Card()
        danger.body.setSpacing(S12)
        danger.body.addWidget(self._danger)
        danger.body.addWidget(PlainLabel(what_it_is(), wrap=True))
        danger.body.addWidget(SoftLabel(self.tr("Nobody reads along, and nothing is sent from here.")))
        column.body.addWidget(self.back, 0, Qt.AlignmentFlag.AlignLeading)
        column.body.addWidget(PageTitle(self.title()))
        column.body.addWidget(self.refusal)
        column.body.addWidget(danger)
        column.body.addWidget(self.own)
        column.body.addWidget(self.list)
        if self._settling is not None:
            settling = LinkCard(self._settling.title, self._settling.why, self._theme)
            settling.clicked.connect(self._on_settling_clicked)
            column.body.addWidget(settling)
        column.body.addWidget(SectionLabel(self.tr("To read")))
        for link in self.links:
            column.body.addWidget(link)
        column.body.addStretch(1)
        return column

    def _make_reading(self) -> ScrollColumn:
        column = ScrollColumn(WIDEST)
        column.body.setSpacing(S16)
        self.reading_back = self._back_button()
        column.body.addWidget(self.reading_back, 0, Qt.AlignmentFlag.AlignLeading)
        column.body.addWidget(self.reading)
        column.body.addWidget(self.to_help, 0, Qt.AlignmentFlag.AlignLeading)
        column.body.addStretch(1)
        return column

    def _back_button(self) -> Button:
        back = Button(self.tr("Back to where you were"), "quiet", flush=True)
        back.clicked.connect(self.back_requested)
        return back

    def _link(self, article: Article) -> LinkCard:
        link = LinkCard(article.title, "", self._theme)
        link.clicked.connect(lambda: self.go_requested.emit(Place(self.name, article.id)))
        return link

    def _on_settling_clicked(self) -> None:
        if self._settling is not None:
            self.go_requested.emit(Place("practice", self._settling.id))

    def _dress(self) -> None:
        self._danger.setFont(self._theme.ui_font(17, Type.STRONG))
