"""Does what the prompt asks for: the one object that holds an opened vault, from its way in to its hand-over.

Requests come one at a time from the window; the work is done by `tasks`, and each is answered once.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from threading import Event
from typing import TYPE_CHECKING, TypeVar

from PySide6.QtCore import QObject, Signal

from trustjournal.domain.arrival import Arrival
from trustjournal.domain.way_in import WayInKind
from trustjournal.errors import (
    CancelledError,
    RecoveryCodeOfAnotherError,
    WrongPassphraseError,
)
from trustjournal.host.local_settings import LocalSettingsFile
from trustjournal.ui.kit.tasks import Tasks
from trustjournal.ui.prompt.requests import (
    Answer,
    CancelRequest,
    ChangePassphraseRequest,
    CodeMade,
    ComputerRequest,
    CreateRequest,
    DeleteForGoodRequest,
    DeleteRequest,
    Done,
    EnterRequest,
    GiveUpRequest,
    KeepCodeRequest,
    MakeCodeRequest,
    Moved,
    MoveRequest,
    Progress,
    PutBackRequest,
    RecoverRequest,
    ReEncryptRequest,
    RemoveWayInRequest,
    Request,
    TrustComputerRequest,
    TryCodeRequest,
    UnlockRequest,
    VaultOpened,
)

if TYPE_CHECKING:
    from trustjournal.services.vault import VaultService
    from trustjournal.storage.open_vault import OpenVault

T = TypeVar("T")

_WRONG = (WrongPassphraseError, RecoveryCodeOfAnotherError)
"""What counts as a failed attempt; a slip of the pen in a code does not."""


class VaultDesk(QObject):
    """Holds at most one opened vault.

    `vaults` is called by `tasks` only: what it imports takes time. `stop_waiting` ends the wait for a keyring that
    asks the person something. The keys are wiped only while nothing is done with them.
    """

    answered = Signal(object)
    """An `Answer` to the request under way."""
    refused = Signal(object)
    """The error that ended the request under way."""
    handed_over = Signal(object, object)
    """`JournalKeys`, which the one who gets them wipes, and the `Arrival` that goes with them."""
    gave_up = Signal()
    """The keys are wiped, and this process is to be replaced."""

    _progressed = Signal(float)

    def __init__(
        self,
        tasks: Tasks,
        local: LocalSettingsFile,
        vaults: Callable[[], VaultService],
        stop_waiting: Callable[[], None] = lambda: None,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._tasks = tasks
        self._local = local
        self._vaults = vaults
        self._stop_waiting = stop_waiting
        self._vault: OpenVault | None = None
        self._aside: _Aside | None = None
        self._cancel = Event()
        self._progressed.connect(lambda done: self.answered.emit(Progress(done)))

    @property
    def has_vault(self) -> bool:
        """Whether an opened vault is held."""
        return self._vault is not None

    def do(self, request: Request) -> None:
        """Do what is asked for, and answer."""
        match request:
            case UnlockRequest(folder, passphrase):
                self._open(folder, lambda vaults: vaults.open(folder, passphrase))
            case RecoverRequest(folder, code):
                self._open(folder, lambda vaults: vaults.open_with_code(folder, code))
            case ComputerRequest(folder):
                self._open(folder, lambda vaults: vaults.open_with_computer(folder))
            case CreateRequest(folder, passphrase):
                self._open(folder, lambda vaults: self._make(vaults, folder, passphrase))
            case MoveRequest(folder, destination):
                self._move(folder, destination)
            case CancelRequest():
                self.cancel()
            case PutBackRequest():
                self._put_back()
            case DeleteForGoodRequest():
                self._run(lambda _vaults: self._delete_what_was_set_aside(), _done)
            case GiveUpRequest():
                self.leave(self.gave_up.emit)
            case EnterRequest():
                self._enter(request)
            case _:
                self._do_with_vault(request, self._require_vault())

    def cancel(self) -> None:
        """Stop what is under way, if it can still be stopped; it is answered as ever."""
        self._cancel.set()
        self._stop_waiting()

    def leave(self, then: Callable[[], None]) -> None:
        """Stop what is under way, wipe the keys and delete what was set aside; then call `then`."""
        self.cancel()

        def go(_outcome: object) -> None:
            self.wipe()
            then()

        self._tasks.run(self._delete_what_was_set_aside, owner=self, done=go, failed=go)

    def wipe(self) -> None:
        """Forget the keys, if there are any; not while something is done with them."""
        if self._vault is not None:
            self._vault.wipe()
            self._vault = None

    # Getting in -----------------------------------------------------------------------------------

    def _open(self, folder: Path, open_it: Callable[[VaultService], OpenVault]) -> None:
        self.wipe()

        def work(vaults: VaultService) -> OpenVault:
            self._delete_what_was_set_aside()
            try:
                return open_it(vaults)
            except _WRONG:
                self._local.change(lambda settings: settings.failed(folder))
                raise

        self._run(work, self._on_opened)

    def _make(self, vaults: VaultService, folder: Path, passphrase: str) -> OpenVault:
        vault = vaults.make(folder, passphrase)
        # It is there from now on, also for somebody who leaves before they enter it.
        self._local.change(lambda settings: settings.opened(folder))
        return vault

    def _on_opened(self, vault: OpenVault) -> Answer:
        self._vault = vault
        return VaultOpened(vault.folder, vault.way_in, vault.content.vault, vault.ways_in())

    def _enter(self, request: EnterRequest) -> None:
        vault = self._require_vault()
        failed = self._local.read().failed_attempts.get(vault.folder, 0)
        arrival = Arrival(
            vault.way_in, request.news, failed, vault.content.generation, others_may_see=request.others_may_see
        )
        keys = vault.keys()
        self.wipe()
        self._local.change(lambda settings: settings.opened(keys.folder))
        self.handed_over.emit(keys, arrival)

    # With the vault open --------------------------------------------------------------------------

    def _do_with_vault(self, request: Request, vault: OpenVault) -> None:
        match request:
            case ChangePassphraseRequest(passphrase):
                self._run(lambda vaults: vaults.change_passphrase(vault, passphrase), _done)
            case MakeCodeRequest():
                self._run(lambda vaults: vaults.new_code(), CodeMade)
            case KeepCodeRequest(code):
                self._run(lambda vaults: vaults.keep_code(vault, code), _done)
            case TryCodeRequest(code):
                self._run(lambda vaults: vaults.try_code(vault, code), _done)
            case TrustComputerRequest():
                self._run(lambda vaults: self._trust(vaults, vault), _done)
            case RemoveWayInRequest(way_in):
                self._run(lambda vaults: self._remove(vaults, vault, way_in), _done)
            case ReEncryptRequest(passphrase):
                self._run(lambda vaults: self._re_encrypt(vaults, vault, passphrase), _done)
            case DeleteRequest():
                self._run(lambda vaults: self._set_aside(vaults, vault), _done)

    def _trust(self, vaults: VaultService, vault: OpenVault) -> None:
        way_in = vaults.trust_this_computer(vault)
        self._local.change(lambda settings: settings.trusted(way_in))

    def _remove(self, vaults: VaultService, vault: OpenVault, way_in: str) -> None:
        vaults.remove_way_in(vault, way_in)
        self._local.change(lambda settings: settings.distrusted(way_in))

    def _re_encrypt(self, vaults: VaultService, vault: OpenVault, passphrase: str) -> None:
        known = self._local.read().trusted_ways
        trusted = next((way.id for way in vault.ways_in() if way.kind is WayInKind.DEVICE and way.id in known), None)
        renewed = vaults.re_encrypt(vault, passphrase, trusted=trusted, progress=self._tell_progress)
        if trusted is not None:
            self._local.change(lambda settings: settings.distrusted(trusted))
        if renewed is not None:
            self._local.change(lambda settings: settings.trusted(renewed))

    def _tell_progress(self, done: float) -> None:
        """Called by the work: from here the window hears of it on its own thread."""
        if self._cancel.is_set():
            raise CancelledError("the person stopped it")
        self._progressed.emit(done)

    # Journals as folders --------------------------------------------------------------------------

    def _move(self, folder: Path, destination: Path) -> None:
        def work(vaults: VaultService) -> Path:
            vaults.move(folder, destination, progress=self._tell_progress)
            self._local.change(lambda settings: settings.moved(folder, destination))
            return destination

        self._run(work, Moved)

    def _set_aside(self, vaults: VaultService, vault: OpenVault) -> None:
        content = vault.content
        place = vaults.set_aside(vault.folder)
        self._aside = _Aside(vault.folder, place, content.vault, tuple(way.id for way in vault.ways_in()))
        # Should this process be killed now, the next one still knows where it is.
        self._local.change(lambda settings: settings.moved(vault.folder, place))

    def _delete_what_was_set_aside(self) -> None:
        """Delete it for good, if something was: the program goes on without having put it back."""
        aside, self._aside = self._aside, None
        if aside is not None:
            self._vaults().delete(aside.vault, aside.ways_in, aside.place)
            self._local.change(lambda settings: settings.forgotten(aside.place))

    def _put_back(self) -> None:
        aside = self._aside

        def work(vaults: VaultService) -> None:
            if aside is not None:
                vaults.put_back(aside.place, aside.folder)
                self._aside = None
                self._local.change(lambda settings: settings.moved(aside.place, aside.folder))

        self._run(work, _done)

    # ----------------------------------------------------------------------------------------------

    def _require_vault(self) -> OpenVault:
        if self._vault is None:
            raise RuntimeError("no vault is open")
        return self._vault

    def _run(self, work: Callable[[VaultService], T], answer: Callable[[T], Answer]) -> None:
        self._cancel.clear()
        self._tasks.run(
            lambda: work(self._vaults()),
            owner=self,
            done=lambda result: self.answered.emit(answer(result)),
            failed=self.refused.emit,
        )


def _done(_nothing: object) -> Answer:
    return Done()


@dataclass(frozen=True, slots=True)
class _Aside:
    """A journal that was taken out of its place."""

    folder: Path
    place: Path
    vault: str
    ways_in: tuple[str, ...]
