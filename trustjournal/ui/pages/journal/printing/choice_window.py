"""Asks which entries go out of the journal and how much of each, and shows how far it is."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import QDate, QLocale, Qt
from PySide6.QtWidgets import QDialog, QHBoxLayout, QVBoxLayout, QWidget
from typing_extensions import override

from trustjournal.domain.ids import EntryId
from trustjournal.services.paper import PaperService
from trustjournal.ui.kit.as_qdate import as_qdate
from trustjournal.ui.kit.button import Button
from trustjournal.ui.kit.button_row import button_row
from trustjournal.ui.kit.date_edit import DateEdit
from trustjournal.ui.kit.labels import PlainLabel, SectionLabel, SoftLabel
from trustjournal.ui.kit.notice import Notice
from trustjournal.ui.kit.progress_line import ProgressLine
from trustjournal.ui.kit.segmented import Segmented
from trustjournal.ui.kit.style_property import set_style_property
from trustjournal.ui.kit.tasks import Tasks
from trustjournal.ui.kit.theme import Theme
from trustjournal.ui.kit.tokens import S8, S12, S16, S24
from trustjournal.ui.kit.wrapped_check import WrappedCheck
from trustjournal.ui.messages import sentence
from trustjournal.ui.pages.journal.printing.presenter import Phase, PrintingPresenter, PrintingState, Scope
from trustjournal.ui.parts.paper_ways import no_printer_words

WIDTH = 460


class WhichEntries(Segmented):
    """These entries, or those of some days. A class of its own, as words with a number are looked up by its name."""

    def __init__(self, count: int, question: str) -> None:
        ones = self.tr("This entry") if count == 1 else self.tr("%n selected entry(s)", "", count)
        options = [(Scope.THESE.name, ones.replace(str(count), QLocale().toString(count)))] if count else []
        options.append((Scope.DAYS.name, self.tr("All entries of some days")))
        super().__init__(options, label=question)


class ChoiceWindow(QDialog):
    """A small window over the journal. Escape closes it, and stops what is being done.

    Who makes one of it says which buttons go on from here, and what is said when it is done.
    """

    def __init__(
        self,
        parent: QWidget,
        theme: Theme,
        *,
        heading: str,
        question: str,
        warning: str,
        ways: Sequence[Button],
        paper: PaperService,
        tasks: Tasks,
        aside: Tasks,
        these: tuple[EntryId, ...],
        today: date,
        pictures: bool = True,
    ) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowModality(Qt.WindowModality.WindowModal)
        self.setWindowTitle("TrustJournal")
        self._theme = theme
        self._ways = ways
        self._make_widgets(these, question)
        self._lay_out(heading, warning)
        self.presenter = PrintingPresenter(
            paper, tasks, aside, self.render_state, these=these, today=today, pictures=pictures
        )
        self.first.setDate(as_qdate(self.presenter.state.first))
        self.last.setDate(as_qdate(self.presenter.state.last))
        self._connect()
        self.render_state(self.presenter.state)

    def _make_widgets(self, these: tuple[EntryId, ...], question: str) -> None:
        self.scope = WhichEntries(len(these), question)
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
        self.close_button = Button(self.tr("Close"), "plain")
        self.progress = ProgressLine(self._theme, self.tr("How far it is"))
        self.news = Notice()

    def _lay_out(self, heading: str, warning: str) -> None:
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
        column.addWidget(SectionLabel(heading))
        for widget in (self.scope, self.days, self.details, self.prompt, self.initials, self.initials_note):
            column.addWidget(widget)
        column.addSpacing(S16 - S12)
        self.warning = SoftLabel(warning, small=True)
        column.addWidget(self.warning)
        column.addWidget(self.progress)
        column.addWidget(self.news)
        column.addWidget(button_row(*self._ways, self.close_button))
        self.setFixedWidth(self._theme.sp(WIDTH))

    def _connect(self) -> None:
        self.scope.value_changed.connect(lambda key: self.presenter.set_scope(Scope[key]))
        for edit in (self.first, self.last):
            edit.dateChanged.connect(self._on_days_changed)
        for check in (self.initials, self.details, self.prompt):
            check.clicked.connect(self._on_content_clicked)
        self.close_button.clicked.connect(self._on_close_clicked)

    def done_words(self, count: int) -> str:
        """What is said when all is done; `count` is how many pages, or entries where there are no pages."""
        raise NotImplementedError

    def render_state(self, state: PrintingState) -> None:
        """Show a state."""
        is_working = state.phase is Phase.WORKING
        self.days.setVisible(state.scope is Scope.DAYS)
        self.initials_note.setVisible(state.initials)
        for widget in (self.scope, self.days, self.initials, self.details, self.prompt, *self._ways):
            widget.setEnabled(not is_working)
        self.close_button.setText(self.tr("Cancel") if is_working else self.tr("Close"))
        self.progress.setVisible(is_working)
        self.progress.set_percent(state.percent)
        news = self._news(state)
        if news != self.news.text():
            set_style_property(self.news, "kind", "problem" if state.phase is Phase.FAILED else "calm")
            self.news.say(news)
        column = self.layout()
        if column is not None:  # as high as it needs to be in its own width: `adjustSize` takes a narrower one
            self.resize(self.width(), column.totalHeightForWidth(self.width()))

    def _news(self, state: PrintingState) -> str:
        match state.phase:
            case Phase.DONE:
                return self.done_words(state.pages)
            case Phase.EMPTY:
                return self.tr("There is no entry on these days.")
            case Phase.NO_PRINTER:
                return no_printer_words()
            case Phase.CANCELLED:
                return self.tr("Stopped.")
            case Phase.FAILED if state.error is not None:
                return str(sentence(state.error))
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

    def _on_close_clicked(self) -> None:
        if self.presenter.state.phase is Phase.WORKING:
            self.presenter.cancel()
        else:
            self.close()

    @override
    def done(self, arg__1: int) -> None:
        """Whatever way it closes, also by a lock: nothing is done any more."""
        self.presenter.leave()
        super().done(arg__1)
