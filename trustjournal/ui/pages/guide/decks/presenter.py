"""Decides what the view of own prompts shows and carries out what is wished there. Knows no widgets."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import TypeVar
from uuid import uuid4

from trustjournal.domain.change import Changed
from trustjournal.domain.deck import Deck, OwnPrompt, has_words, one_line
from trustjournal.domain.ids import DeckId, OwnPromptId
from trustjournal.domain.place import Place
from trustjournal.services.decks import DeckService, read_deck_file, write_deck_file
from trustjournal.services.prompt_overview import PromptOverviewService
from trustjournal.services.prompting import PromptService
from trustjournal.ui.kit.tasks import Tasks
from trustjournal.ui.pages.guide.decks.state import (
    ROWS_AT_ONCE,
    DecksState,
    Incoming,
    NameForm,
    Need,
    News,
    NewsKind,
    PromptForm,
)
from trustjournal.ui.pages.guide.decks.typed import Typed, filled

T = TypeVar("T")

_Read = tuple[tuple[Deck, ...], frozenset[str]]
"""Every deck, and the ids of the prompts that were set aside."""


class DecksPresenter:
    """Keeps one form, one file that comes in and one that goes out, at most.

    Files are read and written with `aside`, so that a slow disk does not keep the journal waiting. `first_deck` is what
    a deck is called that is made for somebody's first prompt.
    """

    def __init__(
        self,
        *,
        decks: DeckService,
        prompting: PromptService,
        prompt_overview: PromptOverviewService,
        tasks: Tasks,
        aside: Tasks,
        first_deck: str,
        show: Callable[[DecksState], None],
        tell: Callable[[News], None],
    ) -> None:
        self._decks = decks
        self._prompting = prompting
        self._overviews = prompt_overview
        self._tasks = tasks
        self._aside = aside
        self._first_deck = first_deck
        self._show = show
        self._tell = tell
        self._forms = 0
        self._state = DecksState()

    @property
    def state(self) -> DecksState:
        """What is shown now."""
        return self._state

    def read(self) -> None:
        """Look at the journal."""
        self._tasks.run(self._what_is_there, owner=self, done=self._on_read, failed=self._failed)

    def refresh(self, changed: Changed) -> None:
        """Something changed."""
        if changed is Changed.PROMPTS:
            self.read()

    def toggle(self, deck: DeckId) -> None:
        """Open a deck, or close it."""
        self._set(open=None if self._state.open == deck else deck, rows=ROWS_AT_ONCE)

    def show_more(self) -> None:
        """Show the next prompts of the open deck."""
        self._set(rows=self._state.rows + ROWS_AT_ONCE)

    def unfold(self, prompt: OwnPrompt) -> None:
        """Open a deep prompt that is folded away."""
        if prompt.id is not None:
            self._set(unfolded=self._state.unfolded | {prompt.id})

    # Forms ------------------------------------------------------------------------------------

    def start_prompt(self, deck: DeckId | None = None) -> None:
        """Open an empty form, for this deck; else for the open one, else for the first."""
        goal = self._state.deck(deck) or self._state.deck(self._state.open) or next(iter(self._state.decks), None)
        self._open_prompt(OwnPrompt(""), None if goal is None else goal.id)

    def start_changing(self, prompt: OwnPrompt, deck: DeckId) -> None:
        """Open the form of a prompt."""
        self._open_prompt(prompt, deck)

    def start_naming(self, deck: DeckId | None = None) -> None:
        """Ask for the name of a deck; None: of a new one."""
        self._forms += 1
        self._set(form=NameForm(self._forms, deck), trouble=None)

    def keep_prompt(self, typed: Typed) -> None:
        """Keep the prompt that the open form says, and close it."""
        form = self._state.form
        if not isinstance(form, PromptForm):
            return
        if has_words(one_line(typed.text)):
            self._keep_prompt(form, filled(form.prompt, typed), typed.deck)
        else:
            self._set(trouble=Need.WORDS)

    def keep_name(self, name: str) -> None:
        """Keep the name that the open form says, and close it."""
        form = self._state.form
        if not isinstance(form, NameForm):
            return
        if not has_words(one_line(name)):
            self._set(trouble=Need.NAME)
            return
        named = replace(self._state.deck(form.deck) or Deck(""), name=name)
        self._run(lambda: (self._decks.save(named).id, self._what_is_there()), lambda kept: self._on_kept(form, *kept))

    def leave_prompt(self, typed: Typed) -> None:
        """Leave the form; words that were typed in it can be brought back."""
        form = self._state.form
        self.close_form()
        if isinstance(form, PromptForm) and _has_news(form, typed):
            left = filled(form.prompt, typed)
            self._tell(News(NewsKind.NOT_KEPT, lambda: self._open_prompt(left, typed.deck)))

    def close_form(self) -> None:
        """Leave the form with what is in it."""
        self._set(form=None, trouble=None)

    def settle_prompt(self, typed: Typed) -> None:
        """Keep the words of an open form without asking: another page is coming, or another form, or a lock."""
        form = self._state.form
        if isinstance(form, PromptForm) and _has_news(form, typed):
            self.keep_prompt(typed)
        else:
            self.close_form()

    def settle_name(self, name: str) -> None:
        """The same for a name."""
        if has_words(one_line(name)):
            self.keep_name(name)
        else:
            self.close_form()

    # Decks and prompts ------------------------------------------------------------------------

    def switch(self, id_: DeckId, *, is_on: bool) -> None:
        """Let a deck take part in the daily draw, or not."""
        deck = self._state.deck(id_)
        if deck is not None:
            self._run(lambda: self._decks.save(replace(deck, is_on=is_on)), lambda _: self.read())

    def delete_deck(self, id_: DeckId) -> None:
        """Delete a deck with its prompts, and offer to bring it back."""
        deck = self._state.deck(id_)
        if deck is None:
            return

        def undo() -> None:
            self._run(lambda: self._decks.undo_delete(id_), lambda _: self.read())

        def deleted(_: None) -> None:
            self.read()
            self._tell(News(NewsKind.DECK_DELETED, undo, deck.name, len(deck.prompts)))

        self._run(lambda: self._decks.delete(id_), deleted)

    def delete_prompt(self, prompt: OwnPrompt) -> None:
        """Delete a prompt, and offer to bring it back."""
        id_ = prompt.id
        if id_ is None:
            return

        def undo() -> None:
            self._run(lambda: self._decks.undo_delete_prompt(id_), lambda _: self.read())

        def deleted(_: None) -> None:
            self.read()
            self._tell(News(NewsKind.PROMPT_DELETED, undo))

        self._run(lambda: self._decks.delete_prompt(id_), deleted)

    def draw_again(self, prompt: OwnPrompt) -> None:
        """Let the daily draw take a prompt again that was set aside."""
        self._run(lambda: self._overviews.bring_back(prompt.prompt_id), lambda _: self.read())

    def write_about(self, prompt: OwnPrompt, go: Callable[[Place], None]) -> None:
        """Serve a prompt as it is worded now and go where it is written about."""
        self._run(
            lambda: self._prompting.serve(prompt.as_prompt()),
            lambda served: go(Place("journal", "new", {"served": str(served.id)})),
        )

    # Files ------------------------------------------------------------------------------------

    def look_at_file(self, path: Path) -> None:
        """Say what adding a file would do; nothing is added."""
        self._set(incoming=None, trouble=None)

        def looked(file: Deck) -> None:
            self._run(lambda: self._decks.look(file), lambda look: self._set(incoming=Incoming(file, look)))

        self._aside.run(lambda: read_deck_file(path), owner=self, done=looked, failed=self._failed)

    def leave_file(self) -> None:
        """Do not add it."""
        self._set(incoming=None)

    def add_file(self) -> None:
        """Add what was looked at as a new deck, which is off until somebody switches it on."""
        incoming = self._state.incoming
        if incoming is None:
            return

        def added(answer: tuple[Deck, _Read]) -> None:
            deck, (decks, set_aside) = answer
            self._set(incoming=None, decks=decks, set_aside=set_aside, open=deck.id, rows=ROWS_AT_ONCE)
            if deck.id is not None:
                id_ = deck.id

                def undo() -> None:
                    self._run(lambda: self._decks.delete(id_), lambda _: self.read())

                self._tell(News(NewsKind.TAKEN_IN, undo, deck.name, len(incoming.look.new)))

        self._run(lambda: (self._decks.take_in(incoming.file), self._what_is_there()), added)

    def ask_to_save(self, deck: DeckId) -> None:
        """Say first what a file outside the journal means."""
        self._set(outgoing=deck, open=deck, trouble=None)

    def leave_saving(self) -> None:
        """Save no file."""
        self._set(outgoing=None)

    def save_file(self, path: Path) -> None:
        """Put the deck that was asked about into a file."""
        deck = self._state.deck(self._state.outgoing)
        if deck is None:
            return

        def written(_: None) -> None:
            self._succeeded()
            self._set(outgoing=None)
            self._tell(News(NewsKind.WRITTEN_OUT, None, deck.name, len(deck.prompts)))

        self._aside.run(lambda: write_deck_file(path, deck), owner=self, done=written, failed=self._failed)

    # Inside -----------------------------------------------------------------------------------

    def _open_prompt(self, prompt: OwnPrompt, deck: DeckId | None) -> None:
        self._forms += 1
        opened = self._state.open if deck is None else deck
        rows = self._state.rows if opened == self._state.open else ROWS_AT_ONCE
        id_ = prompt.id or OwnPromptId(uuid4())
        self._set(form=PromptForm(self._forms, prompt, deck, id_), open=opened, rows=rows, trouble=None)

    def _keep_prompt(self, form: PromptForm, prompt: OwnPrompt, deck: DeckId | None) -> None:
        def keep() -> tuple[DeckId | None, _Read]:
            # Another deck can have come since the form was opened.
            goal = deck or next((one.id for one in self._decks.all()), None)
            goal = goal or self._decks.save(Deck(self._first_deck)).id
            if goal is not None:
                self._decks.save_prompt(replace(prompt, id=form.id), goal)
            return goal, self._what_is_there()

        def failed(error: Exception) -> None:
            if self._state.form != form:  # it was left, so its words are only here
                self._tell(News(NewsKind.NOT_KEPT, lambda: self._open_prompt(prompt, deck)))
            self._set(trouble=error)

        self._tasks.run(keep, owner=self, done=lambda kept: self._on_kept(form, *kept), failed=failed)

    def _on_kept(self, form: PromptForm | NameForm, deck: DeckId | None, read: _Read) -> None:
        """Look at the deck, and close the form, unless it is another one by now."""
        decks, set_aside = read
        if isinstance(form, PromptForm):
            self._tell(News(NewsKind.KEPT))
        self._set(
            form=None if self._state.form == form else self._state.form,
            decks=decks,
            set_aside=set_aside,
            open=deck,
            rows=self._state.rows if deck == self._state.open else ROWS_AT_ONCE,
            trouble=None,
        )

    def _what_is_there(self) -> _Read:
        return self._decks.all(), self._decks.hidden()

    def _on_read(self, read: _Read) -> None:
        decks, set_aside = read
        opened = self._state.open
        if not self._state.is_read and decks:
            opened = decks[0].id
        self._set(decks=decks, set_aside=set_aside, is_read=True, open=opened)

    def _run(self, work: Callable[[], T], done: Callable[[T], None]) -> None:
        def succeeded(answer: T) -> None:
            self._succeeded()
            done(answer)

        self._tasks.run(work, owner=self, done=succeeded, failed=self._failed)

    def _succeeded(self) -> None:
        """What went wrong before is no news any more; what is amiss with an open form stays with it."""
        if self._state.form is None:
            self._set(trouble=None)

    def _failed(self, error: Exception) -> None:
        self._set(trouble=error)

    def _set(self, **changes: object) -> None:
        state = replace(self._state, **changes)  # type: ignore[arg-type]
        if state != self._state:
            self._state = state
            self._show(state)


def _has_news(form: PromptForm, typed: Typed) -> bool:
    """Whether words stand in the form that are not kept yet."""
    left = filled(form.prompt, typed)
    return left != form.prompt and has_words(left.text)
