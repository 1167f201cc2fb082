"""The clock of this computer."""

from __future__ import annotations

from datetime import UTC, datetime
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

import pytest
import tzlocal

from trustjournal.domain.clock import moment_now
from trustjournal.host.clock import SystemClock


def test_now_is_now_and_in_utc() -> None:
    now = SystemClock().now()
    assert now.utcoffset() == UTC.utcoffset(None)
    assert abs((datetime.now(UTC) - now).total_seconds()) < 5


@pytest.mark.parametrize("name", ["Europe/Rome", "Asia/Kathmandu", "America/Argentina/Ushuaia"])
def test_the_zone_is_the_one_the_computer_is_set_to(monkeypatch: pytest.MonkeyPatch, name: str) -> None:
    monkeypatch.setenv("TZ", name)
    clock = SystemClock()
    assert clock.zone() == name
    assert moment_now(clock).zone == name


@pytest.mark.parametrize("error", [ZoneInfoNotFoundError("x"), ValueError("x"), OSError("x")])
def test_a_computer_that_names_no_zone_still_gets_one_that_exists(
    monkeypatch: pytest.MonkeyPatch, error: Exception
) -> None:
    def fail() -> ZoneInfo:
        raise error

    monkeypatch.setattr(tzlocal, "reload_localzone", fail)
    ZoneInfo(SystemClock().zone())


def test_the_zone_is_not_looked_up_for_every_word_and_not_kept_for_ever(monkeypatch: pytest.MonkeyPatch) -> None:
    looked: list[int] = []

    def look() -> ZoneInfo:
        looked.append(1)
        return ZoneInfo("Europe/Rome")

    monkeypatch.setattr(tzlocal, "reload_localzone", look)
    clock = SystemClock()
    clock.zone()
    clock.zone()
    assert len(looked) == 1
    clock._looked_at -= 61
    clock.zone()
    assert len(looked) == 2
