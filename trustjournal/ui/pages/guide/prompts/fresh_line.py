"""Under the light prompts while something that happened is fresh: until when, and the way to the other ones."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from trustjournal.ui.kit.button import Button
from trustjournal.ui.kit.labels import SoftLabel
from trustjournal.ui.kit.tokens import S4
from trustjournal.ui.pages.guide.prompts.arranging import UnitPrompts
from trustjournal.ui.pages.guide.prompts.row import PromptWishes
from trustjournal.ui.parts.when import day_words


class FreshLine(QWidget):
    """A sentence, and a button that shows deeper prompts, or puts them away again."""

    def __init__(self, unit_title: str, wishes: PromptWishes) -> None:
        super().__init__()
        self._unit_title = unit_title
        self._is_beyond_light = False
        self._words = SoftLabel(small=True)
        self.others = Button("", "quiet", flush=True)
        self.others.clicked.connect(lambda: wishes.go_beyond_light(beyond=not self._is_beyond_light))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(S4)
        column.addWidget(self._words)
        column.addWidget(self.others, 0, Qt.AlignmentFlag.AlignLeading)
        self.hide()

    def show_prompts(self, prompts: UnitPrompts) -> None:
        """Say until when prompts are light; nothing where no deeper one waits."""
        self._is_beyond_light = prompts.is_beyond_light
        self.setVisible(prompts.light_until is not None)
        if prompts.light_until is None:
            return
        if prompts.is_beyond_light:
            words = self.tr("The others are shown until you turn to another part.")
        else:
            words = self.tr("Until {day} only short, light prompts are shown here.").format(
                day=day_words(prompts.light_until)
            )
        self._words.setText(words)
        self.others.setText(self.tr("Light ones only") if prompts.is_beyond_light else self.tr("Show the others"))
        self.others.setAccessibleDescription(f"{self._unit_title}. {words}")
