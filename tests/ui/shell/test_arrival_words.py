"""What is said when the journal has opened."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from trustjournal.domain.arrival import Arrival
from trustjournal.domain.vault_task import TaskOrder, VaultNews, VaultTask
from trustjournal.domain.way_in import WayInKind
from trustjournal.ui.parts.page import ToastMessage
from trustjournal.ui.shell.arrival_words import arrival_message

NOON = datetime(2026, 3, 9, 11, tzinfo=UTC)
LAST = "Last opened Monday, 9 March 2026, 12:00."


def _message(
    arrival: Arrival, last_opened: datetime | None = NOON, *, older: bool = False, orders: list[TaskOrder] | None = None
) -> ToastMessage | None:
    heard: list[TaskOrder] = [] if orders is None else orders
    return arrival_message(
        arrival,
        last_opened,
        zone="Europe/Rome",
        key_file_is_older=older,
        start_task=heard.append,
    )


def _text(arrival: Arrival, last_opened: datetime | None = NOON, *, older: bool = False) -> str:
    message = _message(arrival, last_opened, older=older)
    assert message is not None
    return message.text


def test_the_last_opening_is_told_by_the_clock_on_the_wall() -> None:
    assert _text(Arrival()) == LAST


@pytest.mark.parametrize(
    ("attempts", "words"), [(1, "1 failed attempt since."), (2, "2 failed attempts since."), (40, "40 failed")]
)
def test_failed_attempts_since_are_counted(attempts: int, words: str) -> None:
    assert f"{LAST} {words}" in _text(Arrival(failed_attempts=attempts))


def test_a_first_opening_has_nothing_to_tell() -> None:
    assert _message(Arrival(), None) is None
    assert _message(Arrival(news=VaultNews.CREATED), None) is None


@pytest.mark.parametrize("news", [news for news in VaultNews if news not in (VaultNews.NONE, VaultNews.CREATED)])
def test_what_was_done_is_told_instead_of_the_last_opening(news: VaultNews) -> None:
    text = _text(Arrival(news=news))
    assert text
    assert "Last opened" not in text
    assert _text(Arrival(news=news, failed_attempts=3)) == f"{text} 3 failed attempts since.", "tries are always told"


def test_a_changed_passphrase_says_what_it_does_not_change() -> None:
    text = _text(Arrival(news=VaultNews.PASSPHRASE_CHANGED))
    assert text == "Your passphrase is changed. Older backups still open with the old one."


@pytest.mark.parametrize("news", [VaultNews.NONE, VaultNews.MOVED])
def test_an_older_key_file_is_told_whatever_else_there_is(news: VaultNews) -> None:
    orders: list[TaskOrder] = []
    message = _message(Arrival(news=news, way_in=WayInKind.RECOVERY), older=True, orders=orders)
    assert message is not None
    assert "An older key file was put back" in message.text
    assert not message.text.startswith("An older") or news is not VaultNews.NONE
    assert message.on_action is not None
    assert not message.is_undo
    message.on_action()
    assert orders == [TaskOrder(VaultTask.RE_ENCRYPT)]


def test_whoever_came_by_the_recovery_code_is_offered_a_passphrase() -> None:
    orders: list[TaskOrder] = []
    message = _message(Arrival(way_in=WayInKind.RECOVERY), orders=orders)
    assert message is not None
    assert "You came in by the recovery code." in message.text
    assert LAST in message.text
    assert not message.is_undo
    assert message.on_action is not None
    message.on_action()
    assert orders == [TaskOrder(VaultTask.CHANGE_PASSPHRASE)]


def test_whoever_has_set_one_already_is_not() -> None:
    message = _message(Arrival(way_in=WayInKind.RECOVERY, news=VaultNews.PASSPHRASE_CHANGED))
    assert message is not None
    assert message.on_action is None
