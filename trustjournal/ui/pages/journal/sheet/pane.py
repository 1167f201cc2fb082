"""The right half of the page: a bar, strips that come and go, and under them the sheet of paper."""

from __future__ import annotations

from PySide6.QtCore import QElapsedTimer, QLocale, Qt, QTimer, Signal
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from trustjournal.domain.entry import Entry
from trustjournal.domain.guide import Guide
from trustjournal.domain.template import first_free_place
from trustjournal.ui.kit.divider import Divider
from trustjournal.ui.kit.empty_state import EmptyState
from trustjournal.ui.kit.icons import Icons
from trustjournal.ui.kit.style_property import set_style_property
from trustjournal.ui.kit.theme import Theme
from trustjournal.ui.pages.journal.sheet.bar import SheetBar
from trustjournal.ui.pages.journal.sheet.finding import REPLACE_KEYS, FindingInEntry
from trustjournal.ui.pages.journal.sheet.keys import ListKeys
from trustjournal.ui.pages.journal.sheet.keys_popover import KeysPopover
from trustjournal.ui.pages.journal.sheet.mark_actions import MarkActions
from trustjournal.ui.pages.journal.sheet.menu import MenuSection, named
from trustjournal.ui.pages.journal.sheet.paper import Paper
from trustjournal.ui.pages.journal.sheet.presenter import JournalPresenter
from trustjournal.ui.pages.journal.sheet.putting import put_text
from trustjournal.ui.pages.journal.sheet.state import JournalState, Known, Words
from trustjournal.ui.pages.journal.sheet.strips import Strips
from trustjournal.ui.pages.journal.sheet.toolbar import FormatBar
from trustjournal.ui.pages.journal.sheet.words import closing_step, moment_label, quotation, saved_label
from trustjournal.ui.pages.journal.sheet.writing_actions import WritingActions
from trustjournal.ui.parts.editor import clean_line
from trustjournal.ui.parts.editor.clean import units
from trustjournal.ui.parts.save_keeper import SavePhase

PAUSE_MS = 500
"""A pause in typing this long hands the words over."""
LONGEST_WAIT_MS = 1_000
"""Somebody who types without a pause has their words handed over this often …"""
LONGEST_WAIT_LONG_MS = 5_000
"""… or this often, where the text is so long that storing it takes a while."""
LONG_TEXT = 300_000


