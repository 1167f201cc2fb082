"""Bytes that must not stay in memory: they live in a bytearray and are overwritten after use."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager


def wipe(*secrets: bytearray) -> None:
    """Overwrite each of `secrets` with zeros, in place."""
    for secret in secrets:
        secret[:] = bytes(len(secret))


@contextmanager
def wiped_after(*secrets: bytearray) -> Iterator[None]:
    """Overwrite `secrets` when the block ends, however it ends."""
    try:
        yield
    finally:
        wipe(*secrets)
