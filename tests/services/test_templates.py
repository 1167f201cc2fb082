"""Templates: those of the program are read from files, those of a person are made, changed and deleted."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from tests.fakes.announcements import Announcements
from trustjournal.domain.change import Changed
from trustjournal.domain.template import Template
from trustjournal.errors import ContentError
from trustjournal.services.journal import Journal
from trustjournal.services.template_reader import read_templates


def test_a_template_is_made_changed_deleted_and_brought_back(journal: Journal, announcements: Announcements) -> None:
    made = journal.templates.save(Template("Evening", "", "## Today\n\n"))
    changed = journal.templates.save(replace(made, text="## Tonight\n\n"))
    assert journal.templates.all() == (changed,)
    journal.templates.delete(changed)
    assert journal.templates.all() == ()
    journal.templates.undo_delete(changed)
    assert journal.templates.all() == (changed,)
    assert announcements.taken() == [Changed.TEMPLATES] * 4


def test_a_template_without_a_name_is_refused(journal: Journal) -> None:
    with pytest.raises(ValueError, match="name"):
        journal.templates.save(Template("  ", "", "text"))


def test_what_ships_is_kept_as_a_new_one_and_cannot_be_deleted(journal: Journal) -> None:
    shipped = Template("Letter", "", "Dear ", slug="letter")
    kept = journal.templates.save(shipped)
    assert kept.id is not None
    journal.templates.delete(shipped)
    assert journal.templates.all() == (replace(kept, slug=""),)


def test_templates_are_read_in_the_order_of_their_files(tmp_path: Path) -> None:
    folder = tmp_path / "en"
    folder.mkdir()
    (folder / "20-two.md").write_text("# Second · one\n\n## Head\n\n*Line.*\n\n", encoding="utf-8")
    (folder / "10-one.md").write_text("# First\n", encoding="utf-8")
    (folder / "notes.txt").write_text("no template", encoding="utf-8")
    first, second = read_templates(tmp_path, "en")
    assert (first.name, first.text, first.slug, first.is_blank) == ("First", "", "one", True)
    assert (second.name, second.text, second.slug) == ("Second · one", "## Head\n\n*Line.*\n\n", "two")
    assert read_templates(tmp_path, "fr") == ()


@pytest.mark.parametrize("written", [b"", b"Name\n", b"# \n", b"# Name\ntext", b"\xff"])
def test_a_file_that_is_no_template_is_named(tmp_path: Path, written: bytes) -> None:
    (tmp_path / "en").mkdir()
    (tmp_path / "en" / "10-bad.md").write_bytes(written)
    with pytest.raises(ContentError, match=r"10-bad\.md"):
        read_templates(tmp_path, "en")
