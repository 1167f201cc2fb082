"""What a file is, by how it begins: its name says nothing that could be relied on."""

from __future__ import annotations

from typing import Final

PHOTO_TYPES: Final = frozenset({"image/png", "image/jpeg", "image/webp", "image/gif"})
"""What is decoded and made anew. Everything else is kept as it came, and never opened."""
UNKNOWN: Final = "application/octet-stream"

_BEGINNINGS: Final = (
    (b"\x89PNG\r\n\x1a\n", "image/png"),
    (b"\xff\xd8\xff", "image/jpeg"),
    (b"GIF87a", "image/gif"),
    (b"GIF89a", "image/gif"),
    (b"%PDF-", "application/pdf"),
    (b"ID3", "audio/mpeg"),
    (b"\xff\xfb", "audio/mpeg"),
    (b"\xff\xf3", "audio/mpeg"),
    (b"\xff\xf2", "audio/mpeg"),
    (b"\xff\xf1", "audio/aac"),
    (b"\xff\xf9", "audio/aac"),
    (b"OggS", "audio/ogg"),
    (b"fLaC", "audio/flac"),
    (b"#!AMR", "audio/amr"),
    (b"\x1aE\xdf\xa3", "video/x-matroska"),
    (b"II*\x00", "image/tiff"),
    (b"MM\x00*", "image/tiff"),
    (b"BM", "image/bmp"),
    (b"PK\x03\x04", "application/zip"),
    (b"{\\rtf", "application/rtf"),
)
_RIFF: Final = {b"WEBP": "image/webp", b"WAVE": "audio/wav", b"AVI ": "video/x-msvideo"}
_BRANDS: Final = {
    b"heic": "image/heic", b"heix": "image/heic", b"heim": "image/heic", b"hevc": "image/heic", b"mif1": "image/heif",
    b"msf1": "image/heif", b"avif": "image/avif", b"avis": "image/avif", b"qt  ": "video/quicktime",
    b"M4A ": "audio/mp4", b"M4B ": "audio/mp4", b"crx ": "image/x-canon-cr3",
}  # fmt: skip
_LOOKED_AT: Final = 4_096


def media_type_of(data: bytes) -> str:
    """The media type of a file that begins with `data`."""
    for beginning, media_type in _BEGINNINGS:
        if data.startswith(beginning):
            return media_type
    if data.startswith(b"RIFF"):
        return _RIFF.get(data[8:12], UNKNOWN)
    if data[4:8] == b"ftyp":
        return _BRANDS.get(data[8:12], "video/mp4")
    return _type_of_text(data[:_LOOKED_AT])


def _type_of_text(beginning: bytes) -> str:
    try:
        # The last letter may have been cut in two.
        text = beginning.decode("utf-8", "strict" if len(beginning) < _LOOKED_AT else "ignore")
    except UnicodeDecodeError:
        return UNKNOWN
    if "\x00" in text or not text:
        return UNKNOWN
    return "image/svg+xml" if "<svg" in text.lower() else "text/plain"
