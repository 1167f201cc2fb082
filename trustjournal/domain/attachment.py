"""Photos and files that belong to an entry, and how its text says where a photo is shown."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from enum import Enum
from typing import Final
from uuid import UUID

from trustjournal.domain.ids import AttachmentId, EntryId

MOST_BYTES: Final = 50_000_000
"""A file or a photo may have so many."""
MOST_PIXELS: Final = 40_000_000
"""A photo may have so many before it is made smaller."""
LONGEST_SIDE: Final = 3_000
"""Pixels of a kept photo's longer side; a larger one is made smaller."""
PREVIEW_SIDE: Final = 1_200
"""Pixels of the longer side of the smaller one that is shown among the words."""
LONGEST_NAME: Final = 200
"""Characters of a file's name."""

_PICTURE: Final = re.compile(r"!\[([^\[\]\n]*)\]\(tj:([0-9a-f]{32})\)")
_OF_EVERY_PICTURE: Final = "](tj:"
_NO_WORDS: Final = str.maketrans({"[": "(", "]": ")", "\n": " ", "\r": " ", "\u2028": " ", "\u2029": " "})
_NO_NAME: Final = re.compile(r"[\x00-\x1f\x7f-\x9f\u200e\u200f\u2028-\u202e\u2066-\u2069/\\]")


class AttachmentKind(Enum):
    """The value is what the journal stores."""

    PHOTO = "photo"
    """Made anew by the program, as JPEG or PNG, and shown by it."""
    FILE = "file"
    """Kept as it came, and never opened by the program."""


@dataclass(frozen=True, slots=True)
class Attachment:
    """What is known about a photo or a file without its bytes; `width` and `height` are those of a photo, in pixels."""

    id: AttachmentId
    entry: EntryId
    kind: AttachmentKind
    name: str = field(repr=False)
    media_type: str
    size: int
    """Bytes."""
    width: int | None = None
    height: int | None = None
    is_removed: bool = False
    """It can still be brought back."""


@dataclass(frozen=True, slots=True)
class CleanPhoto:
    """A photo made anew: its pixels, and nothing of what else was in the file."""

    media_type: str
    width: int
    height: int
    data: bytes = field(repr=False)
    preview: bytes | None = field(default=None, repr=False)
    """A smaller one of the same media type, unless it is small itself."""
    was_moving: bool = False
    """It was animated; this is its first image."""


@dataclass(frozen=True, slots=True)
class NewAttachment:
    """A photo or a file that is ready to be kept."""

    id: AttachmentId
    kind: AttachmentKind
    name: str = field(repr=False)
    media_type: str
    data: bytes = field(repr=False)
    width: int | None = None
    height: int | None = None
    preview: bytes | None = field(default=None, repr=False)
    was_moving: bool = False

    @classmethod
    def of_photo(cls, id_: AttachmentId, name: str, photo: CleanPhoto) -> NewAttachment:
        """A photo under a name."""
        return cls(
            id_, AttachmentKind.PHOTO, name, photo.media_type, photo.data,
            photo.width, photo.height, photo.preview, photo.was_moving,
        )  # fmt: skip

    def kept_in(self, entry: EntryId) -> Attachment:
        """What is known of it once it belongs to an entry."""
        return Attachment(
            self.id, entry, self.kind, self.name, self.media_type, len(self.data), self.width, self.height
        )


@dataclass(frozen=True, slots=True)
class PictureMark:
    """Where a text shows a photo: from `start` to `end`, in characters, with `words` about it."""

    id: AttachmentId
    words: str = field(repr=False)
    start: int
    end: int


def picture_text(id_: AttachmentId, words: str) -> str:
    """What stands in a text where a photo is shown; `words` are for those who cannot see it."""
    return f"![{picture_words(words)}]({address_of(id_)})"


def address_of(id_: AttachmentId) -> str:
    """The address of a photo in a text."""
    return f"tj:{id_.hex}"


def picture_words(words: str) -> str:
    """The words as they can stand beside a photo: on one line, without the brackets that would end them."""
    return words.translate(_NO_WORDS).strip()


def pictures_in(text: str) -> Iterator[PictureMark]:
    """Where a text names photos of the journal, in order."""
    for found in _PICTURE.finditer(text):
        yield PictureMark(AttachmentId(UUID(found[2])), found[1], *found.span())


def without_pictures(line: str) -> str:
    """A line of a text without what names photos of the journal in it."""
    return _PICTURE.sub(" ", line) if _OF_EVERY_PICTURE in line else line


def file_name(name: str) -> str:
    """A name without folders, and without characters that hide what it ends with; it may be empty."""
    name = _NO_NAME.sub("", name.replace("\\", "/").rpartition("/")[2]).strip()
    if name in {".", ".."}:
        return ""
    stem, dot, suffix = name.rpartition(".")
    if len(name) <= LONGEST_NAME:
        return name
    return stem[: LONGEST_NAME - len(suffix) - 1] + dot + suffix if stem and len(suffix) <= 10 else name[:LONGEST_NAME]
