"""What a journal's owner was told is so: which ways in open it, and how many entries were kept."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import asdict, dataclass, field
from pathlib import Path

from trustjournal.errors import (
    ComputerNotTrustedError,
    NoRecoveryCodeError,
    RecoveryCodeOfAnotherError,
    WrongPassphraseError,
)
from trustjournal.storage.open_vault import OpenVault
from trustjournal.storage.vault import open_with_device, open_with_passphrase, open_with_recovery

JOURNAL = "documents/of mine/journal"
"""Where the journal is made, below a root in which none of these folders is there yet."""
SAID = "said"


@dataclass(frozen=True, slots=True)
class Way:
    """A way in, and the secret it takes: the passphrase, or hexadecimal digits."""

    kind: str
    secret: str
    slot: str = ""

    def open(self, folder: Path) -> OpenVault | None:
        """The vault, or None where this way does not open it; everything else that is wrong is raised."""
        try:
            if self.kind == "passphrase":
                return open_with_passphrase(folder, self.secret)
            if self.kind == "recovery":
                return open_with_recovery(folder, bytearray.fromhex(self.secret))
            return open_with_device(folder, self._of_keyring)
        except (WrongPassphraseError, NoRecoveryCodeError, RecoveryCodeOfAnotherError, ComputerNotTrustedError):
            return None

    def opens(self, folder: Path) -> bool:
        """Whether this way opens the journal in `folder`."""
        opened = self.open(folder)
        if opened is not None:
            opened.wipe()
        return opened is not None

    def _of_keyring(self, name: str) -> bytearray | None:
        return bytearray.fromhex(self.secret) if name.endswith(f"-{self.slot}") else None


@dataclass(frozen=True, slots=True)
class Life:
    """What is so at one moment. `recovery` is empty where there is no code; `devices` is secrets by slot id."""

    passphrase: str = ""
    recovery: str = ""
    devices: dict[str, str] = field(default_factory=dict)
    entries: int = 0

    @property
    def ways(self) -> frozenset[Way]:
        """Every way in there is."""
        ways = {Way("device", secret, slot) for slot, secret in self.devices.items()}
        if self.passphrase:
            ways.add(Way("passphrase", self.passphrase))
        if self.recovery:
            ways.add(Way("recovery", self.recovery))
        return frozenset(ways)

    def to_json(self) -> str:
        """In one line."""
        return json.dumps(asdict(self))


def said_in(data: bytes) -> Iterator[tuple[str, Life]]:
    """What was said in one write: "about to" or "done", and what then is so."""
    for saying in data.decode().split("\n\n")[:-1]:
        what, life = saying.split("\n")
        yield what, Life(**json.loads(life))
