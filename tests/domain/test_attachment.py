"""How a text names photos, and which names files may have."""

from __future__ import annotations

from uuid import UUID

import pytest
from hypothesis import given
from hypothesis import strategies as st

from trustjournal.domain.attachment import LONGEST_NAME, file_name, picture_text, picture_words, pictures_in
from trustjournal.domain.ids import AttachmentId

ID = AttachmentId(UUID(int=10))


def test_a_text_names_its_photos_in_order() -> None:
    text = f"Before ![us](tj:{'0' * 31}a) and\n\n![](tj:{'f' * 32})\nnot ![x](tj:1) nor ![y](file:///etc/passwd)"
    marks = list(pictures_in(text))
    assert [(mark.id.hex, mark.words) for mark in marks] == [("0" * 31 + "a", "us"), ("f" * 32, "")]
    assert [text[mark.start : mark.end][:3] for mark in marks] == ["![u", "![]"]


@given(st.text(), st.text())
def test_whatever_words_stand_beside_a_photo_it_is_found_again(before: str, words: str) -> None:
    text = before + "\n" + picture_text(ID, words)
    (*_, mark) = pictures_in(text)
    assert (mark.id, mark.words) == (ID, picture_words(words))
    assert text[mark.start : mark.end] == picture_text(ID, words)


@pytest.mark.parametrize(
    ("name", "kept"),
    [
        ("IMG_2034.jpg", "IMG_2034.jpg"),
        ("/home/me/IMG.jpg", "IMG.jpg"),
        ("C:\\photos\\IMG.jpg", "IMG.jpg"),
        ("..", ""),
        ("", ""),
        ("invoice\u202egpj.exe", "invoicegpj.exe"),
        ("a\nb\x00.txt", "ab.txt"),
        ("x" * 300 + ".jpeg", "x" * (LONGEST_NAME - 5) + ".jpeg"),
        ("." + "x" * 300, "." + "x" * (LONGEST_NAME - 1)),
    ],
)
def test_a_name_has_no_folders_and_hides_nothing(name: str, kept: str) -> None:
    assert file_name(name) == kept


@given(st.text())
def test_a_name_is_always_short_and_on_one_line(name: str) -> None:
    kept = file_name(name)
    assert len(kept) <= LONGEST_NAME
    assert "/" not in kept
    assert len(kept.splitlines()) <= 1
