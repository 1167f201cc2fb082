"""Which keyrings may be trusted with a secret: those of the system, by class.

The `keyring` library would choose one itself, and obeys `PYTHON_KEYRING_BACKEND`, `keyringrc.cfg` and every plugin that
is installed; a null backend “keeps” a secret and loses it, a plain text one writes it in a file. So it is never
asked to choose: what is not in the list below is not used, whatever the environment says.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Callable
from contextlib import suppress
from typing import TYPE_CHECKING, Protocol, TypeVar

if TYPE_CHECKING:
    from keyring.backend import KeyringBackend

K = TypeVar("K", bound="KeyringBackend")

_SET_BY_ENVIRONMENT = "KEYRING_PROPERTY_"


class Ring(Protocol):
    """What is used of a backend of the `keyring` library. Each method may raise anything and wait for a person."""

    def get_password(self, service: str, username: str, /) -> str | None:
        """The text kept there, or None."""
        ...

    def set_password(self, service: str, username: str, password: str, /) -> None:
        """Keep a text, in place of an older one."""
        ...

    def delete_password(self, service: str, username: str, /) -> None:
        """Remove a text; raises where there is none."""
        ...


def trusted_ring() -> Ring | None:
    """The first keyring of this system that can be reached; None where there is none.

    The first call in a process imports `keyring`, which takes about 0.1 s.
    """
    for find in _HERE:
        with suppress(Exception):
            return find()
    return None


def _reached(kind: type[K]) -> K:
    """A backend of this class, if the library finds that it would work here; raises what it raises otherwise."""
    _ = kind.priority
    ring = kind()
    for name in os.environ:
        if name.startswith(_SET_BY_ENVIRONMENT):
            vars(ring).pop(name.removeprefix(_SET_BY_ENVIRONMENT).lower(), None)
    return ring


if sys.platform == "win32":  # not tested

    def _credential_manager() -> Ring:
        from keyring.backends.Windows import WinVaultKeyring

        ring = _reached(WinVaultKeyring)
        # Its default would carry the secret to every computer of a company's network on which the person logs in.
        ring.persist = "local machine"
        return ring

    _HERE: tuple[Callable[[], Ring], ...] = (_credential_manager,)

elif sys.platform == "darwin":  # not tested

    def _macos() -> Ring:
        from keyring.backends.macOS import Keyring

        return _reached(Keyring)

    _HERE: tuple[Callable[[], Ring], ...] = (_macos,)

else:

    def _secret_service() -> Ring:
        """GNOME's keyring, KeePassXC and KWallet 6 all speak this protocol."""
        from keyring.backends.SecretService import Keyring

        return _reached(Keyring)

    def _kwallet() -> Ring:
        """KWallet 5 (not tested). Works only where the system brings `dbus-python`, which has no wheel."""
        from keyring.backends.kwallet import DBusKeyring

        ring = _reached(DBusKeyring)
        # KDE asks the person whether “this program” may, and would show a path, which changes with each update.
        ring.appid = "TrustJournal"
        return ring

    _HERE: tuple[Callable[[], Ring], ...] = (_secret_service, _kwallet)
