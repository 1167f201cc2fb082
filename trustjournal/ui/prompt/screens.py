"""Builds each screen when it is first needed, and ties it to its flow."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from trustjournal.ui.kit.dialogs import Dialogs
from trustjournal.ui.kit.icons import Icons
from trustjournal.ui.kit.keyboard_layout import KeyboardLayout
from trustjournal.ui.kit.theme import Theme
from trustjournal.ui.prompt.presenter import PromptPresenter
from trustjournal.ui.prompt.prompt_screen import PromptScreen
from trustjournal.ui.prompt.state import Screen
from trustjournal.ui.prompt.unlock_screen import UnlockScreen

if TYPE_CHECKING:
    from trustjournal.domain.help import Care
    from trustjournal.ui.prompt.passphrase_pair import PassphrasePair


class Screens:
    """One method a screen. What most starts do not show is imported when it is shown."""

    def __init__(
        self,
        theme: Theme,
        icons: Icons,
        keyboard: KeyboardLayout,
        presenter: PromptPresenter,
        dialogs: Dialogs,
        window: QWidget,
        read_care: Callable[[], Care] | None = None,
    ) -> None:
        self._theme = theme
        self._icons = icons
        self._keyboard = keyboard
        self._presenter = presenter
        self._dialogs = dialogs
        self._window = window
        self._read_care = read_care
        self._builders: dict[Screen, Callable[[], PromptScreen]] = {
            Screen.UNLOCK: self._unlock,
            Screen.HELP: self._help,
            Screen.RECOVER: self._recover,
            Screen.CREATE: self._create,
            Screen.NEW_PASSPHRASE: self._new_passphrase,
            Screen.CODE: self._code,
            Screen.CODE_CHECK: self._code_check,
            Screen.CODE_KEPT: self._code_kept,
            Screen.QUESTION: self._question,
            Screen.TRY_CODE: self._try_code,
            Screen.CODE_WORKS: self._code_works,
            Screen.TRUST: self._trust,
            Screen.REMOVE: self._remove,
            Screen.RE_ENCRYPT: self._re_encrypt,
            Screen.MOVE: self._move,
            Screen.PROGRESS: self._progress,
            Screen.DELETE: self._delete,
            Screen.SET_ASIDE: self._set_aside,
            Screen.DELETED: self._deleted,
            Screen.LOCKING: self._locking,
        }

    def build(self, screen: Screen) -> PromptScreen:
        """Make a screen."""
        built = self._builders[screen]()
        built.edited.connect(self._presenter.clear_trouble)
        return built

    # Getting in and making ------------------------------------------------------------------------

    def _unlock(self) -> PromptScreen:
        flow = self._presenter.getting_in
        screen = UnlockScreen(self._theme, self._icons, self._keyboard, offers_help=self._read_care is not None)
        screen.help_wanted.connect(self._presenter.ask_for_help)
        screen.unlock_pressed.connect(flow.by_passphrase)
        screen.computer_pressed.connect(flow.by_computer)
        screen.recovery_wanted.connect(flow.start_recovering)
        screen.order_left.connect(flow.leave_order)
        screen.journal_chosen.connect(flow.choose_journal)
        screen.folder_wanted.connect(self._ask_which_folder)
        screen.create_wanted.connect(self._presenter.making.start)
        return screen

    def _help(self) -> PromptScreen:
        from trustjournal.ui.prompt.help_screen import HelpScreen

        assert self._read_care is not None  # else nothing leads here
        screen = HelpScreen(self._theme, self._icons, self._read_care())
        screen.back_wanted.connect(self._presenter.go_back)
        return screen

    def _recover(self) -> PromptScreen:
        from trustjournal.ui.prompt.code_entry_screen import RecoverScreen

        screen = RecoverScreen(self._theme, self._icons)
        screen.submitted.connect(self._presenter.getting_in.by_code)
        screen.back_wanted.connect(self._presenter.go_back)
        return screen

    def _create(self) -> PromptScreen:
        from trustjournal.ui.prompt.create_screen import CreateScreen

        flow = self._presenter.making
        screen = CreateScreen(self._theme, self._icons, self._keyboard)
        screen.create_pressed.connect(
            lambda: flow.make(screen.name.text(), screen.passphrase.text(), screen.again.text())
        )
        screen.place_wanted.connect(self._ask_where_to_make_it)
        screen.folder_wanted.connect(self._ask_which_folder)
        screen.back_wanted.connect(self._presenter.go_back)
        self._advise(screen.pair, screen.name.text)
        return screen

    def _advise(self, pair: PassphrasePair, own_word: Callable[[], str]) -> None:
        flow = self._presenter.passphrases
        pair.passphrase_edited.connect(lambda: flow.type_passphrase(pair.passphrase.text(), own_word()))
        pair.proposal_wanted.connect(flow.make_one_up)
        pair.proposal_done.connect(flow.put_proposal_away)

    # Passphrases ----------------------------------------------------------------------------------

    def _new_passphrase(self) -> PromptScreen:
        from trustjournal.ui.prompt.passphrase_screen import PassphraseScreen

        flow = self._presenter.new_passphrase
        screen = PassphraseScreen(self._theme, self._icons, self._keyboard)
        pair = screen.pair
        screen.submitted.connect(lambda: flow.change(pair.passphrase.text(), pair.again.text()))
        screen.left.connect(self._presenter.not_now)
        self._advise(pair, self._name_of_the_journal)
        return screen

    def _re_encrypt(self) -> PromptScreen:
        from trustjournal.ui.prompt.re_encrypt_screen import ReEncryptScreen

        flow = self._presenter.new_passphrase
        screen = ReEncryptScreen(self._theme, self._icons, self._keyboard)
        pair = screen.pair
        screen.submitted.connect(lambda: flow.re_encrypt(pair.passphrase.text(), pair.again.text()))
        screen.left.connect(self._presenter.not_now)
        self._advise(pair, self._name_of_the_journal)
        return screen

    def _progress(self) -> PromptScreen:
        from trustjournal.ui.prompt.progress_screen import ProgressScreen

        screen = ProgressScreen(self._theme, self._icons)
        screen.cancelled.connect(self._presenter.new_passphrase.cancel)
        return screen

    # The recovery code ----------------------------------------------------------------------------

    def _code(self) -> PromptScreen:
        from trustjournal.ui.prompt.code_screen import CodeScreen
        from trustjournal.ui.prompt.kit_to_paper import KitToPaper

        flow = self._presenter.code
        kit = self._kit = KitToPaper(self._presenter, self._dialogs, self._window)
        screen = CodeScreen(self._theme, self._icons)
        screen.written_down.connect(flow.wrote_it_down)
        screen.print_wanted.connect(kit.print_it)
        screen.save_wanted.connect(kit.save_it)
        screen.later.connect(flow.later)
        return screen

    def _code_check(self) -> PromptScreen:
        from trustjournal.ui.prompt.code_check_screen import CodeCheckScreen

        screen = CodeCheckScreen(self._theme, self._icons)
        screen.submitted.connect(self._presenter.code.check)
        screen.show_again_wanted.connect(self._presenter.code.show_again)
        return screen

    def _code_kept(self) -> PromptScreen:
        from trustjournal.ui.prompt.done_screen import CodeKeptScreen

        screen = CodeKeptScreen(self._theme, self._icons)
        screen.went_on.connect(self._presenter.code.go_on)
        return screen

    def _question(self) -> PromptScreen:
        from trustjournal.ui.prompt.question_screen import QuestionScreen

        screen = QuestionScreen(self._theme, self._icons)
        screen.answered.connect(self._presenter.answer_question)
        return screen

    def _try_code(self) -> PromptScreen:
        from trustjournal.ui.prompt.code_entry_screen import TryCodeScreen

        screen = TryCodeScreen(self._theme, self._icons)
        screen.submitted.connect(self._presenter.code.try_it)
        screen.make_wanted.connect(self._presenter.code.make_instead)
        screen.left.connect(self._presenter.not_now)
        return screen

    def _code_works(self) -> PromptScreen:
        from trustjournal.ui.prompt.done_screen import CodeWorksScreen

        screen = CodeWorksScreen(self._theme, self._icons)
        screen.went_on.connect(self._presenter.code.it_works)
        return screen

    # Ways in --------------------------------------------------------------------------------------

    def _trust(self) -> PromptScreen:
        from trustjournal.ui.prompt.trust_screen import TrustScreen

        screen = TrustScreen(self._theme, self._icons)
        screen.trusted.connect(self._presenter.ways_in.trust)
        screen.left.connect(self._presenter.not_now)
        return screen

    def _remove(self) -> PromptScreen:
        from trustjournal.ui.prompt.remove_screen import RemoveScreen

        screen = RemoveScreen(self._theme, self._icons)
        screen.confirmed.connect(self._presenter.ways_in.remove)
        screen.left.connect(self._presenter.not_now)
        return screen

    # Folders --------------------------------------------------------------------------------------

    def _move(self) -> PromptScreen:
        from trustjournal.ui.prompt.move_screen import MoveScreen

        screen = MoveScreen(self._theme, self._icons)
        screen.place_wanted.connect(self._ask_where_to_move_it)
        screen.confirmed.connect(self._presenter.folders.move)
        screen.left.connect(self._presenter.getting_in.leave_order)
        return screen

    def _delete(self) -> PromptScreen:
        from trustjournal.ui.prompt.delete_screen import DeleteScreen

        screen = DeleteScreen(self._theme, self._icons)
        screen.confirmed.connect(self._presenter.folders.set_aside)
        screen.left.connect(self._presenter.not_now)
        return screen

    def _set_aside(self) -> PromptScreen:
        from trustjournal.ui.prompt.delete_screen import SetAsideScreen

        screen = SetAsideScreen(self._theme, self._icons)
        screen.put_back_wanted.connect(self._presenter.folders.put_back)
        screen.for_good_wanted.connect(self._presenter.folders.delete_for_good)
        return screen

    def _locking(self) -> PromptScreen:
        from trustjournal.ui.prompt.locking_screen import LockingScreen

        return LockingScreen(self._theme, self._icons)

    def _deleted(self) -> PromptScreen:
        from trustjournal.ui.prompt.done_screen import DeletedScreen

        screen = DeletedScreen(self._theme, self._icons)
        screen.went_on.connect(self._presenter.folders.go_on)
        return screen

    # Dialogs --------------------------------------------------------------------------------------

    def _ask_where_to_make_it(self) -> None:
        title = QCoreApplication.translate("Screens", "Where should the journal be kept?")
        self._dialogs.ask_for_folder(
            self._window, title, self._presenter.state.place, self._presenter.making.choose_place
        )

    def _ask_where_to_move_it(self) -> None:
        title = QCoreApplication.translate("Screens", "In which folder should the journal be from now on?")
        self._dialogs.ask_for_folder(
            self._window, title, self._beside_the_journal(), self._presenter.folders.choose_destination
        )

    def _ask_which_folder(self) -> None:
        title = QCoreApplication.translate("Screens", "Which folder is the journal?")
        self._dialogs.ask_for_folder(
            self._window, title, self._beside_the_journal(), self._presenter.getting_in.choose_journal
        )

    def _beside_the_journal(self) -> Path:
        state = self._presenter.state
        return state.folder.parent if state.folder is not None else state.place

    def _name_of_the_journal(self) -> str:
        folder = self._presenter.state.folder
        return folder.name if folder is not None else ""
