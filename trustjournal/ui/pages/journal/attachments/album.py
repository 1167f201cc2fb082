"""Joins the photos and files of an entry to the page: the editor, the strip under it, the viewer, and the dialogs."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from uuid import UUID

import shiboken6
from PySide6.QtCore import QMimeData, QObject, QRect, Qt
from PySide6.QtGui import QImage, QKeySequence, QShortcut, QTextCursor
from PySide6.QtWidgets import QWidget

from trustjournal.domain.attachment import Attachment, AttachmentKind
from trustjournal.domain.entry import Entry
from trustjournal.domain.ids import AttachmentId
from trustjournal.domain.place import ViewState
from trustjournal.services.attaching import AttachingService, PreparingService
from trustjournal.ui.kit.dialogs import Dialogs
from trustjournal.ui.kit.icons import Icons
from trustjournal.ui.kit.tasks import Tasks
from trustjournal.ui.kit.theme import Theme
from trustjournal.ui.messages import sentence
from trustjournal.ui.pages.journal.attachments.adding import Brought, Source
from trustjournal.ui.pages.journal.attachments.copy_question import CopyQuestion
from trustjournal.ui.pages.journal.attachments.in_text import PhotosInText
from trustjournal.ui.pages.journal.attachments.photo_menu import PhotoInText, PhotoMenu
from trustjournal.ui.pages.journal.attachments.pictures import JournalPictures
from trustjournal.ui.pages.journal.attachments.presenter import AttachmentsPresenter
from trustjournal.ui.pages.journal.attachments.state import AttachmentsState
from trustjournal.ui.pages.journal.attachments.strip import AttachmentStrip
from trustjournal.ui.pages.journal.attachments.tile import Tile
from trustjournal.ui.pages.journal.attachments.viewer import PhotoViewer
from trustjournal.ui.pages.journal.attachments.words import brought_words, copy_warning, name_of
from trustjournal.ui.pages.journal.page import JournalPage
from trustjournal.ui.pages.journal.pasting.smart_paste import TakeAddresses
from trustjournal.ui.pages.journal.sheet.menu import MenuSection, named
from trustjournal.ui.parts.editor import LastStep
from trustjournal.ui.parts.page import ToastMessage
from trustjournal.ui.parts.photo_decoding import decoded

ADD_KEYS = "Ctrl+Shift+A"
_SUFFIXES = {"image/jpeg": ".jpg", "image/png": ".png"}
_CLIPBOARD_TYPES = ("image/png", "image/jpeg", "image/webp", "image/gif")


class Album(QObject):
    """What a person does with the photos and files of an entry."""

    def __init__(
        self,
        page: JournalPage,
        *,
        attaching: AttachingService,
        preparing: PreparingService,
        tasks: Tasks,
        photo_tasks: Tasks,
        dialogs: Dialogs,
        theme: Theme,
        icons: Icons,
    ) -> None:
        super().__init__(page)
        self._page = page
        self._editor = page.sheet.text
        self._attaching = attaching
        self._tasks = tasks
        self._aside = photo_tasks
        self._dialogs = dialogs
        self._theme = theme
        self._in_text = PhotosInText(self._editor, page.sheet.pause_now)
        self.pictures = JournalPictures(attaching, tasks, self)
        self.strip = AttachmentStrip(theme, icons, self.pictures)
        self.viewer = PhotoViewer(theme, icons, page)  # without a parent it would stay when the page goes
        self.viewer.hide()
        self._looked_at: AttachmentId | None = None
        self._came_from: QWidget | None = None
        self._presenter = AttachmentsPresenter(
            attaching=attaching,
            preparing=preparing,
            tasks=tasks,
            aside=photo_tasks,
            store_entry=page.store_entry,
            show=self._render,
            tell=page.tell,
        )
        page.sheet.put_below(self.strip)
        self._join_editor()
        self._join_controls(icons)

    def _join_editor(self) -> None:
        self._taken_before = self._editor.paste_handler
        self._allowed_before = self._editor.can_paste
        self._editor.paste_handler = self._paste
        self._editor.can_paste = self._can_paste
        self._editor.set_picture_source(self.pictures)
        self._editor.picture_activated.connect(self._on_editor_picture_activated)
        self.pictures.arrived.connect(self._editor.refresh_pictures)
        self._page.entry_shown.connect(self._on_page_entry_shown)

    def _join_controls(self, icons: Icons) -> None:
        words = self.tr("Add photos or files…")
        self._page.sheet.menu.add(
            MenuSection.WRITING, words, self.ask_for_files, icon=icons.icon("photo"), keys=named(ADD_KEYS)
        )
        keys = QShortcut(QKeySequence(ADD_KEYS), self._page.sheet)
        keys.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        keys.activated.connect(self.ask_for_files)
        menu = PhotoMenu(self._editor, icons, lambda id_: self._found(id_) is not None)
        menu.look_requested.connect(self.look_at)
        menu.copy_requested.connect(self._on_menu_copy_requested)
        menu.take_out_requested.connect(self._on_menu_take_out_requested)
        self.strip.show_requested.connect(self.look_at)
        self.strip.put_in_text_requested.connect(self._on_strip_put_in_text_requested)
        self.strip.copy_requested.connect(self._on_strip_copy_requested)
        self.strip.remove_requested.connect(self.remove)
        self.strip.stop_requested.connect(self._presenter.stop_adding)
        self._page.keep_in_place(self)
        self.viewer.closed.connect(self._on_viewer_closed)
        self.viewer.other_requested.connect(self._on_viewer_other_requested)
        self.viewer.copy_requested.connect(self._on_viewer_copy_requested)
        self.viewer.remove_requested.connect(self._on_viewer_remove_requested)
        self.viewer.words_changed.connect(self._on_viewer_words_changed)

    @property
    def state(self) -> AttachmentsState:
        """What is shown of the entry on the sheet."""
        return self._presenter.state

    # In ---------------------------------------------------------------------------------------

    def ask_for_files(self) -> None:
        """Let the person choose photos and files of this computer."""
        if self._presenter.state.entry is not None:
            self._dialogs.ask_for_files(self._page.window(), self.tr("Add photos or files"), self._add)

    def keep_pictures(self, pictures: Sequence[bytes], take_addresses: TakeAddresses) -> None:
        """Keep the pictures of a page that is being pasted."""

        def kept(brought: Brought, addresses: Sequence[str | None]) -> None:
            self._learn(brought)
            take_addresses(addresses)
            self._page.sheet.pause_now()
            self._say(brought)

        self._presenter.keep_pictures(pictures, kept)

    def _add(self, sources: Sequence[Source]) -> None:
        place = QTextCursor(self._editor.textCursor())

        def done(brought: Brought) -> None:
            self._learn(brought)
            photos = [new.id for new in brought.kept if new is not None and new.kind is AttachmentKind.PHOTO]
            if photos:
                self._in_text.put(place, photos)
            self._say(brought)

        self._presenter.add(sources, done)

    def _can_paste(self, source: QMimeData) -> bool:
        return (self._allowed_before is not None and self._allowed_before(source)) or bool(_what_is_in(source))

    def _paste(self, source: QMimeData) -> bool:
        if self._taken_before is not None and self._taken_before(source):
            return True
        sources = _what_is_in(source)
        if sources and self._presenter.state.entry is not None and not self._editor.isReadOnly():
            self._add(sources)
        return bool(sources)

    def _learn(self, brought: Brought) -> None:
        entry = self._presenter.state.entry
        if entry is not None:
            self.pictures.learn(tuple(new.kept_in(entry) for new in brought.kept if new is not None))

    def _say(self, brought: Brought) -> None:
        if words := brought_words(brought):
            self._page.toast_requested.emit(ToastMessage(words))

    # Looking ----------------------------------------------------------------------------------

    def place_view(self) -> ViewState:
        """A photo that is looked at is no place to return to."""
        return {}

    def return_to(self, _view: ViewState) -> None:
        """Whoever goes somewhere on the page is not kept at a photo."""
        self._on_viewer_closed()

    def look_at(self, id_: AttachmentId) -> None:
        """Show a photo in place of the list and the sheet."""
        if self._looked_at is None:
            self._came_from = self._page.window().focusWidget()
            self._page.show_instead(self.viewer)
        self._show_photo(id_)
        self.viewer.canvas.setFocus(Qt.FocusReason.OtherFocusReason)

    def _show_photo(self, id_: AttachmentId) -> None:
        self._looked_at = id_
        found = self._found(id_)
        photos = self._around(id_)
        mark = self._in_text.mark(id_)
        words = None if mark is None else mark.words
        name = "" if found is None else name_of(found)
        self.viewer.show_photo(name, words, number=photos.index(id_) + 1, of=len(photos))

        def is_still_wanted() -> bool:
            return self._looked_at == id_

        def read(got: tuple[bytes, str]) -> None:
            self._aside.run(lambda: decoded(*got), owner=self, done=show)

        def show(image: QImage) -> None:
            if is_still_wanted():
                self.viewer.show_image(image)

        def failed(error: Exception) -> None:
            if is_still_wanted():
                self.viewer.show_problem(str(sentence(error)))

        def work() -> tuple[bytes, str]:
            attachment = self._attaching.attachment(id_)
            return self._attaching.data(id_), "" if attachment is None else attachment.media_type

        self._tasks.run(work, owner=self, done=read, failed=failed)

    def _around(self, id_: AttachmentId) -> tuple[AttachmentId, ...]:
        photos = self._presenter.state.photos
        return photos if id_ in photos else (id_,)

    def _found(self, id_: AttachmentId) -> Attachment | None:
        return next((one for one in self._presenter.known if one.id == id_), None)

    def _on_editor_picture_activated(self, picture_id: str) -> None:
        self._page.sheet.pause_now()
        self.look_at(AttachmentId(UUID(hex=picture_id)))

    def _on_viewer_other_requested(self, step: int) -> None:
        if self._looked_at is not None:
            self.viewer.keep_words()
            photos = self._around(self._looked_at)
            self._show_photo(photos[(photos.index(self._looked_at) + step) % len(photos)])

    def _on_viewer_closed(self) -> None:
        if self._looked_at is None:
            return
        self._looked_at = None
        self._page.show_instead(None)
        self.viewer.show_image(QImage())
        back = self._came_from
        (back if back is not None and shiboken6.isValid(back) else self._editor).setFocus(
            Qt.FocusReason.OtherFocusReason
        )

    def _on_viewer_words_changed(self, words: str) -> None:
        if self._looked_at is not None:
            self._in_text.set_words(self._looked_at, words)

    # Out and away -----------------------------------------------------------------------------

    def save_copy(self, attachment: Attachment, anchor: QWidget, part: QRect | None = None) -> None:
        """Say what a copy outside means, under `anchor` or a part of it; ask where to, and write it."""

        def ask() -> None:
            stem = Path(attachment.name).stem or self.tr("Photo")
            name = (
                stem + _SUFFIXES[attachment.media_type] if attachment.kind is AttachmentKind.PHOTO else attachment.name
            )
            self._dialogs.ask_where_to_save(self._page.window(), self.tr("Where should the copy be saved?"), name, save)

        def save(path: Path) -> None:
            saved = ToastMessage(self.tr("A copy was saved. It is not encrypted."))
            self._presenter.save_copy(attachment.id, path, lambda: self._page.toast_requested.emit(saved))

        CopyQuestion(anchor, self._theme, copy_warning(attachment), ask).ask(part)

    def remove(self, id_: AttachmentId) -> None:
        """Take a photo or a file out of the entry, and out of its text; it can be undone."""
        found, taken = self._found(id_), self._in_text.take_out(id_)
        if found is None:
            return  # it belongs to another entry, which keeps it

        def undo() -> None:
            self._presenter.undo_remove(id_)
            if taken is not None:
                self._in_text.put_back(taken)

        words = self.tr("Photo removed.") if found.kind is AttachmentKind.PHOTO else self.tr("File removed.")
        message = ToastMessage(words, self.tr("Undo"), undo)
        step = None if taken is None else LastStep(self._editor)
        if step is not None:
            step.undone.connect(lambda: self._page.toast_over.emit(message))

        def say() -> None:
            if step is None or not step.is_undone:
                self._page.toast_requested.emit(message)

        self._presenter.remove(id_, say)

    def _on_strip_put_in_text_requested(self, attachment: Attachment) -> None:
        self._in_text.put(QTextCursor(self._editor.textCursor()), [attachment.id])
        self._editor.setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_strip_copy_requested(self, tile: Tile) -> None:
        self.save_copy(tile.attachment, tile)

    def _on_menu_copy_requested(self, photo: PhotoInText) -> None:
        found = self._found(photo.id)
        if found is not None:
            self.save_copy(found, self._editor.viewport(), self._editor.rect_of(photo.position))

    def _on_menu_take_out_requested(self, photo: PhotoInText) -> None:
        """As another change of the text: its own undo takes it back, and meanwhile the photo stands beside it."""
        self._in_text.take_out(photo.id, photo.position)

    def _on_viewer_copy_requested(self) -> None:
        found = None if self._looked_at is None else self._found(self._looked_at)
        if found is not None:
            self.save_copy(found, self.viewer.copy_button)

    def _on_viewer_remove_requested(self) -> None:
        if self._looked_at is None:
            return
        removed = self._looked_at
        photos = self._around(removed)
        if len(photos) > 1:
            self._on_viewer_other_requested(1)
        else:
            self._on_viewer_closed()
        self.remove(removed)

    # Showing ----------------------------------------------------------------------------------

    def _on_page_entry_shown(self, entry: Entry | None) -> None:
        before = self._presenter.state.entry
        self._presenter.sheet_changed(entry)
        if self._presenter.state.entry != before:
            self._on_viewer_closed()

    def _render(self, state: AttachmentsState) -> None:
        self.pictures.learn(state.attachments)
        self.strip.show_state(state)


def _what_is_in(source: QMimeData) -> list[Source]:
    """Files, or a picture with no words beside it; nothing for anything else. No picture is decoded here."""
    files: list[Source] = [
        Path(url.toLocalFile()) for url in source.urls() if url.isLocalFile() and not url.host() and url.toLocalFile()
    ]
    if files:
        return files
    if source.text().strip():
        return []
    for media_type in _CLIPBOARD_TYPES:
        if source.hasFormat(media_type):
            return [bytes(source.data(media_type).data())]
    return []
