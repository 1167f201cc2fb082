"""The recovery kit: one page that says what the code is for and how to use it, with the program or without.

The page is made of plain text and formats: nothing in it is markup, nothing is fetched, and no passphrase stands on it.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date

from PySide6.QtCore import QCoreApplication, QMarginsF, QSizeF, Qt
from PySide6.QtGui import (
    QColor,
    QFont,
    QFontDatabase,
    QPagedPaintDevice,
    QPageLayout,
    QPainter,
    QTextBlockFormat,
    QTextCharFormat,
    QTextCursor,
    QTextDocument,
    QTextFrameFormat,
    QTextLength,
    QTextTableFormat,
)

from trustjournal.domain.recovery_code import groups_of
from trustjournal.ui.parts.when import day_words

MARGIN_MM = 20.0
SCRIPT = "open_journal.py"
COMMANDS = ("python3 -m pip install cryptography apsw-sqlite3mc", f"python3 {SCRIPT} FOLDER")
"""What the recovery script's own first lines say."""

_COLUMNS = 4
_TITLE, _HEADING, _TEXT, _SMALL, _CODE = 20.0, 12.5, 10.5, 9.0, 22.0
"""Points."""
_INK, _SOFT = QColor("#1c1b19"), QColor("#55514a")


@dataclass(frozen=True, slots=True)
class RecoveryKit:
    """What stands on the page. `vault` is the id of the journal."""

    code: str = field(repr=False)
    vault: str
    made_on: date


def draw_kit(kit: RecoveryKit, device: QPagedPaintDevice) -> None:
    """Draw the page on a printer or into a file."""
    device.setPageMargins(QMarginsF(MARGIN_MM, MARGIN_MM, MARGIN_MM, MARGIN_MM), QPageLayout.Unit.Millimeter)
    page = kit_page(kit, device)
    painter = QPainter(device)
    try:
        page.drawContents(painter)
    finally:
        painter.end()


def kit_page(kit: RecoveryKit, device: QPagedPaintDevice) -> QTextDocument:
    """The page as a document, laid out for `device`."""
    page = QTextDocument()
    page.documentLayout().setPaintDevice(device)
    page.setDocumentMargin(0)
    area = device.pageLayout().paintRectPixels(device.logicalDpiX())
    page.setPageSize(QSizeF(area.size()))
    page.setDefaultFont(_font(_TEXT))
    cursor = QTextCursor(page)
    writer = _Writer(cursor)
    translate = QCoreApplication.translate
    writer.line(translate("kit", "Recovery kit for a TrustJournal journal"), _TITLE, bold=True, first=True)
    writer.line(
        translate("kit", "Whoever has this page can open the journal. Keep it where only you would look."), _TEXT
    )
    writer.code(groups_of(kit.code))
    writer.line(
        translate("kit", "Made on {day} for the journal with the id {id}.").format(
            day=day_words(kit.made_on), id=kit.vault
        ),
        _SMALL,
        soft=True,
    )
    writer.heading(translate("kit", "What it is for"))
    writer.line(
        translate(
            "kit",
            "This code opens the journal when its passphrase is forgotten. It works once two of its groups "
            "are typed back into the program, and until a newer code is made.",
        ),
        _TEXT,
    )
    writer.line(
        translate("kit", "No passphrase stands here. Where both are lost, there is no way in."), _TEXT, bold=True
    )
    writer.heading(translate("kit", "With TrustJournal"))
    for number, words in enumerate(
        (
            translate("kit", "Start TrustJournal and choose the journal."),
            translate("kit", "Press “Use recovery code” and type the code. Hyphens and capital letters do not matter."),
            translate("kit", "Choose a new passphrase."),
        ),
        start=1,
    ):
        writer.line(f"{number}.  {words}", _TEXT)
    writer.heading(translate("kit", "Without TrustJournal"))
    writer.line(
        translate(
            "kit",
            "The script {script} opens it on any computer with Python. "
            "It comes with the program, in the folder “recovery”.",
        ).format(script=SCRIPT),
        _TEXT,
    )
    writer.line(translate("kit", "These two commands are all; FOLDER is the folder of the journal:"), _TEXT)
    for command in COMMANDS:
        writer.command(command)
    writer.line(translate("kit", "It asks for this code, and changes nothing in the journal."), _TEXT)
    return page


class _Writer:
    """Puts one block after the other."""

    def __init__(self, cursor: QTextCursor) -> None:
        self._cursor = cursor

    def heading(self, words: str) -> None:
        self.line(words, _HEADING, bold=True, above=14.0)

    def line(
        self,
        words: str,
        points: float,
        *,
        bold: bool = False,
        soft: bool = False,
        first: bool = False,
        above: float = 5.0,
    ) -> None:
        self._block(words, _font(points, bold=bold), _SOFT if soft else _INK, first=first, above=above)

    def command(self, words: str) -> None:
        self._block(words, _fixed_font(_TEXT), _INK, above=4.0, is_code=True)

    def code(self, groups: list[str]) -> None:
        """The groups as a table, each with its number above it."""
        table_format = QTextTableFormat()
        table_format.setBorder(0)
        table_format.setCellPadding(_px(5))
        table_format.setCellSpacing(0)
        table_format.setTopMargin(_px(14))
        table_format.setBottomMargin(_px(4))
        table_format.setWidth(QTextLength(QTextLength.Type.PercentageLength, 100))
        table_format.setColumnWidthConstraints(
            [QTextLength(QTextLength.Type.PercentageLength, 100 / _COLUMNS)] * _COLUMNS
        )
        table_format.setBorderStyle(QTextFrameFormat.BorderStyle.BorderStyle_None)
        table_format.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
        table = self._cursor.insertTable(-(-len(groups) // _COLUMNS), _COLUMNS, table_format)
        centred = QTextBlockFormat()
        centred.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        for place, group in enumerate(groups):
            cell = table.cellAt(place // _COLUMNS, place % _COLUMNS).firstCursorPosition()
            cell.setBlockFormat(centred)
            cell.insertText(str(place + 1), _letters(_font(_SMALL), _SOFT))
            cell.insertBlock(centred)
            cell.insertText(group, _letters(_fixed_font(_CODE), _INK))
        self._cursor.movePosition(QTextCursor.MoveOperation.End)

    def _block(
        self, words: str, font: QFont, colour: QColor, *, above: float, first: bool = False, is_code: bool = False
    ) -> None:
        form = QTextBlockFormat()
        form.setTopMargin(0 if first else _px(above))
        if is_code:
            form.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
            form.setIndent(1)
        if first:
            self._cursor.setBlockFormat(form)
        else:
            self._cursor.insertBlock(form)
        self._cursor.insertText(words, _letters(font, colour))


def _px(points: float) -> float:
    """Points as Qt wants distances: as pixels of a screen of 96 to the inch, which it scales to the device."""
    return points * 96 / 72


def _font(points: float, *, bold: bool = False) -> QFont:
    font = QFontDatabase.systemFont(QFontDatabase.SystemFont.GeneralFont)
    font.setPointSizeF(points)
    font.setBold(bold)
    return font


def _fixed_font(points: float) -> QFont:
    font = QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont)
    font.setPointSizeF(points)
    return font


def _letters(font: QFont, colour: QColor) -> QTextCharFormat:
    letters = QTextCharFormat()
    letters.setFont(font)
    letters.setForeground(colour)
    return letters
