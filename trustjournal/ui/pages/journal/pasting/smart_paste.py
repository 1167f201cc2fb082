"""Pastes what looks like something as the Markdown for it; plain text is pasted as ever.

Reading a page takes a moment, so it is done away from the window, and typing goes on. What was read goes in where the
caret was, as one step to undo. Should another entry be on the sheet by then, nothing goes in: it is still on the
clipboard.
"""

from __future__ import annotations

import sys
from collections.abc import Callable, Sequence

from PySide6.QtCore import QMimeData, QObject, Qt
from PySide6.QtGui import QAction, QGuiApplication, QKeySequence, QTextCursor, QTextDocument

from trustjournal.domain.pasted_page import PastedPage, between
from trustjournal.services.pasting import read_html
from trustjournal.ui.kit.tasks import Tasks
from trustjournal.ui.parts.editor import Editor, MenuRequest, clean_text

TakeAddresses = Callable[[Sequence[str | None]], None]
KeepPictures = Callable[[Sequence[bytes], TakeAddresses], None]
"""Keeps pictures in the journal, then calls back with an address for each, or None where it is no picture."""


class SmartPaste(QObject):
    """Takes what is pasted into an editor; whatever took it before is still asked first."""

    def __init__(self, editor: Editor, *, tasks: Tasks, keep_pictures: KeepPictures | None = None) -> None:
        super().__init__(editor)
        self._editor = editor
        self._tasks = tasks
        self._keep_pictures = keep_pictures
        self._taken_before = editor.paste_handler
        self._allowed_before = editor.can_paste
        editor.paste_handler = self._paste
        editor.can_paste = self._can_paste
        self.plain_action = QAction(self.tr("Paste as plain text"), self)
        self.plain_action.setShortcut(QKeySequence(Qt.Modifier.CTRL | Qt.Modifier.SHIFT | Qt.Key.Key_V))
        self.plain_action.setShortcutContext(Qt.ShortcutContext.WidgetShortcut)
        self.plain_action.triggered.connect(self.paste_plain)
        editor.addAction(self.plain_action)
        editor.menu_requested.connect(self._on_editor_menu_requested)

    def paste_plain(self) -> None:
        """Paste the plain text that is on the clipboard."""
        text = QGuiApplication.clipboard().text()
        if text and not self._editor.isReadOnly():
            self._editor.put_in(text)

    def _can_paste(self, source: QMimeData) -> bool:
        return (self._allowed_before is not None and self._allowed_before(source)) or _is_page(source)

    def _paste(self, source: QMimeData) -> bool:
        if self._taken_before is not None and self._taken_before(source):
            return True
        if not _is_page(source):
            return False
        visit = _Visit(self._editor, self._keep_pictures)
        html, plain = source.html(), source.text()

        def give_up(error: Exception) -> None:
            sys.excepthook(type(error), error, error.__traceback__)
            visit.arrive(PastedPage(plain))

        self._tasks.run(lambda: read_html(html, plain), owner=self, done=visit.arrive, failed=give_up)
        return True

    def _on_editor_menu_requested(self, request: MenuRequest) -> None:
        actions = request.menu.actions()
        names = [action.objectName() for action in actions]
        after = names.index("edit-paste") + 1 if "edit-paste" in names else len(actions)
        self.plain_action.setEnabled(bool(QGuiApplication.clipboard().text()))
        # Its key is heard without a menu too, when something else may be on the clipboard.
        request.menu.aboutToHide.connect(lambda: self.plain_action.setEnabled(True))
        if after < len(actions):
            request.menu.insertAction(actions[after], self.plain_action)
        else:
            request.menu.addAction(self.plain_action)


class _Visit:
    """A page on its way into a text: it remembers where it belongs."""

    def __init__(self, editor: Editor, keep_pictures: KeepPictures | None) -> None:
        self._editor = editor
        self._keep_pictures = keep_pictures
        self._document: QTextDocument = editor.document()
        self._cursor = editor.textCursor()

    def arrive(self, page: PastedPage) -> None:
        """The page has been read."""
        if self._keep_pictures is not None and page.pictures and self._is_still_there():
            self._keep_pictures(page.pictures, lambda addresses: self._put_in(page.with_pictures(addresses)))
        else:
            self._put_in(page.with_pictures([None] * len(page.pictures)))

    def _put_in(self, markdown: str) -> None:
        if not self._is_still_there():
            return
        start, end = self._cursor.selectionStart(), self._cursor.selectionEnd()
        first, last = self._document.findBlock(start), self._document.findBlock(end)
        before = QTextCursor(first)
        before.setPosition(start, QTextCursor.MoveMode.KeepAnchor)
        after = QTextCursor(self._cursor)
        after.setPosition(end)
        after.setPosition(last.position() + last.length() - 1, QTextCursor.MoveMode.KeepAnchor)
        _put(self._cursor, clean_text(between(before.selectedText(), markdown, after.selectedText())))
        self._editor.ensureCursorVisible()

    def _is_still_there(self) -> bool:
        return self._editor.document() == self._document


def _put(cursor: QTextCursor, text: str) -> None:
    """Put a text in the place of what a cursor has selected, as one step to undo."""
    cursor.beginEditBlock()
    cursor.insertText(text)
    cursor.endEditBlock()


def _is_page(source: QMimeData) -> bool:
    """Whether there is more to it than plain text. A picture with nothing beside it is not ours, nor is a file."""
    if not source.hasHtml() or any(url.isLocalFile() for url in source.urls()):
        return False
    return bool(source.text().strip()) or not source.hasImage()
