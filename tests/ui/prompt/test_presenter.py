"""What the prompt decides, without a window."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from pathlib import Path

import pytest

from tests.fakes.stepped_tasks import SteppedTasks
from trustjournal.errors import (
    JournalExistsError,
    JournalMissingError,
    SessionLostError,
    StorageReadOnlyError,
    WorldError,
    WrongPassphraseError,
)
from trustjournal.services.passphrases import Strength
from trustjournal.services.vault import Outlook
from trustjournal.ui.prompt.enquiries import Enquiries
from trustjournal.ui.prompt.flow.making import folder_name_of
from trustjournal.ui.prompt.presenter import PromptPresenter
from trustjournal.ui.prompt.requests import CreateRequest, Request, UnlockRequest
from trustjournal.ui.prompt.state import Need, PromptState, Screen, Spot, Trouble

PERSONAL, OLD, PLACE = Path("/j/Personal"), Path("/j/Old"), Path("/data")


@dataclass
class Scene:
    tasks: SteppedTasks = field(default_factory=SteppedTasks)
    shown: list[PromptState] = field(default_factory=list)
    requests: list[Request] = field(default_factory=list)
    estimated: list[tuple[str, Sequence[str]]] = field(default_factory=list)
    obstacles: dict[Path, WorldError] = field(default_factory=dict)

    def presenter(self, *journals: Path) -> PromptPresenter:
        def estimate(passphrase: str, own_words: Sequence[str]) -> Strength:
            self.estimated.append((passphrase, own_words))
            return Strength(float(len(passphrase)))

        return PromptPresenter(
            journals=journals,
            place=PLACE,
            order=None,
            trusted_ways=frozenset(),
            enquiries=Enquiries(
                outlook_of=lambda folder: Outlook(self.obstacles.get(folder)),
                can_trust_computer=lambda: True,
                estimate=estimate,
                propose=lambda: "six words here",
            ),
            tasks=self.tasks,
            show=self.shown.append,
            send=self.requests.append,
        )


@pytest.fixture
def scene() -> Scene:
    return Scene()


def test_the_journal_used_last_is_the_one_to_unlock(scene: Scene) -> None:
    state = scene.presenter(PERSONAL, OLD).state
    assert (state.screen, state.folder) == (Screen.UNLOCK, PERSONAL)
    assert not state.is_first_run


def test_without_a_journal_the_first_screen_makes_one(scene: Scene) -> None:
    state = scene.presenter().state
    assert state.screen is Screen.CREATE
    assert state.is_first_run


def test_a_journal_that_is_not_there_is_told_before_anything_is_typed(scene: Scene) -> None:
    scene.obstacles[PERSONAL] = JournalMissingError()
    presenter = scene.presenter(PERSONAL)
    presenter.start()
    scene.tasks.all()
    assert presenter.state.trouble == Trouble(Spot.PASSPHRASE, scene.obstacles[PERSONAL], is_there_first=True)


def test_what_came_with_the_screen_stays_until_the_next_try(scene: Scene) -> None:
    presenter = scene.presenter(PERSONAL)
    presenter.refuse(SessionLostError())
    presenter.clear_trouble()
    assert presenter.state.trouble is not None
    presenter.getting_in.by_passphrase("words")
    assert presenter.state.trouble is None


def test_what_was_seen_of_another_journal_is_not_said_of_this_one(scene: Scene) -> None:
    scene.obstacles[PERSONAL] = JournalMissingError()
    presenter = scene.presenter(PERSONAL, OLD)
    presenter.start()
    presenter.getting_in.choose_journal(OLD)
    scene.tasks.all()
    assert presenter.state.folder == OLD
    assert presenter.state.trouble is None


def test_unlocking_asks_once_and_takes_nothing_more_until_it_is_over(scene: Scene) -> None:
    presenter = scene.presenter(PERSONAL, OLD)
    presenter.getting_in.by_passphrase("words")
    presenter.getting_in.by_passphrase("words")
    presenter.getting_in.choose_journal(OLD)
    presenter.making.start()
    assert scene.requests == [UnlockRequest(PERSONAL, "words")]
    working = presenter.state
    assert working.is_working
    assert working.folder == PERSONAL
    presenter.refuse(WrongPassphraseError())
    refused = presenter.state
    assert not refused.is_working
    assert refused.trouble is not None
    presenter.getting_in.by_passphrase("other words")
    assert len(scene.requests) == 2
    assert presenter.state.trouble is None


def test_an_empty_passphrase_is_not_tried(scene: Scene) -> None:
    presenter = scene.presenter(PERSONAL)
    presenter.getting_in.by_passphrase("")
    assert scene.requests == []
    assert presenter.state.trouble == Trouble(Spot.PASSPHRASE, Need.PASSPHRASE)


def test_a_passphrase_is_used_exactly_as_typed(scene: Scene) -> None:
    presenter = scene.presenter(PERSONAL)
    presenter.getting_in.by_passphrase("  spaces count ")
    assert scene.requests == [UnlockRequest(PERSONAL, "  spaces count ")]


def test_typing_takes_the_words_about_trouble_away(scene: Scene) -> None:
    presenter = scene.presenter(PERSONAL)
    presenter.getting_in.by_passphrase("words")
    presenter.refuse(WrongPassphraseError())
    presenter.clear_trouble()
    assert presenter.state.trouble is None


@pytest.mark.parametrize(
    ("name", "passphrase", "again", "trouble"),
    [
        ("", "a", "a", Trouble(Spot.NAME, Need.NAME)),
        (" / ", "a", "a", Trouble(Spot.NAME, Need.NAME)),
        ("Personal", "", "", Trouble(Spot.PASSPHRASE, Need.PASSPHRASE)),
        ("Personal", "a", "A", Trouble(Spot.AGAIN, Need.SAME_TWICE)),
        ("Personal", "a", "a ", Trouble(Spot.AGAIN, Need.SAME_TWICE)),
    ],
)
def test_what_a_new_journal_still_needs_is_said_where_it_is_needed(
    scene: Scene, name: str, passphrase: str, again: str, trouble: Trouble
) -> None:
    presenter = scene.presenter()
    presenter.making.make(name, passphrase, again)
    assert presenter.state.trouble == trouble
    assert scene.requests == []
    assert not presenter.state.is_working


def test_a_new_journal_is_made_in_a_folder_of_its_name(scene: Scene) -> None:
    presenter = scene.presenter()
    presenter.making.choose_place(Path("/elsewhere"))
    presenter.making.make("My notes", "words", "words")
    presenter.making.make("My notes", "words", "words")
    assert scene.requests == [CreateRequest(Path("/elsewhere/My notes"), "words")]
    assert presenter.state.is_working


@pytest.mark.parametrize(
    ("error", "spot"),
    [
        (JournalExistsError(), Spot.NAME),
        (StorageReadOnlyError(), Spot.PLACE),
        (RuntimeError(), Spot.PASSPHRASE),
    ],
)
def test_a_journal_that_could_not_be_made_says_where_to_look(scene: Scene, error: Exception, spot: Spot) -> None:
    presenter = scene.presenter()
    presenter.making.make("Personal", "a", "a")
    presenter.refuse(error)
    assert presenter.state.trouble == Trouble(spot, error)


def test_only_the_newest_passphrase_is_estimated_and_shown(scene: Scene) -> None:
    presenter = scene.presenter()
    for typed in ("a", "ab", "abc", "abcd"):
        presenter.passphrases.type_passphrase(typed, "Personal")
    scene.tasks.all()
    assert scene.estimated == [("a", ("Personal",)), ("abcd", ("Personal",))]
    assert [state.strength for state in scene.shown if state.strength is not None] == [Strength(4.0)]


def test_an_emptied_field_has_no_strength_even_if_an_estimate_comes_late(scene: Scene) -> None:
    presenter = scene.presenter()
    presenter.passphrases.type_passphrase("abc", "")
    presenter.passphrases.type_passphrase("", "")
    scene.tasks.all()
    assert presenter.state.strength is None


def test_a_passphrase_is_proposed_only_when_asked_for(scene: Scene) -> None:
    presenter = scene.presenter()
    presenter.passphrases.make_one_up()
    scene.tasks.all()
    presenter.passphrases.put_proposal_away()
    assert [state.proposal for state in scene.shown] == ["six words here", None]


def test_back_leads_to_the_journal_that_was_to_be_unlocked(scene: Scene) -> None:
    presenter = scene.presenter(PERSONAL)
    presenter.making.start()
    assert presenter.state.screen is Screen.CREATE
    presenter.go_back()
    assert (presenter.state.screen, presenter.state.folder) == (Screen.UNLOCK, PERSONAL)


def test_once_open_nothing_more_can_be_asked(scene: Scene) -> None:
    presenter = scene.presenter(PERSONAL)
    presenter.getting_in.by_passphrase("words")
    presenter.opened()
    presenter.getting_in.by_passphrase("words")
    assert presenter.state.is_done
    assert len(scene.requests) == 1


@pytest.mark.parametrize("make", [UnlockRequest, CreateRequest])
def test_a_request_does_not_show_the_passphrase(make: Callable[[Path, str], object]) -> None:
    assert "canary" not in repr(make(PERSONAL, "canary"))


@pytest.mark.parametrize(
    ("name", "folder"),
    [
        ("Personal", "Personal"),
        ("  Me & you  ", "Me & you"),
        ("a/b\\c:d", "a b c d"),
        ("..", ""),
        ("con", ""),
        ("LPT1.txt", ""),
        ("日記", "日記"),
        ("x" * 200, "x" * 80),
        ("tab\tand\nline", "tab and line"),
    ],
)
def test_a_name_becomes_a_folder_name_every_system_takes(name: str, folder: str) -> None:
    assert folder_name_of(name) == folder
