"""How the sheet one writes on looks."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import QLocale, QSignalBlocker
from PySide6.QtGui import QFontDatabase
from PySide6.QtWidgets import QCheckBox, QComboBox, QSizePolicy, QVBoxLayout, QWidget
from typing_extensions import override

from trustjournal.domain.writing_look import ColumnWidth, Face, WritingLook
from trustjournal.ui.kit.labels import PlainLabel
from trustjournal.ui.kit.segmented import Segmented
from trustjournal.ui.kit.theme import Theme
from trustjournal.ui.kit.tokens import S8
from trustjournal.ui.pages.settings.presenter import SettingsPresenter, SettingsState
from trustjournal.ui.pages.settings.setting_card import SettingCard
from trustjournal.ui.pages.settings.setting_row import SettingRow
from trustjournal.ui.parts.reading_font import reading_font

OFFERED = (75, 90, 100, 110, 125, 150, 200, 300)


class WritingCard(SettingCard):
    """Letters, their size, the width of the column, and the typewriter."""

    name = "writing"

    def __init__(self, presenter: SettingsPresenter, theme: Theme) -> None:
        super().__init__()
        self.set_title(self.tr("Writing"))
        self._presenter = presenter
        self._theme = theme
        self._look = WritingLook()
        self.face = _FaceChoice(self.tr("Letters"))
        self.sample = PlainLabel(self.tr("What you write will look like this."), wrap=True)
        faces = QWidget()
        column = QVBoxLayout(faces)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(S8)
        column.addWidget(self.face)
        column.addWidget(self.sample)
        self.zoom = Segmented(
            [(str(percent), self.tr("{percent} %").format(percent=QLocale().toString(percent))) for percent in OFFERED],
            value="100",
            label=self.tr("Size"),
        )
        self.width_choice = Segmented(
            [
                (ColumnWidth.NARROW.value, self.tr("Narrow")),
                (ColumnWidth.NORMAL.value, self.tr("Normal")),
                (ColumnWidth.WIDE.value, self.tr("Wide")),
            ],
            value=ColumnWidth.NORMAL.value,
            label=self.tr("Width of the text"),
        )
        self.typewriter = QCheckBox(self.tr("Keep the line still"))
        self.face.activated.connect(lambda _index: self._change(replace(self._look, face=self.face.chosen())))
        self.zoom.value_changed.connect(self._on_zoom_value_changed)
        self.width_choice.value_changed.connect(
            lambda value: self._change(replace(self._look, width=ColumnWidth(value)))
        )
        self.typewriter.clicked.connect(lambda on: self._change(replace(self._look, typewriter=on)))
        self.add_rows(
            SettingRow(self.tr("Letters"), self.tr("For your entries. Everything else stays as it is."), faces, theme),
            SettingRow(
                self.tr("Size"),
                self.tr("On top of the text size above. On the page itself, Ctrl and + or − change it too."),
                self.zoom,
                theme,
            ),
            SettingRow(
                self.tr("Width of the text"),
                self.tr("Shorter lines are easier on the eye; wide ones show more at once."),
                self.width_choice,
                theme,
            ),
            SettingRow(
                self.tr("Typewriter"),
                self.tr("The page moves while you write, and the line you are on stays where it is."),
                self.typewriter,
                theme,
            ),
        )
        theme.changed.connect(self._show_sample)

    @override
    def render_state(self, state: SettingsState) -> None:
        journal = state.journal
        for control in (self.face, self.zoom, self.width_choice, self.typewriter):
            control.setEnabled(journal is not None)
        if journal is None:
            return
        self._look = look = journal.writing
        self.face.choose(look.face)
        # A size in between, chosen on the page, is none of those offered.
        with QSignalBlocker(self.zoom):
            self.zoom.set_value(str(look.zoom_percent) if look.zoom_percent in OFFERED else "")
        self.width_choice.set_value(look.width.value)
        self.typewriter.setChecked(look.typewriter)
        self._show_sample()

    def _on_zoom_value_changed(self, value: str) -> None:
        if value:
            self._change(replace(self._look, zoom_percent=int(value)))

    def _change(self, look: WritingLook) -> None:
        if look != self._look:
            self._presenter.choose_writing_look(look)

    def _show_sample(self) -> None:
        self.sample.setFont(reading_font(self._theme, self._look))


class _FaceChoice(QComboBox):
    """Three that are everywhere, and this computer's families, which are looked for when the list is first opened."""

    def __init__(self, label: str) -> None:
        super().__init__()
        self.setAccessibleName(label)
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.setMinimumContentsLength(8)
        self.addItem(self.tr("Serif"), Face.SERIF.value)
        self.addItem(self.tr("As the program"), Face.SYSTEM.value)
        self.addItem(self.tr("All of one width"), Face.MONO.value)
        self._has_families = False

    def chosen(self) -> str:
        """The value of a `Face`, or a family."""
        return str(self.currentData())

    def choose(self, face: str) -> None:
        """Show what is chosen, also where this computer does not have it."""
        if self.findData(face) < 0:
            self.addItem(face, face)
        self.setCurrentIndex(self.findData(face))

    @override
    def showPopup(self) -> None:
        if not self._has_families:
            self._has_families = True
            self._add_families()
        super().showPopup()

    def _add_families(self) -> None:
        self.insertSeparator(self.count())
        for family in QFontDatabase.families():
            is_plain = QFontDatabase.isSmoothlyScalable(family) and not QFontDatabase.isPrivateFamily(family)
            # Of families by several makers Qt lists each, as in “Name [maker]”; the name alone will do.
            name = family.split(" [")[0]
            if is_plain and name not in _NAMELESS and self.findData(name) < 0:
                self.addItem(name, name)


_NAMELESS = ("Serif", "Sans Serif", "Monospace")
"""What the system puts in place of a family: the first three say that better."""
