"""The control lines: what is understood, and what is passed over."""

from __future__ import annotations

import os

import pytest
from hypothesis import given
from hypothesis import strategies as st

from trustjournal.app.control import LONGEST_LINE, Line, LineBuffer, Word, decode, encode, receive, send


@pytest.mark.parametrize("word", list(Word))
def test_every_word_arrives_as_it_was_said(word: Word) -> None:
    assert decode(encode(Line(word, "a fact"))) == Line(word, "a fact")


@pytest.mark.parametrize(
    "raw",
    [
        b"",
        b"{",
        b"[]",
        b"null",
        b"7",
        b'{"v": 1}',
        b'{"v": 2, "say": "quit", "fact": ""}',
        b'{"v": 1, "say": "sing", "fact": ""}',
        b'{"v": 1, "say": "quit", "fact": 7}',
        b'{"v": 1, "say": [], "fact": ""}',
        b"\xff\xfe",
        b"[" * 100_000,
    ],
)
def test_what_is_no_line_is_passed_over(raw: bytes) -> None:
    assert decode(raw) is None


@given(st.lists(st.sampled_from(list(Word))), st.integers(1, 30))
def test_lines_arrive_whole_in_whatever_pieces_they_come(words: list[Word], size: int) -> None:
    stream = b"".join(encode(Line(word)) for word in words)
    buffer = LineBuffer()
    got = [line.word for at in range(0, len(stream), size) for line in buffer.feed(stream[at : at + size])]
    assert got == words


def test_a_line_without_end_is_dropped_and_the_next_one_is_heard() -> None:
    buffer = LineBuffer()
    for _ in range(10):
        assert list(buffer.feed(b"x" * LONGEST_LINE)) == []
    assert len(buffer._rest) <= LONGEST_LINE
    list(buffer.feed(b"\n"))
    assert list(buffer.feed(encode(Line(Word.QUIT)))) == [Line(Word.QUIT)]


def test_a_closed_pipe_is_told_apart_from_silence() -> None:
    to_read, to_write = os.pipe()
    assert send(to_write, Line(Word.SHOW))
    assert receive(to_read, LineBuffer()) == (Line(Word.SHOW),)
    os.close(to_write)
    assert receive(to_read, LineBuffer()) is None
    os.close(to_read)


def test_telling_a_life_that_is_gone_is_no_error() -> None:
    to_read, to_write = os.pipe()
    os.close(to_read)
    assert not send(to_write, Line(Word.LEAVE))
    os.close(to_write)
