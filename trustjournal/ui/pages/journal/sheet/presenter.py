"""Decides what is on the sheet: which entry, what becomes of its words, and how to get a deleted one back.

Knows no widgets. The words themselves live in the editor while they are written; the presenter asks for them
(`take_words`) whenever they have to go somewhere: at a pause, before another entry, before the page is left.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date

from trustjournal.domain.entry import Entry
from trustjournal.domain.found import KnownNames
from trustjournal.domain.ids import EntryId, PersonId, ServedPromptId
from trustjournal.domain.moment import Moment
from trustjournal.domain.mood import FEELING_WORDS
from trustjournal.domain.person import Person, Role
from trustjournal.domain.word_count import count_words
from trustjournal.services.finding import FindingService
from trustjournal.services.people import PeopleService
from trustjournal.services.prompting import PromptService
from trustjournal.services.writing import WritingService
from trustjournal.ui.kit.tasks import TaskHandle, Tasks
from trustjournal.ui.pages.journal.sheet.link import Link, one_more
from trustjournal.ui.pages.journal.sheet.state import TOP, Deleted, JournalState, Known, Sheet, Spot, Words
from trustjournal.ui.parts.save_keeper import KeptBoth, SaveKeeper, SaveState

COUNTED_AT_ONCE = 30_000
"""The words of a text with more characters than this are counted off the window's thread."""


