"""The dictionaries of this computer, asked through Enchant in this process.

Left to itself, Enchant makes two files for each language in the person's folder of settings as soon as a dictionary is
opened, and asks for them with every word. So it is told that this folder is one no system can have; it then keeps such
lists in memory. Nothing is ever added to them: a person's own words are kept in the journal.

Only Hunspell and Nuspell are used, which read a file and answer. Other providers ask a service of the system (macOS) or
read and write files of their own (Aspell).
"""

from __future__ import annotations

import os
import sys
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import enchant

_LIBRARY = "libenchant-2.so.2"
_NOWHERE = os.sep + "-" * 300
"""No system has a folder of such a name, so nothing can be made in it, nor it be made: names have 255 bytes at most."""
_TRUSTED = frozenset({"hunspell", "nuspell"})
_MOST_SUGGESTIONS = 5


class SystemDictionaries:
    """The dictionaries of `domain.spelling` that this computer has."""

    def __init__(self) -> None:
        # Here and not on the thread that asks: other threads may read the environment while it is changed.
        os.environ["ENCHANT_CONFIG_DIR"] = _NOWHERE
        if sys.platform == "linux" and (library := _library()) is not None:
            # Enchant's own search would start other programs, a compiler among them.
            os.environ.setdefault("PYENCHANT_LIBRARY_PATH", str(library))
        self._broker: enchant.Broker | None = None
        self._open: dict[str, enchant.Dict] = {}

    def languages(self) -> tuple[str, ...]:
        """As in `Dictionaries`."""
        broker = self._ask()
        if broker is None:
            return ()
        return tuple(sorted({tag for tag, provider in broker.list_dicts() if provider.name in _TRUSTED}))

    def unknown(self, words: Iterable[str], languages: Sequence[str]) -> frozenset[str]:
        """As in `Dictionaries`."""
        opened = self._opened(languages)
        if not opened:
            return frozenset()
        return frozenset(word for word in words if word and not any(one.check(word) for one in opened))

    def suggestions(self, word: str, languages: Sequence[str]) -> tuple[str, ...]:
        """As in `Dictionaries`, at most five; of several languages the best of each come first."""
        of_each = [one.suggest(word) for one in self._opened(languages)] if word else []
        in_turn = (
            suggested[place] for place in range(_MOST_SUGGESTIONS) for suggested in of_each if place < len(suggested)
        )
        return tuple(dict.fromkeys(in_turn))[:_MOST_SUGGESTIONS]

    def _opened(self, languages: Sequence[str]) -> list[enchant.Dict]:
        broker = self._ask()
        if broker is None:
            return []
        for language in languages:
            if language not in self._open and language in self.languages():
                self._open[language] = broker.request_dict(language)
        return [self._open[language] for language in languages if language in self._open]

    def _ask(self) -> enchant.Broker | None:
        if self._broker is None and (sys.platform != "linux" or "PYENCHANT_LIBRARY_PATH" in os.environ):
            try:
                import enchant
            except ImportError:  # the library of the system is not there
                return None
            self._broker = enchant.Broker()
            self._broker.set_ordering("*", "hunspell,nuspell")
        return self._broker


def _library() -> Path | None:
    """Where the system has the library, looked for without starting another program."""
    triplet = getattr(sys.implementation, "_multiarch", "")
    folders = (f"/usr/lib/{triplet}", "/usr/lib64", "/usr/lib", "/app/lib", "/usr/local/lib64", "/usr/local/lib")
    return next((path for folder in folders if (path := Path(folder, _LIBRARY)).exists()), None)
