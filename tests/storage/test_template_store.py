"""Templates a person made are kept, renamed, deleted and brought back."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from uuid import uuid4

import pytest

from tests.storage.conftest import Stores
from trustjournal.domain.entry import LONGEST_TITLE
from trustjournal.domain.ids import TemplateId
from trustjournal.domain.template import LONGEST_TEMPLATE_NAME, Template
from trustjournal.errors import NameTakenError, TooLongError
from trustjournal.storage.records import TEMPLATE, Records
from trustjournal.storage.template_store import TemplateStore


@pytest.fixture
def templates(stores: Stores) -> TemplateStore:
    return TemplateStore(stores.db)


def save(templates: TemplateStore, name: str, text: str = "## One\n\n") -> Template:
    return templates.save(TemplateId(uuid4()), Template(name, "A title", text))


def test_templates_come_by_the_alphabet_as_they_were_kept(stores: Stores, templates: TemplateStore) -> None:
    zoe, anna = save(templates, "  Zoë’s \n page "), save(templates, "anna", "\tjust – so\u2028 \n\n")
    assert zoe.name == "Zoë’s page"
    assert templates.all() == (anna, zoe)
    assert Records(stores.db).altered(TEMPLATE) == ()


def test_they_are_there_after_a_lock(stores: Stores, templates: TemplateStore, reopen: Callable[[], Stores]) -> None:
    kept = save(templates, "Evening")
    stores.db.close()
    assert TemplateStore(reopen().db).all() == (kept,)


def test_two_templates_cannot_have_one_name(templates: TemplateStore) -> None:
    kept, other = save(templates, "Zoë"), save(templates, "Other")
    assert other.id is not None
    for taken in ("zoë", "Zoe\u0308", " ZOË "):
        with pytest.raises(NameTakenError):
            save(templates, taken)
        with pytest.raises(NameTakenError):
            templates.save(other.id, replace(other, name=taken))
    assert templates.all() == (other, kept)


def test_one_is_changed_in_its_place(templates: TemplateStore) -> None:
    kept = save(templates, "Evening")
    assert kept.id is not None
    changed = templates.save(kept.id, replace(kept, name="Morning", text="new"))
    assert templates.all() == (changed,)
    assert changed.text == "new"


def test_a_deleted_one_comes_back_unless_its_name_was_given_away(templates: TemplateStore) -> None:
    kept = save(templates, "Evening")
    assert kept.id is not None
    templates.delete(kept.id)
    templates.delete(TemplateId(uuid4()))
    assert templates.all() == ()
    templates.undo_delete(kept.id, kept.name)
    assert templates.all() == (kept,)
    templates.delete(kept.id)
    save(templates, "evening")
    with pytest.raises(NameTakenError):
        templates.undo_delete(kept.id, kept.name)


@pytest.mark.parametrize(
    "template", [Template("x" * (LONGEST_TEMPLATE_NAME + 1)), Template("name", "x" * (LONGEST_TITLE + 1))]
)
def test_what_is_too_long_is_refused_and_nothing_is_kept(templates: TemplateStore, template: Template) -> None:
    with pytest.raises(TooLongError):
        templates.save(TemplateId(uuid4()), template)
    assert templates.all() == ()
