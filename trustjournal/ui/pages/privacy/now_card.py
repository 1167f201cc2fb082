"""What the process has open at this moment."""

from __future__ import annotations

from collections import Counter

from trustjournal.domain.proof import OpenFile, PathKind, ProcessProof, SocketReach
from trustjournal.ui.kit.card import Card
from trustjournal.ui.kit.marked_row import MarkedRow
from trustjournal.ui.kit.theme import Theme
from trustjournal.ui.kit.tokens import S16
from trustjournal.ui.pages.privacy.words import count_words, neighbours_words, parts_words, place_words

_PLACES = (PathKind.JOURNAL, PathKind.SETTINGS, PathKind.PROGRAM, PathKind.SYSTEM, PathKind.ELSEWHERE, PathKind.MEMORY)
"""What counts as a file; connections are counted for themselves, and a pipe leads from one part of it to another."""


class NowCard(Card):
    """Connections to the internet, those inside this computer, those of a third kind where there are any, and files."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.set_title(self.tr("At this moment"))
        self.body.setSpacing(S16)
        self.internet = MarkedRow(self.tr("Connections to the internet"), theme)
        self.local = MarkedRow(self.tr("Connections inside this computer"), theme)
        self.elsewhere = MarkedRow(self.tr("Connections of another kind"), theme)
        self.files = MarkedRow(self.tr("Open files"), theme)
        for row in (self.internet, self.elsewhere, self.local, self.files):
            self.body.addWidget(row)

    def show_proof(self, proof: ProcessProof) -> None:
        """Say what it has open."""
        self._show_internet(proof.internet_sockets)
        self._show_elsewhere(sum(socket.reach is SocketReach.ELSEWHERE for socket in proof.sockets or ()))
        if proof.sockets is None:
            self.local.say(self._untold(), "", "open")
        else:
            inside = [socket for socket in proof.sockets if socket.reach is SocketReach.THIS_COMPUTER]
            self.local.say(count_words(len(inside)), neighbours_words(inside), "none")
        if proof.files is None:
            self.files.say(self._untold(), "", "open")
        else:
            self._show_files(proof.files)

    def _show_internet(self, count: int | None) -> None:
        if count is None:
            self.internet.say(self._untold(), self.tr("What protects it is listed below."), "open")
        elif count == 0:
            sentence = self.tr("There is nothing this program would need one for.")
            self.internet.say(count_words(0), sentence, "good")
        else:
            sentence = self.tr("This should not be. Lock the journal, and tell those who make this program.")
            self.internet.say(count_words(count), sentence, "bad")

    def _show_elsewhere(self, count: int) -> None:
        self.elsewhere.setVisible(count > 0)
        sentence = self.tr("To the core of the system, or to a device near by. None of them leads to the internet.")
        self.elsewhere.say(count_words(count), sentence, "open")

    def _show_files(self, files: tuple[OpenFile, ...]) -> None:
        found = Counter(file.kind for file in files)
        parts = [(place_words(kind), found[kind]) for kind in _PLACES]
        self.files.say(count_words(sum(count for _name, count in parts)), parts_words(parts), "none")

    def _untold(self) -> str:
        return self.tr("this system does not tell")
