"""Faults of Qt's Python binding that would end the program by themselves."""

from __future__ import annotations

import sys

from PySide6.QtGui import QFont


def test_calls_that_return_nothing_take_no_reference_to_none() -> None:
    """PySide6 6.12.0 on Python 3.11 lost one with each call, until the interpreter aborted."""
    font = QFont()
    before = sys.getrefcount(None)
    for _ in range(500):
        font.setPixelSize(9)
    assert sys.getrefcount(None) > before - 100
