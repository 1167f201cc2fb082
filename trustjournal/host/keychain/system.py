"""The keychain of `domain.keychain` over this computer's keyring."""

from __future__ import annotations

import binascii
import hmac
from collections.abc import Callable
from concurrent import futures
from contextlib import suppress
from functools import partial
from threading import Thread
from typing import Any, Final, TypeVar

from trustjournal.errors import KeychainMissingError, KeychainRefusedError
from trustjournal.host.keychain.trusted import Ring, trusted_ring

T = TypeVar("T")

SECRET_BYTES: Final = 32
SERVICE: Final = "TrustJournal"
"""Under this name, and the name the caller gives, a secret can be seen in the list of the system's own program."""
_TEXT_LENGTH: Final = 44


class SystemKeychain:
    """Keeps secrets of 32 bytes in this computer's keyring, as base64 text.

    The text of a secret is in strings of Python and of the libraries below, which nobody can wipe: it stays in the
    memory of this process until that ends. So only the prompt life, which ends with every unlocking, may use this.

    A keyring may ask the person something and wait for as long as they do; it is asked on a thread of its own, which
    no end of the process waits for. What a keyring says when it fails is dropped, as nobody knows what it holds.
    """

    def __init__(self, find: Callable[[], Ring | None] = trusted_ring) -> None:
        self._find = find
        self._waiting: set[futures.Future[Any]] = set()

    def read(self, name: str) -> bytearray | None:
        """As in `Keychain`; KeychainRefusedError also where what is kept there cannot be a secret of ours."""
        return self._ask(lambda ring: _secret(ring.get_password(SERVICE, name)))

    def keep(self, name: str, secret: bytearray) -> None:
        """As in `Keychain`."""
        if len(secret) != SECRET_BYTES:
            raise ValueError("a secret for the keyring has 32 bytes")
        text = binascii.b2a_base64(secret, newline=False).decode("ascii")
        self._ask(lambda ring: _keep(ring, name, text), too_late=lambda ring: _forget(ring, name))

    def forget(self, name: str) -> None:
        """As in `Keychain`; KeychainRefusedError where it is still there afterwards."""
        self._ask(lambda ring: _forget(ring, name))

    def give_up(self) -> None:
        """Whoever waits for the keyring now, on any thread, gets KeychainRefusedError at once.

        A question the system asks the person may stay on the screen until they answer it, even after the end of this
        process; their answer changes nothing any more.
        """
        for waiting in tuple(self._waiting):
            waiting.cancel()

    def _ask(self, work: Callable[[Ring], T], *, too_late: Callable[[Ring], None] | None = None) -> T:
        """What `work` brings. `too_late` is done after it where nobody waits any more."""
        answer: futures.Future[T] = futures.Future()
        self._waiting.add(answer)
        Thread(target=_work, args=(self._find, work, too_late, answer), name="keyring", daemon=True).start()
        try:
            return answer.result()
        except futures.CancelledError:
            pass
        finally:
            self._waiting.discard(answer)
        raise KeychainRefusedError("nobody waited for it")


def _work(
    find: Callable[[], Ring | None],
    work: Callable[[Ring], T],
    too_late: Callable[[Ring], None] | None,
    answer: futures.Future[T],
) -> None:
    """Give exactly one answer, unless it is cancelled. No error of a keyring leaves this function, nor is it kept."""
    ring: Ring | None = None
    outcome: Callable[[], None] = partial(answer.set_exception, KeychainRefusedError("it refused or failed"))
    try:
        ring = find()
        if ring is None:
            outcome = partial(answer.set_exception, KeychainMissingError("there is none that is trusted"))
        else:
            outcome = partial(answer.set_result, work(ring))
    except BaseException:  # noqa: BLE001, S110 — whatever a keyring does, somebody waits for an answer
        pass
    if answer.set_running_or_notify_cancel():
        outcome()
    elif ring is not None and too_late is not None:
        with suppress(BaseException):
            too_late(ring)


def _keep(ring: Ring, name: str, text: str) -> None:
    """Write, read back and compare."""
    ring.set_password(SERVICE, name, text)
    is_kept = False
    try:
        back = ring.get_password(SERVICE, name)
        is_kept = isinstance(back, str) and hmac.compare_digest(back.encode(), text.encode())
    finally:
        if not is_kept:
            _forget(ring, name)
    if not is_kept:
        raise KeychainRefusedError("something else came back")


def _forget(ring: Ring, name: str) -> None:
    """Remove, and look whether it is gone: a keyring says “there is none” and “I will not” with the same error."""
    from keyring.errors import PasswordDeleteError

    with suppress(PasswordDeleteError):
        ring.delete_password(SERVICE, name)
    if ring.get_password(SERVICE, name) is not None:
        raise KeychainRefusedError("it is still there")


def _secret(text: object) -> bytearray | None:
    """The bytes of a text from the keyring."""
    if text is None:
        return None
    if not isinstance(text, str) or len(text) != _TEXT_LENGTH:
        raise KeychainRefusedError("not a secret of ours")
    secret = bytearray(binascii.a2b_base64(text, strict_mode=True))
    if len(secret) != SECRET_BYTES:
        raise KeychainRefusedError("not a secret of ours")
    return secret