class JournalPresenter:
    """Opens, starts, keeps and deletes entries. `show` gets each new state, `tell` an error to put into words."""

    def __init__(
        self,
        *,
        writing: WritingService,
        finding: FindingService,
        people: PeopleService,
        prompting: PromptService,
        keeper: SaveKeeper,
        tasks: Tasks,
        show: Callable[[JournalState], None],
        tell: Callable[[Exception], None],
        take_words: Callable[[], Words | None],
    ) -> None:
        self._writing = writing
        self._finding = finding
        self._people = people
        self._prompting = prompting
        self._keeper = keeper
        self._tasks = tasks
        self._show = show
        self._tell = tell
        self._take_words = take_words
        self._state = JournalState(save=keeper.state)
        self._on_the_way: dict[EntryId, Entry] = {}
        self._opening: TaskHandle | None = None
        self._showings = 0
        self._counting = 0

    @property
    def state(self) -> JournalState:
        """What is shown now."""
        return self._state

    @property
    def entry(self) -> Entry | None:
        """The entry on the sheet, with the words it had when they were last asked for."""
        return self._state.sheet.entry if self._state.sheet else None

    def is_blank(self) -> bool:
        """Nothing was written on the sheet yet, so there is nothing to come back to."""
        sheet = self._state.sheet
        return sheet is not None and sheet.is_untouched and not self._state.is_dirty

    # Which entry ------------------------------------------------------------------------------

    def open(self, entry_id: EntryId, spot: Spot = TOP, *, wants_keyboard: bool = False) -> None:
        """Put an entry on the sheet; what was on it is handed over first."""
        if self.entry is not None and self.entry.id == entry_id:
            self._stop_opening()
            return
        self.keep_words()
        held = {entry.id: entry for entry in self._keeper.held}  # also what another page handed over
        newest = held.get(entry_id) or self._on_the_way.get(entry_id)
        if newest is not None:  # its newest words are not stored yet: what is stored would be too old
            self._put_on_sheet(newest, spot, wants_keyboard=wants_keyboard)
            return

        def read(entry: Entry | None) -> None:
            if entry is not None:
                self._put_on_sheet(entry, spot, wants_keyboard=wants_keyboard)

        self._begin_opening(lambda: self._writing.entry(entry_id), read)

    def start(self, served: ServedPromptId | None = None, day: date | None = None) -> None:
        """Put an empty sheet up, begun from a prompt or from nothing, of today or of another day.

        It is stored when something is written on it.
        """
        self.keep_words()

        def blank() -> Entry:
            return self._writing.blank(self._prompting.served(served) if served is not None else None, day)

        def made(entry: Entry) -> None:
            self._put_on_sheet(entry, Spot(), wants_keyboard=True)

        self._begin_opening(blank, made)

    def begin_with(self, words: Words) -> None:
        """Words were put on the blank sheet to begin with; while nothing else is on it, it counts as blank."""
        if self._state.sheet is not None:
            self._update(replace(self._state, sheet=replace(self._state.sheet, begun_with=words)))

    def read_names(self) -> None:
        """Read whom and what an entry can be linked to."""
        self._tasks.run(
            lambda: (self._people.people(archived=True), self._finding.known_names()),
            owner=self,
            done=self._on_names_read,
        )

    # What becomes of words --------------------------------------------------------------------

    def words_changed(self) -> None:
        """Something was typed: nothing is said to be saved until it is."""
        if not self._state.is_dirty and self._state.sheet is not None:
            self._update(replace(self._state, is_dirty=True))

    def keep_words(self) -> None:
        """Hand what was typed to the save keeper: at a pause, and before the words leave the sheet."""
        words = self._take_words() if self._state.sheet is not None else None
        if words is not None and self._state.sheet is not None:
            self._count(words.text)
            self._keep(replace(self._state.sheet.entry, title=words.title, text=words.text))
        if self._state.is_dirty:
            self._update(replace(self._state, is_dirty=False))

    def set_moment(self, moment: Moment) -> None:
        """Say when the entry was written; the list follows."""
        self._change(moment=moment)

    def set_tags(self, tags: tuple[str, ...]) -> None:
        """Replace the entry's tags."""
        self._change(tags=tags)

    def set_people(self, people: tuple[PersonId, ...]) -> None:
        """Replace the people the entry is linked to."""
        self._change(people=people)

    def set_feelings(self, feelings: tuple[str, ...]) -> None:
        """Replace how the entry felt."""
        self._change(feelings=feelings)

    def set_starred(self, starred: bool) -> None:
        """Star the entry, or take the star away."""
        self._change(is_starred=starred)

    def set_draft(self, draft: bool) -> None:
        """Say whether the entry is not finished yet."""
        self._change(is_draft=draft)

    def set_stays_away(self, stays_away: bool) -> None:
        """Never bring the entry back unasked, or allow it again."""
        self._change(stays_away=stays_away)

    def set_for_therapy(self, for_therapy: bool) -> None:
        """Keep the entry for therapy, or no longer."""
        self._change(is_for_therapy=for_therapy)

    def add_link(self, link: Link) -> None:
        """Add a person, a tag or a feeling that was chosen."""
        if link.person is not None:
            self.add_person(link.person)
        elif link.tag is not None:
            self.add_tag(link.tag)
        elif link.feeling is not None:
            self.add_feeling(link.feeling)
        elif link.new_person is not None:
            self.add_new_person(link.new_person)

    def add_feeling(self, word: str) -> None:
        """Give the entry one more feeling; written like one it knows, it is that one."""
        if self.entry is not None:
            self.set_feelings(one_more(self.entry.feelings, word, self._state.known.feelings))

    def add_tag(self, tag: str) -> None:
        """Give the entry one more tag; written like one it knows, it is that one."""
        if self.entry is not None:
            self.set_tags(one_more(self.entry.tags, tag, self._state.known.tags))

    def add_person(self, person: PersonId) -> None:
        """Link the entry to one more person."""
        if self.entry is not None and person not in self.entry.people:
            self.set_people((*self.entry.people, person))

    def add_new_person(self, name: str) -> None:
        """Make somebody the journal does not know yet, as *someone else*, and link the entry to them."""
        entry = self.entry
        if entry is None:
            return
        entry_id = entry.id

        def made(person: Person) -> None:
            self.read_names()
            if self.entry is not None and self.entry.id == entry_id:
                self.add_person(person.id)

        self._tasks.run(lambda: self._people.named(name, Role.OTHER), owner=self, done=made, failed=self._tell)

    def store_for_attachment(
        self, entry: Entry, done: Callable[[EntryId], None], failed: Callable[[Exception], None]
    ) -> None:
        """Have every word stored, and the entry itself even where it is blank; then tell its id, or why not."""
        if self.entry is not None and self.entry.id == entry.id:
            self.keep_words()
            entry = self.entry
        if entry.revision == 0 and entry.id not in self._on_the_way:
            self._hand_over(replace(entry, keeps_blank=True))
        self._keeper.flush(lambda: done(entry.id), failed)

    def retry(self) -> None:
        """Try again to store what could not be stored."""
        self.keep_words()
        self._keeper.retry()

    # Deleting ---------------------------------------------------------------------------------

    def delete(self, spot: Spot, done: Callable[[Deleted], None]) -> None:
        """Delete the entry on the sheet; `done` gets what `undo_delete` needs."""
        words, sheet = self._take_words(), self._state.sheet
        if sheet is None:
            return
        entry = sheet.entry if words is None else replace(sheet.entry, title=words.title, text=words.text)
        deleted = Deleted(entry, spot)
        was_handed_over = entry.revision > 0 or entry.id in self._on_the_way
        self._keeper.forget(entry.id)
        self._on_the_way.pop(entry.id, None)
        self._update(replace(self._state, sheet=None, words=0, is_dirty=False))
        if not was_handed_over:
            if not replace(sheet, entry=entry).is_untouched:
                done(deleted)
            return

        def failed(error: Exception) -> None:
            self.undo_delete(deleted)
            self._tell(error)

        self._tasks.run(lambda: self._writing.delete(entry.id), owner=self, done=lambda _: done(deleted), failed=failed)

    def undo_delete(self, deleted: Deleted) -> None:
        """Bring a deleted entry back, with its caret where it was."""
        self.keep_words()
        held = deleted.entry

        def bring_back() -> Entry:
            if self._writing.entry(held.id) is None and held.revision == 0:
                return held
            return self._writing.undo_delete(held.id)

        def back(stored: Entry) -> None:
            entry = replace(held, revision=stored.revision)
            self._put_on_sheet(entry, deleted.spot, wants_keyboard=True)
            if entry != stored or entry.revision == 0:
                self._hand_over(entry)  # words that were not stored yet when it was deleted

        self._begin_opening(bring_back, back)

    # What the save keeper says ------------------------------------------------------------------

    def on_save_state_changed(self, state: SaveState) -> None:
        """Saying *saved* is the keeper's right alone."""
        self._update(replace(self._state, save=state))

    def on_stored(self, stored: Entry) -> None:
        """Go on from the revision that is stored now."""
        if self._keeper.is_stored(stored.id):
            self._on_the_way.pop(stored.id, None)
        elif stored.id in self._on_the_way:
            self._on_the_way[stored.id] = replace(self._on_the_way[stored.id], revision=stored.revision)
        sheet = self._state.sheet
        if sheet is not None and sheet.entry.id == stored.id:
            self._update(
                replace(self._state, sheet=replace(sheet, entry=replace(sheet.entry, revision=stored.revision)))
            )

    def take_over(self) -> None:
        """What is around the words was changed elsewhere, or the entry was deleted: show what is stored now."""
        entry = self.entry
        if entry is None:
            return

        def read(stored: Entry | None) -> None:
            sheet = self._state.sheet
            if sheet is None or sheet.entry.id != entry.id:
                return
            if stored is None:
                self.keep_words()  # what was typed in that moment becomes an entry of its own
                self._update(replace(self._state, sheet=None, words=0, is_dirty=False))
            elif stored.revision > sheet.entry.revision:
                kept = replace(stored, title=sheet.entry.title, text=sheet.entry.text)
                self._update(replace(self._state, sheet=replace(sheet, entry=kept)))

        self._tasks.run(lambda: self._writing.entry(entry.id), owner=self, done=read)

    def on_kept_both(self, kept: KeptBoth) -> None:
        """The words on the sheet are an entry of their own now; go on with that one."""
        held = self._on_the_way.pop(kept.original, None)
        if held is not None:
            self._on_the_way[kept.copy] = replace(held, id=kept.copy, revision=0)
        sheet = self._state.sheet
        if sheet is not None and sheet.entry.id == kept.original:
            entry = replace(sheet.entry, id=kept.copy, revision=0)
            self._update(replace(self._state, sheet=replace(sheet, entry=entry)))

    # Inside -----------------------------------------------------------------------------------

    def _begin_opening(self, work: Callable[[], Entry | None], done: Callable[[Entry], None]) -> None:
        self._stop_opening()

        def read(entry: Entry | None) -> None:
            if entry is not None:
                done(entry)

        self._opening = self._tasks.run(work, owner=self, done=read, failed=self._tell)

    def _stop_opening(self) -> None:
        if self._opening is not None:
            self._opening.cancel()
            self._opening = None

    def _put_on_sheet(self, entry: Entry, spot: Spot, *, wants_keyboard: bool) -> None:
        self.keep_words()  # typed while the entry was being read
        self._stop_opening()
        self._showings += 1
        self._update(
            replace(
                self._state,
                sheet=Sheet(entry, self._showings, spot, wants_keyboard),
                words=0,
                is_dirty=False,
            )
        )
        self._count(entry.text)

    def _change(self, **fields: object) -> None:
        self.keep_words()
        sheet = self._state.sheet
        if sheet is None:
            return
        entry = replace(sheet.entry, **fields)  # type: ignore[arg-type]  # each caller names a field and its type
        if entry != sheet.entry:
            self._keep(entry)

    def _keep(self, entry: Entry) -> None:
        sheet = self._state.sheet
        if sheet is not None and sheet.entry.id == entry.id:
            if entry == sheet.entry and entry.revision > 0 and entry.id not in self._on_the_way:
                return
            sheet = replace(sheet, entry=entry)
            self._update(replace(self._state, sheet=sheet, is_dirty=False))
            if sheet.is_untouched and entry.id not in self._on_the_way:
                return  # nobody has written on it: it leaves no trace
        self._hand_over(entry)

    def _hand_over(self, entry: Entry) -> None:
        self._on_the_way[entry.id] = entry
        self._keeper.put(entry)

    def _count(self, text: str) -> None:
        self._counting += 1
        counting = self._counting

        def counted(words: int) -> None:
            if counting == self._counting and words != self._state.words:
                self._update(replace(self._state, words=words))

        if len(text) <= COUNTED_AT_ONCE:
            counted(count_words(text))
        else:
            self._tasks.run(lambda: count_words(text), owner=self, done=counted)

    def _on_names_read(self, read: tuple[tuple[Person, ...], KnownNames]) -> None:
        people, names = read
        feelings = tuple(dict.fromkeys((*names.feelings, *(one for words in FEELING_WORDS.values() for one in words))))
        self._update(replace(self._state, known=Known(people, names.tags, feelings)))

    def _update(self, state: JournalState) -> None:
        if state != self._state:
            self._state = state
            self._show(state)
