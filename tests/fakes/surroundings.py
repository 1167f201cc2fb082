"""What a session's pages are told about what is around the journal, made up."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from pathlib import Path

from tests.fakes.care import made_up_numbers
from tests.fakes.dictionaries import FakeDictionaries
from trustjournal.app.photo_process import PhotoProcess
from trustjournal.app.session_pages import Surroundings
from trustjournal.domain.arrival import Arrival
from trustjournal.domain.proof import OpenFile, OpenSocket, PathKind, ProcessProof, SocketReach, WrittenFile
from trustjournal.domain.protection import Protection, Standing
from trustjournal.domain.self_test import Check, CheckResult
from trustjournal.domain.template import Template
from trustjournal.domain.vault_task import TaskOrder
from trustjournal.domain.way_in import WayIn, WayInKind
from trustjournal.ui.kit.tasks import InlineTasks

MADE_AT = datetime(2026, 1, 2, 12, tzinfo=UTC)

PASSPHRASE_WAY = WayIn("00000001", WayInKind.PASSPHRASE, MADE_AT)
RECOVERY_WAY = WayIn("00000002", WayInKind.RECOVERY, MADE_AT + timedelta(days=1))
THIS_COMPUTER_WAY = WayIn("00000003", WayInKind.DEVICE, MADE_AT + timedelta(days=2))
OTHER_COMPUTER_WAY = WayIn("00000004", WayInKind.DEVICE, MADE_AT + timedelta(days=3))
EVERY_WAY = (PASSPHRASE_WAY, RECOVERY_WAY, THIS_COMPUTER_WAY, OTHER_COMPUTER_WAY)

FACTS: dict[Check, dict[str, int | str]] = {
    Check.CIPHER: {"version": "4.6.1 community"},
    Check.ENCRYPTED_AT_REST: {"bytes": 123_456},
    Check.NOTHING_ELSEWHERE: {"files": 4},
}


def made_up_proof(folder: Path = Path("/ημερ")) -> ProcessProof:
    """A process with all a process can have, in a good state; one protection is off and one not possible."""
    standings = dict.fromkeys(Protection, Standing.ON)
    standings[Protection.CLOSED_MEMORY] = Standing.OFF
    standings[Protection.NO_NETWORK_AT_ALL] = Standing.NOT_POSSIBLE_HERE
    here = SocketReach.THIS_COMPUTER
    return ProcessProof(
        protections=tuple(standings.items()),
        sockets=(
            OpenSocket(here, "", "@/tmp/.X11-unix/X0", "Xorg"),
            OpenSocket(here, "", "/run/user/1000/bus", "dbus-daemon"),
            OpenSocket(here),
        ),
        files=(
            OpenFile(PathKind.JOURNAL, str(folder / "α.β"), is_writable=True),
            OpenFile(PathKind.PROGRAM, "/βιβλ/α", is_writable=False),
            OpenFile(PathKind.PIPE, "pipe:[1]", is_writable=True),
        ),
        written=(
            WrittenFile(PathKind.SETTINGS, "/ρυθμ/β", is_there=False),
            WrittenFile(PathKind.SETTINGS, "/ρυθμ/α", is_there=True),
            WrittenFile(PathKind.JOURNAL, str(folder / "α.β"), is_there=True),
            *(WrittenFile(PathKind.ELSEWHERE, f"/αλλού/{number}", is_there=True) for number in range(14)),
        ),
        is_all_written=False,
    )


def results(*failing: Check) -> tuple[CheckResult, ...]:
    """What a self-test comes to; everything holds but `failing`."""
    return tuple(CheckResult(check, check not in failing, FACTS.get(check, {})) for check in Check)


@dataclass
class FakeSelfTest:
    """Tells at once what it was given."""

    answer: tuple[CheckResult, ...] = field(default_factory=results)
    is_stopped: bool = False

    def run(self) -> tuple[CheckResult, ...]:
        """As in `SelfTest`."""
        return self.answer

    def stop(self) -> None:
        """As in `SelfTest`."""
        self.is_stopped = True


def made_up_surroundings(start_task: Callable[[TaskOrder], None] = lambda _order: None) -> Surroundings:
    """A journal with every way in, of which this computer is one, opened before and after two failures."""
    return Surroundings(
        start_task=start_task,
        read_ways=lambda: EVERY_WAY,
        trusted_ways=lambda: frozenset({THIS_COMPUTER_WAY.id}),
        read_proof=made_up_proof,
        make_self_test=lambda: FakeSelfTest(results(Check.SEARCH)),
        self_test_tasks=InlineTasks(),
        dictionaries=FakeDictionaries({"el_GR": frozenset(), "uk_UA": frozenset()}),
        aside_tasks=InlineTasks(),
        read_photo=PhotoProcess(),
        photo_tasks=InlineTasks(),
        settings_file=Path("/ρυθμ/α"),
        templates=(
            Template("Κενή σελίδα", slug="blank"),
            Template("Γράμμα που μένει εδώ", text="## Αγάπη\n\n*Λέξεις.*\n\n", slug="letter"),
        ),
        arrival=Arrival(failed_attempts=2),
        last_opened=MADE_AT,
        can_hide_from_capture=True,
        read_help_numbers=made_up_numbers,
    )
