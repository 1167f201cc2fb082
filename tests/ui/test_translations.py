"""Every text can be found by translators, and English counts one thing and many things properly."""

from __future__ import annotations

import ast
import re
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication

from tests.ui.linguist import ENGLISH, SOURCE, find_texts, messages


def test_every_counted_text_has_its_english_forms(tmp_path: Path) -> None:
    here = tmp_path / ENGLISH.name
    shutil.copy(ENGLISH, here)
    find_texts(here, "-pluralonly")
    unfinished = [(m.context, m.source) for m in messages(here) if not m.is_finished or "" in m.forms]
    assert not unfinished, f"fill these in, in {ENGLISH.name}: {unfinished}"
    assert here.read_text() == ENGLISH.read_text(), f"texts are gone from the source; run lupdate over {ENGLISH.name}"


def test_no_english_form_leaves_the_plural_open() -> None:
    for message in messages(ENGLISH):
        assert len(message.forms) == 2
        assert not any("(s)" in form for form in message.forms), message
        assert "%n" in message.forms[1], message


def test_one_and_many_are_told_apart(english: None) -> None:
    def minutes(number: int) -> str:
        return QCoreApplication.translate("ReadingColumn", "%n minute(s)", "", number)

    assert [minutes(number) for number in (0, 1, 2)] == ["0 minutes", "1 minute", "2 minutes"]


def test_translators_find_every_text_the_program_asks_for(tmp_path: Path) -> None:
    found = {message.source for message in messages(find_texts(tmp_path / "all.ts"))}
    asked = list(_asked_for())
    assert len(asked) > 100
    lost = [f"{place}: {text}" for place, text in asked if text is None or text not in found]
    assert not lost


def test_an_open_plural_is_never_used_without_a_number(tmp_path: Path) -> None:
    for message in messages(find_texts(tmp_path / "all.ts")):
        assert message.is_counted == ("%n" in message.source), message
        assert message.is_counted or not re.search(r"\(e?s\)", message.source), message


def _asked_for() -> Iterator[tuple[str, str | None]]:
    """Where a translation is asked for, and the text; None where the text or its context is no constant."""
    for file in sorted(SOURCE.rglob("*.py")):
        for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
            if not isinstance(node, ast.Call):
                continue
            name = node.func.attr if isinstance(node.func, ast.Attribute) else getattr(node.func, "id", "")
            texts = {"tr": 1, "translate": 2, "QT_TRANSLATE_NOOP": 2}.get(name)
            if texts is None or (name == "translate" and len(node.args) < 2):
                continue
            place = f"{file.relative_to(SOURCE)}:{node.lineno}"
            if name == "translate" and isinstance(node.args[1], ast.Name):
                continue  # marked with QT_TRANSLATE_NOOP where it is written
            values = [arg.value if isinstance(arg, ast.Constant) else None for arg in node.args[:texts]]
            text = values[-1]
            yield place, text if isinstance(text, str) and None not in values else None


@pytest.mark.parametrize("broken", ["self.tr(f'{x}')", "translate(context, 'a')", "self.tr(text)"])
def test_a_text_that_is_no_constant_would_be_noticed(
    broken: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "page.py").write_text(broken)
    monkeypatch.setitem(globals(), "SOURCE", tmp_path)
    assert [text for _, text in _asked_for()] == [None]
