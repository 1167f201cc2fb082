"""The sheet a person writes on: plain Markdown, exactly as typed, dressed while it is written."""

from trustjournal.ui.parts.editor.beside_picture import out_of_mark
from trustjournal.ui.parts.editor.clean import clean_line, clean_text
from trustjournal.ui.parts.editor.last_step import LastStep
from trustjournal.ui.parts.editor.marks import MarkLayer
from trustjournal.ui.parts.editor.pictures import PictureSource
from trustjournal.ui.parts.editor.plain_edit import MenuRequest
from trustjournal.ui.parts.editor.widget import Editor

__all__ = ["Editor", "LastStep", "MarkLayer", "MenuRequest", "PictureSource", "clean_line", "clean_text", "out_of_mark"]
