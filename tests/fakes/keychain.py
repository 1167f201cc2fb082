"""Keyrings that keep, and keyrings that do everything a keyring should not.

`KeychainInMemory` stands for one that works. `HOSTILE` holds the real keychain over backends of every bad kind, so that
what tests of services meet is what the program would meet.
"""

from __future__ import annotations

from collections.abc import Callable
from threading import Event
from typing import Final

from typing_extensions import override

from trustjournal.host.keychain.system import SystemKeychain

CANARY: Final = "Quokka-words-nobody-may-read"


class KeychainInMemory:
    """Keeps what it is given. `calls` is what was asked of it: "keep NAME", "read NAME", "forget NAME"."""

    def __init__(self) -> None:
        self.secrets: dict[str, bytes] = {}
        self.calls: list[str] = []

    def read(self, name: str) -> bytearray | None:
        """As in `Keychain`."""
        self.calls.append(f"read {name}")
        return bytearray(self.secrets[name]) if name in self.secrets else None

    def keep(self, name: str, secret: bytearray) -> None:
        """As in `Keychain`."""
        self.calls.append(f"keep {name}")
        self.secrets[name] = bytes(secret)

    def forget(self, name: str) -> None:
        """As in `Keychain`."""
        self.calls.append(f"forget {name}")
        self.secrets.pop(name, None)


class RingInMemory:
    """A backend of the `keyring` library that works. `kept` is by service and name."""

    def __init__(self) -> None:
        self.kept: dict[tuple[str, str], str] = {}

    def get_password(self, service: str, username: str, /) -> str | None:
        """As in `Ring`."""
        return self.kept.get((service, username))

    def set_password(self, service: str, username: str, password: str, /) -> None:
        """As in `Ring`."""
        self.kept[service, username] = password

    def delete_password(self, service: str, username: str, /) -> None:
        """As in `Ring`."""
        if self.kept.pop((service, username), None) is None:
            from keyring.errors import PasswordDeleteError

            raise PasswordDeleteError("No such password!")


class LockedRing(RingInMemory):
    """The person dismissed the question for the keyring's password."""

    @override
    def get_password(self, service: str, username: str, /) -> str | None:
        from keyring.errors import KeyringLocked

        raise KeyringLocked(f"Failed to unlock the collection! {CANARY}")

    @override
    def set_password(self, service: str, username: str, password: str, /) -> None:
        self.get_password(service, username)

    @override
    def delete_password(self, service: str, username: str, /) -> None:
        self.get_password(service, username)


class DenyingRing(RingInMemory):
    """May be read, and says no to every change."""

    @override
    def set_password(self, service: str, username: str, password: str, /) -> None:
        from keyring.errors import PasswordSetError

        raise PasswordSetError(f"Cancelled by user {password} {CANARY}")

    @override
    def delete_password(self, service: str, username: str, /) -> None:
        from keyring.errors import PasswordDeleteError

        raise PasswordDeleteError(f"Cancelled by user {CANARY}")


class NullRing(RingInMemory):
    """Takes everything and has nothing, like `keyring.backends.null`."""

    @override
    def set_password(self, service: str, username: str, password: str, /) -> None:
        pass

    @override
    def delete_password(self, service: str, username: str, /) -> None:
        pass


class LyingRing(RingInMemory):
    """Gives back another secret of the right form than it was given."""

    @override
    def get_password(self, service: str, username: str, /) -> str | None:
        return "A" * 43 + "=" if (service, username) in self.kept else None


class BrokenRing(RingInMemory):
    """Raises what no backend should raise."""

    def __init__(self, kind: type[BaseException]) -> None:
        super().__init__()
        self._kind = kind

    @override
    def get_password(self, service: str, username: str, /) -> str | None:
        raise self._kind(CANARY)

    @override
    def set_password(self, service: str, username: str, password: str, /) -> None:
        raise self._kind(password, CANARY)

    @override
    def delete_password(self, service: str, username: str, /) -> None:
        raise self._kind(CANARY)


class WaitingRing(RingInMemory):
    """Has asked the person something, and they have not answered yet. They do when `answered` is set."""

    def __init__(self) -> None:
        super().__init__()
        self.asked = Event()
        self.answered = Event()
        self.done = Event()

    @override
    def get_password(self, service: str, username: str, /) -> str | None:
        self._wait()
        return super().get_password(service, username)

    @override
    def set_password(self, service: str, username: str, password: str, /) -> None:
        self._wait()
        super().set_password(service, username, password)

    @override
    def delete_password(self, service: str, username: str, /) -> None:
        super().delete_password(service, username)
        self.done.set()

    def _wait(self) -> None:
        self.asked.set()
        self.answered.wait()


def over(ring: RingInMemory) -> SystemKeychain:
    """The real keychain over this backend."""
    return SystemKeychain(lambda: ring)


def _no_import() -> None:
    raise ImportError(CANARY)


HOSTILE: Final[dict[str, Callable[[], SystemKeychain]]] = {
    "absent": lambda: SystemKeychain(lambda: None),
    "cannot be imported": lambda: SystemKeychain(_no_import),
    "locked": lambda: over(LockedRing()),
    "denying": lambda: over(DenyingRing()),
    "null": lambda: over(NullRing()),
    "lying": lambda: over(LyingRing()),
    "broken": lambda: over(BrokenRing(OSError)),
    "broken at the wire": lambda: over(BrokenRing(EOFError)),
    "out of its mind": lambda: over(BrokenRing(SystemExit)),
    "pressing Ctrl+C": lambda: over(BrokenRing(KeyboardInterrupt)),
}
"""Each refuses to keep a secret: the service must go on with the passphrase."""
