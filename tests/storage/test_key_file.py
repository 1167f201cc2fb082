"""The key file: its format is kept to the letter, damage in one copy is harmless, altering it is noticed."""

from __future__ import annotations

import hashlib
import json
import random
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.fakes.keys import unlock_with_passphrase
from tests.storage.conftest import NOW, PASSPHRASE, cheap
from trustjournal.domain.way_in import WayInKind
from trustjournal.errors import (
    JournalTooNewError,
    KeyFileDamagedError,
    KeyFileTamperedError,
    StorageReadOnlyError,
    TrustJournalError,
    WrongPassphraseError,
)
from trustjournal.storage import key_file
from trustjournal.storage.atomic_file import write_atomically
from trustjournal.storage.canonical import canonical_json
from trustjournal.storage.journal_keys import JournalKeys
from trustjournal.storage.key_file import KeyFile
from trustjournal.storage.slots import Hkdf, passphrase_slot, wrap, wrapping_key_of_secret

DATA_KEY = bytearray(range(32))
VAULT, KEY_ID = "00112233445566ff", "0a1b2c3d"


def a_key_file(generation: int = 1, *, all_types: bool = False) -> KeyFile:
    slots = [passphrase_slot("words", DATA_KEY, vault=VAULT, key_id=KEY_ID, parameters=cheap(), now=NOW)]
    if all_types:
        for type_, secret in ((WayInKind.RECOVERY, bytearray(16)), (WayInKind.DEVICE, bytearray(32))):
            kdf = Hkdf(bytes(32))
            key = wrapping_key_of_secret(type_, secret, kdf.salt)
            slots.append(wrap(DATA_KEY, key, kdf, type_=type_, vault=VAULT, key_id=KEY_ID, now=NOW))
    return KeyFile(VAULT, generation, KEY_ID, bytes(range(16)), tuple(slots)).sealed(DATA_KEY)


WHOLE = a_key_file(all_types=True).to_bytes()


def with_checksum(line: bytes) -> bytes:
    return line + b"\n" + hashlib.sha256(line).hexdigest().encode() + b"\n"


def altered(data: bytes, change: Callable[[dict[str, Any]], object]) -> bytes:
    """The file after `change` to its content, with a checksum that fits."""
    content = json.loads(data.split(b"\n")[0])
    change(content)
    return with_checksum(canonical_json(content))


def test_what_was_written_is_read_with_every_type_of_slot() -> None:
    written = a_key_file(7, all_types=True)
    assert key_file.parse(written.to_bytes()) == written
    assert [slot.type for slot in written.slots] == [WayInKind.PASSPHRASE, WayInKind.RECOVERY, WayInKind.DEVICE]


