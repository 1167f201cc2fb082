"""The power goes at any moment: nobody is locked out, nothing kept is lost, and no closed way in opens again."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.faults import counts
from tests.faults.disk_calls.record import CallKind
from tests.faults.findings import Findings
from tests.faults.power_loss.disk import Disk
from tests.faults.power_loss.life import KNOWN_BAD
from tests.faults.power_loss.play import Recording, moments, power_cuts, recorded
from tests.faults.power_loss.state import SAID
from tests.faults.power_loss.verdict import LOCKED_OUT, LOST, OLD_WAY_OPENS

SEED = 20260801


@pytest.fixture(scope="module")
def recording(disk_calls: Path, tmp_path_factory: pytest.TempPathFactory) -> Recording:
    """A journal's life."""
    return recorded(disk_calls, tmp_path_factory.mktemp("life"), rounds=counts.ROUNDS)


def test_the_record_has_every_write_there_was(recording: Recording) -> None:
    disk = Disk()
    for call in recording.calls:
        if call.path != SAID:
            disk.take(call)
    there = {
        str(path.relative_to(recording.root)): path.read_bytes()
        for path in recording.root.rglob("*")
        if path.is_file() and path.name != SAID
    }
    assert disk.now() == there
    assert len(there) == 4
    assert {call.kind for call in recording.calls} >= set(CallKind) - {CallKind.FOLDER_REMOVED}


def test_the_life_has_every_change_of_the_ways_in(recording: Recording) -> None:
    lives = [moment.settled for moment in moments(recording) if moment.settled is not None]
    assert len({life.passphrase for life in lives}) == 1 + 2 * counts.ROUNDS
    assert len({life.recovery for life in lives}) == 1 + counts.ROUNDS
    assert {len(life.devices) for life in lives} == {0, 1, 2}
    assert max(life.entries for life in lives) > 10


def test_a_power_cut_at_any_moment_locks_nobody_out_and_loses_nothing(
    recording: Recording, quick_disk: Path, findings: Findings
) -> None:
    with findings.about("power cut while ways in change, keys change and entries are written") as finding:
        found = power_cuts(recording, quick_disk / "cut", points=counts.POWER_CUTS, seed=SEED)
        finding.tried = counts.POWER_CUTS
        finding.lock_outs = sum(times for what, times in found.items() if what.startswith(LOCKED_OUT))
        finding.lost = found[LOST]
        finding.wrong = sum(found.values()) - finding.lock_outs - finding.lost
    assert not found


@pytest.mark.parametrize("mistake", list(KNOWN_BAD)[: counts.MISTAKES])
def test_a_mistake_made_on_purpose_is_found(
    disk_calls: Path, quick_disk: Path, findings: Findings, mistake: str
) -> None:
    with findings.about(f"known bad: {mistake}") as finding:
        recording = recorded(disk_calls, quick_disk / "life", rounds=2, known_bad=mistake)
        cuts = counts.POWER_CUTS_ON_KNOWN_BAD
        found = power_cuts(recording, quick_disk / "cut", points=cuts, seed=SEED, anywhere=0)
        finding.tried = cuts
        finding.lock_outs = sum(times for what, times in found.items() if what.startswith(LOCKED_OUT))
        finding.lost = found[LOST]
        finding.wrong = found[OLD_WAY_OPENS]
    assert finding.lock_outs + finding.lost > 0
