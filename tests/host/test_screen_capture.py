"""How a window is kept out of screenshots on each system, with the system faked; only Linux is asked for real."""

from __future__ import annotations

import sys

import pytest

from trustjournal.host.screen_capture import Excluder, exclude_window, excluder_of, is_possible

WINDOW = 4711


class FakeUser32:
    """Remembers what it was told."""

    def __init__(self, *, says_yes: bool = True) -> None:
        self.told: list[tuple[int, int]] = []
        self._says_yes = says_yes

    def SetWindowDisplayAffinity(self, window: int, affinity: int) -> int:  # noqa: N802 - its name
        self.told.append((window, affinity))
        return int(self._says_yes)


class FakeMessages:
    """An Objective-C runtime in which every view has the window given."""

    def __init__(self, window: int) -> None:
        self.told: list[tuple[int, str, int]] = []
        self._window = window

    def ask(self, receiver: int, selector: str) -> int:
        assert (receiver, selector) == (WINDOW, "window")
        return self._window

    def tell(self, receiver: int, selector: str, number: int) -> None:
        self.told.append((receiver, selector, number))


def _excluder(
    platform: str,
    *,
    build: int = 26100,
    user32: FakeUser32 | None = None,
    messages: FakeMessages | None = None,
) -> Excluder | None:
    return excluder_of(
        platform,
        windows_build=lambda: build,
        user32=lambda: user32 or FakeUser32(),
        messages=lambda: messages or FakeMessages(1),
    )


@pytest.mark.skipif(sys.platform != "linux", reason="the answer of Linux")
def test_on_linux_no_window_can_be_kept_out_and_it_says_so() -> None:
    assert not is_possible()
    assert not exclude_window(WINDOW, True)  # noqa: FBT003


@pytest.mark.parametrize(("platform", "has_a_way"), [("linux", False), ("win32", True), ("darwin", True)])
def test_each_system_has_its_way_or_none(platform: str, has_a_way: bool) -> None:
    assert (_excluder(platform) is not None) is has_a_way


@pytest.mark.parametrize(("build", "has_a_way"), [(19040, False), (19041, True)])
def test_a_windows_that_would_only_blacken_the_window_counts_as_none(build: int, has_a_way: bool) -> None:
    assert (_excluder("win32", build=build) is not None) is has_a_way


def test_windows_is_told_to_leave_the_window_out_and_to_let_it_in_again() -> None:
    user32 = FakeUser32()
    exclude = _excluder("win32", user32=user32)
    assert exclude is not None
    assert exclude(WINDOW, True)  # noqa: FBT003
    assert exclude(WINDOW, False)  # noqa: FBT003
    assert user32.told == [(WINDOW, 0x11), (WINDOW, 0)]


def test_a_windows_that_says_no_is_not_told_as_done() -> None:
    exclude = _excluder("win32", user32=FakeUser32(says_yes=False))
    assert exclude is not None
    assert not exclude(WINDOW, True)  # noqa: FBT003


def test_macos_is_told_that_nobody_shares_the_window_of_the_view() -> None:
    messages = FakeMessages(window=5)
    exclude = _excluder("darwin", messages=messages)
    assert exclude is not None
    assert exclude(WINDOW, True)  # noqa: FBT003
    assert exclude(WINDOW, False)  # noqa: FBT003
    assert messages.told == [(5, "setSharingType:", 0), (5, "setSharingType:", 1)]


def test_a_view_without_a_window_is_not_told_as_done() -> None:
    messages = FakeMessages(window=0)
    exclude = _excluder("darwin", messages=messages)
    assert exclude is not None
    assert not exclude(WINDOW, True)  # noqa: FBT003
    assert messages.told == []
