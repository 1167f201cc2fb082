"""Where one can be in the session: each page and screen in the states that look different."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date, timedelta
from uuid import UUID, uuid4

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from tests.fakes.clock import FakeClock
from tests.fakes.photos import encoded, picture
from tests.ui.deck_stops import OWN_PROMPTS
from tests.ui.guide_stops import GUIDE
from tests.ui.house import House, greek_exercises
from trustjournal.domain.attachment import AttachmentKind, NewAttachment, picture_text
from trustjournal.domain.clock import moment_now
from trustjournal.domain.entry import Entry
from trustjournal.domain.ids import AttachmentId, EntryId
from trustjournal.domain.memory import OnThisDay
from trustjournal.domain.moment import Moment
from trustjournal.domain.place import Place
from trustjournal.domain.prompt import Intensity, Topic
from trustjournal.domain.template import Template
from trustjournal.errors import (
    StorageFullError,
)
from trustjournal.exchange.photos import clean_photo
from trustjournal.ui.kit.popover import Popover
from trustjournal.ui.pages.help.page import HelpPage
from trustjournal.ui.pages.journal.attachments.album import Album
from trustjournal.ui.pages.journal.attachments.state import Adding
from trustjournal.ui.pages.journal.page import JournalPage
from trustjournal.ui.pages.journal.templates.page_part import PageTemplates
from trustjournal.ui.pages.journal.trash.view import TrashView
from trustjournal.ui.pages.people.page import PeoplePage
from trustjournal.ui.pages.people.person_card import PersonCard
from trustjournal.ui.pages.practice.page import PracticePage
from trustjournal.ui.pages.privacy.page import PrivacyPage
from trustjournal.ui.pages.timeline.page import TimelinePage
from trustjournal.ui.pages.today.page import TodayPage

Stop = Callable[[House], QWidget | None]
"""Goes somewhere; returns what to look at if that is a window of its own."""


def _at(page: str, item: str | None = None, **view: str | int | bool | None) -> Stop:
    def go(house: House) -> None:
        house.window.go(Place(page, item, view))

    return go


def _newest(house: House) -> EntryId:
    return house.journal.finding.newest(1)[0].id


def _entry(house: House) -> None:
    house.window.go(Place("journal", str(_newest(house))))


def _entry_with_keyboard(house: House) -> None:
    house.window.go(Place("journal", str(_newest(house)), {"cursor": 3}))


def _search(house: House) -> None:
    house.window.go(Place("journal", None, {"search": "λέξεις"}))


def _search_for_nothing(house: House) -> None:
    house.window.go(Place("journal", None, {"search": "ξξξξ"}))


def _popover(house: House) -> QWidget:
    (popover,) = [w for w in QApplication.topLevelWidgets() if isinstance(w, Popover) and w.isVisible()]
    return popover


def _date(house: House) -> QWidget:
    _entry(house)
    house.page(JournalPage).sheet.head.meta.change_moment()
    return _popover(house)


def _link(house: House) -> QWidget:
    _entry(house)
    house.page(JournalPage).sheet.head.meta.add_link()
    return _popover(house)


def _finding(house: House) -> None:
    _entry_with_keyboard(house)
    house.page(JournalPage).sheet.finding.ask_to_replace()
    house.page(JournalPage).sheet.finding.bar.field.setText("λ")


def _keys_for_writing(house: House) -> QWidget:
    _entry(house)
    house.page(JournalPage).sheet.finding.close()
    house.page(JournalPage).sheet.show_keys()
    return _popover(house)


def _history(house: House) -> None:
    """With two versions, compared with the words of now."""
    entry_id = _newest(house)
    entry = house.journal.writing.entry(entry_id)
    assert entry is not None
    house.journal.history.keep_now(replace(entry, text=entry.text[: len(entry.text) // 2]))
    house.journal.history.keep_now(replace(entry, title="", text=f"λ {entry.text}"))
    house.window.go(Place("journal", str(entry_id)))
    house.page(JournalPage).sheet.history_requested.emit()


def _attachments(house: House) -> AttachmentId:
    """A photo in the text, a photo and a file with a very long name beside it, and one that is on its way."""
    first, second, third = (AttachmentId(uuid4()) for _ in range(3))
    text = f"λέξεις\n\n{picture_text(first, 'λέξεις για τη φωτογραφία')}\n"
    entry = house.journal.writing.save(replace(house.journal.writing.blank(), text=text))
    photo = clean_photo(encoded(picture(1_600, 900), "JPEG"))
    for id_, name in ((first, "α.β"), (second, "β.γ")):
        new = NewAttachment.of_photo(id_, name, photo)
        house.journal.attaching.keep_at_once(new, entry.id)
    file = NewAttachment(third, AttachmentKind.FILE, "λέξη " * 30, "application/zip", bytes(2_000))
    house.journal.attaching.keep_at_once(file, entry.id)
    house.window.go(Place("journal", str(entry.id)))
    album = _album(house)
    album.strip.show_state(replace(album.state, adding=Adding("λέξη " * 30, 2, 3, 40)))
    return first


def _beside(house: House) -> None:
    _attachments(house)


def _viewer(house: House) -> None:
    first = _attachments(house)
    _album(house).look_at(first)


def _album(house: House) -> Album:
    (album,) = house.page(JournalPage).findChildren(Album)
    return album


def _landing(house: House) -> None:
    """Something was just written to a deep prompt."""
    deep = next(one for one in house.journal.guide.prompts if one.intensity is Intensity.DEEP)
    house.window.go(Place("journal", "new", {"served": str(house.journal.prompting.serve(deep).id)}))
    page = house.page(JournalPage)
    page.sheet.text.replace_range(0, 0, "λέξεις " * 45)
    page.sheet.pause_now()


def _trash(house: House) -> None:
    """With one deleted entry, and the question before it goes for good."""
    entry = house.journal.writing.save(replace(house.journal.writing.blank(), title="Λέξη", text="λέξεις " * 40))
    house.journal.writing.delete(entry.id)
    house.window.go(Place("journal", None, {"trash": str(entry.id)}))
    (view,) = house.page(JournalPage).findChildren(TrashView)
    view.delete.click()


def _begun(house: House) -> None:
    house.window.go(Place("journal", "new", {"template": "letter"}))


def _templates(house: House) -> None:
    house.window.go(Place("journal", None, {"templates": "letter"}))


def _own_template(house: House) -> None:
    if not house.journal.templates.all():
        house.journal.templates.save(Template("Βράδυ", "Απόψε", "## Σήμερα\n\n"))
    house.window.go(Place("journal", None, {"templates": str(house.journal.templates.all()[0].id)}))


def _template_name(house: House) -> QWidget:
    _entry(house)
    _part(house).ask_for_name()
    return _popover(house)


def _part(house: House) -> PageTemplates:
    part = house.page(JournalPage).findChild(PageTemplates)
    assert part is not None
    return part


def _timeline_table(house: House) -> None:
    house.window.go(Place("timeline"))
    page = house.page(TimelinePage)
    if not page._state.is_table:
        page._table_button.click()


def _timeline_graph(house: House) -> None:
    house.window.go(Place("timeline"))
    page = house.page(TimelinePage)
    if page._state.is_table:
        page._table_button.click()


def _timeline_cursor(house: House) -> None:
    _timeline_graph(house)
    chart = house.page(TimelinePage)._chart
    chart.set_cursor_day(date(2026, 2, 20))


def _timeline_all(house: House) -> None:
    house.window.go(Place("timeline", None, {"span": "all"}))


def _people_adding(house: House) -> None:
    house.window.go(Place("people", "new"))
    house.page(PeoplePage).add_form.keep.click()


def _people(house: House) -> None:
    page = house.page(PeoplePage)
    page._presenter.close_form()
    house.window.go(Place("people"))
    if not page.fold.isChecked():
        page.fold.click()


def _people_editing(house: House) -> None:
    _people(house)
    house.page(PeoplePage).findChildren(PersonCard)[0].edit.click()


def _practice_step(house: House) -> None:
    house.window.go(Place("practice", greek_exercises()[0].id))


def _practice_end(house: House) -> None:
    _practice_step(house)
    page = house.page(PracticePage)
    while not page._presenter.state.is_done:
        page._presenter.next()


def _practice_gate(house: House) -> None:
    house.page(PracticePage)._presenter.stop()
    gated = next(one for one in greek_exercises() if one.has_gate)
    house.window.go(Place("practice", gated.id))


def _practice_gate_closed(house: House) -> None:
    _practice_gate(house)
    house.page(PracticePage)._gate.no.click()


def _practice_for_clarity(house: House) -> None:
    _practice_gate_closed(house)
    house.page(PracticePage)._gate.for_clarity.click()


def _practice(house: House) -> None:
    house.window.go(Place("practice"))
    house.page(PracticePage)._presenter.stop()


def _check_in_begun(house: House) -> None:
    house.window.go(Place("today"))
    card = house.page(TodayPage)._check_in_card
    QTest.keyClick(card._pad.first_focus(), Qt.Key.Key_Up)
    rating = next(iter(card._ratings.values()))
    QTest.keyClick(rating._slider, Qt.Key.Key_Right)


def _check_in_kept(house: House) -> None:
    _check_in_begun(house)
    house.page(TodayPage)._check_in_card._save.click()


def _check_in_again(house: House) -> None:
    house.window.go(Place("today"))
    card = house.page(TodayPage)._check_in_card
    if not card._noted.isHidden():
        card._undo.click()


def _privacy_tested(house: House) -> None:
    house.window.go(Place("privacy"))
    house.page(PrivacyPage).self_test.start.click()


def _quiet(house: House) -> None:
    _entry(house)
    house.window.toggle_quiet()


def _toast(house: House) -> None:
    if house.window.rail.isHidden():
        house.window.toggle_quiet()
    _entry(house)
    house.page(JournalPage).delete()


def _banner(house: House) -> None:
    house.window._toast.dismiss()
    house.disk.is_full = True
    house.keeper.put(Entry(EntryId(UUID(int=1)), moment_now(FakeClock()), "Τίτλος", "Λέξεις"))
    house.window.go(Place("guide"))


def _covered(house: House) -> None:
    house.disk.is_full = False
    house.keeper.retry()
    house.window.cover()


def _cover_refused(house: House) -> None:
    house.window.cover()
    house.window.cover_pane.refuse(StorageFullError())
    house.window.cover_pane.copy.click()


def _picked(house: House) -> None:
    house.window.go(Place("journal", str(_newest(house)), {"calendar": ""}))
    view = house.page(JournalPage).list.view
    view.choose_first()
    view.pick_towards(len(view.lines()) - 1)


def _on_this_day(house: House) -> None:
    choices, writing = house.journal.choices, house.journal.writing
    choices.change(replace(choices.settings(), on_this_day=OnThisDay.ANY))
    for years in (1, 2):
        moment = writing.blank().moment
        moment = Moment.on_the_wall(moment.day.replace(year=moment.day.year - years), moment.wall_time, moment.zone)
        writing.save(replace(writing.blank(), title="Μέρα", text="λέξεις " * 60, moment=moment))
    house.window.go(Place("today"))


def _help(house: House) -> None:
    house.window.go(Place("help"))
    if not house.journal.own_numbers.all():
        house.journal.own_numbers.add("Γείτονας με μακρύ όνομα", "+30 210 0000000 00000000000000000000", "Λέξεις " * 20)
    house.page(HelpPage).list.country_chosen.emit("BB")


def _help_adding(house: House) -> None:
    _help(house)
    house.page(HelpPage).own.add.click()
    house.page(HelpPage).own.form.keep.click()


def _help_article(house: House) -> None:
    house.page(HelpPage).own.form.cancel.click()
    house.window.go(Place("help", "when-to-seek-help"))


def _prompts_set_aside(house: House) -> None:
    journal = house.journal
    now = journal.choices.settings()
    today = journal.prompt_overview.overview().today
    journal.choices.change(replace(now, acute_until=today + timedelta(weeks=3), topics_off=frozenset({Topic.MONEY})))
    journal.prompting.todays()
    journal.prompting.not_for_me()
    journal.prompting.skip()
    for prompt in (journal.guide.prompts[0], journal.guide.prompts[-1]):
        journal.asking_again.ask(prompt.id, prompt.text, prompt.unit, 90)
    house.window.go(Place("settings", None, {"card": "prompt-lists", "below": 0}))


SESSION: dict[str, Stop] = {
    "today": _at("today"),
    "today, on this day": _on_this_day,
    "today, a check-in begun": _check_in_begun,
    "today, checked in": _check_in_kept,
    "journal": _at("journal"),
    "journal, an entry": _entry_with_keyboard,
    "journal, a new entry": _at("journal", "new"),
    "journal, begun with a template": _begun,
    "journal, templates": _templates,
    "journal, a template of one's own": _own_template,
    "journal, a template's name": _template_name,
    "journal, a date": _date,
    "journal, a link": _link,
    "journal, replacing": _finding,
    "journal, keys for writing": _keys_for_writing,
    "journal, found": _search,
    "journal, not found": _search_for_nothing,
    "journal, photos and files": _beside,
    "journal, a photo": _viewer,
    "journal, a month": _at("journal", None, calendar="2026-03-10", calendar_year=False),
    "journal, a year": _at("journal", None, calendar="2026-03-10", calendar_year=True),
    "journal, picked": _picked,
    "journal, history": _history,
    "journal, a soft landing": _landing,
    "journal, trash": _trash,
    "guide": _at("guide"),
    **OWN_PROMPTS,
    **GUIDE,
    "timeline": _timeline_graph,
    "timeline, a day": _timeline_cursor,
    "timeline, all": _timeline_all,
    "timeline, a table": _timeline_table,
    "people": _people,
    "people, adding": _people_adding,
    "people, changing": _people_editing,
    "practice": _practice,
    "practice, a step": _practice_step,
    "practice, the end": _practice_end,
    "practice, the gate": _practice_gate,
    "practice, not safe": _practice_gate_closed,
    "practice, for clarity": _practice_for_clarity,
    "help": _help,
    "help, adding a number": _help_adding,
    "help, an article": _help_article,
    "settings": _at("settings"),
    "settings, prompts set aside": _prompts_set_aside,
    "privacy": _at("privacy"),
    "privacy, tested": _privacy_tested,
    "focus mode": _quiet,
    "a toast": _toast,
    "a save that failed": _banner,
    "covered": _covered,
    "covered, not locked": _cover_refused,
}
"""In this order, in one window."""

EMPTY: dict[str, Stop] = {
    page: _at(page) for page in ("today", "journal", "guide", "timeline", "people", "practice", "help")
} | {"guide, own prompts": _at("guide", "own")}
