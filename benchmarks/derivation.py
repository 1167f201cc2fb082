"""What checking a passphrase costs here: the measuring before a slot is written, and one derivation as chosen."""

from __future__ import annotations

from benchmarks.measure import Row, timed
from trustjournal.storage.kdf import FLOOR, SALT_BYTES, KdfParameters, calibrated, derive_key_of_bytes

RUNS = 10
CALIBRATIONS = 5


def rows() -> list[Row]:
    """The floor, the choice made for this computer, and the choosing."""
    chosen = calibrated()
    print(f"chosen here: {chosen.memory_kib // 1024} MiB, {chosen.passes} passes, {chosen.lanes} lanes")
    return [
        timed("derivation/floor", lambda: derive(FLOOR), runs=RUNS),
        timed("derivation/as-chosen-here", lambda: derive(chosen), runs=RUNS, aim="400–1,200 ms"),
        timed("derivation/choosing", calibrated, runs=CALIBRATIONS, warm_up=0),
    ]


def derive(parameters: KdfParameters) -> None:
    """One derivation."""
    derive_key_of_bytes(bytearray(b"a passphrase of usual length"), bytes(SALT_BYTES), parameters)
