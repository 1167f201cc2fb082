"""The files the process has written since it began."""

from __future__ import annotations

from PySide6.QtWidgets import QVBoxLayout, QWidget

from trustjournal.domain.proof import PathKind, ProcessProof, WrittenFile
from trustjournal.ui.kit.card import Card
from trustjournal.ui.kit.labels import SoftLabel
from trustjournal.ui.kit.marked_row import MarkedRow
from trustjournal.ui.kit.path_label import PathLabel
from trustjournal.ui.kit.theme import Theme
from trustjournal.ui.kit.tokens import S4, S16
from trustjournal.ui.pages.privacy.words import count_words, place_words

MOST_PATHS = 12
"""Paths of one place that are listed."""

_SHOWN = tuple(kind for kind in PathKind if kind not in (PathKind.PIPE, PathKind.MEMORY))
"""What has a place on a disk."""


class WrittenCard(Card):
    """By place, with every path; of a place with very many, the newest."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.set_title(self.tr("Written so far"))
        self.body.setSpacing(S16)
        self._nothing = SoftLabel(self.tr("Nothing so far."))
        self.body.addWidget(self._nothing)
        self.places = {kind: _Place(place_words(kind), theme) for kind in _SHOWN}
        for place in self.places.values():
            self.body.addWidget(place)
        self._more = SoftLabel(self.tr("There were more files than are remembered here."))
        self.body.addWidget(self._more)
        self.body.addWidget(
            SoftLabel(
                self.tr(
                    "This is since the journal was unlocked. "
                    "Files that parts of the system open and close again on its behalf are not seen here."
                ),
                small=True,
            )
        )

    def show_proof(self, proof: ProcessProof) -> None:
        """Say what it has written."""
        for kind, place in self.places.items():
            place.show_files([file for file in proof.written if file.kind is kind])
        self._nothing.setVisible(all(place.isHidden() for place in self.places.values()))
        self._more.setVisible(not proof.is_all_written)


class _Place(QWidget):
    """One place and what was written there; hidden where nothing was."""

    def __init__(self, name: str, theme: Theme) -> None:
        super().__init__()
        self._row = MarkedRow(name, theme, marked=False)
        self._paths = PathLabel(small=True)
        self._paths.setAccessibleName(name)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(S4)
        column.addWidget(self._row)
        self._row.words.addWidget(self._paths)

    def show_files(self, files: list[WrittenFile]) -> None:
        self.setVisible(bool(files))
        newest = files[-MOST_PATHS:]
        self._paths.set_paths("\n".join(self._line(file) for file in newest))
        more = len(files) - len(newest)
        sentence = self.tr("%n more are not listed.", "", more) if more else ""
        self._row.say(count_words(len(files)), sentence, "none")

    def _line(self, file: WrittenFile) -> str:
        return file.path if file.is_there else self.tr("{path} (gone again)").format(path=file.path)
