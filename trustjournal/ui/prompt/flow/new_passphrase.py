"""Another passphrase for a journal that is open: chosen, or after the recovery code opened it, or with a new key."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from trustjournal.domain.vault_task import VaultNews
from trustjournal.ui.prompt.flow.passphrases import passphrase_trouble
from trustjournal.ui.prompt.requests import CancelRequest, ChangePassphraseRequest, Done, ReEncryptRequest
from trustjournal.ui.prompt.state import CodeReason, Screen, Spot, Trouble

if TYPE_CHECKING:
    from trustjournal.ui.prompt.flow.recovery_code import RecoveryCode
    from trustjournal.ui.prompt.flow.stage import Stage


class NewPassphrase:
    """The screens that change the passphrase and encrypt everything anew."""

    def __init__(self, stage: Stage, code: RecoveryCode) -> None:
        self._stage = stage
        self._code = code
        self._had_code = False

    def change(self, passphrase: str, again: str) -> None:
        """Only this passphrase from now on."""
        if self._is_right(passphrase, again):
            request = ChangePassphraseRequest(passphrase)
            self._stage.ask(request, Done, lambda _done: self._stage.enter(VaultNews.PASSPHRASE_CHANGED))

    def re_encrypt(self, passphrase: str, again: str) -> None:
        """Encrypt everything anew, with this passphrase as the way in."""
        if not self._is_right(passphrase, again):
            return
        self._had_code = self._stage.state.has_recovery_code
        self._stage.go(Screen.PROGRESS)
        self._stage.ask(ReEncryptRequest(passphrase), Done, self._on_re_encrypted, refused=self._on_refused)

    def cancel(self) -> None:
        """Stop, if it can still be stopped."""
        state = self._stage.state
        is_on = state.vault is not None and state.screen is Screen.PROGRESS and state.is_working
        if is_on and not state.is_cancelling:
            self._stage.set(replace(state, is_cancelling=True))
            self._stage.tell(CancelRequest())

    def _is_right(self, passphrase: str, again: str) -> bool:
        if self._stage.is_busy:
            return False
        trouble = passphrase_trouble(passphrase, again)
        if trouble is not None:
            self._stage.say(trouble)
        return trouble is None

    def _on_re_encrypted(self, _done: Done) -> None:
        self._stage.set(replace(self._stage.state, news=VaultNews.RE_ENCRYPTED))
        if self._had_code:
            self._code.make(CodeReason.RE_ENCRYPTED)
        else:
            self._stage.enter()

    def _on_refused(self, error: Exception) -> None:
        self._stage.go(Screen.RE_ENCRYPT)
        self._stage.say(Trouble(Spot.ACTION, error))
