"""Every refusal has its own calm words, and none shows a detail."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from trustjournal import errors
from trustjournal.errors import WorldError
from trustjournal.ui.messages import sentence, worded


def kinds(base: type[Exception]) -> Iterator[type[Exception]]:
    yield base
    for kind in base.__subclasses__():
        yield from kinds(kind)


WORLD = tuple(kinds(WorldError))


@pytest.mark.parametrize("kind", WORLD, ids=lambda kind: kind.__name__)
def test_every_error_of_the_world_has_words_of_its_own(kind: type[Exception]) -> None:
    assert kind in worded()


def test_no_two_errors_of_the_world_say_the_same() -> None:
    titles = [sentence(kind()).title for kind in WORLD]
    assert len(set(titles)) == len(titles)


def test_the_five_refusals_of_the_unlock_screen_differ_in_every_part() -> None:
    five = (
        errors.WrongPassphraseError(),
        errors.JournalDamagedError(),
        errors.JournalInUseError(),
        errors.JournalMissingError(),
        errors.JournalTooNewError(),
    )
    messages = [sentence(error) for error in five]
    for part in ("title", "text", "next_step"):
        assert len({getattr(message, part) for message in messages}) == 5


@pytest.mark.parametrize(
    "error", [ValueError("canary"), errors.HandOffError("canary"), errors.StorageFullError("canary")]
)
def test_no_detail_of_an_error_is_shown(error: Exception) -> None:
    assert "canary" not in str(sentence(error))


def test_an_error_nobody_foresaw_is_called_our_mistake() -> None:
    assert "our mistake" in sentence(KeyError("x")).text
    assert sentence(errors.ContentError()) == sentence(RuntimeError())


def test_an_error_added_later_falls_back_to_the_kind_it_belongs_to() -> None:
    class OddDamageError(errors.JournalDamagedError):
        pass

    assert sentence(OddDamageError()) == sentence(errors.JournalDamagedError())


@pytest.mark.parametrize("kind", WORLD, ids=lambda kind: kind.__name__)
def test_the_words_are_calm_and_short(kind: type[Exception]) -> None:
    message = sentence(kind())
    whole = str(message).lower()
    assert "!" not in whole
    for word in ("must", "failed", "invalid", "error", "fatal", "abort", "illegal", "should"):
        assert word not in whole.split()
    for part in (message.text, message.next_step):
        for one in part.split(". "):
            assert len(one.split()) <= 20
