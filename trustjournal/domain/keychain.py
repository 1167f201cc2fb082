"""The computer's keyring, as an edge that tests can replace."""

from __future__ import annotations

from typing import Protocol


class Keychain(Protocol):
    """Keeps small secrets for the person who is logged in. All of it may wait for the person to answer the system.

    Every method raises KeychainMissingError where there is none that may be trusted with a secret, and
    KeychainRefusedError where it is there and will not (locked, denied, broken).
    """

    def read(self, name: str) -> bytearray | None:
        """The secret kept under `name`; None where there is none."""
        ...

    def keep(self, name: str, secret: bytearray) -> None:
        """Keep `secret` under `name` and read it back; KeychainRefusedError where something else comes back."""
        ...

    def forget(self, name: str) -> None:
        """Remove what is kept under `name`, if anything."""
        ...
