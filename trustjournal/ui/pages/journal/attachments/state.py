"""What is shown of the photos and files of the entry on the sheet."""

from __future__ import annotations

from dataclasses import dataclass, field

from trustjournal.domain.attachment import Attachment, AttachmentKind
from trustjournal.domain.ids import AttachmentId, EntryId


@dataclass(frozen=True, slots=True)
class Adding:
    """Photos or files are on their way in."""

    name: str = field(repr=False)
    """Of the one that is being added; empty for one without a name."""
    number: int
    """Which one it is, from 1."""
    of: int
    percent: int | None = None
    """How much of it is stored; None while it is made ready."""


@dataclass(frozen=True, slots=True)
class AttachmentsState:
    """The photos and files of the entry on the sheet, without those that were removed."""

    entry: EntryId | None = None
    attachments: tuple[Attachment, ...] = ()
    in_text: tuple[AttachmentId, ...] = ()
    """The photos the text shows, in its order; also those of other entries."""
    adding: Adding | None = None

    @property
    def beside(self) -> tuple[Attachment, ...]:
        """Those that the text does not show."""
        return tuple(one for one in self.attachments if one.id not in self.in_text)

    @property
    def photos(self) -> tuple[AttachmentId, ...]:
        """What can be looked at one after the other: first those of the text, in its order."""
        beside = (one.id for one in self.beside if one.kind is AttachmentKind.PHOTO)
        return (*dict.fromkeys(self.in_text), *beside)
