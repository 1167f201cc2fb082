"""The steps of the schema: frozen once released, all or nothing, and never without a sound copy."""

from __future__ import annotations

import hashlib
from collections.abc import Callable
from pathlib import Path

import pytest
from sqlcipher3 import dbapi2 as sqlite

from tests.storage.conftest import Stores, entry
from trustjournal.errors import JournalDamagedError, JournalTooNewError, StorageFullError
from trustjournal.storage import database
from trustjournal.storage.database import open_database
from trustjournal.storage.journal_keys import JournalKeys
from trustjournal.storage.migrations import runner
from trustjournal.storage.migrations.runner import Step, pending_steps, released_steps, take, version_of

RELEASED = {
    "m0010_journal.sql": "11d0d114379db0048d404f4342539c300d169d5f82eed0038a1c9d9c3d9c7d84",
    "m0020_entries.sql": "56f5973cb8ee5ac9eca8a848857d08ee69f905a77850ca115cffa310325d3f8d",
    "m0030_check_ins.sql": "35d8de55e28ddbf45452679979114f68822422069d8574e5d3efd627b2bca2a8",
    "m0040_choices.sql": "159089bab415973ae52ff176f5d624a8ac4a42a464e8507f37a539b17a6ddeee",
    "m0050_search.sql": "3455427ca588d3de319495de4433213886e969850fda284f38443ce6d9944165",
    "m0060_entry_marks.sql": "fc278db6937c01c18f0257f3097596d99d7ab7eb3d8f07b4906bfddebf2b0e10",
    "m0070_versions.sql": "d1debea7f85c36352cbeff50b7e44b5cd149b211801a15f1788f1472dddf9d09",
    "m0080_attachments.sql": "a0dee010ed6a23229cec540569827d74f9a65bf3316cc598b3faf005a7b910de",
    "m0090_templates.sql": "dee4bdb733fbb2a684d9eb4fb7b7433ffcb7b4fd8f5714d4e5600f2a8ba8404b",
    "m0100_saved_searches.sql": "7a6d0b3397128cac754a61e4bcd76469c7ba6ab781e6b239ff62ae4cd1c03a96",
    "m0110_personal_words.sql": "3062e6306ad486465be66df5a0ff1f89441e417a016e94eed53a7313cffc25b3",
    "m0120_search_marks.sql": "0a7c0ab3dcc19236de1d1c9c3f068f6ab86b9259f1ac8e69b4d047498cb09627",
    "m0130_entry_days.sql": "6114100842bfe8624b9590d21b453b2d5b1309057bd75061505dd8cef43087ab",
    "m0140_position_before.sql": "180d19cffdae60b57f47bb8dd633d7e17f6ab75be011cdaeb6d48ae00ae1416d",
    "m0150_decks.sql": "60508c062cb919cf427e85ef5b8a11ed8c59943d766be76eb5eee8e711c18d7d",
    "m0160_own_numbers.sql": "95c06a984e46582ff0bd789e8ff2a63b293aa9cdfb49b6c9f482fd27d2af4009",
    "m0170_planned_prompts.sql": "5db5183d19c6daa310eec0656401fe6fb69895ace65e0939db25ff22d0120d13",
}
"""SHA-256 of each step. A step that was released is never changed: add another."""

WORKS = Step(
    900,
    "m0900_next.sql",
    "BEGIN IMMEDIATE; CREATE TABLE novelty (x INTEGER) STRICT; PRAGMA user_version = 900; COMMIT;",
)
FAILS = Step(
    910,
    "m0910_bad.sql",
    "BEGIN IMMEDIATE; CREATE TABLE half (x INTEGER) STRICT; SELECT no_such(); PRAGMA user_version = 910; COMMIT;",
)


@pytest.fixture
def plain() -> sqlite.Connection:
    """An unencrypted database in memory, for steps alone."""
    return sqlite.connect(":memory:", isolation_level=None)


def test_released_steps_have_not_been_changed() -> None:
    assert {step.name: hashlib.sha256(step.script.encode()).hexdigest() for step in released_steps()} == RELEASED


def test_steps_come_in_order_and_in_tens() -> None:
    versions = [step.version for step in released_steps()]
    assert versions == [10 * (place + 1) for place in range(len(versions))]


@pytest.mark.parametrize("step", released_steps(), ids=lambda step: step.name)
def test_each_step_brings_the_database_to_its_own_version(plain: sqlite.Connection, step: Step) -> None:
    take(plain, [earlier for earlier in released_steps() if earlier.version < step.version])
    before = version_of(plain)
    take(plain, [step])
    assert before < version_of(plain) == step.version
    assert not plain.in_transaction
    assert "BEGIN IMMEDIATE;" in step.script
    plain.close()


