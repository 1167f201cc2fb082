"""The page a day begins with: a prompt, a check-in, and a small look back. Nothing on it counts days or asks why."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QLocale, Qt
from PySide6.QtGui import QKeySequence, QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QGridLayout, QVBoxLayout, QWidget
from typing_extensions import override

from trustjournal.domain.change import Changed
from trustjournal.domain.place import Place
from trustjournal.domain.prompt import Topic
from trustjournal.ui.kit.as_qdate import as_qdate
from trustjournal.ui.kit.button import Button
from trustjournal.ui.kit.labels import PageTitle, SoftLabel
from trustjournal.ui.kit.scroll_column import ScrollColumn
from trustjournal.ui.kit.theme import Theme
from trustjournal.ui.kit.tokens import S4, S16
from trustjournal.ui.pages.today.check_in_card import CheckInCard
from trustjournal.ui.pages.today.check_in_presenter import CheckInPresenter, CheckInState
from trustjournal.ui.pages.today.memory_card import MemoryCard
from trustjournal.ui.pages.today.memory_presenter import MemoryPresenter, MemoryState
from trustjournal.ui.pages.today.presenter import TodayPresenter, TodayState
from trustjournal.ui.pages.today.strip_card import StripCard
from trustjournal.ui.parts.page import Page, ToastMessage
from trustjournal.ui.parts.prompt_card import PromptCard, PromptFace
from trustjournal.ui.parts.prompt_words import part_label, topics_label
from trustjournal.ui.parts.trouble import Trouble

WIDEST = 1004
TWO_COLUMNS_FROM = 820
"""Pixels at 100 % text from which the cards stand in two columns."""
HALVES_FROM = 560
"""Pixels at 100 % text from which mood and people stand beside each other in the check-in."""

_UNSAVED = "check-in"
"""Where a place keeps what was given and not saved."""


MakeMemories = Callable[[Callable[[MemoryState], None], Callable[[Callable[[], None]], None]], MemoryPresenter]


class TodayPage(Page):
    """Today. Its presenters are made by it, with the function that shows their states."""

    name = "today"
    icon_name = "today"

    def __init__(
        self,
        make_presenter: Callable[[Callable[[TodayState], None]], TodayPresenter],
        make_check_in: Callable[[Callable[[CheckInState], None]], CheckInPresenter],
        make_memories: MakeMemories,
        *,
        theme: Theme,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self._two_columns: bool | None = None
        self._presenter = make_presenter(self.render_state)
        self._check_in = make_check_in(self._render_check_in)

        self._title = PageTitle()
        self._welcome = SoftLabel(self.tr("Welcome. A minute is enough; a page is fine too."))
        self._new_entry = self._make_new_entry()
        self._trouble = Trouble()
        self._prompt_card = self._make_prompt_card()
        self._check_in_card = CheckInCard(self._check_in, theme)
        self._check_in_card.add_person_requested.connect(lambda: self.go_requested.emit(Place("people", "new")))
        self._strip_card = StripCard(theme)
        self._strip_card.open_requested.connect(lambda: self.go_requested.emit(Place("timeline")))

        self.memory_card = MemoryCard(theme)
        self._memories = make_memories(self.memory_card.show_state, self._say_kept_away)
        self.memory_card.open_requested.connect(self._on_memory_card_open_requested)
        self.memory_card.another_requested.connect(self._memories.another)
        self.memory_card.never_requested.connect(self._memories.never_again)

        self._column = ScrollColumn(WIDEST)
        head = self._head = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        head.setSpacing(S16)
        words = QVBoxLayout()
        words.setSpacing(S4)
        words.addWidget(self._title)
        words.addWidget(self._welcome)
        head.addLayout(words, 1)
        # To one side as well: else, under the words, the whole column is as narrow as the button.
        head.addWidget(self._new_entry, 0, Qt.AlignmentFlag.AlignLeading | Qt.AlignmentFlag.AlignBottom)
        self._cards = QGridLayout()
        self._cards.setSpacing(S16 + 2)
        self._column.body.setSpacing(S16 + S4)
        self._column.body.addLayout(head)
        self._column.body.addWidget(self._trouble)
        self._column.body.addLayout(self._cards)
        self._column.body.addWidget(self.memory_card)
        self._column.body.addStretch(1)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(self._column)
        self._arrange()
        theme.changed.connect(self._arrange)
        self.render_state(self._presenter.state)
        self._render_check_in(self._check_in.state)

    # -- Page ------------------------------------------------------------------------------------------------------

    @override
    def title(self) -> str:
        return self.tr("Today")

    @override
    def visit(self, place: Place) -> None:
        self._presenter.visit()
        self._check_in.visit(place.view.get(_UNSAVED))
        self._memories.visit()

    @override
    def place(self) -> Place:
        unsaved = self._check_in.unsaved
        return Place(self.name, None, {_UNSAVED: unsaved} if unsaved is not None else {})

    @override
    def refresh(self, changed: Changed) -> None:
        # Another page's change is read when somebody comes here; `visit` reads everything.
        if self.isVisible():
            self._presenter.refresh(changed)
            self._check_in.refresh(changed)
            self._memories.refresh(changed)

    @override
    def first_focus(self) -> QWidget:
        return self._prompt_card.first_focus()

    # -- render ----------------------------------------------------------------------------------------------------

    def render_state(self, state: TodayState) -> None:
        """Show the day, the prompt and the strip."""
        day = as_qdate(state.day)
        self._title.setText(QLocale().toString(day, QLocale.FormatType.LongFormat))
        self._prompt_card.setVisible(state.is_read)
        self._prompt_card.set_offers_medium(offers=state.offers_medium)
        prompt = state.prompt
        if prompt is None:
            self._prompt_card.show_prompt(None)
        else:
            self._prompt_card.show_prompt(
                PromptFace(
                    part_label=part_label(prompt.part) if prompt.part is not None else "",
                    intensity=prompt.served.intensity,
                    wording=prompt.served.wording,
                    minutes=prompt.minutes,
                    content_note=prompt.content_note,
                    is_folded=prompt.is_folded,
                    has_topics=prompt.has_topics,
                    no_other=state.no_other,
                    swaps_used=state.swaps_used,
                    no_lighter=state.no_lighter,
                )
            )
        self._strip_card.show_timeline(state.strip)
        self._trouble.show_error(state.trouble)

    def _render_check_in(self, state: CheckInState) -> None:
        self._check_in_card.render_state(state)

    # -- layout ----------------------------------------------------------------------------------------------------

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()

    def _arrange(self) -> None:
        """Two columns where there is room: the prompt over both (a card of what is due will share its row later)."""
        two = self.width() >= self._theme.sp(TWO_COLUMNS_FROM)
        narrow = self.width() < self._theme.sp(HALVES_FROM)
        directions = QBoxLayout.Direction
        self._head.setDirection(directions.TopToBottom if narrow else directions.LeftToRight)
        self._head.update()  # turning it alone leaves the layouts around it with the old heights
        self._title.setWordWrap(narrow)
        self._prompt_card.set_narrow(narrow=narrow)
        self._check_in_card.set_narrow(narrow=narrow)
        if two == self._two_columns:
            return
        self._two_columns = two
        cards: tuple[QWidget, ...] = (self._prompt_card, self._check_in_card, self._strip_card)
        for card in cards:
            self._cards.removeWidget(card)
        self._cards.setColumnStretch(0, 544 if two else 1)
        self._cards.setColumnStretch(1, 442 if two else 0)
        if two:
            self._cards.addWidget(self._prompt_card, 0, 0, 1, 2)
            self._cards.addWidget(self._check_in_card, 1, 0)
            self._cards.addWidget(self._strip_card, 1, 1)
        else:
            self._cards.addWidget(self._prompt_card, 0, 0)
            self._cards.addWidget(self._check_in_card, 1, 0)
            self._cards.addWidget(self._strip_card, 2, 0)

    def _make_new_entry(self) -> Button:
        keys = QKeySequence(QKeySequence.StandardKey.New).toString(QKeySequence.SequenceFormat.NativeText)
        button = Button(self.tr("New entry"), "primary", hint=keys or "Ctrl+N")
        button.clicked.connect(lambda: self.go_requested.emit(Place("journal", "new")))
        return button

    def _make_prompt_card(self) -> PromptCard:
        card = PromptCard()
        card.write_requested.connect(lambda: self.go_requested.emit(self._presenter.place_to_write()))
        card.unfold_requested.connect(self._presenter.unfold)
        card.another_requested.connect(self._presenter.another)
        card.lighter_requested.connect(self._presenter.lighter)
        card.skip_requested.connect(lambda: self._presenter.skip(self._say_skipped))
        card.not_this_topic_requested.connect(self._on_prompt_card_not_this_topic_requested)
        card.not_for_me_requested.connect(self._on_prompt_card_not_for_me_requested)
        card.medium_answered.connect(self._on_prompt_card_medium_answered)
        card.part_requested.connect(self._on_prompt_card_part_requested)
        return card

    # -- what is done on the page ------------------------------------------------------------------------------------

    def _on_prompt_card_not_this_topic_requested(self) -> None:
        self._presenter.not_this_topic(self._say_topics_off)

    def _say_topics_off(self, topics: tuple[Topic, ...]) -> None:
        if topics:
            text = self.tr("No more prompts about {topics}. You can bring them back.").format(
                topics=topics_label(topics)
            )
        else:
            text = self.tr("That prompt will not come up again.")
        self.toast_requested.emit(ToastMessage(text, self.tr("Undo"), self._presenter.undo_putting_off))

    def _say_skipped(self) -> None:
        text = self.tr("That prompt rests for a month or longer.")
        self.toast_requested.emit(ToastMessage(text, self.tr("Undo"), self._presenter.undo_putting_off))

    def _on_prompt_card_not_for_me_requested(self) -> None:
        self._presenter.not_for_me(lambda: self._say_topics_off(()))

    def _on_prompt_card_medium_answered(self, deeper: bool) -> None:
        if deeper:
            text = self.tr("From tomorrow on, a prompt may go a little deeper. You can change this in Settings.")
        else:
            text = self.tr("Prompts stay light. You can change this in Settings.")
        self._presenter.answer_medium_offer(deeper=deeper, done=lambda: self.toast_requested.emit(ToastMessage(text)))

    def _on_memory_card_open_requested(self) -> None:
        memory = self._memories.state.memory
        if memory is not None:
            self.go_requested.emit(Place("journal", str(memory.entry.id)))

    def _say_kept_away(self, undo: Callable[[], None]) -> None:
        text = self.tr("That page will not come back by itself. It stays in your journal.")
        self.toast_requested.emit(ToastMessage(text, self.tr("Undo"), undo))

    def _on_prompt_card_part_requested(self) -> None:
        prompt = self._presenter.state.prompt
        if prompt is not None:
            self.go_requested.emit(Place("guide", prompt.served.unit))
