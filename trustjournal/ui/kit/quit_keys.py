"""The keys that quit."""

from __future__ import annotations

from PySide6.QtGui import QKeySequence


def quit_keys() -> tuple[str, ...]:
    """The system's own keys for it, and Ctrl+Q, which some systems do not name; each of them once."""
    portable = QKeySequence.SequenceFormat.PortableText
    named = [keys.toString(portable) for keys in QKeySequence.keyBindings(QKeySequence.StandardKey.Quit)]
    return tuple(dict.fromkeys((*named, "Ctrl+Q")))
