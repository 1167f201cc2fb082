"""A disk that is full, broken or read-only while the ways in change: it is told, and nobody is locked out."""

from __future__ import annotations

import json
from pathlib import Path

from tests.faults import counts
from tests.faults.disk_calls.library import run_with
from tests.faults.failing_disk import TASKS
from tests.faults.findings import Findings
from tests.faults.power_loss.verdict import LOCKED_OUT, LOST


def test_a_disk_that_fails_at_any_call_is_told_and_leaves_a_journal_that_opens(
    disk_calls: Path, quick_disk: Path, findings: Findings
) -> None:
    with findings.about("disk full, broken or read-only at the n-th call, once or from then on") as finding:
        root = quick_disk / "disk"
        root.mkdir()
        said = run_with(
            disk_calls, root, "-m", "tests.faults.failing_disk",
            str(root.resolve()), str(disk_calls), str(counts.FAILING_CALL_STEP),
        )  # fmt: skip
        attempts = [json.loads(line) for line in said.splitlines()]
        wrong = [what for attempt in attempts for what in attempt["wrong"]]
        finding.tried = len(attempts)
        finding.lock_outs = sum(what.startswith(LOCKED_OUT) for what in wrong)
        finding.lost = wrong.count(LOST)
        finding.wrong = len(wrong) - finding.lock_outs - finding.lost
    assert [attempt for attempt in attempts if attempt["wrong"]] == []
    told = {(attempt["error"], attempt["told"]) for attempt in attempts}
    assert told >= {("ENOSPC", "StorageFullError"), ("EROFS", "StorageReadOnlyError"), ("EIO", "StorageFailedError")}
    # Each task failed at some calls, and was done all the same where only what comes after it failed.
    for task in TASKS:
        assert {bool(attempt["told"]) for attempt in attempts if attempt["task"] == task.name} == {True, False}
