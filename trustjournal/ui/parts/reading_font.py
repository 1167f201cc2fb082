"""The letters a person has chosen for what they write."""

from __future__ import annotations

from PySide6.QtGui import QFont, QFontDatabase

from trustjournal.domain.writing_look import Face, WritingLook
from trustjournal.ui.kit.theme import Theme
from trustjournal.ui.kit.tokens import Type
from trustjournal.ui.parts.editor.looks import MONO_FAMILIES


def reading_font(theme: Theme, look: WritingLook, size: int = Type.READING, weight: int = Type.NORMAL) -> QFont:
    """The font at `size` pixels (at 100 % text and zoom); the serif where the chosen family is not on this computer."""
    font = _face(theme, look.face, size, weight)
    font.setPixelSize(max(6, round(theme.sp(size) * look.zoom_percent / 100)))
    return font


def _face(theme: Theme, face: str, size: int, weight: int) -> QFont:
    if face == Face.SYSTEM:
        return theme.ui_font(size, weight)
    if face == Face.MONO or QFontDatabase.hasFamily(face):
        font = QFont(list(MONO_FAMILIES) if face == Face.MONO else [face])
        font.setWeight(QFont.Weight(weight))
        return font
    return theme.serif_font(size, weight)