class SheetPane(QWidget):
    """Shows a `JournalState`, and tells its presenter what the person does."""

    list_requested = Signal()
    """Narrow windows: back to the list."""
    delete_requested = Signal()
    new_requested = Signal()
    quiet_requested = Signal()
    """Begin focus mode, or end it."""
    history_requested = Signal()
    """Earlier versions of this entry are wished for."""
    print_requested = Signal()

    def __init__(self, theme: Theme, icons: Icons, guide: Guide, zone_here: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._guide = guide
        self._zone_here = zone_here
        self._presenter: JournalPresenter | None = None
        self._showing = 0
        self._shown: tuple[Entry, Known] | None = None
        self._is_dirty = False
        self._pause = QTimer(self, singleShot=True, interval=PAUSE_MS)
        self._pause.timeout.connect(self.pause_now)
        self._since = QElapsedTimer()

        self.bar = SheetBar(icons)
        self.list_button, self.menu_button = self.bar.list_button, self.bar.menu_button
        self.retry_button, self.status = self.bar.retry_button, self.bar.status
        self.menu = self.bar.menu
        self.paper = Paper(theme, icons)
        self.head = self.paper.head
        self.text = self.paper.text
        self.writing = WritingActions(self.text, icons)
        self._list_keys = ListKeys(self.text, self.writing.commands)
        self.formats = FormatBar(self.text, self.writing, icons)
        self.bar.put_formats(self.formats)
        self.finding = FindingInEntry(self, self.text, theme, icons)
        self.strips = Strips()
        self.strips.add(self.finding.bar)
        written = QWidget()
        self._column = column = QVBoxLayout(written)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.bar)
        self._divider = Divider()
        column.addWidget(self._divider)
        column.addWidget(self.strips)
        column.addWidget(self.paper, 1)
        self.empty = EmptyState("", self.tr("New entry"))
        self._stack = QStackedWidget()
        self._stack.addWidget(self.empty)
        self._stack.addWidget(written)
        self._cover: QWidget | None = None
        self._outer = outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(self._stack)
        self._fill_menu(icons)

        self.empty.action_requested.connect(self.new_requested)
        self.list_button.clicked.connect(self.list_requested)
        self.bar.history_button.clicked.connect(self.history_requested)
        self.retry_button.clicked.connect(self._on_retry_button_clicked)
        self.text.edited.connect(self._on_edited)
        self.head.title.textEdited.connect(self._on_edited)
        self.text.left.connect(self.pause_now)
        self.head.title.left.connect(self.pause_now)

    def _fill_menu(self, icons: Icons) -> None:
        add, section = self.menu.add, MenuSection
        add(section.ENTRY, self.tr("Change date and time…"), self.head.meta.change_moment, icon=icons.icon("calendar"))
        add(
            section.ENTRY,
            self.tr("Add a person, a tag or a feeling…"),
            self.head.meta.add_link,
            icon=icons.icon("tag"),
        )
        self.marks = MarkActions(self, self.menu)
        self.formats_menu = self.writing.menu(self.menu)
        self.menu.add_menu(section.WRITING, self.formats_menu)
        add(section.WRITING, self.tr("Find in this entry…"), self.finding.ask, keys=named("Ctrl+F"))
        add(section.WRITING, self.tr("Replace in this entry…"), self.finding.ask_to_replace, keys=named(REPLACE_KEYS))
        add(section.WRITING, self.tr("Keys for writing…"), self.show_keys)
        self.quiet_action = add(section.SEEING, "", self.quiet_requested.emit)
        self.say_quiet(quiet=False)
        add(section.KEEPING, self.tr("History…"), self.history_requested.emit)
        add(section.KEEPING, self.tr("Print, or save as PDF…"), self.print_requested.emit, keys="Ctrl+P")
        self.delete_action = add(
            section.ENDING, self.tr("Delete entry"), self.delete_requested.emit, icon=icons.icon("trash")
        )

    def show_keys(self) -> None:
        """List the keys for writing."""
        KeysPopover(self.menu_button, self._theme, self.writing).open_below()

    def follow(self, presenter: JournalPresenter) -> None:
        """Let `presenter` decide what is on the sheet."""
        self._presenter = presenter
        meta = self.head.meta
        meta.moment_changed.connect(presenter.set_moment)
        meta.people_changed.connect(presenter.set_people)
        meta.tags_changed.connect(presenter.set_tags)
        meta.feelings_changed.connect(presenter.set_feelings)
        meta.link_chosen.connect(presenter.add_link)
        for changed in (meta.star_changed, self.marks.star_changed):
            changed.connect(presenter.set_starred)
        for changed in (meta.draft_changed, self.marks.draft_changed):
            changed.connect(presenter.set_draft)
        for changed in (meta.therapy_changed, self.marks.therapy_changed):
            changed.connect(presenter.set_for_therapy)

    # Showing ----------------------------------------------------------------------------------

    def show_state(self, state: JournalState) -> None:
        """Show a state; the words in the fields are touched only where another entry comes up."""
        sheet = state.sheet
        self.head.meta.set_known(state.known)
        if sheet is None:
            self._forget_typing()
            self._stack.setCurrentIndex(0)
            self._showing = 0
            self._shown = None
            return
        entry = sheet.entry
        if (entry, state.known) != self._shown:  # each autosave shows a few states, and most have the same entry
            self._shown = (entry, state.known)
            quoted = quotation(entry.prompt, self._guide) if entry.prompt is not None else ""
            closing = closing_step(entry.prompt, self._guide) if entry.prompt is not None else ""
            self.marks.show_entry(entry)
            self.head.show_entry(entry, moment_label(entry.moment, self._zone_here), quoted, closing)
        self._stack.setCurrentIndex(1)
        if sheet.showing != self._showing:
            self._showing = sheet.showing
            self._forget_typing()
            self.paper.put_words(entry.title, entry.text, sheet.spot)
            self.finding.finder.text_changed()
            if sheet.wants_keyboard:
                self.paper.focus_words(in_title=sheet.spot.in_title)
        self._show_status(state)

    def put_below(self, strip: QWidget) -> None:
        """Put something under the sheet of paper that comes and goes."""
        self._column.addWidget(strip)

    def cover(self, view: QWidget | None) -> None:
        """Show something in place of the sheet; None: the sheet again, as it was."""
        if self._cover is not None:
            self._cover.hide()
        self._cover = view
        self._stack.setVisible(view is None)
        if view is not None:
            self._outer.addWidget(view)
            view.show()

    def replace_words(self, words: Words) -> None:
        """Put other words in the place of those on the sheet, as if they had been typed."""
        self.head.set_title(words.title)
        put_text(self.paper, words.text)
        self._on_edited()

    def begin_with(self, words: Words) -> None:
        """Put words on the blank sheet, as one step to undo, with the caret at the first place they leave free."""
        if self._presenter is None:
            return
        self.head.set_title(words.title)
        self.text.replace_range(0, self.text.document().characterCount(), words.text)
        text = self.text.text()
        self.text.set_cursor_position(units(text[: first_free_place(text)]))
        self._presenter.begin_with(Words(clean_line(self.head.title.text()), text))
        self.pause_now()
        self.text.setFocus(Qt.FocusReason.OtherFocusReason)

    def say_empty(self, sentence: str) -> None:
        """What the sheet says while no entry is on it."""
        self.empty.set_sentence(sentence)

    def say_quiet(self, *, quiet: bool) -> None:
        """Let the menu offer focus mode, or the way out of it; the window hears the key, the menu only names it."""
        words = self.tr("Show everything") if quiet else self.tr("Focus mode")
        self.quiet_action.setText(f"{words}\tF11")
        self.bar.set_quiet(quiet=quiet)
        self.formats.set_quiet(quiet=quiet)
        self._divider.setHidden(quiet)

    def _show_status(self, state: JournalState) -> None:
        words = self.tr("%n word(s)", "", state.words).replace(str(state.words), QLocale().toString(state.words))
        words = words if state.words else ""
        self.status.setText(" · ".join(part for part in (saved_label(state), words) if part))
        has_failed = state.save.phase is SavePhase.FAILED
        set_style_property(self.status, "tone", "problem" if has_failed else "")
        self.retry_button.setVisible(has_failed)

    # Typing -----------------------------------------------------------------------------------

    def take_words(self) -> Words | None:
        """What was typed since it was last asked for; nothing, if nothing was."""
        if not self._is_dirty:
            return None
        self._forget_typing()
        return Words(clean_line(self.head.title.text()), self.text.text())

    def _on_edited(self) -> None:
        if self._presenter is None:
            return
        if not self._is_dirty:
            self._is_dirty = True
            self._since.start()
            self._presenter.words_changed()
        is_long = self.text.document().characterCount() > LONG_TEXT
        if self._since.elapsed() >= (LONGEST_WAIT_LONG_MS if is_long else LONGEST_WAIT_MS):
            # Not inside the key press: the letter is painted first.
            self._pause.start(0)
        else:
            self._pause.start(PAUSE_MS)

    def pause_now(self) -> None:
        """Hand over what was typed, as after a pause."""
        if self._is_dirty and self._presenter is not None:
            self._presenter.keep_words()

    def _forget_typing(self) -> None:
        self._is_dirty = False
        self._pause.stop()

    def _on_retry_button_clicked(self) -> None:
        if self._presenter is not None:
            self._presenter.retry()
