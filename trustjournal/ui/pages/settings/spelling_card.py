"""Whether words are checked, in which languages, and the words that are right because the person says so."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QLocale, QSysInfo
from PySide6.QtWidgets import QVBoxLayout, QWidget
from typing_extensions import override

from trustjournal.ui.kit.chip import Chip
from trustjournal.ui.kit.flow_layout import FlowLayout
from trustjournal.ui.kit.labels import SoftLabel
from trustjournal.ui.kit.theme import Theme
from trustjournal.ui.kit.tokens import S8
from trustjournal.ui.kit.wrapped_check import WrappedCheck
from trustjournal.ui.messages import sentence
from trustjournal.ui.pages.settings.presenter import SettingsPresenter, SettingsState
from trustjournal.ui.pages.settings.setting_card import SettingCard
from trustjournal.ui.pages.settings.setting_row import SettingRow
from trustjournal.ui.pages.settings.spelling_presenter import SpellingPresenter, SpellingState

MakeSpelling = Callable[[Callable[[SpellingState], None]], SpellingPresenter]


class SpellingCard(SettingCard):
    """The switch and the languages are settings; the words are read and taken out by a presenter of their own."""

    name = "spelling"

    def __init__(self, presenter: SettingsPresenter, make_spelling: MakeSpelling, theme: Theme) -> None:
        super().__init__()
        self.set_title(self.tr("Spelling"))
        self._presenter = presenter
        self.spelling = make_spelling(self._show)
        self._chosen: tuple[str, ...] = ()
        row = WrappedCheck(self.tr("Underline unknown words"))
        self.switch = row.box
        self.switch.clicked.connect(presenter.check_spelling)
        self.languages: dict[str, Chip] = {}
        self.words: dict[str, Chip] = {}
        self.note = SoftLabel()
        self._languages_row, self._languages_flow = _chips_with(self.note)
        self.no_words = SoftLabel(self.tr("None yet. To add one, open the menu on an underlined word."))
        self._words_row, self._words_flow = _chips_with(self.no_words)
        self.add_rows(
            SettingRow(
                self.tr("Check spelling"),
                self.tr(
                    "This program does it by itself, with dictionaries on this computer. No word goes anywhere."
                    " F7 goes to the next underlined word."
                ),
                row,
                theme,
            ),
            SettingRow(
                self.tr("Languages"),
                self.tr("A word is right if any language you switch on has it."),
                self._languages_row,
                theme,
            ),
            SettingRow(
                self.tr("Your words"),
                self.tr("Kept inside the journal, and in no dictionary. The names of your people and tags count too."),
                self._words_row,
                theme,
            ),
        )

    @override
    def render_state(self, state: SettingsState) -> None:
        journal = state.journal
        for control in (self.switch, self._languages_row):
            control.setEnabled(journal is not None)
        if journal is not None:
            self.switch.setChecked(journal.spell_check)
            self._chosen = journal.spell_languages
            self._check_languages()

    def _show(self, state: SpellingState) -> None:
        languages = state.languages
        if languages is not None and tuple(self.languages) != languages:
            self._make_languages(languages)
        self.note.setText("" if languages is None else self._where_from())
        self.note.setVisible(languages == ())
        self._check_languages()
        if tuple(self.words) != state.words:
            self._make_words(state.words)
        trouble = sentence(state.trouble) if state.trouble is not None else None
        self.no_words.setText(
            f"{trouble.text} {trouble.next_step}".strip()
            if trouble is not None
            else self.tr("None yet. To add one, open the menu on an underlined word.")
        )
        self.no_words.setVisible(trouble is not None or not state.words)

    def _make_languages(self, languages: tuple[str, ...]) -> None:
        _empty(self._languages_flow, self.languages)
        for language in languages:
            chip = Chip(language_name(language, languages), "trust", checkable=True)
            chip.clicked.connect(self._on_language_clicked)
            self._languages_flow.addWidget(chip)
            self.languages[language] = chip

    def _check_languages(self) -> None:
        used = self.spelling.in_use(self._chosen) if self.languages else ()
        for language, chip in self.languages.items():
            chip.set_checked(language in used)

    def _on_language_clicked(self) -> None:
        chosen = tuple(language for language, chip in self.languages.items() if chip.is_checked())
        self._presenter.choose_spell_languages(chosen)
        self._check_languages()  # without any, one that fits the system is used all the same

    def _make_words(self, words: tuple[str, ...]) -> None:
        had_keyboard = any(chip.isAncestorOf(self.focusWidget()) for chip in self.words.values())
        _empty(self._words_flow, self.words)
        for word in words:
            chip = Chip(word, removable=True)
            chip.removed.connect(partial(self.spelling.remove, word))
            self._words_flow.addWidget(chip)
            self.words[word] = chip
        if had_keyboard:
            next(iter(self.words.values()), self.switch).setFocus()

    def _where_from(self) -> str:
        """Where this system gets a dictionary from."""
        match QSysInfo.kernelType():
            case "linux":
                return self.tr(
                    "No dictionary was found on this computer. On Debian and Ubuntu the packages libenchant-2-2 and"
                    " hunspell-en-us bring one for English; other systems have them under similar names."
                    " They are found after the next unlock."
                )
            case "darwin":
                return self.tr(
                    "No dictionary was found on this computer. Enchant, for example from Homebrew, and a Hunspell"
                    " dictionary are needed. They are found after the next unlock."
                )
            case _:
                return self.tr(
                    "No dictionary was found on this computer. A Hunspell dictionary for your language is needed, in"
                    " the folder of Enchant. It is found after the next unlock."
                )


def language_name(language: str, among: tuple[str, ...]) -> str:
    """A language as its speakers call it, with its country where others of `among` are the same language."""
    locale = QLocale(language)
    if locale.language() == QLocale.Language.C:
        return language
    name = QLocale(language).nativeLanguageName()
    tongue = language.split("_")[0]
    if sum(one.split("_")[0] == tongue for one in among) > 1 and "_" in language:
        name = f"{name} ({locale.nativeTerritoryName()})"
    return name[:1].upper() + name[1:]


def _chips_with(label: SoftLabel) -> tuple[QWidget, FlowLayout]:
    """A row of chips that wraps, and a sentence below it for where there are none."""
    row, chips = QWidget(), QWidget()
    flow = FlowLayout(chips, gap=S8)
    column = QVBoxLayout(row)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(0)
    column.addWidget(chips)
    column.addWidget(label)
    label.hide()
    return row, flow


def _empty(flow: FlowLayout, chips: dict[str, Chip]) -> None:
    for chip in chips.values():
        flow.removeWidget(chip)
        chip.hide()
        chip.deleteLater()
    chips.clear()
