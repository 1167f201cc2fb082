"""Words about photos and files."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import QCoreApplication, QLocale

from trustjournal.domain.attachment import Attachment, AttachmentKind
from trustjournal.ui.messages import sentence
from trustjournal.ui.pages.journal.attachments.adding import Brought
from trustjournal.ui.pages.journal.attachments.state import Adding

MOST_NAMED = 4
"""So many files are named for each reason not to take them."""
LONGEST_SHOWN = 40
"""Characters of a file's name in a sentence."""
_MEGABYTE = 1_000_000


def name_of(attachment: Attachment) -> str:
    """The name it came with, or what it is."""
    translate = QCoreApplication.translate
    is_photo = attachment.kind is AttachmentKind.PHOTO
    return attachment.name or (translate("attachments", "Photo") if is_photo else translate("attachments", "File"))


def kind_of(attachment: Attachment) -> str:
    """What it is, by its bytes."""
    translate = QCoreApplication.translate
    if attachment.kind is AttachmentKind.PHOTO:
        return translate("attachments", "photo")
    kinds = {
        "image": translate("attachments", "picture, not shown here"),
        "audio": translate("attachments", "sound"),
        "video": translate("attachments", "video"),
        "text": translate("attachments", "text file"),
    }
    if attachment.media_type == "application/pdf":
        return translate("attachments", "PDF")
    return kinds.get(attachment.media_type.partition("/")[0], translate("attachments", "file"))


def size_of(attachment: Attachment) -> str:
    """How large it is."""
    translate = QCoreApplication.translate
    if attachment.size < _MEGABYTE:
        thousands = QLocale().toString(max(1, round(attachment.size / 1_000)))
        return translate("attachments", "{number} kB").format(number=thousands)
    return translate("attachments", "{number} MB").format(
        number=QLocale().toString(attachment.size / _MEGABYTE, "f", 1)
    )


def file_note() -> str:
    """What a file that is kept as it came may say."""
    return QCoreApplication.translate(
        "attachments", "Files are kept just as they came. A file can say who made it, and where and when."
    )


def copy_warning(attachment: Attachment) -> str:
    """What it means to save a copy."""
    translate = QCoreApplication.translate
    warning = translate(
        "attachments", "The copy will not be encrypted: whoever uses this computer may find it and open it."
    )
    if attachment.kind is AttachmentKind.PHOTO:
        return warning
    return warning + " " + translate("attachments", "It can also say who made it, and where and when.")


def adding_words(adding: Adding) -> str:
    """How far the one is that is on its way in."""
    translate = QCoreApplication.translate
    name = adding.name or translate("attachments", "photo")
    if adding.percent is None:
        words = translate("attachments", "Getting “{name}” ready…")
    else:
        words = translate("attachments", "Storing “{name}”…")
    words = words.format(name=name)
    if adding.of > 1:
        words += " " + translate("attachments", "({number} of {of})").format(number=adding.number, of=adding.of)
    return words


def brought_words(brought: Brought) -> str:
    """What a person should know of what was just added; nothing where all went as they expect."""
    translate = QCoreApplication.translate
    words = []
    if len(brought.refused) == 1:
        name, error = brought.refused[0]
        words.append(f"“{_short(name)}”: {sentence(error)}" if name else str(sentence(error)))
    elif brought.refused:
        words.append(translate("attachments", "Not added:") + " " + " ".join(_reasons(brought)))
    if any(new is not None and new.was_moving for new in brought.kept):
        words.append(translate("attachments", "A moving picture is kept as its first image."))
    if any(new is not None and new.kind is AttachmentKind.FILE for new in brought.kept):
        words.append(file_note())
    return " ".join(words)


def _reasons(brought: Brought) -> Iterator[str]:
    """Each reason for which something was refused, with the names of what it is true for, as far as there is room."""
    translate = QCoreApplication.translate
    names: dict[str, list[str]] = {}
    for name, error in brought.refused:
        named = f"“{_short(name)}”" if name else translate("attachments", "a picture without a name")
        names.setdefault(sentence(error).title, []).append(named)
    for reason, those in names.items():
        listed = ", ".join(those[:MOST_NAMED])
        if len(those) > MOST_NAMED:
            listed += f", … ({QLocale().toString(len(those))})"
        yield translate("attachments", "{names}: {reason}.").format(names=listed, reason=reason)


def _short(name: str) -> str:
    """A name that leaves room for others; its end says what kind of file it is."""
    return name if len(name) <= LONGEST_SHOWN else f"{name[: LONGEST_SHOWN - 13]}…{name[-12:]}"
