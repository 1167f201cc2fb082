"""The save keeper loses no written word and says *saved* only when it is."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import UTC, datetime
from uuid import UUID

import pytest
from pytestqt.qtbot import QtBot

from tests.fakes.stepped_tasks import SteppedTasks
from trustjournal.domain.entry import Entry
from trustjournal.domain.ids import EntryId
from trustjournal.domain.moment import Moment
from trustjournal.errors import EntryChangedElsewhereError, StorageFullError
from trustjournal.ui.parts.save_keeper import KeptBoth, SaveKeeper, SavePhase, SaveState

NOON = datetime(2026, 3, 1, 12, 0, tzinfo=UTC)
FIRST, SECOND, COPY = (EntryId(UUID(int=number)) for number in (1, 2, 99))


def entry(text: str, entry_id: EntryId = FIRST, revision: int = 0) -> Entry:
    return Entry(entry_id, Moment.of(NOON, "UTC"), text=text, revision=revision)


class Shelf:
    """Stores like the writing service does, and can be made to refuse."""

    def __init__(self) -> None:
        self.kept: dict[EntryId, Entry] = {}
        self.calls: list[Entry] = []
        self.refusal: Exception | None = None

    def save(self, one: Entry) -> Entry:
        self.calls.append(one)
        if self.refusal is not None:
            raise self.refusal
        if one.is_blank and one.revision == 0:
            return one
        stored = self.kept.get(one.id)
        if stored is not None and stored.revision != one.revision:
            raise EntryChangedElsewhereError
        self.kept[one.id] = replace(one, revision=one.revision + 1)
        return self.kept[one.id]


@dataclass
class Scene:
    shelf: Shelf
    tasks: SteppedTasks
    keeper: SaveKeeper
    phases: list[SavePhase]
    stored: list[Entry]
    both: list[KeptBoth]


@pytest.fixture
def scene(qtbot: QtBot) -> Scene:
    shelf, tasks = Shelf(), SteppedTasks()
    keeper = SaveKeeper(shelf.save, tasks, new_id=lambda: COPY)
    made = Scene(shelf, tasks, keeper, [], [], [])

    def remember(state: SaveState) -> None:
        made.phases.append(state.phase)

    keeper.state_changed.connect(remember)
    keeper.stored.connect(made.stored.append)
    keeper.kept_both.connect(made.both.append)
    return made


def phase(scene: Scene) -> SavePhase:
    return scene.keeper.state.phase


def test_saved_is_said_only_after_the_commit_returned(scene: Scene) -> None:
    scene.keeper.put(entry("a"))
    assert scene.phases == [SavePhase.SAVING]
    assert not scene.keeper.is_stored(FIRST)
    scene.tasks.step()
    assert scene.phases == [SavePhase.SAVING, SavePhase.SAVED]
    assert scene.keeper.is_stored(FIRST)


def test_the_newest_version_wins_while_a_save_is_running(scene: Scene) -> None:
    scene.keeper.put(entry("a"))
    scene.keeper.put(entry("ab"))
    scene.keeper.put(entry("abc"))
    scene.tasks.all()
    assert [call.text for call in scene.shelf.calls] == ["a", "abc"]
    assert scene.shelf.kept[FIRST].text == "abc"
    assert scene.shelf.kept[FIRST].revision == 2
    assert scene.both == []


def test_saved_is_not_said_between_two_versions(scene: Scene) -> None:
    scene.keeper.put(entry("a"))
    scene.keeper.put(entry("ab"))
    scene.tasks.step()
    assert SavePhase.SAVED not in scene.phases


def test_versions_of_two_entries_do_not_replace_each_other(scene: Scene) -> None:
    scene.keeper.put(entry("a"))
    scene.keeper.put(entry("b", SECOND))
    scene.tasks.all()
    assert {kept.text for kept in scene.shelf.kept.values()} == {"a", "b"}


def test_a_blank_page_is_not_called_saved(scene: Scene) -> None:
    scene.keeper.put(entry("  "))
    scene.tasks.all()
    assert scene.stored == []
    assert phase(scene) is SavePhase.IDLE


def test_a_failed_save_keeps_the_text_and_retries_when_asked(scene: Scene) -> None:
    scene.shelf.refusal = StorageFullError()
    scene.keeper.put(entry("a"))
    scene.tasks.all()
    assert phase(scene) is SavePhase.FAILED
    assert isinstance(scene.keeper.state.error, StorageFullError)
    assert [kept.text for kept in scene.keeper.unsaved] == ["a"]
    scene.shelf.refusal = None
    scene.keeper.retry()
    scene.tasks.all()
    assert scene.shelf.kept[FIRST].text == "a"
    assert phase(scene) is SavePhase.SAVED
    assert scene.keeper.unsaved == ()


def test_the_next_version_of_any_entry_retries_what_failed(scene: Scene) -> None:
    scene.shelf.refusal = StorageFullError()
    scene.keeper.put(entry("a"))
    scene.tasks.all()
    scene.shelf.refusal = None
    scene.keeper.put(entry("b", SECOND))
    scene.tasks.all()
    assert set(scene.shelf.kept) == {FIRST, SECOND}


def test_a_disk_that_stays_full_is_not_asked_for_ever(scene: Scene) -> None:
    scene.shelf.refusal = StorageFullError()
    scene.keeper.put(entry("a"))
    scene.keeper.put(entry("ab"))
    scene.tasks.all()
    assert len(scene.shelf.calls) == 2
    assert [kept.text for kept in scene.keeper.unsaved] == ["ab"]


def test_words_changed_elsewhere_are_kept_beside_each_other(scene: Scene) -> None:
    scene.shelf.kept[FIRST] = entry("theirs", revision=7)
    scene.keeper.put(entry("mine", revision=3))
    scene.tasks.all()
    assert scene.shelf.kept[FIRST].text == "theirs"
    assert scene.shelf.kept[COPY].text == "mine"
    assert scene.both == [KeptBoth(FIRST, COPY)]
    assert phase(scene) is SavePhase.SAVED


def test_a_page_that_goes_on_typing_after_that_makes_no_third_entry(scene: Scene) -> None:
    scene.shelf.kept[FIRST] = entry("theirs", revision=7)
    scene.keeper.put(entry("mine", revision=3))
    scene.keeper.put(entry("mine, more", revision=3))
    scene.tasks.all()
    scene.keeper.put(entry("mine, even more", revision=3))
    scene.tasks.all()
    assert set(scene.shelf.kept) == {FIRST, COPY}
    assert scene.shelf.kept[COPY].text == "mine, even more"
    scene.keeper.put(entry("theirs, read again", revision=7))
    scene.tasks.all()
    assert scene.shelf.kept[FIRST].text == "theirs, read again"


def test_a_copy_that_cannot_be_stored_either_is_held_and_not_copied_for_ever(scene: Scene) -> None:
    scene.shelf.refusal = EntryChangedElsewhereError()
    scene.keeper.put(entry("mine", revision=3))
    scene.tasks.all()
    assert len(scene.shelf.calls) == 2
    assert [kept.text for kept in scene.keeper.unsaved] == ["mine"]


def test_flush_with_nothing_unsaved_goes_on_at_once(scene: Scene) -> None:
    outcome: list[str] = []
    scene.keeper.flush(lambda: outcome.append("done"), lambda _error: outcome.append("failed"))
    assert outcome == ["done"]


def test_flush_waits_for_words_on_their_way(scene: Scene) -> None:
    outcome: list[str] = []
    scene.keeper.put(entry("a"))
    scene.keeper.flush(lambda: outcome.append("done"), lambda _error: outcome.append("failed"))
    assert outcome == []
    scene.tasks.all()
    assert outcome == ["done"]
    assert scene.shelf.kept[FIRST].text == "a"


def test_flush_that_cannot_store_says_so_once_and_keeps_the_words(scene: Scene) -> None:
    outcome: list[object] = []
    scene.shelf.refusal = StorageFullError()
    scene.keeper.put(entry("a"))
    scene.tasks.all()
    scene.keeper.flush(lambda: outcome.append("done"), outcome.append)
    scene.tasks.all()
    assert outcome == [scene.shelf.refusal]
    assert [kept.text for kept in scene.keeper.unsaved] == ["a"]


def test_a_deleted_entry_is_not_written_again(scene: Scene) -> None:
    scene.keeper.put(entry("a"))
    scene.keeper.put(entry("ab"))
    scene.keeper.forget(FIRST)
    scene.keeper.flush(lambda: None, lambda _error: None)
    scene.tasks.all()
    assert [call.text for call in scene.shelf.calls] == ["a"]


def test_a_deleted_entry_whose_save_fails_is_not_held(scene: Scene) -> None:
    scene.shelf.refusal = StorageFullError()
    scene.keeper.put(entry("a"))
    scene.keeper.forget(FIRST)
    scene.tasks.all()
    assert scene.keeper.unsaved == ()
    assert phase(scene) is not SavePhase.FAILED


def test_what_is_held_is_the_newest_version_of_each_entry_that_is_not_on_the_disk(scene: Scene) -> None:
    scene.shelf.refusal = StorageFullError()
    scene.keeper.put(entry("a"))
    assert [kept.text for kept in scene.keeper.held] == ["a"]  # on its way
    scene.keeper.put(entry("ab"))
    assert [kept.text for kept in scene.keeper.held] == ["ab"]
    scene.tasks.all()
    assert [kept.text for kept in scene.keeper.held] == ["ab"]  # refused
    scene.shelf.refusal = None
    scene.keeper.retry()
    scene.tasks.all()
    assert scene.keeper.held == ()
