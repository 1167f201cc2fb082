"""Only what the program itself has written is decoded beside a key."""

from __future__ import annotations

import pytest

from tests.fakes.photos import encoded, picture
from trustjournal.ui.parts.photo_decoding import decoded


@pytest.mark.parametrize("data", [b"", b"<svg/>", b"\xff\xd8\xff half", encoded(picture(), "TIFF")])
def test_nothing_else_is_decoded_than_what_was_made_here(data: bytes) -> None:
    for media_type in ("image/jpeg", "image/png", "image/svg+xml", "image/tiff", "application/pdf"):
        assert decoded(data, media_type).isNull()
    assert not decoded(encoded(picture(), "PNG"), "image/png").isNull()
    assert decoded(encoded(picture(), "PNG"), "image/jpeg").isNull()
