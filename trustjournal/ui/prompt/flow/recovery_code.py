"""A recovery code on its way to paper: shown, typed back in part, and only then a way in. And the drill."""

from __future__ import annotations

import random
from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from trustjournal.domain.recovery_code import GROUP_LENGTH, GROUPS, groups_of, read, tidied
from trustjournal.domain.vault_task import VaultNews
from trustjournal.errors import RecoveryCodeMistypedError, RecoveryCodeOfAnotherError
from trustjournal.ui.prompt.requests import CodeMade, Done, KeepCodeRequest, MakeCodeRequest, TryCodeRequest
from trustjournal.ui.prompt.state import CodeReason, CodeState, KitNews, Need, Screen, Spot, Trouble

if TYPE_CHECKING:
    from trustjournal.ui.prompt.flow.stage import Stage

GROUPS_TYPED_BACK = 2


def two_groups() -> tuple[int, ...]:
    """Which groups are to be typed back; nobody should know beforehand."""
    return tuple(sorted(random.SystemRandom().sample(range(GROUPS), GROUPS_TYPED_BACK)))


class RecoveryCode:
    """The screens around a recovery code. `goes_on` is told when a new journal's code is done with."""

    def __init__(self, stage: Stage, pick: Callable[[], tuple[int, ...]], goes_on: Callable[[], None]) -> None:
        self._stage = stage
        self._pick = pick
        self._goes_on = goes_on

    # A new one ------------------------------------------------------------------------------------

    def make(self, reason: CodeReason) -> None:
        """Make a code and show it; it opens nothing yet."""
        replaces = reason is CodeReason.ASKED_FOR and self._stage.state.has_recovery_code

        def made(answer: CodeMade) -> None:
            code = CodeState(answer.code, reason, replaces=replaces)
            self._stage.set(replace(self._stage.state, code=code))
            self._stage.go(Screen.CODE)

        # Without a code a new journal is a journal all the same.
        refused = None if reason is CodeReason.ASKED_FOR else lambda _error: self._leave(reason)
        self._stage.ask(MakeCodeRequest(), CodeMade, made, refused=refused)

    def wrote_it_down(self) -> None:
        """It is on paper: ask for two groups."""
        code = self._stage.state.code
        if code is not None and not self._stage.is_busy:
            self._show(replace(code, groups=self._pick(), wrong=frozenset(), kit=KitNews.NONE), Screen.CODE_CHECK)

    def show_again(self) -> None:
        """It is needed once more."""
        code = self._stage.state.code
        if code is not None and not self._stage.is_busy:
            self._show(replace(code, wrong=frozenset()), Screen.CODE)

    def check(self, typed: Sequence[str]) -> None:
        """The groups as typed from paper, in the order of `CodeState.groups`."""
        code = self._stage.state.code
        if code is None or self._stage.is_busy:
            return
        right = groups_of(code.code)
        wrong = frozenset(group for group, text in zip(code.groups, typed, strict=True) if tidied(text) != right[group])
        if wrong:
            self._show(replace(code, wrong=wrong), Screen.CODE_CHECK)
            return
        self._show(replace(code, wrong=wrong), Screen.CODE_CHECK)
        self._stage.ask(KeepCodeRequest(code.code), Done, lambda _done: self._stage.go(Screen.CODE_KEPT))

    def tell_of_kit(self, news: KitNews) -> None:
        """The kit was printed or saved, or there is no printer."""
        code = self._stage.state.code
        if code is not None:
            self._show(replace(code, kit=news), Screen.CODE)

    def kit_failed(self, error: Exception) -> None:
        """The kit could not be saved where it was to be."""
        if self._stage.state.code is not None:
            self._stage.say(Trouble(Spot.PLACE, error))

    def later(self) -> None:
        """Not now: without a code, or with the one there is."""
        code = self._stage.state.code
        if code is not None and not self._stage.is_busy:
            self._leave(code.reason)

    def go_on(self) -> None:
        """It was read that the code works."""
        code = self._stage.state.code
        if code is None or self._stage.is_busy:
            return
        if code.reason is CodeReason.ASKED_FOR:
            self._stage.set(replace(self._stage.state, news=VaultNews.RECOVERY_CODE_MADE))
        self._leave(code.reason)

    def _leave(self, reason: CodeReason) -> None:
        self._stage.set(replace(self._stage.state, code=None))
        if reason is CodeReason.NEW_JOURNAL:
            self._goes_on()
        else:
            self._stage.enter()

    def _show(self, code: CodeState, screen: Screen) -> None:
        self._stage.set(replace(self._stage.state, code=code, screen=screen, trouble=None))

    # The drill ------------------------------------------------------------------------------------

    def try_it(self, typed: str) -> None:
        """See whether what stands on the paper opens the journal."""
        if self._stage.is_busy:
            return
        if not typed.strip():
            self._stage.say(Trouble(Spot.CODE, Need.CODE))
            return
        self._stage.ask(TryCodeRequest(typed), Done, lambda _done: self._stage.go(Screen.CODE_WORKS), spot=_at_code)

    def make_instead(self) -> None:
        """The paper is of no use: make a new code."""
        if not self._stage.is_busy:
            self.make(CodeReason.ASKED_FOR)

    def it_works(self) -> None:
        """It was read that the code works; into the journal."""
        if not self._stage.is_busy:
            self._stage.enter(VaultNews.RECOVERY_CODE_WORKS)


def _at_code(error: Exception) -> Spot:
    return Spot.CODE if isinstance(error, (RecoveryCodeMistypedError, RecoveryCodeOfAnotherError)) else Spot.ACTION


def is_slip(code: str) -> bool:
    """Whether `code`, tidied, is as long as a code and cannot be one."""
    if len(code) < GROUPS * GROUP_LENGTH:
        return False
    try:
        secret = read(code)
    except RecoveryCodeMistypedError:
        return True
    secret[:] = bytes(len(secret))
    return False
