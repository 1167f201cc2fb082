"""The message with the key: what comes through, what is refused, and that no copy stays behind."""

from __future__ import annotations

import os
import struct
from dataclasses import asdict
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from trustjournal.app import handoff
from trustjournal.app.handoff import HandOff, read_hand_off, write_hand_off
from trustjournal.domain.arrival import Arrival
from trustjournal.domain.settings import OthersMaySee
from trustjournal.domain.vault_task import VaultNews
from trustjournal.domain.way_in import WayInKind
from trustjournal.errors import HandOffError
from trustjournal.storage.journal_keys import JournalKeys
from trustjournal.storage.secret_bytes import wipe


def _keys(folder: str = "/home/someone/Journal") -> JournalKeys:
    return JournalKeys(
        folder=Path(folder), database="journal-0a1b2c3d.tjdb", vault="0123456789abcdef",
        sqlcipher_key=bytearray(b"k" * 32), salt=bytes(range(16)), backup_key=bytearray(b"b" * 32),
    )  # fmt: skip


def _facts(keys: JournalKeys | None) -> dict[str, object]:
    """All of it, to compare: keys themselves are never equal."""
    assert keys is not None
    return asdict(keys)


def _written(message: JournalKeys, arrival: Arrival = Arrival()) -> bytes:  # noqa: B008 - frozen
    to_read, to_write = os.pipe()
    write_hand_off(to_write, message, arrival)
    os.close(to_write)
    raw = os.read(to_read, 65536)
    os.close(to_read)
    return raw


def _read(raw: bytes) -> JournalKeys | None:
    got = _read_all(raw)
    return None if got is None else got.keys


def _read_all(raw: bytes) -> HandOff | None:
    to_read, to_write = os.pipe()
    os.write(to_write, raw)
    os.close(to_write)
    try:
        return read_hand_off(to_read)
    finally:
        os.close(to_read)


@given(st.text(st.characters(exclude_characters="\0", exclude_categories=["Cs"]), min_size=1, max_size=300))
def test_everything_arrives_as_it_was_sent(folder: str) -> None:
    sent = _keys("/" + folder)
    assert _facts(_read(_written(sent))) == _facts(sent)


@given(
    st.builds(
        Arrival,
        way_in=st.sampled_from(WayInKind),
        news=st.sampled_from(VaultNews),
        failed_attempts=st.integers(0, 9999),
        generation=st.integers(0, 2**53),
        others_may_see=st.sampled_from(OthersMaySee),
    )
)
def test_how_the_journal_was_opened_arrives_too(arrival: Arrival) -> None:
    got = _read_all(_written(_keys(), arrival))
    assert got is not None
    assert got.arrival == arrival


@pytest.mark.parametrize(
    "facts",
    [
        b"", b"[]", b"{}",
        b'{"way_in":"passphrase","news":"more","failed_attempts":0,"generation":0,"others_may_see":"no"}',
        b'{"way_in":"passphrase","news":"","failed_attempts":"9","generation":0,"others_may_see":"no"}',
    ],
)  # fmt: skip
def test_an_arrival_that_makes_no_sense_is_refused(facts: bytes) -> None:
    raw = _written(_keys(), Arrival())
    start = raw.index(b'{"way_in"')
    body = raw[10 : start - 4] + struct.pack(">I", len(facts)) + facts
    with pytest.raises(HandOffError):
        _read(raw[:6] + struct.pack(">I", len(body)) + body)


def test_a_folder_whose_name_is_no_text_arrives_too() -> None:
    sent = _keys(os.fsdecode(b"/home/\xff\xfe"))
    assert _facts(_read(_written(sent))) == _facts(sent)


def test_the_header_is_as_documented() -> None:
    raw = _written(_keys())
    assert raw[:4] == b"TJHO"
    assert struct.unpack(">HI", raw[4:10]) == (2, len(raw) - 10)


def test_a_pipe_closed_without_a_message_means_nobody_unlocked_anything() -> None:
    assert _read(b"") is None


def test_a_message_cut_anywhere_is_refused() -> None:
    raw = _written(_keys())
    for length in range(1, len(raw)):
        with pytest.raises(HandOffError):
            _read(raw[:length])


@pytest.mark.parametrize(
    ("at", "value"), [(0, b"X"), (4, b"\0\3"), (6, b"\xff\xff\xff\xff"), (10, b"\2"), (11, b"\xff\xff\xff\xff")]
)
def test_a_message_of_another_shape_is_refused(at: int, value: bytes) -> None:
    raw = bytearray(_written(_keys()))
    raw[at : at + len(value)] = value
    with pytest.raises(HandOffError):
        _read(bytes(raw))


def test_a_message_with_something_after_the_last_field_is_refused() -> None:
    raw = _written(_keys()) + b"!"
    with pytest.raises(HandOffError):
        _read(raw[:6] + struct.pack(">I", len(raw) - 10) + raw[10:])


@settings(max_examples=300, deadline=None)
@given(st.binary(max_size=400))
def test_noise_is_refused_and_nothing_else_happens(noise: bytes) -> None:
    for raw in (noise, b"TJHO" + noise, b"TJHO\0\2" + struct.pack(">I", len(noise)) + noise):
        try:
            result = _read(raw)
        except HandOffError:
            continue
        assert result is None
        assert raw == b""


@settings(max_examples=300, deadline=None)
@given(st.integers(0, 10_000), st.integers(0, 7))
def test_a_flipped_bit_is_refused_or_changes_one_field_of_its_own_length(place: int, bit: int) -> None:
    raw = bytearray(_written(_keys()))
    raw[place % len(raw)] ^= 1 << bit
    try:
        got = _read(bytes(raw))
    except HandOffError:
        return
    assert got is not None
    assert (len(got.salt), len(got.sqlcipher_key), len(got.backup_key)) == (16, 32, 32)


def test_keys_of_the_wrong_length_are_not_sent() -> None:
    message = _keys()
    message.sqlcipher_key.append(0)
    with pytest.raises(HandOffError):
        _written(message)


def test_a_reader_that_is_gone_is_an_error_without_a_word() -> None:
    to_read, to_write = os.pipe()
    os.close(to_read)
    with pytest.raises(HandOffError) as caught:
        write_hand_off(to_write, _keys())
    os.close(to_write)
    assert caught.value.__cause__ is None


def test_buffers_that_held_keys_are_zeroed_after_writing_and_after_reading(monkeypatch: pytest.MonkeyPatch) -> None:
    zeroed: list[bytearray] = []

    def wipe_and_keep(buffer: bytearray) -> None:
        wipe(buffer)
        zeroed.append(buffer)

    monkeypatch.setattr(handoff, "wipe", wipe_and_keep)
    raw = _written(_keys())
    assert _read(raw) is not None
    assert [len(buffer) for buffer in zeroed] == [len(raw), len(raw) - 10]
    assert not any(any(buffer) for buffer in zeroed)


def test_wiping_leaves_no_key_and_a_repr_never_shows_one() -> None:
    message = _keys()
    assert "k" * 8 not in repr(message)
    assert "someone" not in repr(message)
    message.wipe()
    assert not any(message.sqlcipher_key)
    assert not any(message.backup_key)