def test_every_table_is_strict_and_every_record_has_its_columns(stores: Stores) -> None:
    from trustjournal.storage.records import KINDS

    for name, strict in stores.db.rows(
        "SELECT name, strict FROM pragma_table_list WHERE schema = 'main' AND type = 'table'"
    ):
        assert strict or name == "sqlite_schema" or name.startswith("search_"), name
    for kind in KINDS:
        columns = [row[1] for row in stores.db.rows(f"PRAGMA table_info({kind.table})")]
        assert columns[:8] == [
            "n", "id", "device", "revision", "content_hash", "created_at", "changed_at", "deleted_at",
        ]  # fmt: skip


def test_a_step_that_fails_leaves_nothing_of_itself(plain: sqlite.Connection) -> None:
    take(plain, released_steps())
    with pytest.raises(sqlite.OperationalError):
        take(plain, [WORKS, FAILS])
    assert version_of(plain) == 900
    tables = {row[0] for row in plain.execute("SELECT name FROM sqlite_schema")}
    assert "novelty" in tables
    assert "half" not in tables
    assert not plain.in_transaction
    plain.close()


def test_versions_that_are_newer_or_never_were_are_refused() -> None:
    with pytest.raises(JournalTooNewError):
        pending_steps(released_steps()[-1].version + 10, released_steps())
    with pytest.raises(JournalDamagedError):
        pending_steps(15, released_steps())
    newest = released_steps()[-1].version
    assert pending_steps(newest, released_steps()) == ()
    assert [step.version for step in pending_steps(newest - 20, released_steps())] == [newest - 10, newest]


def with_steps(monkeypatch: pytest.MonkeyPatch, *more: Step) -> None:
    monkeypatch.setattr(database, "released_steps", lambda: (*runner.released_steps(), *more))


def test_an_older_journal_is_copied_and_then_brought_up_to_date(
    stores: Stores, reopen: Callable[[], Stores], keys: JournalKeys, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    kept = stores.entries.save(entry("kept over the change"))
    stores.db.close()
    with_steps(monkeypatch, WORKS)
    again = reopen()
    assert again.db.rows("PRAGMA user_version") == [(900,)]
    assert again.entries.get(kept.id) == kept
    copy = folder / f"before-{released_steps()[-1].version:04}-{keys.database}"
    assert copy.stat().st_mode & 0o777 == 0o600
    monkeypatch.undo()
    again.db.close()
    # The copy is the journal as it was, under the same key.
    copy.replace(folder / keys.database)
    before = reopen()
    assert before.db.rows("PRAGMA user_version") == [(released_steps()[-1].version,)]
    assert before.entries.get(kept.id) == kept
    assert before.db.problems() == ()


def test_a_journal_that_is_up_to_date_is_not_copied(stores: Stores, folder: Path) -> None:
    assert not list(folder.glob("before-*"))


def test_a_failed_change_leaves_the_journal_as_it_was(
    stores: Stores, reopen: Callable[[], Stores], monkeypatch: pytest.MonkeyPatch
) -> None:
    kept = stores.entries.save(entry("kept"))
    stores.db.close()
    with_steps(monkeypatch, FAILS)
    with pytest.raises(sqlite.OperationalError):
        reopen()
    monkeypatch.undo()
    assert reopen().entries.get(kept.id) == kept


def test_a_damaged_journal_is_neither_copied_nor_changed(
    stores: Stores, keys: JournalKeys, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    stores.entries.save(entry("words " * 5000))
    stores.db.close()
    path = folder / keys.database
    data = bytearray(path.read_bytes())
    data[-2000] ^= 1
    path.write_bytes(data)
    with_steps(monkeypatch, WORKS)
    with pytest.raises(JournalDamagedError):
        open_database(keys)
    assert path.read_bytes() == data
    assert not list(folder.glob("before-*"))


def test_without_room_for_the_copy_nothing_is_changed(
    stores: Stores, keys: JournalKeys, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    stores.db.close()
    before = (folder / keys.database).read_bytes()
    with_steps(monkeypatch, WORKS)

    def no_room(_: Path) -> None:
        raise OSError(28, "no space")

    monkeypatch.setattr("trustjournal.storage.checked_copy.sync_file", no_room)
    with pytest.raises(StorageFullError):
        open_database(keys)
    assert (folder / keys.database).read_bytes() == before
    assert not list(folder.glob("before-*"))
