"""What the prompt asks of the process that owns the keys, and what it is answered; plain frozen values.

One request is under way at a time. Each is answered by `refuse` (an error), or by the answer named beside it.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path

from trustjournal.domain.settings import OthersMaySee
from trustjournal.domain.vault_task import VaultNews
from trustjournal.domain.way_in import WayIn, WayInKind

# Getting in: answered by `VaultOpened` ------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class UnlockRequest:
    """Somebody wishes to open the journal in `folder`."""

    folder: Path
    passphrase: str = field(repr=False)


@dataclass(frozen=True, slots=True)
class RecoverRequest:
    """The same by the recovery code, as typed."""

    folder: Path
    code: str = field(repr=False)


@dataclass(frozen=True, slots=True)
class ComputerRequest:
    """The same by this computer's keyring."""

    folder: Path


@dataclass(frozen=True, slots=True)
class CreateRequest:
    """Somebody wishes to make a journal in `folder`, which is named like the journal."""

    folder: Path
    passphrase: str = field(repr=False)


# With an opened vault -----------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class ChangePassphraseRequest:
    """Answered by `Done`."""

    passphrase: str = field(repr=False)


@dataclass(frozen=True, slots=True)
class MakeCodeRequest:
    """A fresh recovery code to show; answered by `CodeMade`. It opens nothing before it is kept."""


@dataclass(frozen=True, slots=True)
class KeepCodeRequest:
    """The code was written down and typed back: let it open the journal; answered by `Done`."""

    code: str = field(repr=False)


@dataclass(frozen=True, slots=True)
class TryCodeRequest:
    """The drill; answered by `Done`."""

    code: str = field(repr=False)


@dataclass(frozen=True, slots=True)
class TrustComputerRequest:
    """Answered by `Done`."""


@dataclass(frozen=True, slots=True)
class RemoveWayInRequest:
    """Answered by `Done`."""

    way_in: str


@dataclass(frozen=True, slots=True)
class ReEncryptRequest:
    """Answered by `Progress` now and then, and at last by `Done`, or by `refuse` with CancelledError."""

    passphrase: str = field(repr=False)


@dataclass(frozen=True, slots=True)
class CancelRequest:
    """Stop re-encrypting, if it can still be stopped; the request under way is answered, this one is not."""


@dataclass(frozen=True, slots=True)
class EnterRequest:
    """Everything is done here: hand over to the session. Answered by nothing: the window is told `opened`."""

    news: VaultNews = VaultNews.NONE
    others_may_see: OthersMaySee = OthersMaySee.NOT_ASKED


@dataclass(frozen=True, slots=True)
class GiveUpRequest:
    """Back to a locked journal: this whole process is replaced, and with it every key in it. Not answered."""


# Journals as folders, which need no key -----------------------------------------------------------


@dataclass(frozen=True, slots=True)
class MoveRequest:
    """Keep the journal in `folder` in `destination` (its new folder) from now on; answered by `Moved` or `Progress`."""

    folder: Path
    destination: Path


@dataclass(frozen=True, slots=True)
class DeleteRequest:
    """Set the opened journal aside, to be deleted when that is confirmed or the program goes on; answered by `Done`."""


@dataclass(frozen=True, slots=True)
class PutBackRequest:
    """Undo `DeleteRequest`; answered by `Done`."""


@dataclass(frozen=True, slots=True)
class DeleteForGoodRequest:
    """Delete what was set aside; answered by `Done`. Happens by itself when the window closes or a journal opens."""


Request = (
    UnlockRequest
    | RecoverRequest
    | ComputerRequest
    | CreateRequest
    | ChangePassphraseRequest
    | MakeCodeRequest
    | KeepCodeRequest
    | TryCodeRequest
    | TrustComputerRequest
    | RemoveWayInRequest
    | ReEncryptRequest
    | CancelRequest
    | EnterRequest
    | GiveUpRequest
    | MoveRequest
    | DeleteRequest
    | PutBackRequest
    | DeleteForGoodRequest
)


# Answers ------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class VaultOpened:
    """The way in was right; the keys are held until the prompt says what to do with them."""

    folder: Path
    way_in: WayInKind
    vault: str
    """The id of the journal, for a printed kit."""
    ways_in: tuple[WayIn, ...] = ()


@dataclass(frozen=True, slots=True)
class CodeMade:
    """A recovery code to write down."""

    code: str = field(repr=False)


@dataclass(frozen=True, slots=True)
class Done:
    """What was asked for is done."""


@dataclass(frozen=True, slots=True)
class Moved:
    """The journal is in `folder` now."""

    folder: Path


@dataclass(frozen=True, slots=True)
class Progress:
    """How far it is, from 0 to 1."""

    done: float


Answer = VaultOpened | CodeMade | Done | Moved | Progress
