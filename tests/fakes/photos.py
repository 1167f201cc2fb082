"""Made-up photos as a camera, a phone or a stranger would hand them over, with things in them that must not stay."""

from __future__ import annotations

import struct
import zlib
from io import BytesIO
from typing import Any

from PIL import Image, ImageCms, PngImagePlugin

SECRET = b"Kingfisher-Lane-7"
"""Stands in every kind of note a photo can carry."""
_ORIENTATION, _MAKER, _GPS = 0x0112, 0x010F, 0x8825


def picture(width: int = 40, height: int = 30, mode: str = "RGB") -> Image.Image:
    """Red on the left, blue on the right, and a green corner at the top left, so that each turn can be told."""
    image = Image.new("RGB", (width, height), (200, 0, 0))
    image.paste((0, 0, 200), (width // 2, 0, width, height))
    image.paste((0, 200, 0), (0, 0, width // 4, height // 4))
    return image.convert(mode)


def encoded(image: Image.Image, kind: str, **options: Any) -> bytes:
    """An image as a file."""
    out = BytesIO()
    image.save(out, kind, **options)
    return out.getvalue()


def exif(orientation: int = 1) -> Image.Exif:
    """What a phone notes: who made it, where, and which way was up."""
    notes = Image.Exif()
    notes[_ORIENTATION] = orientation
    notes[_MAKER] = SECRET.decode()
    notes.get_ifd(_GPS)[29] = SECRET.decode()
    return notes


def telling_jpeg(orientation: int = 1, image: Image.Image | None = None) -> bytes:
    """A JPEG with EXIF, GPS, XMP, a comment, a profile with a description, and bytes after its end."""
    jpeg = encoded(
        image or picture(), "JPEG", exif=exif(orientation), comment=SECRET, xmp=b"<x:xmpmeta>" + SECRET,
        icc_profile=srgb(), quality=95,
    )  # fmt: skip
    return jpeg + SECRET


def telling_png() -> bytes:
    """A PNG with text chunks, EXIF, a time, and bytes after its end."""
    notes = PngImagePlugin.PngInfo()
    notes.add_text("Author", SECRET.decode())
    notes.add_text("Comment", SECRET.decode(), zip=True)
    notes.add_itxt("XML:com.adobe.xmp", SECRET.decode())
    notes.add(b"tIME", b"\x07\xea\x01\x01\x01\x01\x01")
    notes.add(b"prVt", SECRET)
    return encoded(picture(), "PNG", pnginfo=notes, exif=exif()) + SECRET


def telling_gif(frames: int = 3) -> bytes:
    """An animated GIF with a comment."""
    others = [picture().rotate(90 * turn) for turn in range(1, frames)]
    return encoded(picture(), "GIF", save_all=True, append_images=others, comment=SECRET, duration=50)


def telling_webp() -> bytes:
    """A WebP with EXIF and XMP."""
    return encoded(picture(), "WEBP", exif=exif(), xmp=SECRET)


def srgb() -> bytes:
    """An ordinary profile."""
    return ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()


def png_that_claims(width: int, height: int, data: bytes = b"") -> bytes:
    """A PNG whose header says a size; `data` is all there is of its pixels."""

    def chunk(name: bytes, content: bytes) -> bytes:
        return struct.pack(">I", len(content)) + name + content + struct.pack(">I", zlib.crc32(name + content))

    header = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", header) + chunk(b"IDAT", zlib.compress(data)) + chunk(b"IEND", b"")


def bomb(side: int = 15_000) -> bytes:
    """A small file with very many pixels."""
    return encoded(Image.new("L", (side, side)), "PNG")


def jpeg_segments(data: bytes) -> list[int]:
    """The markers of a JPEG in order, to its image data."""
    markers, place = [], 2
    while data[place] == 0xFF:
        marker = data[place + 1]
        markers.append(marker)
        if marker == 0xDA:
            break
        place += 2 + int.from_bytes(data[place + 2 : place + 4], "big")
    return markers


def png_chunks(data: bytes) -> list[bytes]:
    """The names of a PNG's chunks in order."""
    names, place = [], 8
    while place < len(data):
        names.append(data[place + 4 : place + 8])
        place += 12 + int.from_bytes(data[place : place + 4], "big")
    return names
