"""Only pixels come out of a photo, upright and in their colours; whatever else is in the file stays behind."""

from __future__ import annotations

from io import BytesIO

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import Image

from tests.fakes import photos
from tests.fakes.photos import SECRET, encoded, picture
from trustjournal.domain.attachment import LONGEST_SIDE, MOST_PIXELS, PREVIEW_SIDE, CleanPhoto
from trustjournal.errors import PhotoDamagedError, PhotoTooLargeError
from trustjournal.exchange import photos as reader
from trustjournal.exchange.photos import clean_photo

TELLING = {
    "jpeg": photos.telling_jpeg,
    "png": photos.telling_png,
    "gif": photos.telling_gif,
    "webp": photos.telling_webp,
}


def shown(photo: CleanPhoto) -> Image.Image:
    image = Image.open(BytesIO(photo.data))
    image.load()
    return image


def is_bare(photo: CleanPhoto, data: bytes) -> bool:
    """Nothing is in the file but what its pixels need."""
    if photo.media_type == "image/jpeg":
        no_more_than = {0xE0, 0xDB, 0xC0, 0xC4, 0xDA}
        return set(photos.jpeg_segments(data)) <= no_more_than and data.endswith(b"\xff\xd9")
    return set(photos.png_chunks(data)) <= {b"IHDR", b"IDAT", b"IEND"}


@pytest.mark.parametrize("kind", TELLING)
def test_nothing_but_pixels_is_kept(kind: str) -> None:
    data = TELLING[kind]()
    assert SECRET in data
    photo = clean_photo(data)
    assert SECRET not in photo.data
    assert is_bare(photo, photo.data)
    assert shown(photo).size == (40, 30)


def test_a_preview_is_as_bare_as_its_photo() -> None:
    photo = clean_photo(photos.telling_jpeg(image=picture(2_000, 100)))
    assert photo.preview is not None
    assert SECRET not in photo.preview
    assert is_bare(photo, photo.preview)
    assert max(Image.open(BytesIO(photo.preview)).size) == PREVIEW_SIDE


def test_a_small_photo_is_its_own_preview() -> None:
    assert clean_photo(encoded(picture(PREVIEW_SIDE, 30), "JPEG")).preview is None


@pytest.mark.parametrize("orientation", range(1, 9))
def test_a_photo_stands_upright_however_the_camera_was_held(orientation: int) -> None:
    """The corner that is green in the upright photo is where the camera noted it would be."""
    held = {
        1: None, 2: Image.Transpose.FLIP_LEFT_RIGHT, 3: Image.Transpose.ROTATE_180, 4: Image.Transpose.FLIP_TOP_BOTTOM,
        5: Image.Transpose.TRANSPOSE, 6: Image.Transpose.ROTATE_90, 7: Image.Transpose.TRANSVERSE,
        8: Image.Transpose.ROTATE_270,
    }[orientation]  # fmt: skip
    upright = picture(80, 60)
    taken = upright if held is None else upright.transpose(held)
    photo = clean_photo(photos.telling_jpeg(orientation, taken))
    assert (photo.width, photo.height) == (80, 60)
    red, green, blue = shown(photo).convert("RGB").getpixel((5, 5))  # type: ignore[misc]  # of RGB it is three
    assert green > 150 > max(red, blue)


@pytest.mark.parametrize("mode", ["1", "L", "LA", "P", "RGB", "RGBA", "I;16"])
def test_every_kind_of_png_is_read(mode: str) -> None:
    image = Image.new("I;16", (20, 10), 257 * 100) if mode == "I;16" else picture(20, 10, mode)
    photo = clean_photo(encoded(image, "PNG"))
    assert (photo.media_type, photo.width, photo.height) == ("image/png", 20, 10)
    if mode == "I;16":
        assert shown(photo).getpixel((1, 1)) == 100


def test_holes_stay_holes() -> None:
    image = picture(20, 10, "RGBA")
    image.putpixel((3, 3), (0, 0, 0, 0))
    for kind in ("PNG", "WEBP"):
        photo = clean_photo(encoded(image, kind, **({"lossless": True} if kind == "WEBP" else {})))
        assert photo.media_type == "image/png"
        assert shown(photo).getpixel((3, 3))[3] == 0  # type: ignore[index]  # of RGBA it is four


def test_a_photo_made_for_print_is_read() -> None:
    photo = clean_photo(encoded(picture(20, 10, "CMYK"), "JPEG"))
    assert (photo.media_type, shown(photo).mode) == ("image/jpeg", "RGB")


