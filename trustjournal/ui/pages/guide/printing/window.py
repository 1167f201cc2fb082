"""Asks how much of what is open goes to paper or into a PDF."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from threading import Event

from PySide6.QtCore import Qt
from PySide6.QtGui import QPagedPaintDevice
from PySide6.QtWidgets import QDialog, QVBoxLayout, QWidget
from typing_extensions import override

from trustjournal.domain.guide import Part
from trustjournal.domain.prompt import Intensity, Prompt
from trustjournal.errors import CancelledError
from trustjournal.services.plain_copies import PlainCopyService
from trustjournal.ui.kit.button import Button
from trustjournal.ui.kit.button_row import button_row
from trustjournal.ui.kit.dialogs import Dialogs
from trustjournal.ui.kit.labels import SectionLabel, SoftLabel
from trustjournal.ui.kit.notice import Notice
from trustjournal.ui.kit.style_property import set_style_property
from trustjournal.ui.kit.tasks import Tasks
from trustjournal.ui.kit.theme import Theme
from trustjournal.ui.kit.tokens import S12, S24
from trustjournal.ui.kit.wrapped_check import WrappedCheck
from trustjournal.ui.messages import sentence
from trustjournal.ui.pages.guide.presenter import Leaf
from trustjournal.ui.parts.paper_ways import PaperWays, no_printer_words
from trustjournal.ui.print.guide_pages import GuidePages
from trustjournal.ui.print.pdf_file import PdfInMemory

WIDTH = 420


class GuidePrintingWindow(QDialog):
    """A small window over the guide. `prompts` are those that may be shown; deep ones only where they are asked for."""

    def __init__(
        self,
        parent: QWidget,
        theme: Theme,
        *,
        leaf: Leaf,
        prompts: Sequence[Prompt],
        copies: PlainCopyService,
        aside: Tasks,
        dialogs: Dialogs,
    ) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowModality(Qt.WindowModality.WindowModal)
        self.setWindowTitle("TrustJournal")
        self._theme = theme
        self._leaf = leaf
        self._prompts = prompts
        self._copies = copies
        self._aside = aside
        self._stopped = Event()
        self.with_prompts = WrappedCheck(self.tr("With its prompts"))
        self.with_prompts.set_checked(True)
        self.with_deep = WrappedCheck(self.tr("With the deep ones too"))
        self.paper = PaperWays(dialogs, draw=self._print, save=self._save, no_printer=self._say_no_printer)
        self.close_button = Button(self.tr("Close"))
        self.news = Notice()
        warning = SoftLabel(
            self.tr("Nothing of your journal is on it. Whoever finds it can see what you read about."), small=True
        )
        column = QVBoxLayout(self)
        column.setContentsMargins(S24, S24, S24, S24)
        column.setSpacing(S12)
        column.addWidget(SectionLabel(self.tr("Print “{title}”").format(title=leaf.title)))
        for widget in (self.with_prompts, self.with_deep, warning, self.news):
            column.addWidget(widget)
        column.addWidget(button_row(self.paper.print_button, self.paper.pdf_button, self.close_button))
        self.setFixedWidth(theme.sp(WIDTH))
        self.with_prompts.setVisible(bool(prompts))
        self.with_deep.setVisible(any(prompt.intensity is Intensity.DEEP for prompt in prompts))
        self.with_prompts.clicked.connect(self.with_deep.setEnabled)
        self.close_button.clicked.connect(self.close)

    def _chosen(self) -> list[Prompt]:
        if not self.with_prompts.is_checked():
            return []
        has_deep = self.with_deep.is_checked()
        return [prompt for prompt in self._prompts if has_deep or prompt.intensity is not Intensity.DEEP]

    def _draw(self, device: QPagedPaintDevice) -> int:
        pages = GuidePages(device, self._theme.serif_font().families()[0])
        if isinstance(self._leaf, Part):
            pages.draw_part(self._leaf, self._chosen())
        else:
            pages.draw_article(self._leaf)
        pages.end()
        return pages.pages

    def _print(self, device: QPagedPaintDevice) -> None:
        self._say_done(self._draw(device))

    def _say_no_printer(self) -> None:
        self.news.say(no_printer_words())

    def _save(self, path: Path) -> None:
        pdf = PdfInMemory()
        count = self._draw(pdf.device)
        content, stopped = pdf.content(), self._stopped
        self.paper.pdf_button.setEnabled(False)
        self._aside.run(
            lambda: self._copies.write_document(path, content, stopped),
            owner=self,
            done=lambda _: self._say_done(count),
            failed=self._on_failed,
        )

    def _say_done(self, count: int) -> None:
        self.paper.pdf_button.setEnabled(True)
        set_style_property(self.news, "kind", "calm")
        self.news.say(self.paper.done_words(count))

    def _on_failed(self, error: Exception) -> None:
        self.paper.pdf_button.setEnabled(True)
        if not isinstance(error, CancelledError):
            set_style_property(self.news, "kind", "problem")
            self.news.say(str(sentence(error)))

    @override
    def done(self, arg__1: int) -> None:
        """Whatever way it closes, also by a lock: what is not written yet is not written."""
        self._stopped.set()
        super().done(arg__1)
