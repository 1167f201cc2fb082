"""Makes photos anew: whatever else is in the file, only pixels come out.

Pillow decodes what strangers made. It is used in a process of its own (`app/photo_worker.py`) and nowhere else, so
that a mistake in a decoder finds neither a key nor a word.
"""

from __future__ import annotations

import warnings
from contextlib import suppress
from io import BytesIO
from typing import Final

from PIL import Image, ImageCms
from PIL.GifImagePlugin import GifImageFile
from PIL.ImageFile import ImageFile
from PIL.JpegImagePlugin import JpegImageFile
from PIL.PngImagePlugin import PngImageFile
from PIL.WebPImagePlugin import WebPImageFile

from trustjournal.domain.attachment import LONGEST_SIDE, MOST_PIXELS, PREVIEW_SIDE, CleanPhoto
from trustjournal.errors import PhotoDamagedError, PhotoTooLargeError
from trustjournal.exchange.media_types import media_type_of

# The class of each format is called by itself: `Image.open` would try all the decoders there are.
_READERS: Final[dict[str, type[ImageFile]]] = {
    "image/jpeg": JpegImageFile,
    "image/png": PngImageFile,
    "image/gif": GifImageFile,
    "image/webp": WebPImageFile,
}
_ORIENTATION: Final = 0x0112
_TURNS: Final = {
    2: Image.Transpose.FLIP_LEFT_RIGHT, 3: Image.Transpose.ROTATE_180, 4: Image.Transpose.FLIP_TOP_BOTTOM,
    5: Image.Transpose.TRANSPOSE, 6: Image.Transpose.ROTATE_270, 7: Image.Transpose.TRANSVERSE,
    8: Image.Transpose.ROTATE_90,
}  # fmt: skip
_QUALITY: Final = 90
_PREVIEW_QUALITY: Final = 82
_LARGE_PNG: Final = 2_000_000
"""Bytes. Above this a picture without holes is kept as JPEG if that is smaller: it is a photo, not a drawing."""


def load_everything() -> None:
    """Have Pillow import what it imports late, before the process may open no file any more."""
    sample = Image.new("RGB", (2, 2))
    exif = Image.Exif()
    exif[_ORIENTATION] = 6
    profile = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()
    for kind in ("JPEG", "PNG", "GIF", "WEBP"):
        out = BytesIO()
        sample.save(out, kind, exif=exif, icc_profile=profile)
        clean_photo(out.getvalue())


def clean_photo(data: bytes) -> CleanPhoto:
    """Decode a photo and write it anew, upright, in sRGB, no side longer than LONGEST_SIDE, as JPEG or PNG.

    Of an animated one its first image. Raises PhotoTooLargeError and PhotoDamagedError.
    """
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            return _clean(data)
    except (MemoryError, Image.DecompressionBombError):
        raise PhotoTooLargeError("no memory for so many pixels") from None
    except (PhotoTooLargeError, PhotoDamagedError):
        raise
    except Exception:  # noqa: BLE001 — a decoder may raise anything about a damaged file
        raise PhotoDamagedError("the photo cannot be decoded") from None


def _clean(data: bytes) -> CleanPhoto:
    media_type = media_type_of(data)
    if media_type not in _READERS:
        raise PhotoDamagedError("this is no photo")
    photo = _READERS[media_type](BytesIO(data))
    if photo.width * photo.height > MOST_PIXELS:
        raise PhotoTooLargeError("the photo has too many pixels")
    was_moving, turn, profile = _is_moving(photo), _turn_of(photo), photo.info.get("icc_profile")
    image = _in_srgb(_scaled(_plain(photo), LONGEST_SIDE), profile)
    if turn is not None:
        image = image.transpose(turn)
    image = _without_hidden_words(image)
    kind, encoded = _encoded(image, is_drawing=media_type in {"image/png", "image/gif"})
    preview = None
    if max(image.size) > PREVIEW_SIDE:
        small = _without_hidden_words(_scaled(image, PREVIEW_SIDE))
        preview = _jpeg(small, _PREVIEW_QUALITY) if kind == "image/jpeg" else _png(small)
    return CleanPhoto(kind, image.width, image.height, encoded, preview, was_moving)


def _is_moving(photo: ImageFile) -> bool:
    try:
        is_moving = bool(getattr(photo, "is_animated", False))
        photo.seek(0)
    except (EOFError, OSError, ValueError, SyntaxError):
        return False  # whatever comes after the first image, that one may be whole
    return is_moving


def _turn_of(photo: ImageFile) -> Image.Transpose | None:
    with suppress(Exception):  # a damaged note about the camera is no reason to refuse the photo
        return _TURNS.get(int(photo.getexif().get(_ORIENTATION, 1)))
    return None


def _plain(photo: Image.Image) -> Image.Image:
    """In a mode that can be scaled and kept: L, RGB, RGBA, or CMYK, which its profile explains."""
    if isinstance(photo, JpegImageFile):
        photo.draft(None, (2 * LONGEST_SIDE, 2 * LONGEST_SIDE))  # decodes a huge one at half its size or less
    photo.load()
    if photo.mode in {"L", "RGB", "CMYK"} and "transparency" not in photo.info:
        return photo
    if photo.mode.startswith("I"):  # 16 bits of grey
        return photo.point(lambda value: value * (1 / 257)).convert("L")
    if photo.mode in {"1", "F"}:
        return photo.convert("L")
    image = photo.convert("RGBA")
    return image.convert("RGB") if image.getchannel("A").getextrema() == (255, 255) else image


def _scaled(image: Image.Image, longest: int) -> Image.Image:
    if max(image.size) <= longest:
        return image
    factor = longest / max(image.size)
    size = max(1, round(image.width * factor)), max(1, round(image.height * factor))
    return image.resize(size, Image.Resampling.LANCZOS, reducing_gap=3.0)


def _in_srgb(image: Image.Image, profile: object) -> Image.Image:
    """The colours as they look, without the profile that explains them; without one they are taken as they are."""
    if isinstance(profile, bytes) and image.mode in {"RGB", "RGBA", "CMYK"}:
        colours = image.convert("RGB") if image.mode == "RGBA" else image
        with suppress(ImageCms.PyCMSError, OSError, ValueError, TypeError):
            converted = ImageCms.profileToProfile(
                colours, ImageCms.ImageCmsProfile(BytesIO(profile)), ImageCms.createProfile("sRGB"), outputMode="RGB"
            )
            if converted is not None:
                if image.mode == "RGBA":
                    converted.putalpha(image.getchannel("A"))
                return converted
    return image.convert("RGB") if image.mode == "CMYK" else image


def _without_hidden_words(image: Image.Image) -> Image.Image:
    """A new image with the same pixels: comments and notes that Pillow carries along stay behind."""
    new = Image.new(image.mode, image.size)
    new.paste(image)
    return new


def _encoded(image: Image.Image, *, is_drawing: bool) -> tuple[str, bytes]:
    if image.mode == "RGBA":
        return "image/png", _png(image)
    if not is_drawing:
        return "image/jpeg", _jpeg(image, _QUALITY)
    drawing = _png(image)
    if len(drawing) > _LARGE_PNG and len(photo := _jpeg(image, _QUALITY)) < len(drawing):
        return "image/jpeg", photo
    return "image/png", drawing


def _jpeg(image: Image.Image, quality: int) -> bytes:
    out = BytesIO()
    image.save(out, "JPEG", quality=quality)
    return out.getvalue()


def _png(image: Image.Image) -> bytes:
    out = BytesIO()
    image.save(out, "PNG")
    return out.getvalue()
