"""A new recovery code, to be written down or printed."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtGui import QHideEvent
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from trustjournal.domain.recovery_code import groups_of
from trustjournal.ui.kit.button import Button
from trustjournal.ui.kit.button_row import button_row
from trustjournal.ui.kit.code_groups import CodeGroups
from trustjournal.ui.kit.icons import Icons
from trustjournal.ui.kit.labels import PlainLabel, SoftLabel
from trustjournal.ui.kit.notice import Notice
from trustjournal.ui.kit.theme import Theme
from trustjournal.ui.kit.tokens import S4
from trustjournal.ui.prompt.prompt_screen import PromptScreen
from trustjournal.ui.prompt.state import CodeReason, CodeState, KitNews, PromptState, Spot


class CodeScreen(PromptScreen):
    """Shows the code large, and offers paper before a file."""

    written_down = Signal()
    print_wanted = Signal()
    save_wanted = Signal()
    later = Signal()

    def __init__(self, theme: Theme, icons: Icons, parent: QWidget | None = None) -> None:
        super().__init__(theme, icons, parent)
        self.title.setText(self.tr("Your recovery code"))
        self.groups = CodeGroups(theme, self.tr("Recovery code"))
        self.care = PlainLabel(
            self.tr(
                "Write it on paper and keep that where only you would look: whoever has it can open the journal. "
                "It begins to work when you have typed two groups of it back."
            ),
            wrap=True,
        )
        self.paper = SoftLabel(
            self.tr(
                "A printed kit also says how to use the code. Printing can leave a copy in the printer’s queue. "
                "Whoever finds a saved file can open the journal with it."
            ),
            small=True,
        )
        self.kit = Notice()
        self.wrote = Button(self.tr("I wrote it down"), "primary")
        self.wrote.clicked.connect(self.written_down)
        self.print_kit = Button(self.tr("Print the recovery kit…"))
        self.print_kit.clicked.connect(self.print_wanted)
        self.save_kit = Button(self.tr("Save it as a file…"))
        self.save_kit.clicked.connect(self.save_wanted)
        self.not_now = Button("", "quiet")
        self.not_now.clicked.connect(self.later)
        self.spots = {Spot.PLACE: self.save_kit}
        self.buttons = [self.print_kit, self.save_kit]
        paper = button_row(self.print_kit, self.save_kit)
        actions = (self.wrote, self.not_now)
        self.lay_out(S4, self.groups, self.care, paper, self.paper, self.kit, actions=actions)

    @override
    def show_state(self, state: PromptState) -> None:
        code = state.code
        if code is not None:
            self.words.setText(self._words(code))
            self.groups.set_groups(groups_of(code.code))
            self.not_now.setText(self.tr("Not now") if code.reason is CodeReason.ASKED_FOR else self.tr("Later"))
            kit = self._kit_words(code.kit)
            if kit != self.kit.text():
                self.kit.say(kit)
        else:
            self.groups.set_groups(())  # it is done with
        super().show_state(state)

    @override
    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        if not event.spontaneous():  # another screen is there: nothing of the code stays behind it
            self.groups.set_groups(())

    def _words(self, code: CodeState) -> str:
        if code.reason is CodeReason.RE_ENCRYPTED:
            return self.tr(
                "Everything is encrypted anew, and the code you had opens nothing any more. "
                "Until this new one is confirmed, only your passphrase opens the journal."
            )
        if code.replaces:
            return self.tr("The code you have works until this one is confirmed. From then on only this one does.")
        return self.tr(
            "If you ever forget your passphrase, this code opens the journal. Without both there is no way in."
        )

    def _kit_words(self, news: KitNews) -> str:
        return {
            KitNews.NONE: "",
            KitNews.NO_PRINTER: self.tr("No printer was found. You could write the code down, or save it as a file."),
            KitNews.PRINTED: self.tr(
                "The kit is on its way to the printer. It opens nothing until you have typed two groups back."
            ),
            KitNews.SAVED: self.tr(
                "The kit is saved. It opens nothing until you have typed two groups back. "
                "Better keep that file away from this computer."
            ),
        }[news]