def test_every_single_flipped_bit_is_noticed() -> None:
    for bit in range(len(WHOLE) * 8):
        flipped = bytearray(WHOLE)
        flipped[bit // 8] ^= 1 << bit % 8
        with pytest.raises((KeyFileDamagedError, JournalTooNewError)):
            key_file.parse(bytes(flipped))


def test_a_flipped_bit_in_one_copy_leaves_the_other_to_be_used(tmp_path: Path) -> None:
    dice = random.Random(4)
    for name in key_file.NAMES:
        for _ in range(150):
            for copy in key_file.NAMES:
                (tmp_path / copy).write_bytes(WHOLE)
            flipped = bytearray(WHOLE)
            flipped[dice.randrange(len(flipped))] ^= 1 << dice.randrange(8)
            (tmp_path / name).write_bytes(flipped)
            assert key_file.read_from(tmp_path).to_bytes() == WHOLE


def test_both_copies_damaged_is_told(tmp_path: Path) -> None:
    for name in key_file.NAMES:
        (tmp_path / name).write_bytes(WHOLE[:-10])
    with pytest.raises(KeyFileDamagedError):
        key_file.read_from(tmp_path)


@pytest.mark.parametrize(("main", "backup"), [(7, 8), (8, 7)])
def test_of_two_whole_copies_the_later_one_counts(tmp_path: Path, main: int, backup: int) -> None:
    (tmp_path / key_file.NAMES[0]).write_bytes(a_key_file(main).to_bytes())
    (tmp_path / key_file.NAMES[1]).write_bytes(a_key_file(backup).to_bytes())
    assert key_file.read_from(tmp_path).generation == 8


def _set(path: str, value: object) -> Callable[[dict[str, Any]], None]:
    def change(content: dict[str, Any]) -> None:
        *parents, last = path.split(".")
        target: Any = content
        for parent in parents:
            target = target[int(parent)] if isinstance(target, list) else target[parent]
        if value is ...:
            del target[last]
        else:
            target[last] = value

    return change


@pytest.mark.parametrize(
    "change",
    [
        _set("format", "other"), _set("version", 0), _set("version", value=True),
        _set("version", "1"),
        _set("vault", "XYZ"),
        _set("vault", "00112233445566FF"), _set("gen", 0), _set("gen", -1), _set("gen", 2**53), _set("kid", "0a1b2c3e"),
        _set("db.file", "../../etc/passwd"), _set("db.file", "journal-00000000.tjdb"), _set("db.salt", "00" * 15),
        _set("db.more", 1), _set("more", 1), _set("mac", ...), _set("mac", "AAAA"), _set("slots", []),
        _set("slots", {}),
        _set("slots.0.type", "other"), _set("slots.0.type", "recovery"), _set("slots.0.id", "00"),
        _set("slots.0.kid", "00000000"), _set("slots.0.created", "yesterday"), _set("slots.0.more", 1),
        _set("slots.0.kdf.name", "pbkdf2"), _set("slots.0.kdf.v", 16), _set("slots.0.kdf.m", 2 * 1024 * 1024 + 1),
        _set("slots.0.kdf.m", 2**40), _set("slots.0.kdf.m", 7), _set("slots.0.kdf.t", 17), _set("slots.0.kdf.t", 0),
        _set("slots.0.kdf.p", 17), _set("slots.0.kdf.salt", "AAAA"), _set("slots.0.kdf.salt", None),
        _set("slots.0.wrap.alg", "none"), _set("slots.0.wrap.ct", ""), _set("slots.0.wrap.nonce", "A" * 15 + "="),
        _set("slots.1.type", "passphrase"), _set("slots.1.kdf.salt", "AAAA"), _set("slots.2.kdf.name", "argon2id"),
        lambda content: content["slots"].extend([content["slots"][0]] * 14),
        lambda content: content["slots"].append(content["slots"][0]),
    ],
)  # fmt: skip
def test_whatever_breaks_a_rule_is_refused_before_any_work_is_done_with_it(
    change: Callable[[dict[str, Any]], object],
) -> None:
    with pytest.raises(KeyFileDamagedError):
        key_file.parse(altered(WHOLE, change))


@pytest.mark.parametrize(
    "data",
    [
        b"", b"\n", b"\n\n", with_checksum(b"null"), with_checksum(b"[]"), with_checksum(b"1"), with_checksum(b'"x"'),
        with_checksum(b"[" * 5000), with_checksum(b"\xff\xfe{"), with_checksum(b"NaN"),
        with_checksum(WHOLE.split(b"\n")[0] + b" "), with_checksum(WHOLE.split(b"\n")[0].replace(b",", b", ", 1)),
        with_checksum(WHOLE.split(b"\n")[0].replace(b'"gen":1', b'"gen":1.0')),
        with_checksum(WHOLE.split(b"\n")[0].replace(b'"gen":1', b'"gen":1e0')),
        with_checksum(WHOLE.split(b"\n")[0].replace(b'"gen":1', b'"gen":1,"gen":1')),
        with_checksum(WHOLE.split(b"\n")[0].replace(b'"gen":1', b'"gen":' + b"9" * 5000)),
        with_checksum(WHOLE.split(b"\n")[0].replace(b'"kid"', b'"\\u006bid"', 1)),
        WHOLE + b"\n", WHOLE.rstrip(), WHOLE.replace(b"\n", b"\r\n"), b"\xef\xbb\xbf" + WHOLE, WHOLE + b" " * 20_000,
    ],
)  # fmt: skip
def test_whatever_is_not_the_one_canonical_form_is_refused(data: bytes) -> None:
    with pytest.raises(KeyFileDamagedError):
        key_file.parse(data)


@given(st.binary(max_size=2000))
def test_any_bytes_give_a_key_file_or_one_of_our_errors(data: bytes) -> None:
    for attempt in (data, with_checksum(data.replace(b"\n", b""))):
        try:
            key_file.parse(attempt)
        except TrustJournalError:
            continue


_JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(max_size=20) | st.floats(),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text(max_size=8), inner, max_size=4),
    max_leaves=8,
)


