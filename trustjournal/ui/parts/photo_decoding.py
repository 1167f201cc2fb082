"""From the bytes of a kept photo to an image: only what the program itself has written is decoded here."""

from __future__ import annotations

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QSize
from PySide6.QtGui import QImage, QImageReader

from trustjournal.domain.attachment import LONGEST_SIDE

_FORMATS = {"image/jpeg": b"jpeg", "image/png": b"png"}


def decoded(data: bytes, media_type: str, *, width: int = 0) -> QImage:
    """The image, made smaller to about `width` pixels if that is given and less; a null image for anything else.

    The format is told and not guessed, so no other decoder is tried. Not for the window's thread.
    """
    if media_type not in _FORMATS:
        return QImage()
    buffer = QBuffer()
    buffer.setData(QByteArray(data))
    buffer.open(QIODevice.OpenModeFlag.ReadOnly)
    reader = QImageReader(buffer, QByteArray(_FORMATS[media_type]))
    reader.setAutoDetectImageFormat(False)
    reader.setAutoTransform(False)
    size = reader.size()
    if size.isEmpty() or max(size.width(), size.height()) > LONGEST_SIDE:
        return QImage()
    if 0 < width < size.width():
        reader.setScaledSize(QSize(width, max(1, round(size.height() * width / size.width()))))
    return reader.read()
