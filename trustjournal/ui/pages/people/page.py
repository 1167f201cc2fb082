"""Everybody the journal is about, in the order they came; nobody is measured here."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QVBoxLayout, QWidget
from typing_extensions import override

from trustjournal.domain.change import Changed
from trustjournal.domain.ids import PersonId
from trustjournal.domain.person import Person
from trustjournal.domain.place import Place
from trustjournal.ui.kit.button import Button
from trustjournal.ui.kit.card import Card
from trustjournal.ui.kit.empty_state import EmptyState
from trustjournal.ui.kit.icons import Icons
from trustjournal.ui.kit.labels import PageTitle, SoftLabel
from trustjournal.ui.kit.scroll_column import ScrollColumn
from trustjournal.ui.kit.theme import Theme
from trustjournal.ui.kit.tokens import S4, S12, S16, S24
from trustjournal.ui.messages import sentence
from trustjournal.ui.pages.people.person_card import PersonCard
from trustjournal.ui.pages.people.person_form import PersonForm
from trustjournal.ui.pages.people.presenter import Need, PeoplePresenter, PeopleState
from trustjournal.ui.parts.page import Page, ToastMessage
from trustjournal.ui.parts.refusal import Refusal

WIDEST = 680
NARROW_UNDER = 560
"""Pixels at 100 % text under which buttons stand below what they belong to."""


class PeoplePage(Page):
    """People. Its presenter is made by it, with the functions that show its state and say who was archived."""

    name = "people"
    icon_name = "people"

    def __init__(
        self,
        make_presenter: Callable[[Callable[[PeopleState], None], Callable[[Person], None]], PeoplePresenter],
        *,
        theme: Theme,
        icons: Icons,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self._icons = icons
        self._cards: dict[PersonId, PersonCard] = {}
        self._wanted: str | None = None
        self._presenter = make_presenter(self.render_state, self._on_archived)
        self.add = Button(self.tr("Add someone"), "primary", icons.icon("plus", colour_token="on_trust", size=16))  # noqa: S106
        self.add.clicked.connect(self._presenter.start_adding)
        self._refusal = Refusal(theme, icons)
        self._add_card = Card(self.tr("Add someone"))
        self.add_form = PersonForm(self.tr("Add"))
        self.add_form.kept.connect(lambda: self._keep(self.add_form))
        self.add_form.cancelled.connect(self._presenter.close_form)
        self._add_card.body.addWidget(self.add_form)
        self._add_card.hide()
        self.empty = EmptyState(
            self.tr(
                "The people your pages are about will be here. You could begin with one of them, or with yourself."
            ),
            self.tr("Add someone"),
        )
        self.empty.action_requested.connect(self._presenter.start_adding)
        self.fold = Button("", "quiet")
        self.fold.setCheckable(True)
        self.fold.clicked.connect(self._presenter.toggle_archived)
        self._lay_out()
        theme.changed.connect(self._fit)
        self.render_state(self._presenter.state)

    @override
    def title(self) -> str:
        return self.tr("People")

    @override
    def visit(self, place: Place) -> None:
        self._wanted = place.item if place.item != "new" else None
        self._presenter.read()
        if place.item == "new":
            self._presenter.start_adding()

    @override
    def refresh(self, changed: Changed) -> None:
        self._presenter.refresh(changed)

    @override
    def first_focus(self) -> QWidget:
        state = self._presenter.state
        if state.is_adding:
            return self.add_form.name
        return self.add if self.add.isVisibleTo(self) else self.empty.action

    def card(self, person: PersonId) -> PersonCard:
        """Somebody's card."""
        return self._cards[person]

    def render_state(self, state: PeopleState) -> None:
        """Show this state."""
        is_empty = state.is_read and not (state.present or state.archived or state.is_adding)
        self.empty.setVisible(is_empty)
        self.add.setVisible(not is_empty and not state.is_adding and state.editing is None)
        self._render_add_form(state)
        form_words = self._form_words(state)
        self._fill(self._present, state.present, state, form_words)
        self._fill(self._archived, state.archived if state.shows_archived else (), state, form_words)
        self.fold.setVisible(bool(state.archived))
        self.fold.setChecked(state.shows_archived)
        self.fold.setText(self.tr("%n archived", "", len(state.archived)))
        self.fold.setIcon(
            self._icons.icon("chevron-down" if state.shows_archived else "chevron-right", colour_token="ink_soft")  # noqa: S106
        )
        self.fold.setAccessibleDescription(self.tr("shown") if state.shows_archived else self.tr("folded away"))
        everybody = {person.id for person in (*state.present, *state.archived)}
        for gone in [person for person in self._cards if person not in everybody]:
            self._cards.pop(gone).deleteLater()
        is_about_page = isinstance(state.trouble, Exception) and not form_words
        self._refusal.say(sentence(state.trouble) if is_about_page and isinstance(state.trouble, Exception) else None)

        self._go_to_wanted(state)

    def _go_to_wanted(self, state: PeopleState) -> None:
        """Bring the card of whoever was asked for into sight, once it is there."""
        person = next((one for one in (*state.present, *state.archived) if str(one.id) == self._wanted), None)
        if person is None:
            return
        if person.is_archived and not state.shows_archived:
            self._presenter.toggle_archived()
            return
        self._wanted = None
        card = self._cards[person.id]
        self._scroll.ensureWidgetVisible(card)
        button = card.bring_back if person.is_archived else card.edit
        button.setFocus(Qt.FocusReason.OtherFocusReason)

    def _render_add_form(self, state: PeopleState) -> None:
        was_adding = not self._add_card.isHidden()
        self._add_card.setVisible(state.is_adding)
        if state.is_adding and not was_adding:
            self.add_form.begin(None)
        elif was_adding and not state.is_adding:
            self.add.setFocus(Qt.FocusReason.OtherFocusReason)
        if state.is_adding:
            self.add_form.set_problem(self._form_words(state))

    def _form_words(self, state: PeopleState) -> str:
        """What is amiss with the open form; empty where none is open, or nothing is."""
        if state.trouble is None or not (state.is_adding or state.editing is not None):
            return ""
        if isinstance(state.trouble, Need):
            return self.tr("A name or a nickname is needed here.")
        told = sentence(state.trouble)
        return f"{told.title}. {told.next_step}"

    def _fill(self, column: QVBoxLayout, people: Sequence[Person], state: PeopleState, form_words: str) -> None:
        wanted = [self._card_of(person) for person in people]
        for index in range(column.count() - 1, -1, -1):
            item = column.itemAt(index)
            widget = item.widget() if item is not None else None
            if widget is not None and widget not in wanted:
                column.removeWidget(widget)
                widget.hide()
        for index, (person, card) in enumerate(zip(people, wanted, strict=True)):
            if column.indexOf(card) != index:
                column.insertWidget(index, card)
            is_edited = state.editing == person.id
            card.show_person(person, is_edited=is_edited, problem=form_words if is_edited else "")
            card.show()

    def _card_of(self, person: Person) -> PersonCard:
        if person.id not in self._cards:
            card = PersonCard(person.id, self._theme)
            card.set_narrow(narrow=self._is_narrow)
            card.edit_wanted.connect(self._presenter.start_editing)
            card.archive_wanted.connect(self._presenter.archive)
            card.return_wanted.connect(self._presenter.bring_back)
            card.kept.connect(self._keep)
            card.cancelled.connect(self._presenter.close_form)
            self._cards[person.id] = card
        return self._cards[person.id]

    def _keep(self, form: PersonForm) -> None:
        self._presenter.keep(form.name.text(), form.role)

    def _on_archived(self, person: Person) -> None:
        self.toast_requested.emit(
            ToastMessage(
                self.tr("{name} is archived. Everything written about them stays.").format(name=person.name),
                self.tr("Undo"),
                lambda: self._presenter.bring_back(person.id),
            )
        )
        self.add.setFocus(Qt.FocusReason.OtherFocusReason)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        directions = QBoxLayout.Direction
        self._head.setDirection(directions.TopToBottom if self._is_narrow else directions.LeftToRight)
        self._head.update()  # turning it alone leaves the layouts around it with the old heights
        for card in self._cards.values():
            card.set_narrow(narrow=self._is_narrow)

    @property
    def _is_narrow(self) -> bool:
        return self.width() < self._theme.sp(NARROW_UNDER)

    def _lay_out(self) -> None:
        head = self._head = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        head.setSpacing(S16)
        words = QVBoxLayout()
        words.setSpacing(S4)
        words.addWidget(PageTitle(self.title()))
        words.addWidget(SoftLabel(self.tr("Whoever your pages are about, by the names you give them.")))
        head.addLayout(words, 1)
        # To one side as well: else, under the words, the whole column is as narrow as the button.
        head.addWidget(self.add, 0, Qt.AlignmentFlag.AlignLeading | Qt.AlignmentFlag.AlignBottom)
        self._present = QVBoxLayout()
        self._archived = QVBoxLayout()
        for column in (self._present, self._archived):
            column.setSpacing(S12)
        scroll = self._scroll = ScrollColumn(WIDEST)
        scroll.body.setSpacing(S16)
        scroll.body.addLayout(head)
        scroll.body.addWidget(self._refusal)
        scroll.body.addWidget(self._add_card)
        scroll.body.addLayout(self._present)
        scroll.body.addWidget(self.empty)
        scroll.body.addSpacing(S24 - S16)
        scroll.body.addWidget(self.fold)
        scroll.body.addLayout(self._archived)
        scroll.body.addStretch(1)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(scroll)
