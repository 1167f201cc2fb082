"""Gathers what goes to paper, into a PDF or into a text file."""

from __future__ import annotations

from collections.abc import Sequence
from contextlib import suppress

from trustjournal.domain.attachment import AttachmentKind, pictures_in
from trustjournal.domain.entry import Entry
from trustjournal.domain.ids import EntryId
from trustjournal.domain.initials import initials_of, with_initials
from trustjournal.domain.paper import PaperChoice, PaperEntry, PaperPicture
from trustjournal.errors import AttachmentDamagedError
from trustjournal.storage.attachment_store import AttachmentStore
from trustjournal.storage.entry_store import EntryStore
from trustjournal.storage.person_store import PersonStore


class PaperService:
    """Reads entries as they are to be printed."""

    def __init__(self, entries: EntryStore, people: PersonStore, attachments: AttachmentStore) -> None:
        self._entries = entries
        self._people = people
        self._attachments = attachments

    def chosen(self, choice: PaperChoice) -> tuple[EntryId, ...]:
        """The entries of a choice, oldest first; those that were deleted meanwhile are left out."""
        if choice.range is not None:
            marks = self._entries.writing_marks(choice.range.first, choice.range.last)
            return tuple(mark.entry for mark in marks)
        return self._entries.in_order(choice.entries)

    def pages(self, entries: Sequence[EntryId], choice: PaperChoice) -> tuple[PaperEntry, ...]:
        """Those entries, with as much of them as was chosen."""
        names = {person.id: person.name for person in self._people.all(archived=True)}
        every_name = tuple(names.values())

        def shortened(text: str) -> str:
            return with_initials(text, every_name) if choice.initials else text

        pages = []
        for id_ in entries:
            entry = self._entries.get(id_)
            if entry is None:
                continue
            people = tuple(names[one] for one in entry.people if one in names) if choice.details else ()
            pages.append(
                PaperEntry(
                    moment=entry.moment,
                    title=shortened(entry.title),
                    text=shortened(entry.text),
                    people=tuple(map(initials_of, people)) if choice.initials else people,
                    tags=tuple(map(shortened, entry.tags)) if choice.details else (),
                    feelings=tuple(map(shortened, entry.feelings)) if choice.details else (),
                    prompt=shortened(entry.prompt.wording) if choice.prompt and entry.prompt is not None else "",
                    pictures=self._pictures(entry) if choice.pictures else {},
                    is_starred=entry.is_starred,
                )
            )
        return tuple(pages)

    def _pictures(self, entry: Entry) -> dict[str, PaperPicture]:
        """The photos of an entry that its text shows; one that is damaged is left out, its words stay."""
        pictures = {}
        for mark in pictures_in(entry.text):
            kept = self._attachments.get(mark.id)
            if kept is None or kept.kind is not AttachmentKind.PHOTO or kept.entry != entry.id:
                continue
            with suppress(AttachmentDamagedError):
                pictures[mark.id.hex] = PaperPicture(kept.media_type, self._attachments.data(mark.id))
        return pictures