def test_a_photo_of_two_images_is_read_as_its_first() -> None:
    data = encoded(picture(), "MPO", save_all=True, append_images=[picture(10, 10)])
    assert (clean_photo(data).width, clean_photo(data).height) == (40, 30)


@pytest.mark.parametrize("kind", ["GIF", "WEBP", "PNG"])
def test_of_a_moving_picture_the_first_image_is_kept_and_that_is_told(kind: str) -> None:
    still, other = picture(), picture().rotate(180)
    photo = clean_photo(encoded(still, kind, save_all=True, append_images=[other, still], duration=50))
    assert photo.was_moving
    red, green, blue = shown(photo).convert("RGB").getpixel((2, 2))  # type: ignore[misc]  # of RGB it is three
    assert green > 150 > max(red, blue)
    assert not clean_photo(encoded(still, kind)).was_moving


def test_a_large_photo_is_made_smaller_and_keeps_its_shape() -> None:
    photo = clean_photo(encoded(picture(4 * LONGEST_SIDE, 400), "JPEG"))
    assert (photo.width, photo.height) == (LONGEST_SIDE, 100)
    assert clean_photo(encoded(picture(60_000, 1), "JPEG")).height == 1


def test_a_photo_that_was_stored_like_a_drawing_does_not_fill_the_journal() -> None:
    drawing = picture(1_000, 1_000)
    assert clean_photo(encoded(drawing, "PNG")).media_type == "image/png"
    noise = Image.merge("RGB", [Image.effect_noise((1_000, 1_000), 90) for _ in range(3)])
    photo = clean_photo(encoded(noise, "PNG"))
    assert photo.media_type == "image/jpeg"
    assert len(photo.data) < 2_000_000


def test_too_many_pixels_are_refused_before_one_is_decoded(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(reader, "_plain", lambda _photo: pytest.fail("it is decoded"))
    for data in (
        photos.bomb(),
        photos.png_that_claims(2**31 - 1, 2**31 - 1),
        photos.png_that_claims(MOST_PIXELS + 1, 1),
    ):
        with pytest.raises(PhotoTooLargeError):
            clean_photo(data)


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"\x89PNG\r\n\x1a\n",
        photos.png_that_claims(100, 100),
        photos.png_that_claims(0, 0),
        photos.telling_jpeg()[:600],
        photos.telling_webp()[:60],
        photos.telling_gif()[:30],
        b"<svg xmlns='http://www.w3.org/2000/svg'><image href='/etc/passwd'/></svg>",
        encoded(picture(), "TIFF"),
        encoded(picture(), "BMP"),
        encoded(picture(), "ICO"),
    ],
    ids=["empty", "only magic", "no pixels", "no size", "half a jpeg", "half a webp", "half a gif", "svg",
         "tiff", "bmp", "ico"],
)  # fmt: skip
def test_what_is_damaged_or_no_photo_is_refused(data: bytes) -> None:
    with pytest.raises(PhotoDamagedError):
        clean_photo(data)


def test_what_is_two_things_at_once_is_only_a_photo_afterwards() -> None:
    page = b"%PDF-1.7 <script>alert(1)</script> PK\x03\x04" + SECRET
    photo = clean_photo(encoded(picture(), "JPEG", comment=page) + page)
    assert SECRET not in photo.data
    assert b"<script>" not in photo.data


@settings(max_examples=300)
@given(st.sampled_from(sorted(TELLING)), st.data())
def test_a_photo_with_any_bytes_changed_is_read_or_refused(kind: str, data: st.DataObject) -> None:
    damaged = bytearray(TELLING[kind]())
    for place in data.draw(st.lists(st.integers(0, len(damaged) - 1), min_size=1, max_size=12)):
        damaged[place] = data.draw(st.integers(0, 255))
    cut = data.draw(st.integers(0, len(damaged)))
    try:
        photo = clean_photo(bytes(damaged[:cut]))
    except (PhotoDamagedError, PhotoTooLargeError):
        return
    assert SECRET not in photo.data


@given(
    st.sampled_from([b"\x89PNG\r\n\x1a\n", b"\xff\xd8\xff", b"GIF89a", b"RIFF\x20\x00\x00\x00WEBPVP8 "]), st.binary()
)
def test_any_bytes_after_the_beginning_of_a_photo_are_read_or_refused(beginning: bytes, rest: bytes) -> None:
    with pytest.raises((PhotoDamagedError, PhotoTooLargeError)):
        clean_photo(beginning + rest)
