"""What is gathered for paper is what was chosen, and no more of it."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, time
from uuid import uuid4

import pytest

from trustjournal.domain.attachment import AttachmentKind, NewAttachment, picture_text
from trustjournal.domain.entry import Entry
from trustjournal.domain.ids import AttachmentId
from trustjournal.domain.moment import Moment
from trustjournal.domain.paper import PaperChoice, PaperPicture, PaperRange
from trustjournal.domain.person import Role
from trustjournal.services.journal import Journal


def write(journal: Journal, day: date, title: str, text: str = "words") -> Entry:
    moment = Moment.on_the_wall(day, time(9, 30), "Europe/Rome")
    return journal.writing.save(replace(journal.writing.blank(), moment=moment, title=title, text=text))


@pytest.fixture
def months(journal: Journal) -> list[Entry]:
    """One entry a month, written in no order."""
    return [write(journal, date(2026, month, 10), f"month {month}") for month in (3, 1, 2, 4)]


def test_selected_entries_come_oldest_first_whatever_the_order_of_choosing(
    journal: Journal, months: list[Entry]
) -> None:
    march, january, february, _april = months
    chosen = journal.paper.chosen(PaperChoice(entries=(march.id, january.id, february.id)))
    assert chosen == (january.id, february.id, march.id)


def test_a_range_has_both_its_days_and_nothing_beyond(journal: Journal, months: list[Entry]) -> None:
    march, _january, february, _april = months
    days = PaperRange(date(2026, 2, 10), date(2026, 3, 10))
    assert journal.paper.chosen(PaperChoice(range=days)) == (february.id, march.id)
    days = PaperRange(date(2026, 2, 11), date(2026, 3, 9))
    assert journal.paper.chosen(PaperChoice(range=days)) == ()


def test_deleted_entries_go_to_no_paper(journal: Journal, months: list[Entry]) -> None:
    march, january, *_ = months
    journal.writing.delete(march.id)
    choice = PaperChoice(entries=(march.id, january.id))
    assert journal.paper.chosen(choice) == (january.id,)
    assert [page.title for page in journal.paper.pages((march.id, january.id), choice)] == ["month 1"]


@pytest.fixture
def full(journal: Journal) -> Entry:
    """An entry with everything around it, and two people of whom one is only in its text."""
    sam = journal.people.add("Sam", Role.FRIEND)
    journal.people.add("Aunt May", Role.FAMILY)
    served = journal.prompting.todays()
    assert served is not None
    blank = journal.writing.blank(served)
    return journal.writing.save(
        replace(
            blank, title="Sam and I", text="Aunt May rang.", people=(sam.id,), tags=("Sam's coat",), feelings=("calm",)
        )
    )


def test_everything_around_an_entry_goes_with_it(journal: Journal, full: Entry) -> None:
    (page,) = journal.paper.pages((full.id,), PaperChoice())
    assert (page.title, page.text, page.people) == ("Sam and I", "Aunt May rang.", ("Sam",))
    assert (page.tags, page.feelings) == (("Sam's coat",), ("calm",))
    assert full.prompt is not None
    assert page.prompt == full.prompt.wording


def test_what_was_not_asked_for_stays_behind(journal: Journal, full: Entry) -> None:
    (page,) = journal.paper.pages((full.id,), PaperChoice(details=False, prompt=False))
    assert (page.people, page.tags, page.feelings, page.prompt) == ((), (), (), "")


def test_with_initials_no_known_name_is_left_anywhere(journal: Journal, full: Entry) -> None:
    (page,) = journal.paper.pages((full.id,), PaperChoice(initials=True))
    assert (page.title, page.text, page.people) == ("S. and I", "A. M. rang.", ("S.",))
    everything = " ".join((page.title, page.text, *page.people, *page.tags, *page.feelings, page.prompt))
    assert "Sam" not in everything
    assert "May" not in everything


def test_the_photos_a_text_shows_go_with_it_and_no_others(journal: Journal) -> None:
    entry = write(journal, date(2026, 3, 10), "photos")
    shown, unseen = (
        NewAttachment(AttachmentId(uuid4()), AttachmentKind.PHOTO, "a.png", "image/png", data, 3, 2)
        for data in (b"shown bytes", b"other bytes")
    )
    for new in (shown, unseen):
        list(journal.attaching.keeping(new, entry.id))
    kept = journal.writing.entry(entry.id)
    assert kept is not None
    journal.writing.save(replace(kept, text=f"{picture_text(shown.id, 'a hall')} ![x](tj:{'0' * 32})"))
    (page,) = journal.paper.pages((entry.id,), PaperChoice())
    assert page.pictures == {shown.id.hex: PaperPicture("image/png", b"shown bytes")}


def test_where_no_photos_go_out_none_is_read(journal: Journal) -> None:
    entry = write(journal, date(2026, 3, 10), "photos")
    new = NewAttachment(AttachmentId(uuid4()), AttachmentKind.PHOTO, "a.png", "image/png", b"bytes", 3, 2)
    list(journal.attaching.keeping(new, entry.id))
    kept = journal.writing.entry(entry.id)
    assert kept is not None
    journal.writing.save(replace(kept, text=picture_text(new.id, "a hall"), is_starred=True))
    (page,) = journal.paper.pages((entry.id,), PaperChoice(pictures=False))
    assert page.pictures == {}
    assert page.is_starred
