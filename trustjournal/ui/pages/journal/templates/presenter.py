"""Decides which templates there are, which one is looked at, and what becomes of its words. Knows no widgets."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from trustjournal.domain.change import Changed
from trustjournal.domain.template import Template
from trustjournal.errors import NameTakenError
from trustjournal.services.templates import TemplateService
from trustjournal.ui.kit.tasks import Tasks


@dataclass(frozen=True, slots=True)
class TemplatesState:
    """Every template, and the one that is looked at. A new `showing` means: put its words into the fields."""

    shipped: tuple[Template, ...] = ()
    own: tuple[Template, ...] = ()
    is_read: bool = False
    """The person's own are known."""
    chosen: str | None = None
    """The key of the one that is looked at."""
    showing: int = 0
    is_name_wanted: bool = False
    """The one that is looked at is new: its name is what comes first."""
    trouble: Exception | None = None
    """Why the name in its field is not the name that is kept."""

    @property
    def every(self) -> tuple[Template, ...]:
        """A person's own before those of the program."""
        return self.own + self.shipped

    @property
    def template(self) -> Template | None:
        """The one that is looked at, as it is kept."""
        return self.find(self.chosen)

    def find(self, key: str | None) -> Template | None:
        """The template of a key."""
        return next((one for one in self.every if one.key == key), None)


class TemplatesPresenter:
    """Reads, makes, changes and deletes templates. `show` gets each new state, `tell` an error to put into words."""

    def __init__(
        self,
        *,
        templates: TemplateService,
        shipped: Sequence[Template],
        tasks: Tasks,
        show: Callable[[TemplatesState], None],
        tell: Callable[[Exception], None],
        saved: Callable[[Template], None],
        deleted: Callable[[Template], None],
    ) -> None:
        self._templates = templates
        self._tasks = tasks
        self._show = show
        self._tell = tell
        self._saved = saved
        self._deleted = deleted
        self._state = TemplatesState(tuple(shipped))
        self._unsaved: dict[str, tuple[Template, str]] = {}
        """By key: what was typed and is not known to be kept yet, and the name before."""

    @property
    def state(self) -> TemplatesState:
        """What is shown now."""
        return self._state

    def read(self) -> None:
        """Read the person's own templates."""
        self._tasks.run(self._templates.all, owner=self, done=self._on_read, failed=self._tell)

    def refresh(self, changed: Changed) -> None:
        """Something changed, perhaps elsewhere."""
        if changed is Changed.TEMPLATES:
            self.read()

    def open(self, key: str | None = None) -> None:
        """Read the person's own templates, and look at one: of this key, or the one that was looked at last."""

        def read(own: tuple[Template, ...]) -> None:
            self._on_read(own)
            self.choose(key or self._state.chosen)

        self._update(replace(self._state, is_read=False))
        self._tasks.run(self._templates.all, owner=self, done=read, failed=self._tell)

    def choose(self, key: str | None) -> None:
        """Look at a template; at the first one there is, where there is none of this key."""
        template = self._state.find(key) or next(iter(self._state.every), None)
        self._look_at(template)

    # Changing ---------------------------------------------------------------------------------

    def keep(self, key: str, name: str, title: str, text: str) -> None:
        """Keep the words of one of the person's own. A name that can't be had is left as it was, and said so."""
        old = self._state.find(key)
        if old is None or old.id is None:
            return
        new = replace(old, name=" ".join(name.split()) or old.name, title=title, text=text)
        if new == old and key not in self._unsaved:
            self._update(replace(self._state, trouble=None))
            return

        self._unsaved[key] = (new, old.name)
        self._on_read(self._state.own)
        self._save(key)

    def retry(self) -> None:
        """Try again to keep what could not be kept."""
        for key in tuple(self._unsaved):
            self._save(key)

    def _save(self, key: str) -> None:
        unsaved = new, old_name = self._unsaved[key]

        def save() -> tuple[tuple[Template, ...], Exception | None]:
            try:
                self._templates.save(new)
            except NameTakenError as error:
                self._templates.save(replace(new, name=old_name))
                return self._templates.all(), error
            return self._templates.all(), None

        def kept(outcome: tuple[tuple[Template, ...], Exception | None]) -> None:
            if self._unsaved.get(key) is unsaved:
                del self._unsaved[key]
            own, trouble = outcome
            self._on_read(own)
            if key == self._state.chosen:
                self._update(replace(self._state, trouble=trouble))

        self._tasks.run(save, owner=self, done=kept, failed=self._tell)

    def save_as(self, name: str, title: str, text: str) -> None:
        """Make a template of the words of an entry."""
        new = Template(name, title, text)
        self._tasks.run(lambda: self._templates.save(new), owner=self, done=self._saved, failed=self._tell)

    def add(self, name: str) -> None:
        """Make an empty one, under a name like this that is free yet, and look at it."""
        self._make(Template(self._free(name)))

    def copy(self, name: str) -> None:
        """Make one of the person's own of the one that is looked at, under a name like this, and look at it."""
        template = self._state.template
        if template is not None:
            self._make(Template(self._free(name), template.title, template.text))

    def delete(self) -> None:
        """Delete the one that is looked at, if it is the person's own; the next one is looked at then."""
        template = self._state.template
        if template is None or template.id is None:
            return
        place = self._state.every.index(template)
        own = tuple(one for one in self._state.own if one.key != template.key)
        self._update(replace(self._state, own=own))
        left = self._state.every
        self._look_at(left[min(place, len(left) - 1)] if left else None)

        def failed(error: Exception) -> None:
            self.read()
            self._tell(error)

        self._tasks.run(
            lambda: self._templates.delete(template),
            owner=self,
            done=lambda _: self._deleted(template),
            failed=failed,
        )

    def undo_delete(self, template: Template) -> None:
        """Bring a deleted one back, and look at it."""

        def back(own: tuple[Template, ...]) -> None:
            self._on_read(own)
            self.choose(template.key)

        def bring_back() -> tuple[Template, ...]:
            self._templates.undo_delete(template)
            return self._templates.all()

        self._tasks.run(bring_back, owner=self, done=back, failed=self._tell)

    # Inside -----------------------------------------------------------------------------------

    def _make(self, new: Template) -> None:
        def make() -> tuple[Template, tuple[Template, ...]]:
            return self._templates.save(new), self._templates.all()

        def made(outcome: tuple[Template, tuple[Template, ...]]) -> None:
            template, own = outcome
            self._on_read(own)
            self._look_at(template, is_name_wanted=True)

        self._tasks.run(make, owner=self, done=made, failed=self._tell)

    def _free(self, name: str) -> str:
        taken = {one.name.casefold() for one in self._state.own}
        free, number = name, 1
        while free.casefold() in taken:
            number += 1
            free = f"{name} {number}"
        return free

    def _look_at(self, template: Template | None, *, is_name_wanted: bool = False) -> None:
        key = None if template is None else template.key
        if key == self._state.chosen and not is_name_wanted:
            return
        self._update(
            replace(
                self._state,
                chosen=key,
                showing=self._state.showing + 1,
                is_name_wanted=is_name_wanted,
                trouble=None,
            )
        )

    def _on_read(self, read: tuple[Template, ...]) -> None:
        own = tuple(
            replace(one, title=typed[0].title, text=typed[0].text) if (typed := self._unsaved.get(one.key)) else one
            for one in read
        )
        self._update(replace(self._state, own=own, is_read=True))

    def _update(self, state: TemplatesState) -> None:
        if state != self._state:
            self._state = state
            self._show(state)