@settings(suppress_health_check=[HealthCheck.too_slow])
@given(st.data())
def test_any_value_in_any_place_gives_a_key_file_or_one_of_our_errors(data: st.DataObject) -> None:
    content = json.loads(WHOLE.split(b"\n")[0])
    target: Any = content
    while True:
        key = data.draw(st.sampled_from(sorted(target) if isinstance(target, dict) else range(len(target))))
        if not isinstance(target[key], dict | list) or not target[key] or data.draw(st.booleans()):
            break
        target = target[key]
    target[key] = data.draw(_JSON)
    line = json.dumps(content, sort_keys=True, separators=(",", ":")).encode()
    try:
        key_file.parse(with_checksum(line))
    except TrustJournalError:
        return


@pytest.mark.parametrize("newer", key_file.NAMES)
def test_a_copy_of_a_newer_format_is_never_answered_with_the_older_copy(tmp_path: Path, newer: str) -> None:
    for name in key_file.NAMES:
        (tmp_path / name).write_bytes(WHOLE)
    (tmp_path / newer).write_bytes(altered(WHOLE, lambda content: content.update(version=2, novelty=[])))
    with pytest.raises(JournalTooNewError):
        key_file.read_from(tmp_path)


@pytest.mark.parametrize(
    ("change", "error"),
    [
        (_set("slots.0.kdf.m", 32), WrongPassphraseError),
        (_set("slots.0.kdf.t", 2), WrongPassphraseError),
        (_set("slots.0.kdf.p", 2), WrongPassphraseError),
        (_set("slots.0.created", "2020-01-01T00:00:00Z"), WrongPassphraseError),
        (_set("slots.0.id", "00000000"), WrongPassphraseError),
        (_set("slots.0.type", "recovery"), KeyFileDamagedError),
        (_set("vault", "0" * 16), WrongPassphraseError),
        (_set("gen", 99), KeyFileTamperedError),
        (_set("db.salt", "0" * 32), KeyFileTamperedError),
        (_set("db.file", "journal-00000000.tjdb"), KeyFileDamagedError),
        (_set("mac", "A" * 43 + "="), KeyFileTamperedError),
        (lambda content: content["slots"].append(dict(content["slots"][0], id="00000000")), KeyFileTamperedError),
    ],
)
def test_altering_the_key_file_with_a_fitting_checksum_opens_nothing(
    folder: Path, keys: JournalKeys, change: Callable[[dict[str, Any]], object], error: type[Exception]
) -> None:
    for name in key_file.NAMES:
        (folder / name).write_bytes(altered((folder / name).read_bytes(), change))
    before = [(folder / name).read_bytes() for name in key_file.NAMES]
    with pytest.raises(error) as raised:
        unlock_with_passphrase(folder, PASSPHRASE)
    assert type(raised.value) is error
    assert [(folder / name).read_bytes() for name in key_file.NAMES] == before


def test_removing_a_slot_is_noticed(tmp_path: Path) -> None:
    whole = a_key_file(all_types=True)
    fewer = key_file.parse(altered(whole.to_bytes(), lambda content: content["slots"].pop()))
    assert whole.is_genuine(DATA_KEY)
    assert not fewer.is_genuine(DATA_KEY)


def test_a_stale_temporary_file_or_a_link_in_its_place_blocks_or_leaks_nothing(tmp_path: Path) -> None:
    target = tmp_path / "vault.tjkeys"
    (tmp_path / "vault.tjkeys.tmp").write_bytes(b"left by a crash" * 100)
    write_atomically(target, b"new")
    assert target.read_bytes() == b"new"
    elsewhere = tmp_path / "elsewhere"
    (tmp_path / "vault.tjkeys.tmp").symlink_to(elsewhere)
    with pytest.raises(OSError):
        write_atomically(target, b"newer")
    assert not elsewhere.exists()
    write_atomically(target, b"newer")
    assert sorted(path.name for path in tmp_path.iterdir()) == ["vault.tjkeys"]


def test_a_write_that_fails_leaves_the_copies_as_they_were(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    key_file.write_to(tmp_path, a_key_file(1))
    before = (tmp_path / key_file.NAMES[0]).read_bytes()

    def refuse(*_: object) -> None:
        raise PermissionError(13, "no")

    monkeypatch.setattr("trustjournal.storage.atomic_file._replace", refuse)
    with pytest.raises(StorageReadOnlyError):
        key_file.write_to(tmp_path, a_key_file(2))
    assert [(tmp_path / name).read_bytes() for name in key_file.NAMES] == [before, before]
    assert len(list(tmp_path.iterdir())) == 2


def test_the_key_file_says_nothing_about_itself_when_printed() -> None:
    whole = a_key_file(all_types=True)
    assert str(bytes(DATA_KEY)) not in repr(whole)
    assert "wrapped" not in repr(whole)
