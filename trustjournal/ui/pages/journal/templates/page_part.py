"""Makes templates a part of the journal page: a menu for new entries, a row on a blank sheet, and a view of all."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QObject, QPoint, Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QMenu, QWidget

from trustjournal.domain.change import Changed
from trustjournal.domain.ids import EntryId
from trustjournal.domain.place import Place, ViewState
from trustjournal.domain.template import LONGEST_TEMPLATE_NAME, Template
from trustjournal.services.templates import TemplateService
from trustjournal.ui.kit.icons import Icons
from trustjournal.ui.kit.tasks import Tasks
from trustjournal.ui.kit.theme import Theme
from trustjournal.ui.pages.journal.page import JournalPage
from trustjournal.ui.pages.journal.sheet.menu import MenuSection
from trustjournal.ui.pages.journal.sheet.state import JournalState, Words
from trustjournal.ui.pages.journal.templates.begin_row import BeginRow
from trustjournal.ui.pages.journal.templates.menu_arrow import MenuArrow
from trustjournal.ui.pages.journal.templates.name_popover import NamePopover
from trustjournal.ui.pages.journal.templates.presenter import TemplatesPresenter, TemplatesState
from trustjournal.ui.pages.journal.templates.view import TemplatesView
from trustjournal.ui.parts.page import Command, ToastMessage

KEYS = "Ctrl+Shift+N"

_NEW = "new"
"""The place of a new entry, as the whole window knows it."""
_BEGUN, _VIEW = "template", "templates"


class PageTemplates(QObject):
    """Begins entries with templates, and shows all of them in place of the list and the sheet."""

    def __init__(
        self,
        page: JournalPage,
        *,
        templates: TemplateService,
        shipped: Sequence[Template],
        tasks: Tasks,
        theme: Theme,
        icons: Icons,
    ) -> None:
        super().__init__(page)
        self._page, self._sheet, self._theme = page, page.sheet, theme
        self._sheet_state = JournalState()
        self._wanted: tuple[int, str] | None = None
        """The template a sheet is to begin with that is not up yet: what was shown before, and its key."""
        self._begun: tuple[EntryId, Template] | None = None
        self._is_read = False
        self._is_shown = False
        self.view = TemplatesView(theme, icons, page)
        self.view.hide()
        self.row = BeginRow(page.sheet.text, page.sheet.head.add_chip)
        self.presenter = TemplatesPresenter(
            templates=templates,
            shipped=shipped,
            tasks=tasks,
            show=self._show_state,
            tell=page.tell,
            saved=self._on_saved,
            deleted=self._on_deleted,
        )
        self.view.follow(self.presenter)
        self.view.closed.connect(self.close)
        self.view.use_requested.connect(self.begin_new)
        named = QKeySequence(KEYS).toString(QKeySequence.SequenceFormat.NativeText)
        self.button = MenuArrow(icons, self.tr("New entry from a template ({keys})").format(keys=named))
        self.button.clicked.connect(self.offer)
        page.list.put_beside_new(self.button)
        page.list.new_button.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        page.list.new_button.customContextMenuRequested.connect(lambda _: self.offer())
        keys = QShortcut(QKeySequence(KEYS), page, self.offer)
        keys.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        self.save_action = page.sheet.menu.add(MenuSection.KEEPING, self.tr("Save as template…"), self.ask_for_name)
        self.view_action = page.sheet.menu.add(MenuSection.KEEPING, self.tr("Templates…"), self.open)
        self.row.template_chosen.connect(self.begin)
        self.row.more_requested.connect(self.open)
        page.sheet.text.edited.connect(self._show_row)
        page.sheet.head.title.textChanged.connect(self._show_row)
        page.sheet_shown.connect(self._on_page_sheet_shown)
        page.news_came.connect(self._on_page_news_came)
        page.settled.connect(self._on_page_settled)
        page.keep_in_place(self)
        page.add_command(Command(self.tr("New entry from a template"), self.offer_from_anywhere, KEYS))
        self._show_state(self.presenter.state)

    # Beginning an entry -----------------------------------------------------------------------

    def offer(self) -> None:
        """Offer the templates a new entry can begin with."""
        menu = QMenu(self._page)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        state = self.presenter.state
        for templates in (state.shipped, state.own):
            for template in templates:
                action = menu.addAction(template.name.replace("&", "&&"))
                action.triggered.connect(lambda _=False, template=template: self.begin_new(template))
            menu.addSeparator()
        menu.addAction(self.tr("Templates…"), self.open)
        anchor = self._anchor()
        is_right = anchor.layoutDirection() == Qt.LayoutDirection.RightToLeft
        menu.popup(anchor.mapToGlobal(QPoint(anchor.width() if is_right else 0, anchor.height())))
        menu.setActiveAction(menu.actions()[0])

    def offer_from_anywhere(self) -> None:
        """Offer the templates; from another page that is the view of all, as the person's own may not be read yet."""
        if self._page.isVisible():
            self.offer()
        else:
            self._page.go_requested.emit(Place(self._page.name, None, {_VIEW: ""}))

    def _anchor(self) -> QWidget:
        return next((one for one in (self.button, self._sheet.menu_button) if one.isVisible()), self._page)

    def begin_new(self, template: Template) -> None:
        """Put up a new sheet that begins with a template; a blank one that is up already will do."""
        self.close()
        if self._is_blank() and self._sheet.text.isVisible():
            self.begin(template)
        else:
            view = {} if template.is_blank else {_BEGUN: template.key}
            self._page.go_requested.emit(Place(self._page.name, _NEW, view))

    def begin(self, template: Template) -> None:
        """Put a template on the blank sheet, as one step to undo, with the caret where the first words belong."""
        state = self._sheet_state
        if state.sheet is None or template.is_blank:
            self._sheet.text.setFocus(Qt.FocusReason.OtherFocusReason)
            return
        self._begun = (state.sheet.entry.id, template)
        self._sheet.begin_with(Words(template.title, template.text))
        self._show_row()

    def _showing(self) -> int:
        sheet = self._sheet_state.sheet
        return 0 if sheet is None else sheet.showing

    def _is_blank(self) -> bool:
        """Nothing is on the sheet; the title of a template that was taken back counts for nothing."""
        sheet = self._sheet_state.sheet
        if sheet is None or sheet.entry.revision > 0 or not self._sheet.text.document().isEmpty():
            return False
        begun = self._begun[1].title if self._begun is not None and self._begun[0] == sheet.entry.id else ""
        return self._sheet.head.title.text().strip() in ("", begun.strip())

    def _show_row(self) -> None:
        sheet = self._sheet_state.sheet
        began_from_prompt = sheet is not None and sheet.entry.prompt is not None
        self.row.show_if(wanted=self._is_blank() and not began_from_prompt)

    # The view of all --------------------------------------------------------------------------

    def open(self) -> None:
        """Show all templates."""
        self.open_at(None)

    def open_at(self, key: str | None) -> None:
        """Show all templates, and the words of one."""
        self._page.settle()
        self._show(key)
        self.view.setFocus(Qt.FocusReason.OtherFocusReason)

    def close(self) -> None:
        """Show the journal again."""
        if self._is_shown:
            self._is_shown = False
            self.view.pause_now()
            self._page.show_instead(None)
            self._page.first_focus().setFocus(Qt.FocusReason.OtherFocusReason)

    def _show(self, chosen: str | None = None) -> None:
        self._is_shown = True
        self._page.show_instead(self.view)
        self.presenter.open(chosen)

    def ask_for_name(self) -> None:
        """Ask under which name the entry on the sheet is to be kept as a template."""
        title = " ".join(self._sheet.head.title.text().split())
        popover = NamePopover(self._sheet.menu_button, self._theme, title[:LONGEST_TEMPLATE_NAME])
        popover.save_requested.connect(self._on_popover_save_requested)
        popover.open_below()

    def _show_state(self, state: TemplatesState) -> None:
        self.view.show_state(state)
        self.row.offer(state.own, state.shipped)

    # The page's place -------------------------------------------------------------------------

    def place_view(self) -> ViewState:
        """Which template is looked at, and which one the sheet began with while nothing else is on it."""
        view: dict[str, str | int | bool | None] = {}
        if self._is_shown:
            view[_VIEW] = self.presenter.state.chosen or ""
        sheet = self._sheet_state.sheet
        if sheet is not None and self._begun is not None and self._begun[0] == sheet.entry.id and sheet.is_untouched:
            view[_BEGUN] = self._begun[1].key
        return view

    def return_to(self, view: ViewState) -> None:
        """Show what was shown; a sheet that is about to come up blank begins as it had begun."""
        if not self._is_read:
            self._is_read = True
            self.presenter.read()
        begun, chosen = view.get(_BEGUN), view.get(_VIEW)
        self._wanted = (self._showing(), begun) if isinstance(begun, str) else None
        if isinstance(chosen, str):
            self._show(chosen)
        elif self._is_shown:
            self.close()

    # What the page tells ----------------------------------------------------------------------

    def _on_page_sheet_shown(self, state: JournalState) -> None:
        self._sheet_state = state
        if self._wanted is not None and self._wanted[0] != self._showing():
            key, self._wanted = self._wanted[1], None
            template = self.presenter.state.find(key)
            if template is not None and self._is_blank():
                self.begin(template)
        self._show_row()

    def _on_page_news_came(self, changed: Changed) -> None:
        if self._is_read:
            self.presenter.refresh(changed)

    def _on_page_settled(self) -> None:
        self.presenter.retry()
        self.view.pause_now()

    def _on_popover_save_requested(self, name: str) -> None:
        self.presenter.save_as(name, self._sheet.head.title.text(), self._sheet.text.text())

    def _on_saved(self, template: Template) -> None:
        self.presenter.read()
        words = self.tr("Saved as a template.")
        self._page.toast_requested.emit(
            ToastMessage(words, self.tr("Show it"), lambda: self.open_at(template.key), is_undo=False)
        )

    def _on_deleted(self, template: Template) -> None:
        self._page.toast_requested.emit(
            ToastMessage(self.tr("Template deleted."), self.tr("Undo"), lambda: self.presenter.undo_delete(template))
        )
