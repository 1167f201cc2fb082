"""Words about photos and files."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QLocale

from trustjournal.domain.attachment import Attachment, AttachmentKind
from trustjournal.ui.messages import sentence
from trustjournal.ui.pages.journal.attachments.adding import Brought
from trustjournal.ui.pages.journal.attachments.state import Adding

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
    if brought.refused:
        name, error = brought.refused[0]
        message = sentence(error)
        about = f"{message.title}. {message.text} {message.next_step}".strip()
        words.append(f"“{name}”: {about}" if name else about)
        if len(brought.refused) > 1:
            more = translate("attachments", "Not added besides this one: {count}.")
            words.append(more.format(count=QLocale().toString(len(brought.refused) - 1)))
    if any(new is not None and new.was_moving for new in brought.kept):
        words.append(translate("attachments", "A moving picture is kept as its first image."))
    if any(new is not None and new.kind is AttachmentKind.FILE for new in brought.kept):
        words.append(file_note())
    return " ".join(words)
