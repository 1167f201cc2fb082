"""Asks what goes to paper or to a PDF, and shows how far it is."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path

from PySide6.QtCore import QDate, Qt
from PySide6.QtGui import QImage, QPagedPaintDevice
from PySide6.QtWidgets import QDialog, QHBoxLayout, QVBoxLayout, QWidget
from typing_extensions import override

from trustjournal.domain.ids import EntryId
from trustjournal.domain.paper import PaperPicture
from trustjournal.services.paper import PaperService
from trustjournal.ui.kit.as_qdate import as_qdate
from trustjournal.ui.kit.button import Button
from trustjournal.ui.kit.button_row import button_row
from trustjournal.ui.kit.date_edit import DateEdit
from trustjournal.ui.kit.dialogs import Dialogs
from trustjournal.ui.kit.labels import PlainLabel, SectionLabel, SoftLabel
from trustjournal.ui.kit.notice import Notice
from trustjournal.ui.kit.progress_line import ProgressLine
from trustjournal.ui.kit.segmented import Segmented
from trustjournal.ui.kit.tasks import Tasks
from trustjournal.ui.kit.theme import Theme
from trustjournal.ui.kit.tokens import S8, S12, S16, S24
from trustjournal.ui.kit.wrapped_check import WrappedCheck
from trustjournal.ui.messages import sentence
from trustjournal.ui.pages.journal.printing.presenter import Phase, PrintingPresenter, PrintingState, Scope
from trustjournal.ui.parts.photo_decoding import decoded
from trustjournal.ui.print.entry_pages import EntryPages
from trustjournal.ui.print.pdf_file import PdfInMemory

WIDTH = 460


class PrintingWindow(QDialog):
    """A small window over the journal. Escape closes it, and stops what is being drawn."""

    def __init__(
        self,
        parent: QWidget,
        theme: Theme,
        *,
        paper: PaperService,
        tasks: Tasks,
        dialogs: Dialogs,
        these: tuple[EntryId, ...],
        today: date,
    ) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowModality(Qt.WindowModality.WindowModal)
        self.setWindowTitle("TrustJournal")
        self._theme = theme
        self._dialogs = dialogs
        self._make_widgets(these)
        self._lay_out()
        self.presenter = PrintingPresenter(paper, tasks, self.render_state, these=these, today=today)
        self.first.setDate(as_qdate(self.presenter.state.first))
        self.last.setDate(as_qdate(self.presenter.state.last))
        self._connect()
        self.render_state(self.presenter.state)

    def _make_widgets(self, these: tuple[EntryId, ...]) -> None:
        ones = self.tr("This entry") if len(these) == 1 else self.tr("%n selected entry(s)", "", len(these))
        options = [(Scope.THESE.name, ones)] if these else []
        options.append((Scope.DAYS.name, self.tr("All entries of some days")))
        self.scope = Segmented(options, label=self.tr("What to print"))
        self.first = DateEdit(QDate.currentDate(), label=self.tr("First day"))
        self.last = DateEdit(QDate.currentDate(), label=self.tr("Last day"))
        self.days = QWidget()
        self.initials = WrappedCheck(self.tr("Show people by their initials only"))
        self.initials_note = SoftLabel(
            self.tr(
                "This shortens the names that are kept under People, as they are spelled there. Nicknames stay, "
                "so read the pages before you give them to somebody."
            ),
            small=True,
        )
        self.details = WrappedCheck(self.tr("Show people, tags and feelings of each entry"))
        self.details.set_checked(True)
        self.prompt = WrappedCheck(self.tr("Show the prompt an entry began with"))
        self.prompt.set_checked(True)
        self.print_button = Button(self.tr("Print…"), "primary")
        self.pdf_button = Button(self.tr("Save as PDF…"), "plain")
        self.close_button = Button(self.tr("Close"), "plain")
        self.progress = ProgressLine(self._theme, self.tr("How far it is"))
        self.news = Notice()
        self.warning = SoftLabel(
            self.tr("Paper and PDF files are not encrypted. Whoever finds them can read them."), small=True
        )

    def _lay_out(self) -> None:
        days = QHBoxLayout(self.days)
        days.setContentsMargins(0, 0, 0, 0)
        days.setSpacing(S8)
        days.addWidget(PlainLabel(self.tr("From")))
        days.addWidget(self.first)
        days.addWidget(PlainLabel(self.tr("to")))
        days.addWidget(self.last)
        days.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(S24, S24, S24, S24)
        column.setSpacing(S12)
        column.addWidget(SectionLabel(self.tr("Print, or save as PDF")))
        for widget in (self.scope, self.days, self.details, self.prompt, self.initials, self.initials_note):
            column.addWidget(widget)
        column.addSpacing(S16 - S12)
        column.addWidget(self.warning)
        column.addWidget(self.progress)
        column.addWidget(self.news)
        column.addWidget(button_row(self.print_button, self.pdf_button, self.close_button))
        self.setFixedWidth(self._theme.sp(WIDTH))

    def _connect(self) -> None:
        self.scope.value_changed.connect(lambda key: self.presenter.set_scope(Scope[key]))
        for edit in (self.first, self.last):
            edit.dateChanged.connect(self._on_days_changed)
        for check in (self.initials, self.details, self.prompt):
            check.clicked.connect(self._on_content_clicked)
        self.print_button.clicked.connect(self._on_print_clicked)
        self.pdf_button.clicked.connect(self._on_pdf_clicked)
        self.close_button.clicked.connect(self._on_close_clicked)

    def render_state(self, state: PrintingState) -> None:
        """Show a state."""
        is_working = state.phase is Phase.WORKING
        self.days.setVisible(state.scope is Scope.DAYS)
        self.initials_note.setVisible(state.initials)
        for widget in (self.scope, self.days, self.initials, self.details, self.prompt):
            widget.setEnabled(not is_working)
        for button in (self.print_button, self.pdf_button):
            button.setEnabled(not is_working)
        self.close_button.setText(self.tr("Cancel") if is_working else self.tr("Close"))
        self.progress.setVisible(is_working)
        self.progress.set_percent(state.percent)
        news = self._news(state)
        if news != self.news.text():
            self.news.say(news)
        self.adjustSize()

    def _news(self, state: PrintingState) -> str:
        match state.phase:
            case Phase.DONE:
                return self.tr("Done: %n page(s).", "", state.pages)
            case Phase.EMPTY:
                return self.tr("There is no entry on these days.")
            case Phase.NO_PRINTER:
                return self.tr("This computer has no printer. Saving as PDF works without one.")
            case Phase.CANCELLED:
                return self.tr("Stopped.")
            case Phase.FAILED if state.error is not None:
                told = sentence(state.error)
                return f"{told.text} {told.next_step}".strip()
            case _:
                return ""

    def _on_days_changed(self) -> None:
        first, last = self.first.date(), self.last.date()
        self.presenter.set_days(
            date(first.year(), first.month(), first.day()), date(last.year(), last.month(), last.day())
        )

    def _on_content_clicked(self) -> None:
        self.presenter.set_content(
            initials=self.initials.is_checked(), details=self.details.is_checked(), prompt=self.prompt.is_checked()
        )

    def _on_print_clicked(self) -> None:
        if not self._dialogs.ask_to_print(self, lambda device: self._draw_on(device, lambda: None), lambda: None):
            self.presenter.tell_no_printer()

    def _on_pdf_clicked(self) -> None:
        title = self.tr("Where should the PDF be saved? Whoever has the file can read it.")
        # The proposed name says nothing of what is in it.
        self._dialogs.ask_where_to_save(self, title, self.tr("Document.pdf"), self._save_pdf)

    def _save_pdf(self, path: Path) -> None:
        pdf = PdfInMemory()
        self._draw_on(pdf.device, lambda: pdf.save(path))

    def _draw_on(self, device: QPagedPaintDevice, finished: Callable[[], None]) -> None:
        face = self._theme.serif_font().families()[0]
        self.presenter.begin(EntryPages(device, face, _image), finished)

    def _on_close_clicked(self) -> None:
        if self.presenter.state.phase is Phase.WORKING:
            self.presenter.cancel()
        else:
            self.close()

    @override
    def done(self, arg__1: int) -> None:
        """Whatever way it closes, also by a lock: nothing is drawn any more."""
        self.presenter.cancel()
        super().done(arg__1)


def _image(picture: PaperPicture) -> QImage:
    return decoded(picture.data, picture.media_type)
