"""What protects the process, what does not, and what cannot."""

from __future__ import annotations

from trustjournal.domain.proof import ProcessProof
from trustjournal.domain.protection import Protection, Standing
from trustjournal.ui.kit.card import Card
from trustjournal.ui.kit.labels import SoftLabel
from trustjournal.ui.kit.marked_row import MarkedRow, MarkKind
from trustjournal.ui.kit.theme import Theme
from trustjournal.ui.kit.tokens import S16
from trustjournal.ui.pages.privacy.words import protection_words, standing_words

_MARKS: dict[Standing, MarkKind] = {
    Standing.ON: "good",
    Standing.OFF: "bad",
    Standing.NOT_POSSIBLE_HERE: "open",
}


class ProtectionCard(Card):
    """One row for each protection, in one order."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.set_title(self.tr("What protects it"))
        self.body.setSpacing(S16)
        self.rows = {protection: MarkedRow(protection_words(protection)[0], theme) for protection in Protection}
        for row in self.rows.values():
            self.body.addWidget(row)
        self.body.addWidget(
            SoftLabel(
                self.tr(
                    "None of this helps against somebody who controls this computer itself, or who looks at the screen."
                )
            )
        )

    def show_proof(self, proof: ProcessProof) -> None:
        """Say how each stands."""
        standings = dict(proof.protections)
        for protection, row in self.rows.items():
            standing = standings.get(protection, Standing.NOT_POSSIBLE_HERE)
            row.say(standing_words(standing), protection_words(protection)[1], _MARKS[standing])
